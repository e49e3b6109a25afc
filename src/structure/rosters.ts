/** Lists of persons: 组长、副组长、成员. */
import { hasBlank, isSpaceCode, squeeze } from "../language/blanks.ts";
import { characters, opensWith } from "../language/characters.ts";
import { colonWithin, nextColon } from "../language/colons.ts";
import { ROSTER_ROLES } from "../terms/labels.ts";
import { BODY_ENDING } from "../terms/organizations.ts";
import { COMPOUND_SURNAMES, POST, SURNAMES } from "../terms/people.ts";
import { hull } from "../tree/build.ts";
import type { Leaf, Line, Member, Roster, RosterGroup, Span } from "../tree/nodes.ts";
import { type Context, leafOf, setAside, sliceSpans } from "./context.ts";
import { filledBefore, filledFrom } from "./lines.ts";
import { readMarker } from "./numbering.ts";
import {
  areNames,
  COLLECTIVE_MEMBER,
  END_OF_LIST,
  IS_BODY,
  isBracketedText,
  isList,
  isMemberText,
  isPlainName,
  type Joined,
  joinedPersons,
  LIST_MARK,
  NAMES,
  nameOf,
  OFFICE_OR_BODY,
  officeBeside,
  piecesOf,
  SENTENCE,
  type Stretch,
} from "./personTexts.ts";

/** A role with its colon; a remark in brackets may stand between: 委　员（按姓氏笔画为序）： */
const ROLE_LINE =
  /^([\p{Script=Han}](?:[\s　]*[\p{Script=Han}]){1,9})[\s　]*(?:[（(][^（()）]{2,16}[）)][\s　]*)?[：:]/u;
const GROUP_HEAD = /^[（(][一二三四五六七八九十]{1,3}[）)]/;
/** 二、公共卫生类 heads the next list. */
const SECTION_HEAD = /^[一二三四五六七八九十]{1,3}、/;
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
