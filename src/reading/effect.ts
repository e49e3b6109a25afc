/** 施行、有效期、废止: what a document says of its own force and of what it ends. */
import { dateOfMatch, FULL_DATE } from "../language/dates.ts";
import { matchesOf } from "../language/matches.ts";
import { readNumeral } from "../language/numerals.ts";

export interface Dated {
  text: string;
  date: string | null;
}

const COMMENCEMENT = new RegExp(
  `(?:自|从|(?<=本\\p{Script=Han}{1,6})于)(?:(${FULL_DATE.source})(?:零时|[0-9０-９]{1,2}时)?|即日|(?:本[\\p{Script=Han}]{1,4})?(?:印发|公布|发布|颁布|下发|签发|发文|文到|收文|(?<=本\\p{Script=Han}{1,6}[自从])(?:通过|批准|刊登|签署|签订|签字))之?日)(?:起)?(?:[0-9０-９一二三四五六七八九十]{1,3}日后)?(?:正式|开始)?(?:施行|实施|执行|实行|生效|起施行|试行)`,
  "u",
);
/** A day from which the document itself holds, or from which it forbids something: 本通告自2021年3月1日起，…禁止…. */
const FROM_DAY = new RegExp(
  `(?:(?<=本\\p{Script=Han}{1,6})(?:自|从)(${FULL_DATE.source})起(?=[，,])|(?:自|从)(${FULL_DATE.source})起(?=[，,][^。；]{0,60}(?:禁止|严禁)))`,
  "u",
);
/** True for the clause that closes a document and says from when it holds: 本通知自印发之日起施行. */
export const isCommencement = (text: string): boolean =>
  /^本\p{Script=Han}{1,6}(?:自|由|从)/u.test(text) && COMMENCEMENT.test(text);

/**
 * A number of years, the first group, or the day on which the force ends, the last whole date: 有效期至…, 有效期3年，至…止,
 * 有效期自…至…, 至…自行失效, 起施行至…止.
 */
const TERM = new RegExp(
  `(?:有效期|试行期|执行期限)(?:限)?(?:为|是)?(?:自\\p{Script=Han}{2,4}之日起)?(?:([0-9０-９一二三四五六七八九十两]{1,3})年(?:[，,]至(${FULL_DATE.source})止)?|(?:自${FULL_DATE.source}起?)?至(${FULL_DATE.source})(?:止)?)|(?<=[，,])至(${FULL_DATE.source})(?:止)?(?:自行|自动)?(?:失效|废止)|(?<=起(?:施行|实施|执行|试行)[，,]?)至(${FULL_DATE.source})止`,
  "u",
);
const ENDS =
  /同时废止|即行废止|相应废止|予以废止|宣布失效|予以失效|同时失效|停止执行|自行废止|不再执行|终止执行|(?:同时|即行|予以|一律)作废|废止/;

const ALL_ENDS = new RegExp(ENDS.source, "g");

/** A quick look: true where a text may say from when it holds. */
export const mayCommence = (text: string): boolean =>
  text.includes("日") && /[自从于]/.test(text) && /[施执实试]行|实施|生效|日起/.test(text);

/**
 * When the text says it comes into force; `issued` is the document's date, for 自印发之日起. A day from which something
 * is forbidden (`verb` false) counts where no clause says 施行 (`verb` true).
 */
export function readCommencement(text: string, issued: string | null, verb = true): Dated | null {
  if (!mayCommence(text)) return null;
  const match = text.match(verb ? COMMENCEMENT : FROM_DAY);
  if (!match) return null;
  const full = match[0].match(FULL_DATE);
  const isLater = /日后/.test(match[0]);
  const isReceived = /文到|收文|批准|刊登/.test(match[0]);
  return { text: match[0], date: full ? dateOfMatch(full) : isLater || isReceived ? null : issued };
}

/** How long it stays in force; `from` is the first day. */
export function readExpiry(text: string, from: string | null): Dated | null {
  if (!/有效期|试行期|执行期限|失效|废止|日止/.test(text)) return null;
  const match = text.match(TERM);
  if (!match) return null;
  const end = match.slice(2).findLast((part) => part?.includes("年"));
  const full = end?.match(FULL_DATE);
  if (full) return { text: match[0], date: dateOfMatch(full) };
  const years = readNumeral(match[1] as string);
  return { text: match[0], date: from === null || years === null ? null : dayBefore(from, years) };
}

/** The last day of `years` that begin on an ISO date. */
function dayBefore(from: string, years: number): string {
  const date = new Date(`${from}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** True where a text leads to a list of what it ends: 废止下列规范性文件：, 下列文件停止执行： */
export const listsRepealed = (text: string): boolean =>
  text.length <= 120 &&
  (text.includes("下列") || text.includes("以下")) &&
  /^[^。]{0,80}(?:(?:废止|停止执行)(?:以下|下列)|(?:以下|下列)[^。]{0,40}(?:废止|停止执行|失效))[^。]{0,40}[：:]?$/.test(
    text,
  );

/** What is said of another text before the clause that ends one: 现将《…》印发给你们，2017年印发的《…》同时废止. */
const OTHER_CLAUSE =
  /(?:印发|发布|公布|施行|实施|执行|生效|通过|批准|给你们|遵照执行)(?!的|之日)[^，,《》]{0,8}[，,]/g;

/** Where the clause that ends something begins in a sentence: after the last clause that says something else. */
function clauseStart(sentence: string, verb: number): number {
  const plain = sentence.slice(0, verb).replace(/《[^《》]*》/g, (title) => "　".repeat(title.length));
  const last = matchesOf(plain, OTHER_CLAUSE).at(-1);
  const start = last ? last.index + last[0].length : 0;
  return /[《号]/.test(sentence.slice(start, verb)) ? start : 0;
}

/** 根据《…》的规定，决定废止《…》, 废止下列规章：: the verb leads to what it ends, and what stands before it is the ground. */
const namesAfter = (sentence: string, verb: number): boolean =>
  LEADS_TO_NAMES.test(sentence.slice(verb, verb + 60)) && !/[》）)][，,]?$/.test(sentence.slice(0, verb));
const LEADS_TO_NAMES = /^(?:废止|停止执行|终止执行)(?:以下|下列|[^，,。；：:《]{0,40}《)/;

/** The stretches of a text, up to the words that end a document's force, in which what it ends is named. */
export function repealStretches(text: string): { start: number; end: number }[] {
  if (!/废止|失效|执行|作废/.test(text) || !ENDS.test(text)) return [];
  const found: { start: number; end: number }[] = [];
  let from = 0;
  for (const match of text.matchAll(/[^。；;]*[。；;]?/g)) {
    const sentence = match[0];
    let done = 0;
    for (const { 0: words, index: verb } of matchesOf(sentence, ALL_ENDS)) {
      const before = sentence.slice(done, verb);
      const isNamedAfter = (!before.includes("《") && !before.includes("号")) || namesAfter(sentence, verb);
      // 停止执行《…》 names what it ends after the verb, 《…》同时废止 before it.
      if (done === 0 && isNamedAfter) {
        found.push({ start: from + verb, end: from + sentence.length });
        break;
      }
      // …予以废止，对《…》等3件宣布失效: each verb ends what stands since the one before.
      if (/[《号]/.test(before))
        found.push({ start: from + done + clauseStart(before, before.length), end: from + verb });
      done = verb + words.length;
    }
    from += sentence.length;
  }
  return found;
}
