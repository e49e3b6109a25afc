/** Where documents and sections begin. */

import { squeeze, tidyTitle } from "../../language/blanks.ts";
import { isDateLine } from "../../language/dates.ts";
import { isRegistrationCode } from "../../language/documentNumbers.ts";
import { APPOINTMENT_TITLE, NEWS_HEADING } from "../../terms/genres.ts";
import type { Line } from "../../tree/nodes.ts";
import { isLabel } from "../letter/attachments.ts";
import { bareText, filledBefore, filledFrom } from "../lines.ts";
import { hasNumberBelow, headByNumber, isSentBy } from "./byNumber.ts";
import { headByTitle, headOfNews, headUnderSection } from "./byTitle.ts";
import { chronicleHead } from "./chronicle.ts";
import { opensDecisions, TELLS_DECISIONS } from "./decisions.ts";
import { type Head, head, type KnownTitles, type SectionLine } from "./head.ts";
import { isMarkedOff, isStandAlone, sectionName } from "./sections.ts";
import { joined, LONGEST_TITLE_LINE, titleKey } from "./titleLines.ts";

/** 密级和紧急程度 (GB/T 9704-2012 §7.2.2), and the code of registration. */
const SECRECY = /^(?:特急|急件|加急|特提|平急|(?:机密|秘密|绝密)(?:★.{0,6})?(?:特急|急件|加急)?)$/;
const isOverHead = (line: Line): boolean =>
  line.kind === "text" &&
  line.value.length <= 30 &&
  (isRegistrationCode(bareText(line)) || SECRECY.test(bareText(line)));

/** 附件2 above 国务院决定废止的行政法规: the title of an attachment is no heading of a section. */
const isAttachmentTitle = (lines: readonly Line[], index: number): boolean => {
  const above = lines[filledBefore(lines, index - 1)];
  return above !== undefined && isLabel(above);
};

/** Finds the heads and the section headings from line `floor` on, in order; at most `most` heads. */
export function findHeads(
  lines: readonly Line[],
  floor: number,
  known: KnownTitles,
  sections: ReadonlySet<string>,
  most = Number.POSITIVE_INFINITY,
): { heads: Head[]; headings: SectionLine[] } {
  const heads: Head[] = [];
  const headings: SectionLine[] = [];
  let low = floor;
  let open = "";
  /** The line right below a heading of a section that print marks off. */
  let below = -1;
  /** The first line of the news under their heading; -1 under another. */
  let newsFrom = -1;
  for (let index = floor; index < lines.length && heads.length < most; index++) {
    const line = lines[index] as Line;
    if (line.kind !== "text" || line.value.length > LONGEST_TITLE_LINE) continue;
    const chronicle = chronicleHead(lines, index, known);
    const numbered = headByNumber(lines, index, low, sections, known);
    const isSent = numbered !== null && isSentBy(open, lines, low, numbered, known);
    if (isSent) {
      index = Math.max(index, numbered.to - 1);
      continue;
    }
    let found =
      chronicle ??
      numbered ??
      (index === below ? headUnderSection(lines, index) : null) ??
      (newsFrom >= 0 ? headOfNews(lines, index, index === newsFrom) : null);
    if (!found) {
      const name = sectionName(line, sections);
      if (
        name !== null &&
        TELLS_DECISIONS.test(name) &&
        !APPOINTMENT_TITLE.test(open) &&
        isStandAlone(lines, index) &&
        opensDecisions(lines, index)
      ) {
        heads.push(head([index], index));
        low = index + 1;
        open = "";
        continue;
      }
      if (name !== null && isStandAlone(lines, index) && !isAttachmentTitle(lines, index)) {
        headings.push({ line: index, name });
        newsFrom = NEWS_HEADING.test(name) ? filledFrom(lines, index + 1) : -1;
        if (isMarkedOff(line)) below = filledFrom(lines, index + 1);
        continue;
      }
      found = headByTitle(lines, index, low, known, open, heads.length === 0);
      // A number below the title belongs to the same head.
      if (found && hasNumberBelow(lines, found.to, sections)) found = null;
    }
    if (!found) continue;
    const previous = heads.at(-1);
    if (previous && found.from < previous.to) continue;
    if (previous && isTitledByNumber(found) && hasDateOnTop(lines, previous)) {
      const above = filledBefore(lines, found.from - 1);
      if (above >= low && isDateLine((lines[above] as Line).value)) found = { ...found, from: above };
    }
    // The code of registration, 特急 and 机密★1年 may stand over the head.
    for (let top = filledBefore(lines, found.from - 1); top >= low && isOverHead(lines[top] as Line); ) {
      found = { ...found, from: top };
      top = filledBefore(lines, top - 1);
    }
    heads.push(found);
    low = found.to;
    open = found.kind === "document" ? squeeze(tidyTitle(joined(lines, found.title))) : "";
    index = Math.max(index, found.to - 1);
  }
  return withListedHeadings(lines, heads, headings, known);
}

/** True where a number is all the title there is. */
const isTitledByNumber = ({ title, number, reading }: Head): boolean =>
  reading !== null && number === null && title.length === 1;

/** True where the day stands above the number: so it does above those that follow without a title. */
const hasDateOnTop = (lines: readonly Line[], { from, to }: Head): boolean =>
  lines.slice(from, to).some(({ value }) => isDateLine(value));

/** A heading that the contents list with a page of its own, with text of no document below it, is the head of that text. */
function withListedHeadings(
  lines: readonly Line[],
  heads: Head[],
  headings: SectionLine[],
  known: KnownTitles,
): { heads: Head[]; headings: SectionLine[] } {
  const opensText = ({ line, name }: SectionLine, index: number): boolean => {
    if (!known.has(titleKey(name))) return false;
    const next = headings[index + 1]?.line ?? lines.length;
    const head = heads.find(({ from }) => from > line)?.from ?? lines.length;
    return filledFrom(lines, line + 1) < Math.min(next, head);
  };
  const listed = headings.filter(opensText);
  if (listed.length === 0) return { heads, headings };
  const added = listed.map(({ line }) => head([line], line));
  return {
    heads: [...heads, ...added].sort((one, other) => one.from - other.from),
    headings: headings.filter((heading) => !listed.includes(heading)),
  };
}
