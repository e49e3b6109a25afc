/** Every page of the site, for search engines (sitemaps.org 0.9); documents with their dates. */
import { getCollection } from "astro:content";
import { organizationPath, pagePath, personPath } from "../src/corpus/addresses.ts";
import { bodyIndex, personIndex } from "./indexes.ts";
import { initialPages } from "./initials.ts";
import { readLibrary } from "./library.ts";
import { decisionList, documentList, entryList, numberList, taskList } from "./lists.ts";
import { sections } from "./sections.ts";
import { escapeXml } from "./xml.ts";

type Place = { path: string; date?: string | null };

/** `absolute` makes a whole address of a path. */
export async function siteMap(absolute: (path: string) => string): Promise<string> {
  const library = await readLibrary();
  const { gazette, organizations, people } = library;
  const pages = await getCollection("pages");
  const places: Place[] = [
    { path: "/" },
    ...sections.map(({ path }) => ({ path })),
    { path: "/data/" },
    ...gazette.issues.map(({ id }) => ({ path: `/data/${id}/` })),
    ...pages.map(({ id }) => ({ path: `/${id}/` })),
    ...gazette.issues.map(({ id, date }) => ({ path: pagePath(id), date })),
    ...gazette.leading.values().map((document) => ({
      path: pagePath(document.id),
      date: "date" in document ? document.date : null,
    })),
    ...gazette.taskTables.map(({ id }) => ({ path: pagePath(id) })),
    ...[documentList, decisionList, entryList, taskList].flatMap((list) =>
      list(gazette).pages.map(({ path }) => ({ path })),
    ),
    ...numberList(library).pages.map(({ path }) => ({ path })),
    ...[
      initialPages(bodyIndex(library), "/organizations/"),
      initialPages(personIndex(library), "/people/"),
    ].flatMap(([index]) => index?.links.map(({ path }) => ({ path })) ?? []),
    ...organizations.values().map(({ slug }) => ({ path: organizationPath(slug) })),
    ...people.values().map(({ slug }) => ({ path: personPath(slug) })),
  ];
  const urls = places.map(({ path, date = null }) => {
    const changed = date === null ? "" : `<lastmod>${date}</lastmod>`;
    return `  <url><loc>${escapeXml(absolute(path))}</loc>${changed}</url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`;
}
