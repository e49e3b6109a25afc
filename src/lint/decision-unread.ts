/**
 * Warns of an appointment that was not read, or not whole.
 *
 * A document of appointments says for each person what he or she becomes or ceases to be. A clause with 任, 任命, 免去
 * or their kin that gave no decision, and a decision without its person or its office, are missing from the person's
 * page: the print is wrong, or the phrase is one the parser does not know.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于李建江同志任职的通知
 *   某政干发〔2021〕1号
 *   各乡镇：
 *   经县人民政府研究，决定：
 *   李建江任县商务局副局长。
 *   某县人民政府
 *   2021年9月9日
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于李建江同志任职的通知
 *   某政干发〔2021〕1号
 *   各乡镇：
 *   经县人民政府研究，决定：
 *   李建江任县商务局副局长；
 *   免去县自然资源局职务；
 *   聘任期限另行通知。
 *   某县人民政府
 *   2021年9月9日
 *   ⇒ 8:1-8:11 任免“免去县自然资源局职务”没有读出姓名
 *   ⇒ 9:1-9:9 “聘任期限另行通知”像是任免，没有读出人和职务
 */
import type { AppointmentDocument } from "../document/schema.ts";
import type { Passage } from "./passages.ts";
import type { Rule } from "./rule.ts";

/** Words that give or take an office; 任 itself, but not in 主任, 责任, 任务 and the like. */
const VERB =
  /任命|聘任|兼任|解聘|免去|不再担任|(?<![主责担现历离信委胜就继留挂重常放教一上])任(?![免职务何期意由教用课性职])/;
/** Below 任命 or 免去 alone: 张三为县财政局局长, 张三县财政局局长职务. */
const UNDER_VERB = /职务$|^\p{Script=Han}{2,10}为.{3,40}(?:[长员师]|主任|书记|政委|主席|助理|顾问)$/u;
/** 以上同志免去原任职务: what the offices were is not said. */
const OF_ALL_ABOVE = /^(?:以上|上述)[^，。]{0,8}(?:同志|人员)/;
/** 免去 alone on its line heads those below: no person and office are shorter. */
const SHORTEST = 5;
const CLAUSE = /[^；;。\n]+/g;

/** True where a decision was read from the stretch. */
function isRead({ decisions }: AppointmentDocument, from: number, to: number): boolean {
  return decisions.some(({ position }) => position.start.offset < to && position.end.offset > from);
}

export const decisionUnread: Rule = {
  id: "decision-unread",
  severity: "warning",
  summary: "任免没有读出，或没有读全",
  check({ issue, passages }, doubt) {
    for (const { decisions } of issue.appointments)
      for (const { person, office, text, position } of decisions)
        if (person === null || office === null)
          doubt({ reason: `任免“${text}”没有读出${person === null ? "姓名" : "职务"}`, place: position });
    const byId = new Map(issue.appointments.map((appointment) => [appointment.id, appointment]));
    for (const { kind, part, text, place } of passages) {
      const appointment = byId.get(part);
      if (!appointment || kind !== "paragraph") continue;
      for (const match of text.matchAll(CLAUSE)) doubtClause(appointment, match, place, doubt);
    }
  },
};

function doubtClause(
  appointment: AppointmentDocument,
  match: RegExpExecArray,
  place: Passage["place"],
  doubt: Parameters<Rule["check"]>[1],
): void {
  const clause = match[0].trim();
  if (
    !(VERB.test(clause) || UNDER_VERB.test(clause)) ||
    OF_ALL_ABOVE.test(clause) ||
    /[：:]$/.test(clause) ||
    clause.length < SHORTEST
  )
    return;
  const from = match.index + match[0].indexOf(clause);
  const found = place(from, from + clause.length);
  if (isRead(appointment, found.start.offset, found.end.offset)) return;
  doubt({ reason: `“${clause}”像是任免，没有读出人和职务`, place: found });
}
