/** A table document as a `table`: its heads, its rows with their spans, the works that its cells cite. */
import { lastPart, rowAnchor } from "../../corpus/addresses.ts";
import type { Citation, TableDocument } from "../../document/schema.ts";
import type { XmlElement } from "../xml.ts";
import { a, orBlank } from "./element.ts";
import { citedIn, type InlineContext, textWith } from "./inline.ts";

/** Where a table stands, and what is known around it. */
export interface TableContext extends InlineContext {
  /** Citations of the document whose table this is. */
  citations: readonly Citation[];
}

/** The table where it was printed: `anchor` is that of its block. */
export function tableBlock(anchor: string, table: TableDocument, context: TableContext): XmlElement {
  const { title, unitNote } = table;
  return a(
    "tblock",
    { eId: anchor, class: "table" },
    title === null ? null : a("heading", {}, title),
    unitNote === null ? null : a("subheading", {}, unitNote),
    tableElement(table, context),
  );
}

function tableElement(table: TableDocument, context: TableContext): XmlElement {
  const { start, end } = table.position;
  const own = context.citations.filter(
    ({ position }) => position.start.offset >= start.offset && position.end.offset <= end.offset,
  );
  const rows = table.rows.map(({ cells }, at) =>
    a(
      "tr",
      { eId: rowAnchor(table.id, at + 1) },
      orBlank(
        cells.map(({ text, rowSpan, colSpan }) =>
          a(
            "td",
            { rowspan: rowSpan > 1 ? rowSpan : null, colspan: colSpan > 1 ? colSpan : null },
            a("p", {}, textWith(text, citedIn(text, own), context)),
          ),
        ),
        a("td"),
      ),
    ),
  );
  return a("table", { eId: lastPart(table.id) }, orBlank([...headRow(table), ...rows], a("tr", {}, a("td"))));
}

/** No head where none is printed. */
function headRow({ columns }: TableDocument): XmlElement[] {
  if (columns.every(({ text }) => text === "")) return [];
  return [
    a(
      "tr",
      {},
      columns.map(({ text }) => a("th", {}, a("p", {}, text))),
    ),
  ];
}
