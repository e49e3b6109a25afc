/**
 * Warns of a day that the calendar does not have: 2021年2月30日, 6月31日, 13月1日.
 *
 * Such a date is read as none. One figure is misprinted or misread; which, the print or the body that issued the
 * document can tell.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请于2020年2月29日、4月30日前报送。
 *   某县人民政府
 *   二〇二一年九月九日
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请于2021年2月29日、6 月 31 日前报送。
 *   某县人民政府
 *   二〇二一年十三月九日
 *   ⇒ 6:3-6:13 历法上没有“2021年2月29日”
 *   ⇒ 6:14-6:22 历法上没有“6月31日”
 *   ⇒ 8:1-8:11 历法上没有“二〇二一年十三月九日”
 */
import { squeeze } from "../language/blanks.ts";
import { daysIn } from "../language/dates.ts";
import { CHINESE_NUMERAL, readNumeral } from "../language/numerals.ts";
import { rangeOf, type Source } from "../tree/build.ts";
import type { Rule } from "./rule.ts";

const NUMBER = `[0-9０-９${CHINESE_NUMERAL}]`;
const BLANKS = "[ \\t　]{0,2}";
const DATE = new RegExp(
  `(?<!${NUMBER})(?:(${NUMBER}{4})${BLANKS}年${BLANKS})?(${NUMBER}{1,3})${BLANKS}月${BLANKS}(${NUMBER}{1,3})${BLANKS}日`,
  "g",
);
/** A leap year, for a day of which the year is not told. */
const LEAP = 2000;

/** The lines that can hold a date, with their offsets. */
function linesWithMonths({ text, lineStarts }: Source): { line: string; from: number }[] {
  return Array.from(lineStarts, (from, index) => ({
    line: text.slice(from, lineStarts[index + 1]),
    from,
  })).filter(({ line }) => line.includes("月"));
}

export const impossibleDate: Rule = {
  id: "impossible-date",
  severity: "warning",
  summary: "历法上没有的日期",
  check({ source }, doubt) {
    for (const { line, from } of linesWithMonths(source))
      for (const match of line.matchAll(DATE)) {
        const [printed, ...parts] = match;
        const [year, month, day] = parts.map((part) => (part === undefined ? LEAP : readNumeral(part))) as [
          number,
          number,
          number,
        ];
        if (day >= 1 && day <= daysIn(year, month)) continue;
        doubt({
          reason: `历法上没有“${squeeze(printed)}”`,
          place: rangeOf(source, from + match.index, from + match.index + printed.length),
        });
      }
  },
};
