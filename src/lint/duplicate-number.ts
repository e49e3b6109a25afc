/**
 * Warns of a document number that two documents bear.
 *
 * A number is given once (GB/T 9704-2012 §7.2.5). Either one of the two is misprinted, or a document was printed twice.
 * The documents of other issues are looked at too.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请认真执行。
 *   某县人民政府
 *   2021年9月9日
 *   某县人民政府关于加强监督的通知
 *   某政发〔2021〕2号
 *   各乡镇：
 *   请认真执行。
 *   某县人民政府
 *   2021年9月9日
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请认真执行。
 *   某县人民政府
 *   2021年9月9日
 *   某县人民政府关于加强监督的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请认真执行。
 *   某县人民政府
 *   2021年9月9日
 *   ⇒ 9:1-9:16 “某县人民政府关于加强监督的通知”的文号某政发〔2021〕1号已有文件用过｜那份文件在这里（第 3 行第 1 列）
 */
import { resolveCitation } from "../document/corpusIndex.ts";
import type { Passage } from "./passages.ts";
import type { Rule } from "./rule.ts";

export const duplicateNumber: Rule = {
  id: "duplicate-number",
  severity: "warning",
  summary: "两份文件同一个文号",
  check({ issue, titles, corpus }, doubt) {
    const first = new Map<string, string>();
    for (const { id, heading, documentNumber } of [...issue.notices, ...issue.appointments]) {
      if (!documentNumber?.agency) continue;
      const { agency, year, serial, text } = documentNumber;
      const key = `${agency}|${year}|${serial}`;
      const passage = titles.get(id) as Passage;
      const place = passage.place(0, heading.length);
      const other = titles.get(first.get(key) ?? "");
      const elsewhere =
        corpus && resolveCitation(corpus, { documentNumber, title: null, start: 0, end: 0, text });
      const reason = `“${heading}”的文号${text}已有文件用过`;
      if (other)
        doubt({
          reason,
          place,
          cause: { reason: "那份文件在这里", place: other.place(0, other.text.length) },
        });
      else if (elsewhere && !elsewhere.startsWith(`${issue.id}/`))
        doubt({ reason: `${reason}：${elsewhere}`, place });
      else first.set(key, id);
    }
  },
};
