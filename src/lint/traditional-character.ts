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

/** One for each UTF-16 unit that is a traditional character: a look-up, where an expression would search. */
const IS_TRADITIONAL = new Uint8Array(0x10000);
for (const char of SIMPLIFIED.keys()) IS_TRADITIONAL[char.charCodeAt(0)] = 1;
const SHARE = 0.2;

/** Where the traditional characters of a text stand. */
function traditionalIn(text: string): number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length; at++) if (IS_TRADITIONAL[text.charCodeAt(at)] === 1) found.push(at);
  return found;
}

export const traditionalCharacter: Rule = {
  id: "traditional-character",
  severity: "warning",
  summary: "简体文字里夹着繁体字",
  check({ passages }, doubt) {
    for (const { text, place } of passages) {
      const found = traditionalIn(text);
      if (found.length > 1 && found.length / text.length >= SHARE) continue;
      for (const at of found)
        doubt({
          reason: `简体文字里夹着繁体字“${text[at]}”（${SIMPLIFIED.get(text.charAt(at))}）`,
          place: place(at, at + 1),
        });
    }
  },
};
