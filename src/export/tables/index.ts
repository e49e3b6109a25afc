/** All tables for analysts, each after those that it refers to, and their rows. */
import type { ExportContext } from "../format.ts";
import { appointments } from "./appointments.ts";
import { chronicle, chroniclePeople } from "./chronicle.ts";
import { citations } from "./citations.ts";
import type { Cell, Table } from "./column.ts";
import { documents } from "./documents.ts";
import { issues } from "./issues.ts";
import { measures } from "./measures.ts";
import { organizations, people } from "./names.ts";
import { passages } from "./passages.ts";
import { cells, tables } from "./printed.ts";
import { taskExtras, taskParties } from "./taskParts.ts";
import { tasks } from "./tasks.ts";
import { taskTables } from "./taskTables.ts";

export const tableDefinitions: readonly Table[] = [
  issues,
  documents,
  organizations,
  people,
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

/** A table with its rows. */
export interface Filled {
  table: Table;
  rows: readonly Cell[][];
}

const filled = new WeakMap<ExportContext, readonly Filled[]>();

/** The tables with their rows; read once for all the formats that write them. */
export function fillTables(context: ExportContext): readonly Filled[] {
  const present = filled.get(context);
  if (present !== undefined) return present;
  const made = tableDefinitions.map((table) => ({ table, rows: table.rows(context) }));
  filled.set(context, made);
  return made;
}
