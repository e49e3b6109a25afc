/** The built site that tests look at: `dist/` where it is newer than all it is made of, else a build of its own. */
import { existsSync } from "node:fs";
import { mkdtemp, readdir, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildSite } from "../../site/build.ts";
import type { SiteConfig } from "../../site/site.config.ts";
import { sampleDocuments, writeContent } from "./gazette.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const MADE_OF = [
  "site",
  "src/corpus",
  "src/html",
  "src/search",
  "src/document",
  "content",
  "astro.config.mjs",
  "package-lock.json",
];

export async function builtSite(): Promise<string> {
  const dist = path.join(root, "dist");
  const index = path.join(dist, "pagefind/pagefind-entry.json");
  if (existsSync(index)) {
    const times = await Promise.all(MADE_OF.map((name) => newest(path.join(root, name))));
    if (Math.max(...times) < (await stat(index)).mtimeMs) return dist;
  }
  const out = await mkdtemp(path.join(tmpdir(), "gongbao-site-"));
  await buildSite({ out });
  return out;
}

/** The made-up gazette of another county, with settings of its own. */
export async function builtSample(settings: Partial<SiteConfig>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "gongbao-sample-"));
  const out = path.join(folder, "dist");
  await writeContent(path.join(folder, "content"), sampleDocuments());
  await buildSite({ content: path.join(folder, "content"), seeds: folder, out, settings });
  return out;
}

async function newest(place: string): Promise<number> {
  const own = await stat(place);
  if (!own.isDirectory()) return own.mtimeMs;
  const names = await readdir(place);
  return Math.max(own.mtimeMs, ...(await Promise.all(names.map((name) => newest(path.join(place, name))))));
}
