/** The tool `get_document`: one document whole, as Markdown in pages or as the JSON that is published. */
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { pagePath, tablePath } from "../corpus/addresses.ts";
import type { AnyDocument, IssueDocument } from "../document/schema.ts";
import { markdownTwin, tableMarkdown } from "../html/twin.ts";
import { normalise } from "../search/normalise.ts";
import { answered, cited, citePath, READING, refused, sayCited } from "./answers.ts";
import type { Archive } from "./archive.ts";

/** What has an id. */
type Known = Exclude<AnyDocument, { type: "report" }>;

const input = z.strictObject({
  id: z
    .string()
    .min(1)
    .describe(
      "文件、表格或任务表的编号（2021-03/pzf-2021-56）、期号（2021-03），或发文字号（平政发〔2021〕56号）",
    ),
  format: z
    .enum(["markdown", "json"])
    .default("markdown")
    .describe("markdown 便于阅读；json 字段齐全，不分页"),
  offset: z.int().min(0).default(0).describe("Markdown 从第几个字起"),
  limit: z.int().min(500).max(100_000).default(20_000).describe("Markdown 至多多少字"),
});

const output = {
  id: z.string(),
  type: z.enum(["issue", "notice", "task-table", "table", "appointment", "chronicle"]),
  title: z.string().nullable(),
  ...cited,
  markdown: z.string().nullable(),
  total: z.int().nullable().describe("Markdown 全文的字数"),
  next: z.int().nullable().describe("还没完时，下一段的 offset"),
  document: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe("format=json 时，公布的 JSON（见 /data/schema/v1/）"),
};

export function registerDocument(server: McpServer, archive: Archive): void {
  server.registerTool(
    "get_document",
    {
      title: "取一件文件",
      description: "按编号或发文字号取一件文件（或一张表、一期目录）的全文，照原文，附现成引文和地址。",
      inputSchema: input,
      outputSchema: output,
      annotations: READING,
    },
    (asked) => getDocument(archive, asked),
  );
}

function getDocument(archive: Archive, { id, format, offset, limit }: z.infer<typeof input>) {
  const found = findDocuments(archive, id);
  const [document, ...others] = found;
  if (document === undefined)
    return refused(`没有 ${id}。用 list_documents 查文件编号，或用 search 查文字。`);
  if (others.length > 0)
    return refused(`${id} 不止一件：${found.map((one) => one.id).join("、")}。请用其中一个编号。`);
  const place = citePath(archive, pathOf(document));
  const head = { id: document.id, type: document.type, title: document.title, ...place };
  if (format === "json")
    return answered(
      { ...head, markdown: null, total: null, next: null, document },
      `${sayCited(place)}\n\n${JSON.stringify(document)}`,
    );
  const whole = markdownOf(archive, document);
  if (whole === null)
    return refused(`任务表 ${id} 没有 Markdown：用 format=json，或用 list_tasks 列出任务。`);
  const end = endOfPart(whole, offset, limit);
  const markdown = whole.slice(offset, end);
  const next = end < whole.length ? end : null;
  const more = next === null ? "" : `\n\n（全文 ${whole.length} 字，未完；接着用 offset=${next}）`;
  return answered(
    { ...head, markdown, total: whole.length, next, document: null },
    `${sayCited(place)}\n\n${markdown}${more}`,
  );
}

/** After the last line break that the limit leaves, so that no line is cut; within a line that is longer, at the limit. */
function endOfPart(text: string, offset: number, limit: number): number {
  const most = offset + limit;
  if (most >= text.length) return text.length;
  const line = text.lastIndexOf("\n", most - 1) + 1;
  return line > offset ? line : most;
}

/** By id; else by document number, which two governments may share. */
function findDocuments({ gazette }: Archive, asked: string): Known[] {
  const id = asked.replace(/^gongbao:\/\//u, "");
  const known =
    gazette.leading.get(id) ??
    gazette.tableById.get(id) ??
    gazette.taskTableById.get(id) ??
    gazette.issues.find((issue) => issue.id === id);
  if (known !== undefined) return [known];
  const number = normalise(asked);
  return [...gazette.notices, ...gazette.appointments].filter(
    ({ documentNumber }) => documentNumber !== null && normalise(documentNumber.text) === number,
  );
}

function pathOf(document: Known): string {
  return document.type === "table" ? tablePath(document) : pagePath(document.id);
}

function markdownOf({ gazette }: Archive, document: Known): string | null {
  if (document.type === "issue") return contentsMarkdown(document);
  if (document.type === "table") return tableMarkdown(document);
  return document.type === "task-table" ? null : markdownTwin(document, gazette.tableById);
}

/** The printed contents, each entry with the id of what it leads to. */
function contentsMarkdown({ title, year, number, contents }: IssueDocument): string {
  const lines = contents.map((entry) => {
    const facts = [entry.documentNumber, entry.page === null ? null : `第${entry.page}页`, entry.document];
    return `- ${[entry.title, ...facts.filter((fact) => fact !== null)].join("，")}`;
  });
  return `# ${title}${year}年第${number}期\n\n${lines.join("\n")}\n`;
}
