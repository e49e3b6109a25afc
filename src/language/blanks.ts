/** Blanks in Chinese print: which stand for layout and go, and which stay. */
import { colonWithin } from "./colons.ts";
import { isHanCode } from "./han.ts";

/** One blank of any kind: ASCII, ideographic, no-break, zero-width, and line ends. */
export const BLANK = /[\s\u00a0\u180e\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]/;
const BLANKS = new RegExp(`${BLANK.source}+`, "g");
/** The blanks beyond ASCII that `\s` matches. */
const SPACES = [
  0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a,
  0x2028, 0x2029, 0x202f, 0x205f,
];

/** True where the UTF-16 unit `code` is a blank. */
export function isBlankCode(code: number): boolean {
  if (code <= 0x20) return true;
  if (code < 0xa0) return code === 0x7f || code === 0x85;
  if (code > 0x3000) return code === 0xfeff;
  return (
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0x180e ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    code === 0x205f ||
    code === 0x2060
  );
}

const isWideSpace = (code: number): boolean =>
  code === 0x3000 || code === 0xfeff || (code >= 0xa0 && code <= 0x205f && SPACES.includes(code));

/** True where the UTF-16 unit `code` is a blank of those that `\s` matches. */
export const isSpaceCode = (code: number): boolean =>
  code <= 0x20 ? code === 0x20 || (code >= 9 && code <= 13) : isWideSpace(code);

/** The text without any blank: how two printed names, titles or labels are compared. */
export function squeeze(text: string): string {
  return hasBlank(text) ? text.replace(BLANKS, "") : text;
}

/** True where a text holds a blank. */
export const hasBlank = (text: string): boolean => BLANK.test(text);

const isHanAt = (text: string, index: number): boolean =>
  index >= 0 && index < text.length && isHanCode(text.charCodeAt(index));

const isLatinOrDigit = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  code === 0x25cb ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0xff10 && code <= 0xff19);

/** Length of the run of Han characters that ends (`step` -1) or starts (`step` 1) at `index`, counted to 2. */
function hanRun(text: string, index: number, step: 1 | -1): number {
  if (!isHanAt(text, index)) return 0;
  const beside = index + step;
  return isHanAt(text, beside) || isLatinOrDigit(text.charCodeAt(beside)) ? 2 : 1;
}

const FORMAT = /^[\u200b-\u200f\u2060\ufeff\u180e\u202a-\u202e]+$/;
const SPACE = " ";
const WIDE_SPACES = /^\u3000+$/;

/** True where the blanks at `at` are wider than those between the two single characters before them. */
function endsSpacedPair(text: string, at: number, width: number): boolean {
  let from = at - 1;
  while (from > 0 && at - from <= width && isBlankCode(text.charCodeAt(from - 1))) from--;
  const inner = at - 1 - from;
  return inner > 0 && inner < width && hanRun(text, from - 1, -1) === 1;
}

/** True where the blanks up to `end` are wider than those between the two single characters after them. */
function opensSpacedPair(text: string, end: number, width: number): boolean {
  let to = end + 1;
  while (to < text.length && to - end <= width && isBlankCode(text.charCodeAt(to))) to++;
  const inner = to - 1 - end;
  return inner > 0 && inner < width && hanRun(text, to, 1) === 1;
}

const NAME = `(?:\\p{Script=Han}{2,4}|\\p{Script=Han}${BLANK.source}+\\p{Script=Han})(?:[（(][^（()）]{1,8}[）)])?`;
/** A list of three names or more, those of two characters spaced to the width of the others: 郑小红　吴　强　钱大海. */
const NAME_LIST = new RegExp(`^${NAME}(?:${BLANK.source}+${NAME}){2,}$`, "u");
/** The same behind a label: 出席：郑小红　吴　强　钱大海. */
const LABELLED_LIST = new RegExp(
  `^\\p{Script=Han}{2,8}[：:]${BLANK.source}*${NAME}(?:${BLANK.source}+${NAME}){2,}$`,
  "u",
);
const LONGEST_LABEL = 10;
const areNames = (text: string): boolean =>
  (colonWithin(text, LONGEST_LABEL) < 0 ? NAME_LIST : LABELLED_LIST).test(text);
/** The same where two stand and a bracket tells that they are persons: 张家豪　赵　敏（女）. */
const PAIR_OF_PERSONS = new RegExp(`^${NAME}${BLANK.source}+${NAME}$`, "u");
const OF_PERSON = /[（(](?:男|女|\p{Script=Han}{1,4}族)[）)，,、]/u;
/** Two names or more before the verb of an appointment: 高　翔　袁莉　任. */
const NAMES_THAT_TAKE = new RegExp(
  `^(?:任命|聘任|免去|提名)?${BLANK.source}*((?!同志)${NAME}(?:${BLANK.source}+(?!同志)${NAME}){1,20})(?=${BLANK.source}*(?:等?同志)?(?:任|为|不再))`,
  "u",
);
/** A name over its office and what he is charged with, or in a list: 韦　芳　副县长：负责…, 郑　钧　某集团工程师. */
const NAME_BEFORE_OFFICE = new RegExp(
  `^\\p{Script=Han}${BLANK.source}+\\p{Script=Han}(?=${BLANK.source}+(?:[\\p{Script=Han}、]{1,30}(?:长|主任|书记|主席|委员|员)[：:]|[\\p{Script=Han}、]{2,40}(?:长|主任|书记|主席|委员|[职队人警教]员|[教医律技]师|工程师|经理|董事|职工|教授|钳工|电工|工人|村民|农民|医生|护士)$))`,
  "u",
);
/** 免去杨　斌省政府参事职务: the blank stands inside the name, which nothing parts from the office. */
const NAME_BEHIND_VERB = new RegExp(
  `^(?:免去|任命|聘任|提名)\\p{Script=Han}${BLANK.source}+(?=\\p{Script=Han}{2})`,
  "u",
);
const TWO_TOGETHER = /\p{Script=Han}{2}/u;
const NAMES = new RegExp(NAME, "gu");

/** 王　强 at the start of a line or after a colon: two characters set apart by a wide blank as the names of three are not. */
const OPENING_PAIR = /(?:^|[：:])\p{Script=Han}\u3000+\p{Script=Han}$/u;
const LONGEST_PAIR = 6;
/** True where a wide blank at `at` parts such a pair from the word after it. */
const endsOpeningPair = (text: string, at: number, blanks: string): boolean =>
  WIDE_SPACES.test(blanks) && OPENING_PAIR.test(text.slice(Math.max(0, at - LONGEST_PAIR), at));

/** No verb, name and bracket before the first blank are longer. */
const LONGEST_OPENING = 18;
const TAKES = /[任为]|不再/;
/** Two names with a bracket each are no longer. */
const LONGEST_PERSONS = 40;
const arePersons = (text: string): boolean =>
  text.length <= LONGEST_PERSONS && OF_PERSON.test(text) && PAIR_OF_PERSONS.test(text);

/** 国家卫生健康委　李　强: a pair that wide blanks set apart at the end of a line, or before another. */
const CLOSING_PAIR = /^\p{Script=Han}\u3000+\p{Script=Han}(?=$|[\u3000（(])/u;
const opensClosingPair = (text: string, end: number, blanks: string): boolean =>
  WIDE_SPACES.test(blanks) && CLOSING_PAIR.test(text.slice(end));

const blankFor = (blanks: string): string =>
  blanks !== SPACE && WIDE_SPACES.test(blanks) ? "\u3000" : SPACE;

/**
 * A running text as printed, less layout: a blank that cuts off a single Han character goes (`审 批`), save a wider one
 * beside two that are spaced (`王　强　　县公安局`), one as wide after two that open the text (`王　强　县公安局`), and those between the names of a list,
 * a zero-width one always, any other run of blanks becomes one space (`中共中央 国务院`).
 */
export function tidyText(raw: string): string {
  if (!hasBlank(raw)) return raw;
  const text = raw.trim();
  if (TWO_TOGETHER.test(text) && (areNames(text) || arePersons(text)))
    return text.replace(NAMES, squeeze).replace(BLANKS, blankFor);
  // Names that open a text have a blank behind the first of them.
  const mayOpen = hasBlank(text.slice(0, LONGEST_OPENING));
  const opening = mayOpen
    ? (NAME_BEFORE_OFFICE.exec(text) ?? (TAKES.test(text) ? NAMES_THAT_TAKE.exec(text) : null))
    : null;
  if (opening !== null) {
    const [whole, names = whole] = opening;
    const from = whole.length - names.length;
    const tidied = names.replace(NAMES, squeeze).replace(BLANKS, blankFor);
    return text.slice(0, from) + tidied + tidyRun(text.slice(whole.length));
  }
  const behind = opensWithDecision(text) ? NAME_BEHIND_VERB.exec(text)?.[0] : undefined;
  return behind === undefined ? tidyRun(text) : squeeze(behind) + tidyRun(text.slice(behind.length));
}

const opensWithDecision = (text: string): boolean => "免任聘提".includes(text.charAt(0));

/** A running text that is no list of names, its blanks within and at its start. */
function tidyRun(text: string): string {
  return text.replace(BLANKS, (blanks, at: number, whole: string) => {
    if (blanks !== SPACE && FORMAT.test(blanks)) return "";
    const { length } = blanks;
    const left = hanRun(whole, at - 1, -1);
    const right = hanRun(whole, at + length, 1);
    if (left > 0 && right > 0 && (left === 1 || right === 1)) {
      const opensWord =
        right > 1 ||
        opensSpacedPair(whole, at + length, length) ||
        (left > 1 && opensClosingPair(whole, at + length, blanks));
      const isBetween =
        opensWord && (left > 1 || endsSpacedPair(whole, at, length) || endsOpeningPair(whole, at, blanks));
      if (!isBetween) return "";
    }
    return blankFor(blanks);
  });
}

const PARTY_AND_STATE = /(?:中央|委员会|党委|[省市县区旗]委)(?:办公[厅室])?$/;
const STATE = /^(?:国务院|[\p{Script=Han}]{0,12}(?:人民)?政府)/u;

/**
 * A title, name, label or column head: blanks stand for breaks or letter-spacing and go, save between two
 * words of Latin letters or digits, and between the two issuers of a joint document (`中共中央 国务院关于…`).
 */
export function tidyTitle(raw: string): string {
  if (!hasBlank(raw)) return raw;
  return raw.trim().replace(BLANKS, (blanks, at: number, whole: string) => {
    const before = whole.slice(0, at);
    const after = whole.slice(at + blanks.length);
    const latin = /[A-Za-z0-9０-９]$/.test(before) && /^[A-Za-z0-9０-９]/.test(after);
    return latin || (PARTY_AND_STATE.test(before) && STATE.test(after)) ? " " : "";
  });
}
