/** A printed table as a plain grid: its head and its rows, every cell where it is read. */
import type { TableDocument } from "../document/schema.ts";

export interface Grid {
  /** Heads as printed, units and all; the resolved name where nothing is printed or the same is printed twice. */
  head: string[];
  /** A row that does not fit the head (`fits` false) has its cells in the order in which they are printed. */
  rows: { texts: string[]; fits: boolean }[];
}

/** The grid of a table. */
export function gridOf(table: TableDocument): Grid {
  const { columns, rows, records } = table;
  const read = rows.map(({ cells }, at) => {
    const record = records[at] ?? null;
    return record === null
      ? { texts: cells.map(({ text }) => text), fits: false }
      : { texts: columns.map(({ name }) => record[name] ?? ""), fits: true };
  });
  return { head: headOf(table), rows: read };
}

/** The head alone. Where a row has more cells than it, it goes on: `列7`. */
export function headOf({ columns, rows, records }: TableDocument): string[] {
  const printed = columns.map(({ text }) => text);
  const head = columns.map(({ text, name }, at) =>
    text === "" || printed.indexOf(text) !== at ? name : text,
  );
  const misfits = rows.filter((_, at) => (records[at] ?? null) === null);
  const width = Math.max(0, ...misfits.map(({ cells }) => cells.length));
  for (let column = head.length + 1; column <= width; column++) head.push(`列${column}`);
  return head;
}
