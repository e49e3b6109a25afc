/** Everything may be read; the site map is named where the site's address is known. */
import type { APIRoute } from "astro";
import { absolute } from "../address.ts";

export const GET: APIRoute = () => {
  const map = absolute("/sitemap.xml");
  return new Response(`User-agent: *\nAllow: /\n${map === null ? "" : `Sitemap: ${map}\n`}`);
};
