/** The tool `search`: where a phrase is printed, exactly as the site's search answers. */
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { answer } from "../search/answer.ts";
import { choose } from "../search/choose.ts";
import { excerpt } from "../search/excerpt.ts";
import type { Way } from "../search/found.ts";
import { KINDS } from "../search/layout.ts";
import type { SearchRecord } from "../search/records.ts";
import {
  answered,
  cited,
  citePath,
  issueId,
  paged,
  pageOf,
  paging,
  READING,
  refused,
  sayCited,
  sayPage,
} from "./answers.ts";
import type { Archive } from "./archive.ts";

const WAYS: Record<Way, string> = {
  spelling: "没有逐字相同的；以下是写法不同（括号、横线、繁简）的",
  name: "没有逐字相同的；以下是这个名称所指单位或人的",
  pinyin: "以下是拼音首字母相符的名称",
  pieces: "没有整句相同的；以下是含有其中多数词的",
};

const input = z.strictObject({
  query: z
    .string()
    .min(1)
    .describe("要找的原文，逐字匹配；空格隔开的几个词都要有，-词 表示不含，引号内的空格保留"),
  kind: z.enum(["标题", "正文", "任务", "表格", "任免", "大事记"]).optional().describe("只找这一种"),
  issue: issueId.optional(),
  order: z.enum(["relevance", "date"]).default("relevance").describe("按相关或按日期（新的在前）"),
  ...paging(50, 10),
});

const hit = z.strictObject({
  id: z.string().describe("文件编号，可交给 get_document；期刊本身的文字是期号"),
  kind: z.enum(KINDS),
  title: z.string(),
  documentNumber: z.string().nullable(),
  excerpt: z.string().describe("原文摘录，… 为省略"),
  ...cited,
});

const output = {
  ...paged,
  way: z.enum(["spelling", "name", "pinyin", "pieces"]).nullable().describe("null 表示逐字相同"),
  suggestions: z.array(z.string()).describe("相近的名称和标题"),
  hits: z.array(hit),
};

/** The most of a record that a hit shows. */
const EXCERPT = 200;

export function registerSearch(server: McpServer, archive: Archive): void {
  server.registerTool(
    "search",
    {
      title: "全文检索",
      description:
        "在公报全文（正文、任务、表格、任免、大事记）里逐字查找，给出摘录、现成引文、地址和原文行号。没有逐字相同的，会说明按什么找到。",
      inputSchema: input,
      outputSchema: output,
      annotations: READING,
    },
    (asked) => search(archive, asked),
  );
}

async function search(archive: Archive, asked: z.infer<typeof input>) {
  const { query, kind, issue, order } = asked;
  const { library, documents } = await archive.search();
  const named = library.catalogue.issues.find(({ id }) => id === issue)?.name;
  if (issue !== undefined && named === undefined) return refused(noIssue(archive, issue));
  const { matches, terms, way, suggestions } = await answer(library, query);
  const chosen = {
    ...(kind === undefined ? {} : { 种类: kind }),
    ...(named === undefined ? {} : { 期号: named }),
  };
  const { groups } = await choose(library, await library.facets(), { matches, chosen, order, terms });
  const found = groups.flatMap(({ document, records }) =>
    records.flatMap((record) => documents[document]?.[record] ?? []),
  );
  const part = pageOf(found, asked);
  const hits = part.page.map((record) => hitOf(archive, record, terms));
  const { total, offset, next } = part;
  return answered({ total, offset, next, way, suggestions, hits }, said(part, hits, way, suggestions));
}

function hitOf(archive: Archive, record: SearchRecord, terms: string[]): z.infer<typeof hit> {
  const { documentId: id, kind, title, number, url, place, text } = record;
  return {
    id,
    kind,
    title,
    documentNumber: number,
    excerpt: excerpt(text, terms, EXCERPT)
      .map((piece) => piece.text)
      .join(""),
    ...citePath(archive, url, place),
  };
}

function said(
  part: Parameters<typeof sayPage>[0],
  hits: z.infer<typeof hit>[],
  way: Way | null,
  suggestions: string[],
): string {
  const items = hits.map(
    (one, at) =>
      `${part.offset + at + 1}. 〔${one.kind}〕${one.title}（${one.id}）\n   ${one.excerpt.replaceAll("\n", "\n   ")}\n${sayCited(one)}`,
  );
  return [
    `${sayPage(part)}${way === null ? "" : `${WAYS[way]}。`}`,
    ...(suggestions.length === 0 ? [] : [`是不是要找：${suggestions.join("、")}`]),
    ...items,
  ].join("\n");
}

/** There is no such issue, but there are these. */
export function noIssue({ gazette }: Archive, issue: string): string {
  return `没有 ${issue} 这一期。现有：${gazette.issues.map(({ id }) => id).join("、")}。`;
}
