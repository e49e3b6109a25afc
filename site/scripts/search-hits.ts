/** The list of hits: each is there at once with its place; what it says is loaded as it comes into view. */
import { excerpt } from "../../src/search/excerpt.ts";
import { KINDS, type PlaceRow } from "../../src/search/layout.ts";
import type { Library } from "../../src/search/library.ts";
import { element } from "./element.ts";

/** Hits of a document to be listed, of `total` that it has. */
export type Shown = { document: number; records: number[]; total: number };

export type Listing = {
  library: Library;
  shown: Shown[];
  /** What is marked. */
  terms: string[];
  /** So many of the first hits say their words before they are listed. */
  ready: number;
};

/** A listed hit, and how it is made to say its words. */
type Hit = { link: HTMLAnchorElement; say: () => Promise<void> };

/** Text is loaded so far before it is seen. */
const AHEAD = "50% 0px";

/** Returns what lists hits in place of those listed before, unless they are no longer wanted when they have come. */
export function startHits(list: HTMLElement, base: string) {
  let watch: IntersectionObserver | undefined;
  return async (listing: Listing, wanted: () => boolean): Promise<void> => {
    // The texts of the first hits need not wait for their places.
    const first = listing.shown.flatMap(({ document, records }) =>
      records.map((record) => [document, record] as const),
    );
    for (const place of first.slice(0, listing.ready)) listing.library.text(...place).catch(() => null);
    const groups = await Promise.all(listing.shown.map((shown) => listGroup(shown, listing, base)));
    const hits = groups.flatMap((group) => group.hits);
    // What was read before more was asked for is not taken away.
    const read = new Set(
      [...list.querySelectorAll<HTMLAnchorElement>("a[data-said]")].map(({ href }) => href),
    );
    const later = hits.filter(({ link }, at) => at >= listing.ready && !read.has(link.href));
    const waiting = new Map(later.map(({ link, say }): [Element, Hit["say"]] => [link, say]));
    await Promise.all(hits.map(({ link, say }) => (waiting.has(link) ? null : say())));
    if (!wanted()) return;
    watch?.disconnect();
    list.replaceChildren(...groups.map(({ section }) => section));
    watch = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (!isIntersecting) continue;
          watch?.unobserve(target);
          // Without its text a hit still leads to its place.
          waiting
            .get(target)?.()
            .catch(() => null);
        }
      },
      { rootMargin: AHEAD },
    );
    for (const link of waiting.keys()) watch.observe(link);
  };
}

async function listGroup({ document, records, total }: Shown, { library, terms }: Listing, base: string) {
  const [places, accounts] = await Promise.all([library.places(document), library.accounts([document])]);
  const section = element("section", "hit-group");
  const heading = element("h2", "");
  const link = element("a", "", places.title);
  link.setAttribute("href", base + places.path);
  const left = total - records.length;
  const note = left > 0 ? `${total} 处，先列 ${records.length} 处` : `${total} 处`;
  const date = sayDate(library.catalogue.columns.date[document] as number);
  heading.append(link, element("span", "note", [date, note].filter((part) => part !== "").join("　")));
  const hits = records.map((record): Hit => {
    const kind = KINDS[accounts.get(document)?.kinds[record] ?? 0] as string;
    const { hit, words } = hitElement(places.records[record] as PlaceRow, kind, base + places.path, base);
    const say = async () => {
      const text = await library.text(document, record);
      words.replaceChildren(...marked(text, terms));
      hit.dataset.said = "";
    };
    return { link: hit, say };
  });
  section.append(heading, ...hits.map((hit) => hit.link));
  return { section, hits };
}

function hitElement([address, place, date]: PlaceRow, kind: string, path: string, base: string) {
  const hit = document.createElement("a");
  hit.setAttribute("href", address.startsWith("/") ? base + address : path + address);
  hit.dataset.hit = "";
  const where = element("span", "where");
  where.append(element("span", "kind", kind));
  if (place !== "") where.append(element("span", "", place));
  if (kind === "大事记") where.append(element("span", "", date));
  const words = element("span", "words");
  hit.append(where, words);
  return { hit, words };
}

function marked(text: string, terms: string[]): (Node | string)[] {
  return excerpt(text.replaceAll("\n", "　"), terms).map((piece) =>
    piece.marked ? element("mark", "", piece.text) : piece.text,
  );
}

function sayDate(date: number): string {
  if (date === 0) return "";
  return `${Math.floor(date / 10_000)}年${Math.floor(date / 100) % 100}月${date % 100}日`;
}
