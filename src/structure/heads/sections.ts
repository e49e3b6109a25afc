/** The headings of sections between documents. */

import { characters, closesWith, opensWith } from "../../language/characters.ts";
import { APPOINTMENT_HEADING, CONTENTS_HEADING, SECTION_HEADING } from "../../terms/genres.ts";
import type { Line } from "../../tree/nodes.ts";
import { bareText, filledFrom } from "../lines.ts";

/** Marks that print puts around the heading of a section. */
export const DECORATION = /^[◆●■★◇○▲△◎※☆►▶•·【[〖]+|(?<![】\]〗•·◆●■★◇○▲△◎※☆])[】\]〗•·◆●■★◇○▲△◎※☆]+$/g;
const OPENS_DECORATION = characters("◆●■★◇○▲△◎※☆►▶•·【[〖");
const CLOSES_DECORATION = characters("】]〗•·◆●■★◇○▲△◎※☆");

const isDecorated = (text: string): boolean =>
  opensWith(text, OPENS_DECORATION) || closesWith(text, CLOSES_DECORATION);

/** True for a heading that print marks off, 【政策解读】: what stands below it is new. */
export const isMarkedOff = (line: Line): boolean => isDecorated(bareText(line));

/** Two or more phrases side by side: 发布政令 宣传政策. */
const isSlogan = (value: string): boolean => /\p{Script=Han}{3}[\s　]+\p{Script=Han}{3}/u.test(value);

const NEVER_IN_NAMES = /[。，；：〔《]/;
/** Most lines end in one of them. */
const NEVER_ENDS_NAMES = characters("。，；：");
const BRACKETS = characters("【〖");
const BRACKETED = /^[【〖][^】〗]{1,16}[】〗]$/;

/** 2.决定废止的行政法规, 随着应急救援相关法律法规 are lines of a text. */
const OF_A_TEXT = /^[\d０-９]{1,2}[.．、]|的|^(?:随着|根据|按照|依据|依照|为了|对于|通过)/;

const LONGEST_NAME = 24;

/** The name of a section where a line is its heading and nothing else. */
export function sectionName(line: Line, known: ReadonlySet<string>): string | null {
  const { value } = line;
  if (value.length > LONGEST_NAME && !line.spaced) return null;
  if (closesWith(value, NEVER_ENDS_NAMES) || NEVER_IN_NAMES.test(value)) return null;
  const text = bareText(line);
  if (text.length > LONGEST_NAME) return null;
  const bare = isDecorated(text) ? text.replace(DECORATION, "") : text;
  if (bare === "") return null;
  const isName =
    known.has(bare) ||
    (bare.length <= 16 &&
      (SECTION_HEADING.test(bare) ||
        APPOINTMENT_HEADING.test(bare) ||
        (opensWith(text, BRACKETS) && BRACKETED.test(text) && CONTENTS_HEADING.test(bare))) &&
      !bare.includes("关于") &&
      !OF_A_TEXT.test(bare) &&
      bare !== "决定" &&
      bare !== "命令");
  return isName && !isSlogan(value) ? bare : null;
}

/** No text under a heading opens with it. */
const GOES_ON = characters("的、，和与及。；");

/** A heading has blanks around it, or the page's edge, and nothing that goes on below it. */
export function isStandAlone(lines: readonly Line[], index: number): boolean {
  const above = lines[index - 1];
  const below = lines[index + 1];
  if (opensWith(lines[filledFrom(lines, index + 1)]?.value ?? "", GOES_ON)) return false;
  return above === undefined || above.kind === "blank" || below === undefined || below.kind === "blank";
}
