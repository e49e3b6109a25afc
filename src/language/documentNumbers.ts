/** 发文字号, the numbers of official documents: 平政发〔2021〕56号 in all the brackets that print uses. */

import { isBlankCode, squeeze } from "./blanks.ts";
import { FULL_DATE } from "./dates.ts";
import { isHanCode } from "./han.ts";
import { matchesOf } from "./matches.ts";
import { readNumeral, toNumber } from "./numerals.ts";

const OPEN = "[〔\\[［【(（﹝〈]";
const CLOSE = "[〕\\]］】)）﹞〉]";
const B = "[\\s\\u200b-\\u200f\\u2060\\ufeff\\u3000]*";
/** Four digits, the letter O misread for 0, or two digits before about 1987: 平政发〔85〕1号. */
const YEAR = "(?:[0-9０-９]{4}|[12１２][09０９Oo][0-9０-９Oo]{2}|[4-9４-９][0-9０-９])";
const SERIAL = "[0-9０-９]{1,5}";
/** Both in Chinese numerals, in older print: 某政发〔一九八六〕十五号. */
const YEAR_IN_HAN = "[一二三四五六七八九〇零○]{4}";
const SERIAL_IN_HAN = "[一二三四五六七八九十百〇零○]{1,6}";

/** The code of an agency, which may have a bracket inside: 粤国土资（建）字. */
const CODE =
  "\\p{Script=Han}{1,20}?(?:[（(]\\p{Script=Han}{1,4}[）)](?:\\p{Script=Han}?字|\\p{Script=Han})?)?";

const LINE = new RegExp(
  `^${OPEN}?(?:发文字号|文号|字号)?[：:]?(${CODE})${OPEN}(${YEAR}|${YEAR_IN_HAN})${CLOSE}第?(?:(${SERIAL}|${SERIAL_IN_HAN})(?:[-—－之][0-9０-９]{1,3})?)?(?:号?[、,，和]${SERIAL}){0,5}号${CLOSE}?$`,
  "u",
);
/** A bracket that print lost: 某建告2021〕5号, 某建告〔2021 5号. */
const LOST_BRACKET_LINE = new RegExp(
  `^(?:发文字号|文号|字号)?[：:]?(${CODE})(?:([12１２][09０９][0-9０-９]{2})${CLOSE}|${OPEN}([12１２][09０９][0-9０-９]{2}))第?([0-9０-９]{1,4})号$`,
  "u",
);
/** The year first, in older print: （86）国函字42号. */
const YEAR_FIRST_LINE = new RegExp(
  `^${OPEN}?(?:发文字号|文号|字号)?[：:]?${OPEN}(${YEAR})${CLOSE}(?![第年])(\\p{Script=Han}{1,19}?)第?(${SERIAL})号${CLOSE}?$`,
  "u",
);
/** 第5号, （第5号）, 〔十三届〕第八十二号. */
const ORDER_LINE = new RegExp(
  `^${OPEN}?(${OPEN}第?[0-9０-９〇零一二三四五六七八九十]{1,4}届${CLOSE})?第([0-9０-９]{1,5}|[〇零一二三四五六七八九十百千]{1,7})号${CLOSE}?$`,
);

/** Numbers without a code of an agency: 2003年第1号 under a 公告, 〔2012〕5号 and 〔2019〕第12次 under 纪要. */
const YEAR_LINE = new RegExp(
  `^${OPEN}?([0-9０-９]{4})(?:年第(${SERIAL})号${CLOSE}?|${CLOSE}第?(${SERIAL})号|${CLOSE}第(${SERIAL})次)$`,
);
/** 某市人民政府令第18号, 某市人民政府令（第18号）, 国家税务总局公告2016年第23号, 中国人民银行公告〔2016〕第8号: the name of the kind, then the number. */
const NAMED_LINE = new RegExp(
  `^(\\p{Script=Han}{2,24}(?:令|公告|通告))(?:(?<!的(?:公告|通告))${OPEN}(?=第|[0-9０-９]{4}年))?((?:([0-9０-９]{4})年|${OPEN}([0-9０-９]{4})${CLOSE})?第([0-9０-９]{1,5}|[〇零一二三四五六七八九十百千]{1,7})号)${CLOSE}?$`,
  "u",
);

const REGISTRATION_CODE = /^[A-Z]{2,6}[\d０-９]{0,2}[-—–－]+[\d０-９]{4}[-—–－]+[\d０-９]{3,7}$/;
/** The same with what it is before it: 登记编号：某府登1058号, 规范性文件统一编号：XXDR-2021-00001. */
const LABELLED_CODE =
  /^[（(]?(?:规范性文件)?(?:统一|规范性文件|登记|备案|审查)(?:登记|备案|审查)?(?:编号|号码?|文号|代码)[：:][^：:。，；]{3,30}$/;
/** True for the code under which a normative document is registered, XXDR-2021-00001; `text` has no blanks. */
export const isRegistrationCode = (text: string): boolean =>
  text >= "A" && text < "["
    ? REGISTRATION_CODE.test(text)
    : /[号码]/.test(text) && /[：:]/.test(text) && LABELLED_CODE.test(text);

/** A document number as the contract has it. */
export interface NumberReading {
  text: string;
  agency: string | null;
  year: number | null;
  serial: number | null;
}

const YEAR_IN_BRACKETS = new RegExp(`${OPEN}${YEAR}${CLOSE}`);

/** A year of two digits is one of the last century. */
const toYear = (digits: string): number =>
  (readNumeral(digits.replace(/[Oo]/g, "0")) as number) + (digits.length === 2 ? 1900 : 0);

/** A longer line is no number, however widely it is spaced. */
const LONGEST_LINE = 80;

/** A date beside the number, as older gazettes print both in one bracket: （1985年5月4日皖政〔1985〕38号）. */
const DATE_BEFORE = new RegExp(
  `^(${OPEN}?)${FULL_DATE.source}[，,、]?(?=[\\p{Script=Han}〔［\\[].{8,}号)`,
  "u",
);
const DATE_AFTER = new RegExp(`(?<=号)[，,、]?${FULL_DATE.source}(${CLOSE}?)$`);
/** Who approved what goes to a higher body, beside its number (GB/T 9704-2012 §7.2.6). */
const APPROVED_BY = /(?<=号)签发人[：:]\p{Script=Han}{2,16}$/u;
/** A line that says so alone, below the number; `text` has no blanks. */
export const isApproval = (text: string): boolean => /^签发人?[：:]\p{Script=Han}{2,16}$/u.test(text);

/** What else may stand behind a number: its day or its code of registration in brackets, 特急. */
const BESIDE = new RegExp(
  `(?<=号)(?:[（(](?:${FULL_DATE.source}|[A-Z]{2,6}[\\d０-９]{0,2}(?:[-—－–][\\d０-９]{1,7}){1,2})[）)]|特急|急件|加急|急)$`,
);

/** A line without the date, the 签发人 and the like beside its number. */
const withoutBeside = (line: string): string => {
  const bare = line.endsWith("号") ? line : line.replace(BESIDE, "");
  const text = bare.includes("签发") ? bare.replace(APPROVED_BY, "") : bare;
  return text.includes("日") ? text.replace(DATE_BEFORE, "$1").replace(DATE_AFTER, "$4") : text;
};

/** The date on a line beside the number of a document, as offsets into the line; null where none stands there. */
export function dateBesideNumber(line: string): { start: number; end: number } | null {
  if (line.length > LONGEST_LINE || !line.includes("日") || readNumberLine(line) === null) return null;
  const match = line.match(FULL_DATE);
  return match ? { start: match.index as number, end: (match.index as number) + match[0].length } : null;
}

/** The number that a line is and nothing else, label, outer brackets and a date aside; null where it is none. */
export function readNumberLine(line: string): NumberReading | null {
  if (line.length > LONGEST_LINE || !/[号次]/.test(line)) return null;
  const text = withoutBeside(squeeze(line));
  const match = text.match(LINE);
  if (match) {
    const [, agency, year, serial] = match as unknown as [string, string, string, string | undefined];
    // 关于加强管理的意见　某政发〔2021〕5号 is a title with its number.
    if (agency.includes("关于")) return null;
    const start = text.indexOf(agency, text.search(/[：:]/) + 1);
    const bare = text.slice(start, text.lastIndexOf("号") + 1);
    return {
      text: bare,
      agency,
      year: toYear(year),
      serial: serial === undefined ? null : readNumeral(serial),
    };
  }
  const lost = text.match(LOST_BRACKET_LINE);
  if (lost) {
    const [, agency, before, after, serial] = lost as unknown as [string, string, string?, string?, string?];
    if (agency.includes("关于")) return null;
    const bare = text.slice(text.indexOf(agency, text.search(/[：:]/) + 1));
    return {
      text: bare,
      agency,
      year: toYear((before ?? after) as string),
      serial: toNumber(serial as string),
    };
  }
  const ofYear = text.match(YEAR_LINE);
  if (ofYear)
    return {
      // （2021年第5号）: the brackets stand around the number, those of 〔2012〕5号 are of it.
      text: ofYear[2] === undefined ? text : text.slice(text.search(/[\d０-９]/), text.lastIndexOf("号") + 1),
      agency: null,
      year: toNumber(ofYear[1] as string),
      serial: toNumber((ofYear[2] ?? ofYear[3] ?? ofYear[4]) as string),
    };
  const yearFirst = text.match(YEAR_FIRST_LINE);
  if (yearFirst) {
    const [, year, agency, serial] = yearFirst as unknown as [string, string, string, string];
    const bare = text.slice(text.search(YEAR_IN_BRACKETS), text.lastIndexOf("号") + 1);
    return { text: bare, agency, year: toYear(year), serial: toNumber(serial) };
  }
  const named = text.match(NAMED_LINE);
  if (named) return { text, agency: null, year: yearOfNamed(named), serial: readNumeral(named[5] as string) };
  const order = text.match(ORDER_LINE);
  if (!order?.[2]) return null;
  const [, term = "", serial] = order;
  return { text: `${term}第${serial}号`, agency: null, year: null, serial: readNumeral(serial as string) };
}

const yearOfNamed = ([, , , year, bracketed]: RegExpMatchArray): number | null => {
  const digits = year ?? bracketed;
  return digits === undefined ? null : toNumber(digits);
};

/** The number alone of a line that names its kind before it, and where it begins in the line; null for another line. */
export function numberAfterName(line: string): { reading: NumberReading; start: number } | null {
  if (line.length > LONGEST_LINE || !line.includes("号")) return null;
  const match = line.trim().match(NAMED_PARTS);
  if (match === null || !NAMED_LINE.test(squeeze(line))) return null;
  const start = line.length - line.trimStart().length + (match[1] as string).length;
  const reading = readNumberLine(line.slice(start));
  return reading === null ? null : { reading, start };
}
/** The number in a bracket at the end of a title, …的通知（某政发〔2021〕5号）, or behind a blank, and where that begins; null where none stands there. */
export function numberAtEnd(line: string): { reading: NumberReading; start: number } | null {
  if (!line.includes("号")) return null;
  const printed = line.trimEnd();
  const match = printed.match(NUMBER_BRACKET) ?? printed.match(NUMBER_BEHIND_BLANK);
  const reading = match === null ? null : readNumberLine(match[0]);
  return reading === null || reading.agency === null
    ? null
    : { reading, start: (match as RegExpMatchArray).index as number };
}
const NUMBER_BRACKET = new RegExp(
  `[（(]${B}\\p{Script=Han}{1,14}${B}${OPEN}${B}${YEAR}${B}${CLOSE}${B}第?${SERIAL}${B}号${B}[）)]$`,
  "u",
);

/** …的决定　国发〔1984〕64号. */
const NUMBER_BEHIND_BLANK = new RegExp(
  `(?<=(?:通知|决定|意见|批复|复函|通报|公告|通告|命令|指示|规定|报告|请示)[\\s　]{1,8})\\p{Script=Han}{1,14}${OPEN}${YEAR}${CLOSE}第?${SERIAL}号$`,
  "u",
);

/** A title and its number on one line, blanks and all. */
const NAMED_PARTS = new RegExp(
  `^([\\p{Script=Han}\\s　]{2,40}?(?:令|公\\s*告|通\\s*告))${B}(?=第|[0-9０-９]{4}年|[〔[［【（(])`,
  "u",
);

/** The same where a blank stands inside a number, as reading machines put it: 〔20 21〕5 6号. */
const YEAR_WITH_BLANK = "[12１２][ 　]?[09０９][ 　]?[0-9０-９][ 　]?[0-9０-９]";
const SERIAL_WITH_BLANK = "[0-9０-９]{1,3}[ 　][0-9０-９]{1,3}";
const IN_TEXT = new RegExp(
  `[〔\\[［【﹝(（]${B}(${YEAR}|${YEAR_WITH_BLANK}|${YEAR_IN_HAN})${B}[〕\\]］】﹞)）]${B}(?:第${B})?(${SERIAL}(?:(?:${B}号${B}[、和]|${B}[、,，和])${B}(?:第${B})?${SERIAL})*|${SERIAL_WITH_BLANK}|${SERIAL_IN_HAN})${B}号`,
  "g",
);
const LONGEST_CODE = 14;
const ENDS_CODE = /[发字函办政党委组规通]$/;

/** Where the run of Han characters that ends at `end` starts, counted to the longest code. */
function hanStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST_CODE && isHanCode(text.charCodeAt(start - 1))) start--;
  return start;
}

/** 粤国土资（建）字, 某发改价格（管理）: a bracket inside a code, before what is none by itself, or at its end. */
const INNER_BRACKET = /\p{Script=Han}[（(]\p{Script=Han}{1,4}[）)]$/u;
const LONGEST_INNER_BRACKET = 7;

/** Where the code starts that ends at `end`. */
function codeStart(text: string, end: number): number {
  const start = hanStart(text, end);
  const length = end - start;
  if (
    length > 2 ||
    (length === 0 && !/[）)]/.test(text.charAt(end - 1))) ||
    (length === 2 && text.charAt(end - 1) !== "字")
  )
    return start;
  const bracket = text.slice(Math.max(0, start - LONGEST_INNER_BRACKET), start).match(INNER_BRACKET);
  return bracket === null ? start : hanStart(text, start - bracket[0].length + 1);
}

/** The year first: 根据（86）国函字42号. */
const YEAR_FIRST_IN_TEXT = new RegExp(
  `[〔\\[［【﹝(（](${YEAR})[〕\\]］】﹞)）](?![第年])(\\p{Script=Han}{1,9}?)第?(${SERIAL}(?:[、,，和]${SERIAL})*)号`,
  "gu",
);
/** The numbers of cases and of arbitrations are built alike: （2015）某民初字第12号. */
const CASE_CODE = /[民刑行执商破赔知][初终再监申辖]|[初终执裁仲]字?$|^仲|劳仲|[公检法]刑/;

/** A number inside running text, by offsets. */
export interface NumberMatch {
  start: number;
  end: number;
  /** The Han characters right before its bracket, and a bracket in its code; the code itself where the year stands first. */
  run: string;
  isYearFirst: boolean;
  year: number;
  serials: number[];
}

const ENUMERATES = /[、,，和]/;
/** The serials that share a code and a year; a blank alone parts none. */
const toSerials = (printed: string): number[] =>
  ENUMERATES.test(printed)
    ? printed.split(/[^0-9０-９]+/).map(toNumber)
    : [readNumeral(squeeze(printed)) as number];

/** Finds numbers in running text, with the serials that share a code and a year: `〔2021〕57、60号`. */
export function findNumbers(text: string): NumberMatch[] {
  const numbers = matchesOf(text, IN_TEXT).flatMap((match) => {
    const bracket = match.index;
    let stop = bracket;
    while (stop > 0 && isBlankCode(text.charCodeAt(stop - 1))) stop--;
    const start = codeStart(text, stop);
    const [, year, serials] = match as unknown as [string, string, string];
    const run = text.slice(start, stop);
    // Two digits in brackets are a year after the code of an agency alone.
    if (year.length === 2 && !ENDS_CODE.test(run)) return [];
    return {
      start: start === stop ? bracket : start,
      end: bracket + match[0].length,
      run,
      isYearFirst: false,
      year: toYear(squeeze(year)),
      serials: toSerials(serials),
    };
  });
  const yearFirst = findYearFirst(text);
  return yearFirst.length === 0 ? numbers : [...numbers, ...yearFirst].sort((a, b) => a.start - b.start);
}

/** Finds numbers whose year stands before their code. */
function findYearFirst(text: string): NumberMatch[] {
  return matchesOf(text, YEAR_FIRST_IN_TEXT).flatMap((match) => {
    const [whole, year, run, serials] = match as unknown as [string, string, string, string];
    if (!ENDS_CODE.test(run) || CASE_CODE.test(run)) return [];
    const end = match.index + whole.length;
    return {
      start: match.index,
      end,
      run,
      isYearFirst: true,
      year: toYear(year),
      serials: toSerials(serials),
    };
  });
}
