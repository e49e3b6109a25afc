/** Which cell of a table's row stands under which column. */
import type { TableDocument } from "../document/schema.ts";

/** For each row, the index of the cell that opens each column; null where a cell from above or the left covers it. */
export function cellColumns({ columns, rows }: TableDocument): (number | null)[][] {
  const covered = columns.map(() => 0);
  return rows.map(({ cells }) => {
    const own: (number | null)[] = columns.map(() => null);
    let column = 0;
    cells.forEach(({ rowSpan, colSpan }, index) => {
      while ((covered[column] ?? 0) > 0) column++;
      if (column < own.length) own[column] = index;
      for (let across = 0; across < colSpan; across++) covered[column + across] = rowSpan;
      column += colSpan;
    });
    for (let at = 0; at < covered.length; at++) covered[at] = Math.max(0, (covered[at] as number) - 1);
    return own;
  });
}
