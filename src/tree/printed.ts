/** The tree of a corrected text over the printed one: the same nodes, with spans into what was printed. */
import type { Node } from "unist";
import { furniture, type Source, trimSpan } from "./build.ts";
import type { Furniture, Leaf, Root, Span } from "./nodes.ts";

/** The way from an offset of the corrected text to one of the printed text. */
export type Back = (offset: number, side: "start" | "end") => number;

const isParent = (node: Node): node is Node & { children: Node[] } => "children" in node;
const hasSpans = (node: Node): node is Leaf => "spans" in node;

/** The spans of all leaves and furniture under a node. */
function spansUnder(node: Node): Span[] {
  if (isParent(node)) return node.children.flatMap(spansUnder);
  return hasSpans(node) && node.type !== ("blank" as string) ? node.spans : [];
}

/** A copy of a node whose spans are mapped; the blanks between are left out. */
function mapped(node: Node, map: (span: Span) => Span): Node {
  if (isParent(node)) {
    const children = node.children.filter(({ type }) => type !== "blank").map((child) => mapped(child, map));
    return { ...node, children } as Node;
  }
  return hasSpans(node) ? ({ ...node, spans: node.spans.map(map) } as Node) : node;
}

/** The parts of a stretch that spans, in the order of their starts, do not hold. */
function uncovered({ start, end }: Span, held: readonly Span[]): Span[] {
  const parts: Span[] = [];
  let at = start;
  for (const span of held) {
    if (span.end <= at || span.start >= end) continue;
    if (span.start > at) parts.push({ start: at, end: span.start });
    at = Math.max(at, span.end);
  }
  if (at < end) parts.push({ start: at, end });
  return parts;
}

/**
 * Leads a tree's spans back to the printed source. Text that a correction takes away stays with the leaf before
 * it, else with the one after it; where no leaf touches it, it is furniture.
 * @param changed the printed stretches that were corrected, @param back the way back
 */
export function printedTree(root: Root, source: Source, changed: readonly Span[], back: Back): Root {
  const ends = new Set(spansUnder(root).map(({ end }) => end));
  const map = ({ start, end }: Span): Span => ({
    start: back(start, ends.has(start) ? "end" : "start"),
    end: back(end, "end"),
  });
  const tree = mapped(root, map) as Root;
  const held = spansUnder(tree).sort((a, b) => a.start - b.start);
  const orphans = changed
    .flatMap((span) => uncovered(span, held))
    .map((span) => trimSpan(source.text, span))
    .filter(({ start, end }) => end > start)
    .map((span): Furniture => furniture(source, "corrected", span));
  return { ...tree, children: [...tree.children, ...orphans] };
}
