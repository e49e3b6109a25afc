/**
 * Warns of a table row with more cells than the head has columns.
 *
 * The reading machine put a cell too many into the row, or split one. The row is kept as read: nothing says which
 * cell belongs under which head, so its record is null and a task read from it holds only what is certain. Put the
 * cells right in the errata; nothing is shifted in silence.
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
 *   主要指标表
 *   序号␉指标␉2020年␉2022年
 *   1␉污水处理率␉85␉90
 *   2␉厕所普及率␉␉91
 *   3␉绿地率
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
 *   主要指标表
 *   序号␉指标␉2020年␉2022年
 *   1␉污水处理率␉85␉90
 *   2␉厕所普及率␉二类县␉89␉91
 *   ⇒ 13:1-13:18 这一行有 5 格，表头只有 4 栏，各格对不上栏目；按原样保留，请核对印本
 */
import type { Passage } from "./passages.ts";
import type { Rule } from "./rule.ts";

export const tableRowWidth: Rule = {
  id: "table-row-width",
  severity: "warning",
  summary: "表格一行的格子比表头多",
  check({ tables }, doubt) {
    for (const { table, rows } of tables.values())
      table.records.forEach((record, index) => {
        if (record !== null) return;
        const filled = (rows[index] as readonly Passage[]).filter(({ text }) => text !== "");
        const [first, last] = [filled[0], filled.at(-1)];
        if (!first || !last) return;
        const width = (table.rows[index] as (typeof table.rows)[number]).cells.reduce(
          (sum, { colSpan }) => sum + colSpan,
          0,
        );
        const { start } = first.place(0, first.text.length);
        const { end } = last.place(0, last.text.length);
        doubt({
          reason: `这一行有 ${width} 格，表头只有 ${table.columns.length} 栏，各格对不上栏目；按原样保留，请核对印本`,
          place: { start, end },
        });
      });
  },
};
