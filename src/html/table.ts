/** A table document → hast: an HTML table with its heads, that a phone shows as one card a row or in a box of its own. */
import type { Element } from "hast";
import { lastPart, rowAnchor } from "../corpus/addresses.ts";
import { rowPlace } from "../corpus/cite.ts";
import type { TableDocument } from "../document/schema.ts";
import { squeeze } from "../language/blanks.ts";
import { isTotal, mayTotal } from "../terms/columns.ts";
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

/** The labelled box of a table, to be scrolled by keyboard too. */
export function tableFrame({ id, shape, caption, head, rows }: Frame): Element {
  const label = `${id}-caption`;
  const thead = h("thead", {}, h("tr", {}, head));
  return h(
    "div",
    { id, className: ["table", ...shape], role: "region", ariaLabelledBy: [label], tabIndex: 0 },
    h("p", { id: label, className: ["caption"] }, caption),
    h("table", { ariaLabelledBy: [label] }, head.length === 0 ? [] : thead, h("tbody", {}, rows)),
  );
}

/** A row may hold more cells than the head, or fewer; HTML wants them all as wide as the widest. */
function widthOf({ columns, rows }: TableDocument): number {
  const open: number[] = [];
  const widths = rows.map(({ cells }) => {
    const above = open.filter((left) => left > 0).length;
    for (const [at, left] of open.entries()) open[at] = left - 1;
    for (const { rowSpan, colSpan } of cells)
      if (rowSpan > 1) open.push(...Array.from({ length: colSpan }, () => rowSpan - 1));
    return above + cells.reduce((sum, { colSpan }) => sum + colSpan, 0);
  });
  return Math.max(columns.length, ...widths);
}

/** No head where none is printed; a column without a name heads nothing. */
function headCells(table: TableDocument, key: number): Element[] {
  const { columns } = table;
  if (columns.every(({ text }) => text === "")) return [];
  const beyond = Array.from({ length: widthOf(table) - columns.length }, () => h("td"));
  const named = columns.map(({ text }, column) => {
    const shown = classes({ key: column === key });
    if (text === "") return h("td", shown);
    return h("th", { scope: "col", ...shown }, linesOf(text));
  });
  return [...named, ...beyond];
}

/** A cell that spans rows is printed once; the cards of its other rows show it again, above their own cells. */
type Spanning = { text: string; rows: number; columns: number };

function bodyRows(table: TableDocument, key: number, links: Links): Element[] {
  const spanning = new Map<number, Spanning>();
  const width = widthOf(table);
  return table.rows.map(({ cells }, at) => {
    const row: Element[] = [];
    const again: string[] = [];
    let column = 0;
    const repeat = () => {
      for (let above = spanning.get(column); above !== undefined; above = spanning.get(column)) {
        again.push(`${labelOf(table, column)}　${above.text}`);
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
    row.at(-1)?.children.push(placeMark(anchor, rowPlace(table, at + 1), true));
    for (; column < width; column += 1) row.push(h("td", { className: ["blank"] }));
    const properties = {
      id: anchor,
      ...(addsUp(cells) ? { className: ["total"] } : {}),
      ...(again.length > 0 ? { dataAgain: again.join("\n") } : {}),
    };
    return h("tr", properties, row);
  });
}

type Cell = TableDocument["rows"][number]["cells"][number];

/** True for a row that adds up others, as the parser tells them: 总计（2项） too. */
const addsUp = (cells: Cell[]): boolean => cells.some(({ text }) => mayTotal(text) && isTotal(squeeze(text)));

function tableCell(table: TableDocument, column: number, key: number, cell: Cell, links: Links): Element {
  const { text, rowSpan, colSpan } = cell;
  const href = links.organization(text);
  const words = href === null ? linesOf(text) : [h("a", { href, className: ["names"] }, text)];
  return h(
    "td",
    {
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
