/**
 * Warns of a source that stops short: a file cut while it was copied or read.
 *
 * It is an error where the last words are the middle of a sentence: text with commas or stops in it and no mark at its
 * end, where the texts beside it have one; in a table these are the cells above. What stands before the cut is read
 * whole; the rest must be fetched. Told as a warning is a head at the very end with nothing under it, where the heads
 * before have text. Closing lines (signature, date, notes, contacts, colophon) need no mark.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   各单位要加强组织领导，切实落实责任，确保各项工作取得实效。
 *   某县人民政府
 *   2021年9月9日
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   各单位要加强组织领导，切实落实责任，确保各项工作
 *   ⇒ 6:1-6:25 文件在这里断了：最后“各单位要加强组织领导，切实落实责任，确保各项工作”没有说完
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请认真执行。
 *   某县人民政府
 *   2021年9月9日
 *   附件
 *   任务清单
 *   序号␉任务␉责任单位␉完成时限
 *   1␉加强领导。␉县政府办␉2021年
 *   2␉各单位要加强组织领导，切实
 *   ⇒ 13:3-13:16 文件在这里断了：最后“各单位要加强组织领导，切实”没有说完
 */
import { isBlankCode } from "../language/blanks.ts";
import type { Material } from "./material.ts";
import type { Passage } from "./passages.ts";
import type { Rule } from "./rule.ts";

/** A sentence that goes on: a comma, or characters that no mark follows. */
const GOES_ON = /[，、,：:]$|\p{Script=Han}$/u;
const PARTED = /[，。；、,;：:]/;
/** 抄送：…, 联系人：…: a line that a label opens and no sentence ends. */
const LABELLED = /^[\p{Script=Han}\s　]{2,8}[：:][^。]*$/u;
const LAST_CLAUSE = /[^。；;！？]*$/;
const SHORT = 10;
/** The share of texts without a mark at their end from which on that proves nothing. */
const CUSTOM = 0.2;

const isUnfinished = ({ text }: Passage): boolean =>
  text.length >= SHORT && GOES_ON.test(text) && PARTED.test(text) && !LABELLED.test(text);

/** The texts to compare one with: those of its kind in its part; in a table those of its column. */
function beside(last: Passage, { passages, tables }: Material): Passage[] {
  const table = tables.get(last.part);
  if (!table) return passages.filter(({ kind, part }) => kind === last.kind && part === last.part);
  const column = table.rows.at(-1)?.indexOf(last) ?? -1;
  return table.rows.flatMap((row) => row[column] ?? []);
}

/** True where few of the texts beside it lack a mark at their end. */
function isException(last: Passage, material: Material): boolean {
  const others = beside(last, material).filter((one) => one !== last && one.text.length > 1);
  const open = others.filter(({ text }) => GOES_ON.test(text));
  return open.length <= others.length * CUSTOM;
}

/** The last text of the source, where nothing is printed after it; and the one before it. */
function lastPassage({ issue, source, passages }: Material): { last: Passage; before: Passage | undefined } | null {
  let end = source.text.length;
  while (end > 0 && isBlankCode(source.text.charCodeAt(end - 1))) end--;
  const documents = [...issue.notices, ...issue.appointments, ...(issue.chronicle?.entries ?? [])];
  const document = documents.find(({ position }) => position.end.offset >= end);
  if (!document) return null;
  const id = "people" in document ? `${issue.id}/chronicle` : document.id;
  const own = passages.filter(({ part, text }) => text !== "" && part.startsWith(id));
  const last = own.at(-1) as Passage;
  return last.place(0, last.text.length).end.offset >= end ? { last, before: own.at(-2) } : null;
}

export const truncated: Rule = {
  id: "truncated",
  severity: "error",
  summary: "文件没有完，断在半句",
  check(material, doubt) {
    const found = lastPassage(material);
    if (!found) return;
    const { last, before } = found;
    const { text, kind } = last;
    if (kind === "heading" || kind === "title") {
      if (kind === "heading" || before?.kind === "paragraph")
        doubt({ reason: `文件以标题“${text}”结束，下面没有正文，可能断在这里`, place: last.place(0, text.length), severity: "warning" });
      return;
    }
    if (!isUnfinished(last) || !isException(last, material)) return;
    const clause = text.match(LAST_CLAUSE)?.[0] ?? "";
    doubt({
      reason: `文件在这里断了：最后“${clause}”没有说完`,
      place: last.place(text.length - clause.length, text.length),
    });
  },
};
