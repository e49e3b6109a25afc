/** Heads without a number, told by the contents or by their own form. */

import { squeeze } from "../../language/blanks.ts";
import { FULL_DATE, isBracketedDate, isDateLine } from "../../language/dates.ts";
import { numberAtEnd } from "../../language/documentNumbers.ts";
import { withoutNote } from "../../language/titles.ts";
import type { Line } from "../../tree/nodes.ts";
import { countFields, isFormLine } from "../forms.ts";
import { isLabel } from "../letter/attachments.ts";
import { bareText, filledBefore, filledFrom } from "../lines.ts";
import { isColophonLine } from "../mastheadLabels.ts";
import { readMarker } from "../numbering.ts";
import { hasNumberBelow } from "./byNumber.ts";
import { opensDecisions } from "./decisions.ts";
import { type Head, head, type KnownTitles, MAX_TITLE_LINES } from "./head.ts";
import {
  ENDS_AS_DOCUMENT,
  ISSUED_FORM,
  ISSUER_LINE,
  isTitleLine,
  joined,
  NOTE_LINE,
  opensIssued,
  titleKey,
} from "./titleLines.ts";

/** Kinds that stand under the name of who issues them, without a verb: 某县2021年统计公报, 某县人民政府令. */
const NAMED_FORM =
  /^[\p{Script=Han}0-9０-９]{2,40}(?:公告|通告|布告|令|公报|纪要|任免(?:(?:干部)?名单|国家(?:机关)?工作人员)|(?:任命|任职|免职|任免职)(?:的?人员)?名单)$/u;
/** 在全市农村工作会议上的讲话: a speech, over who held it and when. */
const SPEECH_FORM =
  /^(?:(?:[\p{Script=Han}·]{2,10})?在[\p{Script=Han}“”"0-9０-９、《》]{4,60}上的(?:讲话|致辞|致词|发言)|(?:[\d０-９]{4}年)?(?:\p{Script=Han}{2,10}(?:人民)?)?政府工作报告)$/u;
/** What is read out to a meeting, over the line that names that: 关于…预算执行情况的报告, 关于…（草案）的说明. */
const READ_OUT = /^关于.{4,100}的?(?:报告|说明|汇报)(?:[（(](?:摘要|草案|摘登|节选)[）)])?$/;
/** 某市养犬管理条例 over the bracket that says who passed or published it and when. */
const LAW_FORM =
  /^(?!关于)[\p{Script=Han}《》〈〉、]{4,60}(?:条例|办法|规定|规则|细则|决定)(?:[（(][^（()）]{1,12}[）)])?$/u;
/** …战略合作协议 over 甲方：…. */
const AGREEMENT_FORM = /^(?!附|关于).{4,80}(?:协议|协议书|合同|合同书|备忘录)$/;
const PARTY = /^甲[\s　]*方[^：:]{0,12}[：:]/;
/** 某县人民政府2020年6月份人事任免, 某市人民政府任免工作人员 over the decisions themselves. */
const DECISIONS_FORM =
  /^(?!关于)[\p{Script=Han}\d０-９—–-]{4,40}(?:(?:人事|干部)任免(?:事项)?|任免(?:事项|(?:国家)?(?:机关)?(?:工作)?人员(?:名单)?))$/u;
const PASSED = new RegExp(`^[（(]${FULL_DATE.source}[^（()）]{4,60}(?:通过|发布|公布|颁布|批准)`);
/** ——2020年1月8日在某县人民代表大会上, below the title of a speech or report. */
const OCCASION = /^[—-]{1,4}.{0,40}上$/;
const GAZETTE_TITLE = /(?:政府|国务院|公署|行署|委员会|管委会|兵团|办公[厅室]|[省市县区州旗师局部])公报$/;
/** What the editors put right in an issue before, or tell its readers: 国务院公报室启事. */
const CORRECTION = /^(?:本刊)?(?:更正|勘误)$|^[\p{Script=Han}《》]{2,20}启事$/u;
const ISSUES_TEXT = /印发|转发|批转|公布|发布|颁布/;

/** A page number, or the head of a page with the number of the issue: before the first document they are still there. */
const isPageHead = (value: string): boolean =>
  value.length <= 60 &&
  /^[-—–·\s　]*[\d０-９]{1,4}[-—–·\s　]*$|(?:第\S{1,4}期|公报)[\s　]*$|^[（(]?(?:[\d０-９]{4}年)?第\S{1,4}期/.test(
    value,
  );

/** The number of a meeting: （第41次）, （2019年第5次）. */
const MEETING_NUMBER =
  /^[（(](?:[\d０-９]{4}年)?(?:度)?第[\d０-９一二三四五六七八九十百]{1,5}次(?:会议)?[）)]$/;
/** The notes of attachments at the end of a letter: 附件：1.… and 2.… below it. */
const NOTE_OF_ATTACHMENT = /^附\s*件[：:]/;
const NUMBERED = /^[\d０-９]{1,2}[.．﹒、]/;
const MAY_BE_NOTE = /^\s*(?:附|[\d０-９])/;
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

/** True where line `at` and the one above it are label lines of a blank form, 证件号码：, or `at` has several labels. */
function closesForm(lines: readonly Line[], at: number, floor: number): boolean {
  if (countFields((lines[at] as Line).value) > 1) return true;
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
    /[。；！？]$/.test(text) ||
    /[\d０-９一二三四五六七八九十]日$/.test(text) ||
    (lines[previous] as Line).kind !== "text"
  );
}

/** 某县人民政府布告: a kind under the name of who announces. */
const ANNOUNCED = /(?:政府|国务院|[部局厅委会])(?:公告|通告|布告)$/;
/** True where a blank line stands above, and lines without any above that: a list may end there, and no page cuts it. */
const isApartFromLines = (lines: readonly Line[], index: number): boolean =>
  lines[index - 1]?.kind === "blank" &&
  [2, 3, 4].every((above) => lines[index - above]?.kind === "text") &&
  lines[index + 1]?.kind === "text";

/** An announcement that names no issuer over its text: 关于禁止燃放烟花爆竹的通告. */
const ANNOUNCES = /^关于.{2,80}的(?:公告|通告|公示)$/;
/** How far the first lines of a document reach, which name what is attached, and how far an announcement. */
const LINES_OF_LETTER = 120;
const LINES_OF_ANNOUNCEMENT = 80;

/** True where the document that is open names a title in its letter: 附件：3. 关于招募农机手的公告. */
const isNamedSince = (lines: readonly Line[], from: number, to: number, title: string): boolean =>
  lines.slice(from, Math.min(to, from + LINES_OF_LETTER)).some((line) => bareText(line).includes(title));

/** True where a text stands below `from` that a body signs with a day, before another title. */
function isSignedBelow(lines: readonly Line[], from: number): boolean {
  let hasText = false;
  let above: Line | undefined;
  for (let at = filledFrom(lines, from); at < lines.length && at - from < LINES_OF_ANNOUNCEMENT; ) {
    const line = lines[at] as Line;
    if (isDateLine(line.value)) return hasText && above?.kind === "text" && ISSUER_LINE.test(bareText(above));
    if (isTitleLine(line) && ENDS_AS_DOCUMENT.test(bareText(line)) && readMarker(line.value, false) === null)
      return false;
    hasText ||= line.value.endsWith("。");
    above = line;
    at = filledFrom(lines, at + 1);
  }
  return false;
}

/** True for an announcement with its own text and signature, which the open document does not name as its own. */
const isAnnouncement = (
  lines: readonly Line[],
  index: number,
  below: number,
  floor: number,
  text: string,
): boolean =>
  ANNOUNCES.test(text) &&
  lines[index - 1]?.kind === "blank" &&
  !isNamedSince(lines, floor, index, text) &&
  isSignedBelow(lines, below);

const BRACKET_AT_END = /[（(][^（()）]{1,20}[）)]$/;

/** True where a title tells its document by its own form, a bracket at its end aside: …办公会议纪要（第7次）. */
const standsAlone = (text: string): boolean => {
  const bare = text.replace(BRACKET_AT_END, "");
  return (
    CORRECTION.test(text) || ISSUED_FORM.test(text) || (NAMED_FORM.test(bare) && !GAZETTE_TITLE.test(bare))
  );
};

/** A head without a number, told by the contents or by its own form. */
export function headByTitle(
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
      (ISSUER_LINE.test(joined(lines, title)) || opensIssued(joined(lines, title)))
    )
      continue;
    if (at > index && !isTitleLine(candidate)) break;
    title.push(at);
    const text = withoutNumber(joined(lines, title), candidate);
    if (text.length > 160 || closesQuotation(lines, at, text)) break;
    const key = titleKey(text);
    // 国务院批转…关于黄河防洪问题的报告 has the key of what it sends.
    const isSent = ISSUES_TEXT.test(open) && titleKey(open) === key;
    const isListed = !isSent && (known.has(key) || known.has(text));
    const isSpeech =
      (SPEECH_FORM.test(text) && isHeld(lines, at + 1)) ||
      (READ_OUT.test(text) && OCCASION.test(lines[filledFrom(lines, at + 1)]?.value.trim() ?? ""));
    const isLaw =
      LAW_FORM.test(text) &&
      PASSED.test(lines[filledFrom(lines, at + 1)]?.value.trim() ?? "") &&
      !isBelowLabel(lines, index);
    const isArticle = isSignedAbove(lines, at + 1) && !isNamedSince(lines, floor, index, withoutNote(text));
    const isAgreement =
      AGREEMENT_FORM.test(text) &&
      PARTY.test(lines[filledFrom(lines, at + 1)]?.value.trim() ?? "") &&
      !isBelowLabel(lines, index) &&
      !isNamedSince(lines, floor, index, text);
    const tellsDecisions = DECISIONS_FORM.test(text) && opensDecisions(lines, at);
    if (
      !isListed &&
      ((!ENDS_AS_DOCUMENT.test(text) &&
        !isSpeech &&
        !isLaw &&
        !isArticle &&
        !tellsDecisions &&
        !isAgreement) ||
        ((lines[at + 1] as Line | undefined)?.kind === "text" &&
          ENDS_AS_DOCUMENT.test(joined(lines, [...title, at + 1])) &&
          isTitleLine(lines[at + 1] as Line)))
    )
      continue;
    if (!isListed && !isAnnouncement(lines, index, at + 1, floor, text)) {
      const isEnded =
        isAfterEnd(lines, index, floor, isFirst) ||
        // Who passed it stands below, and a blank above.
        (isLaw && above?.kind === "blank") ||
        (ANNOUNCED.test(text) && isApartFromLines(lines, index));
      const opens = isSpeech || isLaw || isArticle || tellsDecisions || isAgreement || standsAlone(text);
      if (!opens || !isEnded) return null;
      if ((isLaw || ANNOUNCES.test(text)) && isNamedSince(lines, floor, index, text)) return null;
    }
    // A resolution quotes the report that stands below it: 《政府工作报告》.
    if (!isSpeech && isQuotedSince(lines, floor, index, text)) return null;
    // 轻工业部关于…的报告（摘要） below a letter that sends 《关于…的报告》.
    if (
      !isListed &&
      ISSUES_TEXT.test(open) &&
      isQuotedSince(lines, floor, index, titleKey(text.replace(BRACKET_AT_END, "")))
    )
      return null;
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
    if (isPart) return head([...title, below], below);
    const number = numberAtEnd((lines[at] as Line).value);
    return number === null ? head(title, at) : { ...head(title, at), number: at, reading: number.reading };
  }
  return null;
}

/** 某县统计局 and （2022年7月28日） right below a title, over its text. */
function isSignedAbove(lines: readonly Line[], from: number): boolean {
  const body = filledFrom(lines, from);
  const date = filledFrom(lines, body + 1);
  const text = filledFrom(lines, date + 1);
  return (
    lines[body]?.kind === "text" &&
    ISSUER_LINE.test(bareText(lines[body] as Line)) &&
    isBracketedDate(lines[date]?.value ?? "") &&
    /[。：]$/.test(lines[text]?.value.trimEnd() ?? "")
  );
}

/** A title without the number that a blank parts from it at the end of its line. */
function withoutNumber(text: string, { value, spaced }: Line): string {
  if (!spaced || !value.includes("号")) return text;
  const number = numberAtEnd(value);
  if (number === null || /[（(]/.test(value.charAt(number.start))) return text;
  return text.slice(0, text.length - squeeze(value.slice(number.start)).length);
}

/** 现公布《…的决定 / 》，自…: a page cuts a letter behind the title that it quotes. */
const closesQuotation = (lines: readonly Line[], at: number, text: string): boolean =>
  text.includes("《") && lines[filledFrom(lines, at + 1)]?.value.startsWith("》") === true;

/** True below 附件： alone: the title of an attachment. */
const isBelowLabel = (lines: readonly Line[], index: number): boolean => {
  const above = lines[filledBefore(lines, index - 1)];
  return above !== undefined && isLabel(above);
};

/** Lines of an article's title that no kind of document ends, and how long they may be together. */
const MOST_LINES_UNDER_SECTION = 3;
const LONGEST_UNDER_SECTION = 60;

/** 7月10日，…, 近日，…: how news begin. */
const OPENS_NEWS = /^(?:[\d０-９]{4}年)?[\d０-９]{1,2}月[\d０-９]{1,2}日|^(?:近日|日前|连日来|近期)/;

/** The head of news under their heading: a line by itself over a text that begins with a day, or over any for the first. */
export function headOfNews(lines: readonly Line[], index: number, isFirst: boolean): Head | null {
  const line = lines[index] as Line;
  const next = lines[filledFrom(lines, index + 1)];
  const isAlone = lines[index - 1]?.kind === "blank" && lines[index + 1]?.kind === "blank";
  if (!isAlone || !isTitleLine(line) || readMarker(line.value, false) !== null || next?.kind !== "text")
    return null;
  const text = next.value.trim();
  return text.endsWith("。") && (isFirst || OPENS_NEWS.test(text)) ? head([index], index) : null;
}

/** The head of what a marked-off section opens with, 《某办法》政策解读 or 4月份人事任免, where text stands below. */
export function headUnderSection(lines: readonly Line[], index: number): Head | null {
  const title: number[] = [];
  for (let at = index; isTitleLine(lines[at] as Line) && title.length < MOST_LINES_UNDER_SECTION; at++) {
    if (readMarker((lines[at] as Line).value, false) !== null) break;
    title.push(at);
    if (lines[at + 1] === undefined || ENDS_AS_ARTICLE.test(bareText(lines[at] as Line))) break;
  }
  const text = joined(lines, title);
  const last = title.at(-1);
  const next = lines[filledFrom(lines, (last ?? index) + 1)];
  if (last === undefined || text.length < 4 || text.length > LONGEST_UNDER_SECTION || next?.kind !== "text")
    return null;
  return ENDS_AS_ARTICLE.test(text) && !hasNumberBelow(lines, last + 1, NO_SECTIONS)
    ? head(title, last)
    : null;
}
const NO_SECTIONS: ReadonlySet<string> = new Set();
/** How titles of what is no official document end: 解读, 任免, 讲话. */
const ENDS_AS_ARTICLE = /(?:解读|问答|任免|任免职|讲话|致辞|说明|综述|启示|思考|调查|做法|经验)$/;

/** ——2020年1月8日在某县人民代表大会上, （2020年1月8日）, 县长　张三: below the title of a speech or report. */
function isHeld(lines: readonly Line[], from: number): boolean {
  const first = filledFrom(lines, from);
  return [first, filledFrom(lines, first + 1)].some((at) => {
    const value = lines[at]?.value ?? "";
    return OCCASION.test(value.trim()) || isBracketedDate(value);
  });
}

/** True where the document that is open names the title in 《》: then it is the text that it issues. */
function isQuotedSince(lines: readonly Line[], from: number, to: number, title: string): boolean {
  const text = lines
    .slice(Math.max(from, to - 40), to)
    .map(({ value }) => value)
    .join("");
  return text.includes("《") && titleMarks(text).includes(titleMarks(`《${title}》`));
}

/** A text with the marks of titles alike: what stands in 《》 by itself is in 〈〉 where it is quoted. */
const titleMarks = (text: string): string => squeeze(text).replace(/〈/g, "《").replace(/〉/g, "》");
