/**
 * Tells of a deadline that is printed and could not be read as days or as lasting.
 *
 * The task keeps the text; its first and last day are null, so it stands in no calendar. Either the print is wrong
 * or it says the time in a way the parser does not know (按上级要求): then a glance is enough.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   1. 编制工作规程，公布办事指南。
 *   责任单位：县司法局
 *   进度安排：长期执行
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
 *   进度安排：按上级要求
 *   某县人民政府
 *   2021年9月9日
 *   ⇒ 8:6-8:11 时限“按上级要求”没有读成日期，也不是长期执行
 */
import { placeWithin } from "./places.ts";
import type { Rule } from "./rule.ts";

export const deadlineUnread: Rule = {
  id: "deadline-unread",
  severity: "info",
  summary: "时限没有读成日期",
  check({ issue, source }, doubt) {
    for (const { tasks } of issue.taskTables)
      for (const { deadline, position } of tasks)
        if (deadline && deadline.start === null && deadline.end === null && !deadline.ongoing)
          doubt({
            reason: `时限“${deadline.text}”没有读成日期，也不是长期执行`,
            place: placeWithin(source, deadline.text, position),
          });
  },
};
