/** The Markdown twin of every document, beside its page. */
import type { APIRoute } from "astro";
import type { Leading } from "../../../src/corpus/gazette.ts";
import { markdownTwin } from "../../../src/html/twin.ts";
import { askLibrary } from "../../asked.ts";
import { readLibrary } from "../../library.ts";
import { ofOurIssues } from "../../shard.ts";

export async function getStaticPaths() {
  const { gazette } = await readLibrary();
  return ofOurIssues([...gazette.leading.values()], ({ issue }) => issue).map((document) => {
    const [issue, slug] = document.id.split("/");
    return { params: { issue, document: slug }, props: { document } };
  });
}

export const GET: APIRoute<{ document: Leading }> = async ({ props }) => {
  const { gazette } = await askLibrary();
  return new Response(markdownTwin(props.document, gazette.tableById), {
    headers: { "content-type": "text/markdown; charset=utf-8" },
  });
};
