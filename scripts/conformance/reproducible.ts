/** Builds the site again and compares it with the one that is there: one commit gives the same bytes. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSite } from "../../site/build.ts";
import { MANIFEST, manifestSchema } from "../../src/export/manifest.ts";

async function hashesIn(site: string): Promise<Map<string, string>> {
  const { files } = manifestSchema.parse(JSON.parse(await readFile(join(site, MANIFEST), "utf8")));
  return new Map(files.map(({ path, sha256 }) => [path, sha256]));
}

/** The files that differ between a site and a second build of it. */
export async function differingFiles(site: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "gongbao-again-"));
  try {
    const again = join(folder, "dist");
    await buildSite({ out: again });
    const [first, second] = await Promise.all([hashesIn(site), hashesIn(again)]);
    const paths = new Set([...first.keys(), ...second.keys()]);
    return [...paths].filter((path) => first.get(path) !== second.get(path)).sort();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
