/** JSON Feed 1.1. Its addresses must be whole: without the site's own they are left out, the identities stay. */

import { absolute } from "../address.ts";
import { site } from "../site.config.ts";
import { entryIdentity, type Feed, startOfDay } from "./feed.ts";

export function jsonFeed({ path, title, home, entries }: Feed): string {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: absolute(home) ?? undefined,
    feed_url: absolute(`${path}.json`) ?? undefined,
    language: "zh-CN",
    authors: [{ name: site.publisher }],
    items: entries.map((entry) => ({
      id: entryIdentity(site.name, entry),
      url: absolute(entry.path) ?? undefined,
      title: entry.title,
      content_text: entry.summary,
      date_published: startOfDay(entry.date),
    })),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}
