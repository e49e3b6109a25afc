/** How a table's cells stand in columns: each row filled up to the widest, cells that span rows reaching down. */
import type { TableDocument } from "../../document/schema.ts";

type Cell = TableDocument["rows"][number]["cells"][number];

/** A cell with the column that it begins in, from 0. */
export interface PlacedCell extends Cell {
  column: number;
}

/** A table's rows with all their cells; `width` is the number of columns. */
export interface Grid {
  width: number;
  rows: PlacedCell[][];
}

/** A row may hold more cells than the head, or fewer: then blank ones follow. */
export function gridOf({ columns, rows }: Pick<TableDocument, "columns" | "rows">): Grid {
  const { placed, open } = placeCells(rows);
  const ends = placed.flatMap((row) => row.map(({ column, colSpan }) => column + colSpan));
  const width = Math.max(columns.length, 1, ...ends);
  return { width, rows: placed.map((row, at) => [...row, ...blanks(row, open[at] ?? new Set(), width)]) };
}

/** The cells in their columns, and for each row the columns that cells above still take. */
function placeCells(rows: TableDocument["rows"]): { placed: PlacedCell[][]; open: Set<number>[] } {
  /** By column: the first row that is free again. */
  const freeFrom = new Map<number, number>();
  const open: Set<number>[] = [];
  const placed = rows.map(({ cells }, row) => {
    const isOpen = (column: number) => (freeFrom.get(column) ?? 0) > row;
    open.push(new Set([...freeFrom.keys()].filter(isOpen)));
    let column = 0;
    const inRow = cells.map((cell) => {
      while (isOpen(column)) column++;
      const here = { ...cell, rowSpan: Math.min(cell.rowSpan, rows.length - row), column };
      column += cell.colSpan;
      return here;
    });
    for (const { column: from, colSpan, rowSpan } of inRow)
      for (let over = from; over < from + colSpan; over++) freeFrom.set(over, row + rowSpan);
    return inRow;
  });
  return { placed, open };
}

function blanks(row: PlacedCell[], open: Set<number>, width: number): PlacedCell[] {
  const last = row.at(-1);
  const from = last === undefined ? 0 : last.column + last.colSpan;
  return Array.from({ length: width - from }, (_, at) => from + at)
    .filter((column) => !open.has(column))
    .map((column) => ({ text: "", rowSpan: 1, colSpan: 1, column }));
}
