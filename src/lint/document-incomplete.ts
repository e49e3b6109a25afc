/**
 * Warns of an official document without its date, its issuer or its number.
 *
 * Every official document is signed and dated (GB/T 9704-2012 §7.3.5), and most kinds are numbered (§7.2.5); 公告, 令 and
 * their like may go without. What is missing was left out in print, or the parser did not find it. A missing number is
 * only worth a look.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的公告
 *   请遵照执行。
 *   某县人民政府
 *   2021年9月9日
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请认真执行。
 *
 *   某县人民政府关于加强监督的意见
 *   各乡镇：
 *   请认真执行。
 *   某县人民政府
 *   2021年9月9日
 *   ⇒ 3:1-3:10 “关于加强管理的通知”没有读到成文日期、发文机关
 *   ⇒ 8:1-8:16 “某县人民政府关于加强监督的意见”没有读到发文字号
 */
import { GENRES } from "../terms/genres.ts";
import type { Passage } from "./passages.ts";
import type { Rule } from "./rule.ts";

/** Kinds that are often printed without a number. */
const UNNUMBERED: ReadonlySet<string> = new Set([
  "公告",
  "通告",
  "公报",
  "令",
  "命令",
  "决议",
  "议案",
  "报告",
  "纪要",
]);

export const documentIncomplete: Rule = {
  id: "document-incomplete",
  severity: "warning",
  summary: "文件缺成文日期、发文机关或发文字号",
  check({ issue, titles }, doubt) {
    const official = [
      ...issue.notices.map(({ issuer, signatory, ...rest }) => ({
        ...rest,
        isSigned: issuer !== null || signatory !== null,
      })),
      ...issue.appointments.map((appointment) => ({
        genre: "通知",
        ...appointment,
        isSigned: appointment.issuer !== null,
      })),
    ];
    for (const { id, heading, genre, date, isSigned, documentNumber } of official) {
      if (genre === null || !(genre in GENRES)) continue;
      const place = (passage: Passage) => passage.place(0, heading.length);
      const missing = [
        date === null ? "成文日期" : "",
        isSigned || genre === "纪要" ? "" : "发文机关",
      ].filter(Boolean);
      const passage = titles.get(id) as Passage;
      if (missing.length > 0)
        doubt({ reason: `“${heading}”没有读到${missing.join("、")}`, place: place(passage) });
      if (documentNumber === null && !UNNUMBERED.has(genre))
        doubt({ reason: `“${heading}”没有读到发文字号`, place: place(passage), severity: "info" });
    }
  },
};
