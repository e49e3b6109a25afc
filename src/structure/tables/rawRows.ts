/** Rows as they stand on lines, cells parted by tabs or pipes, before a head or spans are known. */
import { isBlankCode, squeeze } from "../../language/blanks.ts";
import { hasColon } from "../../language/colons.ts";
import { COLUMN_MEANINGS, isColumnName, isGroupNumber, isRowNumber, isTotal } from "../../terms/columns.ts";
import { BODY_ENDING } from "../../terms/organizations.ts";
import { isTight, rawOf } from "../../tree/build.ts";
import type { Line, Span } from "../../tree/nodes.ts";
import { type Context, setAside } from "../context.ts";
import { headsRows, isCutCell, isRowsHeading, opensFirstCell, stopsBetweenItems } from "../tableLines.ts";

/** A row as read: the spans of each cell, none for a blank one, and its text without blanks. */
export interface RawRow {
  cells: Span[][];
  texts: string[];
  /** True where a page break stands before the row. */
  afterGap: boolean;
  line: Line;
}

/** The row of one line. */
function rawRow({ source }: Context, cells: Span[][], line: Line, afterGap: boolean): RawRow {
  const texts = cells.map((spans) => {
    const printed = rawOf(source.text, spans);
    return isTight(source, spans) ? printed : squeeze(printed);
  });
  return { cells, texts, afterGap, line };
}

/** A row with the cells of another added to its own from column `from` on. */
export function joinRows(row: RawRow, rest: RawRow, from = 0): RawRow {
  const cells = [...row.cells];
  const texts = [...row.texts];
  for (let column = 0; column < rest.cells.length; column++) {
    cells[from + column] = [...(cells[from + column] ?? []), ...(rest.cells[column] as Span[])];
    texts[from + column] = (texts[from + column] ?? "") + (rest.texts[column] as string);
  }
  return { ...row, cells, texts };
}

/** The stretch `from`–`to` of a line less its marks, trimmed. */
function cellSpans(context: Context, line: Line, from: number, to: number): Span[] {
  const { text } = context.source;
  if (line.spans.length === 1) {
    const part = trimmedPart(text, line.spans[0] as Span, from, to);
    return part === null ? [] : [part];
  }
  return line.spans.flatMap((span) => trimmedPart(text, span, from, to) ?? []);
}

/** The part of a span that lies between two offsets, trimmed; null where nothing is left. */
function trimmedPart(text: string, span: Span, from: number, to: number): Span | null {
  let start = Math.max(span.start, from);
  let end = Math.min(span.end, to);
  while (start < end && isBlankCode(text.charCodeAt(start))) start++;
  while (end > start && isBlankCode(text.charCodeAt(end - 1))) end--;
  return end > start ? { start, end } : null;
}

/** Blank cells at a line's end are none. */
function withoutBlankEnd(cells: Span[][]): Span[][] {
  while (cells.length > 1 && (cells.at(-1) as Span[]).length === 0) cells.pop();
  return cells;
}

function tabCells(context: Context, line: Line): Span[][] {
  const { text } = context.source;
  if (line.cells !== undefined)
    return withoutBlankEnd(line.cells.map(({ start, end }) => cellSpans(context, line, start, end)));
  const cells: Span[][] = [];
  let from = line.origin;
  while (from <= line.limit) {
    const tab = text.indexOf("\t", from);
    const to = tab < 0 || tab > line.limit ? line.limit : tab;
    cells.push(cellSpans(context, line, from, to));
    from = to + 1;
  }
  return withoutBlankEnd(cells);
}

const RULE = /^(?=[^|]*\|)(?=[|\s:]*-)[|\s:-]*$/;

/** Cells parted by pipes, which are marks; none for the rule under a head. */
function pipeCells(context: Context, line: Line): Span[][] | null {
  const { text } = context.source;
  const start = (line.spans[0] as Span).start;
  const end = (line.spans.at(-1) as Span).end;
  if (RULE.test(line.value)) {
    setAside(context, "markup", line.spans);
    return null;
  }
  const cells: Span[][] = [];
  let from = start;
  if (text[start] === "|") {
    from = start + 1;
    setAside(context, "markup", [{ start, end: from }]);
  }
  for (let at = from; at < end; at++) {
    if (text[at] !== "|" || text[at - 1] === "\\") continue;
    cells.push(cellSpans(context, line, from, at));
    setAside(context, "markup", [{ start: at, end: at + 1 }]);
    from = at + 1;
  }
  if (from < end) cells.push(cellSpans(context, line, from, end));
  return withoutBlankEnd(cells);
}

const isPiped = ({ kind, value }: Line): boolean =>
  value.startsWith("|") ? !value.includes("\t") : kind === "row" && !value.includes("\t");

/** True for a row with pipes at both edges and around as many cells as the head has: no part of another. */
const isClosed = ({ value }: Line, width: number): boolean =>
  value.startsWith("|") && value.endsWith("|") && value.split("|").length - 2 >= width;

/** The rows of lines, those that a page break cut made whole. */
export function readRawRows(context: Context, lines: readonly Line[], gaps: ReadonlySet<Line>): RawRow[] {
  const rows: RawRow[] = [];
  /** How many rows at the end repeat the head: a row may be cut above them and go on below. */
  let repeated = 0;
  /** The first cell of the row to come, where it opens on a line of its own. */
  let opening: RawRow | null = null;
  /** Index after the lines that are known to be rest of the row above. */
  let cutUntil = 0;
  /** The same for the head; -1 until the line below it is looked at. */
  let headUntil = -1;
  for (const [at, line] of lines.entries()) {
    const cells = isPiped(line) ? pipeCells(context, line) : tabCells(context, line);
    if (cells === null) continue;
    const own = rawRow(context, cells, line, gaps.has(line));
    const row: RawRow = opening === null ? own : { ...joinRows(opening, own), line };
    opening = null;
    if (opensFirstCell(lines, at)) {
      opening = row;
      continue;
    }
    if (rows.length === 1 && at > 0 && headUntil < 0)
      headUntil = endOfCutHead(rows[0] as RawRow, lines, at, gaps);
    if (at < headUntil) {
      const above = rows.at(-1) as RawRow;
      rows[rows.length - 1] = joinRows(above, row, above.cells.length - 1);
      continue;
    }
    if (at >= cutUntil && repeated === 0) cutUntil = endOfCutRow(rows, lines, at, gaps);
    if (at < cutUntil) {
      const above = rows.at(-1) as RawRow;
      rows[rows.length - 1] = joinRows(above, row, above.cells.length - 1);
      continue;
    }
    if (repeatsRow(rows, row, repeated)) {
      rows.push(row);
      repeated++;
    } else {
      addRow(rows, row, repeated, () => widestOf(lines));
      repeated = 0;
    }
  }
  return rows;
}

/** How many lines a head is over at most. */
const MOST_HEAD_LINES = 16;

/** The index after the lines that a head of a numbered table is over: together they have all its columns; `at` for a whole head. */
function endOfCutHead(head: RawRow, lines: readonly Line[], at: number, gaps: ReadonlySet<Line>): number {
  if (!isNumberHead(head.texts[0] as string) || head.texts.length < 2) return at;
  const first = lines[at]?.value ?? "";
  // Mostly the first row stands right below.
  if (opensRow(squeeze(first.slice(0, Math.max(0, first.indexOf("\t")))))) return at;
  // 实施主体 / 2021年 | 2022年: a whole name is followed by what stands under another.
  if (isColumnName(head.texts.at(-1) as string) && !/^[及和与]/.test(first)) return at;
  const width = widestOf(lines);
  let filled = head.cells.length;
  for (let index = at; index < Math.min(lines.length, at + MOST_HEAD_LINES); index++) {
    const line = lines[index] as Line;
    const cells = line.value.split("\t").map((cell) => squeeze(cell));
    const isPiece =
      filled < width &&
      !gaps.has(line) &&
      line.kind !== "html" &&
      !line.tabbed &&
      !isPiped(line) &&
      cells.every((cell) => cell !== "" && cell.length <= LONGEST_HEAD_PIECE && !FIGURE.test(cell)) &&
      !opensRow(cells[0] as string);
    if (!isPiece) return at;
    filled += cells.length - 1;
    if (filled === width) return index + 1;
  }
  return at;
}
const LONGEST_HEAD_PIECE = 12;

/** How many lines one row is over at most. */
const MOST_PIECES = 6;

/**
 * The index after the lines that go on in the last cell of the row above, each in the cell that the one before stops in,
 * until together they fill a numbered row, or one that stops at a mark inside a cell each time; `at` where they do not.
 */
function endOfCutRow(
  rows: readonly RawRow[],
  lines: readonly Line[],
  at: number,
  gaps: ReadonlySet<Line>,
): number {
  const above = rows.at(-1);
  const width = rows[0]?.cells.length ?? 0;
  if (above === undefined || rows.length < 2 || above.cells.length >= width || above.texts.length < 2)
    return at;
  const isNumbered = isNumberHead(rows[0]?.texts[0] ?? "") && isRowNumber(above.texts[0] as string);
  if (above.texts.at(-1) === "") return at;
  /** The cell that goes on, as far as it is read. */
  let cell = above.texts.at(-1) as string;
  let filled = above.cells.length;
  for (let index = at; index < Math.min(lines.length, at + MOST_PIECES); index++) {
    const line = lines[index] as Line;
    if (gaps.has(line) || line.kind === "html" || isPiped(line) || headsRows(line)) return at;
    const head = rows[0]?.texts[filled - 1] ?? "";
    if (!isNumbered && !goesOnInCell(head, cell, (line.value.split("\t")[0] as string).trim())) return at;
    const cells = line.tabbed && line.kind === "text" ? [] : line.value.split("\t");
    const first = squeeze(cells[0] ?? "");
    if (first === "" || opensRow(first)) return at;
    filled += cells.length - 1;
    if (filled > width) return at;
    // One more piece than its first may be a whole line inside a cell.
    if (filled === width && cells.length > 1) return index + 1;
    cell = cells.length > 1 ? (cells.at(-1) as string) : cell + line.value;
  }
  return at;
}

/** True for the head of a column of row numbers. */
export const isNumberHead = (text: string): boolean => text === "序号" || text === "编号";

/** True where a row has the words of the one at `index`, the head or the second row of it. */
function repeatsRow(rows: readonly RawRow[], { texts }: RawRow, index: number): boolean {
  const head = rows[index]?.texts;
  return (
    head !== undefined &&
    index < 2 &&
    rows.length - index > index + 1 &&
    texts.length > 1 &&
    texts.length === head.length &&
    texts.every((text, at) => text === head[at])
  );
}

/** Adds a row, or the rest of the row above where a page break cut that: together they fill the columns. */
function addRow(rows: RawRow[], row: RawRow, repeated: number, widest: () => number): void {
  const at = rows.length - repeated - 1;
  const above = rows[at];
  const isRest =
    above !== undefined &&
    (isRestOfCell(row, above) ||
      (repeated > 0 && isRestOfLastCell(rows, at, row)) ||
      isRestOfWholeRow(rows, row) ||
      (at <= 1 && repeated === 0 && isRestOfHead(rows, row, widest)) ||
      (at > 0 && (repeated > 0 ? isRestBelowHead(rows, at, row) : isRestOfRow(rows, row))));
  if (isRest) rows[at] = joinRows(above, row, above.cells.length - 1);
  else rows.push(row);
}

/** A row below the head printed again goes on in the last cell of the row above it, `at`: only a number tells. */
function isRestBelowHead(rows: readonly RawRow[], at: number, row: RawRow): boolean {
  const head = rows[0] as RawRow;
  const above = rows[at] as RawRow;
  const width = head.cells.length;
  const sum = above.cells.length + row.cells.length - 1;
  if (above.cells.length >= width || above.texts.at(-1) === "" || row.texts[0] === "") return false;
  const fills =
    sum === width || sum === rows[at - 1]?.cells.length || (sum === width - 1 && endsInRemarks(head));
  return isCutInside(head, above, row, fills) || (sum === width && areCutApart(rows, at, row));
}

/** Rows without numbers: below whole ones two stand that are whole together, and the first stops inside a cell of text. */
const areCutApart = (rows: readonly RawRow[], at: number, { texts }: RawRow): boolean =>
  at > 1 &&
  rows[at - 1]?.cells.length === rows[0]?.cells.length &&
  /\p{Script=Han}$/u.test((rows[at] as RawRow).texts.at(-1) as string) &&
  /^[\p{Script=Han}“《]/u.test(texts[0] as string) &&
  !isTotal(texts[0] as string);

/** A line of text below the head printed again goes on in the last cell before it, where no row is one cell alone. */
const isRestOfLastCell = (rows: readonly RawRow[], at: number, { line }: RawRow): boolean =>
  line.kind === "text" &&
  !line.tabbed &&
  !headsRows(line) &&
  !isTotal(squeeze(line.value)) &&
  at > 0 &&
  rows[at]?.cells.length === rows[0]?.cells.length &&
  !/[。；;]$/.test(rows[at]?.texts.at(-1) as string) &&
  rows.every(({ texts }) => texts.length > 1);

/** A line of plain text between rows, after a page break or where the cell above is open, is the rest of that cell. */
const isRestOfCell = ({ line, afterGap }: RawRow, above: RawRow): boolean =>
  line.kind === "text" &&
  !line.tabbed &&
  (afterGap || isCutCell(above.texts.at(-1) ?? "", line.value)) &&
  !headsRows(line);

/**
 * A line of plain text right below a numbered row that has all its columns goes on in its last cell, where no row of
 * one cell heads the first: groups that are headed are so from the first on.
 */
function isRestOfWholeRow(rows: readonly RawRow[], { line, afterGap }: RawRow): boolean {
  const [head, first] = rows;
  const above = rows.at(-1);
  return (
    line.kind === "text" &&
    !line.tabbed &&
    !afterGap &&
    rows.length > 1 &&
    head !== undefined &&
    first?.texts.length !== 1 &&
    isNumberHead(head.texts[0] as string) &&
    isRowNumber(above?.texts[0] as string) &&
    above?.cells.length === head.cells.length &&
    !isTotal(squeeze(line.value)) &&
    !headsRows(line)
  );
}

const UNIT = /^[（(][^（()）：:]{1,8}[）)]$/;
/**
 * A head, or its second row, that a line cuts before the unit of a column or within its name: 总投资 / （万元）, 完成 / 时限.
 * @param widest gives how many cells a row of the table has at most.
 */
function isRestOfHead(rows: readonly RawRow[], { texts }: RawRow, widest: () => number): boolean {
  const head = rows.at(-1) as RawRow;
  const before = head.texts.at(-1) as string;
  const rest = texts[0] as string;
  // Below a head that is whole only a second row of it can be cut; its first word again opens the head printed again.
  if (head.texts.length < 2 || rest === "" || rest === rows[0]?.texts[0]) return false;
  if (rows.length === 2 && head.texts[0] !== "") return false;
  if (UNIT.test(rest) && !isGroupNumber(rest) && !/[）)]$/.test(before)) return true;
  if (before === "" || before.length > LONGEST_CUT_WORD || rest.length > LONGEST_CUT_WORD) return false;
  if (isColumnName(before) || hasColon(before) || texts.some((text) => FIGURE.test(text))) return false;
  if (texts.length === 1) return before + rest in COLUMN_MEANINGS || rest in COLUMN_MEANINGS;
  return (
    head.texts.length + texts.length - 1 <= widest() &&
    (isColumnName(before + rest) || (isNumberHead(rows[0]?.texts[0] ?? "") && !opensRow(rest)))
  );
}
/** No part of the name of a column that a narrow cell cuts is longer. */
const LONGEST_CUT_WORD = 5;

/** How many cells the rows of a table have at most. */
const widestOf = (lines: readonly Line[]): number =>
  lines.reduce((most, { value }) => Math.max(most, value.split("\t").length), 0);

/** True for the first cell of a row that is none of the one above: a number, 二 of a group, 合计. */
const opensRow = (text: string): boolean => isRowNumber(text) || isTotal(text) || isGroupNumber(text);

/** True where the rows are numbered in their first column, so that a row without a number is none. */
const isNumbered = (rows: readonly RawRow[]): boolean =>
  rows.slice(-3).filter(({ texts }) => isRowNumber(texts[0] as string)).length > rows.slice(-3).length / 2;

/** Remarks at a row's end are mostly blank, and blank cells there are none. */
const endsInRemarks = ({ texts }: RawRow): boolean => /^(?:备注|说明)$/.test(texts.at(-1) as string);

const FIGURE = /^[0-9０-９][0-9０-９.,，%％]*$/;

/** The same where rows have no numbers: neither part has all columns, and only the rest of the row ends in a figure. */
const isShortOfFigures = (above: RawRow, { texts }: RawRow): boolean =>
  above.texts.length > 1 &&
  texts.length > 1 &&
  FIGURE.test(texts.at(-1) as string) &&
  !FIGURE.test(texts[0] as string) &&
  !isTotal(texts[0] as string) &&
  !above.texts.some((text) => FIGURE.test(text) || isTotal(text));

const WHO = /(?:单位|部门|主体)(?:[（(].{1,20}[）)])?$/;
const BODY = new RegExp(`(?:${BODY_ENDING}|[乡镇]|街道)$`);
/** 县水务局 / 县财政局 | 6月底: a cell of bodies, one to a line, where a line stops at the first of them. */
const listsBodies = (head: string, cell: string, rest: string): boolean =>
  WHO.test(head) && BODY.test(cell) && BODY.test(rest);

/** True where the cell under a head goes on in the first one of the next line: items, bodies, or a cut sentence. */
const goesOnInCell = (head: string, cell: string, rest: string): boolean =>
  listsBodies(head, cell, rest) ||
  stopsBetweenItems(cell, rest) ||
  (cell.length >= SHORTEST_CUT && endsCutSentence(cell, rest));

/** No stretch of a cut sentence is shorter. */
const SHORTEST_CUT = 10;
/** 改造管网86公里，新 / 建泵站3座。 | 县住建局 | 10月底: a sentence stops, and what ends it fills the row. */
const stopsInSentence = (head: RawRow, above: RawRow, { texts }: RawRow): boolean => {
  const before = above.texts.at(-1) as string;
  return (
    above.texts.length > 1 &&
    head.texts.length === above.texts.length + texts.length - 1 &&
    before.length >= SHORTEST_CUT &&
    endsCutSentence(before, texts[0] as string)
  );
};

/** True where a text stops inside a sentence and the other one ends as a sentence does. */
export const endsCutSentence = (before: string, rest: string): boolean =>
  /[^。；;：:）)]$/.test(before) && /[。；;]$/.test(rest);

/** A line that ends inside a cell: a numbered row is short by what the next line, without a number, fills. */
function isCutInside(head: RawRow, above: RawRow, row: RawRow, fills: boolean): boolean {
  const { texts } = row;
  if (fills && head.cells.length === above.cells.length + texts.length - 1 && isShortOfFigures(above, row))
    return true;
  if (
    fills &&
    texts.length > 1 &&
    (listsBodies(
      head.texts[above.texts.length - 1] ?? "",
      above.texts.at(-1) as string,
      texts[0] as string,
    ) ||
      stopsBetweenItems(above.texts.at(-1) as string, texts[0] as string) ||
      stopsInSentence(head, above, row))
  )
    return true;
  const column = head.texts.findIndex(isNumberHead);
  return (
    fills &&
    texts.length > 1 &&
    column >= 0 &&
    isRowNumber(above.texts[column] ?? "") &&
    !texts.slice(0, column + 1).some(opensRow)
  );
}

/** The row after a page break goes on in the last cell of the row above: together they fill the columns. */
function isRestOfRow(rows: readonly RawRow[], row: RawRow): boolean {
  const above = rows.at(-1) as RawRow;
  const head = rows[0] as RawRow;
  const width = head.cells.length;
  const [first] = row.texts as [string];
  const sum = above.cells.length + row.cells.length - 1;
  const usual = rows.at(-2)?.cells.length;
  // 四、夯实基础（共4项） alone heads the rows below it.
  if (isClosed(row.line, width) || (row.cells.length === 1 && isRowsHeading(first))) return false;
  if (isNumberHead(head.texts[0] as string) && isGroupNumber(first)) return false;
  if (
    !(
      row.afterGap ||
      isCutInside(
        head,
        above,
        row,
        sum === width || sum === usual || (sum === width - 1 && endsInRemarks(head)),
      )
    ) ||
    above.cells.length >= width ||
    above.texts.at(-1) === "" ||
    (above.texts.length === 1 && isRowsHeading(above.texts[0] as string)) ||
    first === "" ||
    sum > width
  )
    return false;
  return sum === width || sum === usual || !row.afterGap || (isNumbered(rows) && !opensRow(first));
}
