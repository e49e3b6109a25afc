/** Lines of a text to its blocks: whole paragraphs, tables, lists, rosters, forms, nested in numbered sections. */
import { squeeze } from "../language/blanks.ts";
import { hull, rawOf, trimSpan } from "../tree/build.ts";
import type { Block, Leaf, Line, List, ListItem, Paragraph, Section, Span } from "../tree/nodes.ts";
import { type Context, leafOf, sliceSpans } from "./context.ts";
import { goesOn } from "./heal.ts";
import { type Marker, readHead, readMarker, usesDecimals } from "./numbering.ts";
import {
  continuesRoster,
  headsRosterGroup,
  isFormLine,
  isSignLine,
  opensRoster,
  readForm,
  readRoster,
} from "./rosters.ts";
import { readTable } from "./tables/index.ts";

/** A text that may go on after a page break, unless it is closed as a marked heading is. */
interface Text {
  spans: Span[];
  value: string;
  closed: boolean;
}

/** A stretch of lines that belong together, before sections are nested. */
type Piece =
  | ({ kind: "paragraph" } & Text)
  | { kind: "list"; items: Text[] }
  | { kind: "block"; block: Block };

const UNIT_NOTE = /^[（(]?(?:计量)?单位[：:][^。]{1,24}$/;
const CAPTION = /^[^。；！？：]{2,50}$/;
const ITEM_MARKER = /^(?:[（(][0-9０-９一二三四五六七八九十]{1,3}[）)]|[0-9０-９]{1,3}[.．、]|[①-⑳])[\s　]*/;

const isRow = (line: Line | undefined): boolean => line?.kind === "row" || line?.kind === "html";

/** The index of the next line that is not blank, or the length. */
function filledFrom(lines: readonly Line[], from: number): number {
  let at = from;
  while (at < lines.length && (lines[at] as Line).kind === "blank") at++;
  return at;
}

/** One line of text between two rows, no blank around it: a cell over all columns that heads the rows below. */
function isHeadingRow(lines: readonly Line[], at: number): boolean {
  const line = lines[at] as Line;
  return (
    line.kind === "text" &&
    isRow(lines[at - 1]) &&
    isRow(lines[at + 1]) &&
    line.value.length <= 50 &&
    !/[。；]/.test(line.value)
  );
}

/** The lines of a table that begins at `from`, and the index after them. */
function tableLines(lines: readonly Line[], from: number): { taken: Line[]; gaps: Set<Line>; to: number } {
  const taken: Line[] = [];
  const gaps = new Set<Line>();
  let at = from;
  let openHtml = 0;
  let width = 0;
  while (at < lines.length) {
    const line = lines[at] as Line;
    if (line.kind === "html" || openHtml > 0) {
      openHtml +=
        (line.value.match(/<table\b/gi)?.length ?? 0) - (line.value.match(/<\/table>/gi)?.length ?? 0);
      taken.push(line);
      at++;
      if (openHtml <= 0 && !isRow(lines[at])) break;
      continue;
    }
    if (
      line.kind === "row" ||
      (line.tabbed && line.kind === "text" && (taken.length > 0 || isRow(lines[at + 1])))
    ) {
      width ||= line.value.split("\t").length;
      taken.push(line);
      at++;
      continue;
    }
    if (isHeadingRow(lines, at)) {
      taken.push(line);
      at++;
      continue;
    }
    const next = filledFrom(lines, at);
    const isGap = next > at;
    const following = lines[next];
    if (isGap && isRow(following) && (following as Line).kind === taken.at(-1)?.kind) {
      gaps.add(following as Line);
      at = next;
      continue;
    }
    // The rest of a cut cell: one line of text between rows, after a gap, where the row above lacks its end.
    const above = taken.at(-1);
    const after = filledFrom(lines, next + 1);
    const isRest =
      isGap &&
      following?.kind === "text" &&
      above !== undefined &&
      taken.length > 1 &&
      (lines[after] as Line | undefined)?.kind === "row" &&
      above.value.split("\t").length === width &&
      after === next + 1 &&
      following.value.length < 60;
    if (!isRest) break;
    gaps.add(following);
    taken.push(following);
    at = next + 1;
  }
  return { taken, gaps, to: at };
}

/** Gathers lines into pieces. */
function gather(context: Context, lines: readonly Line[], decimals: boolean): Piece[] {
  const pieces: Piece[] = [];
  let gap = false;
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as Line;
    if (line.kind === "blank") {
      gap = true;
      at++;
      continue;
    }
    const next = lines[filledFrom(lines, at + 1)];
    if (isRow(line) || (line.tabbed && lines[at + 1]?.kind === "row")) {
      const { taken, gaps, to } = tableLines(lines, at);
      pieces.push({
        kind: "block",
        block: readTable(context, { lines: taken, gaps }, takeCaption(context, pieces)),
      });
      at = to;
    } else if (opensRoster(line.value, next?.value ?? "") || inRosterGroup(pieces, line)) {
      const heading = opensRoster(line.value, next?.value ?? "")
        ? null
        : (pieces.at(-1) as { value: string }).value;
      const taken = [line];
      at++;
      for (;;) {
        const index = filledFrom(lines, at);
        const candidate = lines[index];
        if (
          candidate === undefined ||
          !continuesRoster(candidate, index > at, lines[filledFrom(lines, index + 1)]?.value ?? "")
        )
          break;
        taken.push(candidate);
        at = index + 1;
      }
      pieces.push({
        kind: "block",
        block: readRoster(
          context,
          taken,
          heading === null ? null : heading.slice(readMarker(heading, false)?.length ?? 0),
        ),
      });
    } else if (
      isFormLine(line.value) &&
      next?.kind === "text" &&
      (isFormLine(next.value) || isSignLine(next.value))
    ) {
      const taken: Line[] = [];
      for (;;) {
        const index = filledFrom(lines, at);
        const candidate = lines[index];
        if (candidate?.kind !== "text" || !(isFormLine(candidate.value) || isSignLine(candidate.value)))
          break;
        taken.push(candidate);
        at = index + 1;
      }
      pieces.push({ kind: "block", block: readForm(context, taken) });
    } else {
      addText(context, pieces, line, gap, next, decimals);
      at++;
    }
    gap = false;
  }
  return pieces;
}

/** True where the line above heads a group of persons, and a roster stands before that. */
function inRosterGroup(pieces: readonly Piece[], line: Line): boolean {
  const head = pieces.at(-1);
  const before = pieces.at(-2);
  const isAfterRoster = before?.kind === "block" && before.block.type === "roster";
  return (
    head?.kind === "paragraph" &&
    isAfterRoster &&
    line.kind === "text" &&
    headsRosterGroup(head.value, line.value)
  );
}

/** Adds a line of text: to the paragraph before it where that goes on, else as a piece of its own. */
function addText(
  context: Context,
  pieces: Piece[],
  line: Line,
  gap: boolean,
  next: Line | undefined,
  decimals: boolean,
): void {
  const last = pieces.at(-1);
  const open = last?.kind === "paragraph" ? last : last?.kind === "list" ? last.items.at(-1) : undefined;
  if (
    open &&
    !open.closed &&
    gap &&
    !line.bullet &&
    !line.heading &&
    goesOn(open.value, line.value, next?.value ?? "", decimals)
  ) {
    open.spans.push(...line.spans);
    open.value += line.value;
    return;
  }
  const piece = { spans: [...line.spans], value: line.value, closed: line.heading };
  if (!line.bullet) pieces.push({ kind: "paragraph", ...piece });
  else if (last?.kind === "list") last.items.push(piece);
  else pieces.push({ kind: "list", items: [piece] });
  void context;
}

/** Takes the caption and the unit note of a table from the pieces before it. */
function takeCaption(context: Context, pieces: Piece[]): Leaf[] {
  const leaves: Leaf[] = [];
  const last = pieces.at(-1);
  if (last?.kind === "paragraph" && UNIT_NOTE.test(squeeze(last.value))) {
    leaves.unshift(leafOf(context, "unitNote", last.spans));
    pieces.pop();
  }
  const above = pieces.at(-1);
  if (
    above?.kind === "paragraph" &&
    CAPTION.test(above.value) &&
    readMarker(above.value, false) === null &&
    /(?:表|清单|名单|目录|台账|一览|明细|计划|安排|统计|情况)(?:[（(][^（）()]*[）)])?[0-9一二三四五六七八九十]*$/.test(
      squeeze(above.value),
    )
  ) {
    leaves.unshift(leafOf(context, "caption", above.spans));
    pieces.pop();
  }
  return leaves;
}

function paragraphOf(context: Context, spans: Span[]): Paragraph {
  const text = leafOf(context, "text", spans);
  return { type: "paragraph", children: [text], position: text.position };
}

function listOf(context: Context, items: readonly { spans: Span[]; value: string }[]): List {
  const children = items.map(({ spans, value }): ListItem => {
    const marker = value.match(ITEM_MARKER)?.[0] ?? "";
    const leaves = [
      ...(marker === "" ? [] : [leafOf(context, "marker", sliceSpans(spans, 0, marker.trimEnd().length))]),
      ...(value.length > marker.length
        ? [leafOf(context, "text", sliceSpans(spans, marker.length, value.length))]
        : []),
    ];
    return { type: "listItem", children: leaves, position: hull(leaves) };
  });
  return { type: "list", children, position: hull(children) };
}

/** Whether the item at `index` has something under it, and whether it is one of items parted by ；. */
function surroundings(
  pieces: readonly Piece[],
  markers: readonly (Marker | null)[],
  index: number,
): { isList: boolean; isLeaf: boolean } {
  const own = markers[index] as Marker;
  const next = markers[index + 1];
  const isLeaf = index + 1 >= pieces.length || (next !== null && next !== undefined && next.rank <= own.rank);
  const previous = pieces[index - 1];
  const isList =
    previous?.kind === "paragraph" && markers[index - 1]?.rank === own.rank && /[；;]$/.test(previous.value);
  return { isList, isLeaf };
}

/** A section of a numbered paragraph, with what its head leaves as first paragraph. */
function sectionOf(
  context: Context,
  { spans, value }: { spans: Span[]; value: string },
  marker: Marker,
  isList: boolean,
  isLeaf: boolean,
): Section {
  const children: Section["children"] = [leafOf(context, "marker", sliceSpans(spans, 0, marker.length))];
  const rest = value.slice(marker.length);
  const reading = readHead(rest, marker.kind, isList, isLeaf);
  let runIn = false;
  if (reading.titleEnd > 0 && rest.slice(0, reading.titleEnd).trim() !== "") {
    children.push(
      leafOf(context, "title", sliceSpans(spans, marker.length, marker.length + reading.titleEnd)),
    );
    if (reading.delimiter !== null)
      children.push(
        leafOf(
          context,
          "delimiter",
          sliceSpans(spans, marker.length + reading.titleEnd, marker.length + reading.titleEnd + 1),
        ),
      );
  }
  const body = sliceSpans(spans, marker.length + reading.bodyFrom, value.length);
  if (squeeze(rawOf(context.source.text, body.length > 0 ? body : [{ start: 0, end: 0 }])) !== "") {
    runIn = reading.titleEnd > 0;
    children.push(
      paragraphOf(
        context,
        body.filter((span) => isFilled(context, span)),
      ),
    );
  }
  return {
    type: "section",
    rank: marker.rank,
    depth: 0,
    ordinal: marker.ordinal,
    runIn,
    children,
    position: hull(children),
  };
}

const isFilled = (context: Context, span: Span): boolean => {
  const { start, end } = trimSpan(context.source.text, span);
  return end > start;
};

/** Depth of a section: fixed by its marker, or by nesting where the text has articles or decimal numbers. */
function depthOf(rank: number, ancestors: number, byNesting: boolean): number {
  return byNesting ? ancestors + 1 : Math.round(rank);
}

/** Reads lines to blocks. */
export function readBlocks(context: Context, lines: readonly Line[]): Block[] {
  const decimals = usesDecimals(lines.map(({ value }) => value));
  const pieces = gather(context, lines, decimals);
  const markers = pieces.map((piece) =>
    piece.kind === "paragraph" ? readMarker(piece.value, decimals) : null,
  );
  const byNesting = markers.some((marker) => marker !== null && marker.rank < 1);
  const blocks: Block[] = [];
  const stack: Section[] = [];
  pieces.forEach((piece, index) => {
    const marker = markers[index];
    let block: Block;
    if (piece.kind === "paragraph" && marker) {
      const { isList, isLeaf } = surroundings(pieces, markers, index);
      const section = sectionOf(context, piece, marker, isList, isLeaf);
      while (stack.length > 0 && (stack.at(-1) as Section).rank >= marker.rank) stack.pop();
      section.depth = depthOf(marker.rank, stack.length, byNesting);
      (stack.at(-1)?.children ?? blocks).push(section);
      stack.push(section);
      return;
    }
    if (piece.kind === "paragraph") block = paragraphOf(context, piece.spans);
    else if (piece.kind === "list") block = listOf(context, piece.items);
    else block = piece.block;
    (stack.at(-1)?.children ?? blocks).push(block);
  });
  for (const block of blocks) closePositions(block);
  return blocks;
}

/** Widens the position of sections to what stands in them. */
function closePositions(block: Block): void {
  if (block.type !== "section") return;
  for (const child of block.children) if (child.type === "section") closePositions(child);
  block.position = hull(block.children);
}
