/**
 * Warns of a letter that opens with what looks like its addressees, and was read without any.
 *
 * Announcements and orders address everybody (党政机关公文处理工作条例 §8), so the first line with a colon is text there:
 * where it names bodies, the kind or the line is misprinted. In other kinds the parser did not know the line for what it
 * is; the document is missing from what its addressees were sent.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇、县直各部门：
 *   请认真执行。
 *   某县人民政府
 *   2021年9月9日
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通告
 *   某政发〔2021〕1号
 *   各乡镇、县直各部门，某县消防救援大队：
 *   请认真执行。
 *   某县人民政府
 *   2021年9月9日
 *   ⇒ 5:1-5:20 “各乡镇、县直各部门，某县消防救援大队：”像是主送机关，没有读成
 */
import type { Block } from "../document/schema.ts";
import { BODY_ENDING, LEVEL } from "../terms/organizations.ts";
import { placeWithin } from "./places.ts";
import type { Rule } from "./rule.ts";

/** No list of addressees is longer. */
const LONGEST = 300;
const NAMES_SEVERAL = /^(?:各|有关|相关)|各(?:部门|单位|乡镇|街道)$/;
const OF_PLACE = /^\p{Script=Han}{1,8}[省市县区州盟旗镇乡]\p{Script=Han}{2,}/u;
const ENDS_AS_ADDRESSEE = new RegExp(
  `(?:${BODY_ENDING}|[省市县区州盟旗乡镇村]|街道|部门|单位|机构|企业|学校)(?:[（(][^（()）]{1,20}[）)])?$`,
);
const BRACKET = /^[（(].*[）)]$/;

/** True for a name of a body, or of many, that a letter may be sent to. */
const isAddressee = (name: string): boolean =>
  name.length <= 30 &&
  ENDS_AS_ADDRESSEE.test(name) &&
  (NAMES_SEVERAL.test(name) || LEVEL.test(name) || OF_PLACE.test(name));

/** The first paragraph of a letter, where that names bodies up to a colon and says nothing else. */
function addressed(children: readonly Block[]): Extract<Block, { type: "paragraph" }> | null {
  const first = children.find((block) => block.type !== "paragraph" || !BRACKET.test(block.text));
  if (first?.type !== "paragraph") return null;
  const { text } = first;
  if (text.length > LONGEST || !/[：:]$/.test(text)) return null;
  const names = text.slice(0, -1).split(/[、，,；;]/);
  return names.every((name) => isAddressee(name.trim())) ? first : null;
}

export const recipientsUnread: Rule = {
  id: "recipients-unread",
  severity: "warning",
  summary: "像主送机关的一行没有读成主送机关",
  check({ issue, source }, doubt) {
    for (const { recipients, children } of [...issue.notices, ...issue.appointments]) {
      const line = recipients.length > 0 ? null : addressed(children);
      if (line !== null)
        doubt({
          reason: `“${line.text}”像是主送机关，没有读成`,
          place: placeWithin(source, line.text, line.position),
        });
    }
  },
};
