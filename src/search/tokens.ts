/** A text as the engine stores it: in words of a character, or of two characters that stand side by side. */
import { normalise } from "./normalise.ts";

/**
 * What a word of the index is. A small gazette is stored by characters: it is indexed in half the time. In a large
 * one a common character would stand at so many places that a query would cost too much: it is stored by pairs, with
 * rows of the characters beside them for a query of one.
 */
export type Cut = "characters" | "pairs";

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

/**
 * The words of a record, in rows that go to pages of their own; all rows have a word or a gap for every character.
 * Lines (cells, items) are kept apart by one more gap, so that no query runs over two of them: `甲乙\n丙` gives the
 * row `甲 乙 . 丙`, or the rows `甲乙 . . .` and `甲 乙 . 丙`, where a character is stored once a record.
 */
export function recordRows(text: string, cut: Cut): string[][] {
  const lines = text
    .split("\n")
    .map((line) => Array.from(normalise(line), spell))
    .filter((line) => line.length > 0);
  if (cut === "characters") return [joined(lines)];
  const seen = new Set<string>();
  const pairs = lines.map((line) => line.map((one, at) => (at + 1 < line.length ? one + line[at + 1] : GAP)));
  const alone = lines.map((line) =>
    line.map((one) => {
      if (seen.has(one)) return GAP;
      seen.add(one);
      return ALONE + one;
    }),
  );
  return [joined(pairs), joined(alone)];
}

function joined(lines: string[][]): string[] {
  return lines.flatMap((line, at) => (at === 0 ? line : [GAP, ...line]));
}

/** A word to look up, and how far from the query's first character it stands. */
export type Wanted = { word: string; offset: number };

/**
 * The words that together say where a query stands: each character, or every second pair and the last one. `平罗县人`
 * gives 平罗 at 0 and 县人 at 2; that 罗 and 县 touch follows from the places alone.
 */
export function wantedWords(query: string, cut: Cut): { wanted: Wanted[]; length: number } {
  const row = Array.from(normalise(query), spell);
  const length = row.length;
  if (cut === "characters") return { wanted: row.map((word, offset) => ({ word, offset })), length };
  if (length < 2) return { wanted: row.map((one) => ({ word: ALONE + one, offset: 0 })), length };
  const wanted: Wanted[] = [];
  for (let at = 0; at < length; at += 2) {
    const offset = Math.min(at, length - 2);
    wanted.push({ word: `${row[offset]}${row[offset + 1]}`, offset });
  }
  return { wanted, length };
}
