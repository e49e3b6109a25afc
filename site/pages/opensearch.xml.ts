/** Lets a browser search the gazette from its address bar. */
import type { APIRoute } from "astro";
import { absolute, href } from "../address.ts";
import { site } from "../site.config.ts";
import { escapeXml } from "../xml.ts";

export const GET: APIRoute = () => {
  const template = `${absolute("/search/") ?? href("/search/")}?q={searchTerms}`;
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(site.name.slice(0, 16))}</ShortName>
  <Description>${escapeXml(site.description)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${escapeXml(template)}"/>
</OpenSearchDescription>
`;
  return new Response(text, { headers: { "content-type": "application/opensearchdescription+xml" } });
};
