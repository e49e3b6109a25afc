/**
 * Warns of characters that cannot be seen, or that stand for none.
 *
 * Control characters, zero-width ones and marks that turn the reading direction hide what a text says and break its
 * search; a replacement character or half a surrogate pair is a character lost on the way; private-use characters show
 * on one machine only. Each kind is told once a line. Tabs, line and page ends and the byte order mark are none.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请认真执行😀𬭚。
 *   某县人民政府
 *   2021年9月9日
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请\u{200b}认真\u{200b}执行\u{202e}。
 *   各单位\u{7}要\u{fffd}落实\u{e000}责任。
 *   某县人民政府
 *   2021年9月9日
 *   ⇒ 6:2-6:3 这里有零宽字符 U+200B，本行共 2 处
 *   ⇒ 6:8-6:9 这里有改变文字方向的字符 U+202E
 *   ⇒ 7:4-7:5 这里有控制字符 U+0007
 *   ⇒ 7:6-7:7 这里有替代字符 U+FFFD，原字已经丢失
 *   ⇒ 7:9-7:10 这里有私用区字符 U+E000，别的机器上看不到原字
 */
import { rangeOf } from "../tree/build.ts";
import type { Rule } from "./rule.ts";

/** Kinds with their characters, and what to say beside the name. */
const KINDS: readonly { name: string; characters: string; note: string }[] = [
  { name: "控制字符", characters: "\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f", note: "" },
  { name: "零宽字符", characters: "\\u00ad\\u180e\\u200b-\\u200d\\u2060-\\u2064\\ufeff", note: "" },
  { name: "改变文字方向的字符", characters: "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069", note: "" },
  { name: "替代字符", characters: "\\ufff9-\\uffff", note: "，原字已经丢失" },
  { name: "私用区字符", characters: "\\ue000-\\uf8ff", note: "，别的机器上看不到原字" },
];
const LONE_SURROGATE = "[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]";
const HIDDEN = new RegExp(`${KINDS.map(({ characters }) => `([${characters}])`).join("|")}|${LONE_SURROGATE}`, "g");

/** A kind met with in a line: its first place and how often it comes. */
interface Met {
  at: number;
  count: number;
  reason: string;
}

const codeOf = (char: string): string => `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

/** What to say of a match. */
function reasonOf([char, ...kinds]: RegExpExecArray): string {
  const kind = KINDS[kinds.findIndex((group) => group !== undefined)];
  return `这里有${kind?.name ?? "不成对的代理字符"} ${codeOf(char)}${kind?.note ?? "，原字已经丢失"}`;
}

export const hiddenCharacter: Rule = {
  id: "hidden-character",
  severity: "warning",
  summary: "看不见或已丢失的字符",
  check({ source }, doubt) {
    const { text } = source;
    let line = new Map<string, Met>();
    let limit = -1;
    const tell = (): void => {
      for (const { at, count, reason } of line.values())
        doubt({ reason: count > 1 ? `${reason}，本行共 ${count} 处` : reason, place: rangeOf(source, at, at + 1) });
    };
    for (const match of text.matchAll(HIDDEN)) {
      if (match.index >= limit) {
        tell();
        line = new Map();
        const feed = text.indexOf("\n", match.index);
        limit = feed < 0 ? text.length : feed;
      }
      const reason = reasonOf(match);
      const met = line.get(reason);
      if (met) met.count++;
      else line.set(reason, { at: match.index, count: 1, reason });
    }
    tell();
  },
};
