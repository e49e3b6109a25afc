/** The parts of an official document: head, addressees, letter, signature, enclosure, attachments (GB/T 9704-2012 §7). */
import { squeeze } from "../language/blanks.ts";
import { FULL_DATE, isBracketedDate, isDateLine } from "../language/dates.ts";
import { dateBesideNumber, readNumberLine } from "../language/documentNumbers.ts";
import { matchesOf } from "../language/matches.ts";
import { readNumeral } from "../language/numerals.ts";
import { comparable, withoutMarks } from "../language/titles.ts";
import { GENRES_WITHOUT_RECIPIENTS } from "../terms/genres.ts";
import { ISSUER_ENDING } from "../terms/organizations.ts";
import { SPACED_SIGNING_OFFICES, SURNAMES } from "../terms/people.ts";
import { hull } from "../tree/build.ts";
import type {
  Attachment,
  AttachmentNote,
  Block,
  Enclosure,
  Leaf,
  Line,
  OfficialDocument,
} from "../tree/nodes.ts";
import { readBlocks } from "./blocks.ts";
import { type Context, leafOf, leafOfLines, setAside, sliceSpans } from "./context.ts";
import type { Head } from "./heads.ts";
import { bareText, filledBefore, filledFrom } from "./lines.ts";
import { readMarker, usesDecimals } from "./numbering.ts";
import { isFormLine, opensRoster } from "./rosters.ts";

const NUMERAL = "[0-9０-９一二三四五六七八九十]{1,3}";
/** `附件`, `附件 1`, `附 件：`, `附表2`: the label of an attachment, alone on its line. */
const LABEL_ALONE = new RegExp(`^附(?:[\\s　]*[件表录图])?(?:之)?[\\s　]*(?:(${NUMERAL})[\\s　]*)?[：:]?$`);
/** `附件1：标题`: label and title on one line. */
const LABEL_WITH_TITLE = new RegExp(
  `^附(?:[\\s　]*[件表录图](?:[\\s　]*(${NUMERAL}))?(?:[\\s　]*[：:][\\s　]*|[\\s　]+)|[\\s　]*[：:][\\s　]*)(?=\\S)`,
);
const NOTE_ITEM = new RegExp(`^(${NUMERAL})[\\s　]*[.．、][\\s　]*`);
const DISCLOSURE = /^[（(].*[）)]$/;
/** A 附注 that tells itself by its words, wherever it stands: （此件发至村）. */
const OWN_DISCLOSURE = /^[（(][\s　]*(?:此件|本件|此文)[^（()）]{2,40}[）)]$/;
const ORGANIZATION = new RegExp(`^[\\p{Script=Han}、，（）()“”·]{2,60}${ISSUER_ENDING}$`, "u");
const PERSON = new RegExp(
  `^(?:\\p{Script=Han}{0,20}(?:${SPACED_SIGNING_OFFICES}))(?!的?职务)(?:(?:[\\s　]*[：:])?[\\s　]*(?:\\p{Script=Han}[\\s　]*){2,4}|[\\s　：:]+\\p{Script=Han}[\\p{Script=Han}·]{4,11})$`,
  "u",
);
const INTRODUCES = /如下|下列|以下|以下简称|现就|现将|要求|提出|规定|决定[：:]|收悉|通知|意见[：:]|公告[：:]/;
const TITLE_END = /[。；！？：:;，,]$/;
/** Numbered titles on one line of notes: 1. 甲 2. 乙. */
const NOTE_NUMBERS = new RegExp(`(?<![\\d０-９])(${NUMERAL})[\\s　]*[.．、](?!\\d)[\\s　]*`, "gu");
const DATE_AFTER = new RegExp(`${FULL_DATE.source}[\\s　]*$`);
const SPANS_SENTENCE = /[。；！？]/;

/** 李　明　　县水务局: a person and the body he is of, the last line of a list and no signature. */
function isMemberLine(parts: readonly string[]): boolean {
  const before = parts.slice(0, -1).join("");
  return (
    before.length >= 2 &&
    before.length <= 4 &&
    OWN_BODY.test(parts.at(-1) as string) &&
    !/[省市县区州盟旗乡镇局委府院]$/.test(before)
  );
}
const OWN_BODY = new RegExp(`^[省市县区州]\\p{Script=Han}+${ISSUER_ENDING}$`, "u");

/** True where a line can sign a document: a body, bodies side by side, or a person with an office. */
function isSignatory(value: string): boolean {
  const text = value.trim();
  if (text.length > 60 || SPANS_SENTENCE.test(text)) return false;
  const parts = text.split(/[\s　]+/);
  if (isMemberLine(parts)) return false;
  return (
    ORGANIZATION.test(squeeze(text)) ||
    PERSON.test(text) ||
    (parts.length > 1 && parts.every((part) => ORGANIZATION.test(part)))
  );
}

/** The lines of the signature and its date, as indexes; null where no date closes the letter. */
interface Signature {
  issuer: number[];
  date: number;
  /** Signature and date on one line: the offset of the date in it. */
  dateFrom: number;
}

/** The first line from `from` on that dates the letter, with those above it that sign. */
function findSignature(lines: readonly Line[], from: number): Signature | null {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (line.kind !== "text") continue;
    if (isDateLine(line.value)) {
      const issuer: number[] = [];
      let above = filledBefore(lines, at - 1);
      while (
        above >= from &&
        issuer.length < 4 &&
        (lines[above] as Line).kind === "text" &&
        isSignatory((lines[above] as Line).value)
      ) {
        issuer.unshift(above);
        above = filledBefore(lines, above - 1);
      }
      return { issuer, date: at, dateFrom: 0 };
    }
    const match = line.value.length <= 80 && line.value.endsWith("日") ? line.value.match(DATE_AFTER) : null;
    if (match && (match.index as number) > 0 && isSignatory(line.value.slice(0, match.index)))
      return { issuer: [at], date: at, dateFrom: match.index as number };
  }
  return null;
}

/** Whom a speech or a report addresses: they are no recipients. */
const SALUTATION = /^(?:同志们|女士们|朋友们)|各位(?:代表|委员|副?主任|领导|同志|来宾|嘉宾)/;

/** The lines of the addressees: up to the first colon, where no sentence came before. */
function findRecipients(lines: readonly Line[], from: number, genre: string): number {
  if (GENRES_WITHOUT_RECIPIENTS.has(genre)) return from;
  const first = filledFrom(lines, from);
  let text = "";
  for (let at = first; at < lines.length && at - first < 6; at++) {
    const line = lines[at] as Line;
    if (
      line.kind !== "text" ||
      line.bullet ||
      readMarker(line.value, false) !== null ||
      LABEL_WITH_TITLE.test(line.value)
    )
      return from;
    if (SALUTATION.test(line.value.trim())) return from;
    text += line.value.trim();
    if (
      SPANS_SENTENCE.test(text) ||
      text.length > 400 ||
      (INTRODUCES.test(text) && !/[各县市省]/.test(text.slice(0, 2)))
    )
      return from;
    if (/[：:]$/.test(text))
      return /(?:如下|下列|以下|决定|任命|任免|免去|聘任)[：:]$/.test(text) ? from : at + 1;
    if (/[：:]/.test(text)) return from;
  }
  return from;
}

/** `附件：1. …` and the numbered lines after it; the index after them. */
function readAttachmentNotes(
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
      next === to &&
      notes.length > 0 &&
      !endsNote(lines[next - 1] as Line) &&
      !isCompleteTitle([lines[next - 1] as Line]) &&
      isNoteRest(line.value) &&
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

const endsNote = (line: Line): boolean => /[。；;]$/.test(line.value);
/** The rest of a title that ran over its line: short, no sentence, nobody's signature. */
const isNoteRest = (value: string): boolean =>
  value.length <= 40 &&
  !SPANS_SENTENCE.test(value.slice(0, -1)) &&
  !isSignatory(value) &&
  !isDateLine(value) &&
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

/** A bracket that belongs to a title, on a line of its own: （2011—2013年）, （试行）. */
const VERSION =
  /^[（(](?:\d{4}年?(?:[-—–至]\d{4}年?)?(?:度|版|修订|年修订)?|试行|暂行|草案|修订(?:稿|版)?|征求意见稿|送审稿|第[一二三四五六七八九十\d]+批)[）)]$/;
/** How many the list below has, right under its title: （2项）. */
const COUNT = /^[（(]共?计?\d{1,4}[项个家名人件所条处户][）)]$/;
const DECIMAL_HEAD = /^\d{1,2}(?:[.．]\d{1,2})*[\s　]+\S/;

/** A line that can be a title by itself: short, no sentence, no marker, no label. */
function isTitleLine(line: Line | undefined): line is Line {
  if (line?.kind !== "text" || line.bullet) return false;
  const text = bareText(line);
  return (
    text.length <= 60 &&
    !(text.length > 30 && text.includes("，")) &&
    !TITLE_END.test(text) &&
    !SPANS_SENTENCE.test(text) &&
    !(DISCLOSURE.test(text) && !VERSION.test(text) && !COUNT.test(text)) &&
    !DECIMAL_HEAD.test(line.value) &&
    readMarker(line.value, false) === null &&
    !/^第[一二三四五六七八九十\d]+[章节条编]/.test(text) &&
    !isDateLine(text) &&
    !/^附[件表录图][0-9一二三四五六七八九十]*[：:]?$/.test(text) &&
    !/^目录$/.test(text) &&
    !/[：:]/.test(text) &&
    !isFormLine(line.value)
  );
}

/** Openings of the text of a plan or of rules. */
const OPENS_TEXT = /^(?:为|根据|依据|按照|现将|经)/;

/** The lines of a title from `at` on: those without a blank between them. */
function titleLines(lines: readonly Line[], at: number, known: readonly string[] = []): Line[] {
  const title: Line[] = [];
  let index = filledFrom(lines, at);
  while (title.length < 5 && isTitleLine(lines[index])) {
    const line = lines[index] as Line;
    // A line of the text that happens to have no mark stands after a complete title.
    if (title.length > 0 && isCompleteTitle(title) && (line.value.length > 30 || line.value.includes("，")))
      break;
    if (title.length === 0 && (VERSION.test(bareText(line)) || COUNT.test(bareText(line)))) break;
    // Who submitted the text signs below its title: 省卫生厅.
    if (title.length > 0 && isCompleteTitle(title) && isSignatory(line.value)) break;
    // 为做好…工作，制定本方案: the text begins right below its title.
    if (title.length > 0 && isCompleteTitle(title) && OPENS_TEXT.test(line.value)) break;
    title.push(line);
    index++;
    if (known.includes(issuedKey(title.map(({ value }) => value).join("")))) break;
  }
  const version = lines[filledFrom(lines, index)];
  if (
    title.length > 0 &&
    isCompleteTitle(title) &&
    version?.kind === "text" &&
    VERSION.test(squeeze(version.value))
  )
    title.push(version);
  return title;
}

const isCompleteTitle = (title: readonly Line[]): boolean =>
  /(?:方案|规划|计划|办法|规定|细则|意见|要点|预案|规则|条例|清单|表|名单|目录|标准|制度|章程|措施|纲要|通知|报告|流程|书|决定|指南|责任制|规程|准则|导则|手册|大纲|守则|公约|须知|协议|简章|台账|范本|提纲)(?:[（(][^（）()]+[）)])*$/.test(
    squeeze(title.map(({ value }) => value).join("")),
  );

const isLabel = (line: Line): boolean =>
  line.kind === "text" && line.value.startsWith("附") && LABEL_ALONE.test(line.value.trim());

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

/** Finds the attachments among the lines from `from` on. */
function findAttachments(
  lines: readonly Line[],
  from: number,
  notes: readonly AttachmentNote[],
): AttachmentStart[] {
  const starts: AttachmentStart[] = [];
  const keys = notes.map(noteKey);
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (line.kind !== "text") continue;
    if (!line.value.startsWith("附")) continue;
    const alone = line.value.trim().match(LABEL_ALONE);
    const inline = alone ? null : line.value.match(LABEL_WITH_TITLE);
    if (
      !alone &&
      !(
        inline &&
        (inline[1] !== undefined || isTableBelow(lines, at) || isRosterBelow(lines, at)) &&
        line.value.length <= 70 &&
        isTitleLine({ ...line, value: line.value.slice(inline[0].length) })
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
      } else if (above >= lowest && isTitleLine(lines[above])) {
        let top = above;
        while (top - 1 >= lowest && isTitleLine(lines[top - 1]) && above - top < 3) top--;
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
function readAttachment(
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
  const body = withoutOwnContents(context, lines.slice(start.bodyFrom, to));
  const children = [...head, ...readBlocks(context, body)];
  return { type: "attachment", number: start.number, children, position: hull(children) };
}

/** The titles that a letter says it issues: what stands in 《》 in the title, without blanks. */
function issuedTitles(title: string): string[] {
  const about =
    title.match(/(?:印发|转发|批转|公布|发布|修订|修改|通过)(.+?)(?:的?(?:通知|函|令|决定|公告))?$/s)?.[1] ??
    "";
  const quoted = [...title.matchAll(/《([^《》]{1,200}|(?:[^《》〈]|〈[^〉]{0,100}〉){1,200})》/g)].map(
    (match) => match[1] as string,
  );
  return [...quoted, about.replace(/[《》]/g, "")]
    .map((text) => text.replace(/的$/, ""))
    .filter((text) => text.length >= 4);
}

/** A title that the letter says it sends: …《关于…的意见》，现批转给你们. */
const SENDS = /《([^《》]{4,120})》[^《》。]{0,60}(?:批转|转发|印发|发给|公布|颁发|颁布|发布)/g;
/** The letter says what it sends in one of its first lines. */
const FIRST_LINES = 8;
const LONGEST_SENDING_LINE = 600;

function sentTitles(lines: readonly Line[], from: number): string[] {
  return lines
    .slice(from, from + FIRST_LINES)
    .filter(({ value }) => value.length <= LONGEST_SENDING_LINE && value.includes("》"))
    .flatMap(({ value }) => [...squeeze(value).matchAll(SENDS)].map((match) => match[1] as string));
}

/** The title of an issued text as it is compared: its own marks may stand around it or not. */
const issuedKey = (title: string): string => withoutMarks(comparable(title));

/** The first line after `from` that is the title of the text issued; -1 where it is not found. */
function findIssuedTitle(lines: readonly Line[], from: number, titles: readonly string[]): number {
  const keys = titles.map(issuedKey);
  for (let at = from; at < lines.length; at++) {
    if (!isTitleLine(lines[at]) || (at > 0 && lines[at - 1]?.kind === "text" && isTitleLine(lines[at - 1])))
      continue;
    const text = issuedKey(
      titleLines(lines, at)
        .map(({ value }) => value)
        .join(""),
    );
    if (keys.includes(text) || keys.includes(text.replace(/\([^()]{1,20}\)$/, ""))) return at;
  }
  return -1;
}

/** A letter that says it issues another text. */
const ISSUES = /印发|转发|批转|公布|发布|颁布|颁发|施行|实施|修改|修订/;

/** Splits off notes of attachments from a stretch of the letter or the enclosure. */
function takeNotes(context: Context, lines: readonly Line[]): { body: Line[]; notes: AttachmentNote[] } {
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
function isNoteLine(lines: readonly Line[], at: number): boolean {
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

/** True where the next line is the row of a table. */
function isTableBelow(lines: readonly Line[], at: number): boolean {
  const next = lines[filledFrom(lines, at + 1)];
  return next?.kind === "row" || next?.kind === "html";
}

/** True where a list of persons begins on the next line. */
function isRosterBelow(lines: readonly Line[], at: number): boolean {
  const below = filledFrom(lines, at + 1);
  const next = lines[below];
  return next?.kind === "text" && opensRoster(next.value, lines[filledFrom(lines, below + 1)]?.value ?? "");
}

/** True where more than a number is printed: `1.` alone names nothing. */
const namesAttachment = (value: string): boolean => /[^\s　；;。]/.test(value.replace(NOTE_ITEM, ""));

/** What closes the letter after its date: 附注. */
function readDisclosure(
  context: Context,
  lines: readonly Line[],
  from: number,
): { notes: Leaf[]; to: number } {
  const notes: Leaf[] = [];
  let to = from;
  for (;;) {
    const at = filledFrom(lines, to);
    const line = lines[at];
    if (line?.kind !== "text" || !DISCLOSURE.test(line.value.trim()) || line.value.length > 80) break;
    // A bracket of history under the title of a 令's text is no 附注; it stands after the title.
    notes.push(leafOfLines(context, "note", [line]));
    to = at + 1;
  }
  return { notes, to };
}

const isOwnDisclosure = ({ kind, value }: Line): boolean =>
  kind === "text" && OWN_DISCLOSURE.test(value.trim());

/** Reads the lines of a document from its head to the line before the next one. */
export function readDocument(
  context: Context,
  lines: readonly Line[],
  head: Head,
  to: number,
  section: string | null,
): OfficialDocument {
  const children: OfficialDocument["children"] = [];
  const titleSpanLines = head.title.map((index) => lines[index] as Line);
  const title = leafOfLines(context, "title", titleSpanLines);
  children.push(title);
  const numberLine = head.number === null ? null : (lines[head.number] as Line);
  const dateBeside = numberLine === null ? null : dateBesideNumber(numberLine.value);
  if (numberLine !== null) children.push(...numberLeaves(context, numberLine, dateBeside));
  const all = lines.slice(head.to, to);
  const below = filledFrom(all, 0);
  let topDate =
    below < all.length && isBracketedDate((all[below] as Line).value) ? (all[below] as Line) : null;
  const speaker = findSpeaker(all, below);
  if (speaker !== null && speaker.date !== null) topDate = all[speaker.date] as Line;
  const start = speaker?.to ?? (topDate === null ? 0 : below + 1);
  for (let at = head.from; at < head.to; at++) {
    const line = lines[at] as Line;
    if (line.kind === "blank" || at === head.number || head.title.includes(at)) continue;
    if (topDate === null && isBracketedDate(line.value)) topDate = line;
    else setAside(context, "heading", line.spans);
  }
  if (speaker !== null) {
    if (speaker.occasion !== null) children.push(...readBlocks(context, [all[speaker.occasion] as Line]));
    children.push(leafOfLines(context, "issuer", [all[speaker.person] as Line]));
  }
  if (topDate !== null) children.push(dateInBrackets(context, topDate));
  const genre = title.value.match(/(公告|通告|命令|令|公报)(?:[（(].{0,40}[）)])?$/)?.[1] ?? "";
  const bodyFrom = findRecipients(all, start, genre);
  if (bodyFrom > start)
    children.push(
      leafOfLines(
        context,
        "recipients",
        all.slice(start, bodyFrom).filter(({ kind }) => kind === "text"),
      ),
    );
  const isDatedAbove = topDate !== null || dateBeside !== null;
  const signature = isDatedAbove || speaker !== null ? null : findSignature(all, bodyFrom);
  const issued =
    ISSUES.test(title.value) || genre.endsWith("令")
      ? [...issuedTitles(squeeze(title.value)), ...sentTitles(all, bodyFrom)]
      : [];
  const firstLabel = all.findIndex(
    (line, index) => index >= bodyFrom && isLabel(line) && !isNoteLine(all, index),
  );
  // A text issued above the signature stands under its own title.
  const limit = signature
    ? (signature.issuer[0] ?? signature.date)
    : firstLabel < 0
      ? all.length
      : firstLabel;
  const inner = issued.length > 0 ? findIssuedTitle(all.slice(0, limit), bodyFrom, issued) : -1;
  const signed =
    signature !== null && (firstLabel < 0 || signature.date < firstLabel || signature.issuer.length > 0)
      ? signature
      : null;
  const end = signed ? (signed.issuer[0] ?? signed.date) : limit;
  const labelInLetter = firstLabel >= 0 && firstLabel < end ? firstLabel : -1;
  const letterEnd = inner >= 0 ? inner : labelInLetter >= 0 ? labelInLetter : end;
  // Where the date stands above, the signature is the last line alone.
  const last = filledBefore(all, letterEnd - 1);
  const isSigned = isDatedAbove && last > bodyFrom && ORGANIZATION.test(bareText(all[last] as Line));
  // Some print the 附注 between the text and the signature.
  const isNoteAbove = !isSigned && signed !== null && last > bodyFrom && isOwnDisclosure(all[last] as Line);
  const letter = takeNotes(context, all.slice(bodyFrom, isSigned || isNoteAbove ? last : letterEnd));
  children.push(...readBlocks(context, letter.body), ...letter.notes);
  if (isNoteAbove) children.push(leafOfLines(context, "note", [all[last] as Line]));
  if (isSigned) children.push(leafOfLines(context, "issuer", [all[last] as Line]));
  const beforeSignature = all.slice(letterEnd, end);
  let rest: Line[];
  if (signed) {
    children.push(...signatureLeaves(context, all, signed));
    const disclosure = readDisclosure(context, all, signed.date + 1);
    children.push(...disclosure.notes);
    const copiedTo = endOfCopies(all, disclosure.to);
    children.push(...readBlocks(context, all.slice(disclosure.to, copiedTo)));
    rest = [...beforeSignature, ...all.slice(copiedTo)];
  } else rest = all.slice(letterEnd);
  // Signed and dated right under the title, the text below is the document's own and no enclosure.
  const isOwnText =
    signed !== null && inner < 0 && bodyFrom === start && filledFrom(letter.body, 0) >= letter.body.length;
  children.push(...readRest(context, rest, letter.notes, isOwnText, issued.map(issuedKey)));
  const kind = "notice";
  return { type: "document", kind, section, children, position: hull(children) };
}

/** 版记 and what stands with it: 主题词, 抄送, whom to call, who printed it and when. */
const COPIES =
  /^(?:主[\s　]*题[\s　]*词|抄[\s　]*[送报]|主[\s　]*送|分[\s　]*送|发[\s　]*送|联[\s　]*系[\s　]*人|联系(?:电话|单位))[\s　]*[：:]/;
const PRINTED_ON = new RegExp(
  `^\\p{Script=Han}{4,30}[\\s　]+${FULL_DATE.source}[\\s　]*印发?$|^[（(]?共印[\\s　]*\\d+[\\s　]*份[）)]?$`,
  "u",
);

/** The index after the lines of the 版记 that stand at \`from\`; each may run on in the next. */
function endOfCopies(lines: readonly Line[], from: number): number {
  let to = from;
  let open = false;
  for (;;) {
    const at = filledFrom(lines, to);
    const line = lines[at];
    if (line?.kind !== "text") return to;
    const opens = COPIES.test(line.value);
    if (!opens && !PRINTED_ON.test(line.value) && !(open && at === to && /[。，、]$/.test(line.value)))
      return to;
    open = opens && !line.value.endsWith("。");
    to = at + 1;
  }
}

/** ——2020年1月8日在某县第十八届人民代表大会第五次会议上, below the title of a report. */
const OCCASION = /^[—-]{1,4}[^。；]{4,60}上$/;

/** The lines right under the title of a speech that say where it was held, by whom and when. */
interface Speaker {
  occasion: number | null;
  person: number;
  date: number | null;
  to: number;
}

/** 张　健: a name of two characters apart. */
const isSpacedName = (text: string): boolean =>
  /^\p{Script=Han}[\s　]+\p{Script=Han}$/u.test(text) && SURNAMES.has(text[0] as string);

/** Finds who held a speech: a person, and a date in brackets or the occasion beside; null where they do not stand there. */
function findSpeaker(lines: readonly Line[], first: number): Speaker | null {
  const found: { occasion?: number; person?: number; date?: number } = {};
  let to = first;
  for (let at = first; at < lines.length; at = filledFrom(lines, at + 1)) {
    const { kind, value } = lines[at] as Line;
    const text = value.trim();
    if (kind !== "text" || text.length > 70) break;
    if (OCCASION.test(text)) found.occasion ??= at;
    else if (isBracketedDate(text)) found.date ??= at;
    else if (found.person === undefined && (PERSON.test(text) || isSpacedName(text))) found.person = at;
    else break;
    to = at + 1;
  }
  const { occasion = null, person, date = null } = found;
  return person === undefined || (date === null && occasion === null) ? null : { occasion, person, date, to };
}

/** A date in brackets, which are set aside. */
function dateInBrackets(context: Context, { value, spans }: Line): Leaf {
  const from = value.search(/[（(]/) + 1;
  const to = value.trimEnd().length - 1;
  setAside(context, "bracket", [...sliceSpans(spans, 0, from), ...sliceSpans(spans, to, value.length)]);
  return leafOf(context, "date", sliceSpans(spans, from, to));
}

/** The number of a document without its label and outer brackets, which are set aside, and a date beside it. */
function numberLeaves(
  context: Context,
  { value, spans }: Line,
  date: { start: number; end: number } | null,
): Leaf[] {
  const bare = squeeze(value);
  const text = readNumberLine(value)?.text ?? bare;
  const from = bare.indexOf(text);
  const number = { start: rawIndex(value, from), end: rawIndex(value, from + text.length - 1) + 1 };
  const kept = date === null ? [number] : [number, date].sort((a, b) => a.start - b.start);
  let at = 0;
  const leaves = kept.map((one) => {
    setAside(context, "bracket", sliceSpans(spans, at, one.start));
    at = one.end;
    return leafOf(context, one === date ? "date" : "number", sliceSpans(spans, one.start, one.end));
  });
  setAside(context, "bracket", sliceSpans(spans, at, value.length));
  return leaves;
}

/** The index in `raw` of the character that is number `index` when blanks are left out. */
function rawIndex(raw: string, index: number): number {
  let seen = -1;
  for (let at = 0; at < raw.length; at++) {
    if (squeeze(raw[at] as string) !== "") seen++;
    if (seen === index) return at;
  }
  return raw.length;
}

function signatureLeaves(
  context: Context,
  all: readonly Line[],
  { issuer, date, dateFrom }: Signature,
): Leaf[] {
  const dateLine = all[date] as Line;
  const leaves = issuer
    .filter((index) => index !== date)
    .map((index) => leafOfLines(context, "issuer", [all[index] as Line]));
  if (dateFrom > 0) leaves.push(leafOf(context, "issuer", sliceSpans(dateLine.spans, 0, dateFrom)));
  return [...leaves, leafOf(context, "date", sliceSpans(dateLine.spans, dateFrom, dateLine.value.length))];
}

/** What follows the letter: the text it issues, and the attachments. */
function readRest(
  context: Context,
  rest: readonly Line[],
  noted: readonly AttachmentNote[],
  isOwnText: boolean,
  issued: readonly string[],
): (Block | Enclosure | Attachment | AttachmentNote)[] {
  const out: (Block | Enclosure | Attachment | AttachmentNote)[] = [];
  const first = filledFrom(rest, 0);
  if (first >= rest.length) return out;
  const noteAt =
    noted.length > 0
      ? -1
      : rest.findIndex(
          (line, index) => line.kind === "text" && isNoteLine(rest, index) && !isRosterBelow(rest, index),
        );
  const notes = noteAt < 0 ? null : readAttachmentNotes(context, rest, noteAt);
  const attachments = findAttachments(rest, notes?.to ?? 0, notes?.notes ?? noted);
  const stop = attachments[0]?.from ?? rest.length;
  const enclosed = notes ? [...rest.slice(0, noteAt), ...rest.slice(notes.to, stop)] : rest.slice(0, stop);
  const unlabelled =
    isOwnText || attachments.length > 0 ? [] : unlabelledStarts(enclosed, notes?.notes ?? noted);
  if (isOwnText) out.push(...readBlocks(context, enclosed));
  else if (unlabelled.length > 0)
    unlabelled.forEach((from, index) => {
      out.push(readUnlabelled(context, enclosed.slice(from, unlabelled[index + 1] ?? enclosed.length)));
    });
  else if (filledFrom(enclosed, 0) < enclosed.length) {
    const title = titleLines(enclosed, 0, issued);
    const bodyFrom = title.length > 0 ? enclosed.indexOf(title.at(-1) as Line) + 1 : 0;
    const children = [
      ...(title.length > 0 ? [leafOfLines(context, "title", title)] : []),
      ...readBlocks(context, withoutOwnContents(context, enclosed.slice(bodyFrom))),
    ];
    if (children.length > 0) out.push({ type: "enclosure", children, position: hull(children) });
  }
  out.push(...(notes?.notes ?? []));
  attachments.forEach((start, index) => {
    out.push(readAttachment(context, rest, start, attachments[index + 1]?.from ?? rest.length));
  });
  return out;
}

const noteKey = (note: AttachmentNote): string =>
  issuedKey(note.children.find(({ type }) => type === "title")?.value ?? "");

/** True where a title is the one that a note gives, by its key, or its last words: 名单 for 县防汛指挥部成员名单. */
function isNoted(title: readonly Line[], wanted: string): boolean {
  const printed = issuedKey(title.map(({ value }) => value).join(""));
  return printed === wanted || (wanted.length >= 2 && wanted.length <= 4 && printed.endsWith(wanted));
}

/** Where attachments without labels begin: at the titles that the notes give, in order, the first right at the start. */
function unlabelledStarts(lines: readonly Line[], notes: readonly AttachmentNote[]): number[] {
  const starts: number[] = [];
  const wanted = notes.map(noteKey);
  for (let at = filledFrom(lines, 0); at < lines.length && starts.length < notes.length; at++) {
    if (!isTitleLine(lines[at]) || (at > 0 && lines[at - 1]?.kind === "text")) continue;
    const key = wanted[starts.length] as string;
    if (isNoted(titleLines(lines, at), key) || isNoted([lines[at] as Line], key)) starts.push(at);
    else if (starts.length === 0) return [];
  }
  return starts;
}

/** An attachment that its title alone opens. */
function readUnlabelled(context: Context, lines: readonly Line[]): Attachment {
  const title = titleLines(lines, 0);
  const body = lines.slice(lines.indexOf(title.at(-1) as Line) + 1);
  const children = [leafOfLines(context, "title", title), ...readBlocks(context, body)];
  return { type: "attachment", number: null, children, position: hull(children) };
}

/** A table of contents of the issued text's own (`目录`, then its heads once) repeats the heads: it is set aside. */
function withoutOwnContents(context: Context, lines: readonly Line[]): Line[] {
  const at = lines.findIndex(
    ({ kind, value }) => kind === "text" && value.includes("目") && squeeze(value) === "目录",
  );
  if (at < 0 || lines.slice(0, at).some(({ kind }) => kind !== "blank" && kind !== "text")) return [...lines];
  const rest = lines.slice(at + 1);
  const firstFilled = filledFrom(rest, 0);
  const decimals = usesDecimals(rest);
  const opener = squeeze(
    (rest[firstFilled]?.value ?? "").replace(/(?<!\d)\d+$/, "").replace(/(?<![.…·\s　])[.…·\s　]+$/, ""),
  );
  if (opener === "" || (readMarker((rest[firstFilled] as Line).value, decimals) === null && firstFilled > 2))
    return [...lines];
  const again = rest.findIndex((line, index) => index > firstFilled && bareText(line) === opener);
  if (again < 0) return [...lines];
  setAside(context, "heading", (lines[at] as Line).spans);
  for (const line of rest.slice(0, again)) setAside(context, "repeated-head", line.spans);
  return [...lines.slice(0, at), ...rest.slice(again)];
}
