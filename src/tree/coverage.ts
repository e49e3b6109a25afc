/** Nothing lost: every character of the source in exactly one leaf or piece of furniture, and the way back. */

import type { Node } from "unist";
import { isBlankCode } from "../language/blanks.ts";
import { rangeOf, type Source } from "./build.ts";
import type { Blank, Furniture, Leaf, Root, Span } from "./nodes.ts";

/** A stretch that a terminal node holds. */
interface Held extends Span {
  furniture: boolean;
}

const isParent = (node: Node): node is Node & { children: Node[] } => "children" in node;

/** All terminal nodes of a tree: leaves, furniture, blanks. */
export function* terminals(node: Node): Generator<Leaf | Furniture | Blank> {
  if (isParent(node)) for (const child of node.children) yield* terminals(child);
  else if ("spans" in node && node.type !== "line") yield node as Leaf | Furniture | Blank;
}

function heldBy(root: Root): Held[] {
  const held: Held[] = [];
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isParent(node)) for (const child of node.children) stack.push(child);
    else if ("spans" in node)
      for (const { start, end } of (node as Leaf).spans)
        held.push({ start, end, furniture: node.type === "furniture" });
  }
  return held.sort((a, b) => a.start - b.start || a.end - b.end);
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
  const blanks: Blank[] = [];
  let at = 0;
  const gap = (end: number): void => {
    const missing = filled(text, at, end);
    coverage.characters += missing;
    coverage.unaccounted += missing;
    if (missing > 0) coverage.lost.push({ start: at, end });
    else if (end > at)
      blanks.push({
        type: "blank",
        value: text.slice(at, end),
        spans: [{ start: at, end }],
        position: rangeOf(source, at, end),
      });
  };
  for (const { start, end, furniture } of heldBy(root)) {
    if (start < at) {
      const stop = Math.min(at, end);
      if (filled(text, start, stop) > 0) coverage.doubled.push({ start, end: stop });
    } else gap(start);
    const from = Math.max(start, at);
    const count = filled(text, from, end);
    coverage.characters += count;
    coverage[furniture ? "inFurniture" : "inDocuments"] += count;
    at = Math.max(at, end);
  }
  gap(text.length);
  root.children = [...root.children, ...blanks];
  return coverage;
}

/** Writes the source back from the tree's leaves, furniture and blanks. */
export function unparse(root: Root, source: Source): string {
  return heldBy(root)
    .map(({ start, end }) => source.text.slice(start, end))
    .join("");
}
