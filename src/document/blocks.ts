/** Blocks of the tree to blocks of the published documents, with their anchors, mentions and citations. */
import { dateOfMatch, findDates } from "../language/dates.ts";
import { type CitationReading, readCitations } from "../reading/citations.ts";
import { addNames, type Lexicon } from "../reading/lexicon.ts";
import { holdsCue, placeAt, type Source, sourceOffsets } from "../tree/build.ts";
import type {
  Cell,
  FormField,
  Leaf,
  ListItem,
  Block as Node,
  RosterGroup,
  Row,
  Table,
} from "../tree/nodes.ts";
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
  /** Anchor of each block that a task points to: "" until it is compiled. */
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
  const known = anchors.get(wanted);
  if (known === undefined) {
    anchors.set(wanted, 1);
    return wanted;
  }
  let count = known + 1;
  let anchor = `${wanted}-${count}`;
  while (anchors.has(anchor)) anchor = `${wanted}-${++count}`;
  anchors.set(wanted, count);
  anchors.set(anchor, 1);
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
  // The places of what is cited are sought in a function of its own: most leaves cite nothing, and pay for none of it.
  return holdsCue(context.source, leaf.spans, CITES) ? placeCitations(leaf, context) : NOTHING_CITED;
}

function placeCitations(
  leaf: Leaf,
  context: Pick<BlockContext, "source" | "resolve" | "open" | "citations">,
): readonly Cited[] {
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

/** Order of mentions: by where they start, the longer first. */
const byPlace = (a: Mention, b: Mention): number => a.start - b.start || b.end - a.end;
const isInOrder = (mentions: readonly Mention[]): boolean =>
  mentions.every((one, index) => index === 0 || byPlace(mentions[index - 1] as Mention, one) <= 0);

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
  return isInOrder(mentions) ? mentions : mentions.sort(byPlace);
}

const leafOfType = (children: readonly { type: string }[], type: Leaf["type"]): Leaf | undefined =>
  children.find((child): child is Leaf => child.type === type);
const textOf = (children: readonly { type: string }[], type: Leaf["type"]): string | null =>
  leafOfType(children, type)?.value ?? null;

/** True where a mark of a citation stands between the ends of a node. */
const mayCite = ({ source }: BlockContext, { start, end }: Row["position"]): boolean =>
  holdsCue(source, [{ start: start.offset, end: end.offset }], CITES);

/** Cites from the cells of a table, in order. */
function citeCells(table: Table, context: BlockContext): void {
  for (const row of table.children) {
    if (row.type !== "row" || !mayCite(context, row.position)) continue;
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
    if (context.anchorOf.has(node)) context.anchorOf.set(node, anchor);
    blocks.push(compileBlock(node, anchor, context));
  }
  return blocks;
}

function itemOf(
  { children }: ListItem,
  context: BlockContext,
): Extract<Block, { type: "list" }>["items"][number] {
  const text = leafOfType(children, "text");
  if (text) citationsOf(text, context);
  return { marker: textOf(children, "marker"), text: text?.value ?? "" };
}

const groupOf = ({
  children,
  heading,
}: RosterGroup): Extract<Block, { type: "roster" }>["groups"][number] => ({
  role: textOf(children, "role")?.replace(/[：:]$/, "") ?? heading,
  members: children.flatMap((child) =>
    child.type === "member"
      ? [
          {
            name: textOf(child.children, "name")?.replace(/[\s　]/g, "") ?? null,
            title: textOf(child.children, "office"),
          },
        ]
      : [],
  ),
});

const fieldOf = ({ children }: FormField): Extract<Block, { type: "form" }>["fields"][number] => ({
  label: (textOf(children, "label") ?? "").replace(/[：:]$/, ""),
  value: textOf(children, "value") ?? "",
});

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
      return { type: "list", anchor, position, items: node.children.map((item) => itemOf(item, context)) };
    case "table": {
      citeCells(node, context);
      return { type: "table", anchor, position, ref: context.addTable(node, anchor) };
    }
    case "roster":
      return { type: "roster", anchor, position, groups: node.children.map(groupOf) };
    case "form":
      return { type: "form", anchor, position, fields: node.children.map(fieldOf) };
  }
}
