/** Rising offsets into a source, and which stretches of it hold one: what is sought stands in few. */
import type { Span } from "./nodes.ts";

/** Offsets in rising order. */
export interface Offsets {
  sorted: Uint32Array;
  /** Which was found last: the next one asked for is mostly it, or one of the next few. A hint, no more. */
  near: number;
}

/** How many after the one found last are looked at before the others are halved. */
const NEAR = 4;

/** The place among the offsets of the first that is not below `start`. */
function firstFrom(offsets: Offsets, start: number): number {
  const { sorted, near } = offsets;
  let low = near > 0 && (sorted[near - 1] as number) < start ? near : 0;
  let high = Math.min(low + NEAR, sorted.length);
  while (low < high && (sorted[low] as number) < start) low++;
  if (low === high) {
    high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as number) < start) low = middle + 1;
      else high = middle;
    }
  }
  offsets.near = low;
  return low;
}

/** True where one of the offsets stands in one of the stretches. */
export function standsIn(offsets: Offsets, spans: readonly Span[]): boolean {
  const { sorted } = offsets;
  for (const { start, end } of spans) {
    const first = firstFrom(offsets, start);
    if (first < sorted.length && (sorted[first] as number) < end) return true;
  }
  return false;
}

/** Where any of some characters stands in a text. */
export function offsetsOf(text: string, chars: string): Offsets {
  const found: number[] = [];
  for (const char of chars)
    for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) found.push(at);
  return { sorted: Uint32Array.from(found).sort(), near: 0 };
}
