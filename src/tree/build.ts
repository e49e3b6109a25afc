/** Builders of leaves: from stretches of the source to text with its place. */
import { isBlankCode, tidyText, tidyTitle } from "../language/blanks.ts";
import type { Furniture, FurnitureKind, Leaf, LeafType, Place, PlaceRange, Span } from "./nodes.ts";
import { type Offsets, offsetsOf, standsIn } from "./offsets.ts";

/** The source as builders need it: its text, and the offsets at which each line starts and each blank stands. */
export interface Source {
  text: string;
  lineStarts: readonly number[];
  blanks: Offsets;
  /** Where characters stand that were sought so far. */
  cues: Map<string, Offsets>;
}

/** The line found last, from 0: the next place asked for stands mostly on it, or on the one after. A hint, no more. */
let near = 0;

/** The place of an offset, found among the line starts by halves. */
export function placeAt(source: Source, offset: number): Place {
  const { lineStarts } = source;
  for (let line = near; line < near + 3; line++) {
    const start = lineStarts[line];
    if (start === undefined || start > offset) break;
    if (offset < (lineStarts[line + 1] ?? Number.POSITIVE_INFINITY)) {
      near = line;
      return { line: line + 1, column: offset - start + 1, offset };
    }
  }
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  near = low;
  return { line: low + 1, column: offset - (lineStarts[low] as number) + 1, offset };
}

/** The hull of two offsets as a unist position. */
export function rangeOf(source: Source, start: number, end: number): PlaceRange {
  const first = placeAt(source, start);
  const next = source.lineStarts[first.line] ?? Number.POSITIVE_INFINITY;
  // Most leaves end on the line on which they begin.
  const last =
    end >= start && end < next
      ? { line: first.line, column: first.column + end - start, offset: end }
      : placeAt(source, end);
  return { start: first, end: last };
}

/** The hull of nodes that have positions, in source order or not. */
export function hull(nodes: readonly { position: PlaceRange }[]): PlaceRange {
  let { start, end } = (nodes[0] as { position: PlaceRange }).position;
  for (const { position } of nodes) {
    if (position.start.offset < start.offset) start = position.start;
    if (position.end.offset > end.offset) end = position.end;
  }
  return { start, end };
}

/** A span without the blanks at its ends; empty where it holds nothing else. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlankCode(text.charCodeAt(start))) start++;
  while (end > start && isBlankCode(text.charCodeAt(end - 1))) end--;
  return start === span.start && end === span.end ? span : { start, end };
}

/** The printed text of spans, joined where a break was healed. */
export function rawOf(text: string, spans: readonly Span[]): string {
  if (spans.length === 1) {
    const only = spans[0] as Span;
    return text.slice(only.start, only.end);
  }
  return spans.map(({ start, end }) => text.slice(start, end)).join("");
}

/** The text of a leaf less layout: blanks in what is no running text are letter-spacing or breaks. */
function tidied(type: LeafType, raw: string): string {
  switch (type) {
    case "title":
    case "label":
    case "number":
    case "issuer":
    case "caption":
    case "role":
    case "marker":
      return tidyTitle(raw);
    default:
      return tidyText(raw);
  }
}

/** True where stretches of the source hold no blank. */
export const isTight = (source: Source, spans: readonly Span[]): boolean => !standsIn(source.blanks, spans);

/** True where stretches of the source hold one of some characters, without which a text cannot say what is sought in it. */
export function holdsCue(source: Source, spans: readonly Span[], chars: string): boolean {
  let offsets = source.cues.get(chars);
  if (offsets === undefined) {
    offsets = offsetsOf(source.text, chars);
    source.cues.set(chars, offsets);
  }
  return standsIn(offsets, spans);
}

/** A leaf of the spans; its value is their text as printed, less layout. */
export function leaf(source: Source, type: LeafType, spans: Span[]): Leaf {
  const first = spans[0] as Span;
  const last = spans[spans.length - 1] as Span;
  const raw = rawOf(source.text, spans);
  const position = rangeOf(source, first.start, last.end);
  return { type, value: isTight(source, spans) ? raw : tidied(type, raw), spans, position };
}

/** A piece of furniture. */
export function furniture(source: Source, kind: FurnitureKind, span: Span): Furniture {
  return {
    type: "furniture",
    kind,
    value: source.text.slice(span.start, span.end),
    spans: [span],
    position: rangeOf(source, span.start, span.end),
  };
}

/**
 * Maps offsets of a leaf's value to offsets of the source. Calls must come in rising order of `index`:
 * value and source are walked once, side by side.
 */
export function sourceOffsets(source: Source, { value, spans }: Leaf): (index: number) => number {
  const [{ start: first, end: last }] = spans as [Span];
  // Where nothing was left out, value and source run side by side.
  if (spans.length === 1 && last - first === value.length) return (index) => first + index;
  let at = 0;
  let part = 0;
  let offset = first;
  return (index) => {
    for (;;) {
      const span = spans[part] as Span;
      if (offset >= span.end) {
        if (part === spans.length - 1) return span.end;
        offset = (spans[++part] as Span).start;
      } else if (at === index && !skips(source.text, offset, value, at)) return offset;
      else {
        if (!skips(source.text, offset, value, at)) at++;
        offset++;
      }
    }
  };
}

/** True where the source's unit is a blank that the value has no counterpart for. */
function skips(text: string, offset: number, value: string, at: number): boolean {
  if (text.charCodeAt(offset) === value.charCodeAt(at)) return false;
  if (!isBlankCode(text.charCodeAt(offset))) return false;
  return value[at] !== " " || isBlankCode(text.charCodeAt(offset + 1));
}
