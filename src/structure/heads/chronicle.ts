/** The heading of a chronicle. */

import { squeeze } from "../../language/blanks.ts";
import { characters, closesWith } from "../../language/characters.ts";
import { APPOINTMENT_TITLE, CHRONICLE_HEADING } from "../../terms/genres.ts";
import type { Line } from "../../tree/nodes.ts";
import { entryDate, monthHeading } from "../entryDates.ts";
import { filledFrom } from "../lines.ts";
import type { Head, KnownTitles } from "./head.ts";
import { DECORATION } from "./sections.ts";
import { ENDS_AS_DOCUMENT, titleKey } from "./titleLines.ts";

/** 坚决遏制重特大事 / 故发生: a sentence may be cut behind the word. */
const OF_A_SENTENCE = /[。，；：,;:]/;

/** True where a line is the heading of a chronicle, 大事记, 2021年4月大事记（下）. */
function isChronicleHeading({ kind, value }: Line): boolean {
  if (kind !== "text" || value.length > 50 || !value.includes("事") || OF_A_SENTENCE.test(value))
    return false;
  const bare = squeeze(value)
    .replace(DECORATION, "")
    .replace(/[（(][^（()）]*[）)]$/, "");
  return CHRONICLE_HEADING.test(bare) && bare.length <= 30;
}

/** The longest title of a chronicle that is not called so. */
const LONGEST_TITLE = 30;
const NAMES_DOCUMENT = /关于|《|[：:。，；]/;
/** Most lines of a text end in one of them. */
const ENDS_SENTENCE = characters("：:。，；");
const LOOKED_AT = 6;

/** True where the contents list a line as a title that names no document, and dated lines stand below: 第三季度政务要闻. */
function isListedChronicle(lines: readonly Line[], index: number, known: KnownTitles): boolean {
  const { kind, value } = lines[index] as Line;
  if (kind !== "text" || value.length > LONGEST_TITLE || known.size === 0) return false;
  if (closesWith(value, ENDS_SENTENCE) || NAMES_DOCUMENT.test(value)) return false;
  const key = titleKey(value);
  // Offices given and taken stand under dates as well, 国务院任免国家工作人员.
  if (!known.has(key) || ENDS_AS_DOCUMENT.test(key) || APPOINTMENT_TITLE.test(key)) return false;
  let at = filledFrom(lines, index + 1);
  const isMonth = lines[at] !== undefined && monthHeading((lines[at] as Line).value) !== null;
  if (isMonth) at = filledFrom(lines, at + 1);
  let dated = 0;
  for (let looked = 0; looked < LOOKED_AT && at < lines.length; looked++) {
    const isDated = entryDate((lines[at] as Line).value) !== null;
    // News stand each under its own title.
    if (!isDated && known.has(titleKey((lines[at] as Line).value))) return false;
    if (looked === 0 && !isDated) return false;
    if (isDated) dated++;
    at = filledFrom(lines, at + 1);
  }
  return dated > 1 || isMonth;
}

/** 七月大事: heads a part of a chronicle, and is no title of its own. */
const MONTH_OF_CHRONICLE = /^[\d０-９一二三四五六七八九十元]{1,2}月份?大事[记纪]?$/;

/** A chronicle's heading is followed by dated lines; over a title of its own it only names the section. */
export function chronicleHead(lines: readonly Line[], index: number, known: KnownTitles): Head | null {
  if (isListedChronicle(lines, index, known)) return headOf(index);
  if (!isChronicleHeading(lines[index] as Line)) return null;
  let at = index;
  for (let looked = 0; looked < 6; looked++) {
    at = filledFrom(lines, at + 1);
    const next = lines[at];
    if (next === undefined) return null;
    if (looked === 0 && isChronicleHeading(next))
      return MONTH_OF_CHRONICLE.test(squeeze(next.value)) ? headOf(index) : null;
    if (entryDate(next.value) !== null) return headOf(index);
  }
  return null;
}

const headOf = (index: number): Head => ({
  kind: "chronicle",
  title: [index],
  number: null,
  reading: null,
  from: index,
  to: index + 1,
});
