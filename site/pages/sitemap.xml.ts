/** Every page of the site, for search engines; documents with their dates. */

import { getCollection } from "astro:content";
import type { APIRoute } from "astro";
import { organizationPath, pagePath, personPath } from "../../src/corpus/addresses.ts";
import { absolute, href } from "../address.ts";
import { readLibrary } from "../library.ts";
import { sections } from "../sections.ts";
import { escapeXml } from "../xml.ts";

export const GET: APIRoute = async () => {
  const { gazette, organizations, people } = await readLibrary();
  const pages = await getCollection("pages");
  const paths = [
    "/",
    ...sections.map(({ path }) => path),
    "/data/",
    ...pages.map(({ id }) => `/${id}/`),
    ...gazette.issues.map(({ id }) => pagePath(id)),
    ...gazette.leading.keys().map(pagePath),
    ...gazette.taskTables.map(({ id }) => pagePath(id)),
    ...organizations.values().map(({ slug }) => organizationPath(slug)),
    ...people.values().map(({ slug }) => personPath(slug)),
  ];
  const urls = paths.map((path) => `  <url><loc>${escapeXml(absolute(path) ?? href(path))}</loc></url>`);
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`;
  return new Response(text, { headers: { "content-type": "application/xml" } });
};
