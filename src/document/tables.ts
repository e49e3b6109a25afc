/** Printed tables and the work read from them, as documents. */
import { type Column, cellText, type Grid, type GridRow, tableLeaf } from "../reading/grid.ts";
import type { TaskReading, TaskTableReading } from "../reading/tasks/task.ts";
import { hull } from "../tree/build.ts";
import type { Table } from "../tree/nodes.ts";
import { schemaOf } from "./head.ts";
import type { TableDocument, Task, TaskTableDocument } from "./schema.ts";

const task = (reading: TaskReading, id: string, anchor: string): Task => ({
  id,
  anchor,
  number: reading.number,
  group: reading.group,
  groupLead: reading.groupLead,
  title: reading.title,
  text: reading.text,
  responsibility: reading.responsibility,
  responsible: reading.duty.responsible,
  supporting: reading.duty.supporting,
  deadline: reading.deadline,
  measures: reading.measures,
  extra: reading.extra,
  position: reading.position,
});

/** A task with the anchor of the block or row that it was read from. */
export interface PlacedTask {
  reading: TaskReading;
  anchor: string;
}

/** What a task table is made of. */
export interface TaskTableSource {
  id: string;
  issue: string;
  notice: string;
  title: string | null;
  origin: "table" | "inline";
  table: string | null;
  tasks: readonly PlacedTask[];
  totals: TaskTableReading["totals"];
}

/** A task table as a document; its place is the hull of its tasks. */
export function compileTaskTable({
  id,
  issue,
  notice,
  title,
  origin,
  table,
  tasks,
  totals,
}: TaskTableSource): TaskTableDocument {
  return {
    ...schemaOf("task-table"),
    id,
    issue,
    notice,
    title,
    origin,
    table,
    tasks: tasks.map(({ reading, anchor }, index) => task(reading, `${id}#${index + 1}`, anchor)),
    totals,
    position: hull(tasks.map(({ reading }) => reading)),
  };
}

/** The texts of a row by the names of its columns; null where it does not fit them. */
function recordOf({ cells, misfit }: GridRow, columns: readonly Column[]): Record<string, string> | null {
  if (misfit) return null;
  const record: Record<string, string> = {};
  columns.forEach(({ name }, column) => {
    record[name] = cellText(cells[column]);
  });
  return record;
}

/** Where a table stands and what it is called. */
export type TableHead = Pick<TableDocument, "id" | "issue" | "notice" | "attachment" | "title">;

/** A printed table as a document, its grid resolved. */
export function compileTable(
  table: Table,
  grid: Grid,
  { id, issue, notice, attachment, title }: TableHead,
): TableDocument {
  return {
    ...schemaOf("table"),
    id,
    issue,
    notice,
    attachment,
    title,
    unitNote: tableLeaf(table, "unitNote"),
    columns: grid.columns,
    rows: grid.rows.map(({ row }) => ({
      cells: row.children.map((cell) => ({
        text: cellText(cell),
        rowSpan: cell.rowSpan,
        colSpan: cell.colSpan,
      })),
    })),
    records: grid.rows.map((row) => recordOf(row, grid.columns)),
    position: table.position,
  };
}
