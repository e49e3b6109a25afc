/** What the lines of contents have at their edges beside titles: pages before them, numbers below them. */

import { readNumberLine } from "../language/documentNumbers.ts";
import { matchesOf } from "../language/matches.ts";
import { readNumeral } from "../language/numerals.ts";
import type { Line } from "../tree/nodes.ts";
import { filledBefore, filledFrom } from "./lines.ts";

/** 05　关于…的通知: digits and a blank before a title. */
const LEADING = /^[\s　]*([0-9０-９]{1,4})(?:[\s　]+|[…·.]{2,30}[\s　]*)(?=[\p{Script=Han}《“])/gu;

/** Digits that open an entry, and the page they name; null where they only count the entries. */
export interface LeadingNumber {
  from: number;
  to: number;
  end: number;
  page: number | null;
}

const FEWEST_ENTRIES = 3;

/** The digits that open lines: pages where they rise, and numbers of the entries where they count from 1. */
export function leadingNumbers(lines: readonly Line[]): ReadonlyMap<Line, LeadingNumber> {
  const found: { line: Line; from: number; to: number; end: number; value: number }[] = [];
  for (const line of lines) {
    const [match] = line.kind === "text" ? matchesOf(line.value, LEADING) : [];
    if (match === undefined) continue;
    const digits = match[1] as string;
    const from = match[0].indexOf(digits);
    const value = readNumeral(digits) ?? 0;
    found.push({ line, from, to: from + digits.length, end: match[0].length, value });
  }
  const rises = found.every(({ value }, index) => index === 0 || value >= (found[index - 1]?.value ?? 0));
  if (found.length < FEWEST_ENTRIES || !rises) return new Map();
  const counts = found.every(({ value }, index) => value === index + 1);
  return new Map(
    found.map(({ line, from, to, end, value }) => [line, { from, to, end, page: counts ? null : value }]),
  );
}

/** True for a line that is the number of a document and nothing else. */
export const isNumberAlone = ({ kind, value }: Line): boolean =>
  kind === "text" && value.includes("号") && (readNumberLine(value)?.agency ?? null) !== null;

/** True where the entry above the line `index` is the first below a heading, so that a number there is its own. */
export function isBelowFirstEntry(
  lines: readonly Line[],
  index: number,
  isHeading: (line: Line) => boolean,
): boolean {
  const entry = filledBefore(lines, index - 1);
  const above = lines[filledBefore(lines, entry - 1)];
  return above !== undefined && !isHeading(lines[entry] as Line) && isHeading(above);
}

/**
 * True where the numbers of documents stand below the entries that their pages close: below the first of a section, or
 * at its end; and none opens one.
 */
export function numbersStandBelow(lines: readonly Line[], isHeading: (line: Line) => boolean): boolean {
  let tells = 0;
  for (const [index, line] of lines.entries()) {
    if (!isNumberAlone(line)) continue;
    const above = lines[filledBefore(lines, index - 1)];
    const below = lines[filledFrom(lines, index + 1)];
    if (above === undefined || isHeading(above)) return false;
    if (below === undefined || isHeading(below) || isBelowFirstEntry(lines, index, isHeading)) tells++;
  }
  return tells > 0;
}
