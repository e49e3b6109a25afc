/** The documents as files, the same bytes as in `content/`. */
import type { APIRoute } from "astro";
import { dataFile, dataText, type Published } from "../../files.ts";
import { readLibrary } from "../../library.ts";

export async function getStaticPaths() {
  const { gazette } = await readLibrary();
  const documents = [
    ...gazette.issues,
    ...gazette.leading.values(),
    ...gazette.tables,
    ...gazette.taskTables,
  ];
  return documents.map((document) => ({ params: { file: dataFile(document) }, props: { document } }));
}

export const GET: APIRoute<{ document: Published }> = ({ props }) =>
  new Response(dataText(props.document), {
    headers: { "content-type": "application/json" },
  });
