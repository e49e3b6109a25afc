/** Tells the built search page what a query in its address loads, so that no file waits until another one names it. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { SEARCH_PAGE } from "../../src/search/layout.ts";

/** `first`: what any first query loads, by its path under the site; it is loaded only where there is a query. Gives the page. */
export async function hintAhead(site: string, first: string[]): Promise<string> {
  const file = path.join(site, SEARCH_PAGE);
  const html = await readFile(file, "utf8");
  const scripts = [...html.matchAll(/<script type="module" src="([^"]+)"/gu)].map(([, src = ""]) => src);
  const links = (await importedBy(site, scripts)).map((src) => `<link rel="modulepreload" href="${src}">`);
  const told = html
    .replace(
      /(<script src="([^"]*)search-ahead\.js") data-first(?:="")?(?=[ >])/u,
      (_, tag: string, base: string) => `${tag} data-first="${first.map((name) => base + name).join(" ")}"`,
    )
    .replace("</head>", `${links.join("")}</head>`);
  await writeFile(file, told);
  return told;
}

/** The scripts that these import, and those import, in the folder where all scripts stand. */
async function importedBy(site: string, scripts: string[]): Promise<string[]> {
  const all = new Set(scripts);
  for (const script of all) {
    const text = await readFile(path.join(site, "_astro", path.basename(script)), "utf8");
    for (const [, name = ""] of text.matchAll(/(?:from|import)"\.\/([^"]+)"/gu))
      all.add(path.posix.join(path.posix.dirname(script), name));
  }
  return [...all].slice(scripts.length);
}
