/** The dates that open entries of a chronicle. */
import { squeeze } from "../language/blanks.ts";
import { isoDate } from "../language/dates.ts";
import { matchesOf } from "../language/matches.ts";
import { readNumeral } from "../language/numerals.ts";

const N = "[0-9０-９一二三四五六七八九十]{1,3}";
const M = `(?:${N}|元)`;
const Y = "[0-9０-９〇零○一二三四五六七八九]{4}";
const B = "[\\s　]*";
const TO = `(?:至|到|—+|–{1,2}|-{1,2}|－{1,2}|―{1,2}|~{1,2}|～{1,2}|[、和](?=${N}${B}日))${B}`;
/** A mark, a number of the entry, a bracket around its date: ◇7月5日, 1．7月5日, （1）7月5日, 【7月5日】. */
const BULLETS =
  "[◇◆△▲○●■□☆★•·▪►◎※❖◈▶➢]*(?:(?:[0-9０-９]{1,3}(?:[．、](?![0-9０-９]{1,2}日)|\\.(?![\\d０-９]))|[（(][0-9０-９]{1,3}[）)])[\\s　]*)?[【（(]?";
const DATED = new RegExp(
  `^${BULLETS}${B}(?:(${Y})${B}年${B})?(${M})${B}月${B}(${N})${B}(?:日(?:${B}${TO}(?:([0-9０-９]{4})年)?(?:(${N})${B}月${B})?(${N})${B}日)?|${TO}(${N})${B}日)[】）)]?`,
);
const DAY = new RegExp(
  `^${BULLETS}${B}(?:[同本当该]月)?(${N})${B}(?:日(?:${B}${TO}(?:(${N})${B}月${B})?(${N})${B}日)?|${TO}(${N})${B}日)(?=[\\s　，,：:。（(—–―]|上午|下午|中午|晚|凌晨|早|傍晚|夜|$)`,
);
const MONTH = new RegExp(`^${BULLETS}${B}[【（(]?(?:(${Y})年)?(${M})月(?:份)?[】）)]?$`);
const YEAR = new RegExp(`^${BULLETS}[【（(]?(${Y})年[】）)]?$`);
const MONTH_IN_TITLE = new RegExp(`(?<![-—–~至到])(?<!${N})(${M})月(?:份)?(?![-—–~至到])`, "g");

/** The date that opens an entry: day and month as numbers, null where the print leaves them to the lines above. */
export interface EntryDate {
  year: number | null;
  month: number | null;
  day: number;
  endYear: number | null;
  endMonth: number | null;
  endDay: number | null;
  /** Offset after the date. */
  length: number;
}

/** 元月 is the first. */
const monthNumber = (text: string | undefined): number | null => (text === "元" ? 1 : number(text));

const number = (text: string | undefined): number | null => (text === undefined ? null : readNumeral(text));

/** Reads the date at the start of a line: `8月13日至14日`, `◇7月5日`, `5日，`; null where there is none. */
export function entryDate(text: string): EntryDate | null {
  const full = text.match(DATED);
  if (full) {
    const [whole, year, month, day, endYear, endMonth, endDay, shortEnd] = full;
    const last = number(endDay ?? shortEnd);
    return {
      year: number(year),
      month: monthNumber(month),
      day: number(day) as number,
      endYear: number(endYear),
      endMonth: number(endMonth),
      endDay: isStretch(text, whole.length, number(day) as number, last) ? last : null,
      length: whole.length,
    };
  }
  const short = text.match(DAY);
  if (!short) return null;
  const [whole, day, endMonth, endDay, shortEnd] = short;
  const last = number(endDay ?? shortEnd);
  return {
    year: null,
    month: null,
    day: number(day) as number,
    endYear: null,
    endMonth: number(endMonth),
    endDay: isStretch(text, whole.length, number(day) as number, last) ? last : null,
    length: whole.length,
  };
}

/** 〔四月〕, ——5月——, ★六月★: marks around the heading of a month. */
const DECORATED = /^[^\p{Script=Han}\d０-９]+|[^\p{Script=Han}\d０-９]+$/gu;
/** No heading of a month is longer, letter-spacing counted. */
const LONGEST_MONTH = 20;

/**
 * The month and year that a heading line names, `7月`, `二 月`, `2021年7月`, or the year alone, `2021年`; null where it is
 * no such line.
 */
export function monthHeading(text: string): { year: number | null; month: number | null } | null {
  if (text.length > LONGEST_MONTH) return null;
  const bare = squeeze(text).replace(DECORATED, "");
  const match = bare.match(MONTH);
  if (match) return { year: number(match[1]), month: monthNumber(match[2]) };
  const year = bare.match(YEAR);
  return year ? { year: number(year[1]), month: null } : null;
}

/** The one month that a title names, `2022年6月大事记`; null for none or several. */
export function monthOfTitle(title: string): number | null {
  const months = matchesOf(squeeze(title), MONTH_IN_TITLE);
  const only = months.length === 1 ? (months[0] as RegExpMatchArray) : null;
  return only === null ? null : monthNumber(only[1]);
}

/** 4月中旬, 下旬, 本月: a month or ten days of it; 月底 and 5月至6月 say less. */
const PART_OF_MONTH = new RegExp(
  `^(?:(?:(${Y})年)?(${M})${B}月(?:份|间)?|[本是当该]月)?${B}(?:([上中下])旬)?(?=[，,：:\\s　\\p{Script=Han}])(?![初底末至到])`,
  "u",
);
const TEN_DAYS: Readonly<Record<string, readonly [number, number]>> = {
  上: [1, 10],
  中: [11, 20],
  下: [21, 31],
};
const WHOLE_MONTH = [1, 31] as const;
const SHORTEST_MONTH = 28;

/** The month or the ten days of one that open an entry without a day, as first and last day; null where they are not certain. */
export function partOfMonth(
  text: string,
  currentYear: number,
  currentMonth: number | null,
): { month: number; date: string | null; endDate: string | null } | null {
  const match = text.match(PART_OF_MONTH);
  if (!match?.[0]) return null;
  const month = monthNumber(match[2]) ?? currentMonth;
  if (month === null) return null;
  const year = number(match[1]) ?? currentYear;
  const [first, end] = TEN_DAYS[match[3] ?? ""] ?? WHOLE_MONTH;
  let last: number = end;
  while (last > SHORTEST_MONTH && isoDate(year, month, last) === null) last--;
  return { month, date: isoDate(year, month, first), endDate: isoDate(year, month, last) };
}

/** 1月7日、9日、11日: days that do not follow each other are no stretch of time. */
const LISTS_DAYS = new RegExp(`日${B}[、和]${B}${N}${B}日`);
const LISTS_MORE = new RegExp(`^${B}[、和]${B}${N}${B}日`);
const isStretch = (text: string, length: number, day: number, endDay: number | null): boolean =>
  endDay === null ||
  !LISTS_DAYS.test(text.slice(0, length)) ||
  (endDay === day + 1 && !LISTS_MORE.test(text.slice(length)));

/** First and last day as ISO dates. */
export function resolveEntryDate(
  date: EntryDate,
  year: number,
  month: number | null,
): { date: string | null; endDate: string | null } {
  const startMonth = date.month ?? month;
  if (startMonth === null) return { date: null, endDate: null };
  const startYear = date.year ?? year;
  const start = isoDate(startYear, startMonth, date.day);
  if (date.endDay === null) return { date: start, endDate: null };
  const endMonth = date.endMonth ?? startMonth;
  const endYear = date.endYear ?? (endMonth < startMonth ? startYear + 1 : startYear);
  return { date: start, endDate: isoDate(endYear, endMonth, date.endDay) };
}
