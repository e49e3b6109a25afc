/** Documents that a text cites: 《…》 with or without a number, and numbers by themselves. */
import { squeeze } from "../language/blanks.ts";
import { findNumbers } from "../language/documentNumbers.ts";
import { readNumeral } from "../language/numerals.ts";

/** A citation by offsets into the text it stands in. */
export interface CitationReading {
  start: number;
  end: number;
  text: string;
  title: string | null;
  documentNumber: { text: string; agency: string | null; year: number | null; serial: number | null } | null;
}

const PREPOSITION =
  /^(?:.{0,12}(?:[月年]\p{Script=Han}{0,3}日|^日|根据|按照|依据|依照|遵照|落实|贯彻|执行|印发|参照|对照|文件|精神|你[们省市县区州盟旗镇乡局厅委]|通知|意见|方案|以及|[省市县区党]委(?!办[发字函])|国务院|中共中央|政府|办公[厅室]|废止|的|和|与|及|见|经|以|将|由|按|在))(?=\p{Script=Han}{2,10}$)/u;
/** （2019年国务院令第1号）, （国务院第591号令）, （1996年12月1日某市人民政府令第2号发布，2004年6月30日某市人民政府令第33号修正）. */
const ORDER_IN_BRACKET =
  /^[（(](?:[\d０-９]{4}年[\d０-９]{1,2}月[\d０-９]{1,2}日)?((?:[\d０-９]{4}年)?[\p{Script=Han}、\s　]{2,40}(?:[令告][\s　]*(?:([\d０-９]{4})年)?第[\s　]*([0-9０-９]{1,5}|[一二三四五六七八九十百零〇]{1,7})[\s　]*号|第[\s　]*([0-9０-９]{1,5}|[一二三四五六七八九十百零〇]{1,7})[\s　]*号令))[^（）()]{0,120}[）)]/u;
/** （2020年第5号）: an announcement by its year. */
const YEAR_IN_BRACKET = /^[（(](([\d０-９]{4})年第([\d０-９]{1,5})号)[）)]/;
/** What may stand between a title and its number: a bracket, and in it who issued it or when. */
const BEFORE_NUMBER =
  /^[\s　]*(?:[（([【〔［][\s　]*(?:[\p{Script=Han}、]{1,40}、|(?:\p{Script=Han}{1,4}、)?\p{Script=Han}{0,4}(?:政府|委|办|局|厅)|[\d０-９]{4}年[\d０-９]{1,2}月[\d０-９]{1,2}日[，,]?)?)?$/u;
const MAX_TITLE = 200;

/** Each 《…》 at the outermost, as offsets; an unclosed one is none. */
function quotedTitles(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  let start = -1;
  for (let at = text.indexOf("《"); at >= 0 && at < text.length; at++) {
    const char = text[at];
    if (char === "《") {
      if (depth === 0 || at - start > MAX_TITLE) {
        start = at;
        depth = 0;
      }
      depth++;
    } else if (char === "》" && depth > 0) {
      depth--;
      if (depth === 0) {
        if (at + 1 - start <= MAX_TITLE) found.push({ start, end: at + 1 });
        const next = text.indexOf("《", at);
        if (next < 0) break;
        at = next - 1;
      }
    }
  }
  return found;
}

/** The code in the Han characters before a number's bracket: 根据县委平党干字 → 平党干字. */
function agencyOf(run: string): string {
  const bracket = run.search(/[（(]/);
  if (bracket > 0) return `${agencyOf(run.slice(0, bracket))}${run.slice(bracket)}`;
  const bare = run.replace(PREPOSITION, "");
  return bare.length > 12 ? bare.slice(-8) : bare;
}

/** The numbers in a text, one reading for each serial. */
function numbersIn(text: string): CitationReading[] {
  const readings: CitationReading[] = [];
  for (const { start: from, end, run, isYearFirst, year, serials } of findNumbers(text)) {
    const agency = run === "" ? null : isYearFirst ? run : agencyOf(run);
    const start = from + (agency === null ? 0 : run.length - agency.length);
    const printed = text.slice(start, end);
    for (const serial of serials)
      readings.push({
        start,
        end,
        text: printed,
        title: null,
        documentNumber: { text: squeeze(printed), agency, year, serial },
      });
  }
  return readings;
}

/** True where the text may cite: a quick look that spares most paragraphs. */
const mayCite = (text: string): boolean => text.includes("《") || text.includes("号");

const NONE: readonly CitationReading[] = [];

/** A title with the year and the number of its announcement after it: 《…的公告》（2020年第5号）. */
function ofYear(text: string, start: number, end: number): CitationReading | null {
  const match = text.slice(end, end + 16).match(YEAR_IN_BRACKET);
  if (match === null) return null;
  const stop = end + match[0].length;
  return {
    start,
    end: stop,
    text: text.slice(start, stop),
    title: text.slice(start + 1, end - 1),
    documentNumber: {
      text: match[1] as string,
      agency: null,
      year: readNumeral(match[2] as string),
      serial: readNumeral(match[3] as string),
    },
  };
}

/** Reads the citations of a text, in order. */
export function readCitations(text: string): readonly CitationReading[] {
  if (!mayCite(text)) return NONE;
  const titles = quotedTitles(text);
  const numbers = text.includes("号") ? numbersIn(text) : [];
  const readings: CitationReading[] = [];
  let next = 0;
  for (const { start, end } of titles) {
    for (; next < numbers.length && (numbers[next] as CitationReading).end <= start; next++)
      readings.push(numbers[next] as CitationReading);
    const title = text.slice(start + 1, end - 1);
    // Numbers inside the title are part of it.
    while (next < numbers.length && (numbers[next] as CitationReading).start < end) next++;
    const follow = numbers[next];
    const isNext = follow !== undefined && BEFORE_NUMBER.test(text.slice(end, follow.start));
    const order = isNext ? null : text.slice(end, end + 200).match(ORDER_IN_BRACKET);
    if (isNext) {
      for (
        let first = follow;
        next < numbers.length && (numbers[next] as CitationReading).start === first.start;
        next++
      ) {
        const number = numbers[next] as CitationReading;
        const close = text.slice(number.end).match(/^[\s　]*[）)\]】〕］]/);
        const opened = /[（([【〔［]/.test(text.slice(end, number.start));
        const stop = opened && close ? number.end + close[0].length : number.end;
        readings.push({
          start,
          end: stop,
          text: text.slice(start, stop),
          title,
          documentNumber: number.documentNumber,
        });
        first = number;
      }
    } else if (order) {
      const stop = end + order[0].length;
      readings.push({
        start,
        end: stop,
        text: text.slice(start, stop),
        title,
        documentNumber: {
          text: squeeze(order[1] as string),
          agency: null,
          year: order[2] === undefined ? null : readNumeral(order[2]),
          serial: readNumeral((order[3] ?? order[4]) as string),
        },
      });
    } else
      readings.push(
        ofYear(text, start, end) ?? { start, end, text: text.slice(start, end), title, documentNumber: null },
      );
  }
  readings.push(...numbers.slice(next));
  return readings;
}
