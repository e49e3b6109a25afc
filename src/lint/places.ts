/** Where printed text stands in the source: both are walked side by side, blanks, marks and page furniture aside. */
import type { Position } from "../document/schema.ts";
import { isBlankCode } from "../language/blanks.ts";
import { rangeOf, type Source } from "../tree/build.ts";

/** The place of the units from `from` up to `to` of a printed text. */
export type Placer = (from: number, to: number) => Position;

const LAYOUT =
  "p|br|span|div|b|strong|i|em|u|font|sup|sub|center|table|thead|tbody|tfoot|tr|td|th|colgroup|col|caption";
/** Left-over marks that the source has and the text has not: `**`, `<p>`, the bars of a pipe table. */
const MARK = new RegExp(`\\*+|_{2,}|</?(?:${LAYOUT})\\b[^<>\\n]{0,200}>|<(?=https?:|mailto:)|>|\\|`, "iy");

/** Length of the mark that opens at `offset`, 0 where there is none. */
function markAt(text: string, offset: number): number {
  MARK.lastIndex = offset;
  return MARK.exec(text)?.[0].length ?? 0;
}

/** The first unit at or after `at` that is no blank. */
function nextFilled(printed: string, at: number): number {
  let next = at;
  while (next < printed.length && isBlankCode(printed.charCodeAt(next))) next++;
  return next;
}

/**
 * Matches a line of the source with the printed text from `at` on and notes the offsets; the next unit to
 * match, or -1 where the line is no part of the text: a page number, a running head, a head printed again.
 */
function matchLine(
  text: string,
  start: number,
  end: number,
  printed: string,
  at: number,
  offsets: number[],
): number {
  let unit = at;
  for (let offset = start; offset < end && unit < printed.length; ) {
    const code = text.charCodeAt(offset);
    if (code === printed.charCodeAt(unit)) {
      offsets[unit] = offset++;
      unit = nextFilled(printed, unit + 1);
    } else if (isBlankCode(code)) offset++;
    else {
      const mark = markAt(text, offset);
      if (mark === 0) return -1;
      offset += mark;
    }
  }
  return unit;
}

/** How many lines may stand in a break: a page number, a running head, an image, a head printed again. */
const BREAK = 60;

/** The source offset of every unit of a printed text that starts at `start`, or null where it is not found. */
function trace({ text }: Source, printed: string, start: number, end: number): number[] | null {
  const offsets: number[] = [];
  let unit = nextFilled(printed, 0);
  let foreign = 0;
  for (let line = start; line < end && unit < printed.length && foreign < BREAK; ) {
    const feed = text.indexOf("\n", line);
    const stop = feed < 0 || feed > end ? end : feed;
    const next = matchLine(text, line, stop, printed, unit, offsets);
    foreign = next < 0 ? foreign + 1 : 0;
    unit = Math.max(unit, next);
    line = stop + 1;
  }
  return unit < printed.length ? null : offsets;
}

/** The placer of a text whose offsets are traced when first asked for; the whole stretch where that fails. */
export function placer(source: Source, printed: string, start: number, end: number): Placer {
  let offsets: number[] | null | undefined;
  return (from, to) => {
    if (offsets === undefined) offsets = trace(source, printed, start, end);
    const first = offsets?.[from];
    const last = offsets?.[to - 1];
    return first === undefined || last === undefined
      ? rangeOf(source, start, end)
      : rangeOf(source, first, last + 1);
  };
}

/** The same placer for a text that stands `by` units into the one it was made for. */
export const shifted =
  (place: Placer, by: number): Placer =>
  (from, to) =>
    place(from + by, to + by);

/** How far ahead a text is looked for, in units without blanks: a row or a page, never a whole book. */
const WINDOW = 20_000;
/** How much of a text is compared: a break may stand in the rest. */
const KEY = 24;

/** A stretch of the source without blanks and marks, with the offset of every unit that is left. */
function flatten(text: string, start: number, end: number): { flat: string; offsets: number[] } {
  const offsets: number[] = [];
  let flat = "";
  for (let offset = start; offset < end; ) {
    const mark = isBlankCode(text.charCodeAt(offset)) ? 1 : markAt(text, offset);
    if (mark === 0) {
      flat += text[offset];
      offsets.push(offset);
    }
    offset += Math.max(mark, 1);
  }
  return { flat, offsets };
}

/** Finds texts that are printed one after another in a stretch: the source offset where each starts, or null. */
export function finder(source: Source, start: number, end: number): (printed: string) => number | null {
  const { flat, offsets } = flatten(source.text, start, end);
  let cursor = 0;
  return (printed) => {
    const key = flatten(printed, 0, printed.length).flat.slice(0, KEY);
    const at = key === "" ? -1 : flat.slice(cursor, cursor + WINDOW).indexOf(key);
    if (at < 0 || key === "") return null;
    const found = offsets[cursor + at] as number;
    cursor += at + key.length;
    return found;
  };
}

/** Placers of texts printed one after another in a stretch, found when first asked for. */
export function placersInOrder(
  source: Source,
  texts: readonly string[],
  start: number,
  end: number,
): readonly Placer[] {
  let starts: (number | null)[] | undefined;
  return texts.map((printed, index): Placer => {
    let own: Placer | undefined;
    return (first, last) => {
      if (starts === undefined) {
        const find = finder(source, start, end);
        starts = texts.map((one) => (one === "" ? null : find(one)));
      }
      const from = starts[index] as number | null;
      own ??= from === null ? () => rangeOf(source, start, end) : placer(source, printed, from, end);
      return own(first, last);
    };
  });
}

/** The last place before `to` where a printed text stands whole, not before `from`; null where it stands nowhere. */
export function findBefore(source: Source, printed: string, from: number, to: number): number | null {
  const floor = Math.max(from, to - 2 * printed.length - BREAK);
  const first = printed.charAt(0);
  for (let at = to - 1; at >= floor; at--)
    if (source.text.charAt(at) === first && trace(source, printed, at, to) !== null) return at;
  return null;
}

/** The place of a printed text within a stretch, its last one; the whole stretch where it is not found. */
export function placeWithin(source: Source, printed: string, { start, end }: Position): Position {
  const near = findBefore(source, printed, start.offset, end.offset);
  const from = near ?? finder(source, start.offset, end.offset)(printed) ?? start.offset;
  return placer(source, printed, from, end.offset)(0, printed.length);
}
