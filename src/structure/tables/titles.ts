/** The title and the unit note of a table, where print sets them inside it, as rows of one cell over its head. */
import { squeeze } from "../../language/blanks.ts";
import { isNotedColumnName, isUnitNote } from "../../terms/columns.ts";
import { rawOf } from "../../tree/build.ts";
import type { Leaf, Span } from "../../tree/nodes.ts";
import { type Context, leafOf } from "../context.ts";
import { isRowsHeading } from "../tableLines.ts";

/** How many such rows may stand over a head: a title, its year in brackets, a unit note. */
const MOST_TITLE_ROWS = 3;

/** True for the words of a head, not those of a row: two cells at least, one of them a usual name of a column. */
const isHead = (texts: readonly string[]): boolean =>
  texts.length > 1 &&
  texts.some(isNotedColumnName) &&
  texts.every((text) => text.length <= 24 && !/[。；;]/.test(text));

/**
 * The rows of a table without those over its head that are its title or its unit note; the leaves of these are added
 * to `leaves`.
 * @param cellsOf the cells of a row as spans.
 */
export function withoutTitleRows<Row>(
  context: Context,
  rows: readonly Row[],
  cellsOf: (row: Row) => readonly Span[][],
  leaves: Leaf[],
): readonly Row[] {
  const textOf = (spans: readonly Span[]): string => squeeze(rawOf(context.source.text, spans));
  const found: { type: "caption" | "unitNote"; spans: Span[] }[] = [];
  for (const [at, row] of rows.slice(0, MOST_TITLE_ROWS + 1).entries()) {
    const cells = cellsOf(row);
    const filled = cells.filter(({ length }) => length > 0);
    const [own] = filled;
    // | | | |: Markdown wants a head, and those who turn tables into it leave that blank.
    if (own === undefined) continue;
    if (filled.length > 1) {
      if (at === 0 || rows.length < at + 2 || !isHead(cells.map(textOf))) return rows;
      for (const { type, spans } of found) leaves.push(leafOf(context, type, spans));
      return rows.slice(at);
    }
    const text = textOf(own);
    const type = isUnitNote(text) ? "unitNote" : "caption";
    if (isRowsHeading(text) || found.some((one) => one.type === type)) return rows;
    found.push({ type, spans: own });
  }
  return rows;
}
