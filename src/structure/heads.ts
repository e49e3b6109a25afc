/** Where each document begins: its title, its number, and the heading of the section it opens. */
import { squeeze, tidyTitle } from "../language/blanks.ts";
import { characters, closesWith, opensWith } from "../language/characters.ts";
import { isBracketedDate, isDateLine } from "../language/dates.ts";
import { type NumberReading, readNumberLine } from "../language/documentNumbers.ts";
import { comparable } from "../language/titles.ts";
import {
  APPOINTMENT_HEADING,
  APPOINTMENT_TITLE,
  BRACKETS_AFTER_GENRE,
  CHRONICLE_HEADING,
  CONTENTS_HEADING,
  GENRES,
  ISSUED_TEXTS,
  SECTION_HEADING,
  TITLE_VERBS,
} from "../terms/genres.ts";
import { PERMIT_CODE } from "../terms/labels.ts";
import { ISSUER_ENDING } from "../terms/organizations.ts";
import type { Line } from "../tree/nodes.ts";
import { entryDate } from "./entryDates.ts";
import { bareText, filledBefore, filledFrom } from "./lines.ts";
import { isColophonLine } from "./masthead.ts";
import { isFormLine } from "./rosters.ts";

/** The first lines of a document, as indexes into the lines. */
export interface Head {
  kind: "document" | "chronicle";
  /** Lines of the title; empty for a document that opens with its number. */
  title: number[];
  /** The line of the number, or null. */
  number: number | null;
  reading: NumberReading | null;
  /** First line of the head, and the line after its last. */
  from: number;
  to: number;
}

/** A heading between documents, `县人民政府文件`. */
export interface SectionLine {
  line: number;
  name: string;
}

const GENRE_WORDS = [...Object.keys(GENRES)].sort((a, b) => b.length - a.length);
const ALL_WORDS = [...GENRE_WORDS, ...Object.keys(ISSUED_TEXTS)].sort((a, b) => b.length - a.length);
const ENDS_AS_DOCUMENT = new RegExp(`(?:${GENRE_WORDS.join("|")})${BRACKETS_AFTER_GENRE}$`);
const ENDS_AS_TEXT = new RegExp(`(?:${ALL_WORDS.join("|")})${BRACKETS_AFTER_GENRE}$`);
const ISSUED_FORM = new RegExp(
  `^[\\p{Script=Han}、\\s]{2,60}?${ISSUER_ENDING}(?:${TITLE_VERBS.join("|")})`,
  "u",
);
const OPENS_WITH_VERB = new RegExp(`^(?:${TITLE_VERBS.join("|")})`);
const ISSUER_LINE = new RegExp(`^[\\p{Script=Han}、]{2,40}${ISSUER_ENDING}$`, "u");
const SENTENCE_END = characters("。；！？：:;，,、");
const NOTE_LINE = /^[（(].*[）)]$/;
const DECORATION = /^[◆●■★◇○▲△◎※☆►▶•【[〖]+|(?<![】\]〗])[】\]〗]+$/g;
const OPENS_DECORATION = characters("◆●■★◇○▲△◎※☆►▶•【[〖");
const CLOSES_DECORATION = characters("】]〗");
const isDecorated = (text: string): boolean =>
  opensWith(text, OPENS_DECORATION) || closesWith(text, CLOSES_DECORATION);
/** Kinds that stand under the name of who issues them, without a verb: 某县2021年统计公报, 某县人民政府令. */
const NAMED_FORM = /^[\p{Script=Han}0-9]{2,40}(?:公告|通告|令|公报|纪要|任免名单)$/u;
/** 在全市农村工作会议上的讲话: a speech, over who held it and when. */
const SPEECH_FORM =
  /^(?:在[\p{Script=Han}“”"0-9、《》]{4,60}上的(?:讲话|致辞|致词|发言)|(?:\d{4}年)?(?:\p{Script=Han}{2,10}(?:人民)?)?政府工作报告)$/u;
const GAZETTE_TITLE = /(?:政府|国务院|公署|行署|委员会|管委会|兵团|办公[厅室]|[省市县区州旗师])公报$/;
const MAX_TITLE_LINES = 7;
const ISSUES_TEXT = /印发|转发|批转|公布|发布|颁布/;

/** A page number, or the head of a page with the number of the issue: before the first document they are still there. */
const isPageHead = (value: string): boolean =>
  value.length <= 60 &&
  /^[-—–·\s　]*\d{1,4}[-—–·\s　]*$|(?:第\S{1,4}期|公报)[\s　]*$|^[（(]?(?:\d{4}年)?第\S{1,4}期/.test(value);
/** The number of a meeting: （第41次）, （2019年第5次）. */
const MEETING_NUMBER = /^[（(](?:\d{4}年)?(?:度)?第[\d一二三四五六七八九十百]{1,5}次(?:会议)?[）)]$/;
/** The number of the issue is no title, nor are notes: 2021年第3期（总第15期）, （此件公开发布）, 附件1. */
const NO_TITLE = /^[（(]?(?:(?:\d{4}年?)?[·.]?第[0-9一二三四五六七八九十]{1,4}期|此件|本文)|^附[件表录]/;
/** No line of a title is longer, blanks and all. */
const LONGEST_TITLE_LINE = 160;

/** A line that can be part of a title. */
function isTitleLine(line: Line): boolean {
  const { kind, bullet, value } = line;
  if (kind !== "text" || bullet || value.length > LONGEST_TITLE_LINE || value.includes("。")) return false;
  if (closesWith(value, SENTENCE_END)) return false;
  const text = bareText(line);
  return (
    text.length <= 120 &&
    !NO_TITLE.test(text) &&
    !isDateLine(text) &&
    !isBracketedDate(text) &&
    !(text.length > 12 && NOTE_LINE.test(text) && !/^[（(](?:试行|暂行|草案|修订|\d{4})/.test(text)) &&
    readNumberLine(text) === null &&
    !isColophonLine(value)
  );
}

/** True where a line is the number of a document, and not the permit of the gazette (宁新出管字(2021)第022号). */
export function isDocumentNumber(value: string): boolean {
  const reading = readNumberLine(value);
  return reading !== null && reading.agency !== null && !PERMIT_CODE.test(reading.agency);
}

/** Titles of the contents without blanks and without the issuer, to be met again in the text. */
export type KnownTitles = ReadonlySet<string>;

/** A title as it is compared, from 关于 on. */
export function titleKey(title: string): string {
  const text = comparable(title);
  const about = text.indexOf("关于");
  return about > 0 && about < 40 ? text.slice(about) : text;
}

function joined(lines: readonly Line[], indexes: readonly number[]): string {
  let text = "";
  for (const index of indexes) text += bareText(lines[index] as Line);
  return text;
}

/** Two or more phrases side by side: 发布政令 宣传政策. */
const isSlogan = (value: string): boolean => /\p{Script=Han}{3}[\s　]+\p{Script=Han}{3}/u.test(value);

const NEVER_IN_NAMES = /[。，；：〔《]/;
/** Most lines end in one of them. */
const NEVER_ENDS_NAMES = characters("。，；：");
const BRACKETS = characters("【〖");
const BRACKETED = /^[【〖][^】〗]{1,16}[】〗]$/;

/** The name of a section where a line is its heading and nothing else. */
export function sectionName(line: Line, known: ReadonlySet<string>): string | null {
  const { value } = line;
  if (closesWith(value, NEVER_ENDS_NAMES) || NEVER_IN_NAMES.test(value)) return null;
  const text = bareText(line);
  if (text.length > 24) return null;
  const bare = isDecorated(text) ? text.replace(DECORATION, "") : text;
  if (bare === "") return null;
  const isName =
    known.has(bare) ||
    (bare.length <= 16 &&
      (SECTION_HEADING.test(bare) ||
        APPOINTMENT_HEADING.test(bare) ||
        (opensWith(text, BRACKETS) && BRACKETED.test(text) && CONTENTS_HEADING.test(bare))) &&
      !bare.includes("关于") &&
      bare !== "决定" &&
      bare !== "命令");
  return isName && !isSlogan(value) ? bare : null;
}

/** The lines above `index` that make up a title, first to last. */
function titleAbove(
  lines: readonly Line[],
  index: number,
  floor: number,
  sections: ReadonlySet<string>,
): number[] {
  const title: number[] = [];
  let at = filledBefore(lines, index - 1);
  // A section's name between title and number is the head of the page on which the number stands.
  if (at > floor && sections.has(bareText(lines[at] as Line))) at = filledBefore(lines, at - 1);
  // Older documents print their date between title and number.
  if (at > floor && isBracketedDate((lines[at] as Line).value)) at = filledBefore(lines, at - 1);
  while (at >= floor && title.length < MAX_TITLE_LINES) {
    const line = lines[at] as Line;
    if (!isTitleLine(line)) break;
    if (title.length > 0 && sectionName(line, sections) !== null) break;
    title.unshift(at);
    const above = lines[at - 1];
    if (above === undefined || above.kind === "blank") break;
    at--;
  }
  // The issuer may stand above, a blank apart: 县人民政府办公室 / 关于印发…的通知.
  const first = title[0];
  if (first !== undefined && OPENS_WITH_VERB.test(bareText(lines[first] as Line))) {
    const above = filledBefore(lines, first - 1);
    if (
      above >= floor &&
      first - above === 2 &&
      isTitleLine(lines[above] as Line) &&
      ISSUER_LINE.test(bareText(lines[above] as Line))
    )
      title.unshift(above);
  }
  return title;
}

/** The lines below `index` that make up a title. */
function titleBelow(lines: readonly Line[], index: number, known: KnownTitles): number[] {
  const title: number[] = [];
  let at = filledFrom(lines, index + 1);
  while (at < lines.length && title.length < MAX_TITLE_LINES && isTitleLine(lines[at] as Line)) {
    title.push(at);
    const text = joined(lines, title);
    if (
      ENDS_AS_DOCUMENT.test(text) ||
      known.has(titleKey(text)) ||
      (lines[at + 1] as Line | undefined)?.kind !== "text"
    )
      break;
    at++;
  }
  return title;
}

const looksLikeTitle = (text: string): boolean =>
  text.length >= 4 && (ENDS_AS_TEXT.test(text) || text.includes("关于") || ISSUED_FORM.test(text));

/** A title that a page break cut, made whole where the contents list it so. */
function wholeTitle(lines: readonly Line[], title: number[], floor: number, known: KnownTitles): number[] {
  if (title.length === 0 || known.has(titleKey(joined(lines, title)))) return title;
  const whole = [...title];
  for (let more = 0; more < 3; more++) {
    const above = filledBefore(lines, (whole[0] as number) - 1);
    if (above < floor || !isTitleLine(lines[above] as Line)) break;
    whole.unshift(above);
    if (known.has(titleKey(joined(lines, whole)))) return whole;
  }
  return title;
}

/** A head found by the number that stands under or over its title. */
function headByNumber(
  lines: readonly Line[],
  index: number,
  floor: number,
  sections: ReadonlySet<string>,
  known: KnownTitles,
): Head | null {
  const reading = readNumberLine((lines[index] as Line).value);
  if (reading === null) return null;
  const above = wholeTitle(lines, titleAbove(lines, index, floor, sections), floor, known);
  const aboveText = joined(lines, above);
  // A bureau of the press numbers its notices as it does its permits: only a title above tells them apart.
  if (
    PERMIT_CODE.test(reading.agency ?? "") &&
    !(aboveText.includes("关于") && ENDS_AS_DOCUMENT.test(aboveText))
  )
    return null;
  if (reading.agency === null) {
    const isOrder =
      /(?:令|公告|通告|命令|纪要)$/.test(aboveText) ||
      (reading.text.includes("令第") && aboveText.includes("关于") && ENDS_AS_TEXT.test(aboveText));
    return isOrder
      ? { kind: "document", title: above, number: index, reading, from: above[0] as number, to: index + 1 }
      : null;
  }
  if (looksLikeTitle(aboveText) && !/文件$/.test(aboveText))
    return {
      kind: "document",
      title: above,
      number: index,
      reading,
      from: above[0] as number,
      to: index + 1,
    };
  const below = titleBelow(lines, index, known);
  const belowText = joined(lines, below);
  if (ENDS_AS_TEXT.test(belowText) || known.has(titleKey(belowText))) {
    // The red head names the issuer: 某县人民政府文件, or the body alone over a 函.
    const isRedHead = /文件$/.test(aboveText) || ISSUER_LINE.test(aboveText);
    const redHead = isRedHead && above.length <= 2 ? (above[0] as number) : index;
    return {
      kind: "document",
      title: below,
      number: index,
      reading,
      from: redHead,
      to: (below.at(-1) as number) + 1,
    };
  }
  return above.length > 0 && aboveText.length >= 4
    ? { kind: "document", title: above, number: index, reading, from: above[0] as number, to: index + 1 }
    : null;
}

/** The notes of attachments at the end of a letter: 附件：1.… and 2.… below it. */
const NOTE_OF_ATTACHMENT = /^附\s*件[：:]/;
const NUMBERED = /^\d{1,2}[.．、]/;
const MAY_BE_NOTE = /^\s*(?:附|\d)/;
const MOST_NOTES = 12;

/** True where line `at` is the last note of attachments, which name no text as `title` does. */
function closesNotes(lines: readonly Line[], at: number, floor: number, title: Line): boolean {
  if (!MAY_BE_NOTE.test((lines[at] as Line).value)) return false;
  const wanted = bareText(title);
  for (let seen = 0; at >= floor && seen < MOST_NOTES; seen++) {
    const text = bareText(lines[at] as Line);
    if (text.includes(wanted)) return false;
    if (NOTE_OF_ATTACHMENT.test(text)) return true;
    if (!NUMBERED.test(text)) return false;
    at = filledBefore(lines, at - 1);
  }
  return false;
}

/** True where line `at` and the one above it are label lines of a blank form, 证件号码： */
function closesForm(lines: readonly Line[], at: number, floor: number): boolean {
  const above = filledBefore(lines, at - 1);
  return [above, at].every((line) => line >= floor && isFormLine((lines[line] as Line).value));
}

/** True where a document can begin after line `index`: the one before has come to its end. */
function isAfterEnd(lines: readonly Line[], index: number, floor: number, isFirst: boolean): boolean {
  const previous = filledBefore(lines, index - 1);
  if (previous < floor || isFirst) return true;
  const text = bareText(lines[previous] as Line);
  return (
    isDateLine(text) ||
    closesNotes(lines, previous, floor, lines[index] as Line) ||
    closesForm(lines, previous, floor) ||
    NOTE_LINE.test(text) ||
    /[。；]$/.test(text) ||
    /[\d一二三四五六七八九十]日$/.test(text) ||
    (lines[previous] as Line).kind !== "text"
  );
}

/** True where a title tells its document by its own form. */
const standsAlone = (text: string): boolean =>
  ISSUED_FORM.test(text) || (NAMED_FORM.test(text) && !GAZETTE_TITLE.test(text));

/** A head without a number, told by the contents or by its own form. */
function headByTitle(
  lines: readonly Line[],
  index: number,
  floor: number,
  known: KnownTitles,
  open: string,
  isFirst: boolean,
): Head | null {
  const line = lines[index] as Line;
  const above = lines[index - 1];
  if (
    (above?.kind === "text" &&
      !isAfterEnd(
        lines,
        index,
        floor,
        isFirst && (isColophonLine(above.value) || isPageHead(above.value)),
      )) ||
    !isTitleLine(line)
  )
    return null;
  const title: number[] = [];
  for (let at = index; at < lines.length && title.length < MAX_TITLE_LINES; at++) {
    const candidate = lines[at] as Line;
    if (
      candidate.kind === "blank" &&
      title.length > 0 &&
      at - index === title.length &&
      /(?:政府|办公室|委员会|办公厅|局|国务院)$/.test(joined(lines, title))
    )
      continue;
    if (at > index && !isTitleLine(candidate)) break;
    title.push(at);
    const text = joined(lines, title);
    if (text.length > 160) break;
    const key = titleKey(text);
    const isListed = known.has(key) || known.has(text);
    const isSpeech = !isListed && SPEECH_FORM.test(text) && isHeld(lines, at + 1);
    if (
      !isListed &&
      ((!ENDS_AS_DOCUMENT.test(text) && !isSpeech) ||
        ((lines[at + 1] as Line | undefined)?.kind === "text" &&
          ENDS_AS_DOCUMENT.test(joined(lines, [...title, at + 1])) &&
          isTitleLine(lines[at + 1] as Line)))
    )
      continue;
    if (!isListed && (!(isSpeech || standsAlone(text)) || !isAfterEnd(lines, index, floor, isFirst)))
      return null;
    if (isListed && isQuotedSince(lines, floor, index, text)) return null;
    if (!isListed && ISSUES_TEXT.test(open) && open.includes(key.replace(/^关于/, "").slice(0, 12)))
      return null;
    const below = filledFrom(lines, at + 1);
    const next = lines[below];
    if (next === undefined || next.kind !== "text") return isListed && next ? head(title, at) : null;
    // （第41次） below its title belongs to it, and so does what makes the title that the contents list.
    const isPart =
      !isListed &&
      (MEETING_NUMBER.test(bareText(next)) ||
        (isTitleLine(next) && known.has(titleKey(joined(lines, [...title, below])))));
    return isPart ? head([...title, below], below) : head(title, at);
  }
  return null;
}

/** ——2020年1月8日在某县人民代表大会上, （2020年1月8日）, 县长　张三: below the title of a speech or report. */
function isHeld(lines: readonly Line[], from: number): boolean {
  const first = filledFrom(lines, from);
  return [first, filledFrom(lines, first + 1)].some((at) => {
    const value = lines[at]?.value ?? "";
    return /^[—-]{1,4}.{0,40}上$/.test(value.trim()) || isBracketedDate(value);
  });
}

/** True where the document that is open names the title in 《》: then it is the text that it issues. */
function isQuotedSince(lines: readonly Line[], from: number, to: number, title: string): boolean {
  const quoted = titleMarks(`《${title}》`);
  return lines
    .slice(Math.max(from, to - 40), to)
    .some(({ value }) => value.includes("《") && titleMarks(value).includes(quoted));
}

/** A text with the marks of titles alike: what stands in 《》 by itself is in 〈〉 where it is quoted. */
const titleMarks = (text: string): string => squeeze(text).replace(/〈/g, "《").replace(/〉/g, "》");

const head = (title: number[], last: number): Head => ({
  kind: "document",
  title,
  number: null,
  reading: null,
  from: title[0] as number,
  to: last + 1,
});

/** True where the decisions themselves stand under 人事任免, with no title of a document. */
function opensDecisions(lines: readonly Line[], index: number): boolean {
  const next = lines[filledFrom(lines, index + 1)];
  return (
    next?.kind === "text" &&
    /[：:；;。]$/.test(next.value.trim()) &&
    /任命|任免|免去|聘任/.test(next.value) &&
    !/[:：]/.test(next.value.trim().slice(0, -1)) &&
    isStandAlone(lines, index)
  );
}

/** True where a line is the heading of a chronicle, 大事记, 2021年4月大事记（下）. */
function isChronicleHeading({ kind, value }: Line): boolean {
  if (kind !== "text" || value.length > 50 || !value.includes("事") || value.includes("。")) return false;
  const bare = squeeze(value)
    .replace(DECORATION, "")
    .replace(/[（(][^（()）]*[）)]$/, "");
  return CHRONICLE_HEADING.test(bare) && bare.length <= 30;
}

/** A chronicle's heading is followed by dated lines; over a title of its own it only names the section. */
function chronicleHead(lines: readonly Line[], index: number): Head | null {
  if (!isChronicleHeading(lines[index] as Line)) return null;
  let at = index;
  for (let looked = 0; looked < 6; looked++) {
    at = filledFrom(lines, at + 1);
    const next = lines[at];
    if (next === undefined || (looked === 0 && isChronicleHeading(next))) return null;
    if (entryDate(next.value) !== null)
      return { kind: "chronicle", title: [index], number: null, reading: null, from: index, to: index + 1 };
  }
  return null;
}

/** True where the open document sends on the one with this number, …（省价费〔2010〕201号）转发给你们, and no contents list it. */
function isSentBy(
  open: string,
  lines: readonly Line[],
  from: number,
  { reading, title, from: to }: Head,
  known: KnownTitles,
): boolean {
  if (!/转发|批转/.test(open) || reading === null || reading.agency === null) return false;
  const key = titleKey(joined(lines, title));
  // 转发…关于取消收费的通知 has the key of what it sends.
  if (known.has(key) && key !== titleKey(open)) return false;
  return lines
    .slice(from, Math.min(to, from + 40))
    .some(({ value }) => squeeze(value).includes(reading.text));
}

/** Finds the heads and the section headings from line `floor` on, in order; at most `most` heads. */
export function findHeads(
  lines: readonly Line[],
  floor: number,
  known: KnownTitles,
  sections: ReadonlySet<string>,
  most = Number.POSITIVE_INFINITY,
): { heads: Head[]; headings: SectionLine[] } {
  const heads: Head[] = [];
  const headings: SectionLine[] = [];
  let low = floor;
  let open = "";
  for (let index = floor; index < lines.length && heads.length < most; index++) {
    const line = lines[index] as Line;
    if (line.kind !== "text" || line.value.length > LONGEST_TITLE_LINE) continue;
    const chronicle = chronicleHead(lines, index);
    const numbered = headByNumber(lines, index, low, sections, known);
    const isSent = numbered !== null && isSentBy(open, lines, low, numbered, known);
    if (isSent) {
      index = Math.max(index, numbered.to - 1);
      continue;
    }
    let found = chronicle ?? numbered;
    if (!found) {
      const name = sectionName(line, sections);
      if (
        name !== null &&
        APPOINTMENT_HEADING.test(name) &&
        !APPOINTMENT_TITLE.test(open) &&
        opensDecisions(lines, index)
      ) {
        heads.push(head([index], index));
        low = index + 1;
        open = "";
        continue;
      }
      if (name !== null && isStandAlone(lines, index)) {
        headings.push({ line: index, name });
        continue;
      }
      found = headByTitle(lines, index, low, known, open, heads.length === 0);
      // A number below the title belongs to the same head.
      if (found && hasNumberBelow(lines, found.to, sections)) found = null;
    }
    if (!found) continue;
    const previous = heads.at(-1);
    if (previous && found.from < previous.to) continue;
    heads.push(found);
    low = found.to;
    open = found.kind === "document" ? squeeze(tidyTitle(joined(lines, found.title))) : "";
    index = Math.max(index, found.to - 1);
  }
  return { heads, headings };
}

/** True where the next line, a section's name aside, is a document's number. */
function hasNumberBelow(lines: readonly Line[], from: number, sections: ReadonlySet<string>): boolean {
  let at = filledFrom(lines, from);
  if (lines[at] && isBracketedDate((lines[at] as Line).value)) at = filledFrom(lines, at + 1);
  if (lines[at] && sections.has(bareText(lines[at] as Line))) at = filledFrom(lines, at + 1);
  const line = lines[at];
  return line !== undefined && readNumberLine(line.value) !== null;
}

/** A heading has blanks around it, or the page's edge. */
function isStandAlone(lines: readonly Line[], index: number): boolean {
  const above = lines[index - 1];
  const below = lines[index + 1];
  return above === undefined || above.kind === "blank" || below === undefined || below.kind === "blank";
}
