/** How issues and dates are said in files that people read. */
import type { IssueDocument } from "../document/schema.ts";

/** `2021年第3期（总第15期）`. */
export function sayIssue({
  year,
  number,
  serial,
}: Pick<IssueDocument, "year" | "number" | "serial">): string {
  return `${year}年第${number}期${serial === null ? "" : `（总第${serial}期）`}`;
}

/** `2021-09-09` → `2021年9月9日`. */
export function sayDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
