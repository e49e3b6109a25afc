/** Answers a query that is printed nowhere: by other spellings, names, pinyin, or its words. */
import type { Found, Way } from "./found.ts";
import { holding, leaveOut } from "./holding.ts";
import type { Library } from "./library.ts";
import { countOf, inAll, inAny, inMost, type Matches } from "./matches.ts";
import { normalise } from "./normalise.ts";
import type { Query } from "./query.ts";
import { otherSpellings, piecesOf } from "./spellings.ts";
import { namesByInitials, nearestNames } from "./suggest.ts";

/** The first way that finds something, and names near what was typed; `exact` is what each term alone gave. */
export async function answerNear(library: Library, query: Query, exact: Matches[]): Promise<Found> {
  const near =
    (await bySpelling(library, query, exact)) ??
    (await byName(library, query, exact)) ??
    (await byPinyin(library, query)) ??
    (await byPieces(library, query));
  const suggestions = nearestNames(await library.names(), query.all.join(""));
  return { ...(near ?? { matches: new Map(), terms: query.all, way: null }), suggestions };
}

async function ended(
  library: Library,
  query: Query,
  way: Way,
  found: Matches,
  terms: string[],
): Promise<Omit<Found, "suggestions"> | null> {
  const matches = await leaveOut(library, found, query);
  return countOf(matches) === 0 ? null : { matches, terms, way };
}

/** Terms that are nowhere, in other brackets, dashes, or simplified characters. */
async function bySpelling(library: Library, query: Query, exact: Matches[]) {
  const terms: string[] = [];
  const sets: Matches[] = [];
  for (const [at, term] of query.all.entries()) {
    let [spelt, found] = [term, exact[at] as Matches];
    if (countOf(found) === 0) {
      const simple = simplified(term, await library.traditional());
      for (const other of new Set([simple, ...otherSpellings(simple)])) {
        found = await holding(library, other);
        spelt = other;
        if (countOf(found) > 0) break;
      }
    }
    terms.push(spelt);
    sets.push(found);
  }
  return ended(library, query, "spelling", inAll(sets), terms);
}

function simplified(term: string, table: Record<string, string>): string {
  return Array.from(term, (character) => table[character] ?? character).join("");
}

/** Bodies and people by the name the gazette knows them under, where the text prints it in another form. */
async function byName(library: Library, query: Query, exact: Matches[]) {
  const { responsible, people } = await library.facets();
  const table = await library.traditional();
  let named = false;
  const sets = query.all.map((term, at) => {
    const name = simplified(term, table).normalize("NFKC");
    const numbers = responsible[name] ?? people[name];
    if (countOf(exact[at] as Matches) > 0 || numbers === undefined) return exact[at] as Matches;
    named = true;
    return matchesOf(library, numbers);
  });
  // 县文广局 is printed as 文广局 where 县 stands before the first of several bodies.
  const printed = query.all.flatMap((term) => [term, simplified(term, table).replace(/^[县市]委?/u, "")]);
  return named ? ended(library, query, "name", inAll(sets), printed) : null;
}

/** Records by the differences between their numbers in the whole gazette. */
function matchesOf({ firstRecord }: Library, differences: number[]): Matches {
  const matches: Matches = new Map();
  let number = 0;
  let document = 0;
  for (const difference of differences) {
    number += difference;
    while ((firstRecord[document + 1] ?? Number.POSITIVE_INFINITY) <= number) document += 1;
    const record = number - (firstRecord[document] as number);
    matches.set(document, [...(matches.get(document) ?? []), record]);
  }
  return matches;
}

/** Initials of pinyin, for the names that have them. */
async function byPinyin(library: Library, query: Query) {
  if (!query.all.some((term) => /^[a-z]{2,}$/u.test(normalise(term)))) return null;
  const known = await library.names();
  const terms: string[] = [];
  const sets: Matches[] = [];
  for (const term of query.all) {
    const names = namesByInitials(known, term);
    const spelt = names.length > 0 ? names : [term];
    terms.push(...spelt);
    sets.push(inAny(await Promise.all(spelt.map((name) => holding(library, name)))));
  }
  return ended(library, query, "pinyin", inAll(sets), terms);
}

/** Words of a query that are looked for each by itself: the longest say the most. */
const MOST_PIECES = 10;

/** The words of the query, each by itself: records that hold all, or else the most, but at least half. */
async function byPieces(library: Library, query: Query) {
  const table = await library.traditional();
  const pieces = [...new Set(query.all.flatMap((term) => piecesOf(simplified(term, table))))]
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MOST_PIECES);
  const sets = await Promise.all(pieces.map((piece) => holding(library, piece)));
  for (let least = pieces.length; least >= Math.max(1, pieces.length / 2); least -= 1) {
    const found = await ended(library, query, "pieces", inMost(sets, least), pieces);
    if (found !== null) return found;
  }
  return null;
}
