/** Where a query stands, from where its words stand. */
import { type Cut, wantedWords } from "./tokens.ts";

/** For each document that holds a word, its places there, in ascending order. */
export type Places = Map<number, number[]>;

export type LookUp = (word: string) => Promise<Places>;

/** The places of a whole query: its words are looked up at once and must stand at their distances. */
export async function findPlaces(
  query: string,
  lookUp: LookUp,
  cut: Cut,
): Promise<{ places: Places; length: number }> {
  const { wanted, length } = wantedWords(query, cut);
  const answers = await Promise.all(
    wanted.map(async ({ word, offset }) => ({ offset, places: await lookUp(word) })),
  );
  const [first, ...others] = answers.toSorted((a, b) => a.places.size - b.places.size);
  if (first === undefined) return { places: new Map(), length };
  const found: Places = new Map();
  for (const [document, own] of first.places) {
    let starts = own.map((place) => place - first.offset);
    for (const { offset, places } of others) {
      if (starts.length === 0) break;
      const there = new Set(places.get(document));
      starts = starts.filter((start) => there.has(start + offset));
    }
    if (starts.length > 0) found.set(document, starts);
  }
  return { places: found, length };
}
