/**
 * Warns of a source that stops short: a file cut while it was copied or read.
 *
 * It is an error where the cut shows: the last text is the middle of a sentence, while those beside it (in a table:
 * the cells above) end with a mark; the last row of a table is shorter than all others in a file that does not end its
 * last line; or the contents go on with two documents and more after the last one printed. What stands before the cut
 * is read whole; the rest must be fetched. Told as a warning is a head at the very end with nothing under it, where
 * the heads before have text. Closing lines (signature, date, notes, contacts, colophon) need no mark.
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
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *   目 录
 *   关于加强管理的通知（某政发〔2021〕1号）…… 1
 *   关于加强监督的通知（某政发〔2021〕2号）…… 3
 *   关于加强宣传的通知（某政发〔2021〕3号）…… 5
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请认真执行。
 *   ⇒ 10:6-10:7 文件在这里断了：目录里后面还有 2 份文件没有印出
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请认真执行。
 *   一、总体要求
 *   各单位要落实责任。
 *   二、保障措施
 *   ⇒ 9:3-9:7 文件以标题“保障措施”结束，下面没有正文，可能断在这里
 */
import { isBlankCode, squeeze } from "../language/blanks.ts";
import { isTotal } from "../terms/columns.ts";
import { rangeOf } from "../tree/build.ts";
import type { Material } from "./material.ts";
import type { Passage } from "./passages.ts";
import type { Doubt, Rule } from "./rule.ts";

/** A sentence that goes on: a comma, or characters that no mark follows. */
const GOES_ON = /[，、,：:]$|\p{Script=Han}$/u;
const PARTED = /[，。；、,;：:]/;
/** 抄送：…, 联系人：…: a line that a label opens and no sentence ends. */
const LABELLED = /^[\p{Script=Han}\s　]{2,8}[：:][^。]*$/u;
const STOPS = ["。", "；", ";", "！", "？"];
const SHORT = 10;
/** The share of texts without a mark at their end from which on that proves nothing. */
const CUSTOM = 0.2;
/** How many texts or rows a custom takes. */
const SEVERAL = 3;

/** Where the last clause of a text begins. */
const lastClause = (text: string): number => Math.max(...STOPS.map((stop) => text.lastIndexOf(stop))) + 1;

/** Where the printing ends, and whether it does so in the middle of a line. */
function endOf(text: string): { end: number; abrupt: boolean } {
  let end = text.length;
  while (end > 0 && isBlankCode(text.charCodeAt(end - 1))) end--;
  return { end, abrupt: text.indexOf("\n", end) < 0 };
}

/** The last texts of the source, where nothing is printed after them. */
function lastPassages(
  { issue, passages }: Material,
  end: number,
): { last: Passage; before: Passage | undefined } | null {
  const documents = [...issue.notices, ...issue.appointments, ...(issue.chronicle?.entries ?? [])];
  const document = documents.find(({ position }) => position.end.offset >= end);
  if (!document) return null;
  const id = "people" in document ? `${issue.id}/chronicle` : document.id;
  const own = passages.filter(({ part, text }) => text !== "" && part.startsWith(id));
  const last = own.at(-1) as Passage;
  return last.place(0, last.text.length).end.offset >= end ? { last, before: own.at(-2) } : null;
}

/** The texts to compare one with: those of its kind in its part; in a table those of its column. */
function beside(last: Passage, { passages, tables }: Material): Passage[] {
  const table = tables.get(last.part);
  const column = table?.rows.at(-1)?.indexOf(last) ?? -1;
  const own = table
    ? table.rows.flatMap((row) => row[column] ?? [])
    : passages.filter(({ kind, part }) => kind === last.kind && part === last.part);
  return own.filter((one) => one !== last && one.text.length > 1);
}

/** True where a text breaks off in a sentence and those beside it do not. */
function breaksOff(last: Passage, abrupt: boolean, material: Material): boolean {
  const { text } = last;
  if (!GOES_ON.test(text) || LABELLED.test(text.slice(lastClause(text)))) return false;
  const others = beside(last, material);
  const open = others.filter((other) => GOES_ON.test(other.text));
  if (open.length > others.length * CUSTOM) return false;
  return (text.length >= SHORT && PARTED.test(text)) || (abrupt && others.length >= SEVERAL);
}

/** True where the last row of a table has fewer cells than any other. */
function isShortRow(last: Passage, { tables }: Material): boolean {
  // The sums at the foot of a table leave cells blank.
  if (
    tables
      .get(last.part)
      ?.rows.at(-1)
      ?.some(({ text }) => isTotal(squeeze(text)))
  )
    return false;
  const widths = tables.get(last.part)?.rows.map((row) => row.filter(({ text }) => text !== "").length) ?? [];
  const width = widths.pop() ?? 0;
  return widths.length >= SEVERAL && widths.every((one) => one > width);
}

/** How many entries of the contents follow the last document printed, none of them found. */
function missingAfter({ issue }: Material): number {
  const { contents, documents } = issue.issue;
  const found = contents.findLastIndex(({ document }) => document !== null);
  const listed = contents[found]?.document;
  return listed === documents.at(-1)?.id ? contents.length - 1 - found : 0;
}

/** What shows that the source stops short, or null. */
function cutOf(material: Material): Doubt | null {
  const { source } = material;
  const { end, abrupt } = endOf(source.text);
  const missing = missingAfter(material);
  if (missing > 1)
    return {
      reason: `文件在这里断了：目录里后面还有 ${missing} 份文件没有印出`,
      place: rangeOf(source, end - 1, end),
    };
  const found = lastPassages(material, end);
  if (!found) return null;
  const { last, before } = found;
  const { text, kind } = last;
  const place = last.place(0, text.length);
  if (GOES_ON.test(text) && (kind === "heading" || (kind === "title" && before?.kind === "paragraph")))
    return { reason: `文件以标题“${text}”结束，下面没有正文，可能断在这里`, place, severity: "warning" };
  if (kind === "heading" || kind === "title") return null;
  if (breaksOff(last, abrupt, material)) {
    const from = lastClause(text);
    return {
      reason: `文件在这里断了：最后“${text.slice(from)}”没有说完`,
      place: last.place(from, text.length),
    };
  }
  return abrupt && isShortRow(last, material)
    ? { reason: "文件在这里断了：表格最后一行没有完", place }
    : null;
}

export const truncated: Rule = {
  id: "truncated",
  severity: "error",
  summary: "文件没有完，断在半句",
  check(material, doubt) {
    const cut = cutOf(material);
    if (cut) doubt(cut);
  },
};
