/**
 * Sets of characters that most of a text is asked for: a look into a table, where a pattern would be a call. The tables
 * are as small as they can be, so that they stay in the processor's near memory; one of all 65,536 units would not.
 */

/** A set of UTF-16 units: each stands at the place that its low bits give, and no two at the same. */
export type Characters = Uint16Array;

/** The units of a text as a set. */
export function characters(chars: string): Characters {
  const codes = Array.from(chars, (char) => char.charCodeAt(0));
  const distinct = new Set(codes);
  let size = 2;
  while (new Set([...distinct].map((code) => code & (size - 1))).size < distinct.size) size *= 2;
  // What stands at a place where nothing is to stand has the low bits of another.
  const table = Uint16Array.from({ length: size }, (_, place) => place ^ 1);
  for (const code of distinct) table[code & (size - 1)] = code;
  return table;
}

/** True where a UTF-16 unit is in a set. */
export const isIn = (table: Characters, code: number): boolean => table[code & (table.length - 1)] === code;

/** Small numbers by UTF-16 unit, 0 for those that have none. */
export interface Values {
  codes: Characters;
  values: Int8Array;
}

/** The value of each unit of some texts. */
export function valuesOf(given: readonly (readonly [chars: string, value: number])[]): Values {
  const codes = characters(given.map(([chars]) => chars).join(""));
  const values = new Int8Array(codes.length);
  for (const [chars, value] of given)
    for (const char of chars) values[char.charCodeAt(0) & (codes.length - 1)] = value;
  return { codes, values };
}

/** The value of a UTF-16 unit. */
export function valueFor({ codes, values }: Values, code: number): number {
  const place = code & (codes.length - 1);
  return codes[place] === code ? (values[place] as number) : 0;
}

/** True where the first character of a text is in the set. */
export const opensWith = (text: string, table: Characters): boolean =>
  text !== "" && isIn(table, text.charCodeAt(0));

/** True where the last character of a text is in the set. */
export const closesWith = (text: string, table: Characters): boolean =>
  text !== "" && isIn(table, text.charCodeAt(text.length - 1));

/** True where any character of a text, from `from` on, is in the set. */
export function holdsAny(text: string, table: Characters, from = 0): boolean {
  for (let at = from; at < text.length; at++) if (isIn(table, text.charCodeAt(at))) return true;
  return false;
}
