/** How dates, numbers and kinds are said to readers. */
import { sayDate } from "../src/corpus/cite.ts";

export { sayDate, sayGazette, sayIssue } from "../src/corpus/cite.ts";

/** `2021年第3期` from an issue's id. */
export function sayIssueId(id: string): string {
  const [year, number] = id.split("-").map(Number);
  return `${year}年第${number}期`;
}

/** The start of a text, for descriptions; cut with …. */
export function beginning(text: string, length = 110): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** The day something must be done by: `2021-12-31` → `2021年底前`, `2021-07-25` → `2021年7月25日前`. */
export function sayDeadline(end: string): string {
  return end.endsWith("-12-31") ? `${end.slice(0, 4)}年底前` : `${sayDate(end)}前`;
}

/** `12.3 KB`. */
export function sayBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
