/** A stretch of a printed text around its best place, with the found words marked. */
import { findRanges, type Range } from "./normalise.ts";

export type Piece = { text: string; marked: boolean };

/** At most about `length` characters, starting a little before the first place found; `…` stands for what is left out. */
export function excerpt(text: string, terms: string[], length = 120): Piece[] {
  const ranges = mergeRanges(terms.flatMap((term) => findRanges(text, term)));
  const first = ranges[0]?.start ?? 0;
  const start =
    text.length <= length ? 0 : Math.max(0, Math.min(first - Math.floor(length / 4), text.length - length));
  const end = Math.min(text.length, start + length);
  const pieces = cut(text, ranges, start, end);
  if (start > 0) pieces.unshift({ text: "…", marked: false });
  if (end < text.length) pieces.push({ text: "…", marked: false });
  return pieces;
}

function cut(text: string, ranges: Range[], start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const range of ranges) {
    const from = Math.max(range.start, start);
    const to = Math.min(range.end, end);
    if (from >= to) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < end) pieces.push({ text: text.slice(at, end), marked: false });
  return pieces;
}

/** In order, overlapping and touching ones joined. */
export function mergeRanges(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}
