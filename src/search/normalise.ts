/** One reading of a text for the index and for the query: what looks alike is alike, blanks do not count. */

import { isIdeograph } from "../language/han.ts";

/** Blanks, and what is printed as nothing: soft hyphens, zero-width joiners, marks of direction. */
const NOTHING = /[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/gu;

/** Full and half width, capital and small letters alike; no blanks: `平政发 〔２０２１〕 56号` → `平政发〔2021〕56号`. */
export function normalise(text: string): string {
  return text.normalize("NFKC").toLowerCase().normalize("NFKC").replace(NOTHING, "");
}

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
    // Looked up first: an ideograph stands for itself.
    const part = isIdeograph(character.charCodeAt(0)) ? character : normalise(character);
    normal += part;
    for (let unit = 0; unit < part.length; unit += 1) origin.push(at);
    at += character.length;
  }
  origin.push(at);
  return { normal, origin };
}
