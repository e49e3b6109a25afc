/** Answers a query: exactly where it is printed; where it is nowhere, by other ways that are named. */
import type { Found } from "./found.ts";
import { holding, leaveOut } from "./holding.ts";
import type { Library } from "./library.ts";
import { countOf, inAll } from "./matches.ts";
import { readQuery } from "./query.ts";

const NOTHING: Found = { matches: new Map(), terms: [], way: null, suggestions: [] };

export async function answer(library: Library, text: string): Promise<Found> {
  const query = readQuery(text);
  if (query.all.length === 0) return NOTHING;
  const exact = await Promise.all(query.all.map((term) => holding(library, term)));
  const all = inAll(exact);
  if (countOf(all) > 0) {
    const matches = await leaveOut(library, all, query);
    return { matches, terms: query.all, way: null, suggestions: [] };
  }
  // Most queries are printed somewhere: the rest is loaded for those that are not.
  const { answerNear } = await import("./near.ts");
  return answerNear(library, query, exact);
}
