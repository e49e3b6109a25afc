/** Lists of persons (组长、副组长、成员) and blank forms of label lines. */
import { hasBlank, isSpaceCode, squeeze } from "../language/blanks.ts";
import { characters, opensWith } from "../language/characters.ts";
import { colonWithin, nextColon } from "../language/colons.ts";
import { ROSTER_ROLES } from "../terms/labels.ts";
import { BODY_ENDING, LEVEL } from "../terms/organizations.ts";
import { COMPOUND_SURNAMES, POST, SURNAMES, TRANSLITERATING } from "../terms/people.ts";
import { hull, rawOf } from "../tree/build.ts";
import type { Form, FormField, Leaf, Line, Member, Roster, RosterGroup, Span } from "../tree/nodes.ts";
import { type Context, leafOf, setAside, sliceSpans } from "./context.ts";
import { filledBefore, filledFrom } from "./lines.ts";
import { readMarker } from "./numbering.ts";

/** A role with its colon; a remark in brackets may stand between: 委　员（按姓氏笔画为序）： */
const ROLE_LINE =
  /^([\p{Script=Han}](?:[\s　]*[\p{Script=Han}]){1,9})[\s　]*(?:[（(][^（()）]{2,16}[）)][\s　]*)?[：:]/u;
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
const GROUP_HEAD = /^[（(][一二三四五六七八九十]{1,3}[）)]/;
/** 二、公共卫生类 heads the next list. */
const SECTION_HEAD = /^[一二三四五六七八九十]{1,3}、/;
const SENTENCE = /[。；！？]/;
const ONE_NAME = "(?:\\p{Script=Han}{2,4}|\\p{Script=Han}[\\s　]+\\p{Script=Han})";
/** Several names on one line, parted by 、 or by blanks, never by both; one of two characters may be spaced. */
const JOINED_NAMES = new RegExp(
  `^${ONE_NAME}(?:(?:[\\s　]*[、，,][\\s　]*${ONE_NAME})+|(?:[\\s　]+${ONE_NAME}){2,})$`,
  "u",
);
const NAMES = new RegExp(ONE_NAME, "gu");
/** The mark after a person whose list goes on in the next line. */
const LIST_MARK = /(?<![\s　])[\s　]*[、，,；;][\s　]*$/;
/** The same, or the 。 of 李四（县财政局局长）。 */
const END_OF_LIST = /(?<![\s　])[\s　]*(?:[、，,；;]|(?<=[）)])。)[\s　]*$/;
/** 王立三，县长; 县委书记、县长　王立三: an office that no blank, or the name, parts from the role. */
const NAME_THEN_OFFICE = new RegExp(`^(${ONE_NAME})[\\s　]*[，,][\\s　]*(?=\\S)`, "u");
const OFFICE_THEN_NAME = new RegExp(`(?<![\\s　])[\\s　]+(${ONE_NAME})(?:[\\s　]*${OF_PERSON})?$`, "u");

/** A name with the office in brackets: 张三（县财政局局长）. */
const BRACKETED =
  /^(\p{Script=Han}(?:[\s　]*\p{Script=Han}){1,3}|\p{Script=Han}{2,12}·[\p{Script=Han}·]{2,14})[\s　]*[（(]((?:[^（()）]|[（(][^（()）]*[）)])+)[）)]$/u;

/** A stretch of a text, by offsets. */
interface Stretch {
  from: number;
  to: number;
}

/** A blank between persons with the office of each in brackets: 张三（县长）　李四（副县长）. */
const isGapAfterBracket = (text: string, at: number): boolean =>
  isSpaceCode(text.charCodeAt(at)) && "）)".includes(text[at - 1] ?? " ");

const JOINED_TO_BRACKET = /^\p{Script=Han}{2,4}[（(]/u;

/** The pieces of a text that 、 or ， parts outside brackets, or a blank after a bracket, as offsets. */
function piecesOf(text: string): Stretch[] {
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
const COLLECTIVE_MEMBER = /^(?:各|有关|相关)[^，,]{2,24}(?:长|主任|书记|负责人|负责同志)$/;

/** True where a text is one or several persons, each with the office in brackets, and may be who has one of many offices. */
function isBracketedText(text: string): boolean {
  if (!/[）)]/.test(text)) return false;
  const pieces = piecesOf(text).map(({ from, to }) => text.slice(from, to).trim());
  return (
    (isBracketed(pieces[0] as string) || (isPlainName(pieces[0] as string) && pieces.some(isBracketed))) &&
    pieces.every((piece) => isBracketed(piece) || COLLECTIVE_MEMBER.test(piece) || isPlainName(piece))
  );
}

/** Where the colon of a role stands at the latest, its remark and letter-spacing counted. */
const LONGEST_ROLE_LABEL = 40;

/** The role that opens a line and the offset after its colon; null where the line is none. */
function roleOf(value: string, isInList = false): { end: number; valueFrom: number } | null {
  const match = colonWithin(value, LONGEST_ROLE_LABEL) > 1 ? value.match(ROLE_LINE) : null;
  if (!match) return bareRoleOf(value, isInList);
  if (!ROSTER_ROLES.test(squeeze(match[1] as string))) return null;
  return { end: (match[1] as string).length, valueFrom: match[0].length };
}

const CLOSES_LIST = /[）)][、，,；;]?$/;
/** No line of a person and one office is longer. */
const LONGEST_MEMBER = 60;
/** No role is longer, letter-spacing counted. */
const LONGEST_ROLE = 16;

/** 总 指 挥　张　晨, and no 县长　张晨 that signs: a role of three characters and more, or 成　员. */
const isNoSignature = (value: string, end: number): boolean => {
  const role = value.slice(0, end);
  return squeeze(role).length > 2 || (hasBlank(role) && /^[组成委顾召队]/.test(role));
};

/** A role without a colon before a person with an office: 副 组 长　张三　县财政局局长. */
function bareRoleOf(value: string, isInList: boolean): { end: number; valueFrom: number } | null {
  const isLong = value.length > LONGEST_MEMBER;
  // Only persons with their offices in brackets make a longer line, which a bracket or the mark of a list closes.
  if (isLong && !CLOSES_LIST.test(value.slice(-2))) return null;
  if (!hasBlank(value) || SENTENCE.test(value)) return null;
  for (let end = Math.min(value.length - 1, LONGEST_ROLE); end >= 2; end--) {
    if (!isSpaceCode(value.charCodeAt(end)) || isSpaceCode(value.charCodeAt(end - 1))) continue;
    if (!ROSTER_ROLES.test(squeeze(value.slice(0, end)))) continue;
    const rest = value.slice(end).trim();
    // 主　任　林建国（县长）: the office is in brackets.
    if (isBracketedText(rest.replace(LIST_MARK, ""))) return { end, valueFrom: end };
    if ((isInList || isNoSignature(value, end)) && (areNames(rest) || isPlainName(squeeze(rest))))
      return { end, valueFrom: end };
    const name = isLong ? null : nameOf(rest);
    const office = name === null ? "" : squeeze(rest.slice(name.length));
    if (name !== null && SURNAMES.has(name[0] as string) && office.length >= 3)
      return { end, valueFrom: end };
  }
  return null;
}

/** A longer name without a point, 泽郎罗尔伍, where it is all that stands there and no office or body. */
const LONG_NAME = /^\p{Script=Han}{5,7}$/u;
const OFFICE_OR_BODY = new RegExp(`(?:${POST.source})|${BODY_ENDING}$|[各县市省委局部门单位级分管有关]`, "u");

/** The printed name at the start of a text, or null. */
function nameOf(text: string): string | null {
  const compound = text.match(SPACED_COMPOUND);
  if (compound && COMPOUND_SURNAMES.has(compound[1] as string)) return compound[0];
  const name = text.match(THREE_SPACED)?.[0] ?? text.match(SPACED_NAME)?.[1] ?? text.match(PLAIN_NAME)?.[1];
  // 总指挥：县长 names no person.
  if (name !== undefined && name.match(POST)?.index === 0) return null;
  return name ?? (LONG_NAME.test(text) && !OFFICE_OR_BODY.test(text) ? text : null);
}

const ALL_HAN = /^\p{Script=Han}+$/u;
const IS_BODY = new RegExp(`^\\p{Script=Han}{2,}${BODY_ENDING}$`, "u");

/** Where name and office of a person stand in a text, parted by a comma, or the office first; null where they do not. */
function officeBeside(text: string): { name: Stretch; office: Stretch; comma: number } | null {
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
interface Joined {
  office: Stretch | null;
  name: Stretch;
}

/** True where a text has the form of a name and is no word of an office. */
function isPlainName(text: string): boolean {
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
function joinedPersons(text: string): Joined[] {
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
const isMemberText = (text: string): boolean =>
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
function areNames(text: string): boolean {
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
const isList = (text: string): boolean => isBracketedText(text) || areNames(text);

/** What stands after the colon of a role and is no person: （按姓氏笔画排序）. */
const ORDER = /^[（(][^（()）]{0,12}(?:排序|为序|排列|不分先后)[）)]$/;

/** True where a line opens a roster: a role, and a person or nothing after it. */
export function opensRoster(line: string, next: string): boolean {
  const isLabelled = colonWithin(line, LONGEST_ROLE_LABEL) > 1;
  const value = isLabelled ? line.slice(0, roleStarts(line)[1]) : line;
  // 主　任　王　刚 may sign a text, but not above 副主任　张　晨.
  const role = isLabelled ? roleOf(value, true) : bareRoleOf(value, true);
  if (role === null || (roleOf(value) === null && roleOf(next) === null)) return false;
  const rest = value.slice(role.valueFrom).trim();
  if (rest === "" || ORDER.test(rest))
    return isMemberText(next) || GROUP_HEAD.test(next) || roleOf(next) !== null;
  const listed = rest.replace(END_OF_LIST, "");
  return (
    isMemberText(rest) ||
    isBracketedText(listed) ||
    (!SENTENCE.test(rest) &&
      (areNames(listed) || officeBeside(rest) !== null || joinedPersons(listed).length > 0))
  );
}

const BODY = new RegExp(`(?:${BODY_ENDING}|[村镇乡厂]|街道|学校|[中小大]学|学院|医院|合作社)$`);
const LONGEST_PERSON = 40;
/** Fewer lines are no list. */
const FEWEST_PERSONS = 3;
const SURNAME = characters([...SURNAMES, ...COMPOUND_SURNAMES].map((name) => name.charAt(0)).join(""));

/** What follows the name where a line is a person and the body or office beside it, 王　丽　市财政局; null for others. */
function besideName({ kind, value, spaced }: Line): string | null {
  if (kind !== "text" || value.length > LONGEST_PERSON || !spaced) return null;
  if (!opensWith(value, SURNAME)) return null;
  const name = nameOf(value);
  if (name === null || OFFICE_OR_BODY.test(squeeze(name))) return null;
  const rest = value.slice(name.length).trim();
  return rest.length >= 3 && !hasBlank(rest) && (BODY.test(rest) || POST.test(rest)) ? rest : null;
}

/** How many lines from `at` on are persons beside their bodies; 0 where they are no list, or offices that are given to them. */
export function countPersons(lines: readonly Line[], at: number): number {
  if (besideName(lines[at] as Line) === null) return 0;
  // A list is counted once, at its first line.
  const above = lines[filledBefore(lines, at - 1)];
  if (above !== undefined && besideName(above) !== null) return 0;
  let count = 0;
  let bodies = 0;
  for (let index = at; index < lines.length; index = filledFrom(lines, index + 1)) {
    const rest = besideName(lines[index] as Line);
    if (rest === null) break;
    count++;
    if (!POST.test(rest)) bodies++;
  }
  return count >= FEWEST_PERSONS && bodies * 2 >= count ? count : 0;
}

/** True where a line goes on with a roster that `previous` belongs to. */
export function continuesRoster(line: Line, isAfterGap: boolean): boolean {
  const { value } = line;
  if (line.kind !== "text" || SENTENCE.test(value.replace(END_OF_LIST, ""))) return false;
  const role = roleOf(value);
  if (
    isList(
      value
        .slice(role?.valueFrom ?? 0)
        .replace(END_OF_LIST, "")
        .trim(),
    )
  )
    return true;
  if (value.length > 60 || value.endsWith("。")) return false;
  if (ORDER.test(value.trim())) return true;
  if (role) return true;
  if (GROUP_HEAD.test(value) || SECTION_HEAD.test(value)) return false;
  if (/[：:]/.test(value)) return false;
  if ((isMemberText(value) && /[\s　]/.test(value)) || officeBeside(value.trim()) !== null) return true;
  if (joinedPersons(value.replace(LIST_MARK, "").trim()).length > 0) return true;
  if (COLLECTIVE_MEMBER.test(value)) return true;
  if (value.length <= 40 && /(?:负责同志|负责人)$/.test(value) && !/[，,]/.test(value)) return true;
  // 2、市环境保护委员会 heads the persons below it.
  return (
    !isAfterGap &&
    value.length <= 24 &&
    readMarker(value, false) === null &&
    !/[，,]|设在|承担|负责|组成|担任/.test(value)
  );
}

/** 教授、教育部高等学校 / 社会科学发展研究中心原主任: a page break cuts the office of the person above. */
export function goesOnWithOffice(above: Line, { kind, value }: Line): boolean {
  const text = value.trim();
  if (kind !== "text" || text.length > LONGEST_MEMBER || hasBlank(text) || /[：:，,。；]/.test(text))
    return false;
  if (!POST.test(text) || nameOf(text) !== null || COLLECTIVE_MEMBER.test(text)) return false;
  const person = above.value.slice(roleOf(above.value)?.valueFrom ?? 0).trim();
  const parts = person.split(/[\s　]+/);
  const last = parts.at(-1) as string;
  return parts.length > 1 && nameOf(person) !== null && !POST.test(last) && !IS_BODY.test(last);
}

/** What says of a body above it where it is or what it does: 国家教材委员会办公室 / 设在教育部。 */
const PREDICATE = /^(?:设在|设于|承担|负责|由|在|的|调整的)/;
/** True for the first half of a sentence below a list, which a page break cuts from `next`. */
export const opensCutSentence = ({ value }: Line, next: Line | undefined): boolean =>
  next !== undefined &&
  PREDICATE.test(next.value) &&
  next.value.trimEnd().endsWith("。") &&
  !hasBlank(value.trim());

/** The persons of a stretch of a line: one with an office, or several names. */
function membersOf(context: Context, spans: Span[], printed: string): Member[] {
  const start = printed.length - printed.trimStart().length;
  const listed = printed.replace(END_OF_LIST, "");
  const isListed = isList(listed.trim());
  const text = isListed ? listed : printed;
  const trimmed = text.trim();
  if (trimmed === "") return [];
  if (isListed) setAside(context, "leader", sliceSpans(spans, text.length, printed.length));
  if (isBracketedText(trimmed)) return bracketedMembers(context, spans, text);
  if (isListed) {
    setAside(
      context,
      "leader",
      [...text.matchAll(/[、，,]/g)].flatMap(({ index }) => sliceSpans(spans, index, index + 1)),
    );
    return [...text.matchAll(NAMES)].map((match) => {
      const name = leafOf(context, "name", sliceSpans(spans, match.index, match.index + match[0].length));
      return { type: "member", children: [name], position: name.position };
    });
  }
  const joined = joinedPersons(listed.trim());
  if (joined.length > 0) return joinedMembers(context, spans, printed, joined);
  const beside = officeBeside(trimmed);
  if (beside !== null) {
    const part = ({ from, to }: Stretch): Span[] => sliceSpans(spans, start + from, start + to);
    if (beside.comma >= 0) setAside(context, "leader", part({ from: beside.comma, to: beside.comma + 1 }));
    // 副县长　陈琳（女）: what is said of the person stays with the office.
    const said = beside.comma < 0 ? part({ from: beside.name.to, to: trimmed.length }) : [];
    const leaves = [
      leafOf(context, "name", part(beside.name)),
      leafOf(context, "office", [...part(beside.office), ...said]),
    ];
    return [{ type: "member", children: leaves, position: hull(leaves) }];
  }
  const name = nameOf(trimmed);
  const children: Leaf[] = [];
  if (name === null) children.push(leafOf(context, "office", spans));
  else {
    const end = start + name.length;
    children.push(leafOf(context, "name", sliceSpans(spans, start, end)));
    if (text.slice(end).trim() !== "")
      children.push(leafOf(context, "office", sliceSpans(spans, end, text.length)));
  }
  return [{ type: "member", children, position: hull(children) }];
}

/** The persons of a text whose names follow their offices at once; the marks between them are set aside. */
function joinedMembers(
  context: Context,
  spans: Span[],
  printed: string,
  persons: readonly Joined[],
): Member[] {
  const start = printed.length - printed.trimStart().length;
  return persons.map(({ office, name }, index) => {
    const leaves = [leafOf(context, "name", sliceSpans(spans, start + name.from, start + name.to))];
    if (office !== null)
      leaves.push(leafOf(context, "office", sliceSpans(spans, start + office.from, start + office.to)));
    const next = persons[index + 1];
    const to = next === undefined ? printed.length : start + (next.office ?? next.name).from;
    setAside(context, "leader", sliceSpans(spans, start + name.to, to));
    return { type: "member", children: leaves, position: hull(leaves) };
  });
}

/** The persons of a text that has the office of each in brackets. */
function bracketedMembers(context: Context, spans: Span[], text: string): Member[] {
  const pieces = piecesOf(text);
  return pieces.map(({ from, to }, index) => {
    const until = pieces[index + 1]?.from ?? text.length;
    if (isPlainName(text.slice(from, to).trim())) {
      setAside(context, "leader", sliceSpans(spans, to, until));
      const name = leafOf(context, "name", sliceSpans(spans, from, to));
      return { type: "member", children: [name], position: name.position };
    }
    if (COLLECTIVE_MEMBER.test(text.slice(from, to).trim())) {
      setAside(context, "leader", sliceSpans(spans, to, until));
      const office = leafOf(context, "office", sliceSpans(spans, from, to));
      return { type: "member", children: [office], position: office.position };
    }
    const end = text.slice(from, to).trimEnd().length + from;
    const open = from + text.slice(from, to).search(/[（(]/);
    const name = leafOf(context, "name", sliceSpans(spans, from, open));
    const office = leafOf(context, "office", sliceSpans(spans, open + 1, end - 1));
    setAside(context, "bracket", [
      ...sliceSpans(spans, open, open + 1),
      ...sliceSpans(spans, end - 1, until),
    ]);
    return { type: "member", children: [name, office], position: hull([name, office]) };
  });
}

/** True where a line heads a group of persons by itself, `（一）部门委员`, and persons follow. */
export function headsRosterGroup(value: string, next: string): boolean {
  return (
    GROUP_HEAD.test(value) && !SENTENCE.test(value) && isMemberText(next) && /[\s　]{2}|　/.test(next.trim())
  );
}

/** 县卫生健康局局长（女）: the office ends before it. */
const SAID_AFTER_OFFICE = /[（(][^（()）]*[）)]$/;

/** 县财政局副局长、 / 县金融办主任, or 兼县金融办主任: the next office of the person whose line ends in 、; false where it is none. */
function addOffice(context: Context, group: RosterGroup | undefined, { value, spans }: Line): boolean {
  if (roleOf(value) !== null) return false;
  const last = group?.children.at(-1);
  if (last?.type !== "member" || last.children.length !== 2) return false;
  const office = last.children[1] as Leaf;
  const isNext =
    office.value.endsWith("、") ||
    value.trimStart().startsWith("兼") ||
    (!POST.test(office.value.replace(SAID_AFTER_OFFICE, "")) && !IS_BODY.test(office.value));
  if (!isNext || !POST.test(value.trim()) || hasBlank(value.trim())) return false;
  last.children[1] = leafOf(context, "office", [...office.spans, ...spans]);
  last.position = hull(last.children);
  return true;
}

/** Where a line of a roster that has several roles is parted: 组长：张三　副组长：李四. */
const BEFORE_ROLE =
  /(?<![\s　；;，,。])[\s　；;，,。]{1,8}(?=(\p{Script=Han}(?:[\s　]?\p{Script=Han}){1,9})[：:])/gu;

/** Where the roles of a line begin, the first at its start. */
function roleStarts(value: string): number[] {
  const starts = [0];
  if (nextColon(value, nextColon(value, 0) + 1) < 0) return starts;
  for (const { 0: gap, 1: role, index } of value.matchAll(BEFORE_ROLE))
    if (ROSTER_ROLES.test(squeeze(role as string))) starts.push(index + gap.length);
  return starts;
}

/** The stretches of a line that open with a role each; the line itself where it has one role or none. */
function partsOfLine({ value, spans }: Line): { value: string; spans: Span[] }[] {
  const starts = roleStarts(value);
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? value.length;
    return { value: value.slice(from, to), spans: sliceSpans(spans, from, to) };
  });
}

/** Reads the lines of a roster; `heading` is the head of its section where that names the first group. */
export function readRoster(context: Context, lines: readonly Line[], heading: string | null = null): Roster {
  const groups: RosterGroup[] = [];
  for (const line of lines) {
    if (addOffice(context, groups.at(-1), line)) continue;
    for (const part of partsOfLine(line)) readPart(context, groups, part, heading);
  }
  for (const group of groups) group.position = hull(group.children);
  return { type: "roster", children: groups, position: hull(groups) };
}

/** Reads a line, or what opens with a role in it, into the groups of a roster. */
function readPart(
  context: Context,
  groups: RosterGroup[],
  { value, spans }: { value: string; spans: Span[] },
  heading: string | null,
): void {
  const open = groups.at(-1);
  const role = roleOf(value, true);
  const rest = role === null ? value : value.slice(role.valueFrom);
  const restSpans = role === null ? spans : sliceSpans(spans, role.valueFrom, value.length);
  const isOrder = ORDER.test(rest.trim());
  if (isOrder) setAside(context, "bracket", restSpans);
  const members = restSpans.length > 0 && !isOrder ? membersOf(context, restSpans, rest) : [];
  if (role !== null) {
    const label = leafOf(context, "role", sliceSpans(spans, 0, role.valueFrom));
    const children = [label, ...members];
    groups.push({ type: "rosterGroup", heading: null, children, position: label.position });
  } else if (open !== undefined) open.children.push(...members);
  else if (members.length > 0)
    groups.push({ type: "rosterGroup", heading, children: members, position: hull(members) });
}

const LONGEST_FORM_LABEL = 26;
const FORM_LINE = new RegExp(
  `^([^。；！？：:]{2,${LONGEST_FORM_LABEL}})[：:](?:[\\s　_＿年月日时分]|[\\d０-９]{4})*$`,
);
const SIGN_LINE =
  /^[\p{Script=Han}、（）()]{2,20}(?:签字|签名|签章|盖章|公章)[）)]?(?:[（(][\p{Script=Han}]{1,6}[）)])?$/u;
const INTRODUCES =
  /如下|下列|以下|包括|是$|为$|规定|处理|承诺$|要求$|核查$|之一|决定$|同意$|通过$|^(?:任命|聘任|免去|免职|任职|解聘|提名)$/;

/** A label of a form with its colon, and the blank after it, as offsets into a line. */
interface BlankField {
  from: number;
  labelEnd: number;
  to: number;
}

const SENTENCE_OR_COMMA = /[。；！？，]/;
/** What may be printed in a blank between two labels: 年 月 日, underscores. */
const BLANK_TO_FILL = /^[\s　_＿]+(?:[\d０-９]{0,4}年[\s　_＿]*月[\s　_＿]*日[\s　_＿]*)?/;
const MOST_LABELS = 8;

/** The fields of a line that is labels and blanks, 姓名：　　性别：; null where it is none. */
function blankFields(value: string): BlankField[] | null {
  if (colonWithin(value, LONGEST_FORM_LABEL + 1) < 0) return null;
  const match = value.match(FORM_LINE);
  if (match)
    return INTRODUCES.test((match[1] as string).trim())
      ? null
      : [{ from: 0, labelEnd: value.search(/[：:]/) + 1, to: value.length }];
  if (value.length > 120 || SENTENCE_OR_COMMA.test(value)) return null;
  const colons: number[] = [];
  for (let at = nextColon(value, 0); at >= 0; at = nextColon(value, at + 1)) colons.push(at);
  if (colons.length < 2 || colons.length > MOST_LABELS) return null;
  const fields: BlankField[] = [];
  let from = 0;
  for (const [index, colon] of colons.entries()) {
    const label = squeeze(value.slice(from, colon));
    const isLast = index === colons.length - 1;
    const rest = value.slice(colon + 1, colons[index + 1] ?? value.length);
    const blank = rest.match(BLANK_TO_FILL)?.[0].length ?? 0;
    if (label.length < 2 || label.length > 14 || INTRODUCES.test(label)) return null;
    if (isLast ? !/^[\s　_＿年月日]*$/.test(rest) : blank === 0) return null;
    const to = isLast ? value.length : colon + 1 + blank;
    fields.push({ from, labelEnd: colon + 1, to });
    from = to;
  }
  return fields;
}

/** True where a line is labels with blanks to fill in, `填表日期： 年 月 日`, `姓名：　　性别：`. */
export const isFormLine = (value: string): boolean => blankFields(value) !== null;

/** How many labels with blanks to fill in a line has; above two it is a form by itself. */
export const countFields = (value: string): number => blankFields(value)?.length ?? 0;

/** True where a line can stand in a form between label lines, `申请人签字（公章）`. */
export const isSignLine = (value: string): boolean => SIGN_LINE.test(squeeze(value));

/** What is printed beside a label, `年 月 日`: its blanks are there to be written on. */
function blankToFill(context: Context, spans: Span[]): Leaf {
  const value = leafOf(context, "value", spans);
  value.value = rawOf(context.source.text, value.spans)
    .trim()
    .replace(/[\s　]+/g, " ");
  return value;
}

/** Reads the lines of a blank form. */
export function readForm(context: Context, lines: readonly Line[]): Form {
  const fields = lines.flatMap(({ value, spans }) =>
    (blankFields(value) ?? [{ from: 0, labelEnd: value.length, to: value.length }]).map(
      ({ from, labelEnd, to }): FormField => {
        const label = leafOf(context, "label", sliceSpans(spans, from, labelEnd));
        const children =
          value.slice(labelEnd, to).trim() === ""
            ? [label]
            : [label, blankToFill(context, sliceSpans(spans, labelEnd, to))];
        return { type: "formField", children, position: hull(children) };
      },
    ),
  );
  return { type: "form", children: fields, position: hull(fields) };
}
