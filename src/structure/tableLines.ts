/** Which lines make up one table, over page breaks too. */

import { squeeze } from "../language/blanks.ts";
import { characters, closesWith, opensWith } from "../language/characters.ts";
import { hasHan } from "../language/han.ts";
import { matchesOf } from "../language/matches.ts";
import { toNumber } from "../language/numerals.ts";
import { COLUMN_MEANINGS } from "../terms/columns.ts";
import { OFFICE_ENDING, SURNAMES } from "../terms/people.ts";
import type { Line } from "../tree/nodes.ts";
import { filledFrom } from "./lines.ts";
import { type Marker, readMarker } from "./numbering.ts";

/** True where a line can only be part of a table. */
export const isRow = (line: Line | undefined): boolean => line?.kind === "row" || line?.kind === "html";

/** One line of text between two rows, no blank around it: a cell over all columns that heads the rows below. */
function isHeadingRow(lines: readonly Line[], at: number): boolean {
  const line = lines[at] as Line;
  return (
    line.kind === "text" &&
    isRow(lines[at - 1]) &&
    isRow(lines[at + 1]) &&
    line.value.length <= 50 &&
    !/[。；]/.test(line.value)
  );
}

/** A line that by its own form heads rows of a table: 一、健全工作机制（共1项）. */
export const headsRows = ({ kind, value }: Line): boolean => kind === "text" && isRowsHeading(value);

/** True for the text of such a line, or of a row that is one cell. */
export const isRowsHeading = (value: string): boolean =>
  value.length <= 50 &&
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])[^。；]*$|[（(]共?[\s　]*[\d０-９]+[\s　]*项[）)]$/.test(
    value,
  );

/** The lines of one table, those of them that a page break stands before, and the index after them. */
export interface TakenLines {
  taken: Line[];
  gaps: Set<Line>;
  to: number;
}

/** A row or the edge of one: a line with tabs, even where only one cell is filled. */
const isRowLike = (line: Line | undefined): line is Line =>
  isRow(line) || (line?.kind === "text" && line.tabbed);

/** The first cell that is not blank, without blanks. */
const firstCell = (line: Line): string => squeeze(cellsOf(line).find((cell) => squeeze(cell) !== "") ?? "");

/** Words in every cell, no figure, no sentence. */
const isWords = ({ value }: Line): boolean =>
  value
    .replace(/^\||\|$/g, "")
    .split(value.includes("\t") ? "\t" : "|")
    .every((cell) => cell.trim() !== "" && cell.length <= 24 && !/[\d０-９。；;《]/.test(cell));

/** 名称 | 时代 | 并入 below 编号 | 名称 | 时代: words of the first head in other places, beside others. */
function sharesHead(known: readonly string[], cells: readonly string[]): boolean {
  const shared = cells.filter((cell) => known.includes(cell));
  const isMoved = shared.some((cell) => known.indexOf(cell) !== cells.indexOf(cell));
  return isMoved && shared.length > 1 && shared.length * 2 >= cells.length;
}

/**
 * Another head in the place of the first one, most of its cells other words, opens another table.
 * @param isSection true where the line above it heads the section after the one that the table stands under: then
 * any head does, the same one too.
 */
function opensAnother(first: Line, line: Line, isSection = false): boolean {
  if (first === line) return false;
  const isOrdinal = isOrdinalHead(firstCell(line));
  if (!(isOrdinal || isSection)) return isWords(line) && sharesHead(cellKeys(first), cellKeys(line));
  const known = cellKeys(first);
  const cells = cellKeys(line);
  if (isSection)
    return (
      isOrdinal || (isWords(line) && cells.some((cell) => known.includes(cell) || cell in COLUMN_MEANINGS))
    );
  return (
    cells.filter((cell) => known.includes(cell)).length * 2 < Math.max(cells.length, known.length) ||
    (isWords(line) && sharesHead(known, cells))
  );
}

const RULE = /^(?=[^|]*\|)(?=[|\s:]*-)[|\s:-]*$/;

/** A row over a rule of Markdown is a head: with other words than the first it opens another table. */
const isRuledHead = (first: Line, lines: readonly Line[], at: number): boolean =>
  RULE.test(lines[at + 1]?.value ?? "") && cellKeys(first).join() !== cellKeys(lines[at] as Line).join();

/** A row that a page break cuts in its first cell: no tab is left on its line, and the rest has all the columns. */
function isCutRow(lines: readonly Line[], at: number, width: number): boolean {
  const line = lines[at] as Line;
  const rest = lines[filledFrom(lines, at + 1)];
  return (
    line.kind === "text" &&
    lines[at + 1]?.kind === "blank" &&
    isRow(lines[at - 1]) &&
    rest?.kind === "row" &&
    width > 2 &&
    line.value.length >= 12 &&
    line.value.length < LONGEST_REST &&
    !/[。；：）]$/.test(line.value) &&
    !headsRows(line) &&
    rest.value.split("\t").length === width &&
    hasHan(firstCell(rest)) &&
    !opensAnother(lines[at - 1] as Line, rest)
  );
}

const cellsOf = ({ value }: Line): string[] => value.split(value.includes("\t") ? "\t" : "|");

/** The cells of a head as they are compared: no blanks, brackets of one width. */
const cellKeys = (line: Line): string[] =>
  cellsOf(line)
    .map((cell) => squeeze(cell).replaceAll("（", "(").replaceAll("）", ")"))
    .filter(Boolean);

/** True where a line opens the section after `section`. */
function isNextSection(section: Marker | null, { value }: Line): boolean {
  const marker = readMarker(value, false);
  return (
    marker !== null &&
    section !== null &&
    marker.kind === section.kind &&
    marker.ordinal === (section.ordinal ?? -1) + 1
  );
}

const isOrdinalHead = (text: string): boolean => /^(?:序号|编号|序|项目序号)$/.test(text);

const LONGEST_REST = 200;

/** True where a row has as many cells as the head; a blank first one, below a group, has left its value. */
const hasAllCells = ({ value, tabbed }: Line, width: number): boolean => {
  const filled = value.split("\t").length;
  return filled === width || (tabbed && filled > 1 && filled === width - 1);
};

const UNIT_ALONE = /^[（(][^（()）：:、]{1,8}[）)]$/;
/** 资金合计 / （万元）: the unit of the last column of a head, on a line of its own. */
const isUnitAlone = (line: Line): boolean =>
  line.kind === "text" && line.value.length <= 10 && UNIT_ALONE.test(line.value) && !headsRows(line);

/** True for a line that heads the rows right below it. */
const isHeadOverRow = (lines: readonly Line[], at: number): boolean => {
  const line = lines[at];
  return line !== undefined && headsRows(line) && lines[at + 1]?.kind === "row";
};

/** A line of text below the head that is printed again: the rest of the last cell before the page break. */
const isRestBelowHead = (head: Line, above: Line, line: Line): boolean =>
  line.kind === "text" &&
  above !== head &&
  above.value === head.value &&
  line.value.length < LONGEST_REST &&
  !headsRows(line);

/** The rest of a cut cell: one line of text between rows after a gap, where the row above has all its columns. */
function isRestOfCell(lines: readonly Line[], at: number, width: number, above: Line): boolean {
  const line = lines[at];
  return (
    line?.kind === "text" &&
    !headsRows(line) &&
    line.value.length < LONGEST_REST &&
    (lines[at + 1]?.kind === "row" || isHeadOverRow(lines, at + 1)) &&
    hasAllCells(above, width)
  );
}

/** What ends in it is no whole cell: 财政部、 / 税务总局. */
const OPEN_END = characters("、，,（(");
/** What a line ends in that stops between the items of a cell. */
const OPEN_LINE = characters("；;，,、：:");
const OPENS_ITEM = characters("0123456789０１２３４５６７８９（(②③④⑤⑥⑦⑧⑨⑩");
const ITEM = /(?:^|[。；;，,：:])[\s　]*(?:[（(]?([0-9０-９]{1,2})[）)．.、](?![0-9０-９])|([①-⑩]))/g;
const itemsOf = (text: string): number[] =>
  matchesOf(text, ITEM).map(([, digits, circled]) =>
    digits === undefined ? (circled as string).charCodeAt(0) - 0x245f : toNumber(digits),
  );
/** True where a cell stops between two of its items: 1.新建泵站。 / 2.维修渠道。 */
export const stopsBetweenItems = (cell: string, next: string): boolean =>
  closesWith(cell, OPEN_LINE) ||
  (opensWith(next, OPENS_ITEM) && itemsOf(cell).at(-1) === (itemsOf(next.slice(0, 5))[0] ?? 0) - 1);
/** The last cell of a line. */
const lastCell = ({ value }: Line): string => value.slice(value.lastIndexOf("\t") + 1).trimEnd();
const MONTH = /^[\d０-９]{1,2}月/;

/** True where a line cuts a cell after a mark within it, or a time after its year: 2020年 / 6月底. */
export const isCutCell = (above: string, next: string): boolean =>
  closesWith(above, OPEN_END) || (above.endsWith("年") && MONTH.test(next));

/** The rest of a cell that a line cuts, right below its row. */
const isRestOfOpenCell = (line: Line, above: Line): boolean =>
  line.kind === "text" &&
  above.kind === "row" &&
  line.value.length < LONGEST_REST &&
  isCutCell(above.value.trimEnd(), line.value) &&
  !headsRows(line);

/** How many lines one row is over at most. */
const MOST_PIECES = 6;
const isRowNumber = (text: string): boolean => /^[0-9０-９]{1,4}$/.test(text);

/** A line inside a cell of a numbered row, or of one that stops at a mark inside a cell, that is short by what the lines below it fill, to the last column. */
function isInsideCutRow(taken: readonly Line[], lines: readonly Line[], at: number, width: number): boolean {
  const line = lines[at] as Line;
  if (line.kind !== "text" || headsRows(line)) return false;
  const isNumbered = isOrdinalHead(firstCell(taken[0] as Line));
  const opens = (at: number): boolean => {
    const row = taken[at] as Line;
    return isNumbered
      ? isRowNumber(firstCell(row))
      : row.kind === "row" && stopsBetweenItems(lastCell(row), (taken[at + 1] ?? line).value);
  };
  let from = taken.length - 1;
  while (from > 0 && taken.length - from < MOST_PIECES && !opens(from)) from--;
  if (from === 0 || !opens(from)) return false;
  const cells = ({ value }: Line): number => value.split("\t").length;
  let filled = taken.slice(from).reduce((sum, piece) => sum + cells(piece) - 1, 1);
  for (let next = at; next < at + MOST_PIECES && filled < width; next++) {
    const piece = lines[next];
    if (piece === undefined || piece.kind === "blank" || piece.kind === "html") return false;
    if (isRowNumber(firstCell(piece)) || piece.tabbed) return false;
    filled += cells(piece) - 1;
    if (filled === width) return next > at;
  }
  return false;
}

/** （20分）, （9月20日—10月10日): no number of an item. */
const BRACKET_CELL = /^[（(](?![一二三四五六七八九十]{1,3}[）)]|[\d０-９]{1,2}[）)])[^（()）\t]{1,24}[）)]\t/;
const LONGEST_OPENING = 24;
/** 序 / 号 | 工作任务: the head of the numbers, cut in its narrow cell. */
export const opensNumberHead = ({ kind, value }: Line, next: Line | undefined): boolean =>
  next?.kind === "row" && kind === "text" && value.length <= 2 && isOrdinalHead(value + firstCell(next));

const NAME = /^\p{Script=Han}[\s　]{0,2}\p{Script=Han}{1,2}$/u;
/** 王建军 / 副县长 | 水库加固: a person over the office, in the first cell of the row below. */
const isNameOverOffice = ({ kind, value, tabbed }: Line, next: Line | undefined): boolean =>
  next?.kind === "row" &&
  kind === "text" &&
  !tabbed &&
  value.length <= 5 &&
  SURNAMES.has(value.charAt(0)) &&
  NAME.test(value) &&
  !/[组类]$/.test(value) &&
  OFFICE_ENDING.test(firstCell(next));

/** 组织领导 / （20分） | 成立机构 | 10: the first cell of the row below opens on a line of its own. */
export function opensFirstCell(lines: readonly Line[], at: number): boolean {
  const line = lines[at] as Line;
  const next = lines[at + 1];
  if (opensNumberHead(line, next) || isNameOverOffice(line, next)) return true;
  return (
    next?.kind === "row" &&
    line.kind === "text" &&
    !line.tabbed &&
    line.value.length <= LONGEST_OPENING &&
    !/[。；：]$/.test(line.value) &&
    BRACKET_CELL.test(next.value) &&
    !headsRows(line)
  );
}

const tagBalance = ({ value }: Line): number =>
  (value.match(/<table\b/gi)?.length ?? 0) - (value.match(/<\/table>/gi)?.length ?? 0);

/** The texts of the first row of HTML lines, without blanks and tags. */
function firstHtmlRow(lines: readonly Line[]): string[] {
  const html = lines
    .slice(0, 12)
    .map(({ value }) => value)
    .join("");
  const row = html.split(/<tr\b/i, 2)[1] ?? "";
  return row
    .slice(0, Math.max(row.search(/<\/tr>/i), 0))
    .split(/<t[dh]\b/i)
    .slice(1)
    .map((cell) => squeeze(`<${cell}`.replace(/<[^<>]*>/g, "")));
}

/** An HTML table after a page break goes on with the one before: under the same head, or with no head of its own. */
function continuesHtml(taken: readonly Line[], lines: readonly Line[], at: number): boolean {
  if (lines[at]?.kind !== "html") return false;
  const head = firstHtmlRow(taken);
  const row = firstHtmlRow(lines.slice(at, at + 12));
  if (row.length === 0) return true;
  return (
    row.join() === head.join() ||
    !(
      isOrdinalHead(row[0] as string) ||
      row.every((text) => hasHan(text) && text.length <= 8 && !/[\d０-９]/.test(text))
    )
  );
}

/** The lines of an HTML table that begins at `from`. */
function htmlLines(lines: readonly Line[], from: number): TakenLines {
  const taken: Line[] = [];
  let open = 0;
  let at = from;
  const gaps = new Set<Line>();
  do {
    const line = lines[at] as Line;
    open += tagBalance(line);
    taken.push(line);
    at++;
    if (open > 0) continue;
    const next = filledFrom(lines, at);
    if (!continuesHtml(taken, lines, next)) break;
    gaps.add(lines[next] as Line);
    at = next;
  } while (at < lines.length);
  return { taken, gaps, to: at };
}

/** The first line of a table with cells beside each other: a title may stand over them as a row of its own. */
function headLine(lines: readonly Line[], from: number): Line {
  const first = opensNumberHead(lines[from] as Line, lines[from + 1]) ? from + 1 : from;
  for (let at = first; at < first + 4 && isRowLike(lines[at]); at++) {
    const line = lines[at] as Line;
    if (cellsOf(line).filter((cell) => squeeze(cell) !== "").length > 1 && !RULE.test(line.value))
      return line;
  }
  return lines[first] as Line;
}

/** The lines of a table that begins at `from`; `section` is the marker of the section that it stands in. */
export function tableLines(lines: readonly Line[], from: number, section: Marker | null): TakenLines {
  const first = lines[from] as Line;
  if (first.kind === "html") return htmlLines(lines, from);
  const taken = [first];
  const gaps = new Set<Line>();
  const head = headLine(lines, from);
  const width = head.value.split("\t").length;
  let at = from + 1;
  for (;;) {
    const next = filledFrom(lines, at);
    const line = lines[next];
    const isAfterGap = next > at;
    if (line === undefined || line.kind === "html") break;
    const above = taken.at(-1) as Line;
    const opens = (row: Line): boolean => opensAnother(head, row, isNextSection(section, line));
    const isPart = isRowLike(line)
      ? !(isAfterGap && (opensAnother(head, line) || isRuledHead(head, lines, next)))
      : isAfterGap
        ? (taken.length > 1 && isRestOfCell(lines, next, width, above)) ||
          (headsRows(line) && lines[next + 1]?.kind === "row" && !opens(lines[next + 1] as Line)) ||
          (taken.length > 1 && opensFirstCell(lines, next))
        : isRestOfOpenCell(line, above) ||
          (taken.length <= 2 && isUnitAlone(line)) ||
          (taken.length > 1 && lines[next + 1]?.kind === "row" && isRestBelowHead(head, above, line)) ||
          (isHeadingRow(lines, next) && !opens(lines[next + 1] as Line)) ||
          opensFirstCell(lines, next) ||
          isInsideCutRow(taken, lines, next, width) ||
          isCutRow(lines, next, width);
    if (!isPart) break;
    if (isAfterGap) gaps.add(line);
    taken.push(line);
    at = next + 1;
  }
  return { taken, gaps, to: at };
}
