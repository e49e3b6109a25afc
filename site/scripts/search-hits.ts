/** The list of hits: each is there at once with its place; what it says is loaded as it comes into view. */
import type { HitGroup } from "../../src/search/choose.ts";
import { excerpt } from "../../src/search/excerpt.ts";
import { KINDS, type PlaceRow } from "../../src/search/layout.ts";
import type { Library } from "../../src/search/library.ts";
import { element } from "./element.ts";

export type Listing = {
  library: Library;
  groups: HitGroup[];
  /** What is marked. */
  terms: string[];
  /** Whether the hits are still asked for; asked before any are listed. */
  wanted: () => boolean;
};

/** A list that grows; its first hits take the place of those listed before. */
export type Lister = {
  /** Lists so many more hits; with their words, or until they are seen without. */
  list: (most: number, withWords: boolean) => Promise<void>;
  /** Hits and documents listed. */
  hits: number;
  documents: number;
  /** Whether any are left. */
  left: boolean;
};

/** Hits of a document that are listed together: those after so many. */
type Run = HitGroup & { after: number; total: number };

type Hit = { link: HTMLAnchorElement; say: () => Promise<void> };

/** Text is loaded so far before it is seen. */
const AHEAD = "50% 0px";

export function startHits(list: HTMLElement, base: string): (listing: Listing) => Lister {
  const waiting = new Map<Element, Hit["say"]>();
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        watch.unobserve(target);
        // Without its text a hit still leads to its place.
        waiting
          .get(target)?.()
          .catch(() => null);
      }
    },
    { rootMargin: AHEAD },
  );
  const startAnew = () => {
    watch.disconnect();
    waiting.clear();
    list.replaceChildren();
  };

  return (listing) => {
    const { library, groups, wanted } = listing;
    // How many hits of the document that is not listed whole are.
    let after = 0;
    const lister: Lister = {
      hits: 0,
      documents: 0,
      left: groups.length > 0,
      list: async (most, withWords) => {
        const runs = runsAfter(groups, lister.documents, after, most);
        // The texts need not wait for the places.
        if (withWords)
          for (const { document, records } of runs)
            for (const record of records) library.text(document, record).catch(() => null);
        const made = await Promise.all(
          runs.map(async (run) => ({ run, ...(await makeRun(run, listing, base)) })),
        );
        const hits = made.flatMap((one) => one.hits);
        if (withWords) await Promise.all(hits.map(({ say }) => say()));
        if (!wanted()) return;
        if (lister.hits === 0) startAnew();
        for (const { run, heading, hits } of made) {
          if (run.after === 0) list.append(element("section", "hit-group"));
          const section = list.lastElementChild as Element;
          if (run.after === 0) section.append(heading);
          section.append(...hits.map(({ link }) => link));
          after = run.after + run.records.length;
          const whole = after === run.total;
          (section.querySelector(".count") as Element).textContent = whole
            ? `${run.total} 处`
            : `${run.total} 处，先列 ${after} 处`;
          if (whole) [lister.documents, after] = [lister.documents + 1, 0];
          lister.hits += run.records.length;
        }
        lister.left = lister.documents < groups.length;
        if (withWords) return;
        for (const { link, say } of hits) {
          waiting.set(link, say);
          watch.observe(link);
        }
      },
    };
    return lister;
  };
}

/** The next hits: from a document on, of which so many are listed. */
function runsAfter(groups: HitGroup[], from: number, listed: number, most: number): Run[] {
  const runs: Run[] = [];
  let after = listed;
  let left = most;
  for (const { document, records } of groups.slice(from, from + most)) {
    if (left === 0) break;
    const own = records.slice(after, after + left);
    runs.push({ document, records: own, after, total: records.length });
    left -= own.length;
    after = 0;
  }
  return runs;
}

async function makeRun({ document, records }: Run, { library, terms }: Listing, base: string) {
  const [places, accounts] = await Promise.all([library.places(document), library.accounts([document])]);
  const heading = element("h2", "");
  const link = element("a", "", places.title);
  link.setAttribute("href", base + places.path);
  const date = sayDate(library.catalogue.columns.date[document] as number);
  heading.append(link, element("span", "note", date), element("span", "note count"));
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
  return { heading, hits };
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
