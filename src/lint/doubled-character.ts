/**
 * Warns of a character printed twice: 对应的的, 有利利害关系.
 *
 * A doubled character is right where two words meet at it (为了|了解, 县|县长, 财政|政策), where it makes a word
 * (人人, 常常, 认认真真) or a name (田婷婷), and in numerals. Whether words meet is told by the dictionary that
 * `Intl.Segmenter` carries and by the lists in `data/doubled.ts`; a little word before it (有, 的, 在 …) does not
 * count as the first half of one, so that 有利利害 is no 有利|利害. A right word that is warned of belongs in those lists.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   为了了解情况，县县长、市市直单位、市市场监管局和组织部部长以营利为目的的，人人有责。田婷婷同志任县委委员。
 *   某县人民政府
 *   2021年9月9日
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   要与平台上对应的的事项一致，有利利害关系的业主同意。
 *   某县人民政府
 *   2021年9月9日
 *   ⇒ 6:8-6:10 “对应的的事项”里“的”字重了，疑多印一字
 *   ⇒ 6:16-6:18 “有利利害关”里“利”字重了，疑多印一字
 */
import { SURNAMES } from "../terms/people.ts";
import { AFTER_ANYTHING, NAME_DOUBLES, REDUPLICATED, TURNS, WORDS } from "./data/doubled.ts";
import { isWord, segments } from "./dictionary.ts";
import type { Rule } from "./rule.ts";

const HAN = /\p{Script=Han}/u;
const NUMERALS = "〇零一二三四五六七八九十百千万某钉原";
/** Little words: what follows one is no second half of a word. */
const LITTLE = "有的了在和与对为及是将把被从由向以于不并也就都而或之其等";
const REACH = 4;

const isKnown = (text: string): boolean => WORDS.has(text) || isWord(text);

/** True where a word of two to four characters ends `text`. */
const endsInWord = (text: string): boolean =>
  [2, 3, REACH].some((length) => text.length >= length && isKnown(text.slice(-length)));
/** True where a word of two to four characters opens `text`. */
const opensWithWord = (text: string): boolean =>
  [2, 3, REACH].some((length) => text.length >= length && isKnown(text.slice(0, length)));

/** True where two words meet between the characters. */
function isSeam(before: string, char: string, after: string): boolean {
  if (AFTER_ANYTHING.has(char + after.charAt(0))) return true;
  const last = before.slice(-1);
  if (LITTLE.includes(last) && !WORDS.has(last + char)) return false;
  return endsInWord(before + char) && opensWithWord(char + after);
}

/** True where the character doubled is a word or half of one: 人人, 清清楚楚. */
function isReduplicated(before: string, char: string, after: string): boolean {
  const pair = char + char;
  const [next, nextAgain] = after;
  const [last, lastButOne] = [before.at(-1), before.at(-2)];
  if (next !== undefined && next === nextAgain && isWord(char + next)) return true;
  if (last !== undefined && last === lastButOne && isWord(last + char)) return true;
  if (!REDUPLICATED.has(char)) return false;
  return /^[都有通皆均能]/.test(after) || segments(before + pair + after).includes(pair);
}

/** True where the character doubled is a given name: 田婷婷, or 杨元元 where nothing else stands in the text. */
function isName(text: string, before: string, char: string): boolean {
  return SURNAMES.has(before.slice(-1)) && (NAME_DOUBLES.has(char) || text.length === NAME);
}
const NAME = 3;
const ABOUT_PERSON = /^\p{Script=Han}{1,2}(?:等|同志)/u;

/** The Chinese characters that touch a place, on either side. */
const hanBefore = (text: string, at: number): string =>
  text.slice(Math.max(0, at - REACH), at).replace(/^.*\P{Script=Han}/su, "");
const hanAfter = (text: string, at: number): string =>
  text.slice(at, at + REACH).replace(/\P{Script=Han}.*$/su, "");

/** The runs of one Chinese character; a loop, since nearly all texts have none. */
function* runsIn(text: string): Generator<{ char: string; at: number; end: number }> {
  for (let at = 0; at + 1 < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== text.charCodeAt(at + 1)) continue;
    let end = at + 2;
    while (text.charCodeAt(end) === code) end++;
    const char = text.charAt(at);
    if (HAN.test(char)) yield { char, at, end };
    at = end - 1;
  }
}

export const doubledCharacter: Rule = {
  id: "doubled-character",
  severity: "warning",
  summary: "一个字印了两遍",
  check({ passages }, doubt) {
    for (const { text, place } of passages)
      for (const { char, at, end } of runsIn(text)) {
        const pair = text.slice(at, end);
        const before = hanBefore(text, at);
        const after = hanAfter(text, end);
        const turn = before.slice(-1) + pair;
        if (NUMERALS.includes(char) || TURNS.has(turn) || TURNS.has(pair + text.charAt(end))) continue;
        if (isSeam(before, char, after) || isReduplicated(before, char, after) || isName(text, before, char))
          continue;
        // 关于于洋等同志…: the surname begins as the word before it ends.
        if (char === "于" && before.endsWith("关") && ABOUT_PERSON.test(after)) continue;
        const around = text.slice(at - Math.min(2, before.length), end + Math.min(2, after.length));
        doubt({ reason: `“${around}”里“${char}”字重了，疑多印一字`, place: place(at, end) });
      }
  },
};
