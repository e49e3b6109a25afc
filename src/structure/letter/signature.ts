/** Who signs a letter, and its date. */

import { squeeze } from "../../language/blanks.ts";
import { characters, closesWith } from "../../language/characters.ts";
import { hasColon } from "../../language/colons.ts";
import { FULL_DATE, isDateLine, isLooseDate } from "../../language/dates.ts";
import { TITLE_VERBS } from "../../terms/genres.ts";
import { ISSUER_ENDING } from "../../terms/organizations.ts";
import { SPACED_SIGNING_OFFICES } from "../../terms/people.ts";
import type { Leaf, Line } from "../../tree/nodes.ts";
import { type Context, leafOf, leafOfLines, setAside, sliceSpans } from "../context.ts";
import { filledBefore, filledFrom } from "../lines.ts";
import { SPANS_SENTENCE } from "./patterns.ts";

/** A text that is the name of a body, or of several. */
export const ORGANIZATION = new RegExp(`^[\\p{Script=Han}、，（）()“”·]{2,60}${ISSUER_ENDING}$`, "u");
/** A text that is an office and a name: 县长　张三. */
export const PERSON = new RegExp(
  `^(?:\\p{Script=Han}{0,20}(?:${SPACED_SIGNING_OFFICES}))(?!的?职务)(?:(?:[\\s　]*[：:])?[\\s　]*(?:\\p{Script=Han}[\\s　]*){2,4}|[\\s　：:]+\\p{Script=Han}[\\p{Script=Han}·]{4,11})$`,
  "u",
);
const DATE_AFTER = new RegExp(`${FULL_DATE.source}[\\s　]*$`);

/** 李　明　　县水务局: a person and the body he is of, the last line of a list and no signature. */
function isMemberLine(parts: readonly string[]): boolean {
  const before = parts.slice(0, -1).join("");
  return (
    before.length >= 2 &&
    before.length <= 4 &&
    OWN_BODY.test(parts.at(-1) as string) &&
    !/[省市县区州盟旗乡镇局委府院]$/.test(before)
  );
}

const OWN_BODY = new RegExp(`^[省市县区州]\\p{Script=Han}+${ISSUER_ENDING}$`, "u");

/** What stands for the seal behind the name: （章）. */
const SEAL = /[（(](?:盖?章|印章?|公章)[）)]$/;
const withoutSeal = (value: string): string => {
  const text = value.trimEnd();
  return closesWith(text, CLOSES_BRACKET) ? text.replace(SEAL, "") : text;
};
const CLOSES_BRACKET = characters("）)");

/** True where a line can sign a document: a body, bodies side by side, or a person with an office. */
export function isSignatory(value: string): boolean {
  const text = withoutSeal(value.trim());
  if (text.length > 60 || SPANS_SENTENCE.test(text)) return false;
  const parts = text.split(/[\s　]+/);
  if (isMemberLine(parts)) return false;
  return (
    ORGANIZATION.test(squeeze(text)) ||
    PERSON.test(text) ||
    (parts.length > 1 && parts.every((part) => ORGANIZATION.test(part)))
  );
}

/** The lines of the signature and its date, as indexes; null where no date closes the letter. */
export interface Signature {
  issuer: number[];
  date: number;
  /** The first and the last of these lines: the date may stand above who signs. */
  first: number;
  last: number;
  /** Signature and date on one line: the offset of the date in it. */
  dateFrom: number;
  /** The end of the date in its line; a 附注 may stand behind it. */
  dateTo: number;
}

const NOTE_BESIDE = /[（(](?:此件|本件|此文)[^（()）]{2,40}[）)][\s　]*$/;
/** Where the date ends in a line that is one, a 附注 behind it aside: 2021年9月9日　（此件公开发布）; -1 for another line. */
function dateEnd({ value }: Line): number {
  if (isDateLine(value)) return value.length;
  const note =
    closesWith(value.trimEnd(), CLOSES_BRACKET) && value.length <= 100 ? value.search(NOTE_BESIDE) : -1;
  return note > 0 && isDateLine(value.slice(0, note)) ? note : -1;
}

/** 副主任：吴国强, 县公安局副局长　孙浩 above the body that signs is the last of a list. */
const endsList = ({ value }: Line, below: Line): boolean =>
  hasColon(value) || (PERSON.test(value.trim()) && !PERSON.test(below.value.trim()));

/** More lines that sign are bodies only where the text above them has ended; else they may be the last of a list. */
const USUAL_SIGNERS = 4;
const ENDS_TEXT = characters("。）)”");
const GOES_ON = characters("、，,");

/** How many lines over who signs are the last of a list: bodies over the one that opens the heading, which does not name them. */
function listedAbove(lines: readonly Line[], issuer: readonly number[], heading: string): number {
  const names = issuer.map((at) => squeeze(withoutSeal((lines[at] as Line).value)));
  if (!squeeze(heading).startsWith(names.at(-1) as string)) return 0;
  return names.findLastIndex((name) => !heading.includes(name)) + 1;
}

/** 行长：易立 / 主席：郭清: those who sign an order together, each with a colon. */
const signTogether = (above: Line, below: Line): boolean =>
  PERSON.test(above.value.trim()) && PERSON.test(below.value.trim());

/** 关于…, 印发…: the rest of a title that a body opens. */
const OPENS_TITLE = new RegExp(`^(?:${TITLE_VERBS.join("|")})`);

/** The bodies below a date that no one signs above, each named in the heading of the document, and no head of a title. */
function signersBelow(lines: readonly Line[], date: number, heading: string): number[] {
  const found: number[] = [];
  for (let at = filledFrom(lines, date + 1); at < lines.length; at = filledFrom(lines, at + 1)) {
    const { kind, value } = lines[at] as Line;
    if (kind !== "text" || value.length > 60) break;
    const name = squeeze(withoutSeal(value));
    if (!ORGANIZATION.test(name)) return OPENS_TITLE.test(name) ? [] : found;
    if (!heading.includes(name)) break;
    found.push(at);
  }
  return found;
}

/**
 * The first line from `from` on that dates the letter, with those above it that sign, or those below it that the heading
 * of the document names.
 * @param isOrder true for an order, which persons sign and no list of them ends
 */
export function findSignature(
  lines: readonly Line[],
  from: number,
  heading: string,
  isOrder = false,
): Signature | null {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (line.kind !== "text") continue;
    const isLoose = isLooseDate(line.value);
    const dateTo = isLoose ? line.value.length : dateEnd(line);
    if (dateTo > 0) {
      const issuer: number[] = [];
      let above = filledBefore(lines, at - 1);
      while (
        above >= from &&
        (lines[above] as Line).kind === "text" &&
        isSignatory((lines[above] as Line).value) &&
        !(
          issuer.length > 0 &&
          endsList(lines[above] as Line, lines[issuer[0] as number] as Line) &&
          !(isOrder && signTogether(lines[above] as Line, lines[issuer[0] as number] as Line))
        )
      ) {
        issuer.unshift(above);
        above = filledBefore(lines, above - 1);
      }
      const isEnded = above < from || closesWith((lines[above] as Line).value.trimEnd(), ENDS_TEXT);
      // …、县财政局、 / 县审计局 / 某县人民政府: a page cuts the list above who signs.
      if (issuer.length > 1 && above >= from && closesWith((lines[above] as Line).value.trimEnd(), GOES_ON))
        issuer.shift();
      if (issuer.length > USUAL_SIGNERS && !isEnded) issuer.splice(0, issuer.length - USUAL_SIGNERS);
      if (issuer.length > 1 && !isEnded) issuer.splice(0, listedAbove(lines, issuer, heading));
      if (isLoose && issuer.length === 0) continue;
      const below = issuer.length === 0 ? signersBelow(lines, at, heading) : [];
      if (below.length > 0)
        return { issuer: below, date: at, first: at, last: below.at(-1) as number, dateFrom: 0, dateTo };
      return { issuer, date: at, first: issuer[0] ?? at, last: at, dateFrom: 0, dateTo };
    }
    const match = line.value.length <= 80 && line.value.endsWith("日") ? line.value.match(DATE_AFTER) : null;
    if (match && (match.index as number) > 0 && isSignatory(line.value.slice(0, match.index)))
      return {
        issuer: [at],
        date: at,
        first: at,
        last: at,
        dateFrom: match.index as number,
        dateTo: line.value.length,
      };
  }
  return null;
}

/** Who signs, without the seal, which is set aside. */
export function issuerLeaf(context: Context, line: Line): Leaf {
  const to = withoutSeal(line.value).length;
  if (to === line.value.trimEnd().length) return leafOfLines(context, "issuer", [line]);
  setAside(context, "bracket", sliceSpans(line.spans, to, line.value.length));
  return leafOf(context, "issuer", sliceSpans(line.spans, 0, to));
}

export function signatureLeaves(
  context: Context,
  all: readonly Line[],
  { issuer, date, dateFrom, dateTo }: Signature,
): Leaf[] {
  const dateLine = all[date] as Line;
  const signers = issuer
    .filter((index) => index !== date)
    .map((index) => issuerLeaf(context, all[index] as Line));
  const isBelow = (issuer[0] as number) > date;
  const leaves = isBelow ? [] : signers;
  if (dateFrom > 0) leaves.push(leafOf(context, "issuer", sliceSpans(dateLine.spans, 0, dateFrom)));
  leaves.push(leafOf(context, "date", sliceSpans(dateLine.spans, dateFrom, dateTo)));
  if (dateTo < dateLine.value.length)
    leaves.push(leafOf(context, "note", sliceSpans(dateLine.spans, dateTo, dateLine.value.length)));
  if (isBelow) leaves.push(...signers);
  return leaves;
}
