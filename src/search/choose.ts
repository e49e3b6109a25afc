/** Filters with their counts, and the order of what is left. */
import type { Facets } from "./layout.ts";
import { KINDS } from "./layout.ts";
import type { Account } from "./ledger.ts";
import type { Library } from "./library.ts";
import type { Matches } from "./matches.ts";
import { normalise } from "./normalise.ts";

export const FILTERS = ["种类", "年份", "期号", "发文机关", "责任单位", "人物"] as const;
export type FilterName = (typeof FILTERS)[number];

/** What a reader has chosen: at most one value of each filter. */
export type Chosen = Partial<Record<FilterName, string>>;
export type Counts = Record<FilterName, Map<string, number>>;
export type Order = "relevance" | "date";

/** A document with its hits, in the order in which they are shown. */
export type HitGroup = { document: number; records: number[] };
export type Choice = { groups: HitGroup[]; count: number; counts: Counts };

export type Choosing = {
  matches: Matches;
  chosen: Chosen;
  order: Order;
  /** What was searched, to tell the names among the hits. */
  terms: string[];
};

/** Names of each record, by the record's number in the whole gazette. */
type NamesOf = Map<number, string[]>;

export async function choose(library: Library, facets: Facets | null, choosing: Choosing): Promise<Choice> {
  const { matches, chosen, order, terms } = choosing;
  const accounts = await library.accounts(matches.keys());
  const responsible = namesByRecord(facets?.responsible ?? {});
  const people = namesByRecord(facets?.people ?? {});
  const counts = Object.fromEntries(FILTERS.map((name) => [name, new Map()])) as unknown as Counts;
  const wanted = terms.map(normalise);
  const isName = (name: string) => wanted.includes(normalise(name));
  const groups: (HitGroup & { rank: number })[] = [];
  let count = 0;
  for (const [document, records] of matches) {
    const first = library.firstRecord[document] as number;
    const own = documentValues(library, document);
    const kept: { record: number; rank: number }[] = [];
    for (const record of records) {
      const kind = KINDS[(accounts.get(document) as Account).kinds[record] as number] as string;
      const values: Record<FilterName, string[]> = {
        ...own,
        种类: [kind],
        责任单位: responsible.get(first + record) ?? [],
        人物: people.get(first + record) ?? [],
      };
      const misses = FILTERS.filter(
        (name) => chosen[name] !== undefined && !values[name].includes(chosen[name]),
      );
      // A filter's own counts are those of the hits that all other filters leave.
      for (const name of FILTERS) {
        if (misses.some((missed) => missed !== name)) continue;
        for (const value of values[name]) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
      }
      if (misses.length > 0) continue;
      const named = kind === "任免" || values.人物.some(isName) || values.责任单位.some(isName);
      kept.push({ record, rank: kind === "标题" ? 0 : named ? 1 : 2 });
    }
    if (kept.length === 0) continue;
    count += kept.length;
    kept.sort((a, b) => a.rank - b.rank || a.record - b.record);
    groups.push({
      document,
      records: kept.map(({ record }) => record),
      rank: (kept[0] as { rank: number }).rank,
    });
  }
  const { date } = library.catalogue.columns;
  const newest = (a: HitGroup, b: HitGroup) =>
    (date[b.document] as number) - (date[a.document] as number) || a.document - b.document;
  groups.sort((a, b) => (order === "date" ? 0 : a.rank - b.rank) || newest(a, b));
  return { groups: groups.map(({ document, records }) => ({ document, records })), count, counts };
}

function documentValues(library: Library, document: number): Record<"年份" | "期号" | "发文机关", string[]> {
  const { issues, issuers, columns } = library.catalogue;
  const { id, name } = issues[columns.issue[document] as number] as { id: string; name: string };
  const issuer = issuers[columns.issuer[document] as number];
  return { 年份: [id.slice(0, 4)], 期号: [name], 发文机关: issuer === undefined ? [] : [issuer] };
}

const read = new WeakMap<Record<string, number[]>, NamesOf>();

function namesByRecord(facet: Record<string, number[]>): NamesOf {
  const known = read.get(facet);
  if (known !== undefined) return known;
  const names: NamesOf = new Map();
  for (const [name, differences] of Object.entries(facet)) {
    let number = 0;
    for (const difference of differences) {
      number += difference;
      const own = names.get(number);
      if (own === undefined) names.set(number, [name]);
      else own.push(name);
    }
  }
  read.set(facet, names);
  return names;
}
