/** The tables of who bears each task, and of the further columns that its printed table has. */
import type { Party } from "../../document/schema.ts";
import { columnsFor, defineTable, to } from "./column.ts";
import { issueColumn, placeColumns } from "./place.ts";
import { type TaskRow, tasksOf } from "./tasks.ts";

interface PartyRow extends TaskRow {
  role: "lead" | "group_lead" | "support";
  sequence: number;
  party: Party;
}

const party = columnsFor<PartyRow>();

export const taskParties = defineTable<PartyRow>({
  name: "task_parties",
  title: "任务承担单位",
  description:
    "每项任务由谁牵头、承担或配合，一行一个单位。县财政局牵头的任务：organization = '县财政局' 且 leads 为 true。",
  primaryKey: ["task_id", "role", "sequence"],
  columns: [
    party.always.text(
      "task_id",
      "任务编号",
      "哪项任务。",
      "task-table.tasks[].id",
      ({ task }) => task.id,
      to("tasks"),
    ),
    issueColumn(),
    party.always.text(
      "role",
      "分工",
      "lead 牵头或责任，group_lead 任务所在标题括号里的牵头单位，support 配合。",
      "task-table.tasks[].responsible、groupLead、supporting",
      ({ role }) => role,
      { values: ["lead", "group_lead", "support"] },
    ),
    party.always.flag(
      "leads",
      "牵头或责任",
      "分工为 lead 或 group_lead。",
      "同分工",
      ({ role }) => role !== "support",
    ),
    party.always.integer(
      "sequence",
      "次序",
      "同一分工中所印次序，从 1 起。",
      "同分工",
      ({ sequence }) => sequence,
    ),
    party.always.text(
      "text",
      "所印名称",
      "照印。",
      "task-table.tasks[].responsible[].text",
      ({ party }) => party.text,
    ),
    party.always.text(
      "name",
      "全名",
      "补上并列中共用的层级：县财政局、交通局 中的 交通局 为 县交通局。",
      "task-table.tasks[].responsible[].name",
      ({ party }) => party.name,
    ),
    party.always.text(
      "organization",
      "规范名称",
      "机构名录中的名称；名录没有的同全名。",
      "机构名录（content/authority/organizations.yaml）",
      ({ party, canonical }) => canonical(party.name),
      to("organizations", "name"),
    ),
    ...placeColumns<PartyRow>("任务"),
  ],
  rows: (context) =>
    tasksOf(context).flatMap((row) => [
      ...partyRows(row, "lead", row.task.responsible),
      ...partyRows(row, "group_lead", row.task.groupLead),
      ...partyRows(row, "support", row.task.supporting),
    ]),
});

function partyRows(row: TaskRow, role: PartyRow["role"], parties: Party[]): PartyRow[] {
  return parties.map((party, at) => ({ ...row, role, party, sequence: at + 1 }));
}

interface ExtraRow extends TaskRow {
  name: string;
  text: string;
}

const extra = columnsFor<ExtraRow>();

export const taskExtras = defineTable<ExtraRow>({
  name: "task_extras",
  title: "任务其他栏目",
  description: "任务所在表格的其他各栏（实施依据、追责情形、备注等），一行一栏。",
  primaryKey: ["task_id", "name"],
  columns: [
    extra.always.text(
      "task_id",
      "任务编号",
      "哪项任务。",
      "task-table.tasks[].id",
      ({ task }) => task.id,
      to("tasks"),
    ),
    issueColumn(),
    extra.always.text("name", "栏目", "表头。", "task-table.tasks[].extra", ({ name }) => name),
    extra.always.text(
      "text",
      "内容",
      "照印；空格则为空文本。",
      "task-table.tasks[].extra",
      ({ text }) => text,
    ),
    ...placeColumns<ExtraRow>("任务"),
  ],
  rows: (context) =>
    tasksOf(context).flatMap((row) =>
      Object.entries(row.task.extra).map(([name, text]) => ({ ...row, name, text })),
    ),
});
