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

/**
 * Three letters and digits for any Han character or mark, five for the rest: 平 is `inn`. The engine drops or folds
 * 〔, ％ and é, and what it is asked it cuts into the words of a Chinese dictionary; such spellings it leaves whole.
 */
function spell(code: number): string {
  return code < SHORT ? digits(code, 3) : `z${digits(code, 4)}`;
}

function digits(code: number, length: number): string {
  return code.toString(36).padStart(length, "0");
}

/** The spelling of each character of a text. */
const spelt = (text: string): string[] => Array.from(text, (one) => spell(one.codePointAt(0) as number));

/** All characters met so far have numbers: those of two are compared faster than words. */
const numbers = new Map<number, number>();
const spellings: string[] = [];

function numberOf(code: number): number {
  const known = numbers.get(code);
  if (known !== undefined) return known;
  const number = spellings.push(spell(code)) - 1;
  numbers.set(code, number);
  return number;
}

/** Where something stands, by the number of a character. */
type ByCharacter = Map<number, number[]>;

/**
 * Texts one after the other, in rows of words that go to pages of their own; all rows have a word or a gap for every
 * character. Lines (cells, items) are kept apart by one more gap, so that no query runs over two of them: `甲乙\n丙`
 * gives the row `甲 乙 . 丙`, or the rows `甲乙 . . .` and `甲 乙 . 丙`, where a character is stored once a text.
 */
export type Rows = {
  cut: Cut;
  /** Words and gaps so far. */
  length: number;
  texts: number;
  alone: ByCharacter;
  /** By the first character of a pair those that follow it. */
  pairs: Map<number, ByCharacter>;
  /** The last text that a character stood in. */
  seen: Map<number, number>;
};

export const openRows = (cut: Cut): Rows => ({
  cut,
  length: 0,
  texts: 0,
  alone: new Map(),
  pairs: new Map(),
  seen: new Map(),
});

/** Adds a text; gives the number of words and gaps that stand for it. */
export function addText(rows: Rows, text: string): number {
  const start = rows.length;
  rows.texts += 1;
  for (const line of text.split("\n")) {
    const normal = normalise(line);
    if (normal === "") continue;
    if (rows.length > start) rows.length += 1;
    addLine(rows, normal);
  }
  return rows.length - start;
}

function addLine(rows: Rows, line: string): void {
  const { cut, alone, pairs, seen, texts } = rows;
  let before: ByCharacter | undefined;
  for (const one of line) {
    const number = numberOf(one.codePointAt(0) as number);
    const place = rows.length;
    rows.length += 1;
    if (cut === "characters") note(alone, number, place);
    else {
      if (before !== undefined) note(before, number, place - 1);
      before = pairs.get(number) ?? new Map<number, number[]>();
      pairs.set(number, before);
      if (seen.get(number) !== texts) {
        seen.set(number, texts);
        note(alone, number, place);
      }
    }
  }
}

function note(places: ByCharacter, number: number, place: number): void {
  const own = places.get(number);
  if (own === undefined) places.set(number, [place]);
  else own.push(place);
}

/** The places of all words, row by row. */
export function placesInRows({ cut, alone, pairs }: Rows): Map<string, number[]>[] {
  const spelling = (number: number): string => spellings[number] as string;
  if (cut === "characters") return [new Map(Array.from(alone, ([one, places]) => [spelling(one), places]))];
  const together = new Map<string, number[]>();
  for (const [one, others] of pairs)
    for (const [other, places] of others) together.set(spelling(one) + spelling(other), places);
  return [together, new Map(Array.from(alone, ([one, places]) => [ALONE + spelling(one), places]))];
}

/** A word to look up, and how far from the query's first character it stands. */
export type Wanted = { word: string; offset: number };

/**
 * The words that together say where a query stands: each character, or every second pair and the last one. `平罗县人`
 * gives 平罗 at 0 and 县人 at 2; that 罗 and 县 touch follows from the places alone.
 */
export function wantedWords(query: string, cut: Cut): { wanted: Wanted[]; length: number } {
  const row = spelt(normalise(query));
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
