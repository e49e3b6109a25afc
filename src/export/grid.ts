/** A printed table as a plain grid: its head and its rows, every cell where it is read. */
import type { TableDocument } from "../document/schema.ts";

export interface Grid {
  /** Heads as printed, units and all; the resolved name where nothing is printed or the same is printed twice. */
  head: string[];
  /** A row that does not fit the head (`fits` false) has its cells in the order in which they are printed. */
  rows: { texts: string[]; fits: boolean }[];
}

/** The grid of a table. Where a row has more cells than the head, the head goes on: `列7`. */
export function gridOf({ columns, rows, records }: TableDocument): Grid {
  const printed = columns.map(({ text }) => text);
  const head = columns.map(({ text, name }, at) =>
    text === "" || printed.indexOf(text) !== at ? name : text,
  );
  const read = rows.map(({ cells }, at) => {
    const record = records[at] ?? null;
    return record === null
      ? { texts: cells.map(({ text }) => text), fits: false }
      : { texts: columns.map(({ name }) => record[name] ?? ""), fits: true };
  });
  const width = Math.max(0, ...read.map(({ texts }) => texts.length));
  const more = Array.from(
    { length: Math.max(0, width - head.length) },
    (_, at) => `列${head.length + at + 1}`,
  );
  return { head: [...head, ...more], rows: read };
}
