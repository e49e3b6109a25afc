/**
 * Warns of a lower-case Latin word between Chinese ones: 企业 and 群众.
 *
 * Reading machines put an English word where they could not make out the Chinese one. Told is a word of two small
 * letters or more with Chinese on both sides; units (`km`), names that are always written so (`app`, `wifi`), addresses
 * and whatever touches a digit or a capital are not. A right word that is warned of belongs in `data/latin.ts`.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   下载app并连接wifi，管径400mm的管道，长度以 km 计，支持 IPv4 和 IPv6，邮箱nxplfzb@163.com。
 *   某县人民政府
 *   2021年9月9日
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   选取与企业 and 群众密切相关的事项，提交申请材料and承诺书。
 *   某县人民政府
 *   2021年9月9日
 *   ⇒ 6:7-6:10 中文里夹着“and”，疑是误读，前后是“企业 and 群众”
 *   ⇒ 6:27-6:30 中文里夹着“and”，疑是误读，前后是“材料and承诺”
 */
import { LATIN_WORDS } from "./data/latin.ts";
import type { Rule } from "./rule.ts";

const WORD = /[a-z]{2,}/g;
const BEFORE = /\p{Script=Han}{1,2}[\s　]{0,2}$/u;
const AFTER = /^[\s　]{0,2}\p{Script=Han}{1,2}/u;
const REACH = 4;

export const strayLatin: Rule = {
  id: "stray-latin",
  severity: "warning",
  summary: "中文里夹着外文词",
  check({ passages }, doubt) {
    for (const { text, place } of passages)
      for (const match of text.matchAll(WORD)) {
        const [word] = match;
        if (LATIN_WORDS.has(word)) continue;
        const end = match.index + word.length;
        const before = text.slice(Math.max(0, match.index - REACH), match.index).match(BEFORE)?.[0];
        const after = text.slice(end, end + REACH).match(AFTER)?.[0];
        if (before === undefined || after === undefined) continue;
        doubt({
          reason: `中文里夹着“${word}”，疑是误读，前后是“${before}${word}${after}”`,
          place: place(match.index, end),
        });
      }
  },
};
