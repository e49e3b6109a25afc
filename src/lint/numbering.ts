/**
 * Warns of numbers that jump, go back or come twice among the parts of a text or in a table's 序号.
 *
 * A number missed may be a part lost at a page break; one that comes twice a misprint. Parts are compared with those
 * of the same marker beside them: 一、 with 一、, （1） with （1）. A numbering may begin again at 1 anywhere, and may go
 * on over the heads above it (4. in （二） after 3. in （一）). A number that stands inside the text before counts
 * (填表说明：1. …, then 2. on a line of its own); articles inserted as 第…条之一 are left alone.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   一、总体要求
 *   1. 加强领导。各单位要落实责任。
 *   2. 加强宣传。各单位要广泛宣传。
 *   二、工作任务
 *   3. 加强监督。各单位要强化监督。
 *   三、保障措施
 *   ㈠加强保障。各单位要落实经费。
 *   ㈡加强检查。各单位要通报结果。
 *   某县人民政府
 *   2021年9月9日
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   一、总体要求
 *   （二）加强领导。各单位要落实责任。
 *   三、工作任务
 *   1. 加强监督。各单位要强化监督。
 *   1. 加强保障。各单位要落实经费。
 *   某县人民政府
 *   2021年9月9日
 *   ⇒ 7:1-7:4 “（二）”是这里的第一个，前面缺序号 1
 *   ⇒ 8:1-8:3 “三、”前面是“一、”，缺序号 2｜前一个在这里（第 6 行第 1 列）
 *   ⇒ 10:1-10:3 “1.”与前面的“1.”重号｜前一个在这里（第 9 行第 1 列）
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
 *   联络员信息表
 *   序号␉乡镇␉联络员
 *   1␉陶乐镇␉张三
 *   2␉崇岗镇␉李四
 *   4␉姚伏镇␉王五
 *   ⇒ 14:1-14:2 “4”前面是“2”，缺序号 3｜前一个在这里（第 13 行第 1 列）
 */

import type { Block, Position, Section } from "../document/schema.ts";
import { squeeze } from "../language/blanks.ts";
import { CHINESE_NUMERAL, halfWidth } from "../language/numerals.ts";
import type { Source } from "../tree/build.ts";
import { cellColumns } from "./columns.ts";
import type { PlacedTable } from "./passages.ts";
import { placer } from "./places.ts";
import type { Doubt, Rule } from "./rule.ts";
import { partsOf } from "./walk.ts";

/** A number as printed, with its value. */
interface Numbered {
  marker: string;
  ordinal: number;
  place: () => Position;
}

const NUMERALS = new RegExp(`[${CHINESE_NUMERAL}]+`, "g");

/** What a marker looks like, its number aside: 一、 （一） 1. （1） ① 第一条, and 2.# for 2.1. */
function styleOf({ marker }: Section): string {
  const plain = halfWidth(squeeze(marker)).replace(/[（(]/g, "(").replace(/[）)]/g, ")");
  const decimal = plain.match(/^(\d+(?:[.．]\d+)*)[.．]\d+/)?.[1];
  if (decimal !== undefined) return `${decimal}.#`;
  return plain
    .replace(NUMERALS, "一")
    .replace(/[㈠-㈩]/g, "(一)")
    .replace(/\d+|[⒈-⒛]/g, "1")
    .replace(/[①-⑳㉑-㊿❶-❿⑴-⒇]/g, "①")
    .replace(/[、.．﹒]/g, "");
}

const CHINESE = "一二三四五六七八九十";

/** The marker before one, as it would be printed: 2. before 3., （一） before （二）; null where it is not known. */
function markerBefore(marker: string, ordinal: number): string | null {
  if (/[0-9]/.test(marker)) return marker.replace(/(?<![0-9])[0-9]+(?=[^0-9]*$)/, String(ordinal - 1));
  const numeral = CHINESE[ordinal - 2];
  return numeral === undefined ? null : marker.replace(NUMERALS, numeral);
}

/** The printed text of a block, as far as it may hold a number of its own. */
function textOf(block: Block | undefined): string {
  if (block?.type === "paragraph") return block.text;
  if (block?.type !== "section") return "";
  return (block.title ?? "") + block.children.map(textOf).join("");
}

/** True where the number before stands inside the text before. */
function runsIn(block: Block | undefined, marker: string, ordinal: number): boolean {
  const before = markerBefore(marker, ordinal);
  return before !== null && textOf(block).includes(before);
}

/** What is wrong with a number after another; null where it follows or begins anew. */
function compare(last: Numbered | undefined, next: Numbered): Doubt | null {
  const { marker, ordinal, place } = next;
  const before = (last?.ordinal ?? 0) + 1;
  if (ordinal === before || (ordinal === 1 && last?.ordinal !== 1)) return null;
  if (last === undefined)
    return { reason: `“${marker}”是这里的第一个，前面缺序号 ${missing(1, ordinal - 1)}`, place: place() };
  const cause = { reason: "前一个在这里", place: last.place() };
  if (ordinal === last.ordinal)
    return { reason: `“${marker}”与前面的“${last.marker}”重号`, place: place(), cause };
  if (ordinal < last.ordinal)
    return { reason: `“${marker}”倒退了，前面是“${last.marker}”`, place: place(), cause };
  return {
    reason: `“${marker}”前面是“${last.marker}”，缺序号 ${missing(before, ordinal - 1)}`,
    place: place(),
    cause,
  };
}

const missing = (from: number, to: number): string => (from === to ? String(from) : `${from}—${to}`);

/** Checks blocks; `carried` holds the last number of each style in the part so far. */
function* checkBlocks(
  blocks: readonly Block[],
  carried: Map<string, Numbered>,
  source: Source,
): Generator<Doubt> {
  const beside = new Map<string, Numbered>();
  for (const [index, block] of blocks.entries()) {
    if (block.type !== "section") continue;
    const { ordinal, marker, position, children } = block;
    if (ordinal !== null && !marker.includes("之")) {
      const style = styleOf(block);
      const place = placer(source, marker, position.start.offset, position.end.offset);
      const next: Numbered = { marker, ordinal, place: () => place(0, marker.length) };
      const sibling = beside.get(style);
      const goesOn = ordinal === (carried.get(style)?.ordinal ?? 0) + 1;
      const found = sibling === undefined && goesOn ? null : compare(sibling, next);
      if (found && !runsIn(blocks[index - 1], marker, ordinal)) yield found;
      beside.set(style, next);
      carried.set(style, next);
    }
    yield* checkBlocks(children, carried, source);
  }
}

/** A row that stands for those left out: …… */
const LEFT_OUT = /^[….．·⋯]+$/;

/** Checks the column 序号 of a table. */
function* checkTable({ table, rows }: PlacedTable): Generator<Doubt> {
  const column = table.columns.findIndex(({ name }) => name === "序号");
  if (column < 0) return;
  const own = cellColumns(table);
  let last: Numbered | undefined;
  for (const [row, cells] of rows.entries()) {
    const cell = cells[own[row]?.[column] ?? -1];
    if (!cell) continue;
    const digits = halfWidth(squeeze(cell.text));
    if (LEFT_OUT.test(digits)) last = undefined;
    if (!/^\d{1,4}$/.test(digits)) continue;
    const next: Numbered = {
      marker: digits,
      ordinal: Number(digits),
      place: () => cell.place(0, cell.text.length),
    };
    const found = last === undefined ? null : compare(last, next);
    if (found) yield found;
    last = next;
  }
}

export const numbering: Rule = {
  id: "numbering",
  severity: "warning",
  summary: "序号跳号、倒退或重复",
  check(material, doubt) {
    for (const document of [...material.issue.notices, ...material.issue.appointments])
      for (const { blocks } of partsOf(document))
        for (const found of checkBlocks(blocks, new Map(), material.source)) doubt(found);
    for (const table of material.tables.values()) for (const found of checkTable(table)) doubt(found);
  },
};
