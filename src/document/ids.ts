/** Stable ids: what an official document is called in addresses and references. */
import { pinyin } from "pinyin-pro";
import type { NumberReading } from "../language/documentNumbers.ts";
import { GENRE_PINYIN } from "../reading/genre.ts";

const initialsSeen = new Map<string, string>();

/** Pinyin initials of an agency code: 平政发 → pzf. */
export function initials(code: string): string {
  const known = initialsSeen.get(code);
  if (known !== undefined) return known;
  const letters = pinyin(code, { pattern: "first", toneType: "none", type: "array" })
    .join("")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
  initialsSeen.set(code, letters);
  return letters;
}

/** Slugs of the documents of one issue: equal ones take `-2`, those without a number count by genre. */
export function createSlugs(): (number: NumberReading | null, genre: string | null) => string {
  const used = new Map<string, number>();
  const unnumbered = new Map<string, number>();
  const unique = (slug: string): string => {
    const count = (used.get(slug) ?? 0) + 1;
    used.set(slug, count);
    return count === 1 ? slug : unique(`${slug}-${count}`);
  };
  return (number, genre) => {
    if (number?.agency && number.year !== null && number.serial !== null)
      return unique(`${initials(number.agency) || "wenjian"}-${number.year}-${number.serial}`);
    const kind = (genre !== null && GENRE_PINYIN[genre]) || "wenjian";
    if (number?.serial != null) return unique(`${kind}-${number.serial}`);
    const place = (unnumbered.get(kind) ?? 0) + 1;
    unnumbered.set(kind, place);
    return unique(`${kind}-${place}`);
  };
}

/** The id of an issue: year and two-digit number, `2021-03`. */
export function issueIdOf(year: number, number: number): string {
  return `${String(year).padStart(4, "0")}-${String(number).padStart(2, "0")}`;
}
