/**
 * Warns of a task that says who is responsible, in words in which no body was found.
 *
 * The task keeps the words and names nobody, so it is missing from every body's list of duties. A misprinted name, or
 * a body whose name is built in a way the parser does not know: then the terms want an entry.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   1. 编制工作规程，公布办事指南。
 *   责任单位：县司法局、各乡镇
 *   某县人民政府
 *   2021年9月9日
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   1. 编制工作规程，公布办事指南。
 *   责任单位：；
 *   2. 公布目录清单，接受社会监督。
 *   责任单位：县司法局
 *   某县人民政府
 *   2021年9月9日
 *   ⇒ 7:1-7:7 责任“责任单位：；”里没有读出任何单位
 */
import { placeWithin } from "./places.ts";
import type { Rule } from "./rule.ts";

export const partyUnread: Rule = {
  id: "party-unread",
  severity: "warning",
  summary: "写了责任却没有读出单位",
  check({ issue, source }, doubt) {
    for (const { tasks } of issue.taskTables)
      for (const { responsibility, responsible, supporting, position } of tasks)
        if (responsibility !== null && responsible.length + supporting.length === 0)
          doubt({
            reason: `责任“${responsibility.replace(/\n/g, "　")}”里没有读出任何单位`,
            place: placeWithin(source, responsibility, position),
          });
  },
};
