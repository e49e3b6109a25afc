/** The tool `list_documents`: what the gazette has printed, issue by issue. */
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { pagePath } from "../corpus/addresses.ts";
import { documentsOf, type Leading } from "../corpus/gazette.ts";
import { normalise } from "../search/normalise.ts";
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
import { noIssue } from "./search.ts";

const type = z.enum(["notice", "appointment", "chronicle"]);

const input = z.strictObject({
  issue: issueId.optional(),
  type: type.optional().describe("notice 公文，appointment 人事任免，chronicle 大事记"),
  title: z.string().min(1).optional().describe("标题或发文字号里的字"),
  from: isoDate.optional().describe("成文日期不早于这一天"),
  to: isoDate.optional().describe("成文日期不晚于这一天"),
  ...paging(100, 30),
});

const listed = z.strictObject({
  id: z.string().describe("文件编号，可交给 get_document"),
  type,
  title: z.string(),
  documentNumber: z.string().nullable(),
  date: z.string().nullable().describe("成文日期"),
  issuer: z.string().nullable().describe("发文机关"),
  tables: z.array(z.string()).describe("其中表格的编号"),
  taskTables: z.array(z.string()).describe("其中任务表的编号"),
  ...cited,
});

const output = { ...paged, documents: z.array(listed) };

export function registerDocuments(server: McpServer, archive: Archive): void {
  server.registerTool(
    "list_documents",
    {
      title: "文件目录",
      description: "列出公报所载文件、任免和大事记及其编号；新的一期在前，期内按所印次序。",
      inputSchema: input,
      outputSchema: output,
      annotations: READING,
    },
    (asked) => listDocuments(archive, asked),
  );
}

function listDocuments(archive: Archive, asked: z.infer<typeof input>) {
  const { issue, title, from, to } = asked;
  const { gazette } = archive;
  if (issue !== undefined && !gazette.issues.some(({ id }) => id === issue))
    return refused(noIssue(archive, issue));
  const wanted = normalise(title ?? "");
  const found = gazette.issues
    .filter(({ id }) => issue === undefined || id === issue)
    .flatMap((one) => documentsOf(gazette, one))
    .map((document) => listedDocument(archive, document))
    .filter(
      (document) =>
        (asked.type === undefined || document.type === asked.type) &&
        normalise(`${document.documentNumber ?? ""}\n${document.title}`).includes(wanted) &&
        within(document.date, from, to),
    );
  const part = pageOf(found, asked);
  const { total, offset, next, page } = part;
  const text = page.map(
    (one, at) =>
      `${offset + at + 1}. ${one.title}（${[one.id, one.documentNumber, one.date].filter((word) => word !== null).join("，")}）\n${sayCited(one)}`,
  );
  return answered({ total, offset, next, documents: page }, [sayPage(part), ...text].join("\n"));
}

function listedDocument(archive: Archive, document: Leading): z.infer<typeof listed> {
  const notice = document.type === "notice" ? document : null;
  const dated = document.type === "chronicle" ? null : document;
  return {
    id: document.id,
    type: document.type,
    title: document.title,
    documentNumber: dated?.documentNumber?.text ?? null,
    date: dated?.date ?? null,
    issuer: dated?.issuer ?? null,
    tables: notice?.tables ?? [],
    taskTables: notice?.taskTables ?? [],
    ...citePath(archive, pagePath(document.id)),
  };
}
