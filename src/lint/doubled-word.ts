/**
 * Warns of a word printed twice: 网上申报申报落户.
 *
 * Told is a word of the dictionary that `Intl.Segmenter` carries, or any four characters and more, that stands twice
 * in a row. Not told are what is said twice (讨论讨论, 一个一个), numerals, and the seam of a body and its office or
 * of a word and a longer one: 乡镇|乡镇长, 代表|代表团.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   各乡镇乡镇长、领导小组小组长要会同代表代表团，一个问题一个问题研究研究，人民人民政府除外。
 *   某县人民政府
 *   二〇二〇年九月九日
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   毕业生可网上申报申报落户预审，按实施方案实施方案执行。
 *   某县人民政府
 *   2021年9月9日
 *   ⇒ 6:7-6:11 “申报”印了两遍
 *   ⇒ 6:17-6:25 “实施方案”印了两遍
 */
import { TWICE } from "./data/doubled.ts";
import { isWord } from "./dictionary.ts";
import type { Rule } from "./rule.ts";

const HAN = /^\p{Script=Han}+$/u;
const SHORTEST = 2;
const LONGEST = 8;
const NUMERAL = /^[〇零一二三四五六七八九十百千万]+$/;
const SAME = /^(.)\1+$/u;
/** What may be said once for each: 一个一个, 逐项逐项. */
const EACH = /^[一逐各每的]/;
/** What makes the second one the head of a longer name: 乡镇|乡镇长, 代表|代表团. */
const TAIL =
  /^(?:[长员委团者会局法院部厅物]|书记|主任|主席|办法|规定|条例|细则|制度|中心|系统|平台|机构|部门|单位|人员|内容|事项|规划|计划|方案|纲要|目标)/;
const LONG = 4;

/** Where each UTF-16 unit was last seen; one table for all texts, which stand one after another on its count. */
const SEEN = new Float64Array(0x10000).fill(-LONGEST - 1);
let seenBefore = 0;

/** Where characters stand twice in a row, and how many. */
function repeats(text: string): { at: number; length: number }[] {
  const found: { at: number; length: number }[] = [];
  /** By length: how many units up to here are the same as those so far before them. */
  const same = new Uint8Array(LONGEST + 1);
  let isRunning = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isNear = seenBefore + at - (SEEN[code] as number) <= LONGEST;
    SEEN[code] = seenBefore + at;
    // Most units were not seen a moment ago: nothing is printed twice there.
    if (!isNear) {
      if (isRunning) same.fill(0);
      isRunning = false;
      continue;
    }
    isRunning = true;
    for (let length = SHORTEST; length <= LONGEST; length++) {
      same[length] = code === text.charCodeAt(at - length) ? (same[length] as number) + 1 : 0;
      if (same[length] !== length) continue;
      found.push({ at: at + 1 - 2 * length, length });
      same[length] = 0;
    }
  }
  seenBefore += text.length + LONGEST;
  return found;
}

/** True where the second word goes on and makes a longer one: 代表|代表团, 政府|政府采购. */
function goesOn(word: string, after: string): boolean {
  return (
    TAIL.test(after) || [1, 2].some((more) => after.length >= more && isWord(word + after.slice(0, more)))
  );
}

export const doubledWord: Rule = {
  id: "doubled-word",
  severity: "warning",
  summary: "一个词印了两遍",
  check({ passages }, doubt) {
    for (const { text, place } of passages)
      for (const { at, length } of repeats(text)) {
        const word = text.slice(at, at + length);
        const end = at + 2 * length;
        if (!HAN.test(word) || NUMERAL.test(word) || SAME.test(word)) continue;
        if (EACH.test(word) || TWICE.has(word + word)) continue;
        if (length < LONG && !isWord(word)) continue;
        if (!goesOn(word, text.slice(end, end + 2)))
          doubt({ reason: `“${word}”印了两遍`, place: place(at, end) });
      }
  },
};
