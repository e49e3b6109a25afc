/**
 * Warns of a task that says who is responsible, in words in which no body was found or that are none: a time, a sentence.
 *
 * A task that names nobody is missing from every body's list of duties, and one that names 2021年6月 stands in a list of
 * its own. A misprinted name, a cell under another head than its own, or a body whose name is built in a way the parser
 * does not know: then the terms want an entry.
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
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   1. 编制工作规程，公布办事指南。
 *   责任单位：县司法局、2021年6月底
 *   2. 公布目录清单，接受社会监督。
 *   责任单位：建立健全各项制度
 *   某县人民政府
 *   2021年9月9日
 *   ⇒ 7:11-7:19 “2021年6月底”读成了责任单位，看起来是时间
 *   ⇒ 9:6-9:14 “建立健全各项制度”读成了责任单位，看起来是一句话
 */
import { BODY_ENDING } from "../terms/organizations.ts";
import { placeWithin } from "./places.ts";
import type { Rule } from "./rule.ts";

/** 2021年6月底, 第三季度, 长期坚持. */
const TIME =
  /\d年|\d月(?:$|[底初末前\d上中下])|[年月]底|季度|半年|[年月日]前$|^(?:全年|长期|持续|常年|每年|每月|年内)/;
const BODY = new RegExp(
  `(?:${BODY_ENDING}|乡|镇|村|街道|部门|单位|机构|企业|协会|学校|医院|专班|组|负责人)(?:[（(][^（()）]{1,20}[）)])?$`,
);
/** How sentences open that say what is to be done. */
const ACTS =
  /^(?:开展|建立|完善|加强|推进|推动|做好|组织|制定|落实|加快|实施|督促|确保|强化|提升|提高|按照|按时|根据|对照|围绕|进一步|切实|及时|定期|完成|不断|深入|积极|严格|健全|编制|梳理)/;
/** No name of a body that ends as none does is longer. */
const LONGEST_NAME = 20;

/** What a party looks like that is no body; null for one that may be. */
function looksLike(name: string): string | null {
  if (TIME.test(name)) return "时间";
  return !BODY.test(name) && (name.length > LONGEST_NAME || ACTS.test(name)) ? "一句话" : null;
}

export const partyUnread: Rule = {
  id: "party-unread",
  severity: "warning",
  summary: "写了责任却没有读出单位，或读出的不是单位",
  check({ issue, source }, doubt) {
    for (const { tasks } of issue.taskTables)
      for (const { responsibility, responsible, supporting, position } of tasks) {
        const parties = [...responsible, ...supporting];
        if (responsibility !== null && parties.length === 0)
          doubt({
            reason: `责任“${responsibility.replace(/\n/g, "　")}”里没有读出任何单位`,
            place: placeWithin(source, responsibility, position),
          });
        for (const { text } of parties) {
          const kind = looksLike(text);
          if (kind !== null)
            doubt({
              reason: `“${text}”读成了责任单位，看起来是${kind}`,
              place: placeWithin(source, text, position),
            });
        }
      }
  },
};
