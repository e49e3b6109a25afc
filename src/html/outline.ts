/** The outline of a document: its parts, with their sections of the first two depths. */

import type { Leading } from "../corpus/gazette.ts";
import { type Part, partsOf } from "../corpus/walk.ts";
import type { Block, Section } from "../document/schema.ts";

export type OutlineEntry = { anchor: string; text: string; children: OutlineEntry[] };

export function outlineOf(document: Leading): OutlineEntry[] {
  return partsOf(document).flatMap((part) => partEntries(part));
}

function partEntries(part: Part): OutlineEntry[] {
  const children = sectionEntries(part.children, 1);
  if (part.anchor === null) return children;
  const text = [part.label, part.title].filter((name) => name !== null).join(" ");
  return [{ anchor: part.anchor, text: text === "" ? "正文" : text, children }];
}

function sectionEntries(blocks: Block[], level: number): OutlineEntry[] {
  const titled = blocks.filter((block): block is Section => block.type === "section" && block.title !== null);
  return titled.map(({ anchor, marker, title, children }) => ({
    anchor,
    text: `${marker}${title ?? ""}`,
    children: level === 1 ? sectionEntries(children, 2) : [],
  }));
}
