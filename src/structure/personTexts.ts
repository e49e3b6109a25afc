/** How persons stand in the text of a roster: a name and an office, in brackets, beside a comma or a blank, or several names. */
import { hasBlank, isSpaceCode, squeeze } from "../language/blanks.ts";
import { ROSTER_ROLES } from "../terms/labels.ts";
import { BODY_ENDING, LEVEL } from "../terms/organizations.ts";
import { COMPOUND_SURNAMES, POST, SURNAMES, TRANSLITERATING } from "../terms/people.ts";

/** What may stand in brackets between name and office: （女）, （女，回族）. It stays with the office. */
const OF_PERSON =
  "(?:[（(][\\s　]*(?:男|女|兼|\\p{Script=Han}{1,5}族)(?:[，,、](?:男|女|\\p{Script=Han}{1,5}族))?[\\s　]*[）)])";
/** （兼秘书长）, （常务） between the name and a blank. */
const OF_OFFICE = "[（(][^（()）]{1,12}[）)](?=[\\s　]+\\S)";
const AFTER_NAME = `(?=[\\s　]+\\S|[\\s　]*$|[\\s　]*(?:${OF_PERSON}[\\s　]*\\S|${OF_OFFICE}))`;
const SPACED_NAME = new RegExp(`^(\\p{Script=Han}[\\s　]+\\p{Script=Han})${AFTER_NAME}`, "u");
/** 郑 大 年  国务委员: three characters by themselves before a word; neither 李 明 县 长 nor 李 明 女 县长 is so. */
const THREE_SPACED =
  /^\p{Script=Han}[\s　]+\p{Script=Han}[\s　]+(?![男女兼])\p{Script=Han}(?=[\s　]+\p{Script=Han}{2}|[\s　]*$)/u;
/** 欧阳　霞: a surname of two characters apart from the name. */
const SPACED_COMPOUND = new RegExp(`^(\\p{Script=Han}{2})[\\s　]+\\p{Script=Han}{1,2}${AFTER_NAME}`, "u");
const PLAIN_NAME = new RegExp(
  `^(\\p{Script=Han}{2,4}|\\p{Script=Han}{2,12}·[\\p{Script=Han}·]{2,14})${AFTER_NAME}`,
  "u",
);
export const SENTENCE = /[。；！？]/;
const ONE_NAME = "(?:\\p{Script=Han}{2,4}|\\p{Script=Han}[\\s　]+\\p{Script=Han})";
/** Several names on one line, parted by 、 or by blanks, never by both; one of two characters may be spaced. */
const JOINED_NAMES = new RegExp(
  `^${ONE_NAME}(?:(?:[\\s　]*[、，,][\\s　]*${ONE_NAME})+|(?:[\\s　]+${ONE_NAME}){2,})$`,
  "u",
);
export const NAMES = new RegExp(ONE_NAME, "gu");
/** The mark after a person whose list goes on in the next line. */
export const LIST_MARK = /(?<![\s　])[\s　]*[、，,；;][\s　]*$/;
/** The same, or the 。 of 李四（县财政局局长）。 */
export const END_OF_LIST = /(?<![\s　])[\s　]*(?:[、，,；;]|(?<=[）)])。)[\s　]*$/;
/** 王立三，县长; 县委书记、县长　王立三: an office that no blank, or the name, parts from the role. */
const NAME_THEN_OFFICE = new RegExp(`^(${ONE_NAME})[\\s　]*[，,][\\s　]*(?=\\S)`, "u");
const OFFICE_THEN_NAME = new RegExp(`(?<![\\s　])[\\s　]+(${ONE_NAME})(?:[\\s　]*${OF_PERSON})?$`, "u");

/** A name with the office in brackets: 张三（县财政局局长）. */
const BRACKETED =
  /^(\p{Script=Han}(?:[\s　]*\p{Script=Han}){1,3}|\p{Script=Han}{2,12}·[\p{Script=Han}·]{2,14})[\s　]*[（(]((?:[^（()）]|[（(][^（()）]*[）)])+)[）)]$/u;

/** A stretch of a text, by offsets. */
export interface Stretch {
  from: number;
  to: number;
}

/** A blank between persons with the office of each in brackets: 张三（县长）　李四（副县长）. */
const isGapAfterBracket = (text: string, at: number): boolean =>
  isSpaceCode(text.charCodeAt(at)) && "）)".includes(text[at - 1] ?? " ");

const JOINED_TO_BRACKET = /^\p{Script=Han}{2,4}[（(]/u;

/** The pieces of a text that 、 or ， parts outside brackets, or a blank after a bracket, as offsets. */
export function piecesOf(text: string): Stretch[] {
  const pieces: Stretch[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const char = text[at] ?? "、";
    if ("（(".includes(char)) depth++;
    else if ("）)".includes(char)) {
      depth--;
      // 张霖（市政府办）何涛（市应急局）: nothing stands between them.
      if (depth === 0 && JOINED_TO_BRACKET.test(text.slice(at + 1, at + 6))) {
        pieces.push({ from, to: at + 1 });
        from = at + 1;
      }
    } else if (
      ("、，,".includes(char) && (depth === 0 || at === text.length)) ||
      (depth === 0 &&
        isGapAfterBracket(text, at) &&
        /\p{Script=Han}/u.test(text.slice(at).trimStart().charAt(0)))
    ) {
      pieces.push({ from, to: at });
      from = at + 1;
    }
  }
  return pieces;
}

/** 呼尔查（财政厅副厅长）, 乌云其木格（女，民政厅厅长）: no surname tells the name, but the office beside it does. */
const BRACKETED_LONG = new RegExp(
  `^(?:\\p{Script=Han}{2,4}|[${TRANSLITERATING}]{5,8})[（(]((?:[^（()）]|[（(][^（()）]*[）)])+)[）)]$`,
  "u",
);

function isBracketed(text: string): boolean {
  if (BRACKETED.test(text) && (text.includes("·") || SURNAMES.has(text[0] as string))) return true;
  const office = text.match(BRACKETED_LONG)?.[1];
  if (office === undefined || !(POST.test(office) || IS_BODY.test(office))) return false;
  const name = text.slice(0, text.search(/[（(]/));
  return !OFFICE_OR_BODY.test(name) && !ROSTER_ROLES.test(name);
}

/** Members told by their office alone: 各乡镇党委书记. */
export const COLLECTIVE_MEMBER = /^(?:各|有关|相关)[^，,]{2,24}(?:长|主任|书记|负责人|负责同志)$/;

/** True where a text is one or several persons, each with the office in brackets, and may be who has one of many offices. */
export function isBracketedText(text: string): boolean {
  if (!/[）)]/.test(text)) return false;
  const pieces = piecesOf(text).map(({ from, to }) => text.slice(from, to).trim());
  return (
    (isBracketed(pieces[0] as string) || (isPlainName(pieces[0] as string) && pieces.some(isBracketed))) &&
    pieces.every((piece) => isBracketed(piece) || COLLECTIVE_MEMBER.test(piece) || isPlainName(piece))
  );
}

/** A longer name without a point, 泽郎罗尔伍, where it is all that stands there and no office or body. */
const LONG_NAME = /^\p{Script=Han}{5,7}$/u;
export const OFFICE_OR_BODY = new RegExp(
  `(?:${POST.source})|${BODY_ENDING}$|[各县市省委局部门单位级分管有关]`,
  "u",
);

/** The printed name at the start of a text, or null. */
export function nameOf(text: string): string | null {
  const compound = text.match(SPACED_COMPOUND);
  if (compound && COMPOUND_SURNAMES.has(compound[1] as string)) return compound[0];
  const name = text.match(THREE_SPACED)?.[0] ?? text.match(SPACED_NAME)?.[1] ?? text.match(PLAIN_NAME)?.[1];
  // 总指挥：县长 names no person.
  if (name !== undefined && name.match(POST)?.index === 0) return null;
  return name ?? (LONG_NAME.test(text) && !OFFICE_OR_BODY.test(text) ? text : null);
}

const ALL_HAN = /^\p{Script=Han}+$/u;
export const IS_BODY = new RegExp(`^\\p{Script=Han}{2,}${BODY_ENDING}$`, "u");

/** Where name and office of a person stand in a text, parted by a comma, or the office first; null where they do not. */
export function officeBeside(text: string): { name: Stretch; office: Stretch; comma: number } | null {
  const first = text.match(NAME_THEN_OFFICE);
  if (first !== null) {
    const [{ length }, name] = first as unknown as [string, string];
    if (!SURNAMES.has(name[0] as string) || !POST.test(text) || POST.test(squeeze(name))) return null;
    const comma = first[0].search(/[，,]/);
    return { name: { from: 0, to: name.length }, office: { from: length, to: text.length }, comma };
  }
  const last = text.match(OFFICE_THEN_NAME);
  if (last === null || !SURNAMES.has((last[1] as string)[0] as string)) return null;
  const end = last.index as number;
  if (POST.test(squeeze(last[1] as string))) return null;
  const before = text.slice(0, end);
  // 财政部　田一农: the body stands where the office does.
  if (!POST.test(before) && !(IS_BODY.test(before) && !NO_NAME.test(last[1] as string))) return null;
  const from = end + last[0].indexOf(last[1] as string);
  const name = { from, to: from + (last[1] as string).length };
  return { name, office: { from: 0, to: end }, comma: -1 };
}

/** A person whose name follows the office or body at once, both by offsets; without an office where the one before covers it. */
export interface Joined {
  office: Stretch | null;
  name: Stretch;
}

/** True where a text has the form of a name and is no word of an office. */
export function isPlainName(text: string): boolean {
  const isSurname =
    text.length === 4 ? COMPOUND_SURNAMES.has(text.slice(0, 2)) : SURNAMES.has(text[0] as string);
  return (
    isSurname && ALL_HAN.test(text) && !OFFICE_OR_BODY.test(text) && !/[部局委办厅院署科股处室]$/.test(text)
  );
}

/** Where the name of 副县长李建国, 县财政局王刚 begins; -1 where a text is no office or body and a name. */
function nameAfterOffice(text: string): number {
  for (const length of [3, 2, 4]) {
    const at = text.length - length;
    if (at < 2 || !isPlainName(text.slice(at))) continue;
    const before = text.slice(0, at);
    if (POST.test(before) || (IS_BODY.test(before) && LEVEL.test(before))) return at;
  }
  return -1;
}

/** The persons of 县委常委、副县长李建国、县财政局局长王刚; none where a text is anything else. */
export function joinedPersons(text: string): Joined[] {
  if (text.length < 4 || hasBlank(text)) return [];
  const persons: Joined[] = [];
  let from = 0;
  for (const { from: start, to } of piecesOf(text)) {
    const piece = text.slice(start, to);
    const at = nameAfterOffice(piece);
    if (at >= 0) persons.push({ office: { from, to: start + at }, name: { from: start + at, to } });
    // 副县长张晨、李晓燕: the office covers both.
    else if (persons.length > 0 && from === start && isPlainName(piece))
      persons.push({ office: null, name: { from: start, to } });
    // 县委常委、副县长李建国: two offices of one person.
    else if (POST.test(piece)) continue;
    else return [];
    from = to + 1;
  }
  return from > text.length ? persons : [];
}

/** True where a line can be a person with an office: a name, blanks, and no sentence. */
export const isMemberText = (text: string): boolean =>
  text.length <= 60 && !SENTENCE.test(text) && (nameOf(text) !== null || isBracketed(text));

const TWO_NAMES =
  /^(\p{Script=Han}{2,3}|\p{Script=Han}[\s　]+\p{Script=Han})[\s　]+(\p{Script=Han}{2,3}|\p{Script=Han}[\s　]+\p{Script=Han})$/u;
/** 高工, 康复师: what somebody is may open as a surname does. */
const MAY_BE_CALLING = /[工员师手家生士]$/;
/** 钱学明　李维汉: a blank between two names, no office among them. */
function areTwoNames(text: string): boolean {
  const names = text.length < 14 ? text.match(TWO_NAMES)?.slice(1).map(squeeze) : undefined;
  return (
    names?.every(
      (name) => SURNAMES.has(name[0] as string) && !OFFICE_OR_BODY.test(name) && !MAY_BE_CALLING.test(name),
    ) ?? false
  );
}

const NO_NAME = /[部局委办厅院署]$/;
/** True where a text is several names, and not the short names of bodies: 公安部、财政部, nor 张三，局长. */
export function areNames(text: string): boolean {
  if (areTwoNames(text)) return true;
  if (!JOINED_NAMES.test(text)) return false;
  const names = (text.match(NAMES) as RegExpMatchArray).map(squeeze);
  return (
    names.filter((name) => NO_NAME.test(name)).length * 2 < names.length &&
    !(names.some((name) => POST.test(name)) && !text.includes("、")) &&
    // 林建国，县委常委、副县长 is one person.
    (POST.test(names[0] as string) || !names.slice(1).every((name) => POST.test(name))) &&
    !names.every((name) => POST.test(name))
  );
}

/** True where a text is several persons, their names alone or each with the office in brackets. */
export const isList = (text: string): boolean => isBracketedText(text) || areNames(text);
