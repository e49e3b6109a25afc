/**
 * Warns of a group head that a table prints again after a page break under another number.
 *
 * A table that runs over pages repeats the cell that heads its rows: （七）… stands on two pages and is one group.
 * Where the name is the same and the number is not, the rows are read as one group; which number is right only the
 * editor can tell. The structure of tables finds this while it joins their pages.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于印发工作方案的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请认真执行。
 *   某县人民政府
 *   2021年9月9日
 *   附件
 *   重点任务清单
 *   主要任务␉重点内容␉责任单位␉完成时限
 *   （一）夯实基础␉1. 建设网络。␉县工信局␉2021年
 *   ␉2. 建设平台。␉县政府办␉2021年
 *
 *   主要任务␉重点内容␉责任单位␉完成时限
 *   （一）夯实基础␉3. 完善制度。␉县政府办␉2021年
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于印发工作方案的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请认真执行。
 *   某县人民政府
 *   2021年9月9日
 *   附件
 *   重点任务清单
 *   主要任务␉重点内容␉责任单位␉完成时限
 *   （一）夯实基础␉1. 建设网络。␉县工信局␉2021年
 *   ␉2. 建设平台。␉县政府办␉2021年
 *
 *   主要任务␉重点内容␉责任单位␉完成时限
 *   （二）夯实基础␉3. 完善制度。␉县政府办␉2021年
 *   ⇒ 16:1-16:8 分组“（二）夯实基础”在换页后重印，序号与前面的“（一）夯实基础”不同；按同一组读取，请核对印本
 */
import { rangeOf } from "../tree/build.ts";
import type { Rule } from "./rule.ts";

export const groupNumber: Rule = {
  id: "group-number",
  severity: "warning",
  summary: "换页后重印的分组序号不同",
  check({ doubts, source }, doubt) {
    for (const { ruleId, reason, start, end } of doubts)
      if (ruleId === "group-number") doubt({ reason, place: rangeOf(source, start, end) });
  },
};
