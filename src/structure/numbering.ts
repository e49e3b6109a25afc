/** Numbered parts: which marker opens a line, and where its head ends. */
import { isBlankCode } from "../language/blanks.ts";
import { characters, closesWith, isIn, opensWith, valueFor, valuesOf } from "../language/characters.ts";
import { isIdeograph } from "../language/han.ts";
import { CHINESE_NUMERAL, readNumeral } from "../language/numerals.ts";
import {
  BINDING_WORDS,
  DEFINES,
  LEADS_BY_SENTENCE,
  LEADS_TO_PARTS,
  MARKERS,
  type MarkerKind,
  OPENS_SENTENCE,
  RANKS,
  SUBJECT_AND_VERB,
  WHOLE_DECIMAL,
} from "../terms/numbering.ts";

/** A marker at the start of a text. */
export interface Marker {
  kind: MarkerKind;
  rank: number;
  ordinal: number | null;
  /** Offset after the marker, its own point and bracket included. */
  length: number;
}

/** The patterns that can match a text, by the code of its first character: most texts have none. */
const BY_FIRST = new Map<number, (typeof MARKERS)[number][]>();
const OPENERS: Readonly<Record<MarkerKind, string>> = {
  part: "第",
  chapter: "第",
  division: "第",
  article: "第",
  decimal: "0123456789０１２３４５６７８９",
  chinese: CHINESE_NUMERAL,
  chineseBracket: "（(㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
  arabic: "0123456789０１２３４５６７８９⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
  arabicBracket: "（(0123456789０１２３４５６７８９⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
  circled: "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿❶❷❸❹❺❻❼❽❾❿",
};
for (const marker of MARKERS)
  for (const char of OPENERS[marker.kind]) {
    const code = char.charCodeAt(0);
    BY_FIRST.set(code, [...(BY_FIRST.get(code) ?? []), marker]);
  }
const OPENS_MARKER = characters(String.fromCharCode(...BY_FIRST.keys()));

/** Characters that are numerals by themselves: first, last, and the value of the first. */
const CIRCLED = [
  [0x2460, 0x2473, 1],
  [0x3251, 0x325f, 21],
  [0x32b1, 0x32bf, 36],
  [0x2776, 0x277f, 1],
  [0x2474, 0x2487, 1],
  [0x2488, 0x249b, 1],
  [0x3220, 0x3229, 1],
] as const;

/** The value of ① ⑴ ❶ ㈠ ⒈ and their kin. */
function circledValue(char: string): number | null {
  const code = char.charCodeAt(0);
  if (code < 0x2460 || code > 0x32bf) return null;
  for (const [first, last, base] of CIRCLED) if (code >= first && code <= last) return code - first + base;
  return null;
}

/** The text asked last, and its marker: what opens a line is asked several times on end. */
let last: { text: string; decimals: boolean; marker: Marker | null } = {
  text: "",
  decimals: false,
  marker: null,
};

/** Reads the marker that opens `text`; `decimals` tells that the document numbers its parts 1, 1.1, 1.1.1. */
export function readMarker(text: string, decimals: boolean): Marker | null {
  if (!opensWith(text, OPENS_MARKER)) return null;
  if (last.text !== text || last.decimals !== decimals)
    last = { text, decimals, marker: findMarker(text, decimals) };
  return last.marker;
}

function findMarker(text: string, decimals: boolean): Marker | null {
  for (const { kind, pattern } of BY_FIRST.get(text.charCodeAt(0)) ?? []) {
    if (kind === "decimal" && !decimals) continue;
    const match = pattern.exec(text);
    if (match === null) continue;
    const numeral = (match[1] ?? match[2] ?? match[3]) as string;
    if (kind === "decimal") {
      const parts = numeral.split(/[.．]/);
      return {
        kind,
        rank: RANKS.decimal + parts.length / 100,
        ordinal: readNumeral(parts.at(-1) as string),
        length: match[0].length,
      };
    }
    const ordinal = circledValue(numeral) ?? readNumeral(numeral);
    return { kind, rank: RANKS[kind], ordinal, length: match[0].length };
  }
  const whole = decimals ? text.match(WHOLE_DECIMAL) : null;
  return whole?.[1]
    ? { kind: "decimal", rank: RANKS.decimal + 0.01, ordinal: readNumeral(whole[1]), length: whole[1].length }
    : null;
}

const DIGITS = characters("0123456789０１２３４５６７８９");
const DECIMAL_LINE = /^[0-9０-９]{1,2}[.．][0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2})*[\s　]+[^\s\d０-９]/;
const POINTS = characters(".．");
/** True where a point stands after one digit or two. */
const hasPoint = (value: string): boolean =>
  isIn(POINTS, value.charCodeAt(1)) || isIn(POINTS, value.charCodeAt(2));
/** 1.1编制目的: no blank parts the number from the head, and no unit makes it a figure. */
const TIGHT_LINE =
  /^([0-9０-９]{1,2})[.．]([12１２])(?=[\p{Script=Han}“《])(?![年月日万亿元倍个亩公吨米千百平])/u;

/** True where a document numbers its parts 1.1: at least two of its lines do, with a blank, or as 1.1 and 1.2 without. */
export function usesDecimals(lines: readonly { value: string }[]): boolean {
  let seen = 0;
  const first = new Set<string>();
  return lines.some(({ value }) => {
    if (!opensWith(value, DIGITS) || !hasPoint(value)) return false;
    if (DECIMAL_LINE.test(value)) return ++seen === 2;
    const tight = value.match(TIGHT_LINE);
    if (tight === null) return false;
    if (tight[2] === "1" || tight[2] === "１") first.add(tight[1] as string);
    return first.has(tight[1] as string) && (tight[2] === "2" || tight[2] === "２");
  });
}

const OPENING = "《〈“‘（(「【〔";
const CLOSING = "》〉”’）)」】〕";
/** 1 for what opens a bracket or quotation, -1 for what closes one. */
const DEPTH = valuesOf([
  [OPENING, 1],
  [CLOSING, -1],
]);

/** The marks that are ever sought. */
const MARKS = characters("。：:；;！？，,");

/** The first of `marks`, which are of {@link MARKS}, outside quotation marks and brackets, from `from` on; or -1. */
export function firstOutside(text: string, marks: string, from = 0): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isIdeograph(code)) continue;
    const change = valueFor(DEPTH, code);
    if (change !== 0) depth = Math.max(0, depth + change);
    else if (depth === 0 && isIn(MARKS, code) && marks.includes(text[at] as string)) return at;
  }
  return -1;
}

/** How many brackets or quotation marks a text leaves open; negative where it closes more than it opens. */
export function openBrackets(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) depth += valueFor(DEPTH, text.charCodeAt(at));
  return depth;
}

/** What follows a marker: a head with its end, or a sentence. Offsets are into the text after the marker. */
export interface HeadReading {
  /** End of the head, 0 where the item is a sentence. */
  titleEnd: number;
  delimiter: string | null;
  /** Where the text after the head begins; the text's length where nothing follows. */
  bodyFrom: number;
}

const SHORT_HEAD = 30;
const LONG_HEAD = 50;
const SENTENCE: HeadReading = { titleEnd: 0, delimiter: null, bodyFrom: 0 };
const HEAD_ENDS = "。：:；;！？";
const COMMAS = characters("，,、");
const IN_RATIO = /^[\d０-９][：:][\d０-９]$/;
const isColon = (char: string | undefined): boolean => char === "：" || char === ":";

/** True where a comma stands in a head, outside what it quotes or puts in brackets. */
const hasComma = (title: string): boolean => /，|,/.test(title.replace(/[《（(“].{0,60}?[》）)”]/g, ""));

/** Nothing follows a head but the bracket of who bears it: （县财政局负责）. */
const DUTY_ALONE = /^[（(][^（()）]{2,200}[）)][。；]?$/;

/** True where the text before the mark says something of a subject, as a head does not. */
const isPredicate = (title: string): boolean =>
  OPENS_SENTENCE.test(title) || SUBJECT_AND_VERB.test(title) || DEFINES.test(title);

/** A point of half width that ends a sentence: 改革户籍制度.凡在小城镇…. */
const POINT_FOR_STOP = /(?<=[\p{Script=Han}）)%％])\.(?=$|[\p{Script=Han}（(“])/u;

/**
 * Tells a head from a sentence after a marker.
 * @param isList true where a sibling item ended in ；: then items are sentences parted by it.
 * @param isLeaf true where nothing stands under the item.
 * @param besideSentence true where a sibling under which nothing stands is a sentence.
 * @param amongSentences true where all its siblings, two at least, are sentences.
 */
export function readHead(
  text: string,
  kind: MarkerKind,
  isList: boolean,
  isLeaf: boolean,
  besideSentence = false,
  amongSentences = false,
): HeadReading {
  // 第一条：为了…
  if (kind === "article" && isColon(text[0])) return { titleEnd: 0, delimiter: text.charAt(0), bodyFrom: 1 };
  const length = text.trimEnd().length;
  let end = firstOutside(text, HEAD_ENDS);
  // 按6：4比例: the colon of a ratio ends no head.
  while (end >= 0 && isColon(text[end]) && IN_RATIO.test(text.slice(Math.max(0, end - 1), end + 2)))
    end = firstOutside(text, HEAD_ENDS, end + 1);
  const point = text.includes(".") && !text.includes("。") ? text.search(POINT_FOR_STOP) : -1;
  if (point >= 0 && (end < 0 || point < end)) end = point;
  if (end < 0) {
    const isSentence =
      length > 60 ||
      (isList && length > 12) ||
      closesWith(text.trimEnd(), COMMAS) ||
      BINDING_WORDS.test(text) ||
      (length > LONG_HEAD && /[，,]/.test(text));
    return isSentence ? SENTENCE : { titleEnd: length, delimiter: null, bodyFrom: text.length };
  }
  const delimiter = text[end] as string;
  const isStop = delimiter === "。" || delimiter === ".";
  const title = text.slice(0, end).trim();
  if (
    kind === "article" ||
    delimiter === "；" ||
    delimiter === ";" ||
    delimiter === "！" ||
    delimiter === "？"
  )
    return SENTENCE;
  if (
    title === "" ||
    title.length > LONG_HEAD ||
    isPredicate(title) ||
    BINDING_WORDS.test(title) ||
    (isColon(delimiter) && (LEADS_TO_PARTS.test(title) || LEADS_BY_SENTENCE.test(title))) ||
    title.includes("；") ||
    title.includes(";") ||
    (title.length > SHORT_HEAD && hasComma(title))
  )
    return SENTENCE;
  const rest = text.slice(end + 1).trim();
  if (isStop && isLeaf && rest === "" && (isList || besideSentence || title.length > 15)) return SENTENCE;
  if (isStop && isLeaf && besideSentence && DUTY_ALONE.test(rest)) return SENTENCE;
  if (isStop && amongSentences && rest !== "" && title.length > 20) return SENTENCE;
  if (isList && isStop) return SENTENCE;
  return { titleEnd: end, delimiter, bodyFrom: end + 1 };
}

const CAPTION_IN_LENTICULAR = /^[\s　]*【([^【】]{1,24})】(?=[\s　]*\S)/;
const CAPTION_IN_ROUND = /^[\s　]*[（(]([\p{Script=Han}、“”]{2,20})[）)](?=[\s　]*[\p{Script=Han}“《])/u;

/**
 * The caption of an article, 第一条【立法目的】为了…, as offsets of its brackets into the text after the marker.
 * @param round true where the text puts captions in （）: more articles than one do.
 */
export function readCaption(text: string, round: boolean): { from: number; to: number } | null {
  const match = text.match(CAPTION_IN_LENTICULAR) ?? (round ? text.match(CAPTION_IN_ROUND) : null);
  return match ? { from: match[0].search(/[【（(]/), to: match[0].length } : null;
}

/** True where a text after a marker opens with a bracket as captions of articles do. */
export const opensWithCaption = (text: string): boolean => CAPTION_IN_ROUND.test(text);

/** Markers of items that print runs on in one paragraph; articles and chapters never are. */
const RUN_ON: ReadonlySet<MarkerKind> = new Set([
  "chinese",
  "chineseBracket",
  "arabic",
  "arabicBracket",
  "circled",
]);
const LONGEST_MARKER = 12;
const LONGEST_BEARER = 90;
const ITEM_END = /[。；;！？]$|(?:[。；;！？][（(][^（()）]{2,80}|(?:负责|牵头|配合|参与|落实))[）)]$/;

/** Items of words stand side by side on one line: 1.甲公司  2.乙公司. */
const WIDE_BLANKS_AT_END = /[\p{Script=Han}）)](?:[\s　]{2}[\s　]*|　)$/u;

/** With what a marker of such an item can open. */
const OPENS_ITEM = characters([...RUN_ON].map((kind) => OPENERS[kind]).join(""));
const ENDS_ITEM = characters("。；;！？）):：");
/** True where an item may follow: after a blank, or what ends the text before. */
const leadsToItem = (code: number): boolean => isIn(ENDS_ITEM, code) || isBlankCode(code);

/** A numbered item that begins inside a text; `ends` is false where a colon leads to it. */
interface InnerItem {
  at: number;
  marker: Marker;
  ends: boolean;
}

/** The numbered items that begin inside a text: after a sentence, ；, the bracket of who bears it, or a colon. */
function innerItems(text: string): InnerItem[] {
  const found: InnerItem[] = [];
  let depth = 0;
  for (let at = 1; at < text.length; at++) {
    const code = text.charCodeAt(at - 1);
    if (isIdeograph(code)) continue;
    const change = valueFor(DEPTH, code);
    if (change !== 0) depth = Math.max(0, depth + change);
    if (depth > 0 || !leadsToItem(code) || !isIn(OPENS_ITEM, text.charCodeAt(at))) continue;
    const edge = text.slice(Math.max(at - LONGEST_BEARER, 0), at);
    const before = edge.trimEnd();
    const ends = ITEM_END.test(before) || WIDE_BLANKS_AT_END.test(edge);
    const marker =
      ends || /[：:]$/.test(before) ? readMarker(text.slice(at, at + LONGEST_MARKER), false) : null;
    if (marker !== null && RUN_ON.has(marker.kind)) found.push({ at, marker, ends });
  }
  return found;
}

/**
 * Where the items after the first begin in a text that runs them on: `1.…。2.…。3.…`, or under a head that leads to
 * them, `二、…。（一）…。（二）…`. Their numbers rise one by one; nothing where the text does not open with a marker.
 * @param first the marker that opens the text.
 */
export function findItems(text: string, first: Marker | null): number[] {
  if (first === null || !RUN_ON.has(first.kind)) return [];
  const inner = innerItems(text);
  const starts: number[] = [];
  if (inner.length === 0) return starts;
  const open = [{ marker: first, at: 0 }];
  inner.forEach((item, index) => {
    const { marker, at, ends } = item;
    const level = open.findIndex(
      (one) => one.marker.kind === marker.kind && marker.ordinal === (one.marker.ordinal ?? -1) + 1,
    );
    const above = open.at(-1) as { marker: Marker; at: number };
    if (level >= 0 ? ends : opensUnder(text, above, item, inner[index + 1])) {
      open.splice(level >= 0 ? level : open.length, open.length, { marker, at });
      starts.push(at);
    }
  });
  return starts;
}

/** True for the first of two items or more that stand right after the head of the item above. */
function opensUnder(
  text: string,
  above: { marker: Marker; at: number },
  { marker, at }: InnerItem,
  next: InnerItem | undefined,
): boolean {
  if (marker.ordinal !== 1 || marker.rank <= above.marker.rank) return false;
  if (next?.marker.kind !== marker.kind || next.marker.ordinal !== 2 || !next.ends) return false;
  const from = above.at + above.marker.length;
  if (at - from > 2 * LONG_HEAD) return false;
  const { titleEnd, bodyFrom } = readHead(text.slice(from, at + 1), above.marker.kind, false, false);
  return titleEnd > 0 && text.slice(from + bodyFrom, at).trim() === "";
}
