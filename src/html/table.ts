/** A table document → hast: an HTML table with its heads, that a phone shows as one card a row or in a box of its own. */
import type { Element, ElementContent } from "hast";
import { lastPart, rowAnchor } from "../corpus/addresses.ts";
import type { TableDocument } from "../document/schema.ts";
import { type Child, h } from "./element.ts";
import type { Links } from "./links.ts";
import { placeMark } from "./mark.ts";
import { linesOf } from "./text.ts";

/** Figures are compared down a column, so such a table stays a grid; words are read, a row at a time. */
export type TableShape = "grid" | "cards";

/** From this length on a cell of a card stands below its column name, not beside it. */
const LONG = 24;

/** Two columns of figures, the running number aside, make a grid. */
export function tableShape({ columns, records }: TableDocument): TableShape {
  const figures = columns.filter(({ name }) => {
    const texts = records.flatMap((record) => record?.[name] ?? []).filter((text) => text !== "");
    return name !== "序号" && texts.length > 0 && texts.filter(isFigure).length > texts.length / 2;
  });
  return figures.length > 1 ? "grid" : "cards";
}

/** The column that names the rows, the first of mostly words: it stays in view when a grid is scrolled. */
function keyColumn({ columns, records }: TableDocument): number {
  return columns.findIndex(({ name }) => {
    const wordy = records.filter((record) => /[^\d\s.,%+-]/u.test(record?.[name] ?? ""));
    return wordy.length > records.length / 2;
  });
}

export function tableElement(table: TableDocument, links: Links): Element {
  const slug = lastPart(table.id);
  const key = keyColumn(table);
  const title = table.title ?? "表格";
  return tableFrame({
    id: slug,
    shape: [tableShape(table), ...(table.columns.length > 5 ? ["wide"] : [])],
    caption: [
      h("span", { className: ["title"] }, title),
      table.unitNote === null ? [] : h("span", { className: ["unit"] }, table.unitNote),
      h("span", { className: ["size"] }, `${table.rows.length} 行`),
      placeMark(slug, title, false),
    ],
    head: headCells(table, key),
    rows: bodyRows(table, key, links),
  });
}

type Frame = { id: string; shape: string[]; caption: Child[]; head: Element[]; rows: Element[] };

/**
 * The labelled box of a table, to be scrolled by keyboard too. Its parts say their roles, since a table that
 * is shown as cards loses them in some browsers.
 */
export function tableFrame({ id, shape, caption, head, rows }: Frame): Element {
  const label = `${id}-caption`;
  const thead = h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, head));
  return h(
    "div",
    { id, className: ["table", ...shape], role: "region", ariaLabelledBy: [label], tabIndex: 0 },
    h("p", { id: label, className: ["caption"] }, caption),
    h(
      "table",
      { role: "table", ariaLabelledBy: [label] },
      head.length === 0 ? [] : thead,
      h("tbody", { role: "rowgroup" }, rows),
    ),
  );
}

/** No head where none is printed; a column without a name heads nothing. */
function headCells({ columns }: TableDocument, key: number): Element[] {
  if (columns.every(({ text }) => text === "")) return [];
  return columns.map(({ text }, column) => {
    const shown = classes({ key: column === key });
    if (text === "") return h("td", { role: "cell", ...shown });
    return h("th", { scope: "col", role: "columnheader", ...shown }, linesOf(text));
  });
}

/** A cell that spans rows is printed once; the cards of its other rows show it again. */
type Spanning = { text: string; rows: number; columns: number };

function bodyRows(table: TableDocument, key: number, links: Links): Element[] {
  const spanning = new Map<number, Spanning>();
  return table.rows.map(({ cells }, at) => {
    const row: ElementContent[] = [];
    let column = 0;
    const repeat = () => {
      for (let above = spanning.get(column); above !== undefined; above = spanning.get(column)) {
        row.push(againCell(table, column, above.text));
        above.rows -= 1;
        if (above.rows === 0) spanning.delete(column);
        column += above.columns;
      }
    };
    for (const cell of cells) {
      repeat();
      row.push(tableCell(table, column, key, cell, links));
      if (cell.rowSpan > 1)
        spanning.set(column, { text: cell.text, rows: cell.rowSpan - 1, columns: cell.colSpan });
      column += cell.colSpan;
    }
    repeat();
    const anchor = rowAnchor(table.id, at + 1);
    const last = row.at(-1);
    if (last?.type === "element")
      last.children.push(placeMark(anchor, `${table.title ?? "表格"}第${at + 1}行`, true));
    return h("tr", { id: anchor, role: "row", ...(isTotal(cells) ? { className: ["total"] } : {}) }, row);
  });
}

type Cell = TableDocument["rows"][number]["cells"][number];

function isTotal(cells: Cell[]): boolean {
  return cells.some(({ text }) => /^(?:合计|总计|小计)$/u.test(text));
}

function tableCell(table: TableDocument, column: number, key: number, cell: Cell, links: Links): Element {
  const { text, rowSpan, colSpan } = cell;
  const href = links.organization(text);
  const words = href === null ? linesOf(text) : [h("a", { href, className: ["names"] }, text)];
  return h(
    "td",
    {
      role: "cell",
      dataLabel: labelOf(table, column),
      ...(rowSpan > 1 ? { rowSpan } : {}),
      ...(colSpan > 1 ? { colSpan } : {}),
      ...classes({
        key: column === key,
        figure: isFigure(text),
        blank: text === "",
        long: text.length > LONG,
      }),
    },
    words,
  );
}

function againCell(table: TableDocument, column: number, text: string): Element {
  return h("td", { role: "cell", className: ["again"], dataLabel: labelOf(table, column) }, linesOf(text));
}

function labelOf(table: TableDocument, column: number): string {
  return table.columns[column]?.text ?? "";
}

function isFigure(text: string): boolean {
  return /^[-+]?[\d,]+(?:\.\d+)?%?$/u.test(text);
}

/** The names that hold; no attribute where none does. */
function classes(names: Record<string, boolean>): { className?: string[] } {
  const className = Object.keys(names).filter((name) => names[name]);
  return className.length === 0 ? {} : { className };
}
