/** Nodes of a table: cells and rows. */
import { hull, rangeOf } from "../../tree/build.ts";
import type { Cell, Leaf, Line, Row, Span } from "../../tree/nodes.ts";
import { type Context, leafOf } from "../context.ts";

/** A cell of these spans, blank where there are none. */
export function cellNode(context: Context, spans: Span[], column: number, rowSpan = 1, colSpan = 1): Cell {
  return {
    type: "cell",
    rowSpan,
    colSpan,
    column,
    children: spans.length > 0 ? [leafOf(context, "text", spans)] : [],
  };
}

/** A row of cells; one without text stands where its line does. */
export function rowNode(context: Context, cells: Cell[], header: boolean, line: Line): Row {
  const filled = cells.filter(({ children }) => children.length > 0);
  const position =
    filled.length > 0
      ? hull(filled.map(({ children }) => children[0] as Leaf))
      : rangeOf(context.source, line.origin, line.limit);
  return { type: "row", header, children: cells, position };
}

/** The largest of counts; a spread would overflow on a table of very many rows. */
export const widest = (counts: readonly number[]): number =>
  counts.reduce((most, count) => Math.max(most, count), 0);
