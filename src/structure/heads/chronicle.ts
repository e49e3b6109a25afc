/** The heading of a chronicle. */

import { squeeze } from "../../language/blanks.ts";
import { CHRONICLE_HEADING } from "../../terms/genres.ts";
import type { Line } from "../../tree/nodes.ts";
import { entryDate } from "../entryDates.ts";
import { filledFrom } from "../lines.ts";
import type { Head } from "./head.ts";
import { DECORATION } from "./sections.ts";

/** True where a line is the heading of a chronicle, 大事记, 2021年4月大事记（下）. */
function isChronicleHeading({ kind, value }: Line): boolean {
  if (kind !== "text" || value.length > 50 || !value.includes("事") || value.includes("。")) return false;
  const bare = squeeze(value)
    .replace(DECORATION, "")
    .replace(/[（(][^（()）]*[）)]$/, "");
  return CHRONICLE_HEADING.test(bare) && bare.length <= 30;
}

/** A chronicle's heading is followed by dated lines; over a title of its own it only names the section. */
export function chronicleHead(lines: readonly Line[], index: number): Head | null {
  if (!isChronicleHeading(lines[index] as Line)) return null;
  let at = index;
  for (let looked = 0; looked < 6; looked++) {
    at = filledFrom(lines, at + 1);
    const next = lines[at];
    if (next === undefined || (looked === 0 && isChronicleHeading(next))) return null;
    if (entryDate(next.value) !== null)
      return { kind: "chronicle", title: [index], number: null, reading: null, from: index, to: index + 1 };
  }
  return null;
}
