/**
 * Warns of entries of a chronicle (大事记) that have no date, come out of order or lie far from the others.
 *
 * A chronicle goes through its months day by day, and its year is the issue's. An entry before the one above it, after
 * the issue was printed, or four months and more from the middle of all is a misprinted month, or belongs to another
 * year.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *   2021年11月25日出版
 *
 *   政府大事记
 *   7月5日，县长主持召开常务会议。
 *   7月5日，县长调研农业工作。
 *   8月13日至14日，县长赴外地考察。
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *   2021年11月25日出版
 *
 *   政府大事记
 *   1月5日，县长主持召开常务会议。
 *   7月9日，县长调研农业工作。
 *   7月6日，县长调研教育工作。
 *   8月13日，县长赴外地考察。
 *   12月1日，县长主持召开座谈会。
 *   ⇒ 5:1-5:5 这一条是 2021-01-05，离其他各条太远，请核对月份和年份
 *   ⇒ 7:1-7:5 这一条是 2021-07-06，排在 2021-07-09 之后｜前一条在这里（第 6 行第 1 列）
 *   ⇒ 9:1-9:6 这一条是 2021-12-01，晚于本期的出版日期 2021-11-25
 */
import type { ChronicleDocument } from "../document/schema.ts";
import type { Material } from "./material.ts";
import { placer } from "./places.ts";
import type { Doubt, Rule } from "./rule.ts";

type Entry = ChronicleDocument["entries"][number];

/** How many months an entry may lie from the middle one. */
const REACH = 4;
const PRINTED_DATE =
  /^.{0,4}?[0-9０-９一二三四五六七八九十]{1,3}[\s　]*月(?:[\s　]*[0-9０-９一二三四五六七八九十]{1,3}[\s　]*日)?/;

const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** The month of the middle entry. */
function middleMonth(entries: readonly Entry[]): number {
  const months = entries.flatMap(({ date }) => (date === null ? [] : [monthOf(date)])).sort((a, b) => a - b);
  return months[months.length >> 1] ?? 0;
}

/** What is wrong with an entry's date; `last` is the entry before it. */
function doubtOf(
  { date, endDate }: Entry,
  last: Entry | undefined,
  middle: number,
  published: string | null,
): Omit<Doubt, "place"> | null {
  if (date === null) return { reason: "这一条没有读到日期" };
  if (published !== null && date > published)
    return { reason: `这一条是 ${date}，晚于本期的出版日期 ${published}` };
  if (Math.abs(monthOf(date) - middle) >= REACH)
    return { reason: `这一条是 ${date}，离其他各条太远，请核对月份和年份`, severity: "info" };
  if (last?.date && (endDate ?? date) < last.date)
    return {
      reason: `这一条是 ${date}，排在 ${last.date} 之后`,
      cause: { reason: "前一条在这里", place: last.position },
    };
  return null;
}

/** The place of the date that opens an entry, or of its first character. */
function placeOf({ text, position }: Entry, { source }: Material): Doubt["place"] {
  const length = text.match(PRINTED_DATE)?.[0].length ?? 1;
  return placer(source, text, position.start.offset, position.end.offset)(0, length);
}

export const chronicleDate: Rule = {
  id: "chronicle-date",
  severity: "warning",
  summary: "大事记的日期缺失、倒置或离得太远",
  check(material, doubt) {
    const { issue } = material;
    const entries = issue.chronicle?.entries ?? [];
    const middle = middleMonth(entries);
    let last: Entry | undefined;
    for (const entry of entries) {
      const found = doubtOf(entry, last, middle, issue.issue.date);
      if (found) doubt({ ...found, place: placeOf(entry, material) });
      else last = entry;
    }
  },
};
