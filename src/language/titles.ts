/** Titles as they are compared. */
import { squeeze } from "./blanks.ts";
import { valueFor, valuesOf } from "./characters.ts";

/** The units of the marks that stand for others where titles are compared. */
const NARROW = valuesOf(
  [
    ["（", "("],
    ["）", ")"],
    ["《〈", "<"],
    ["》〉", ">"],
    ["“”", '"'],
    ["—–－", "-"],
  ].map(([wide, narrow]) => [wide as string, (narrow as string).charCodeAt(0)]),
);

/** A title as it is compared, without the marks around titles in it. */
export const withoutMarks = (key: string): string =>
  key.includes("<") || key.includes(">") ? key.replace(/[<>]/g, "") : key;

const NOTE_AT_END = /(?:[[〔［][\d０-９]{1,2}[\]〕］]|[①②＊*])$/;

/** A title without the mark of a footnote behind it: 统计公报[1], 统计公报①. */
export const withoutNote = (key: string): string => key.replace(NOTE_AT_END, "");

/** A title as titles are compared: no blanks, brackets, quotation marks and dashes of one width. */
export function comparable(title: string): string {
  const bare = squeeze(title);
  let text = "";
  let from = 0;
  for (let at = 0; at < bare.length; at++) {
    const narrow = valueFor(NARROW, bare.charCodeAt(at));
    if (narrow === 0) continue;
    text += bare.slice(from, at) + String.fromCharCode(narrow);
    from = at + 1;
  }
  return from === 0 ? bare : text + bare.slice(from);
}

/** The words that follow an issuer in a title; 对 and its like also stand in names of bodies. */
const OPENS_ABOUT = /关于|转发|批转|印发/;
const ABOUT_BEFORE_VERB = /^关于(?=转发|批转|印发)/;
/** No list of issuers is longer. */
const LONGEST_ISSUERS = 80;

/** A title in two, as titles are compared: who issues, and what it is about; null where nothing parts them. */
export function partTitle(title: string): { issuer: string; about: string } | null {
  const plain = withoutMarks(comparable(title));
  const at = plain.search(OPENS_ABOUT);
  if (at < 0 || at > LONGEST_ISSUERS) return null;
  // 印发…的通知 and 关于印发…的通知 are one title.
  return { issuer: plain.slice(0, at), about: plain.slice(at).replace(ABOUT_BEFORE_VERB, "") };
}

/** The first of several issuers, and how many: 某省财政厅等3部门. */
export const AND_OTHERS = "等(?:[0-9０-９〇零一二三四五六七八九十]{1,3}个?)?(?:部门|单位)";
const ENDS_WITH_OTHERS = new RegExp(`${AND_OTHERS}$`);

/** True where the characters of `short` stand in `whole` in their order. */
export function isWithin(short: string, whole: string): boolean {
  let at = 0;
  for (const char of short) {
    at = whole.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** True where one issuer is the other in fewer words, or none: 省政府 某省人民政府, 某省财政厅等3部门 某省财政厅某省民政厅…. */
export function sameIssuer(one: string, other: string): boolean {
  const [short, whole] = one.length <= other.length ? [one, other] : [other, one];
  if (short === "" || short === whole) return true;
  for (const [listed, all] of [
    [short, whole],
    [whole, short],
  ] as const) {
    const first = listed.replace(ENDS_WITH_OTHERS, "");
    if (first !== listed && isWithin(first, all)) return true;
  }
  return short.at(-1) === whole.at(-1) && isWithin(short, whole);
}

const SPEECH = /在[^，。；]{4,60}上的(?:讲话|致辞|致词|发言)/;

/** The title of a speech without who held it, before or after: 市长张三在全市经济工作会议上的讲话; null for another title. */
export const speechIn = (title: string): string | null =>
  title.includes("上的") ? (title.match(SPEECH)?.[0] ?? null) : null;
