/** Lists across the issues, cut into pages that stay light however many issues there are. */

/** What the items of a page may weigh over the wire; head, style and scripts are the rest of its 60 KB. */
const MOST_BYTES = 45_000;

/** An item's markup, and a character of it, as they come out of gzip; measured on pages of every kind. */
const BYTES_PER_ITEM = 80;
const BYTES_PER_CHARACTER = 1.2;

/** About what an item adds to its page. */
export type Weigh<T> = (item: T) => number;

/** One page of a list. */
export type ListPage<T> = {
  /** From the site's root: `/documents/2021/`. */
  path: string;
  /** What its link says, and the heading that it stands under among the links. */
  text: string;
  heading: string;
  items: T[];
};

/** How a list is cut: first by what the items say (a year, an issue), then by weight. */
export type Cutting<T> = {
  folder: string;
  weigh: Weigh<T>;
  key: (item: T) => string;
  say: (key: string) => { text: string; heading: string };
};

/** What an item that shows these texts weighs. */
export function bytesOf(...texts: (string | null | undefined)[]): number {
  const characters = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
  return Math.ceil(BYTES_PER_ITEM + BYTES_PER_CHARACTER * characters);
}

/** Runs of items that fit a page each; an item that does not fit stands alone. */
export function runsThatFit<T>(items: T[], weigh: Weigh<T>, most = MOST_BYTES): T[][] {
  const runs: T[][] = [];
  let left = 0;
  for (const item of items) {
    const bytes = weigh(item);
    if (bytes > left || runs.length === 0) {
      runs.push([]);
      left = most;
    }
    runs.at(-1)?.push(item);
    left -= bytes;
  }
  return runs;
}

/** The pages of a list: `/tasks/2021-03/`, and where that is too heavy `/tasks/2021-03/2/`. */
export function cutList<T>(items: T[], { folder, weigh, key, say }: Cutting<T>): ListPage<T>[] {
  return [...Map.groupBy(items, key)].flatMap(([name, own]) => {
    const { text, heading } = say(name);
    return runsThatFit(own, weigh).map((run, at) => ({
      path: `${folder}${name}/${at === 0 ? "" : `${at + 1}/`}`,
      text: at === 0 ? text : `${text}（${at + 1}）`,
      heading,
      items: run,
    }));
  });
}

/** The first pages that fit one page together; always one at least, where there is any. */
export function firstThatFit<T>(pages: ListPage<T>[], weigh: Weigh<T>): ListPage<T>[] {
  const [first = []] = runsThatFit(pages, ({ items }) => items.reduce((sum, item) => sum + weigh(item), 0));
  return first;
}

/** The room of a page, shared among its lists: what a short one leaves goes to the longer ones. */
export function shareRoom(weights: number[], most = MOST_BYTES): number[] {
  const shares = weights.map(() => 0);
  let left = most;
  let waiting = weights.length;
  for (const [at, weight] of [...weights.entries()].toSorted(([, a], [, b]) => a - b)) {
    const share = Math.min(weight, left / waiting);
    shares[at] = share;
    left -= share;
    waiting -= 1;
  }
  return shares;
}
