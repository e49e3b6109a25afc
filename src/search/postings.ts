/** Where the words of a page of the engine stand, packed as its index has them: distances, from one place to the next. */
import { openWriter, readNumbers, writeNumber, written } from "./cbor.ts";

/** The words of a page, blanks between them; `counts` and `ends` (of its bytes in `packed`) by the number of a word. */
export type Postings = {
  words: string;
  counts: Uint32Array;
  ends: Uint32Array;
  packed: Uint8Array;
};

/** Packs places, which ascend. */
export function packPlaces(places: Map<string, number[]>): Postings {
  const counts = new Uint32Array(places.size);
  const ends = new Uint32Array(places.size);
  const writer = openWriter(places.size * 4);
  let number = 0;
  for (const own of places.values()) {
    counts[number] = own.length;
    let last = 0;
    for (const place of own) {
      writeNumber(writer, place - last);
      last = place;
    }
    ends[number] = writer.length;
    number += 1;
  }
  return { words: [...places.keys()].join(" "), counts, ends, packed: written(writer) };
}

/** The words by their numbers. */
export const wordsOf = ({ words }: Postings): string[] => (words === "" ? [] : words.split(" "));

/** The packed places of the word of a number. */
export const packedOf = ({ ends, packed }: Postings, number: number): Uint8Array =>
  packed.subarray(number === 0 ? 0 : ends[number - 1], ends[number]);

/** Tells the places of a word; none where the page does not have it. */
export function placesIn(postings: Postings): (word: string) => number[] {
  const numbers = new Map(wordsOf(postings).map((word, number) => [word, number]));
  return (word) => {
    const number = numbers.get(word);
    if (number === undefined) return [];
    let place = 0;
    return Array.from(readNumbers(packedOf(postings, number)), (distance) => {
      place += distance;
      return place;
    });
  };
}
