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

/** What a walk over the tree finds, before it is put in order. */
interface Found {
  starts: number[];
  ends: number[];
  isFurniture: boolean[];
}

function findSpans(root: Root): Found {
  const found: Found = { starts: [], ends: [], isFurniture: [] };
  for (const node of terminals(root))
    for (const { start, end } of node.spans) {
      found.starts.push(start);
      found.ends.push(end);
      found.isFurniture.push(node.type === "furniture");
    }
  return found;
}

function heldBy(root: Root): Held {
  const { starts, ends, isFurniture } = findSpans(root);
  const order = Uint32Array.from(starts.keys()).sort(
    (a, b) => (starts[a] as number) - (starts[b] as number) || (ends[a] as number) - (ends[b] as number),
  );
  return {
    starts: Int32Array.from(order, (index) => starts[index] as number),
    ends: Int32Array.from(order, (index) => ends[index] as number),
    isFurniture: Uint8Array.from(order, (index) => Number(isFurniture[index])),
  };
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
    coverage.characters += missing;
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
    coverage.characters += count;
    coverage[isFurniture[index] === 1 ? "inFurniture" : "inDocuments"] += count;
    at = Math.max(at, end);
  }
  gap(text.length);
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
