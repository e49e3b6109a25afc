/** Dates as Chinese documents print them. */
import { isSpaceCode, squeeze } from "./blanks.ts";
import { characters, isIn } from "./characters.ts";
import { matchesOf } from "./matches.ts";
import { CHINESE_NUMERAL, readNumeral } from "./numerals.ts";

const NUMBER = `[\\d０-９${CHINESE_NUMERAL}]`;
/** A year of four figures, with all that is printed for 〇. */
const YEAR = `[\\d０-９${CHINESE_NUMERAL}OoＯｏΟО◯]{4}`;
/** `2021年9月9日`, `二〇二一年九月九日`, blanks allowed between the parts; the first month is 元月 too. */
export const FULL_DATE = new RegExp(
  `(${YEAR})[\\s　]*年[\\s　]*(${NUMBER}{1,3}|元)[\\s　]*月[\\s　]*(${NUMBER}{1,3})[\\s　]*日`,
);
const WHOLE_DATE = new RegExp(`^${FULL_DATE.source}$`);
/** 2021.9.9, 2021-09-09: a day in figures alone, which counts as one only below who signs. */
const FIGURES = /^([\d０-９]{4})[.．/／-]([\d０-９]{1,2})[.．/／-]([\d０-９]{1,2})$/;
/** 二〇二一年九月: no day is printed. */
const MONTH = new RegExp(`^${YEAR}年(?:${NUMBER}{1,3}|元)月$`);

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const pad = (n: number, width: number): string => String(n).padStart(width, "0");

/** True for a leap year of the Gregorian calendar. */
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The number of days in a month (1–12), 0 for a month there is not. */
export function daysIn(year: number, month: number): number {
  return month === 2 && !isLeap(year) ? 28 : (LENGTHS[month - 1] ?? 0);
}

/** ISO date, or null where the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  const exists = year >= 1000 && year <= 9999 && day >= 1 && day <= daysIn(year, month);
  return exists ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : null;
}

const ALL_DATES = new RegExp(FULL_DATE.source, "g");

/** The dates in a running text, as matches of {@link FULL_DATE}. */
export function findDates(text: string): RegExpExecArray[] {
  return text.includes("日") && text.includes("年") ? matchesOf(text, ALL_DATES) : [];
}

/** The ISO date of a match of {@link FULL_DATE}. */
export function dateOfMatch(match: RegExpMatchArray): string | null {
  const [year, month, day] = match
    .slice(1, 4)
    .map((part) => (part === "元" ? 1 : (readNumeral(part) ?? 0))) as [number, number, number];
  return isoDate(year, month, day);
}

/** The date that a text is, or null: `二〇二一年九月九日` → `2021-09-09`. */
export function readDate(text: string): string | null {
  const bare = squeeze(text);
  const match = bare.match(WHOLE_DATE) ?? bare.match(FIGURES);
  return match && dateOfMatch(match);
}

/** A longer line is no date, however widely it is spaced. */
const LONGEST_DATE = 60;

/** True where a line is a date and nothing else, whether or not the calendar has it. */
export function isDateLine(text: string): boolean {
  return text.length <= LONGEST_DATE && text.includes("日") && WHOLE_DATE.test(squeeze(text));
}

/** True where a line can date a letter below who signs it, and there alone: figures, or a month without its day. */
export function isLooseDate(text: string): boolean {
  if (text.length > LONGEST_DATE) return false;
  const bare = squeeze(text);
  return bare.endsWith("月") ? MONTH.test(bare) : FIGURES.test(bare);
}

const OPEN_BRACKETS = characters("（(");
const mayOpenBracket = (first: number): boolean => isIn(OPEN_BRACKETS, first) || isSpaceCode(first);

/** True where a line is a date in brackets: （一九九八年八月二十日）. */
export const isBracketedDate = (text: string): boolean =>
  mayOpenBracket(text.charCodeAt(0)) &&
  text.includes("日") &&
  /^[（(].{6,40}日[）)]$/.test(text.trim()) &&
  isDateLine(text.trim().slice(1, -1));

/** True where a line is a date, with brackets or without: it may stand between a head and its letter. */
export const isDateOnTop = (text: string): boolean => isBracketedDate(text) || isDateLine(text);
