/** The attachments after a letter, under labels or under the titles that the notes give. */

import { squeeze } from "../../language/blanks.ts";
import { opensWith } from "../../language/characters.ts";
import { readNumeral } from "../../language/numerals.ts";
import { hull } from "../../tree/build.ts";
import type { Attachment, AttachmentNote, Line } from "../../tree/nodes.ts";
import { readBlocks } from "../blocks.ts";
import { type Context, leafOf, leafOfLines, setAside, sliceSpans } from "../context.ts";
import { bareText, filledBefore, filledFrom } from "../lines.ts";
import { readMarker, usesDecimals } from "../numbering.ts";
import { opensRoster } from "../rosters.ts";
import { isTableBelow } from "./notes.ts";
import { LABEL_ALONE, LABEL_WITH_TITLE, OPENS_LABEL } from "./patterns.ts";
import { isCompleteTitle, issuedKey, standsAsTitle, titleLines } from "./titles.ts";

/** True where a line is the label of an attachment and nothing else. */
export const isLabel = (line: Line): boolean =>
  line.kind === "text" && opensWith(line.value, OPENS_LABEL) && LABEL_ALONE.test(line.value.trim());

/** Where an attachment begins. */
interface AttachmentStart {
  from: number;
  labelLine: number;
  /** Length of the label in its line. */
  labelLength: number;
  number: number | null;
  title: Line[];
  /** The title on the label's own line, as an offset. */
  inlineTitle: number | null;
  bodyFrom: number;
}

/** 附件2-1: the number of an attachment within another. */
const COUNTS_WITHIN = /[0-9０-９][-—－–.．][0-9０-９]/;

/** Finds the attachments among the lines from `from` on. */
export function findAttachments(
  lines: readonly Line[],
  from: number,
  notes: readonly AttachmentNote[],
): AttachmentStart[] {
  const starts: AttachmentStart[] = [];
  const keys = notes.map(noteKey);
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (line.kind !== "text") continue;
    if (!opensWith(line.value, OPENS_LABEL)) continue;
    const alone = line.value.trim().match(LABEL_ALONE);
    const inline = alone ? null : line.value.match(LABEL_WITH_TITLE);
    if (
      !alone &&
      !(
        inline &&
        (inline[1] !== undefined ||
          COUNTS_WITHIN.test(inline[0]) ||
          isTableBelow(lines, at) ||
          isRosterBelow(lines, at) ||
          isTextBelow(lines, at)) &&
        line.value.length <= 70 &&
        standsAsTitle({ ...line, value: line.value.slice(inline[0].length) })
      )
    )
      continue;
    const number = (alone ?? inline)?.[1];
    const start: AttachmentStart = {
      from: at,
      labelLine: at,
      labelLength: inline ? inline[0].trimEnd().length : line.value.length,
      number: number === undefined ? null : readNumeral(number),
      title: [],
      inlineTitle: inline ? inline[0].length : null,
      bodyFrom: at + 1,
    };
    if (alone) {
      const below = titleLines(lines, at + 1, keys);
      const above = filledBefore(lines, at - 1);
      const lowest = starts.at(-1)?.bodyFrom ?? from;
      // The title that a note gives may stand above the label.
      const isAbove = above >= lowest && keys.some((key) => isNoted([lines[above] as Line], key));
      if (below.length > 0 && !isAbove) {
        start.title = below;
        start.bodyFrom = lines.indexOf(below.at(-1) as Line, at) + 1;
      } else if (above >= lowest && standsAsTitle(lines[above])) {
        let top = above;
        while (top - 1 >= lowest && standsAsTitle(lines[top - 1]) && above - top < 3) top--;
        start.title = lines.slice(top, above + 1);
        start.from = top;
      }
    } else {
      const rest = titleLines(lines, at + 1).filter((_, index, all) => index < 2 && lines[at + 1] === all[0]);
      start.title = isCompleteTitle([line]) ? [] : rest;
      start.bodyFrom = at + 1 + start.title.length;
    }
    starts.push(start);
    at = start.bodyFrom - 1;
  }
  return starts;
}

/** An attachment from its start to the line before the next one. */
export function readAttachment(
  context: Context,
  lines: readonly Line[],
  start: AttachmentStart,
  to: number,
): Attachment {
  const line = lines[start.labelLine] as Line;
  const label = leafOf(context, "label", sliceSpans(line.spans, 0, start.labelLength));
  const spans = [
    ...(start.inlineTitle === null ? [] : sliceSpans(line.spans, start.inlineTitle, line.value.length)),
    ...start.title.flatMap((title) => title.spans),
  ];
  const head = spans.length > 0 ? [label, leafOf(context, "title", spans)] : [label];
  const body = withoutOwnContents(context, lines.slice(start.bodyFrom, to), start.title);
  const children = [...head, ...readBlocks(context, body)];
  return { type: "attachment", number: start.number, children, position: hull(children) };
}

/** True where a list of persons begins on the next line. */
export function isRosterBelow(lines: readonly Line[], at: number): boolean {
  const below = filledFrom(lines, at + 1);
  const next = lines[below];
  return next?.kind === "text" && opensRoster(next.value, lines[filledFrom(lines, below + 1)]?.value ?? "");
}

/** 附件：某办法 right above 第一条 or 一、: the title of the attachment on the line of its label. */
export function isTextBelow(lines: readonly Line[], at: number): boolean {
  const label = (lines[at] as Line).value.match(LABEL_WITH_TITLE);
  const next = lines[filledFrom(lines, at + 1)];
  if (label === null || next?.kind !== "text" || next.bullet) return false;
  const rest = (lines[at] as Line).value.slice(label[0].length);
  const marker = readMarker(next.value, false);
  return (
    marker !== null &&
    marker.ordinal === 1 &&
    (marker.kind === "chapter" || marker.kind === "article" || marker.kind === "chinese") &&
    readMarker(rest, false) === null &&
    isCompleteTitle([{ ...(lines[at] as Line), value: rest }])
  );
}

const noteKey = (note: AttachmentNote): string =>
  issuedKey(note.children.find(({ type }) => type === "title")?.value ?? "");

/** What a note may add to a title: （样式）. */
const REMARK = /^\([^()]{1,10}\)$/;

const COUNT_AT_END = /\(共?计?[\d０-９]{1,4}[项个家名人件所条处户]\)$/;

/** True where a title is the one that a note gives, by its key, or its last words: 名单 for 县防汛指挥部成员名单. */
function isNoted(title: readonly Line[], wanted: string): boolean {
  const whole = issuedKey(title.map(({ value }) => value).join(""));
  // 劳动模范名单（10名）, for 劳动模范名单.
  const printed = whole === wanted ? whole : whole.replace(COUNT_AT_END, "");
  if (printed !== "" && wanted.startsWith(`${printed}(`) && REMARK.test(wanted.slice(printed.length)))
    return true;
  return printed === wanted || (wanted.length >= 2 && wanted.length <= 4 && printed.endsWith(wanted));
}

/** Where attachments without labels begin: at the titles that the notes give, in order, the first right at the start. */
export function unlabelledStarts(lines: readonly Line[], notes: readonly AttachmentNote[]): number[] {
  const starts: number[] = [];
  const wanted = notes.map(noteKey);
  for (let at = filledFrom(lines, 0); at < lines.length && starts.length < notes.length; at++) {
    if (!standsAsTitle(lines[at]) || (at > 0 && lines[at - 1]?.kind === "text")) continue;
    const key = wanted[starts.length] as string;
    if (isNoted(titleLines(lines, at), key) || isNoted([lines[at] as Line], key)) starts.push(at);
    else if (starts.length === 0) return [];
  }
  return starts;
}

/** An attachment that its title alone opens. */
export function readUnlabelled(context: Context, lines: readonly Line[]): Attachment {
  const title = titleLines(lines, 0);
  const body = lines.slice(lines.indexOf(title.at(-1) as Line) + 1);
  const children = [leafOfLines(context, "title", title), ...readBlocks(context, body)];
  return { type: "attachment", number: null, children, position: hull(children) };
}

/** The page that closes an entry of contents, and its leader. */
const PAGE_OF_ENTRY = /(?<![\d０-９])[\d０-９]+$/;
const LEADER_OF_ENTRY = /(?<![.…·\s　])[.…·\s　]+$/;
const ENDS_SENTENCE = /[。！？；;：:][”’」』）)]?$/;

/** An entry of contents without its leader and page, as the head that it repeats is compared. */
const entryKey = (value: string): string =>
  squeeze(value.replace(PAGE_OF_ENTRY, "").replace(LEADER_OF_ENTRY, ""));

/**
 * The line after the last entry of contents that may reach to the line `to`: an entry has a page or is repeated from
 * `to` on; a sentence ends them. What stands between, a foreword or an introduction, is text.
 */
function endOfOwnContents(lines: readonly Line[], to: number): number {
  const heads = new Set<string>();
  for (const line of lines.slice(to))
    if (line.kind === "text") for (const key of keysOf(headOf(line))) heads.add(key);
  let end = 0;
  for (let at = 0; at < to; at++) {
    const { kind, value } = lines[at] as Line;
    if (kind === "blank") continue;
    const text = value.trim();
    if (ENDS_SENTENCE.test(text)) break;
    if (keysOf(entryKey(text)).some((key) => heads.has(key)) || /[.…·\s　][\d０-９]+$/.test(text))
      end = at + 1;
  }
  return end;
}

/** 1、总则 in the contents is 1.总则 in the text, or 1总则; where the contents leave the number out, 总则 is. */
const NUMBER_OF_PART = /^([\d０-９]{1,2})[、.．]?(?![\d０-９.．、])/;
const keysOf = (head: string): string[] =>
  NUMBER_OF_PART.test(head) ? [head.replace(NUMBER_OF_PART, "$1"), head.replace(NUMBER_OF_PART, "")] : [head];

/** A line up to where a head in it ends: 第一章　总则, （一）加强领导。各单位…. */
function headOf(line: Line): string {
  const text = bareText(line);
  const end = text.slice(0, LONGEST_HEAD).search(/[。：:]/);
  return end < 0 ? text : text.slice(0, end);
}
const LONGEST_HEAD = 60;

const FEWEST_ENTRIES = 3;
const LONGEST_ENTRY = 40;

/** The line after contents that no heading opens: the first lines of a text, if they are all printed again as heads; else 0. */
function endOfBareContents(lines: readonly Line[]): number {
  const first = filledFrom(lines, 0);
  const second = filledFrom(lines, first + 1);
  const isEntry = (line: Line | undefined): line is Line =>
    line?.kind === "text" && line.value.length <= LONGEST_ENTRY && !ENDS_SENTENCE.test(line.value);
  const [opener, next] = [lines[first], lines[second]];
  if (!isEntry(opener) || !isEntry(next) || readMarker(next.value, true) === null) return 0;
  const [wanted] = keysOf(bareText(opener)) as [string];
  const again = lines.findIndex(
    (line, index) => index > second && isEntry(line) && keysOf(bareText(line)).includes(wanted),
  );
  if (again < 0) return 0;
  const entries = lines.slice(0, again).filter(({ kind }) => kind !== "blank");
  const heads = new Set(
    lines
      .slice(again)
      .filter(isEntry)
      .flatMap((line) => keysOf(bareText(line))),
  );
  const areRepeated = entries.every(
    (line) => isEntry(line) && keysOf(bareText(line)).some((key) => heads.has(key)),
  );
  return entries.length >= FEWEST_ENTRIES && areRepeated ? again : 0;
}

/** A table of contents of the issued text's own (`目录`, then its heads once) repeats the heads: it is set aside. */
export function withoutOwnContents(
  context: Context,
  lines: readonly Line[],
  title: readonly Line[] = [],
): Line[] {
  const at = lines.findIndex(
    ({ kind, value }) => kind === "text" && value.includes("目") && squeeze(value) === "目录",
  );
  if (at < 0) {
    const from = endOfBareContents(lines);
    for (const line of lines.slice(0, from)) setAside(context, "repeated-head", line.spans);
    return lines.slice(from);
  }
  if (lines.slice(0, at).some(({ kind }) => kind !== "blank" && kind !== "text")) return [...lines];
  const rest = lines.slice(at + 1);
  const firstFilled = filledFrom(rest, 0);
  const decimals = usesDecimals(rest);
  const opener = entryKey(rest[firstFilled]?.value ?? "");
  if (opener === "" || (readMarker((rest[firstFilled] as Line).value, decimals) === null && firstFilled > 2))
    return [...lines];
  const [wanted] = keysOf(opener) as [string];
  const again = rest.findIndex(
    (line, index) => index > firstFilled && line.kind === "text" && keysOf(bareText(line)).includes(wanted),
  );
  if (again < 0) return [...lines];
  setAside(context, "heading", (lines[at] as Line).spans);
  let end = endOfOwnContents(rest, again);
  for (const line of rest.slice(0, end)) setAside(context, "repeated-head", line.spans);
  // The title of the text may stand once more below its contents.
  const name = squeeze(title.map(({ value }) => value).join(""));
  const below = filledFrom(rest, end);
  if (below < again && bareText(rest[below] as Line) === name) {
    setAside(context, "repeated-head", (rest[below] as Line).spans);
    end = below + 1;
  }
  return [...lines.slice(0, at), ...rest.slice(end)];
}
