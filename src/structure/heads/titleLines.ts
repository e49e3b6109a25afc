/** Lines that make up a title, and how titles are compared. */

import { characters, closesWith } from "../../language/characters.ts";
import { isBracketedDate, isDateLine } from "../../language/dates.ts";
import { isApproval, isRegistrationCode, readNumberLine } from "../../language/documentNumbers.ts";
import { comparable, withoutNote } from "../../language/titles.ts";
import { BRACKETS_AFTER_GENRE, GENRES, TITLE_VERBS } from "../../terms/genres.ts";
import { CONTACT_LABELS } from "../../terms/labels.ts";
import { ISSUER_ENDING } from "../../terms/organizations.ts";
import type { Line } from "../../tree/nodes.ts";
import { opensWithTaskLabel } from "../heal.ts";
import { bareText, filledBefore, filledFrom } from "../lines.ts";
import { isColophonLine } from "../mastheadLabels.ts";
import { openBrackets } from "../numbering.ts";
import { type KnownTitles, MAX_TITLE_LINES } from "./head.ts";
import { sectionName } from "./sections.ts";

/** The words for kinds of documents, the longest first. */
export const GENRE_WORDS = [...Object.keys(GENRES)].sort((a, b) => b.length - a.length);
/** The end of a document's title: …的通知. */
export const ENDS_AS_DOCUMENT = new RegExp(`(?:${GENRE_WORDS.join("|")})${BRACKETS_AFTER_GENRE}$`);
const OPENS_WITH_VERB = new RegExp(`^(?:${TITLE_VERBS.join("|")})`);
/** A title that names who issues it: 某县人民政府关于…. */
export const ISSUED_FORM = new RegExp(
  `^[\\p{Script=Han}、\\s]{2,60}?${ISSUER_ENDING}(?:${TITLE_VERBS.join("|")})`,
  "u",
);
/** A line that is the name of a body. */
export const ISSUER_LINE = new RegExp(`^[\\p{Script=Han}、]{2,40}${ISSUER_ENDING}$`, "u");
const SENTENCE_END = characters("。；！？：:;，,、");
/** A line that is one bracket. */
export const NOTE_LINE = /^[（(].*[）)]$/;
/** A long bracket that belongs to a title, （2021—2023年）; one with the day of a meeting does not, （2014年8月29日…通过）. */
const BRACKET_OF_TITLE = /^[（(](?:试行|暂行|草案|修订|[\d０-９]{4}(?!年[\d０-９]{1,2}月[\d０-９]{1,2}日))/;
/** The number of the issue is no title, nor are notes and closing words: 2021年第3期（总第15期）, （此件公开发布）, 附件1, 特此公告. */
const NO_TITLE =
  /^[（(]?(?:(?:[\d０-９]{4}年?)?[·.]?(?:总?第|总)[0-9０-９一二三四五六七八九十]{1,4}期|此件|本文)|^附[件表录]|^(?:特此|现予|专此)\p{Script=Han}{2,4}$/u;
/** No line of a title is longer, blanks and all. */
export const LONGEST_TITLE_LINE = 160;

/** A label with its value, of a task or of whom to ask, is the last line of the text above: 责任单位：县财政局. */
const opensWithLabel = (value: string): boolean =>
  (value.includes("：") || value.includes(":")) && (opensWithTaskLabel(value) || CONTACT_LABEL.test(value));
const CONTACT_LABEL = new RegExp(`^[\\s　]*(?:${Object.keys(CONTACT_LABELS).join("|")})[：:]`);

/** A line that can be part of a title. */
export function isTitleLine(line: Line): boolean {
  const { kind, bullet, value } = line;
  if (kind !== "text" || bullet || value.length > LONGEST_TITLE_LINE) return false;
  if (closesWith(value, SENTENCE_END) || value.includes("。")) return false;
  const text = bareText(line);
  return (
    text.length <= 120 &&
    !NO_TITLE.test(text) &&
    !isDateLine(text) &&
    !isBracketedDate(text) &&
    !(text.length > 12 && NOTE_LINE.test(text) && !BRACKET_OF_TITLE.test(text)) &&
    readNumberLine(text) === null &&
    !isColophonLine(value) &&
    !isRegistrationCode(text) &&
    !isApproval(text) &&
    !opensWithLabel(value)
  );
}

/** A title as it is compared, from 关于 on. */
export function titleKey(title: string): string {
  const text = withoutNote(comparable(title));
  const about = text.indexOf("关于");
  return about > 0 && about < 40 ? text.slice(about) : text;
}

/** A title as it is compared, with who issues it; the mark in front tells it from one from 关于 on. */
export const fullTitle = (title: string): string => `^${withoutNote(comparable(title))}`;

/** The text of lines together, without blanks. */
export function joined(lines: readonly Line[], indexes: readonly number[]): string {
  let text = "";
  for (const index of indexes) text += bareText(lines[index] as Line);
  return text;
}

/** The lines above `index` that make up a title, first to last. */
export function titleAbove(
  lines: readonly Line[],
  index: number,
  floor: number,
  sections: ReadonlySet<string>,
  known: KnownTitles,
): number[] {
  const title: number[] = [];
  let at = filledBefore(lines, index - 1);
  // A section's name between title and number is the head of the page on which the number stands.
  if (at > floor && sections.has(bareText(lines[at] as Line))) at = filledBefore(lines, at - 1);
  // Older documents print their date between title and number.
  if (at > floor && (isBracketedDate((lines[at] as Line).value) || isDateBelowTitle(lines, at, known)))
    at = filledBefore(lines, at - 1);
  if (at > floor && isRegistrationCode(bareText(lines[at] as Line))) at = filledBefore(lines, at - 1);
  while (at >= floor && title.length < MAX_TITLE_LINES) {
    const line = lines[at] as Line;
    if (!isTitleLine(line) && !(title.length > 0 && BODIES_GO_ON.test(bareText(line)))) break;
    if (title.length > 0 && sectionName(line, sections) !== null) break;
    title.unshift(at);
    const above = lines[at - 1];
    if (above === undefined || above.kind === "blank" || opensTitle(lines, title)) break;
    at--;
  }
  const first = openingAbove(lines, title, floor, sections);
  // The issuer may stand above, a blank apart: 县人民政府办公室 / 关于印发…的通知, 某市公安局 / 令.
  const opening = first === undefined ? "" : bareText(lines[first] as Line);
  if (first !== undefined && (OPENS_WITH_VERB.test(opening) || GENRES[opening] !== undefined)) {
    const above = filledBefore(lines, first - 1);
    if (
      above >= floor &&
      isApart(above, first) &&
      (isIssuerLine(lines[above] as Line) || isOpenTitle(lines[above] as Line))
    ) {
      title.unshift(above);
      title.unshift(...jointIssuers(lines, above, floor));
    }
  }
  return title;
}

/** True for a date right below the title of a document, without brackets. */
const isDateBelowTitle = (lines: readonly Line[], at: number, known: KnownTitles): boolean => {
  const above = lines[filledBefore(lines, at - 1)];
  if (!isDateLine((lines[at] as Line).value) || above === undefined || !isTitleLine(above)) return false;
  const text = bareText(above);
  return ENDS_AS_DOCUMENT.test(text) || known.has(titleKey(text));
};

/** True for a text that begins as a title and has not come to its kind: 国务院批转国家物价局等部门. */
export const opensIssued = (text: string): boolean => ISSUED_FORM.test(text) && !ENDS_AS_DOCUMENT.test(text);
const isOpenTitle = (line: Line): boolean => isTitleLine(line) && opensIssued(bareText(line));

const isIssuerLine = (line: Line): boolean => isTitleLine(line) && ISSUER_LINE.test(bareText(line));

/** Two bodies of one place: 某市教育局, 某市财政局; 中共某县委 and 某县人民政府. */
const arePeers = (above: string, below: string): boolean =>
  above.startsWith("中共") ||
  below
    .slice(0, LONGEST_ISSUERS)
    .split("、")
    .some((issuer) => issuer.startsWith(above.slice(0, 2)));
const LONGEST_ISSUERS = 60;
/** Who issues opens with a place; 民政府办公室关于… is the rest of a name that the line above begins. */
const WHOLE_ISSUER = new RegExp(
  `^(?:中共|国务院|(?:(?!${TITLE_VERBS.join("|")}).){0,14}[省市县区州盟旗乡镇])`,
);

/**
 * True where the lines of a title reach up to who issues it, or to 关于 with no issuer above: what stands over them closes
 * the document before. Marks that pair only with the line above go on there.
 */
function opensTitle(lines: readonly Line[], title: readonly number[]): boolean {
  const first = title[0] as number;
  const text = joined(lines, title);
  const above = bareText(lines[first - 1] as Line);
  // 转发县教育局关于… names a body, and not the one that issues.
  const opensWithVerb = OPENS_WITH_VERB.test(text);
  const isIssued = !opensWithVerb && WHOLE_ISSUER.test(text) && ISSUED_FORM.test(text);
  if (!isIssued && !opensWithVerb) return false;
  if (openBrackets(text) < 0 || ENDS_WITH_VERB.test(above)) return false;
  if (isIssued) return !arePeers(above, text);
  return !ISSUER_LINE.test(above) && !NAMES_ISSUER.test(above);
}
/** 某州文化和旅游局转发 above 州住房和城乡建设局关于…. */
const ENDS_WITH_VERB = /(?:转发|批转|印发)$/;
/** 某市乡村振兴局、某市统计局、 above 某市医保局关于…. */
const BODIES_GO_ON = new RegExp(`^[\\p{Script=Han}、]{2,80}${ISSUER_ENDING}、$`, "u");
/** The line over 关于: 某县人民政府转发县教育局等部门, 某市教育局、. */
const NAMES_ISSUER = new RegExp(`(?:${TITLE_VERBS.join("|")})|(?:部门|单位|[、和])$`);

/** The issuers that stand over the last one, each a blank apart, below the date that closes the document before. */
function jointIssuers(lines: readonly Line[], from: number, floor: number): number[] {
  const found: number[] = [];
  for (let below = from; found.length < MOST_ISSUERS; ) {
    const above = filledBefore(lines, below - 1);
    if (above < floor || !isApart(above, below) || !isIssuerLine(lines[above] as Line)) break;
    found.unshift(above);
    below = above;
  }
  const top = filledBefore(lines, (found[0] ?? from) - 1);
  const closes =
    top < floor ||
    isDateLine((lines[top] as Line).value) ||
    (lines[top] as Line).value.endsWith("。") ||
    NOTE_LINE.test(bareText(lines[top] as Line));
  return closes ? found : [];
}
const MOST_ISSUERS = 4;

/** Kinds that no 关于 opens: 某县人民政府公告. */
const NAMED_ALONE = /(?:公告|通告|令|公报|纪要|名单)$/;

/** True where a blank and nothing else stands between two lines. */
const isApart = (above: number, below: number): boolean => below - above === 2;

/**
 * The first line of a title whose lines blanks part, which are added to it up to the one that 关于 or a verb opens; where
 * none does, the title is as it stands.
 */
function openingAbove(
  lines: readonly Line[],
  title: number[],
  floor: number,
  sections: ReadonlySet<string>,
): number | undefined {
  const text = joined(lines, title);
  if (text === "" || text.includes("关于") || OPENS_WITH_VERB.test(text) || NAMED_ALONE.test(text))
    return title[0];
  const more: number[] = [];
  for (let below = title[0] as number; more.length + title.length < MAX_TITLE_LINES; ) {
    const above = filledBefore(lines, below - 1);
    const line = lines[above];
    if (above < floor || line === undefined || !isApart(above, below)) break;
    if (!isTitleLine(line) || sectionName(line, sections) !== null) break;
    more.unshift(above);
    const own = bareText(line);
    if (ENDS_AS_DOCUMENT.test(own)) break;
    if (own.includes("关于") || OPENS_WITH_VERB.test(own) || ISSUED_FORM.test(own)) {
      title.unshift(...more);
      break;
    }
    below = above;
  }
  return title[0];
}

/** A title whose lines blanks part, down to the one that ends it as a document's title; else as it stands. */
function closingBelow(lines: readonly Line[], title: number[]): number[] {
  const text = joined(lines, title);
  if (
    ENDS_AS_DOCUMENT.test(text) ||
    !(text.includes("关于") || OPENS_WITH_VERB.test(text) || ISSUER_LINE.test(text))
  )
    return title;
  const whole = [...title];
  while (whole.length < MAX_TITLE_LINES) {
    const last = whole.at(-1) as number;
    const next = filledFrom(lines, last + 1);
    const line = lines[next];
    if (line === undefined || next - last > 2 || !isTitleLine(line)) break;
    whole.push(next);
    if (ENDS_AS_DOCUMENT.test(joined(lines, whole))) return whole;
  }
  return title;
}

/** The lines below `index` that make up a title. */
export function titleBelow(lines: readonly Line[], index: number, known: KnownTitles): number[] {
  const title: number[] = [];
  let at = filledFrom(lines, index + 1);
  if (at < lines.length && isApproval(bareText(lines[at] as Line))) at = filledFrom(lines, at + 1);
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
  return title.length === 0 ? title : closingBelow(lines, title);
}

/** A title that a page break cut, made whole where the contents list it so. */
export function wholeTitle(
  lines: readonly Line[],
  title: number[],
  floor: number,
  known: KnownTitles,
): number[] {
  const text = joined(lines, title);
  const isListed = known.has(titleKey(text));
  // 公厅关于…的通知 has the key of 国务院办公厅关于…的通知, which the contents list.
  if (title.length === 0 || (isListed && known.has(fullTitle(text)))) return title;
  const whole = [...title];
  for (let more = 0; more < 3; more++) {
    const above = filledBefore(lines, (whole[0] as number) - 1);
    if (above < floor || !isTitleLine(lines[above] as Line)) break;
    whole.unshift(above);
    const longer = joined(lines, whole);
    if (known.has(isListed ? fullTitle(longer) : titleKey(longer))) return whole;
  }
  return title;
}
