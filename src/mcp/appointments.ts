/** The tool `list_appointments`: who came into which office, who left it, and when. */
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { decisionAnchor, pagePath } from "../corpus/addresses.ts";
import type { DecisionIn } from "../corpus/organizations.ts";
import { decision } from "../document/schema.ts";
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
import { findBody, findPerson } from "./names.ts";
import { noIssue } from "./search.ts";

const input = z.strictObject({
  person: z.string().min(1).optional().describe("姓名，如 田婷婷；同名者未作区分"),
  body: z.string().min(1).optional().describe("任职或免职所在单位，简称和别称也可"),
  action: z.enum(["appoint", "remove"]).optional().describe("appoint 任，remove 免"),
  from: isoDate.optional().describe("任免文件的成文日期不早于这一天"),
  to: isoDate.optional().describe("任免文件的成文日期不晚于这一天"),
  issue: issueId.optional(),
  ...paging(100, 20),
});

const listed = z.strictObject({
  document: z.string().describe("任免文件的编号"),
  documentNumber: z.string().nullable(),
  date: z.string().nullable().describe("成文日期"),
  ...decision.omit({ position: true }).shape,
  ...cited,
});

const output = { ...paged, decisions: z.array(listed) };

export function registerAppointments(server: McpServer, archive: Archive): void {
  server.registerTool(
    "list_appointments",
    {
      title: "人事任免",
      description:
        "列出人事任免：谁任什么职、谁免什么职、依据哪件文件。可按姓名、单位、日期、期筛选；新的一期在前，期内按所印次序。",
      inputSchema: input,
      outputSchema: output,
      annotations: READING,
    },
    (asked) => listAppointments(archive, asked),
  );
}

function listAppointments(archive: Archive, asked: z.infer<typeof input>) {
  const { action, from, to, issue } = asked;
  const { gazette, canonical } = archive;
  if (issue !== undefined && !gazette.issues.some(({ id }) => id === issue))
    return refused(noIssue(archive, issue));
  const person = asked.person === undefined ? null : findPerson(archive, asked.person);
  if (typeof person === "string") return refused(person);
  const body = asked.body === undefined ? null : findBody(archive, asked.body);
  if (typeof body === "string") return refused(body);
  const found = gazette.appointments
    .flatMap((document) =>
      document.decisions.map((one, at): DecisionIn => ({ decision: one, number: at + 1, document })),
    )
    .filter(
      ({ decision: one, document }) =>
        (person === null || one.person === person.name) &&
        (body === null || (one.organization !== null && canonical(one.organization) === body.name)) &&
        (action === undefined || one.action === action) &&
        (issue === undefined || document.issue === issue) &&
        within(document.date, from, to),
    );
  const part = pageOf(found, asked);
  const decisions = part.page.map((one) => listedDecision(archive, one));
  const { total, offset, next } = part;
  const text = [sayPage(part), ...decisions.map((one, at) => sayDecision(one, offset + at + 1))];
  return answered({ total, offset, next, decisions }, text.join("\n"));
}

function listedDecision(
  archive: Archive,
  { decision: { position: _, ...rest }, number, document }: DecisionIn,
): z.infer<typeof listed> {
  return {
    document: document.id,
    documentNumber: document.documentNumber?.text ?? null,
    date: document.date,
    ...rest,
    ...citePath(archive, `${pagePath(document.id)}#${decisionAnchor(number)}`),
  };
}

function sayDecision(one: z.infer<typeof listed>, at: number): string {
  const date = one.date === null ? "" : `（${one.date}）`;
  return `${at}. ${one.text}${date}\n${sayCited(one)}`;
}
