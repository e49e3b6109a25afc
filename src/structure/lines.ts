/** Ways over lines that skip the blank ones, and their texts without blanks. */
import { squeeze } from "../language/blanks.ts";
import type { Line } from "../tree/nodes.ts";

/** The text of a line without any blank. */
export const bareText = ({ value, spaced }: Line): string => (spaced ? squeeze(value) : value);

/** The index of the first line that is not blank from `from` on, or the length. */
export function filledFrom(lines: readonly Line[], from: number): number {
  let at = from;
  while (at < lines.length && (lines[at] as Line).kind === "blank") at++;
  return at;
}

/** The index of the last line that is not blank up to `from`, or -1. */
export function filledBefore(lines: readonly Line[], from: number): number {
  let at = from;
  while (at >= 0 && (lines[at] as Line).kind === "blank") at--;
  return at;
}
