/** A text as the engine stores it: a word for every two characters that stand side by side, and one for each alone. */
import { normalise } from "./normalise.ts";

/** Opens the word for a character alone; no spelling begins so. */
const ALONE = "z";

/** A word the engine counts but does not store. */
const GAP = ".";

/**
 * Four letters and digits for any character: 平 is `0hkp`. The engine drops or folds 〔, ％ and é, and what it is asked it
 * cuts into the words of a Chinese dictionary; such spellings it leaves whole, and none is the beginning of another.
 */
function spell(character: string): string {
  return (character.codePointAt(0) as number).toString(36).padStart(4, "0");
}

/** What one record gives the engine: two rows of words of the same length, one word a character. */
export type RecordWords = { pairs: string[]; alone: string[] };

/**
 * The words of a record; lines (cells, items) are kept apart by a gap, so that no query runs over two of them.
 * `甲乙\n丙` gives the pairs `甲乙 . . .` and alone `甲 乙 . 丙`; a character alone is stored once a record.
 */
export function recordWords(text: string): RecordWords {
  const pairs: string[] = [];
  const alone: string[] = [];
  const seen = new Set<string>();
  for (const line of text.split("\n")) {
    const spelt = Array.from(normalise(line), spell);
    if (spelt.length === 0) continue;
    if (pairs.length > 0) {
      pairs.push(GAP);
      alone.push(GAP);
    }
    for (const [at, one] of spelt.entries()) {
      const next = spelt[at + 1];
      pairs.push(next === undefined ? GAP : one + next);
      alone.push(seen.has(one) ? GAP : ALONE + one);
      seen.add(one);
    }
  }
  return { pairs, alone };
}

/** A word to look up, and how far from the query's first character it stands. */
export type Wanted = { word: string; offset: number };

/**
 * The words that together say where a query stands: every second pair, and the last one. `平罗县人` gives 平罗 at 0 and
 * 县人 at 2; that 罗 and 县 touch follows from the places alone.
 */
export function wantedWords(query: string): { wanted: Wanted[]; length: number } {
  const spelt = Array.from(normalise(query), spell);
  const length = spelt.length;
  if (length === 0) return { wanted: [], length };
  if (length === 1) return { wanted: [{ word: ALONE + (spelt[0] as string), offset: 0 }], length };
  const wanted: Wanted[] = [];
  for (let at = 0; at < length; at += 2) {
    const offset = Math.min(at, length - 2);
    wanted.push({ word: `${spelt[offset]}${spelt[offset + 1]}`, offset });
  }
  return { wanted, length };
}

/** Whether a word stands for a character alone. */
export function isAlone(word: string): boolean {
  return word.startsWith(ALONE);
}
