/** Blocks of the tree to blocks of the published documents, with their anchors, mentions and citations. */
import { dateOfMatch, findDates } from "../language/dates.ts";
import { type CitationReading, readCitations } from "../reading/citations.ts";
import { addNames, type Lexicon } from "../reading/lexicon.ts";
import { holdsCue, placeAt, type Source, sourceOffsets } from "../tree/build.ts";
import type { Cell, Leaf, Block as Node, Row, Table } from "../tree/nodes.ts";
import { isBlockNode } from "../tree/parts.ts";
import type { Block, Citation, Mention } from "./schema.ts";

/** What compiling a document's blocks needs to know and gathers on its way. */
export interface BlockContext {
  source: Source;
  /** Names of bodies and persons to be marked in paragraphs. */
  names: Lexicon;
  /** The document of the issue that a citation means. */
  resolve: (citation: CitationReading) => string | null;
  /** Gathers the citations that mean none of the issue's. */
  open: Cited[];
  /** Anchors given so far, to keep them unique. */
  anchors: Anchors;
  /** Anchor of each block, for tasks that point to it. */
  anchorOf: Map<Node, string>;
  citations: Citation[];
  /** Makes the table document and gives its id. */
  addTable: (table: Table, anchor: string) => string;
}

/** What all documents of an issue share while they are compiled. */
export type SharedContext = Pick<BlockContext, "source" | "names" | "resolve" | "open">;

/** Anchors given so far, with how often each was wanted. */
export type Anchors = Map<string, number>;

/** A free anchor: the wanted one, or with the first number that makes it new. */
export function claim(anchors: Anchors, wanted: string): string {
  let count = (anchors.get(wanted) ?? 0) + 1;
  let anchor = count === 1 ? wanted : `${wanted}-${count}`;
  while (anchors.has(anchor)) anchor = `${wanted}-${++count}`;
  anchors.set(wanted, count);
  if (anchor !== wanted) anchors.set(anchor, 1);
  return anchor;
}

/** A citation, as published and as read, with the mention that marks it in its text where there is one. */
export interface Cited {
  citation: Citation;
  reading: CitationReading;
  mention: Extract<Mention, { kind: "document" }> | null;
}

const NOTHING_CITED: readonly Cited[] = [];
const CITES = "《号";

/** The citations of a leaf with their places in the source; they are also noted for the document. */
export function citationsOf(
  leaf: Leaf,
  context: Pick<BlockContext, "source" | "resolve" | "open" | "citations">,
): readonly Cited[] {
  if (!holdsCue(context.source, leaf.spans, CITES)) return NOTHING_CITED;
  const readings = readCitations(leaf.value);
  // Two serials of one number share their place, so that starts rise but ends may come twice.
  const starts = sourceOffsets(context.source, leaf);
  const startOffsets = readings.map(({ start }) => starts(start));
  const ends = sourceOffsets(context.source, leaf);
  return readings.map((reading, index) => {
    const end = ends(reading.end - 1) + 1;
    const citation: Citation = {
      text: reading.text,
      title: reading.title,
      documentNumber: reading.documentNumber,
      document: context.resolve(reading),
      position: {
        start: placeAt(context.source, startOffsets[index] as number),
        end: placeAt(context.source, end),
      },
    };
    context.citations.push(citation);
    const cited: Cited = { citation, reading, mention: null };
    if (citation.document === null) context.open.push(cited);
    return cited;
  });
}

/** What a text names, in order, by offsets. */
export function mentionsOf(text: string, cited: readonly Cited[], names: Lexicon): Mention[] {
  const mentions: Mention[] = [];
  let last = -1;
  for (const one of cited) {
    const { citation, reading } = one;
    if (reading.start === last) continue;
    last = reading.start;
    one.mention = { kind: "document", start: reading.start, end: reading.end, ref: citation.document };
    mentions.push(one.mention);
  }
  for (const match of findDates(text)) {
    const date = dateOfMatch(match);
    if (date !== null)
      mentions.push({ kind: "date", start: match.index, end: match.index + match[0].length, date });
  }
  addNames(text, names, mentions);
  return mentions.length < 2 ? mentions : mentions.sort((a, b) => a.start - b.start || b.end - a.end);
}

const leafOfType = (children: readonly { type: string }[], type: Leaf["type"]): Leaf | undefined =>
  children.find((child): child is Leaf => child.type === type);
const textOf = (children: readonly { type: string }[], type: Leaf["type"]): string | null =>
  leafOfType(children, type)?.value ?? null;

/** Cites from the cells of a table, in order. */
function citeCells(table: Table, context: BlockContext): void {
  for (const row of table.children) {
    if (row.type !== "row") continue;
    for (const cell of (row as Row).children as Cell[])
      for (const leaf of cell.children) citationsOf(leaf, context);
  }
}

const LETTERS = { section: "n", paragraph: "p", list: "l", table: "t", roster: "r", form: "f" } as const;

/** How many blocks of each type, section by section without a number, stand under a parent so far. */
type Counts = Record<Node["type"], number>;

/** The part of an anchor that a block adds to that of its parent. */
function localName(block: Node, counts: Counts): string {
  if (block.type === "section" && block.ordinal !== null) return String(block.ordinal);
  return `${LETTERS[block.type]}${++counts[block.type]}`;
}

/** Compiles blocks under the anchor `prefix`. */
export function compileBlocks(
  nodes: readonly { type: string }[],
  prefix: string,
  context: BlockContext,
): Block[] {
  const counts: Counts = { section: 0, paragraph: 0, list: 0, table: 0, roster: 0, form: 0 };
  const blocks: Block[] = [];
  for (const node of nodes as Node[]) {
    if (!isBlockNode(node)) continue;
    const anchor = claim(
      context.anchors,
      prefix === "" ? localName(node, counts) : `${prefix}-${localName(node, counts)}`,
    );
    context.anchorOf.set(node, anchor);
    blocks.push(compileBlock(node, anchor, context));
  }
  return blocks;
}

function compileBlock(node: Node, anchor: string, context: BlockContext): Block {
  const { position } = node;
  switch (node.type) {
    case "paragraph": {
      const leaf = node.children[0] as Leaf;
      const cited = citationsOf(leaf, context);
      return {
        type: "paragraph",
        anchor,
        position,
        text: leaf.value,
        mentions: mentionsOf(leaf.value, cited, context.names),
      };
    }
    case "section": {
      const title = leafOfType(node.children, "title");
      if (title) citationsOf(title, context);
      return {
        type: "section",
        anchor,
        position,
        depth: node.depth,
        marker: textOf(node.children, "marker") ?? "",
        ordinal: node.ordinal,
        title: title?.value ?? null,
        delimiter: textOf(node.children, "delimiter"),
        runIn: node.runIn,
        children: compileBlocks(node.children, anchor, context),
      };
    }
    case "list":
      return {
        type: "list",
        anchor,
        position,
        items: node.children.map((item) => {
          const text = leafOfType(item.children, "text");
          if (text) citationsOf(text, context);
          return { marker: textOf(item.children, "marker"), text: text?.value ?? "" };
        }),
      };
    case "table": {
      citeCells(node, context);
      return { type: "table", anchor, position, ref: context.addTable(node, anchor) };
    }
    case "roster":
      return {
        type: "roster",
        anchor,
        position,
        groups: node.children.map((group) => ({
          role: textOf(group.children, "role")?.replace(/[：:]$/, "") ?? group.heading,
          members: group.children.flatMap((child) =>
            child.type === "member"
              ? [
                  {
                    name: textOf(child.children, "name")?.replace(/[\s　]/g, "") ?? null,
                    title: textOf(child.children, "office"),
                  },
                ]
              : [],
          ),
        })),
      };
    case "form":
      return {
        type: "form",
        anchor,
        position,
        fields: node.children.map((field) => ({
          label: (textOf(field.children, "label") ?? "").replace(/[：:]$/, ""),
          value: textOf(field.children, "value") ?? "",
        })),
      };
  }
}
