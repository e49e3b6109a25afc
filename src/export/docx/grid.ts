/** How a table's cells stand in columns: each row filled up to the widest, cells that span rows reaching down. */
import type { TableDocument } from "../../document/schema.ts";
import { highest } from "./measure.ts";

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
  const placed = placeCells(rows);
  const ends = placed.flatMap(({ cells }) => cells.map(endOf));
  const width = highest([columns.length, 1, ...ends]);
  return { width, rows: placed.map((row) => [...row.cells, ...blanks(row, width)]) };
}

/** A row's cells, and the columns that cells above still take. */
interface PlacedRow {
  cells: PlacedCell[];
  taken: ReadonlySet<number>;
}

function placeCells(rows: TableDocument["rows"]): PlacedRow[] {
  /** By column: the first row that is free again. */
  const freeFrom = new Map<number, number>();
  return rows.map(({ cells }, row) => {
    const taken = new Set([...freeFrom].filter(([, free]) => free > row).map(([column]) => column));
    let column = 0;
    const inRow = cells.map((cell) => {
      while (taken.has(column)) column++;
      const here = { ...cell, rowSpan: Math.min(cell.rowSpan, rows.length - row), column };
      column = endOf(here);
      return here;
    });
    for (const cell of inRow)
      for (let over = cell.column; over < endOf(cell); over++) freeFrom.set(over, row + cell.rowSpan);
    return { cells: inRow, taken };
  });
}

function endOf({ column, colSpan }: Pick<PlacedCell, "column" | "colSpan">): number {
  return column + colSpan;
}

function blanks({ cells, taken }: PlacedRow, width: number): PlacedCell[] {
  const from = highest(cells.map(endOf));
  return Array.from({ length: width - from }, (_, at) => from + at)
    .filter((column) => !taken.has(column))
    .map((column) => ({ text: "", rowSpan: 1, colSpan: 1, column }));
}
