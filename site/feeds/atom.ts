/** Atom (RFC 4287). */

import { identityOf } from "../../src/corpus/identity.ts";
import { absolute, href } from "../address.ts";
import { site } from "../site.config.ts";
import { escapeXml } from "../xml.ts";
import { entryIdentity, type Feed, type FeedEntry, startOfDay } from "./feed.ts";

const addressOf = (path: string) => escapeXml(absolute(path) ?? href(path));

export function atomFeed(feed: Feed): string {
  const { path, title, home, updated, entries } = feed;
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
  <id>${identityOf(site.name, path)}</id>
  <title>${escapeXml(title)}</title>
  <updated>${startOfDay(updated)}</updated>
  <author><name>${escapeXml(site.publisher)}</name></author>
  <link rel="self" type="application/atom+xml" href="${addressOf(`${path}.xml`)}"/>
  <link rel="alternate" type="text/html" href="${addressOf(home)}"/>
${entries.map(entryElement).join("")}</feed>
`;
}

function entryElement(entry: FeedEntry): string {
  const { path, title, date, summary } = entry;
  return `  <entry>
    <id>${entryIdentity(site.name, entry)}</id>
    <title>${escapeXml(title)}</title>
    <updated>${startOfDay(date)}</updated>
    <link rel="alternate" type="text/html" href="${addressOf(path)}"/>
    <summary>${escapeXml(summary)}</summary>
  </entry>
`;
}
