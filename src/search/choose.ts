/** The hits that the filters leave, and their order. */
import { type Chosen, missesOf, valuesOf } from "./filters.ts";
import type { Facets } from "./layout.ts";
import type { Library } from "./library.ts";
import type { Matches } from "./matches.ts";
import { normalise } from "./normalise.ts";

export type Order = "relevance" | "date";

/** A document with its hits, in the order in which they are shown. */
export type HitGroup = { document: number; records: number[] };
export type Choice = { groups: HitGroup[]; count: number };

export type Choosing = {
  matches: Matches;
  chosen: Chosen;
  order: Order;
  /** What was searched, to tell the names among the hits. */
  terms: string[];
};

export async function choose(library: Library, facets: Facets | null, choosing: Choosing): Promise<Choice> {
  const { matches, chosen, order, terms } = choosing;
  const read = await valuesOf(library, facets, matches.keys());
  const wanted = new Set(terms.map(normalise));
  const isName = (name: string) => wanted.has(normalise(name));
  const groups: (HitGroup & { rank: number })[] = [];
  let count = 0;
  for (const [document, records] of matches) {
    const valuesIn = read(document);
    const ranked: number[][] = [[], [], []];
    for (const record of records) {
      if (missesOf(valuesIn, record, chosen).length > 0) continue;
      const [kind] = valuesIn(record, "种类");
      const named =
        kind === "任免" || valuesIn(record, "人物").some(isName) || valuesIn(record, "责任单位").some(isName);
      ranked[kind === "标题" ? 0 : named ? 1 : 2]?.push(record);
      count += 1;
    }
    const rank = ranked.findIndex((own) => own.length > 0);
    if (rank !== -1) groups.push({ document, records: ranked.flat(), rank });
  }
  const { date } = library.catalogue.columns;
  const newest = (a: HitGroup, b: HitGroup) =>
    (date[b.document] as number) - (date[a.document] as number) || a.document - b.document;
  groups.sort((a, b) => (order === "date" ? 0 : a.rank - b.rank) || newest(a, b));
  return { groups: groups.map(({ document, records }) => ({ document, records })), count };
}
