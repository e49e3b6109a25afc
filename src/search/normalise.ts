/** One reading of a text for the index and for the query: what looks alike is alike, blanks do not count. */

/** Blanks, and what is printed as nothing: soft hyphens, zero-width joiners, marks of direction. */
const NOTHING = /[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/gu;

/** Full and half width, capital and small letters alike; no blanks: `平政发 〔２０２１〕 56号` → `平政发〔2021〕56号`. */
export function normalise(text: string): string {
  return text.normalize("NFKC").toLowerCase().normalize("NFKC").replace(NOTHING, "");
}

/**
 * A text as the index stores it: one word a character, blanks between. A Han character, a letter a–z and a
 * digit stand for themselves; any other character is spelt by its code (`u3014` for 〔), since the engine
 * would drop or fold it. So a phrase of such words matches exactly where the text holds the query.
 */
export function words(text: string): string {
  return Array.from(normalise(text), word).join(" ");
}

/** A record's text for the index; lines (cells, items) stay apart, so that no phrase runs over two of them. */
export function indexedText(text: string): string {
  return text
    .split("\n")
    .map(words)
    .filter((line) => line !== "")
    .join(" u0a ");
}

function word(character: string): string {
  return PLAIN.test(character) ? character : `u${(character.codePointAt(0) as number).toString(16)}`;
}

const PLAIN = /^[a-z0-9\u3400-\u4dbf\u4e00-\u9fff]$/u;

/** A stretch of the printed text, in UTF-16 units. */
export type Range = { start: number; end: number };

/** Where the printed text holds a query, blanks and widths aside; overlapping places are one. */
export function findRanges(text: string, query: string): Range[] {
  const needle = normalise(query);
  if (needle === "") return [];
  const { normal, origin } = trace(text);
  const ranges: Range[] = [];
  for (let at = normal.indexOf(needle); at !== -1; at = normal.indexOf(needle, at + needle.length)) {
    const start = origin[at] as number;
    const end = origin[at + needle.length] as number;
    ranges.push({ start, end: start + text.slice(start, end).trimEnd().length });
  }
  return ranges;
}

/** The normal form with, for each of its units and its end, the place in the printed text it comes from. */
function trace(text: string): { normal: string; origin: number[] } {
  const origin: number[] = [];
  let normal = "";
  let at = 0;
  for (const character of text) {
    const part = normalise(character);
    normal += part;
    for (let unit = 0; unit < part.length; unit += 1) origin.push(at);
    at += character.length;
  }
  origin.push(at);
  return { normal, origin };
}
