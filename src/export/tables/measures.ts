/** The table of figures: money, areas, indicators, one row a printed figure. */
import { pagePath } from "../../corpus/addresses.ts";
import type { Canonical } from "../../corpus/authority.ts";
import { oldestFirst } from "../../corpus/gazette.ts";
import type { Task, TaskTableDocument } from "../../document/schema.ts";
import { columnsFor, defineTable, to } from "./column.ts";
import { issueColumn, type Placed, placeColumns } from "./place.ts";

interface MeasureRow extends Placed {
  id: string;
  measure: Task["measures"][number];
  table: TaskTableDocument;
  /** Null for a sum (合计). */
  task: Task | null;
  organization: string | null;
}

const { always, maybe } = columnsFor<MeasureRow>();

export const measures = defineTable<MeasureRow>({
  name: "measures",
  title: "数量指标",
  description:
    "任务表里的金额、面积、比例等，一行一个数。合计行也在内（is_total 为 true），求和时须除去。各乡镇的钱：按 organization 求和，unit 为万元。",
  primaryKey: ["id"],
  columns: [
    always.text(
      "id",
      "编号",
      "任务编号（合计为任务表编号加 #total）加 / 和序号。",
      "task-table.tasks[].measures[]",
      ({ id }) => id,
    ),
    issueColumn(),
    always.text(
      "document_id",
      "所在文件",
      "印在哪件公文里。",
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
    maybe.text(
      "task_id",
      "任务编号",
      "属于哪项任务；合计则空。",
      "task-table.tasks[].id",
      ({ task }) => task?.id ?? null,
      to("tasks"),
    ),
    always.flag("is_total", "合计", "合计行的数。", "task-table.totals[]", ({ task }) => task === null),
    maybe.text(
      "organization",
      "承担单位",
      "任务只有一个牵头或责任单位时其规范名称；有几个的见 task_parties。",
      "task-table.tasks[].responsible[]",
      ({ organization }) => organization,
      to("organizations", "name"),
    ),
    always.text(
      "name",
      "指标",
      "表头或指标名，不连单位。",
      "task-table.tasks[].measures[].name",
      ({ measure }) => measure.name,
    ),
    always.text(
      "text",
      "所印数值",
      "照印，如 91 以上。",
      "task-table.tasks[].measures[].text",
      ({ measure }) => measure.text,
    ),
    maybe.number(
      "value",
      "数值",
      "所印的是单纯的数时其值，否则空。",
      "task-table.tasks[].measures[].value",
      ({ measure }) => measure.value,
    ),
    maybe.text(
      "unit",
      "单位",
      "照印，不换算。",
      "task-table.tasks[].measures[].unit",
      ({ measure }) => measure.unit,
    ),
    maybe.integer(
      "year",
      "年份",
      "指标所属年份。",
      "task-table.tasks[].measures[].year",
      ({ measure }) => measure.year,
    ),
    ...placeColumns<MeasureRow>("任务（合计为整张任务表）"),
  ],
  rows: ({ gazette, canonical }) =>
    oldestFirst(gazette.taskTables).flatMap((table) => [
      ...table.tasks.flatMap((task) => taskMeasures(table, task, canonical)),
      ...totals(table),
    ]),
});

function taskMeasures(table: TaskTableDocument, task: Task, canonical: Canonical): MeasureRow[] {
  const leads = new Set([...task.responsible, ...task.groupLead].map(({ name }) => canonical(name)));
  const [only = null, another] = leads;
  return task.measures.map((measure, at) => ({
    id: `${task.id}/${at + 1}`,
    measure,
    table,
    task,
    organization: another === undefined ? only : null,
    issue: table.issue,
    path: `${pagePath(table.id)}#${task.anchor}`,
    position: task.position,
  }));
}

function totals(table: TaskTableDocument): MeasureRow[] {
  return (table.totals ?? []).map((measure, at) => ({
    id: `${table.id}#total/${at + 1}`,
    measure,
    table,
    task: null,
    organization: null,
    issue: table.issue,
    path: pagePath(table.id),
    position: table.position,
  }));
}
