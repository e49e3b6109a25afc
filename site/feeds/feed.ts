/** What a feed holds, whatever its format. */
import { identityOf } from "../../src/corpus/identity.ts";

/**
 * `path` is that of the entry's page from the site's root, `date` an ISO date. What feeds of several bodies say of one
 * page, each in its own words, are several entries: `reader` tells them apart.
 */
export type FeedEntry = { path: string; title: string; date: string; summary: string; reader?: string };
/**
 * `path` is that of the feed without its ending, `home` that of the page it belongs to, `updated` the date on which it
 * last changed; its entries are the newest, newest first.
 */
export type Feed = { path: string; title: string; home: string; updated: string; entries: FeedEntry[] };

/** What an entry is known by, in all feeds. */
export function entryIdentity(gazette: string, { path, reader }: FeedEntry): string {
  return identityOf(gazette, reader === undefined ? path : `${path} ${reader}`);
}

/** A feed of these entries: it last changed with its newest; one without entries is as new as the gazette, `asOf`. */
export function feedOf(
  feed: Pick<Feed, "path" | "title" | "home">,
  entries: FeedEntry[],
  asOf: string,
): Feed {
  const newest = newestFirst(entries);
  return { ...feed, updated: newest[0]?.date ?? asOf, entries: newest };
}

/** A feed tells the latest; the whole stands on the pages. */
const MOST_ENTRIES = 50;

/** Dates of a gazette have no hour: the day starts in China. */
export function startOfDay(date: string): string {
  return `${date}T00:00:00+08:00`;
}

function newestFirst(entries: FeedEntry[]): FeedEntry[] {
  return entries.toSorted((a, b) => Number(b.date > a.date) - Number(b.date < a.date)).slice(0, MOST_ENTRIES);
}
