/** Where the words of a page of the engine stand, packed as its index has them: distances, from one place to the next. */
import { openWriter, readNumbers, writeNumber, written } from "./cbor.ts";

/** The words of a page, each under a number; `counts` and `ends` (of its bytes in `packed`) by that number. */
export type Postings = {
  words: Map<string, number>;
  counts: Uint32Array;
  ends: Uint32Array;
  packed: Uint8Array;
};

/** Packs places, which ascend. */
export function packPlaces(places: Map<string, number[]>): Postings {
  const words = new Map<string, number>();
  const counts = new Uint32Array(places.size);
  const ends = new Uint32Array(places.size);
  const writer = openWriter(places.size * 4);
  for (const [word, own] of places) {
    const number = words.size;
    words.set(word, number);
    counts[number] = own.length;
    let last = 0;
    for (const place of own) {
      writeNumber(writer, place - last);
      last = place;
    }
    ends[number] = writer.length;
  }
  return { words, counts, ends, packed: written(writer) };
}

/** The packed places of the word of a number. */
export const packedOf = ({ ends, packed }: Postings, number: number): Uint8Array =>
  packed.subarray(number === 0 ? 0 : ends[number - 1], ends[number]);

/** The places of a word; none where the page does not have it. */
export function placesOf(postings: Postings, word: string): number[] {
  const number = postings.words.get(word);
  if (number === undefined) return [];
  let place = 0;
  return Array.from(readNumbers(packedOf(postings, number)), (distance) => {
    place += distance;
    return place;
  });
}
