/** Which rows of a plain table are its head. */
import type { Cell, Row } from "../../tree/nodes.ts";
import type { Context } from "../context.ts";
import { cellNode, rowNode } from "./nodes.ts";
import type { RawRow } from "./rawRows.ts";

const LONGEST_HEAD = 24;
const isHeadText = (text: string): boolean => text.length <= LONGEST_HEAD && !/[。；;]/.test(text);

/** True where a row can be a head: short words in every cell, no sentence, no figure. */
function canBeHead({ texts }: RawRow): boolean {
  return (
    texts.length >= 2 &&
    texts.every((text) => text !== "" && isHeadText(text) && !/^[\d０-９.%]+$/.test(text))
  );
}

/** True where `second` fills the blanks of `first`: together they are a head of two rows. */
function isSecondHead(first: RawRow, second: RawRow): boolean {
  const width = Math.max(first.texts.length, second.texts.length);
  const upper = (column: number): string => first.texts[column] ?? "";
  const lower = (column: number): string => second.texts[column] ?? "";
  if (lower(0) !== "" || upper(0) === "") return false;
  let filled = 0;
  for (let column = 0; column < width; column++) {
    const opensGroup = upper(column) !== "" && upper(column + 1) === "" && lower(column + 1) !== "";
    if (upper(column) === "" && lower(column) === "") return false;
    if (lower(column) === "") continue;
    if ((upper(column) !== "" && !opensGroup) || !isHeadText(lower(column))) return false;
    filled++;
  }
  return filled >= 2;
}

/** How many columns each cell of `first` heads where blanks of `second` stand for the cells that reach down to it. */
function spansByRuns(first: RawRow, second: RawRow): number[] {
  const spans: number[] = [];
  let inRun = false;
  for (const text of second.texts) {
    if (text !== "" && inRun) spans[spans.length - 1] = (spans.at(-1) as number) + 1;
    else spans.push(1);
    inRun = text !== "";
  }
  while (spans.length < first.texts.length) spans.push(1);
  return spans;
}

/** The same where all cells over the second row head equally many. */
function spansAlike(first: RawRow, second: RawRow): number[] {
  const blanks = second.texts.findIndex((text) => text !== "");
  const groups = first.texts.length - blanks;
  const each = (second.texts.length - blanks) / groups;
  return Number.isInteger(each) && each > 1 && !second.texts.includes("", blanks)
    ? first.texts.map((_, column) => (column < blanks ? 1 : each))
    : [];
}

/** 12.5, 3个, but no year: 2005年排放量 heads a column. */
const BEGINS_WITH_FIGURE = /^[\d０-９](?![\d０-９]{3}年)/;
/** A head whose merged cells left no blanks, made as wide as the rows below it: 事故起数 over 本期 and 去年同期. */
function widened(first: RawRow, second: RawRow, width: number): RawRow {
  if (
    first.texts.length >= width ||
    first.texts.includes("") ||
    second.texts[0] !== "" ||
    !second.texts.every((text) => isHeadText(text) && !BEGINS_WITH_FIGURE.test(text))
  )
    return first;
  const spans = [spansByRuns(first, second), spansAlike(first, second)].find(
    (found) => found.length === first.texts.length && found.reduce((sum, count) => sum + count, 0) === width,
  );
  if (spans === undefined) return first;
  return {
    ...first,
    cells: first.cells.flatMap((cell, at) => [
      cell,
      ...Array.from({ length: (spans[at] as number) - 1 }, () => []),
    ]),
    texts: first.texts.flatMap((text, at) => [
      text,
      ...Array.from({ length: (spans[at] as number) - 1 }, () => ""),
    ]),
  };
}

/** What a merged cell says of those below it: 其中, 责任分工 over 牵头 and 配合, 资金来源 over 中央 and 省级, 目标 over years. */
const MERGED: readonly (readonly [RegExp, RegExp])[] = [
  [/^其中[：:]?$/, /./],
  [/责任|分工|单位|部门/, /^(?:牵头|主办|主责|责任|配合|协办|参与)(?:单位|部门|主体)?$/],
  [
    /资金|投资|来源|补助|经费/,
    /^(?:中央|国家|省级?|自治区|市级?|州级?|县级?|区级?|地方|自筹|合计|小计|财政|其他|社会|债券)/,
  ],
  [/目标|计划|指标|任务|进度|年度|投资/, /^(?:(?:19|20)\d{2}年|第?[一二三四]季度|[上下]半年|\d{1,2}月)/],
];

/**
 * The second row of a head whose blanks are lost, set under the one cell that it parts; itself where none or several fit.
 * @param width how many cells the rows below have.
 */
function underMerged(first: RawRow, second: RawRow, width: number): RawRow {
  const { length } = second.texts;
  if (length < 2 || second.texts[0] === "" || first.texts.length - 1 + length !== width) return second;
  if (!canBeHead(first) || !second.texts.every((text) => text !== "" && text.length <= 10)) return second;
  const fits = first.texts.flatMap((text, at) =>
    MERGED.some(([over, under]) => over.test(text) && second.texts.every((word) => under.test(word)))
      ? [at]
      : [],
  );
  const own = first.texts.indexOf("其中");
  const at = own > 0 ? own : fits.length === 1 ? (fits[0] as number) : 0;
  if (at === 0) return second;
  const blanks = Array.from({ length: at }, () => 0);
  return {
    ...second,
    cells: [...blanks.map(() => []), ...second.cells],
    texts: [...blanks.map(() => ""), ...second.texts],
  };
}

/** The same first row with as many blanks behind the cell that the second row parts. */
function overParted(first: RawRow, second: RawRow): RawRow {
  const at = second.texts.findIndex((text) => text !== "");
  const blanks = second.texts.length - at - 1;
  const cells = Array.from({ length: blanks }, () => []);
  return {
    ...first,
    cells: [...first.cells.slice(0, at + 1), ...cells, ...first.cells.slice(at + 1)],
    texts: [...first.texts.slice(0, at + 1), ...cells.map(() => ""), ...first.texts.slice(at + 1)],
  };
}

/** True where three rows are one head: each lower one stands under blanks of those above it, or under what it parts. */
function areThreeHeads(first: RawRow, second: RawRow, third: RawRow): boolean {
  const rows = [first, second, third];
  const textAt = (row: RawRow, column: number): string => row.texts[column] ?? "";
  if (textAt(first, 0) === "" || textAt(second, 0) !== "" || textAt(third, 0) !== "") return false;
  const width = Math.max(...rows.map(({ texts }) => texts.length));
  for (let column = 0; column < width; column++) {
    if (rows.every((row) => textAt(row, column) === "")) return false;
    for (const [upper, lower] of [
      [first, second],
      [second, third],
    ] as const) {
      const own = textAt(lower, column);
      if (own === "") continue;
      const parts =
        textAt(upper, column + 1) === "" &&
        (textAt(lower, column + 1) !== "" || textAt(third, column + 1) !== "");
      if ((textAt(upper, column) !== "" && !parts) || !isHeadText(own) || BEGINS_WITH_FIGURE.test(own))
        return false;
    }
  }
  return third.texts.filter(Boolean).length > 1 && second.texts.filter(Boolean).length > 1;
}

/** The first rows that are the head: none, or one to three. */
export function headOf(rows: readonly RawRow[]): RawRow[] {
  const [printed, below, third] = rows;
  if (printed === undefined || below === undefined) return [];
  const second = third === undefined ? below : underMerged(printed, below, third.texts.length);
  if (second !== below) return [overParted(printed, second), second];
  const first = third === undefined ? printed : widened(printed, second, third.texts.length);
  if (isSecondHead(first, second)) return rows.length > 2 ? [first, second] : [];
  if (rows.length > 3 && areThreeHeads(first, second, third as RawRow))
    return [first, second, third as RawRow];
  return canBeHead(first) ? [first] : [];
}

/** The nodes of a head of three rows: each cell spans the rows down to the next one below it, and what that parts. */
function threeHeadNodes(context: Context, heads: readonly [RawRow, RawRow, RawRow], width: number): Row[] {
  const isFilled = (row: number, column: number): boolean => (heads[row]?.texts[column] ?? "") !== "";
  return heads.map((head, row) => {
    const cells: Cell[] = [];
    for (let column = 0; column < width; column++) {
      const isCovered = Array.from({ length: row }, (_, above) => above).some(
        (above) => isFilled(above, column) && !isFilled(row, column),
      );
      const below = [1, 2].find((down) => isFilled(row + down, column));
      const last = cells.at(-1);
      if (isFilled(row, column) || (row === 0 && below === undefined))
        cells.push(cellNode(context, head.cells[column] ?? [], column, below ?? heads.length - row));
      else if (!isCovered && below !== undefined && last && last.column + last.colSpan === column)
        last.colSpan++;
    }
    return rowNode(context, cells, true, head.line);
  });
}

/** The nodes of a head; over a second row, cells of the first span the columns they head, or both rows. */
export function headNodes(context: Context, heads: readonly RawRow[], width: number): Row[] {
  const [upper, lower, lowest] = heads;
  if (upper === undefined) return [];
  if (lower !== undefined && lowest !== undefined)
    return threeHeadNodes(context, [upper, lower, lowest], width);
  if (lower === undefined)
    return [
      rowNode(
        context,
        upper.cells.map((spans, column) => cellNode(context, spans, column)),
        true,
        upper.line,
      ),
    ];
  const top: Cell[] = [];
  for (let column = 0; column < width; column++) {
    const spans = upper.cells[column] ?? [];
    const hasBelow = (lower.texts[column] ?? "") !== "";
    const previous = top.at(-1);
    if (spans.length === 0 && hasBelow && previous) previous.colSpan++;
    else top.push(cellNode(context, spans, column, hasBelow ? 1 : 2));
  }
  const bottom = lower.cells
    .map((spans, column) => cellNode(context, spans, column))
    .filter(({ children }) => children.length > 0);
  return [rowNode(context, top, true, upper.line), rowNode(context, bottom, true, lower.line)];
}
