/** Where a query stands, from where its words stand. */
import { type Cut, type Wanted, wantedWords } from "./tokens.ts";

/** For each document that holds a word, its places there, in ascending order. */
export type Places = Map<number, number[]>;

export type LookUp = (word: string) => Promise<Places>;

/** Different words of a query that are looked up: more would cost more than the texts of the few places left. */
const MOST_WORDS = 24;

export type FoundPlaces = {
  places: Places;
  /** The query's own, in characters. */
  length: number;
  /** Whether every word was looked up, so that the query surely stands at the places. */
  sure: boolean;
};

/** The places of a whole query: its words are looked up at once and must stand at their distances. */
export async function findPlaces(query: string, lookUp: LookUp, cut: Cut): Promise<FoundPlaces> {
  const { wanted: all, length } = wantedWords(query, cut);
  const wanted = firstWords(all);
  const sure = wanted.length === all.length;
  const answers = await Promise.all(
    wanted.map(async ({ word, offset }) => ({ offset, places: await lookUp(word) })),
  );
  const [first, ...others] = answers.toSorted((a, b) => a.places.size - b.places.size);
  if (first === undefined) return { places: new Map(), length, sure };
  const found: Places = new Map();
  for (const [document, own] of first.places) {
    let starts = first.offset === 0 ? own : own.map((place) => place - first.offset);
    for (const { offset, places } of others) {
      if (starts.length === 0) break;
      starts = startsWith(starts, places.get(document) ?? [], offset);
    }
    if (starts.length > 0) found.set(document, starts);
  }
  return { places: found, length, sure };
}

/** The starts that have one of the places at a distance; both ascend, so one walk along both tells. */
function startsWith(starts: number[], places: number[], offset: number): number[] {
  let at = 0;
  return starts.filter((start) => {
    while (at < places.length && (places[at] as number) < start + offset) at += 1;
    return places[at] === start + offset;
  });
}

function firstWords(wanted: Wanted[]): Wanted[] {
  const words = new Set(new Set(wanted.map(({ word }) => word)).values().take(MOST_WORDS));
  return wanted.filter(({ word }) => words.has(word));
}
