/** What language models are told of the site (llmstxt.org): every document with its Markdown twin. */
import type { APIRoute } from "astro";
import { documentsOf } from "../../src/corpus/gazette.ts";
import { absolute, href } from "../address.ts";
import { readLibrary } from "../library.ts";
import { site } from "../site.config.ts";
import { sayIssue } from "../words.ts";

const addressOf = (path: string) => absolute(path) ?? href(path);

export const GET: APIRoute = async () => {
  const { gazette } = await readLibrary();
  const issues = gazette.issues.map((issue) => {
    const lines = documentsOf(gazette, issue).map((document) => {
      const number = "documentNumber" in document ? (document.documentNumber?.text ?? null) : null;
      return `- [${document.title}](${addressOf(`/${document.id}.md`)})${number === null ? "" : `：${number}`}`;
    });
    return `## ${sayIssue(issue)}\n\n${lines.join("\n")}`;
  });
  const data = `## 数据\n\n- [数据下载](${addressOf("/data/")})：每件一个 JSON 文件，附模式说明`;
  const text = [`# ${site.name}`, `> ${site.description}`, ...issues, data].join("\n\n");
  return new Response(`${text}\n`, { headers: { "content-type": "text/plain; charset=utf-8" } });
};
