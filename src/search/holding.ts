/** The records that hold a term, and those that are left when others are taken out. */
import { findPlaces } from "./find.ts";
import { recordsHolding } from "./ledger.ts";
import type { Library } from "./library.ts";
import { type Matches, without } from "./matches.ts";
import { normalise } from "./normalise.ts";
import type { Query } from "./query.ts";

/** The records that hold a term. */
export async function holding(library: Library, term: string): Promise<Matches> {
  const { places, length, sure } = await findPlaces(term, library.lookUp, library.catalogue.cut);
  const accounts = await library.accounts(places.keys());
  const matches: Matches = new Map();
  for (const [document, account] of accounts) {
    const near = recordsHolding(account, places.get(document) as number[], length);
    const records = sure ? near : await readingSo(library, document, near, term);
    if (records.length > 0) matches.set(document, records);
  }
  return matches;
}

/** Those whose text has the term in one of its lines. */
async function readingSo(
  library: Library,
  document: number,
  records: number[],
  term: string,
): Promise<number[]> {
  const texts = await Promise.all(records.map((record) => library.text(document, record)));
  const needle = normalise(term);
  const holds = texts.map((text) => text.split("\n").some((line) => normalise(line).includes(needle)));
  return records.filter((_, at) => holds[at]);
}

/** Matches without the records that hold what the query leaves out. */
export async function leaveOut(library: Library, matches: Matches, query: Query): Promise<Matches> {
  const excluded = await Promise.all(query.none.map((term) => holding(library, term)));
  return excluded.reduce(without, matches);
}
