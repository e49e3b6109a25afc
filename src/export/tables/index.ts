/** All tables for analysts, each after those that it refers to, and their rows. */
import type { ExportContext } from "../format.ts";
import { appointments } from "./appointments.ts";
import { chronicle, chroniclePeople } from "./chronicle.ts";
import { citations } from "./citations.ts";
import type { Cell, Printed, Table } from "./column.ts";
import { documents } from "./documents.ts";
import { issues } from "./issues.ts";
import { measures } from "./measures.ts";
import { organizations, people } from "./names.ts";
import { passages } from "./passages.ts";
import { cells, tables } from "./printed.ts";
import { taskExtras, taskParties } from "./taskParts.ts";
import { tasks } from "./tasks.ts";
import { taskTables } from "./taskTables.ts";

const leading = [issues, documents];
const details = [
  tables,
  cells,
  taskTables,
  tasks,
  taskParties,
  taskExtras,
  measures,
  appointments,
  chronicle,
  chroniclePeople,
  citations,
  passages,
];

export const tableDefinitions: readonly Table[] = [...leading, organizations, people, ...details];

/** Those whose rows are each of one issue: all but bodies and people. */
export const byIssue: readonly Table<Printed>[] = [...leading, ...details];

/** A table with its rows. */
export interface Filled {
  table: Pick<Table, "name" | "title" | "description" | "columns" | "primaryKey">;
  rows: readonly Cell[][];
}

const filled = new WeakMap<ExportContext, readonly Filled[]>();

/** The tables with their rows; each read when a format first writes it, once for them all. */
export function fillTables(context: ExportContext): readonly Filled[] {
  const present = filled.get(context);
  if (present !== undefined) return present;
  const made = tableDefinitions.map((table) => {
    let rows: Filled["rows"] | undefined;
    return {
      table,
      get rows() {
        rows ??= table.rows(context);
        return rows;
      },
    };
  });
  filled.set(context, made);
  return made;
}
