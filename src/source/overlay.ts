/** Corrections laid over a printed text: the corrected text, and the way back from its offsets to the printed ones. */
import type { Span } from "../tree/nodes.ts";

/** A stretch of the printed text and what is to stand in its place. */
export interface Edit extends Span {
  text: string;
}

/** A stretch of the printed text with its counterpart in the corrected one. */
export interface Region {
  printed: Span;
  corrected: Span;
}

/** A printed text with its corrections. */
export interface Overlay {
  printed: string;
  corrected: string;
  /** In the order of the text, apart from one another. */
  regions: readonly Region[];
}

/** Lays edits over a text; they must not overlap, and may come in any order. */
export function layOver(printed: string, edits: readonly Edit[]): Overlay {
  const regions: Region[] = [];
  let corrected = "";
  let at = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    corrected += printed.slice(at, start);
    const from = corrected.length;
    corrected += text;
    regions.push({ printed: { start, end }, corrected: { start: from, end: corrected.length } });
    at = end;
  }
  return { printed, corrected: corrected + printed.slice(at), regions };
}

/** The last region that starts at `offset` or before it, by halves. */
function regionBefore(regions: readonly Region[], offset: number): Region | undefined {
  let low = 0;
  let high = regions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((regions[middle] as Region).corrected.start <= offset) low = middle + 1;
    else high = middle;
  }
  return regions[low - 1];
}

/**
 * The printed offset of a corrected one. Within a correction it is as far from the correction's start, at most
 * at its end; where printed text was taken away, a `start` stands before it and an `end` after it.
 */
export function toPrinted({ regions }: Overlay, offset: number, side: "start" | "end"): number {
  const region = regionBefore(regions, offset);
  if (region === undefined) return offset;
  const { printed, corrected } = region;
  if (offset > corrected.end) return offset - corrected.end + printed.end;
  if (corrected.start === corrected.end) return side === "start" ? printed.start : printed.end;
  return offset === corrected.end
    ? printed.end
    : Math.min(printed.start + (offset - corrected.start), printed.end);
}
