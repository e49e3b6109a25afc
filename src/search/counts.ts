/** How many hits each choice of a filter would leave. */
import { type Chosen, FILTERS, type FilterName, missesOf, valuesOf } from "./filters.ts";
import type { Facets } from "./layout.ts";
import type { Library } from "./library.ts";
import type { Matches } from "./matches.ts";

export type Counts = Record<FilterName, Map<string, number>>;

/** A filter's own counts are those of the hits that all other filters leave. */
export async function countValues(
  library: Library,
  facets: Facets | null,
  matches: Matches,
  chosen: Chosen,
): Promise<Counts> {
  const read = await valuesOf(library, facets, matches.keys());
  const counts = Object.fromEntries(FILTERS.map((name) => [name, new Map()])) as unknown as Counts;
  for (const [document, records] of matches) {
    const valuesIn = read(document);
    for (const record of records) {
      const misses = missesOf(valuesIn, record, chosen);
      for (const name of FILTERS) {
        if (misses.some((missed) => missed !== name)) continue;
        for (const value of valuesIn(record, name))
          counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
      }
    }
  }
  return counts;
}
