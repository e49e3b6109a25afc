/**
 * What a user would pick instead, on the same texts and pages: remark-parse reads the seeds, Hugo makes the pages of
 * what stands in the main part of ours, Pagefind indexes them as it does by itself.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import glob from "fast-glob";
import { close, createIndex } from "pagefind";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** Whether Hugo is there to be measured against. */
export const hasHugo = (): boolean => spawnSync("hugo", ["version"]).status === 0;

export function parseWithRemark(seeds: string): void {
  const processor = unified().use(remarkParse);
  for (const file of glob.sync("*.txt", { cwd: seeds, absolute: true }))
    processor.parse(readFileSync(file, "utf8"));
}

const CONFIGURATION = {
  baseURL: "/",
  languageCode: "zh-CN",
  title: "公报",
  disableKinds: ["section", "taxonomy", "term", "RSS"],
};

const LAYOUT = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main>{{ .Content }}</main></body></html>
`;

/** Makes Hugo's source of a site's pages: their titles, and the main part of each as it is. */
export function writeHugoSource(site: string, folder: string): void {
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  write("config.json", JSON.stringify(CONFIGURATION));
  for (const name of ["index", "_default/single", "_default/list"]) write(`layouts/${name}.html`, LAYOUT);
  for (const page of glob.sync("**/index.html", { cwd: site })) {
    const html = readFileSync(join(site, page), "utf8");
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "";
    const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? "";
    // A path of its own and no bundle, so that a page may stand above others.
    const name = page === "index.html" ? "_index.html" : page.replace(/\/index\.html$/, ".html");
    write(`content/${name}`, `${JSON.stringify({ title, url: `/${dirname(page)}/` })}\n\n${main}`);
  }
}

/** Builds the pages with Hugo and indexes them; into `public` in the folder of the source. */
export async function buildWithHugo(folder: string): Promise<void> {
  const { status, stdout, stderr } = spawnSync("hugo", ["--source", folder, "--quiet"], { encoding: "utf8" });
  if (status !== 0) throw new Error(`hugo: ${stdout}${stderr}`);
  const site = join(folder, "public");
  const { index, errors } = await createIndex();
  if (index === undefined) throw new Error(errors.join("\n"));
  await index.addDirectory({ path: site });
  await index.writeFiles({ outputPath: join(site, "pagefind") });
  await close();
}
