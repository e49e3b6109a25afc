/** Sets of characters that most of a text is asked for: a look into a table, where a pattern would be a call. */

/** A table of UTF-16 units. */
export type Characters = Uint8Array;

/** The table of these characters, each of one unit. */
export function characters(chars: string): Characters {
  const table = new Uint8Array(0x10000);
  for (let at = 0; at < chars.length; at++) table[chars.charCodeAt(at)] = 1;
  return table;
}

/** True where the first character of a text is in the table. */
export const opensWith = (text: string, table: Characters): boolean =>
  text !== "" && table[text.charCodeAt(0)] === 1;

/** True where the last character of a text is in the table. */
export const closesWith = (text: string, table: Characters): boolean =>
  text !== "" && table[text.charCodeAt(text.length - 1)] === 1;

/** True where any character of a text, from `from` on, is in the table. */
export function holdsAny(text: string, table: Characters, from = 0): boolean {
  for (let at = from; at < text.length; at++) if (table[text.charCodeAt(at)] === 1) return true;
  return false;
}
