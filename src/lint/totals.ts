/**
 * Warns of a 合计 that is not the sum of its rows.
 *
 * Added are the figures of a column above a total at the foot, or below one at the head, 小计 rows aside; a blank or
 * a dash is nothing. Left alone are columns with a text that is no plain number, with cells that span rows, and those
 * of shares, rates and averages, which do not add up. A difference that rounding can make (half a unit of the last
 * place for each row) is worth a look; a larger one is a misprint or a misreading.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于下达补助资金的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请认真执行。
 *   某县人民政府
 *   2021年9月9日
 *   附件
 *   补助资金分配表
 *   序号␉乡镇␉面积（万亩）␉占比（%）␉资金（万元）
 *   1␉陶乐镇␉0.1␉33␉1,000
 *   2␉崇岗镇␉0.2␉67␉—
 *   合计␉␉0.3␉99␉1,000
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于下达补助资金的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请认真执行。
 *   某县人民政府
 *   2021年9月9日
 *   附件
 *   补助资金分配表
 *   序号␉乡镇␉面积（万亩）␉资金（万元）
 *   合计␉␉3.31␉12
 *   1␉陶乐镇␉1.10␉5
 *   2␉崇岗镇␉2.20␉6
 *   ⇒ 12:5-12:9 “面积（万亩）”合计 3.31，各行相加是 3.30，相差 0.01，可能是四舍五入所致
 *   ⇒ 12:10-12:12 “资金（万元）”合计 12，各行相加是 11，相差 1
 */
import { squeeze } from "../language/blanks.ts";
import { halfWidth } from "../language/numerals.ts";
import { isGroupNumber, isNumberColumn, isRowNumber, isSubtotal, isTotal } from "../terms/columns.ts";
import { cellColumns } from "./columns.ts";
import type { Passage, PlacedTable } from "./passages.ts";
import type { Doubt, Rule } from "./rule.ts";

/** Heads of columns whose figures do not add up. */
const NO_SUM = /[率比]|占|均|%|％|单价|标准|排名|名次|序号|编号|年份|年度|时间|日期|电话/;
const NUMBER = /^-?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?$/;
const NOTHING = /^[-—–/／]*$/;

/** A figure as printed, as a whole number of `10^-decimals`. */
interface Figure {
  value: bigint;
  decimals: number;
}

/** The figure of a cell, zero for a blank one, null where it is no plain number. */
function readFigure(text: string): Figure | null {
  const plain = halfWidth(squeeze(text));
  if (NOTHING.test(plain)) return { value: 0n, decimals: 0 };
  if (!NUMBER.test(plain)) return null;
  const digits = plain.replace(/[,，]/g, "");
  const point = digits.indexOf(".");
  return { value: BigInt(digits.replace(".", "")), decimals: point < 0 ? 0 : digits.length - point - 1 };
}

/** `value` written with the decimals it was printed with. */
function write(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  return `${value < 0n ? "-" : ""}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ""}`;
}

/** What kind of row each is: its word for a total, or null; one that heads a group of numbered rows has their sums. */
function totalWords({ table }: PlacedTable): (string | null)[] {
  const openings = table.rows.map(({ cells }) => squeeze(cells[0]?.text ?? ""));
  const haveGroups = isNumberColumn(table.columns[0]?.name ?? "") && openings.some(isRowNumber);
  return table.rows.map(
    ({ cells }, row) =>
      cells.map(({ text }) => squeeze(text)).find(isTotal) ??
      (haveGroups && isGroupNumber(openings[row] as string) ? "小计" : null),
  );
}

/** Where the total stands among the rows: the rows it adds up, or null where it stands in their middle. */
function summands(words: readonly (string | null)[], at: number): number[] | null {
  const details = words.flatMap((word, row) => (word === null ? [row] : []));
  const isEdge = details.every((row) => row < at) || details.every((row) => row > at);
  return isEdge && details.length > 1 ? details : null;
}

/** Checks one column of a total. */
function checkColumn(
  placed: PlacedTable,
  own: readonly (readonly (number | null)[])[],
  column: number,
  total: number,
  details: readonly number[],
): Doubt | null {
  const { table, rows } = placed;
  const indexAt = (row: number): number => own[row]?.[column] ?? -1;
  const cellAt = (row: number): Passage | undefined => rows[row]?.[indexAt(row)];
  const printed = cellAt(total);
  const spans = details.some((row) => (table.rows[row]?.cells[indexAt(row)]?.rowSpan ?? 1) > 1);
  if (printed === undefined || NOTHING.test(squeeze(printed.text)) || spans) return null;
  const figures = [printed, ...details.map(cellAt)].map((cell) => readFigure(cell?.text ?? ""));
  if (figures.some((figure) => figure === null)) return null;
  const read = figures as Figure[];
  const decimals = read.reduce((most, figure) => Math.max(most, figure.decimals), 0);
  const [sumPrinted, ...parts] = read.map(
    ({ value, decimals: own }) => value * 10n ** BigInt(decimals - own),
  ) as [bigint, ...bigint[]];
  const sum = parts.reduce((a, b) => a + b, 0n);
  if (sum === sumPrinted) return null;
  const gap = sum > sumPrinted ? sum - sumPrinted : sumPrinted - sum;
  const rounding = decimals > 0 && gap * 2n <= BigInt(parts.length);
  return {
    reason: `“${table.columns[column]?.text}”合计 ${squeeze(printed.text)}，各行相加是 ${write(sum, decimals)}，相差 ${write(gap, decimals)}${rounding ? "，可能是四舍五入所致" : ""}`,
    place: printed.place(0, printed.text.length),
    ...(rounding ? { severity: "info" as const } : {}),
  };
}

export const totals: Rule = {
  id: "totals",
  severity: "warning",
  summary: "合计与各行之和不符",
  check({ tables }, doubt) {
    for (const placed of tables.values()) {
      // 其中：中央 names a part of the row above, which has it already.
      if (placed.table.rows.some(({ cells }) => cells.some(({ text }) => text.startsWith("其中")))) continue;
      const words = totalWords(placed);
      const own = cellColumns(placed.table);
      words.forEach((word, total) => {
        if (word === null || isSubtotal(word)) return;
        const details = summands(words, total);
        if (details === null) return;
        placed.table.columns.forEach(({ text }, column) => {
          const found = NO_SUM.test(text) ? null : checkColumn(placed, own, column, total, details);
          if (found) doubt(found);
        });
      });
    }
  },
};
