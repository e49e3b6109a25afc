/** The built site that tests look at: `dist/` where it is newer than all it is made of, else a build of its own. */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildSite } from "../../site/build.ts";
import { exclusively } from "../../site/exclusively.ts";
import type { SiteConfig } from "../../site/site.config.ts";
import type { AnyDocument } from "../../src/document/schema.ts";
import { sampleDocuments, writeContent } from "./gazette.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const MADE_OF = [
  "site",
  "src/corpus",
  "src/export",
  "src/html",
  "src/search",
  "src/document",
  "content",
  "astro.config.mjs",
  "package-lock.json",
];

/** Another run may still look at what it built. */
const KEPT = 60 * 60_000;

export async function builtSite(): Promise<string> {
  const dist = path.join(root, "dist");
  const index = path.join(dist, "pagefind/pagefind-entry.json");
  const times = await Promise.all(MADE_OF.map((name) => newest(path.join(root, name))));
  const changed = Math.max(...times);
  if (existsSync(index) && changed < (await stat(index)).mtimeMs) return dist;
  // Test files run side by side: the first builds for all.
  const out = path.join(root, "node_modules/.test-site", String(Math.floor(changed)));
  await mkdir(path.dirname(out), { recursive: true });
  await exclusively(`${out}.lock`, async () => {
    if (existsSync(out)) return;
    for (const old of await readdir(path.dirname(out))) {
      if (/^\d+$/.test(old) && Date.now() - Number(old) > KEPT)
        await rm(path.join(path.dirname(out), old), { recursive: true, force: true });
    }
    await buildSite({ out: `${out}.part` });
    await rename(`${out}.part`, out);
  });
  return out;
}

/** The made-up gazette of another county, with settings of its own. */
export async function builtSample(
  settings: Partial<SiteConfig>,
  documents: AnyDocument[] = sampleDocuments(),
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "gongbao-sample-"));
  const out = path.join(folder, "dist");
  await writeContent(path.join(folder, "content"), documents);
  await buildSite({ content: path.join(folder, "content"), seeds: folder, out, settings });
  return out;
}

async function newest(place: string): Promise<number> {
  const own = await stat(place);
  if (!own.isDirectory()) return own.mtimeMs;
  const names = await readdir(place);
  return Math.max(own.mtimeMs, ...(await Promise.all(names.map((name) => newest(path.join(place, name))))));
}
