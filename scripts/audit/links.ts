/** Links and anchors of the built files: every one must lead somewhere, and every id stand once a page. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const LINK = /<(?:a|link|script|form|img)\b[^>]*?\s(?:href|src|action)="([^"]*)"/g;
const HOST = "site.test";

export type LinkReport = { pages: number; links: number; broken: string[]; twice: string[] };

/** `base` is the path the site stands under. */
export async function checkLinks(folder: string, base = "/"): Promise<LinkReport> {
  const names = await readdir(folder, { recursive: true });
  const files = new Set(names.map((name) => `${base}${name.split(path.sep).join("/")}`));
  const pages = new Map(
    await Promise.all(
      [...files]
        .filter((name) => name.endsWith(".html"))
        .map(
          async (name) => [name, await readFile(path.join(folder, name.slice(base.length)), "utf8")] as const,
        ),
    ),
  );
  const ids = new Map([...pages].map(([name, html]) => [name, idsOf(html)]));
  const known = new Map([...ids].map(([name, list]) => [name, new Set(list)]));
  const broken = new Set<string>();
  let links = 0;
  for (const [name, html] of pages) {
    for (const [, raw = ""] of html.matchAll(LINK)) {
      links += 1;
      const link = raw.replace(/&(?:amp|#38|#x26);/g, "&");
      const target = new URL(link, `http://${HOST}${name.replace(/index\.html$/, "")}`);
      if (target.host !== HOST) continue;
      const file = decodeURIComponent(target.pathname).replace(/\/$/, "/index.html");
      const anchor = decodeURIComponent(target.hash.slice(1));
      const there = files.has(file) && (anchor === "" || known.get(file)?.has(anchor) === true);
      if (!there) broken.add(`${name}: ${link}`);
    }
  }
  const twice = [...ids].flatMap(([name, list]) =>
    list.filter((id, at) => list.indexOf(id) !== at).map((id) => `${name}: ${id}`),
  );
  return { pages: pages.size, links, broken: [...broken], twice };
}

function idsOf(html: string): string[] {
  return [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => id);
}
