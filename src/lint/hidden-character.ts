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
 *   各单位\u{7}要落实\u{e000}责任，加强组织领导，建立健全工作机制，明确任务分工，细化工作措施，确保各项工作取得实效。各部门要各司其职，密切配合，形成合力，及时研究解决工作中的困难和问题，定期通报工作进展情况。
 *   各单位要加强宣传引导，充分利用报刊、广播、电视、网络等媒体，广泛宣传有关政策，营造良好氛围。各乡镇要结\u{fffd}实际，制定具体方案，明确时间表和路线图，倒排工期，挂图作战，按时保质完成各项任务，并于每月底前报送情况。
 *   某县人民政府
 *   2021年9月9日
 *   ⇒ 6:2-6:3 这里有零宽字符 U+200B，本行共 2 处
 *   ⇒ 6:8-6:9 这里有改变文字方向的字符 U+202E
 *   ⇒ 7:4-7:5 这里有控制字符 U+0007
 *   ⇒ 7:8-7:9 这里有私用区字符 U+E000，别的机器上看不到原字
 *   ⇒ 8:52-8:53 这里有替代字符 U+FFFD，原字已经丢失
 */
import { rangeOf } from "../tree/build.ts";
import type { Rule } from "./rule.ts";

/** A kind of character: its name, an expression for it, and what to say beside its code. */
interface Kind {
  name: string;
  pattern: string;
  note: string;
}
const LOST = "，原字已经丢失";
const KINDS: readonly Kind[] = [
  { name: "控制字符", pattern: "[\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f]", note: "" },
  { name: "零宽字符", pattern: "[\\u00ad\\u180e\\u200b-\\u200d\\u2060-\\u2064\\ufeff]", note: "" },
  { name: "改变文字方向的字符", pattern: "[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", note: "" },
  { name: "替代字符", pattern: "[\\ufff9-\\uffff]", note: LOST },
  { name: "私用区字符", pattern: "[\\ue000-\\uf8ff]", note: "，别的机器上看不到原字" },
  {
    name: "不成对的代理字符",
    pattern: "[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]",
    note: LOST,
  },
];
const HIDDEN = new RegExp(KINDS.map(({ pattern }) => `(${pattern})`).join("|"), "g");

/** A kind met with in a line: its first place and how often it comes. */
interface Met {
  at: number;
  count: number;
  reason: string;
}

const codeOf = (char: string): string =>
  `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

/** What to say of a match. */
function reasonOf([char, ...groups]: RegExpExecArray): string {
  const { name, note } = KINDS[groups.findIndex((group) => group !== undefined)] as Kind;
  return `这里有${name} ${codeOf(char)}${note}`;
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
        doubt({
          reason: count > 1 ? `${reason}，本行共 ${count} 处` : reason,
          place: rangeOf(source, at, at + 1),
        });
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
