/** The documents as files, the same bytes as in `content/`. */
import type { APIRoute } from "astro";
import type { AnyDocument } from "../../../src/document/schema.ts";
import { readLibrary } from "../../library.ts";

const FOLDERS = {
  notice: "notices",
  appointment: "appointments",
  table: "tables",
  "task-table": "task-tables",
} as const;

function fileOf(document: Exclude<AnyDocument, { type: "report" }>): string {
  if (document.type === "issue") return `${document.id}/issue`;
  if (document.type === "chronicle") return `${document.issue}/chronicle`;
  return `${document.issue}/${FOLDERS[document.type]}/${document.id.slice(document.issue.length + 1)}`;
}

export async function getStaticPaths() {
  const { gazette } = await readLibrary();
  const documents = [
    ...gazette.issues,
    ...gazette.leading.values(),
    ...gazette.tables,
    ...gazette.taskTables,
  ];
  return documents.map((document) => ({ params: { file: fileOf(document) }, props: { document } }));
}

export const GET: APIRoute<{ document: AnyDocument }> = ({ props }) =>
  new Response(`${JSON.stringify(props.document, null, 2)}\n`, {
    headers: { "content-type": "application/json" },
  });
