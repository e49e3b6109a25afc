/** Lets a browser search the gazette from its address bar (OpenSearch 1.1). */
import { site } from "./site.config.ts";
import { escapeXml } from "./xml.ts";

/** `absolute` makes a whole address of a path. */
export function openSearchDescription(absolute: (path: string) => string): string {
  const url = (path: string) => escapeXml(absolute(path));
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(site.name.slice(0, 16))}</ShortName>
  <Description>${escapeXml(site.description)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${url("/search/")}?q={searchTerms}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${url("/opensearch.xml")}"/>
  <Image type="image/svg+xml">${url("/favicon.svg")}</Image>
  <Language>zh-CN</Language>
  <OutputEncoding>UTF-8</OutputEncoding>
</OpenSearchDescription>
`;
}
