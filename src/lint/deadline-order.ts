/**
 * Warns of a deadline that ends before the document's own date.
 *
 * A task cannot be due before the document that sets it: the year or the month is misprinted. A numbered step whose
 * head gives a time in brackets （7月15日前） is told too, as worth a look: plans passed down from above keep their old
 * steps.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   1. 编制工作规程，公布办事指南。
 *   责任单位：县司法局
 *   进度安排：2021年10月底前完成
 *   某县人民政府
 *   2021年9月9日
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   1. 编制工作规程，公布办事指南。
 *   责任单位：县司法局
 *   进度安排：2020年10月底前完成
 *   2. 公布目录清单（7月15日前）。各部门要细化任务。
 *   某县人民政府
 *   2021年9月9日
 *   ⇒ 8:6-8:18 时限“2020年10月底前完成”止于 2020-10-31，早于文件的成文日期 2021-09-09
 *   ⇒ 9:11-9:17 时限“7月15日前”止于 2021-07-15，早于文件的成文日期 2021-09-09
 */
import type { NoticeDocument } from "../document/schema.ts";
import { readDeadline } from "../reading/deadlines.ts";

import type { Material } from "./material.ts";
import { placer, placeWithin } from "./places.ts";
import type { Doubt, Rule } from "./rule.ts";
import { partsOf, sectionsOf } from "./walk.ts";

const IN_BRACKETS = /[（(]([^（）()]{2,16}前)[）)]$/;

const reasonOf = (text: string, end: string, date: string): string =>
  `时限“${text}”止于 ${end}，早于文件的成文日期 ${date}`;

/** Steps whose heads give a time that is over before the document. */
function* lateSteps(notice: NoticeDocument, date: string, { source }: Material): Generator<Doubt> {
  for (const { blocks } of partsOf(notice))
    for (const { marker, title, position } of sectionsOf(blocks)) {
      const match = title?.match(IN_BRACKETS);
      const text = match?.[1];
      const end = text === undefined ? null : readDeadline(text, Number(date.slice(0, 4)))?.end;
      if (!match || !end || end >= date) continue;
      const from = marker.length + (match.index as number) + 1;
      const place = placer(source, marker + title, position.start.offset, position.end.offset);
      yield {
        reason: reasonOf(match[1] as string, end, date),
        place: place(from, from + (match[1] as string).length),
        severity: "info",
      };
    }
}

export const deadlineOrder: Rule = {
  id: "deadline-order",
  severity: "warning",
  summary: "完成时限早于成文日期",
  check(material, doubt) {
    const { issue, source } = material;
    const dates = new Map(issue.notices.map(({ id, date }) => [id, date]));
    for (const { notice, tasks } of issue.taskTables) {
      const date = dates.get(notice);
      for (const { deadline, position } of tasks) {
        if (!date || !deadline?.end || deadline.end >= date) continue;
        doubt({
          reason: reasonOf(deadline.text, deadline.end, date),
          place: placeWithin(source, deadline.text, position),
        });
      }
    }
    for (const notice of issue.notices)
      if (notice.date !== null) for (const found of lateSteps(notice, notice.date, material)) doubt(found);
  },
};
