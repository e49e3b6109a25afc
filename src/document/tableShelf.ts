/** A place to put the tables of a document while its blocks are compiled. */
import { readGrid } from "../reading/grid.ts";
import type { Block as Node, Table } from "../tree/nodes.ts";
import type { BlockContext, SharedContext } from "./blocks.ts";
import type { NamedReading } from "./named.ts";
import type { TableDocument } from "./schema.ts";
import { compileTable } from "./tables.ts";

/** The tables compiled so far, and where each was placed. */
export interface TableShelf {
  documents: TableDocument[];
  places: Map<Table, number>;
}

/** A context whose tables go on a shelf; `attachment` tells in which attachment the compiler stands. */
export function shelvingContext(
  { id, tables, inline }: NamedReading,
  issueId: string,
  shared: SharedContext,
  shelf: TableShelf,
  attachment: () => string | null,
): BlockContext {
  const read = new Map(tables.map((one) => [one.table, one]));
  return {
    ...shared,
    anchors: new Map(),
    anchorOf: new Map(inline.map(({ node }) => [node as Node, ""])),
    citations: [],
    addTable: (table) => {
      const tableId = `${id}-table-${shelf.documents.length + 1}`;
      shelf.places.set(table, shelf.documents.length);
      shelf.documents.push(
        compileTable(table, read.get(table)?.grid ?? readGrid(table), {
          id: tableId,
          issue: issueId,
          notice: id,
          attachment: attachment(),
          title: read.get(table)?.title ?? null,
        }),
      );
      return tableId;
    },
  };
}
