/** Numbers and dates as gazettes print them. Written apart from the parser's own, which it is to check. */

const DIGITS = "〇一二三四五六七八九";

/** 1–999 in Chinese: 21 → 二十一, 110 → 一百一十. */
export function chinese(value: number): string {
  const digit = (index: number): string => "零一二三四五六七八九".charAt(index);
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const ones = value % 10;
  let text = hundreds > 0 ? `${digit(hundreds)}百` : "";
  if (hundreds > 0 && tens === 0 && ones > 0) text += "零";
  if (tens > 0) text += hundreds === 0 && tens === 1 ? "十" : `${digit(tens)}十`;
  return ones > 0 ? text + digit(ones) : text;
}

/** A year digit by digit: 2021 → 二〇二一. */
const chineseYear = (year: number): string =>
  [...String(year)].map((digit) => DIGITS.charAt(Number(digit))).join("");

/** ①–⑳. */
export const circled = (value: number): string => String.fromCodePoint(0x2460 + value - 1);

/** Full-width digits: 12 → １２. */
export const fullWidth = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0));

/** A day of the calendar. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

const two = (value: number): string => String(value).padStart(2, "0");
export const iso = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`;
/** 2021年9月9日 */
export const printed = ({ year, month, day }: Day): string => `${year}年${month}月${day}日`;
/** 二〇二一年九月九日, with the zero given. */
export const printedChinese = ({ year, month, day }: Day, zero = "〇"): string =>
  `${chineseYear(year).replaceAll("〇", zero)}年${chinese(month)}月${chinese(day)}日`;

export const lastDay = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The day so many days after another. */
export function addDays(start: Day, days: number): Day {
  const moment = new Date(Date.UTC(start.year, start.month - 1, start.day + days));
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() };
}
