/** Heads told by the number of their document. */

import { squeeze } from "../../language/blanks.ts";
import { characters, closesWith, opensWith } from "../../language/characters.ts";
import { isDateOnTop } from "../../language/dates.ts";
import { isRegistrationCode, numberAfterName, readNumberLine } from "../../language/documentNumbers.ts";
import { BRACKETS_AFTER_GENRE, ISSUED_TEXTS } from "../../terms/genres.ts";
import { PERMIT_CODE } from "../../terms/labels.ts";
import type { Line } from "../../tree/nodes.ts";
import { bareText, filledBefore, filledFrom } from "../lines.ts";
import { decidesBelow } from "./decisions.ts";
import type { Head, KnownTitles } from "./head.ts";
import {
  ENDS_AS_DOCUMENT,
  GENRE_WORDS,
  ISSUED_FORM,
  ISSUER_LINE,
  joined,
  titleAbove,
  titleBelow,
  titleKey,
  wholeTitle,
} from "./titleLines.ts";

const ALL_WORDS = [...GENRE_WORDS, ...Object.keys(ISSUED_TEXTS)].sort((a, b) => b.length - a.length);
const ENDS_AS_TEXT = new RegExp(`(?:${ALL_WORDS.join("|")})${BRACKETS_AFTER_GENRE}$`);

/** True where a line is the number of a document, and not the permit of the gazette (宁新出管字(2021)第022号). */
export function isDocumentNumber(value: string): boolean {
  const reading = readNumberLine(value);
  return reading !== null && reading.agency !== null && !PERMIT_CODE.test(reading.agency);
}

const looksLikeTitle = (text: string): boolean =>
  text.length >= 4 && (ENDS_AS_TEXT.test(text) || text.includes("关于") || ISSUED_FORM.test(text));

/** （某 / 政办发〔1996〕5号）: the rest of a citation, whose bracket opens in the line above. */
function closesCitation(lines: readonly Line[], index: number): boolean {
  const { value } = lines[index] as Line;
  if (!closesWith(value.trimEnd(), CLOSES) || opensWith(value.trimStart(), OPENS)) return false;
  const above = lines[filledBefore(lines, index - 1)]?.value ?? "";
  return (
    above.slice(Math.max(above.lastIndexOf("（"), above.lastIndexOf("("), 0)).search(/[）)]/) < 0 &&
    /[（(]/.test(above)
  );
}
const CLOSES = characters("）)");
const OPENS = characters("（(");

/** A head found by the number that stands under or over its title. */
export function headByNumber(
  lines: readonly Line[],
  index: number,
  floor: number,
  sections: ReadonlySet<string>,
  known: KnownTitles,
): Head | null {
  const reading = readNumberLine((lines[index] as Line).value);
  if (reading === null || closesCitation(lines, index)) return null;
  const above = wholeTitle(lines, titleAbove(lines, index, floor, sections, known), floor, known);
  const aboveText = joined(lines, above);
  // A bureau of the press numbers its notices as it does its permits: only a title above tells them apart.
  if (
    PERMIT_CODE.test(reading.agency ?? "") &&
    !(aboveText.includes("关于") && ENDS_AS_DOCUMENT.test(aboveText))
  )
    return null;
  const below = belowKind(lines, index, above, aboveText, known);
  if (below !== null) return { ...below, reading };
  if (!aboveText.includes("关于")) {
    const own = ownTitle(lines, index, known);
    if (own !== null) return own;
  }
  if (reading.agency === null) {
    const isOrder =
      /(?:令|公告|通告|命令|纪要)$/.test(aboveText) ||
      (numberAfterName(reading.text) !== null && aboveText.includes("关于") && ENDS_AS_TEXT.test(aboveText));
    return isOrder
      ? { kind: "document", title: above, number: index, reading, from: above[0] as number, to: index + 1 }
      : null;
  }
  if (looksLikeTitle(aboveText) && !/文件$/.test(aboveText))
    return {
      kind: "document",
      title: above,
      number: index,
      reading,
      from: above[0] as number,
      to: index + 1,
    };
  const titleLines = titleBelow(lines, index, known);
  const belowText = joined(lines, titleLines);
  if (ENDS_AS_TEXT.test(belowText) || known.has(titleKey(belowText))) {
    // The red head names the issuer: 某县人民政府文件, or the body alone over a 函.
    const last = above.at(-1);
    const isRed =
      last !== undefined && /(?:政府|委员会|办公[室厅]|[局委厅部])文件$/.test(bareText(lines[last] as Line));
    const isBody = ISSUER_LINE.test(aboveText) && above.length <= 2;
    const redHead = isRed && !isBody ? last : isBody ? (above[0] as number) : index;
    return {
      kind: "document",
      title: titleLines,
      number: index,
      reading,
      from: redHead,
      to: (titleLines.at(-1) as number) + 1,
    };
  }
  // 某政任〔2019〕4号 right over 任命：, or listed so in the contents: the number is all the title there is.
  if (above.length === 0 && (known.has(reading.text) || decidesBelow(lines, index)))
    return { kind: "document", title: [index], number: null, reading, from: index, to: index + 1 };
  return above.length > 0 && aboveText.length >= 4
    ? { kind: "document", title: above, number: index, reading, from: above[0] as number, to: index + 1 }
    : null;
}

/**
 * What stands over a number and the title of the document: a letterhead, 某市人民政府会议纪要 or 某市人民政府通知, or who
 * announces, 国家税务总局公告 | 2020年第20号 | 国家税务总局关于…的公告.
 */
function belowKind(
  lines: readonly Line[],
  number: number,
  above: readonly number[],
  aboveText: string,
  known: KnownTitles,
): Omit<Head, "reading"> | null {
  if (aboveText.includes("关于")) return null;
  const isLetterhead = LETTERHEAD.test(aboveText) && !known.has(titleKey(aboveText));
  if (!isLetterhead && !ANNOUNCER.test(aboveText)) return null;
  const title = titleBelow(lines, number, known);
  const text = joined(lines, title);
  const isWhole = isLetterhead
    ? LETTERED.test(text) || (text.includes("关于") && ENDS_AS_DOCUMENT.test(text))
    : ANNOUNCEMENT.test(text) && (text.includes("关于") || ISSUED_FORM.test(text));
  if (!isWhole) return null;
  const from = above[0] as number;
  return { kind: "document", title, number, from, to: (title.at(-1) as number) + 1 };
}
const LETTERED = /^(?!现将).*(?:纪要|的通知|的意见)$/;
const ANNOUNCER = /(?:公告|通告)$/;
const ANNOUNCEMENT = /的(?:公告|通告)(?:[（(][^（()）]{2,20}[）)])?$/;

const LETTERHEAD = /纪要$|(?:政府|委员会|办公[室厅]|[局委厅部])(?:通知|通报|函|批复|决定|意见|请示|报告)$/;

/** 某市人民政府令第18号, 海关总署公告2016年第30号 over its text: title and number on one line, or over a title of its own. */
function ownTitle(lines: readonly Line[], index: number, known: KnownTitles): Head | null {
  const named = numberAfterName((lines[index] as Line).value);
  if (named === null) return null;
  const title = titleBelow(lines, index, known);
  const text = joined(lines, title);
  if (text.includes("关于") && ENDS_AS_TEXT.test(text))
    return {
      kind: "document",
      title,
      number: index,
      reading: readNumberLine((lines[index] as Line).value),
      from: index,
      to: (title.at(-1) as number) + 1,
    };
  const below = lines[filledFrom(lines, index + 1)];
  if (below?.kind !== "text" || !ENDS_SENTENCE.test(below.value.trim())) return null;
  return {
    kind: "document",
    title: [index],
    number: index,
    reading: named.reading,
    from: index,
    to: index + 1,
  };
}
/** The end of a sentence, or the name of the text in brackets: （关于调整…的公告）. */
const ENDS_SENTENCE = /[。：:]$|^[（(]关于[^（()）]{4,80}[）)]$/;

/** True where the open document sends on the one with this number, …（省价费〔2010〕201号）转发给你们, and no contents list it. */
export function isSentBy(
  open: string,
  lines: readonly Line[],
  from: number,
  { reading, title, from: to }: Head,
  known: KnownTitles,
): boolean {
  if (!/转发|批转/.test(open) || reading === null || reading.agency === null) return false;
  const key = titleKey(joined(lines, title));
  // 转发…关于取消收费的通知 has the key of what it sends.
  if (known.has(key) && key !== titleKey(open)) return false;
  return lines
    .slice(from, Math.min(to, from + 40))
    .some(({ value }) => squeeze(value).includes(reading.text));
}

/** True where the next line, a section's name aside, is a document's number. */
export function hasNumberBelow(lines: readonly Line[], from: number, sections: ReadonlySet<string>): boolean {
  let at = filledFrom(lines, from);
  if (lines[at] && isDateOnTop((lines[at] as Line).value)) at = filledFrom(lines, at + 1);
  if (lines[at] && isRegistrationCode(bareText(lines[at] as Line))) at = filledFrom(lines, at + 1);
  if (lines[at] && sections.has(bareText(lines[at] as Line))) at = filledFrom(lines, at + 1);
  const line = lines[at];
  return line !== undefined && readNumberLine(line.value) !== null;
}
