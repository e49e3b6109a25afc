/** The files to download, in every format, while developing; a build writes them itself (`exports.ts`). */
import type { APIRoute } from "astro";
import { developing } from "../../developing.ts";
import { bodyOf, readExports, type SiteFile } from "../../exports.ts";

export async function getStaticPaths() {
  if (!developing) return [];
  const exported = await readExports();
  return exported.flatMap(({ format, files }) =>
    files.map((file) => ({
      params: { file: file.path.slice("data/".length) },
      props: { file, mediaType: format.mediaType },
    })),
  );
}

type Props = { file: SiteFile; mediaType: string };

export const GET: APIRoute<Props> = ({ props: { file, mediaType } }) =>
  new Response(new Uint8Array(Buffer.from(bodyOf(file))), { headers: { "content-type": mediaType } });
