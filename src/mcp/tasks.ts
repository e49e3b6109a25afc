/** The tool `list_tasks`: who must do what by when. */
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { pagePath } from "../corpus/addresses.ts";
import { compareText } from "../corpus/gazette.ts";
import type { TaskPart } from "../corpus/organizations.ts";
import { deadline, measure, type Party } from "../document/schema.ts";
import {
  answered,
  cited,
  citePath,
  isoDate,
  issueId,
  paged,
  pageOf,
  paging,
  READING,
  refused,
  sayCited,
  sayPage,
  within,
} from "./answers.ts";
import type { Archive } from "./archive.ts";
import { findBody } from "./names.ts";
import { noIssue } from "./search.ts";

const role = z.enum(["leads", "supports"]);

const input = z.strictObject({
  body: z.string().min(1).optional().describe("单位名称，如 县财政局；简称和别称也可"),
  role: role.optional().describe("leads 牵头或负责，supports 配合；要同时给出 body"),
  from: isoDate.optional().describe("完成时限不早于这一天"),
  to: isoDate.optional().describe("完成时限不晚于这一天"),
  issue: issueId.optional(),
  document: z.string().optional().describe("只列这件文件的任务，如 2021-03/pzf-2021-56"),
  ...paging(100, 20),
});

const names = z.array(z.string());
const listed = z.strictObject({
  id: z.string().describe("任务编号"),
  document: z.string().describe("所在文件的编号"),
  number: z.int().nullable().describe("所印序号"),
  group: z.string().nullable(),
  title: z.string().nullable(),
  text: z.string().nullable(),
  role: role.nullable().describe("所问单位的角色"),
  responsibility: z.string().nullable().describe("责任分工，照原文"),
  groupLead: names,
  responsible: names,
  supporting: names,
  deadline: deadline.nullable(),
  measures: z.array(measure),
  ...cited,
});

const output = {
  ...paged,
  undated: z.int().describe("因没有截止日期而未列入的任务数（只在按时限筛选时）"),
  tasks: z.array(listed),
};

export function registerTasks(server: McpServer, archive: Archive): void {
  server.registerTool(
    "list_tasks",
    {
      title: "任务清单",
      description:
        "列出公报里的任务：谁牵头、谁配合、何时完成、数额多少。可按单位、角色、时限、期、文件筛选；新的一期在前，期内按所印次序。",
      inputSchema: input,
      outputSchema: output,
      annotations: READING,
    },
    (asked) => listTasks(archive, asked),
  );
}

type Part = Omit<TaskPart, "role"> & { role: TaskPart["role"] | null };

function listTasks(archive: Archive, asked: z.infer<typeof input>) {
  const { from, to, issue, document } = asked;
  const { gazette } = archive;
  if (asked.role !== undefined && asked.body === undefined)
    return refused("role 是某个单位的角色：请同时给出 body。");
  if (issue !== undefined && !gazette.issues.some(({ id }) => id === issue))
    return refused(noIssue(archive, issue));
  if (document !== undefined && !gazette.leading.has(document))
    return refused(`没有文件 ${document}。用 list_documents 查文件编号。`);
  const body = asked.body === undefined ? null : findBody(archive, asked.body);
  if (typeof body === "string") return refused(body);
  const parts = (body?.tasks ?? allTasks(archive)).filter(
    (part) =>
      (asked.role === undefined || part.role === asked.role) &&
      (issue === undefined || part.table.issue === issue) &&
      (document === undefined || part.table.notice === document),
  );
  const dated = parts.filter(({ task }) => within(task.deadline?.end, from, to));
  const undated = parts.filter(({ task }) => (task.deadline?.end ?? null) === null).length;
  const left = from === undefined && to === undefined ? 0 : undated;
  const part = pageOf(
    dated.toSorted((a, b) => compareText(b.table.issue, a.table.issue)),
    asked,
  );
  const tasks = part.page.map((one) => listedTask(archive, one));
  const { total, offset, next } = part;
  const note = left === 0 ? "" : `另有 ${left} 项没有截止日期，未列入。`;
  const text = [`${sayPage(part)}${note}`, ...tasks.map((task, at) => sayTask(task, offset + at + 1))];
  return answered({ total, offset, next, undated: left, tasks }, text.join("\n"));
}

function allTasks({ gazette }: Archive): Part[] {
  return gazette.taskTables.flatMap((table) => table.tasks.map((task) => ({ task, table, role: null })));
}

const namesOf = (parties: Party[]): string[] => parties.map(({ name }) => name);

/** A task is cited where it was printed: the paragraph or the row that it was read from. */
function listedTask(archive: Archive, { task, table, role }: Part): z.infer<typeof listed> {
  const { id, number, group, title, text, responsibility, measures } = task;
  const printed = `${pagePath(table.notice)}#${task.anchor}`;
  const path = archive.places.has(printed) ? printed : `${pagePath(table.id)}#${task.anchor}`;
  return {
    id,
    document: table.notice,
    number,
    group,
    title,
    text,
    role,
    responsibility,
    groupLead: namesOf(task.groupLead),
    responsible: namesOf(task.responsible),
    supporting: namesOf(task.supporting),
    deadline: task.deadline,
    measures,
    ...citePath(archive, path),
  };
}

function sayTask(task: z.infer<typeof listed>, at: number): string {
  const measures = task.measures.map(
    ({ name, text, unit, year }) => `${year === null ? "" : `${year}年`}${name} ${text}${unit ?? ""}`,
  );
  const lines = [
    [task.group, task.title].filter((word) => word !== null).join("　"),
    task.text,
    task.responsibility,
    task.deadline === null ? null : `时限：${task.deadline.text}`,
    measures.length === 0 ? null : measures.join("，"),
  ].filter((line) => line !== null && line !== "");
  return `${at}. ${lines.join("\n").replaceAll("\n", "\n   ")}\n${sayCited(task)}`;
}
