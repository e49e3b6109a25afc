/** What others read of the site in whole addresses: made only where the site's own is configured. */
import type { APIRoute } from "astro";
import { absolute } from "../address.ts";
import { openSearchDescription } from "../opensearch.ts";
import { shared } from "../shard.ts";
import { siteMap } from "../sitemap.ts";

const types = { sitemap: "application/xml", opensearch: "application/opensearchdescription+xml" } as const;

export function getStaticPaths() {
  const names = absolute("/") === null ? [] : (["sitemap", "opensearch"] as const);
  return shared([...names]).map((name) => ({ params: { description: name }, props: { name } }));
}

export const GET: APIRoute<{ name: keyof typeof types }> = async ({ props: { name } }) => {
  const whole = (path: string) => absolute(path) ?? path;
  const text = name === "sitemap" ? await siteMap(whole) : openSearchDescription(whole);
  return new Response(text, { headers: { "content-type": types[name] } });
};
