/** Gathers lines into pieces: whole texts, lists, tables, rosters, forms, in printed order. */
import { squeeze } from "../language/blanks.ts";
import { closesWith } from "../language/characters.ts";
import { isUnitNote, UNIT_LABEL } from "../terms/columns.ts";
import type { Block, Leaf, Line } from "../tree/nodes.ts";
import { type Context, leafOf } from "./context.ts";
import { findCutHeads } from "./cutHeads.ts";
import { countFields, isFormLine, isSignLine, readForm } from "./forms.ts";
import { goesOn, goesOnInDense, isListLine, isWhole, opensWithTaskLabel, stopsShort } from "./heal.ts";
import { filledFrom } from "./lines.ts";
import { type Marker, readMarker } from "./numbering.ts";
import {
  type CutHead,
  extendText,
  type OpenText,
  openText,
  partOfText,
  SEMICOLON,
  wholeText,
} from "./openText.ts";
import {
  continuesRoster,
  countPersons,
  goesOnWithOffice,
  headsRosterGroup,
  opensCutSentence,
  opensRoster,
  readRoster,
} from "./rosters.ts";
import { isRow, opensNumberHead, tableLines } from "./tableLines.ts";
import { readTable } from "./tables/index.ts";

/** A stretch of lines that belong together, before sections are nested. */
export type Piece =
  | { kind: "text"; text: OpenText }
  | { kind: "list"; items: OpenText[] }
  | { kind: "block"; block: Block };

/** The lines being gathered, and what is known of all of them. */
interface Gathering {
  context: Context;
  lines: readonly Line[];
  decimals: boolean;
  cutHeads: ReadonlyMap<Line, CutHead>;
  pieces: Piece[];
}

/** Gathers lines; `decimals` tells that the text numbers its parts 1, 1.1. */
export function gather(context: Context, lines: readonly Line[], decimals: boolean): Piece[] {
  const gathering: Gathering = {
    context,
    lines,
    decimals,
    cutHeads: findCutHeads(lines, decimals),
    pieces: [],
  };
  let at = 0;
  let gap = false;
  while (at < lines.length) {
    if ((lines[at] as Line).kind === "blank") {
      gap = true;
      at++;
      continue;
    }
    at =
      takeTable(gathering, at) ??
      takeRoster(gathering, at) ??
      takeForm(gathering, at) ??
      takeText(gathering, at, gap);
    gap = false;
  }
  return gathering.pieces;
}

/** Takes a table that begins at `at`; gives the index after it, or undefined where none does. */
function takeTable({ context, lines, pieces }: Gathering, at: number): number | undefined {
  const line = lines[at] as Line;
  if (
    !isRow(line) &&
    !(line.tabbed && lines[at + 1]?.kind === "row") &&
    !opensNumberHead(line, lines[at + 1])
  )
    return undefined;
  const { taken, gaps, to } = tableLines(lines, at, sectionAbove(pieces));
  pieces.push({
    kind: "block",
    block: readTable(context, { lines: taken, gaps }, takeCaption(context, pieces)),
  });
  return to;
}

/** How many texts at most stand between the head of a section and its table: what leads to it, caption, unit note. */
const TEXTS_ABOVE_TABLE = 4;

/** The marker of the section that opens right above, or null. */
function sectionAbove(pieces: readonly Piece[]): Marker | null {
  for (const piece of pieces.slice(-TEXTS_ABOVE_TABLE).reverse()) {
    if (piece.kind !== "text") return null;
    const marker = readMarker(piece.text.head, false);
    if (marker !== null) return marker;
  }
  return null;
}

const CAPTION = /^[^。；！？：]{2,50}$/;
const NAMES_TABLE =
  /(?:表|清单|名单|目录|台账|一览|明细|计划|安排|统计|情况|指标|标准|名录|分工|任务)(?:[（(][^（）()]*[）)])?[0-9０-９一二三四五六七八九十]*$/;
/** 表2-1 …, 专栏1 …: a table by its number. */
const NUMBERED_TABLE =
  /^(?:附?表|专栏)[0-9０-９一二三四五六七八九十]+(?:[-—.．][0-9０-９]+)?[：:]?[“\p{Script=Han}]/u;

/** 专栏1：“十四五”主要指标: the same with a colon behind its number. */
const NUMBERED_WITH_COLON =
  /^(?:附?表|专栏)[\s　]?[0-9０-９一二三四五六七八九十]+(?:[-—.．][0-9０-９]+)?[：:][^。；！？：]{2,50}$/;

/** 填报单位：县环保局　　单位：万元, 分配表（单位：万元）: the unit note at the edge of a line of something else. */
const UNIT_NOTE_AT_EDGE = new RegExp(
  `(?<![\\s　])(?:[\\s　]{2,60}[（(]?|[\\s　]?[（(])${UNIT_LABEL}[^。，；\\s　]{1,12}$`,
);

/** Parts a unit note from what stands before it on the line above a table. */
function partUnitNote(pieces: Piece[]): void {
  const last = pieces.at(-1);
  if (last?.kind !== "text" || last.text.length > 80) return;
  const value = wholeText(last.text);
  const edge = value.match(UNIT_NOTE_AT_EDGE);
  if (!edge || edge.index === 0) return;
  const from = edge.index as number;
  pieces.splice(
    -1,
    1,
    { kind: "text", text: partOfText(last.text, value, 0, from) },
    { kind: "text", text: partOfText(last.text, value, from + edge[0].search(/[^\s　]/), value.length) },
  );
}

/** Takes the caption and the unit note of a table from the pieces before it. */
function takeCaption(context: Context, pieces: Piece[]): Leaf[] {
  const leaves: Leaf[] = [];
  const take = (type: "caption" | "unitNote", fits: (value: string) => boolean): void => {
    const last = pieces.at(-1);
    if (last?.kind !== "text" || last.text.length > 60 || !fits(wholeText(last.text))) return;
    leaves.unshift(leafOf(context, type, last.text.spans));
    pieces.pop();
  };
  partUnitNote(pieces);
  take("unitNote", (value) => isUnitNote(squeeze(value)));
  take(
    "caption",
    (value) =>
      (CAPTION.test(value) || NUMBERED_WITH_COLON.test(value)) &&
      readMarker(value, false) === null &&
      (NAMES_TABLE.test(squeeze(value)) || NUMBERED_TABLE.test(squeeze(value))),
  );
  return leaves;
}

/** Takes a list of persons that begins at `at`. */
function takeRoster(gathering: Gathering, at: number): number | undefined {
  const { context, lines, pieces } = gathering;
  const line = lines[at] as Line;
  const after = (index: number): string => lines[filledFrom(lines, index + 1)]?.value ?? "";
  const heading = rosterHeading(pieces, line);
  if (heading === null && !opensRoster(line.value, after(at))) return takePersons(gathering, at);
  const taken = [line];
  let to = at + 1;
  for (;;) {
    const index = filledFrom(lines, to);
    const candidate = lines[index];
    if (candidate === undefined) break;
    const isRest = index > to && goesOnWithOffice(taken.at(-1) as Line, candidate);
    if (!isRest && !continuesRoster(candidate, index > to)) break;
    const below = filledFrom(lines, index + 1);
    if (below > index + 1 && opensCutSentence(candidate, lines[below])) break;
    taken.push(candidate);
    to = index + 1;
  }
  pieces.push({ kind: "block", block: readRoster(context, taken, heading) });
  return to;
}

/** Takes a list of persons beside their bodies that no role heads. */
function takePersons({ context, lines, pieces }: Gathering, at: number): number | undefined {
  const taken: Line[] = [];
  let to = at;
  for (let left = countPersons(lines, at); left > 0; left--) {
    taken.push(lines[filledFrom(lines, to)] as Line);
    to = filledFrom(lines, to) + 1;
  }
  if (taken.length === 0) return undefined;
  pieces.push({ kind: "block", block: readRoster(context, taken) });
  return to;
}

/** The head above that names a group of persons, `（一）部门委员`, where a roster stands before it. */
function rosterHeading(pieces: readonly Piece[], line: Line): string | null {
  const head = pieces.at(-1);
  const before = pieces.at(-2);
  if (
    head?.kind !== "text" ||
    before?.kind !== "block" ||
    before.block.type !== "roster" ||
    line.kind !== "text"
  )
    return null;
  const value = wholeText(head.text);
  return headsRosterGroup(value, line.value) ? value.slice(readMarker(value, false)?.length ?? 0) : null;
}

const isFormPart = (line: Line | undefined): line is Line =>
  line?.kind === "text" && (isFormLine(line.value) || isSignLine(line.value));

/** True where two numbered lines are of different rank: heads, one under the other (2.…：/（1）…：), and no labels. */
function isOfOtherRank(first: Line, line: Line, decimals: boolean): boolean {
  const marker = readMarker(line.value, decimals);
  return marker !== null && (readMarker(first.value, decimals)?.rank ?? marker.rank) !== marker.rank;
}

/** Takes a blank form that begins at `at`: label lines, two at least. */
function takeForm({ context, lines, decimals, pieces }: Gathering, at: number): number | undefined {
  const first = lines[at] as Line;
  const fields = countFields(first.value);
  if (fields === 0) return undefined;
  const below = filledFrom(lines, at + 1);
  const second = lines[below];
  if (!isFormPart(second)) {
    if (fields <= 2) return undefined;
    pieces.push({ kind: "block", block: readForm(context, [first]) });
    return at + 1;
  }
  if (isOfOtherRank(first, second, decimals)) return undefined;
  if (opensRoster(second.value, lines[filledFrom(lines, below + 1)]?.value ?? "")) return undefined;
  const taken: Line[] = [];
  let to = at;
  for (;;) {
    const index = filledFrom(lines, to);
    const candidate = lines[index];
    if (!isFormPart(candidate) || isOfOtherRank(first, candidate, decimals)) break;
    taken.push(candidate);
    to = index + 1;
  }
  pieces.push({ kind: "block", block: readForm(context, taken) });
  return to;
}

/** An item of words, not of sentences, as those before it are: it goes on in no line after it. */
function isShortItem(before: readonly OpenText[], item: OpenText): boolean {
  const previous = before.at(-1);
  return previous === undefined
    ? item.length <= 12
    : !isWhole(previous.tail) && !/[；;，,]$/.test(previous.tail);
}

/** 第一步，…； / 第二步，…: paragraphs that are counted. */
const COUNTED = /^(?:第[一二三四五六七八九十]|[一二三四五六七八九十]是)/;

/** Paragraphs side by side that end in ；: each opens or ends as the other does, 授予…, …职务, or others of their kind stand above. */
function isParallel(pieces: readonly Piece[], open: OpenText, next: string): boolean {
  if (!closesWith(open.tail, SEMICOLON)) return false;
  const above = pieces.at(-2);
  const opening = open.head.slice(0, 2);
  return (
    (/^\p{Script=Han}{2}$/u.test(opening) && next.startsWith(opening)) ||
    (COUNTED.test(open.head) && COUNTED.test(next)) ||
    endOf(open.tail) === endOf(next) ||
    (above?.kind === "text" &&
      closesWith(above.text.tail, SEMICOLON) &&
      readMarker(open.head, false) === null)
  );
}

/** Brackets below a title, and the first words of a sentence: （…通过）, 为了…. */
const OPENS_NO_LIST = /^[（(为经现请要]|^(?:根据|按照|依照|依据|对于|由于|关于)/;

/** True where two lines of words alone stand one below the other: a list, whose last line goes on in no sentence. */
function endsListOfLines(pieces: readonly Piece[], open: OpenText): boolean {
  const above = pieces.at(-2);
  return (
    above?.kind === "text" &&
    isListLine(open) &&
    isListLine(above.text) &&
    !OPENS_NO_LIST.test(open.head) &&
    !OPENS_NO_LIST.test(above.text.head)
  );
}

/** The last two characters of a text, its marks and brackets aside. */
const endOf = (text: string): string => text.replace(BRACKET_AND_MARK, "").slice(-2);
const BRACKET_AND_MARK = /(?:[（(][^（()）]{1,20}[）)])?[；;。，,]?$/;

/** Takes a line of text: into the text before it where that goes on, else as a piece of its own. */
function takeText(
  { context, lines, decimals, cutHeads, pieces }: Gathering,
  at: number,
  gap: boolean,
): number {
  const line = lines[at] as Line;
  const last = pieces.at(-1);
  const open = last?.kind === "text" ? last.text : last?.kind === "list" ? last.items.at(-1) : undefined;
  const after = lines[filledFrom(lines, at + 1)]?.value ?? "";
  // - 责任单位：…: a label is no item of a list.
  const isItem = line.bullet && !opensWithTaskLabel(line.value);
  if (
    open &&
    (gap || stopsShort(open, line.value)) &&
    !(gap && (isParallel(pieces, open, line.value) || endsListOfLines(pieces, open))) &&
    !line.bullet &&
    !line.heading &&
    (goesOn(open, line.value, after, decimals) ||
      (gap && context.dense && goesOnInDense(open, line.value, decimals)))
  )
    extendText(open, line);
  else if (!isItem) pieces.push({ kind: "text", text: openText(line, cutHeads.get(line) ?? null) });
  else {
    const items = last?.kind === "list" ? last.items : [];
    const item = openText(line, null, true);
    item.closed = isShortItem(items, item);
    items.push(item);
    if (last?.kind !== "list") pieces.push({ kind: "list", items });
  }
  return at + 1;
}
