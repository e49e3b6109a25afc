/**
 * Warns of a traditional character amid simplified ones: 中小學生.
 *
 * Reading machines trained on both scripts mix them. Told is a character for which 《通用规范汉字表》 prints a simplified
 * one; a text of which a fifth and more is traditional is a quotation or another script, and is left alone.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   对中小学生进行健康干预，白酒、於菟、乾坤等名称不变。
 *   某县人民政府
 *   2021年9月9日
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   对中小學生进行健康干预，有效防控近视。
 *   某县人民政府
 *   2021年9月9日
 *   ⇒ 6:4-6:5 简体文字里夹着繁体字“學”（学）
 */
import { SIMPLIFIED } from "./data/traditional.ts";
import type { Rule } from "./rule.ts";

const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join("")}]`, "gu");
const SHARE = 0.2;

export const traditionalCharacter: Rule = {
  id: "traditional-character",
  severity: "warning",
  summary: "简体文字里夹着繁体字",
  check({ passages }, doubt) {
    for (const { text, place } of passages) {
      const found = [...text.matchAll(TRADITIONAL)];
      if (found.length > 1 && found.length / text.length >= SHARE) continue;
      for (const { 0: char, index } of found)
        doubt({
          reason: `简体文字里夹着繁体字“${char}”（${SIMPLIFIED.get(char)}）`,
          place: place(index, index + char.length),
        });
    }
  },
};
