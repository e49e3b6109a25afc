/**
 * Warns of a paragraph printed twice in a row.
 *
 * Reading machines say a stretch again when they lose their place. Told are paragraphs of twenty characters and more;
 * the short lines of a form may well be the same.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   各单位要加强组织领导，切实落实责任，确保各项工作取得实效。
 *   各单位要加强宣传引导，切实营造氛围，确保各项工作取得实效。
 *   某县人民政府
 *   2021年9月9日
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   各单位要加强组织领导，切实落实责任，确保各项工作取得实效。
 *   各单位要加强组织领导，切实落实责任，确保各项工作取得实效。
 *   某县人民政府
 *   2021年9月9日
 *   ⇒ 7:1-7:30 这一段与上一段完全相同，疑是重复｜上一段在这里（第 6 行第 1 列）
 */
import type { Passage } from "./passages.ts";
import type { Rule } from "./rule.ts";

const LONG = 20;

export const repeatedParagraph: Rule = {
  id: "repeated-paragraph",
  severity: "warning",
  summary: "一段印了两遍",
  check({ passages }, doubt) {
    let last: Passage | undefined;
    for (const passage of passages) {
      const { kind, part, text, place } = passage;
      const isText = kind === "paragraph" || kind === "entry";
      if (isText && text.length >= LONG && last?.text === text && last.part === part)
        doubt({
          reason: "这一段与上一段完全相同，疑是重复",
          place: place(0, text.length),
          cause: { reason: "上一段在这里", place: last.place(0, 1) },
        });
      last = passage;
    }
  },
};
