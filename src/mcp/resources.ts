/** Documents as resources, `gongbao://2021-03/pzf-2021-56`: their Markdown. */
import { type McpServer, ResourceTemplate } from "@modelcontextprotocol/sdk/server/mcp.js";
import { pagePath } from "../corpus/addresses.ts";
import { markdownTwin } from "../html/twin.ts";
import { citePath } from "./answers.ts";
import type { Archive } from "./archive.ts";

const MARKDOWN = "text/markdown";

export function registerResources(server: McpServer, archive: Archive): void {
  const { gazette } = archive;
  const listed = () => ({
    resources: gazette.issues.flatMap(({ documents }) =>
      documents.map(({ id, title }) => ({
        uri: `gongbao://${id}`,
        name: id,
        title,
        description: citePath(archive, pagePath(id)).citation,
        mimeType: MARKDOWN,
      })),
    ),
  });
  const issues = gazette.issues.map(({ id }) => id);
  const slugs = [...gazette.leading.keys()].map((id) => id.slice(id.indexOf("/") + 1));
  const starting = (words: string[]) => (typed: string) =>
    [...new Set(words)].filter((word) => word.startsWith(typed));
  const template = new ResourceTemplate("gongbao://{issue}/{slug}", {
    list: listed,
    complete: { issue: starting(issues), slug: starting(slugs) },
  });
  server.registerResource(
    "document",
    template,
    { title: "公报文件", description: "一件文件的 Markdown，照原文", mimeType: MARKDOWN },
    (uri, { issue, slug }) => {
      const document = gazette.leading.get(`${issue}/${slug}`);
      if (document === undefined) throw new Error(`没有 ${uri.href}。用 list_documents 查文件编号。`);
      return {
        contents: [{ uri: uri.href, mimeType: MARKDOWN, text: markdownTwin(document, gazette.tableById) }],
      };
    },
  );
}
