/** No link of the built site leads nowhere: every page and every anchor named is there, every id once. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { builtSite } from "./built.ts";

let pages: Map<string, string>;
let files: Set<string>;

beforeAll(async () => {
  const folder = await builtSite();
  const names = await readdir(folder, { recursive: true });
  files = new Set(names.map((name) => `/${name.split(path.sep).join("/")}`));
  const html = [...files].filter((name) => name.endsWith(".html"));
  pages = new Map(
    await Promise.all(
      html.map(async (name) => [name, await readFile(path.join(folder, name), "utf8")] as const),
    ),
  );
});

const idsOf = (html: string) => [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id as string);

describe("the built site", () => {
  it("has no broken link and no broken anchor", () => {
    const ids = new Map([...pages].map(([name, html]) => [name, new Set(idsOf(html))]));
    const broken = new Set<string>();
    for (const [name, html] of pages) {
      for (const [, raw] of html.matchAll(
        /<(?:a|link|script|form|img)\b[^>]*?\s(?:href|src|action)="([^"]*)"/g,
      )) {
        const link = (raw as string)
          .replaceAll("&amp;", "&")
          .replaceAll("&#38;", "&")
          .replaceAll("&#x26;", "&");
        const target = new URL(link, `http://site.test${name.replace(/index\.html$/, "")}`);
        if (target.host !== "site.test") continue;
        const file = decodeURIComponent(target.pathname).replace(/\/$/, "/index.html");
        if (!files.has(file)) broken.add(`${name}: ${link}`);
        else if (target.hash !== "" && !ids.get(file)?.has(decodeURIComponent(target.hash.slice(1))))
          broken.add(`${name}: ${link}`);
      }
    }
    expect([...broken].slice(0, 20)).toEqual([]);
  });

  it("has every id once a page", () => {
    const twice = [...pages].flatMap(([name, html]) => {
      const ids = idsOf(html);
      return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${name}: ${id}`);
    });
    expect(twice.slice(0, 20)).toEqual([]);
  });
});
