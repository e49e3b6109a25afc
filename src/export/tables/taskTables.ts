/** The table of task tables. */
import { pagePath } from "../../corpus/addresses.ts";
import { oldestFirst } from "../../corpus/gazette.ts";
import type { TaskTableDocument } from "../../document/schema.ts";
import { columnsFor, defineTable, to } from "./column.ts";
import { issueColumn, type Placed, placeColumns } from "./place.ts";

interface TaskTableRow extends Placed {
  table: TaskTableDocument;
}

const whole = columnsFor<TaskTableRow>();

export const taskTables = defineTable<TaskTableRow>({
  name: "task_tables",
  title: "任务表",
  description: "任务清单、责任清单、分配表、指标表，和正文中写明责任单位的各项任务（一件公文合为一表）。",
  primaryKey: ["id"],
  columns: [
    whole.always.text(
      "id",
      "任务表编号",
      "文件编号加 -tasks- 和序号。",
      "task-table.id",
      ({ table }) => table.id,
    ),
    issueColumn(),
    whole.always.text(
      "document_id",
      "所在文件",
      "任务印在哪件公文里。",
      "task-table.notice",
      ({ table }) => table.notice,
      to("documents"),
    ),
    whole.maybe.text(
      "title",
      "表题",
      "照印；由正文读出的空。",
      "task-table.title",
      ({ table }) => table.title,
    ),
    whole.always.text(
      "origin",
      "来源",
      "table 由表格读出，inline 由正文读出。",
      "task-table.origin",
      ({ table }) => table.origin,
      { values: ["table", "inline"] },
    ),
    whole.maybe.text(
      "table_id",
      "所据表格",
      "由哪张表格读出；由正文读出的空。",
      "task-table.table",
      ({ table }) => table.table,
      to("tables"),
    ),
    whole.always.integer(
      "task_count",
      "任务数",
      "共几项任务。",
      "task-table.tasks[]",
      ({ table }) => table.tasks.length,
    ),
    ...placeColumns<TaskTableRow>("各项任务"),
  ],
  rows: ({ gazette }) =>
    oldestFirst(gazette.taskTables).map((table) => ({
      table,
      issue: table.issue,
      path: pagePath(table.id),
      position: table.position,
    })),
});
