/** The files to download, in every format. */
import type { APIRoute } from "astro";
import type { ExportFile } from "../../../src/export/format.ts";
import { readExports } from "../../exports.ts";

export async function getStaticPaths() {
  const exported = await readExports();
  return exported.flatMap(({ format, files }) =>
    files.map((file) => ({
      params: { file: file.path.slice("data/".length) },
      props: { file, mediaType: format.mediaType },
    })),
  );
}

type Props = { file: ExportFile; mediaType: string };

export const GET: APIRoute<Props> = ({ props: { file, mediaType } }) =>
  new Response(typeof file.body === "string" ? file.body : new Uint8Array(file.body), {
    headers: { "content-type": mediaType },
  });
