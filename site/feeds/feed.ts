/** What a feed holds, whatever its format. */

/** `path` is that of the entry's page from the site's root; `date` is an ISO date. */
export type FeedEntry = { path: string; title: string; date: string; summary: string };
/** `path` is that of the feed without its ending, `home` that of the page it belongs to. */
export type Feed = { path: string; title: string; home: string; entries: FeedEntry[] };

/** A feed tells the latest; the whole stands on the pages. */
const MOST_ENTRIES = 50;

/** Dates of a gazette have no hour: the day starts in China. */
export function startOfDay(date: string): string {
  return `${date}T00:00:00+08:00`;
}

export function newestFirst(entries: FeedEntry[]): FeedEntry[] {
  return entries.toSorted((a, b) => Number(b.date > a.date) - Number(b.date < a.date)).slice(0, MOST_ENTRIES);
}
