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
    texts.length >= 2 && texts.every((text) => text !== "" && isHeadText(text) && !/^[\d.%]+$/.test(text))
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

/** The first rows that are the head: none, one, or two. */
export function headOf(rows: readonly RawRow[]): RawRow[] {
  const [first, second] = rows;
  if (first === undefined || second === undefined) return [];
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
