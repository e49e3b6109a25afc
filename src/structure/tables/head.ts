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

/** The first rows that are the head: none, one, or two. */
export function headOf(rows: readonly RawRow[]): RawRow[] {
  const [printed, second, third] = rows;
  if (printed === undefined || second === undefined) return [];
  const first = third === undefined ? printed : widened(printed, second, third.texts.length);
  if (isSecondHead(first, second)) return rows.length > 2 ? [first, second] : [];
  return canBeHead(first) ? [first] : [];
}

/** The nodes of a head; over a second row, cells of the first span the columns they head, or both rows. */
export function headNodes(context: Context, heads: readonly RawRow[], width: number): Row[] {
  const [upper, lower] = heads;
  if (upper === undefined) return [];
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
