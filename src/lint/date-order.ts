/**
 * Warns of a document dated after the issue that prints it, and of one whose number has another year than its date.
 *
 * Neither can be as printed. A document numbered in the last days of a year and signed in the first of the next is the
 * one exception, so a year's difference over the turn of a year is only worth a look.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *   2021年11月25日出版
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请认真执行。
 *   某县人民政府
 *   2021年9月9日
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *   2021年11月25日出版
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2020〕1号
 *   各乡镇：
 *   请认真执行。
 *   某县人民政府
 *   2021年12月9日
 *   某县人民政府关于加强监督的通知
 *   某政发〔2020〕90号
 *   各乡镇：
 *   请认真执行。
 *   某县人民政府
 *   2021年1月4日
 *   ⇒ 4:1-4:16 “某县人民政府关于加强管理的通知”成文于 2021-12-09，晚于本期的出版日期 2021-11-25
 *   ⇒ 4:1-4:16 “某县人民政府关于加强管理的通知”的文号是 2020 年，成文日期是 2021-12-09
 *   ⇒ 10:1-10:16 “某县人民政府关于加强监督的通知”的文号是 2020 年，成文日期是 2021-01-04
 */
import type { Passage } from "./passages.ts";
import type { Rule } from "./rule.ts";

/** True for a number of one year and a date in the first two months of the next. */
const overTheTurn = (year: number, date: string): boolean =>
  Number(date.slice(0, 4)) === year + 1 && date.slice(5, 7) <= "02";

export const dateOrder: Rule = {
  id: "date-order",
  severity: "warning",
  summary: "成文日期与出版日期或文号年份不合",
  check({ issue, titles }, doubt) {
    const published = issue.issue.date;
    for (const { id, heading, date, documentNumber } of [...issue.notices, ...issue.appointments]) {
      if (date === null) continue;
      const place = (titles.get(id) as Passage).place(0, heading.length);
      if (published !== null && date > published)
        doubt({ reason: `“${heading}”成文于 ${date}，晚于本期的出版日期 ${published}`, place });
      const year = documentNumber?.year ?? null;
      if (year !== null && year !== Number(date.slice(0, 4)))
        doubt({
          reason: `“${heading}”的文号是 ${year} 年，成文日期是 ${date}`,
          place,
          ...(overTheTurn(year, date) ? { severity: "info" as const } : {}),
        });
    }
  },
};
