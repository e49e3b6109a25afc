/** What the structure transformers share while they read one source. */
import { furniture, leaf, type Source, trimSpan } from "../tree/build.ts";
import type { Furniture, FurnitureKind, Leaf, LeafType, Line, Span } from "../tree/nodes.ts";

/** Something the structure shows that an editor should look at. */
export interface Doubt {
  ruleId: string;
  reason: string;
  start: number;
  end: number;
}

/** The source, the furniture set aside so far, and doubts to be told at the end. */
export interface Context {
  source: Source;
  furniture: Furniture[];
  doubts: Doubt[];
  /** True where paragraphs stand line below line: what parts two lines is a page. */
  dense: boolean;
}

/** Sets stretches aside as furniture. */
export function setAside(context: Context, kind: FurnitureKind, spans: readonly Span[]): void {
  for (const span of spans) {
    const trimmed = trimSpan(context.source.text, span);
    if (trimmed.end > trimmed.start) context.furniture.push(furniture(context.source, kind, trimmed));
  }
}

/** A leaf of spans, blanks at the ends of each aside. */
export function leafOf(context: Context, type: LeafType, spans: Span[]): Leaf {
  const { text } = context.source;
  if (spans.length === 1) {
    const whole = trimSpan(text, spans[0] as Span);
    // Leaves are many, and most stand in one span that is trim already: it is theirs.
    return leaf(context.source, type, whole === spans[0] ? spans : [whole]);
  }
  const trimmed = spans.map((span, index) => {
    const whole = trimSpan(text, span);
    const start = index === 0 ? whole.start : span.start;
    const end = index === spans.length - 1 ? whole.end : span.end;
    return { start, end };
  });
  return leaf(context.source, type, trimmed);
}

/** A leaf of whole lines, healed into one. */
export function leafOfLines(context: Context, type: LeafType, lines: readonly Line[]): Leaf {
  const spans = lines.length === 1 ? (lines[0] as Line).spans : lines.flatMap((line) => line.spans);
  return leafOf(context, type, spans);
}

/** The part of spans from `from` to `to`, offsets into their joined text. */
export function sliceSpans(spans: readonly Span[], from: number, to: number): Span[] {
  if (spans.length === 1) {
    const { start, end } = spans[0] as Span;
    const low = Math.max(from, 0);
    const high = Math.min(to, end - start);
    return high > low ? [{ start: start + low, end: start + high }] : [];
  }
  const parts: Span[] = [];
  let base = 0;
  for (const { start, end } of spans) {
    const length = end - start;
    const low = Math.max(from - base, 0);
    const high = Math.min(to - base, length);
    if (high > low) parts.push({ start: start + low, end: start + high });
    base += length;
  }
  return parts;
}
