/** A text as the engine stores it: a word for every two characters that stand side by side, and one for each alone. */
import { normalise } from "./normalise.ts";

/** Opens the word for a character alone; no spelling begins so. */
const ALONE = "zz";

/** Below this a character is spelt in three; none of these spellings begins with z. */
const SHORT = 0xb000;

/** A word the engine counts but does not store. */
const GAP = ".";

/**
 * Three letters and digits for any Han character or mark, five for the rest: 平 is `inn`. The engine drops or folds
 * 〔, ％ and é, and what it is asked it cuts into the words of a Chinese dictionary; such spellings it leaves whole.
 */
function spell(character: string): string {
  const known = spelt.get(character);
  if (known !== undefined) return known;
  const code = character.codePointAt(0) as number;
  const made = code < SHORT ? digits(code, 3) : `z${digits(code, 4)}`;
  spelt.set(character, made);
  return made;
}

function digits(code: number, length: number): string {
  return code.toString(36).padStart(length, "0");
}

const spelt = new Map<string, string>();

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
    const row = Array.from(normalise(line), spell);
    if (row.length === 0) continue;
    if (pairs.length > 0) {
      pairs.push(GAP);
      alone.push(GAP);
    }
    for (const [at, one] of row.entries()) {
      const next = row[at + 1];
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
  const row = Array.from(normalise(query), spell);
  const length = row.length;
  if (length === 0) return { wanted: [], length };
  if (length === 1) return { wanted: [{ word: ALONE + (row[0] as string), offset: 0 }], length };
  const wanted: Wanted[] = [];
  for (let at = 0; at < length; at += 2) {
    const offset = Math.min(at, length - 2);
    wanted.push({ word: `${row[offset]}${row[offset + 1]}`, offset });
  }
  return { wanted, length };
}

/** Whether a word stands for a character alone. */
export function isAlone(word: string): boolean {
  return word.startsWith(ALONE);
}
