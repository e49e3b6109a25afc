/** The notes of attachments at the end of a letter: 附件：1.…. */

import { squeeze } from "../../language/blanks.ts";
import { isDateLine } from "../../language/dates.ts";
import { matchesOf } from "../../language/matches.ts";
import { readNumeral } from "../../language/numerals.ts";
import { hull } from "../../tree/build.ts";
import type { AttachmentNote, Leaf, Line } from "../../tree/nodes.ts";
import { type Context, leafOf, setAside, sliceSpans } from "../context.ts";
import { bareText, filledFrom } from "../lines.ts";
import { readMarker } from "../numbering.ts";
import { DISCLOSURE, LABEL_ALONE, LABEL_WITH_TITLE, NOTE_ITEM, NUMERAL, SPANS_SENTENCE } from "./patterns.ts";
import { isSignatory } from "./signature.ts";
import { isCompleteTitle } from "./titles.ts";

/** Numbered titles on one line of notes: 1. 甲 2. 乙. */
const NOTE_NUMBERS = new RegExp(`(?<![\\d０-９])(${NUMERAL})[\\s　]*[.．﹒、](?![\\d０-９])[\\s　]*`, "gu");

/** `附件：1. …` and the numbered lines after it; the index after them. */
export function readAttachmentNotes(
  context: Context,
  lines: readonly Line[],
  at: number,
): { notes: AttachmentNote[]; to: number } {
  const notes: AttachmentNote[] = [];
  const add = (line: Line, from: number): void => {
    const rest = line.value.slice(from);
    // Several items may stand on one line: 附件：1. 甲 2. 乙.
    const starts = matchesOf(rest, NOTE_NUMBERS).filter(
      ({ index }) => index === 0 || /[\s　；;。]$/.test(rest.slice(0, index)),
    );
    const bounds = starts[0]?.index === 0 ? starts.map(({ index }) => index) : [0];
    bounds.forEach((start, index) => {
      const end = bounds[index + 1] ?? rest.length;
      const marker = rest.slice(start, end).match(NOTE_ITEM);
      const titleFrom = start + (marker?.[0].length ?? 0);
      const tail = rest.slice(titleFrom, end).match(/[。；;][\s　]*$/);
      const titleEnd = end - (tail?.[0].length ?? 0);
      if (rest.slice(titleFrom, titleEnd).trim() === "") {
        setAside(context, "leader", sliceSpans(line.spans, from + start, from + end));
        return;
      }
      const children: Leaf[] = [];
      if (marker)
        children.push(
          leafOf(
            context,
            "marker",
            sliceSpans(line.spans, from + start, from + start + marker[0].trimEnd().length),
          ),
        );
      children.push(leafOf(context, "title", sliceSpans(line.spans, from + titleFrom, from + titleEnd)));
      if (tail)
        children.push(
          leafOf(context, "delimiter", sliceSpans(line.spans, from + titleEnd, from + titleEnd + 1)),
        );
      notes.push({
        type: "attachmentNote",
        number: marker ? readNumeral(marker[1] as string) : null,
        children,
        position: hull(children),
      });
    });
  };
  const first = lines[at] as Line;
  const labelled = first.value.match(LABEL_WITH_TITLE) ?? first.value.match(LABEL_ALONE);
  const label = (labelled as RegExpMatchArray)[0];
  const ownNumber = (labelled as RegExpMatchArray)[1];
  setAsideLabel(context, first, label.trimEnd().length);
  add(first, label.length);
  if (ownNumber !== undefined && notes[0]) notes[0].number = readNumeral(ownNumber);
  let to = at + 1;
  for (const plain of notes.length === 0 ? plainNotes(lines, at) : []) {
    add(lines[plain] as Line, 0);
    to = plain + 1;
  }
  for (;;) {
    const next = filledFrom(lines, to);
    const line = lines[next];
    if (line?.kind !== "text") break;
    const again = line.value.match(LABEL_WITH_TITLE);
    if (ownNumber !== undefined && again?.[1] !== undefined) {
      const index = notes.length;
      setAsideLabel(context, line, again[0].trimEnd().length);
      add(line, again[0].length);
      if (notes[index]) (notes[index] as AttachmentNote).number = readNumeral(again[1]);
    } else if (NOTE_ITEM.test(line.value) && line.value.length < 90 && isNextNote(notes, line.value))
      add(line, 0);
    else if (
      notes.length > 0 &&
      (next === to
        ? isOpenNote(lines[to - 1] as Line) && isNoteRest(line.value)
        : isCutNote(lines, to, next)) &&
      !notes.some(
        (note) => squeeze(note.children.find(({ type }) => type === "title")?.value ?? "") === bareText(line),
      )
    ) {
      const last = notes.at(-1) as AttachmentNote;
      const title = last.children.find(({ type }) => type === "title") as Leaf;
      const at2 = last.children.indexOf(title);
      const tail = line.value.match(/[。；;][\s　]*$/);
      const end = line.value.length - (tail?.[0].length ?? 0);
      last.children[at2] = leafOf(context, "title", [...title.spans, ...sliceSpans(line.spans, 0, end)]);
      if (tail) last.children.push(leafOf(context, "delimiter", sliceSpans(line.spans, end, end + 1)));
      last.position = hull(last.children);
    } else break;
    to = next + 1;
  }
  return { notes, to };
}

/** True where the title of a note goes on: no mark ends it, and no word that ends titles. */
const isOpenNote = (line: Line): boolean => !endsNote(line) && !isCompleteTitle([line]);

/** The rest of a title that a page break cuts: the next note, or what closes the letter, stands right below it. */
function isCutNote(lines: readonly Line[], to: number, next: number): boolean {
  const above = lines[to - 1] as Line;
  const { value } = lines[next] as Line;
  const below = lines[filledFrom(lines, next + 1)];
  if (above.kind !== "text" || endsNote(above) || !(COUNTED.test(value.trim()) || isNoteRest(value)))
    return false;
  if (isCompleteTitle([above]) && !COUNTED.test(value.trim())) return false;
  // Without a line below it closes the letter.
  if (below === undefined) return true;
  return (
    below.kind === "text" &&
    (NOTE_ITEM.test(below.value) || isSignatory(below.value) || isDateLine(below.value))
  );
}
/** （409项）: how many stand in what the title names. */
const COUNTED = /^[（(]共?[\d０-９]{1,5}[\p{Script=Han}][）)]$/u;

const endsNote = (line: Line): boolean => /[。；;]$/.test(line.value);

/** 特此通知 closes the letter. */
const CLOSING_WORDS = /^(?:特此|专此|此复|妥否|当否|以上)/;

/** The rest of a title that ran over its line: short, no sentence, nobody's signature. */
const isNoteRest = (value: string): boolean =>
  value.length <= 40 &&
  !SPANS_SENTENCE.test(value.slice(0, -1)) &&
  !isSignatory(value) &&
  !isDateLine(value) &&
  !CLOSING_WORDS.test(value) &&
  !DISCLOSURE.test(value) &&
  readMarker(value, false) === null &&
  !/^附/.test(value);

/** The item carries the number after the last one's. */
function isNextNote(notes: readonly AttachmentNote[], value: string): boolean {
  const number = readNumeral((value.match(NOTE_ITEM) as RegExpMatchArray)[1] as string);
  const last = notes.at(-1)?.number;
  return last === undefined || (last !== null && number === last + 1);
}

function setAsideLabel(context: Context, line: Line, length: number): void {
  setAside(context, "heading", sliceSpans(line.spans, 0, length));
}

/** Splits off notes of attachments from a stretch of the letter or the enclosure. */
export function takeNotes(
  context: Context,
  lines: readonly Line[],
): { body: Line[]; notes: AttachmentNote[] } {
  const body: Line[] = [];
  const notes: AttachmentNote[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as Line;
    if (line.kind === "text" && notes.length === 0 && isNoteLine(lines, at)) {
      const read = readAttachmentNotes(context, lines, at);
      if (read.notes.length > 0) {
        notes.push(...read.notes);
        at = read.to;
        continue;
      }
    }
    body.push(line);
    at++;
  }
  return { body, notes };
}

/** `附件：1. …`, or 附件1：… followed by 附件2：… */
export function isNoteLine(lines: readonly Line[], at: number): boolean {
  const { value } = lines[at] as Line;
  if (!value.startsWith("附")) return false;
  const match = value.match(LABEL_WITH_TITLE);
  if (match) {
    const rest = value.slice(match[0].length);
    if (!namesAttachment(rest)) return false;
    const next = lines[filledFrom(lines, at + 1)];
    // 附：任务分解表 right above its table is the attachment itself.
    if (!NOTE_ITEM.test(rest) && isTableBelow(lines, at)) return false;
    if (match[1] === undefined) return /[：:]/.test(match[0]) || NOTE_ITEM.test(rest);
    return (
      readNumeral(match[1]) === 1 &&
      (next === undefined || LABEL_WITH_TITLE.test(next.value) || isSignatory(next.value))
    );
  }
  const next = lines[filledFrom(lines, at + 1)];
  if (plainNotes(lines, at).length > 0) return true;
  return (
    /[：:]$/.test(value.trim()) &&
    value.trim().match(LABEL_ALONE)?.[1] === undefined &&
    LABEL_ALONE.test(value.trim()) &&
    next !== undefined &&
    NOTE_ITEM.test(next.value) &&
    namesAttachment(next.value) &&
    next.value.length < 90
  );
}

const MOST_PLAIN_NOTES = 8;

/** The titles below 附件： that no numbers open, each on its line, above the signature. */
function plainNotes(lines: readonly Line[], at: number): number[] {
  const label = (lines[at] as Line).value.trim();
  if (!/[：:]$/.test(label) || label.match(LABEL_ALONE)?.[1] !== undefined || !LABEL_ALONE.test(label))
    return [];
  const found: number[] = [];
  for (let below = filledFrom(lines, at + 1); below < lines.length; below = filledFrom(lines, below + 1)) {
    const line = lines[below] as Line;
    if (line.kind !== "text") return [];
    if (found.length > 0 && (isSignatory(line.value) || isDateLine(line.value))) return found;
    if (found.length === MOST_PLAIN_NOTES || NOTE_ITEM.test(line.value) || !isCompleteTitle([line]))
      return [];
    found.push(below);
  }
  // The letter without its signature ends with them.
  return found;
}

/** True where the next line is the row of a table. */
export function isTableBelow(lines: readonly Line[], at: number): boolean {
  const next = lines[filledFrom(lines, at + 1)];
  return next?.kind === "row" || next?.kind === "html";
}

/** True where more than a number is printed: `1.` alone names nothing, nor does 略. */
const namesAttachment = (value: string): boolean => {
  const title = value.replace(NOTE_ITEM, "");
  return /[^\s　；;。]/.test(title) && !LEFT_OUT.test(title);
};
const LEFT_OUT = /^[（(]?略[）)]?[。]?[\s　]*$/;
