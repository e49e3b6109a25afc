/**
 * Tells of a row that has nothing but one cell, and that not its first.
 *
 * In a table whose rows are numbered, a row without a number and with a single text is mostly a piece of the row above
 * it that the reading machine set apart: a merged cell cut in two, a line of a long cell. It is kept as a row of its own.
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
 *   证明事项清单
 *   序号␉证明事项␉服务事项␉主管部门
 *   一、民政类
 *   1␉收入证明␉收养登记␉民政厅
 *   2␉学历证明␉␉司法厅
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
 *   证明事项清单
 *   序号␉证明事项␉服务事项␉主管部门
 *   1␉收入证明␉收养登记␉民政厅
 *   ␉␉␉司法厅
 *   2␉学历证明␉执业核准␉司法厅
 *   ⇒ 13:4-13:7 这一行只有“司法厅”一格，没有序号，可能是上一行的一部分
 */
import { cellColumns } from "./columns.ts";
import type { Rule } from "./rule.ts";

const MANY = 4;

export const tableRowSparse: Rule = {
  id: "table-row-sparse",
  severity: "info",
  summary: "表格一行只有一格",
  check({ tables }, doubt) {
    for (const { table, rows } of tables.values()) {
      if (table.columns[0]?.name !== "序号" || table.columns.length < MANY) continue;
      const own = cellColumns(table);
      for (const [index, row] of rows.entries()) {
        const [only, ...others] = row.filter(({ text }) => text !== "");
        const first = own[index]?.[0];
        const isFirst = first !== null && first !== undefined && row[first] === only;
        if (!only || others.length > 0 || isFirst || first === null) continue;
        doubt({
          reason: `这一行只有“${only.text}”一格，没有序号，可能是上一行的一部分`,
          place: only.place(0, only.text.length),
        });
      }
    }
  },
};
