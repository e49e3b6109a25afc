/** Lets a browser search the gazette from its address bar (OpenSearch 1.1). */
import { site } from "./site.config.ts";
import { escapeXml } from "./xml.ts";

/** `search` is the whole address of the search page. */
export function openSearchDescription(search: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(site.name.slice(0, 16))}</ShortName>
  <Description>${escapeXml(site.description)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${escapeXml(`${search}?q={searchTerms}`)}"/>
</OpenSearchDescription>
`;
}
