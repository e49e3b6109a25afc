/** Tables: rows of cells under a head, whole over page breaks. */
import { hull, rangeOf } from "../../tree/build.ts";
import type { Leaf, Line, Row, Table } from "../../tree/nodes.ts";
import type { Context } from "../context.ts";
import { readPlainRows } from "./body.ts";
import { readHtmlTable } from "./html.ts";
import { readRawRows } from "./rawRows.ts";
import { withoutTitleRows } from "./titles.ts";

/** The lines of one table, and which of them a page break stands before. */
export interface TableLines {
  lines: Line[];
  gaps: ReadonlySet<Line>;
}

/** Reads rows parted by tabs or pipes, the title among them aside. */
function readPlainTable(
  context: Context,
  lines: readonly Line[],
  gaps: ReadonlySet<Line>,
): { caption: Leaf[]; rows: Row[] } {
  const caption: Leaf[] = [];
  const rows = withoutTitleRows(context, readRawRows(context, lines, gaps), ({ cells }) => cells, caption);
  return { caption, rows: readPlainRows(context, rows) };
}

/** Reads the lines of a table; `leaves` are the caption and unit note that stand above it. */
export function readTable(context: Context, { lines, gaps }: TableLines, leaves: Leaf[]): Table {
  const isHtml = lines.some(({ kind }) => kind === "html");
  const { caption, rows } = isHtml ? readHtmlTable(context, lines) : readPlainTable(context, lines, gaps);
  const children = [...leaves, ...caption, ...rows];
  const first = lines[0] as Line;
  const last = lines.at(-1) as Line;
  const position = children.length > 0 ? hull(children) : rangeOf(context.source, first.origin, last.limit);
  return { type: "table", children, position };
}
