/** Nothing lost: every character of the source in exactly one leaf or piece of furniture, and the way back. */

import type { Node } from "unist";
import { isBlankCode } from "../language/blanks.ts";
import { rangeOf, rawOf, type Source } from "./build.ts";
import type { Furniture, Leaf, PlaceRange, Root, Span } from "./nodes.ts";

const isParent = (node: Node): node is Node & { children: Node[] } => "children" in node;

/** All leaves and furniture of a tree, in no order. */
export function* terminals(root: Node): Generator<Leaf | Furniture> {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isParent(node)) for (const child of node.children) stack.push(child);
    else if ("spans" in node) yield node as Leaf | Furniture;
  }
}

/** The spans of all terminal nodes in source order, as columns: an archive has millions, too many for objects. */
interface Held {
  starts: Int32Array;
  ends: Int32Array;
  isFurniture: Uint8Array;
}

/** More spans than any text has characters to hold them in: start and index of a span share one number. */
const INDEXES = 2 ** 27;

/** Notes the starts, ends and kinds of all spans under a node. */
function collect(node: Node, starts: number[], ends: number[], kinds: number[]): void {
  const { children, spans } = node as { children?: readonly Node[]; spans?: readonly Span[] };
  if (children !== undefined) for (const child of children) collect(child, starts, ends, kinds);
  else if (spans !== undefined) {
    const kind = node.type === "furniture" ? 1 : 0;
    for (const { start, end } of spans) {
      starts.push(start);
      ends.push(end);
      kinds.push(kind);
    }
  }
}

function heldBy(root: Root): Held {
  const starts: number[] = [];
  const ends: number[] = [];
  const kinds: number[] = [];
  collect(root, starts, ends, kinds);
  // Numbers sort without a comparator, and far faster.
  const order = new Float64Array(kinds.length);
  for (let index = 0; index < order.length; index++)
    order[index] = (starts[index] as number) * INDEXES + index;
  order.sort();
  const held: Held = {
    starts: new Int32Array(order.length),
    ends: new Int32Array(order.length),
    isFurniture: new Uint8Array(order.length),
  };
  for (let at = 0; at < order.length; at++) {
    const key = order[at] as number;
    const start = Math.floor(key / INDEXES);
    const index = key - start * INDEXES;
    held.starts[at] = start;
    held.ends[at] = ends[index] as number;
    held.isFurniture[at] = kinds[index] as number;
  }
  return held;
}

/** Non-blank UTF-16 units between two offsets. */
function filled(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (!isBlankCode(text.charCodeAt(at))) count++;
  return count;
}

/** Counts of non-blank characters, and the stretches that no node holds or that two hold. */
export interface Coverage {
  characters: number;
  inDocuments: number;
  inFurniture: number;
  unaccounted: number;
  lost: Span[];
  doubled: Span[];
}

/** Accounts for every character; adds the blanks between to the tree, so that {@link unparse} can write it back. */
export function accountFor(root: Root, source: Source): Coverage {
  const { text } = source;
  const coverage: Coverage = {
    characters: 0,
    inDocuments: 0,
    inFurniture: 0,
    unaccounted: 0,
    lost: [],
    doubled: [],
  };
  const blanks: Span[] = [];
  let at = 0;
  const gap = (end: number): void => {
    const missing = filled(text, at, end);
    coverage.unaccounted += missing;
    if (missing > 0) coverage.lost.push({ start: at, end });
    else if (end > at) blanks.push({ start: at, end });
  };
  const { starts, ends, isFurniture } = heldBy(root);
  for (let index = 0; index < starts.length; index++) {
    const start = starts[index] as number;
    const end = ends[index] as number;
    if (start < at) {
      const stop = Math.min(at, end);
      if (filled(text, start, stop) > 0) coverage.doubled.push({ start, end: stop });
    } else gap(start);
    const count = filled(text, Math.max(start, at), end);
    if (isFurniture[index] === 1) coverage.inFurniture += count;
    else coverage.inDocuments += count;
    at = Math.max(at, end);
  }
  gap(text.length);
  coverage.characters = coverage.inDocuments + coverage.inFurniture + coverage.unaccounted;
  if (blanks.length > 0)
    root.children.push({
      type: "blank",
      value: rawOf(text, blanks),
      spans: blanks,
      position: hullOf(source, blanks),
    });
  return coverage;
}

const hullOf = (source: Source, spans: readonly Span[]): PlaceRange =>
  rangeOf(source, (spans[0] as Span).start, (spans.at(-1) as Span).end);

/** Writes the source back from the tree's leaves, furniture and blanks. */
export function unparse(root: Root, source: Source): string {
  const { starts, ends } = heldBy(root);
  return Array.from(starts, (start, index) => source.text.slice(start, ends[index])).join("");
}
