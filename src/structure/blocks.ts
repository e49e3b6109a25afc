/** Lines of a text to its blocks, nested in numbered sections. */

import { closesWith } from "../language/characters.ts";
import { halfWidth, toNumber } from "../language/numerals.ts";
import { BARE_NUMERAL, CLOSING_WORDS, RANKS } from "../terms/numbering.ts";
import { hull, trimSpan } from "../tree/build.ts";
import type { Block, Line, List, ListItem, Paragraph, Section, Span } from "../tree/nodes.ts";
import { type Context, leafOf, setAside, sliceSpans } from "./context.ts";
import { gather, type Piece } from "./gather.ts";
import {
  findItems,
  type HeadReading,
  type Marker,
  opensWithCaption,
  readCaption,
  readHead,
  readMarker,
  usesDecimals,
} from "./numbering.ts";
import { type OpenText, partOfText, SEMICOLON, wholeText } from "./openText.ts";

const ITEM_MARKER = /^(?:[（(][0-9０-９一二三四五六七八九十]{1,3}[）)]|[0-9０-９]{1,3}[.．、]|[①-⑳])[\s　]*/;

/** A paragraph of these spans. */
export function paragraphOf(context: Context, spans: Span[]): Paragraph {
  const text = leafOf(context, "text", spans);
  return { type: "paragraph", children: [text], position: text.position };
}

function listOf(context: Context, items: readonly OpenText[]): List {
  const children = items.map((item): ListItem => {
    const value = wholeText(item);
    const marker = value.match(ITEM_MARKER)?.[0] ?? "";
    const leaves = [
      ...(marker === ""
        ? []
        : [leafOf(context, "marker", sliceSpans(item.spans, 0, marker.trimEnd().length))]),
      ...(value.length > marker.length
        ? [leafOf(context, "text", sliceSpans(item.spans, marker.length, value.length))]
        : []),
    ];
    return { type: "listItem", children: leaves, position: hull(leaves) };
  });
  return { type: "list", children, position: hull(children) };
}

/** A numbered text: its marker, and what stands around it. */
interface Numbered {
  text: OpenText;
  value: string;
  marker: Marker;
  /** True where the item before it, of its rank, ended in ；: items of a list, not heads. */
  isList: boolean;
  /** True where nothing stands under it. */
  isLeaf: boolean;
  /** True where a sibling under which nothing stands is a sentence. */
  besideSentence: boolean;
  /** True where all its siblings, two at least, are sentences. */
  amongSentences: boolean;
  /** Its head as it reads by itself. */
  alone: HeadReading;
}

/** An article under a caption, which is its title; the brackets around it are set aside. */
function captionedSection(
  context: Context,
  spans: readonly Span[],
  marker: Marker,
  rest: string,
  { from, to }: { from: number; to: number },
): Section {
  const part = (start: number, end: number): Span[] =>
    sliceSpans(spans, marker.length + start, marker.length + end);
  setAside(context, "bracket", [...part(from, from + 1), ...part(to - 1, to)]);
  const children: Section["children"] = [
    leafOf(context, "marker", sliceSpans(spans, 0, marker.length)),
    leafOf(context, "title", part(from + 1, to - 1)),
    bodyOf(context, part(to, rest.length)),
  ];
  return sectionWith(marker, true, children);
}

/** The paragraph that a head leaves. */
const bodyOf = (context: Context, spans: Span[]) =>
  paragraphOf(
    context,
    spans.filter((span) => isFilled(context, span)),
  );

/** A section whose depth is told once all are known. */
function sectionWith(marker: Marker, runIn: boolean, children: Section["children"]): Section {
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

/** A section of a numbered text, with what its head leaves as first paragraph. */
function sectionOf(
  context: Context,
  { text: { spans }, value, marker, isList, isLeaf, besideSentence, amongSentences, alone }: Numbered,
  roundCaptions: boolean,
): Section {
  const rest = value.slice(marker.length);
  const caption = marker.kind === "article" ? readCaption(rest, roundCaptions) : null;
  if (caption !== null) return captionedSection(context, spans, marker, rest, caption);
  const { titleEnd, delimiter, bodyFrom } =
    besideSentence || amongSentences
      ? readHead(rest, marker.kind, isList, isLeaf, besideSentence, amongSentences)
      : alone;
  const part = (from: number, to: number): Span[] =>
    sliceSpans(spans, marker.length + from, marker.length + to);
  const children: Section["children"] = [leafOf(context, "marker", sliceSpans(spans, 0, marker.length))];
  if (titleEnd > 0) children.push(leafOf(context, "title", part(0, titleEnd)));
  if (delimiter !== null) children.push(leafOf(context, "delimiter", part(titleEnd, titleEnd + 1)));
  const hasBody = rest.slice(bodyFrom).trim() !== "";
  if (hasBody) children.push(bodyOf(context, part(bodyFrom, rest.length)));
  return sectionWith(marker, titleEnd > 0 && hasBody, children);
}

const isFilled = (context: Context, span: Span): boolean => {
  const { start, end } = trimSpan(context.source.text, span);
  return end > start;
};

/** Depth of a section: fixed by its marker, or by nesting where the text has articles or decimal numbers. */
const depthOf = (rank: number, ancestors: number, byNesting: boolean): number =>
  byNesting ? ancestors + 1 : Math.round(rank);

/** A numbered text as it reads by itself, before its siblings are looked at. */
interface Alone {
  index: number;
  /** True where nothing stands under it. */
  isLeaf: boolean;
  /** True where the item before it, of its rank, ended in ；. */
  isList: boolean;
  head: HeadReading;
}

const isSentence = ({ head }: Alone): boolean => head.titleEnd === 0;

/** Siblings under one head, told by their ranks: where a higher one intervenes, others begin. */
function siblingsOf(markers: readonly (Marker | null)[], alone: ReadonlyMap<number, Alone>): Alone[][] {
  const groups: Alone[][] = [];
  const open: { rank: number; group: Alone[] }[] = [];
  /** The last group of each rank, and the number it has come to: 六、 below 第三章 goes on after 五、. */
  const last = new Map<number, { group: Alone[]; ordinal: number | null }>();
  markers.forEach((marker, index) => {
    if (marker === null) return;
    while (open.length > 0 && (open.at(-1)?.rank as number) > marker.rank) open.pop();
    if (open.at(-1)?.rank !== marker.rank) {
      const before = last.get(marker.rank);
      const goesOn = marker.ordinal !== null && marker.ordinal > 1 && before?.ordinal === marker.ordinal - 1;
      const group: Alone[] = goesOn && before !== undefined ? before.group : [];
      if (!goesOn) groups.push(group);
      open.push({ rank: marker.rank, group });
    }
    last.set(marker.rank, { group: open.at(-1)?.group as Alone[], ordinal: marker.ordinal });
    open.at(-1)?.group.push(alone.get(index) as Alone);
  });
  return groups;
}

/** Those of a group that stand among sentences: beside one that nothing stands under, or as the only one of three. */
function besideSentences(group: readonly Alone[]): { beside: Alone[]; among: Alone[] } {
  const sentences = group.filter(isSentence);
  const hasLeaf = sentences.some(({ isLeaf }) => isLeaf);
  const others = group.filter((one) => !isSentence(one));
  return { beside: hasLeaf ? others : [], among: sentences.length > 1 && others.length === 1 ? others : [] };
}

/** The first of several notes below a table, or at the end of an attachment: 注：1., 附表：1. */
const FIRST_NOTE = /^(?:注|备注|附注|说明|附[件表录]?)[：:][\s　]*[1１][.．、]/;

/** 2. right below 注：1.… is the next note, and no section of the text. */
function dropMarkersOfNotes(pieces: readonly WholePiece[], markers: (Marker | null)[]): void {
  let next = 0;
  pieces.forEach(({ value }, index) => {
    if (FIRST_NOTE.test(value)) next = 2;
    else if (next > 0 && markers[index]?.kind === "arabic" && markers[index]?.ordinal === next) {
      markers[index] = null;
      next++;
    } else next = 0;
  });
}

const SAYS_SINCE_WHEN =
  /^[^\p{Script=Han}]{0,4}(?:[一二三四五六七八九十]+、)?(?:本|以上|上述)\p{Script=Han}{1,8}(?:自|由|从|有效期)/u;

/** 1总则: a whole number that no blank parts from a short head. */
const TIGHT_WHOLE =
  /^([0-9０-９]{1,2})(?=[\p{Script=Han}“《][^。，；：]{0,18}$)(?![年月日万亿元倍个亩公吨米千百平])/u;

/** The marker that a piece may have as a part over 1.1: 1. or 1 right before its head; null where it has none. */
function wholeMarker({ value, piece }: WholePiece, marker: Marker | null): Marker | null {
  if (marker !== null) return marker.kind === "arabic" && marker.ordinal !== null ? marker : null;
  const digits = piece.kind === "text" ? value.match(TIGHT_WHOLE)?.[1] : undefined;
  return digits === undefined
    ? null
    : { kind: "arabic", rank: RANKS.arabic, ordinal: toNumber(digits), length: digits.length };
}

/** True where a piece is numbered 3.1, `part` being 3. */
const opensPart = (piece: WholePiece | undefined, marker: Marker | null | undefined, part: number): boolean =>
  marker?.kind === "decimal" &&
  halfWidth((piece as WholePiece).value.slice(0, marker.length))
    .trim()
    .replace("．", ".") === `${part}.1`;

/** How many paragraphs may stand between the head of a part and its 1.1. */
const MOST_BETWEEN = 3;

/** 1. over 1.1 is the number of a part though a point follows it, and so is 7. after all of 6.1 to 6.3; items are not. */
function promoteWholes(pieces: readonly WholePiece[], markers: (Marker | null)[]): void {
  let part = 0;
  let item = 0;
  pieces.forEach((piece, index) => {
    const own = markers[index] ?? null;
    if (own?.kind === "decimal") item = 0;
    const whole = wholeMarker(piece, own);
    if (whole === null) return;
    const ordinal = whole.ordinal as number;
    let below = index + 1;
    while (below <= index + MOST_BETWEEN && markers[below] === null) below++;
    if (
      opensPart(pieces[below], markers[below], ordinal) ||
      (part > 0 && ordinal === part + 1 && item !== part)
    ) {
      part = ordinal;
      item = 0;
      markers[index] = { ...whole, kind: "decimal", rank: RANKS.decimal + 0.01 };
    } else item = ordinal;
  });
}

/** Numerals that no mark ends, 一　提高认识, count only one after the other from 一 on, where no 一、 stands. */
function dropLoneNumerals(pieces: readonly WholePiece[], markers: (Marker | null)[]): void {
  const bare = markers.flatMap((marker, index) =>
    marker?.kind === "chinese" && BARE_NUMERAL.test((pieces[index] as WholePiece).value) ? [index] : [],
  );
  if (bare.length === 0) return;
  const rise = bare.every((index, at) => markers[index]?.ordinal === at + 1);
  const isOnly = markers.every((marker, index) => marker?.kind !== "chinese" || bare.includes(index));
  if (bare.length < 2 || !rise || !isOnly) for (const index of bare) markers[index] = null;
}

/** True for a head that runs into sentences, 加强领导。各单位要…；: its last mark makes it no item of a list. */
const runsIntoSentences = (head: HeadReading | undefined): boolean =>
  head !== undefined && head.titleEnd > 0 && head.delimiter === "。";

/** The number of pieces without 此复。 and the like at the end, which stand under no item. */
function beforeClosingWords(pieces: readonly WholePiece[]): number {
  let end = pieces.length;
  while (end > 0 && CLOSING_WORDS.test((pieces[end - 1] as WholePiece).value)) end--;
  return end;
}

/** The numbered texts among pieces, each with what stands around it; null for the other pieces. */
function readNumbered(pieces: readonly WholePiece[], decimals: boolean): (Numbered | null)[] {
  const markers = pieces.map(({ value, marker }) => (decimals ? readMarker(value, true) : marker));
  dropMarkersOfNotes(pieces, markers);
  dropLoneNumerals(pieces, markers);
  if (decimals) promoteWholes(pieces, markers);
  const alone = new Map<number, Alone>();
  const end = beforeClosingWords(pieces);
  markers.forEach((marker, index) => {
    if (marker === null) return;
    const next = markers[index + 1];
    const isLeaf = index + 1 >= end || (next != null && next.rank <= marker.rank);
    const isList =
      markers[index - 1]?.rank === marker.rank &&
      closesWith((pieces[index - 1] as WholePiece).value, SEMICOLON) &&
      !runsIntoSentences(alone.get(index - 1)?.head);
    const text = (pieces[index] as WholePiece).value.slice(marker.length);
    alone.set(index, { index, isLeaf, isList, head: readHead(text, marker.kind, isList, isLeaf) });
  });
  const beside = new Set<number>();
  const among = new Set<number>();
  for (const group of siblingsOf(markers, alone)) {
    // What says since when a text holds is a sentence beside heads as well.
    const found = besideSentences(
      group.filter(
        ({ index, head }) => head.titleEnd > 0 || !SAYS_SINCE_WHEN.test((pieces[index] as WholePiece).value),
      ),
    );
    for (const { index } of found.beside) beside.add(index);
    for (const { index } of found.among) among.add(index);
  }
  return pieces.map(({ piece, value }, index) => {
    const marker = markers[index];
    const one = alone.get(index);
    if (piece.kind !== "text" || !marker || !one) return null;
    const { isList, isLeaf, head } = one;
    return {
      text: piece.text,
      value,
      marker,
      isList,
      isLeaf,
      besideSentence: beside.has(index),
      amongSentences: among.has(index),
      alone: head,
    };
  });
}

/** The rank of articles that stand under heads 一、, between those and （一）. */
const UNDER_HEAD = 1.5;

/** True where 一、 heads the first article and 二、 a later one: then articles are no parents of such heads. */
function articlesUnderHeads(numbered: readonly (Numbered | null)[]): boolean {
  if (!numbered.some((one) => one?.marker.kind === "article")) return false;
  const kinds = numbered.flatMap((one) => (one === null ? [] : [one.marker]));
  const over = kinds.flatMap(({ kind }, index) =>
    kind === "chinese" && kinds[index + 1]?.kind === "article" ? [index] : [],
  );
  const first = kinds.findIndex(({ kind }) => kind === "article");
  return over.length > 1 && over[0] === first - 1 && kinds[over[0] as number]?.ordinal === 1;
}

/** A piece with its text, "" for what is none, and the marker that opens it where no parts are numbered 1.1. */
interface WholePiece {
  piece: Piece;
  value: string;
  marker: Marker | null;
}

/** Texts that run several numbered items on, 1.…。2.…。, as one piece each, those that a head leads to as well. */
function splitItems(pieces: readonly Piece[]): WholePiece[] {
  const split: WholePiece[] = [];
  for (const piece of pieces) {
    const value = piece.kind === "text" ? wholeText(piece.text) : "";
    const marker = readMarker(value, false);
    const starts = findItems(value, marker);
    if (piece.kind !== "text" || starts.length === 0) split.push({ piece, value, marker });
    else
      [0, ...starts].forEach((from, index) => {
        const text = partOfText(piece.text, value, from, starts[index] ?? value.length);
        const part = wholeText(text);
        split.push({ piece: { kind: "text", text }, value: part, marker: readMarker(part, false) });
      });
  }
  return split;
}

/** Reads lines to blocks. */
export function readBlocks(context: Context, lines: readonly Line[]): Block[] {
  const decimals = usesDecimals(lines);
  const pieces = splitItems(gather(context, lines, decimals));
  const numbered = readNumbered(pieces, decimals);
  if (articlesUnderHeads(numbered))
    for (const one of numbered)
      if (one?.marker.kind === "article") one.marker = { ...one.marker, rank: UNDER_HEAD };
  const byNesting = numbered.some(
    (one) => one !== null && (one.marker.rank < 1 || one.marker.rank === UNDER_HEAD),
  );
  const captions = numbered.filter(
    (one) => one?.marker.kind === "article" && opensWithCaption(one.value.slice(one.marker.length)),
  );
  const blocks: Block[] = [];
  const stack: Section[] = [];
  const place = (block: Block): void => void (stack.at(-1)?.children ?? blocks).push(block);
  pieces.forEach(({ piece }, index) => {
    const one = numbered[index];
    if (one) {
      while (stack.length > 0 && (stack.at(-1) as Section).rank >= one.marker.rank) stack.pop();
      const section = sectionOf(context, one, captions.length > 1);
      section.depth = depthOf(section.rank, stack.length, byNesting);
      place(section);
      stack.push(section);
    } else if (piece.kind === "text") place(paragraphOf(context, piece.text.spans));
    else place(piece.kind === "list" ? listOf(context, piece.items) : piece.block);
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
