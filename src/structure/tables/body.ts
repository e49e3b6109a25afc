/** The body of a plain table: repeated heads set aside, and the cells that group rows spanning them. */
import { characters, opensWith } from "../../language/characters.ts";
import { hasHan } from "../../language/han.ts";
import {
  isGroupNumber,
  isNumberColumn,
  isRowNumber,
  isSubtotal,
  isTotal,
  NEVER_GROUPS,
} from "../../terms/columns.ts";
import { rawOf } from "../../tree/build.ts";
import type { Cell, Row, Span } from "../../tree/nodes.ts";
import { type Context, setAside } from "../context.ts";
import { headNodes, headOf } from "./head.ts";
import { cellNode, rowNode, widest } from "./nodes.ts";
import { endsCutSentence, isNumberHead, joinRows, type RawRow } from "./rawRows.ts";

const NUMERIC = /^[\d０-９.,，%％+\-—–~～≤≥<>=＜＞]+(?:以[上下内])?$/;
const FIGURES = characters("0123456789０１２３４５６７８９.,，%％+-—–~～≤≥<>=＜＞");

/** A text as cells are compared: brackets of one width. */
const keyOf = (text: string): string =>
  text.includes("（") || text.includes("）") ? text.replaceAll("（", "(").replaceAll("）", ")") : text;
const rowKey = ({ texts }: RawRow): string => texts.map(keyOf).join("\t");

/** Beside 指标 a column 单位 gives each indicator its unit: a blank one has none. */
const isUnitColumn = (heads: readonly RawRow[], column: number): boolean =>
  heads.some(({ texts }) => /^(?:计量)?单位$/.test(texts[column] ?? "")) &&
  heads.some(({ texts }) => texts.some((text) => /指标/.test(text)));

/** The lowest head over a column, "" where it has none. */
const headOfColumn = (heads: readonly RawRow[], column: number): string =>
  heads.findLast(({ texts }) => (texts[column] ?? "") !== "")?.texts[column] ?? "";

/** Heads of what several groups may have in common: bodies and times. */
const SHARED = /单位|部门|责任|主体|时限|时间|进度/;

/** Columns in which a blank cell can belong to the one above: text, not figures, not remarks. */
function groupingColumns(heads: readonly RawRow[], body: readonly RawRow[], width: number): boolean[] {
  return Array.from({ length: width }, (_, column) => {
    if (NEVER_GROUPS.test(headOfColumn(heads, column))) return false;
    if (isUnitColumn(heads, column)) return false;
    let filled = 0;
    let figures = 0;
    for (const { texts } of body) {
      const text = texts[column];
      if (!text) continue;
      filled++;
      if ((opensWith(text, FIGURES) && NUMERIC.test(text)) || !hasHan(text)) figures++;
    }
    return filled > 0 && figures * 2 < filled;
  });
}

/** A row that is one cell and heads those below it: 一、知识产权保护方面（共5项）. */
const isSpanningRow = ({ texts }: RawRow, width: number): boolean =>
  texts.length === 1 && width > 1 && hasHan(texts[0] as string) && !isTotal(texts[0] as string);

/** No cell that a page break cuts in a table without numbers is shorter. */
const SHORTEST_CUT = 12;

/** One cell alone, right below one that stops inside a sentence, where the row above is filled to its end. */
function isRestOfOne(above: RawRow, texts: readonly string[], filled: readonly number[]): boolean {
  const [column] = filled;
  if (filled.length !== 1 || column === undefined || column === 0 || column >= above.texts.length - 1)
    return false;
  const before = above.texts[column] as string;
  const rest = texts[column] as string;
  return before.length >= SHORTEST_CUT && !/^[\d０-９（(]/.test(rest) && endsCutSentence(before, rest);
}

/**
 * One or two cells without a number, in a table of numbered rows, go on in the cells of the row before the break; so do
 * more where that row stops at the first of them.
 */
function isRestOfCells(heads: readonly RawRow[], above: RawRow, { texts }: RawRow): boolean {
  const filled = texts.flatMap((text, column) => (text === "" ? [] : [column]));
  if (isRestOfOne(above, texts, filled)) return true;
  return (
    isNumberHead(heads[0]?.texts[0] ?? "") &&
    isRowNumber(above.texts[0] ?? "") &&
    texts[0] === "" &&
    (filled.length <= 2 || filled.every((column) => column >= above.texts.length - 1)) &&
    filled.every(
      (column) => column >= above.texts.length || /[^。；]$/.test(above.texts[column] as string),
    ) &&
    !texts.some((text, column) => isTotal(text) || (column < above.texts.length && /^[\d０-９]/.test(text)))
  );
}

/** Sets heads that are printed again after a page break aside. */
function withoutRepeatedHeads(context: Context, heads: readonly RawRow[], rows: readonly RawRow[]): RawRow[] {
  const keys = heads.map(rowKey);
  const first = new Set(heads.map(({ texts }) => keyOf(texts[0] ?? "")));
  const body: RawRow[] = [];
  let wasHead = false;
  for (const row of rows) {
    if (first.has(keyOf(row.texts[0] ?? "")) && keys.includes(rowKey(row))) {
      for (const cell of row.cells) setAside(context, "repeated-head", cell);
      wasHead = true;
      continue;
    }
    const above = body.at(-1);
    if ((wasHead || row.afterGap) && above && isRestOfCells(heads, above, row))
      body[body.length - 1] = joinRows(above, row);
    else body.push(wasHead ? { ...row, afterGap: true } : row);
    wasHead = false;
  }
  return body;
}

const withoutMarker = (text: string): string =>
  text.replace(/^(?:\([^)]{1,4}\)|[一二三四五六七八九十]+、|[\d０-９]+[.．、])/, "");

/** A group as printed when it opened: its cell, and its text without blanks. */
interface Owner {
  cell: Cell;
  text: string;
}

/** The group cell of `owner` is printed again after a break, perhaps under another number. */
function isSameGroup(context: Context, owner: Owner, text: string, spans: Span[]): boolean {
  const again = keyOf(text);
  const key = keyOf(owner.text);
  if (key === again) return true;
  const bare = withoutMarker(again);
  const isSame = bare !== "" && bare !== again && withoutMarker(key) === bare;
  if (isSame)
    context.doubts.push({
      ruleId: "group-number",
      reason: `分组“${rawOf(context.source.text, spans)}”在换页后重印，序号与前面的“${owner.cell.children[0]?.value}”不同；按同一组读取，请核对印本`,
      start: (spans[0] as Span).start,
      end: (spans.at(-1) as Span).end,
    });
  return isSame;
}

const GROUP_NUMBER = /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)/;

/** Where numbers span rows too, a blank beside a cell of a row with a number of its own belongs to none above it. */
function clearBeside(owners: (Owner | null)[], texts: readonly string[], heads: readonly RawRow[]): void {
  for (let column = 2; column < owners.length; column++)
    if (texts[column] === "" && texts[column - 1] !== "" && !SHARED.test(headOfColumn(heads, column)))
      owners[column] = null;
}

/** Reads rows of plain cells to nodes, head and body. */
export function readPlainRows(context: Context, rows: readonly RawRow[]): Row[] {
  const heads = headOf(rows);
  const width = widest((heads.length > 0 ? heads : rows).map(({ cells }) => cells.length));
  const body = withoutRepeatedHeads(context, heads, rows.slice(heads.length));
  const groups = groupingColumns(heads, body, width);
  const firstGroup = groups.findIndex(
    (isGroup, column) =>
      isGroup &&
      body.some(
        ({ texts, afterGap }, index) =>
          texts[column] === "" ||
          // Given again after a break, a numbered group is one though no cell is left blank.
          (afterGap &&
            GROUP_NUMBER.test(texts[column] ?? "") &&
            texts[column] === body[index - 1]?.texts[column]),
      ),
  );
  const owners: (Owner | null)[] = Array.from({ length: width }, () => null);
  const nodes = headNodes(context, heads, width);
  const areNumbered =
    isNumberColumn(heads[0]?.texts[0] ?? "") && body.some(({ texts }) => isRowNumber(texts[0] as string));
  const numbersParts =
    areNumbered &&
    body.some(({ texts }) => texts[0] === "" && texts.filter(Boolean).length > 1 && !texts.some(isTotal));
  const groupsParts = firstGroup === 0 && !SHARED.test(headOfColumn(heads, 1));
  let isTotalled = false;
  body.forEach((row, index) => {
    const total = row.texts.some(isTotal);
    isTotalled ||= total && index > 0 && !row.texts.some(isSubtotal);
    if (isSpanningRow(row, width)) {
      nodes.push(rowNode(context, [cellNode(context, row.cells[0] as Span[], 0, 1, width)], false, row.line));
      owners.fill(null);
      return;
    }
    // 二 among rows numbered 1, 2, 3 is none of the group above, and its blanks are blanks.
    const headsGroup = areNumbered && isGroupNumber(row.texts[0] as string);
    if (headsGroup) owners.fill(null);
    // 砖木 below 砖混 and its grades: where another group opens, a blank right beside it is its own.
    if (numbersParts && isRowNumber(row.texts[0] as string)) clearBeside(owners, row.texts, heads);
    if (groupsParts && row.texts[0] !== "" && !row.afterGap) owners[1] = null;
    const isBlank = !total && row.texts.every((text, column) => text === "" || groups[column] !== true);
    const cells: Cell[] = [];
    row.cells.forEach((spans, column) => {
      const text = row.texts[column] as string;
      const owner = total || isTotalled || groups[column] !== true ? null : (owners[column] ?? null);
      if (text === "" && owner && !isBlank) owner.cell.rowSpan++;
      else if (
        text !== "" &&
        owner &&
        row.afterGap &&
        column === firstGroup &&
        isSameGroup(context, owner, text, spans)
      ) {
        owner.cell.rowSpan++;
        setAside(context, "repeated-group", spans);
      } else {
        const cell = cellNode(context, spans, column);
        cells.push(cell);
        if (text !== "") owners[column] = groups[column] === true && !headsGroup ? { cell, text } : null;
        else if (isBlank) owners[column] = null;
      }
    });
    owners.fill(null, row.cells.length);
    nodes.push(rowNode(context, cells, false, row.line));
  });
  return nodes;
}
