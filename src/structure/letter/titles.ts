/** Titles of what a letter issues or attaches. */

import { squeeze } from "../../language/blanks.ts";
import { isDateLine } from "../../language/dates.ts";
import { comparable, withoutMarks } from "../../language/titles.ts";
import type { Line } from "../../tree/nodes.ts";
import { isFormLine } from "../forms.ts";
import { ISSUER_LINE, NOTE_LINE } from "../heads/titleLines.ts";
import { bareText, filledFrom } from "../lines.ts";
import { readMarker } from "../numbering.ts";
import { DISCLOSURE, SPANS_SENTENCE } from "./patterns.ts";
import { isSignatory } from "./signature.ts";

const TITLE_END = /[。；！？：:;，,]$/;
/** A bracket that belongs to a title, on a line of its own: （2011—2013年）, （试行）. */
const VERSION =
  /^[（(](?:[\d０-９]{4}年?(?:[-—–至][\d０-９]{4}年?)?(?:度|版|修订|年修订)?|试行|暂行|草案|修订(?:稿|版)?|征求意见稿|送审稿|第[一二三四五六七八九十\d０-９]+批)[）)]$/;
/** How many the list below has, right under its title: （2项）. */
const COUNT = /^[（(]共?计?[\d０-９]{1,4}[项个家名人件所条处户][）)]$/;
const DECIMAL_HEAD = /^[\d０-９]{1,2}(?:[.．][\d０-９]{1,2})*[\s　]+\S/;

/** A line that can be a title by itself: short, no sentence, no marker, no label. */
export function standsAsTitle(line: Line | undefined): line is Line {
  if (line?.kind !== "text" || line.bullet) return false;
  const text = bareText(line);
  return (
    text.length <= 60 &&
    !(text.length > 30 && /[，,]/.test(text)) &&
    !TITLE_END.test(text) &&
    !SPANS_SENTENCE.test(text) &&
    !(DISCLOSURE.test(text) && !VERSION.test(text) && !COUNT.test(text)) &&
    !DECIMAL_HEAD.test(line.value) &&
    readMarker(line.value, false) === null &&
    !/^第[一二三四五六七八九十\d０-９]+[章节条编]/.test(text) &&
    !isDateLine(text) &&
    !/^[【（(]?附[件表录图][0-9０-９一二三四五六七八九十]*[：:]?[】）)]?$/.test(text) &&
    !/^目录$/.test(text) &&
    !/[：:]/.test(text) &&
    !isFormLine(line.value)
  );
}

/** Openings of the text of a plan or of rules. */
const OPENS_TEXT = /^(?:为|根据|依据|按照|现将|经)/;

/** True where `key` and the line below are the title `wanted`, or its beginning. */
const opensTitle = (wanted: string, key: string, below: Line | undefined): boolean =>
  key !== "" &&
  wanted.startsWith(key) &&
  below?.kind === "text" &&
  wanted.startsWith(key + issuedKey(below.value));

/** The lines of a title from `at` on: those without a blank between them. */
export function titleLines(lines: readonly Line[], at: number, known: readonly string[] = []): Line[] {
  const title: Line[] = [];
  let index = filledFrom(lines, at);
  while (title.length < 5 && standsAsTitle(lines[index])) {
    const line = lines[index] as Line;
    // A line of the text that happens to have no mark stands after a complete title.
    if (title.length > 0 && isCompleteTitle(title) && (line.value.length > 30 || /[，,]/.test(line.value)))
      break;
    if (title.length === 0 && (VERSION.test(bareText(line)) || COUNT.test(bareText(line)))) break;
    // Who submitted the text signs below its title: 省卫生厅.
    if (title.length > 0 && isCompleteTitle(title) && isSignatory(line.value)) break;
    // 为做好…工作，制定本方案: the text begins right below its title.
    if (title.length > 0 && isCompleteTitle(title) && OPENS_TEXT.test(line.value)) break;
    // 先进个人名单 / 张建国　县果业局: what stands below the title of a list is the list.
    if (title.length > 0 && isListTitle(title) && !isCompleteTitle([line]) && !NOTE_LINE.test(bareText(line)))
      break;
    title.push(line);
    index++;
    const key = issuedKey(title.map(({ value }) => value).join(""));
    if (known.includes(key)) break;
    // A title that the letter gives, or who submits what 关于 opens, may go on after a blank line.
    const below = filledFrom(lines, index);
    if (
      below > index &&
      (known.some((one) => opensTitle(one, key, lines[below])) ||
        (lines[below]?.value.trimStart().startsWith("关于") && ISSUER_LINE.test(bareText(line))))
    )
      index = below;
  }
  const version = lines[filledFrom(lines, index)];
  // （按行政区划排列）: a bracket that the note of the attachment gives too.
  if (title.length > 0 && version?.kind === "text" && NOTE_LINE.test(bareText(version))) {
    const key = issuedKey([...title, version].map(({ value }) => value).join(""));
    if (known.includes(key)) return [...title, version];
  }
  if (
    title.length > 0 &&
    isCompleteTitle(title) &&
    version?.kind === "text" &&
    (VERSION.test(bareText(version)) || COUNT.test(bareText(version)))
  )
    title.push(version);
  return title;
}

/** 名单, 名单（35名）, or 名单 over （70名）. */
const isListTitle = (title: readonly Line[]): boolean => {
  const last = bareText(title.at(-1) as Line);
  return /名单(?:[（(][^（()）]{1,20}[）)])?$/.test(last) || (title.length > 1 && COUNT.test(last));
};

export const isCompleteTitle = (title: readonly Line[]): boolean =>
  /(?:方案|规划|计划|办法|规定|细则|意见|要点|预案|规则|条例|清单|表|名单|名录|目录|标准|制度|章程|措施|纲要|通知|报告|流程|书|决定|指南|责任制|规程|准则|导则|手册|大纲|守则|公约|须知|协议|简章|台账|范本|提纲|公报|职责|分工)(?:[（(][^（）()]+[）)])*(?:[①＊*]|[[［][\d０-９][\]］])?$/.test(
    squeeze(title.map(({ value }) => value).join("")),
  );

/** The title of an issued text as it is compared: its own marks may stand around it or not. */
export const issuedKey = (title: string): string => withoutMarks(comparable(title));
