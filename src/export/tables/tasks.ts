/** The table of tasks. */
import { pagePath } from "../../corpus/addresses.ts";
import type { Canonical } from "../../corpus/authority.ts";
import { oldestFirst } from "../../corpus/gazette.ts";
import type { Party, Task, TaskTableDocument } from "../../document/schema.ts";
import { columnsFor, defineTable, type Printed, to } from "./column.ts";
import { issueColumn, type Placed, placeColumns } from "./place.ts";

/** A task with the table that it belongs to. */
export interface TaskRow extends Placed {
  task: Task;
  table: TaskTableDocument;
  canonical: Canonical;
}

/** All tasks, oldest issue first. */
export function tasksOf({ gazette, canonical }: Printed): TaskRow[] {
  return oldestFirst(gazette.taskTables).flatMap((table) =>
    table.tasks.map((task) => ({
      task,
      table,
      canonical,
      issue: table.issue,
      path: `${pagePath(table.id)}#${task.anchor}`,
      position: task.position,
    })),
  );
}

const { always, maybe } = columnsFor<TaskRow>();

/** Bodies by their canonical names, each once. */
const named = (parties: readonly Party[], canonical: Canonical): string | null =>
  [...new Set(parties.map(({ name }) => canonical(name)))].join("、") || null;

export const tasks = defineTable<TaskRow>({
  name: "tasks",
  title: "任务",
  description: "须有人办理的每一项任务，一行一项。承担任务的单位一行一个，见 task_parties。",
  primaryKey: ["id"],
  columns: [
    always.text("id", "任务编号", "任务表编号加 # 和序号。", "task-table.tasks[].id", ({ task }) => task.id),
    issueColumn(),
    always.text(
      "document_id",
      "所在文件",
      "任务印在哪件公文里。",
      "task-table.notice",
      ({ table }) => table.notice,
      to("documents"),
    ),
    always.text(
      "task_table_id",
      "任务表编号",
      "属于哪张任务表。",
      "task-table.id",
      ({ table }) => table.id,
      to("task_tables"),
    ),
    maybe.integer("number", "序号", "所印序号。", "task-table.tasks[].number", ({ task }) => task.number),
    maybe.text(
      "group_title",
      "组",
      "所属的标题或分组栏，照印。",
      "task-table.tasks[].group",
      ({ task }) => task.group,
    ),
    maybe.text(
      "title",
      "任务名称",
      "事项标题或简称，照印。",
      "task-table.tasks[].title",
      ({ task }) => task.title,
    ),
    maybe.text("text", "任务内容", "要做的事，照印。", "task-table.tasks[].text", ({ task }) => task.text),
    maybe.text(
      "responsibility",
      "责任原文",
      "责任单位一栏或一段，照印；几行以换行相连。",
      "task-table.tasks[].responsibility",
      ({ task }) => task.responsibility,
    ),
    maybe.text(
      "leads",
      "牵头或责任单位",
      "规范名称，以顿号相连，含标题括号里的牵头单位。",
      "task-table.tasks[].responsible[]、groupLead[]",
      ({ task, canonical }) => named([...task.responsible, ...task.groupLead], canonical),
    ),
    maybe.text(
      "supports",
      "配合单位",
      "规范名称，以顿号相连。",
      "task-table.tasks[].supporting[]",
      ({ task, canonical }) => named(task.supporting, canonical),
    ),
    maybe.text(
      "deadline_text",
      "时限原文",
      "照印。",
      "task-table.tasks[].deadline.text",
      ({ task }) => task.deadline?.text ?? null,
    ),
    maybe.date(
      "deadline_start",
      "时限起日",
      "2021年 自 2021-01-01 起；某日前则空。",
      "task-table.tasks[].deadline.start",
      ({ task }) => task.deadline?.start ?? null,
    ),
    maybe.date(
      "deadline_end",
      "时限止日",
      "最迟哪天完成；长期执行或没有时限则空。",
      "task-table.tasks[].deadline.end",
      ({ task }) => task.deadline?.end ?? null,
    ),
    always.flag(
      "ongoing",
      "长期",
      "写明长期执行的为 true。",
      "task-table.tasks[].deadline.ongoing",
      ({ task }) => task.deadline?.ongoing ?? false,
    ),
    ...placeColumns<TaskRow>(),
  ],
  rows: tasksOf,
});
