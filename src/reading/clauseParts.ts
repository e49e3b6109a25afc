/** The persons and the office of a clause that gives or takes it: what parts them is a verb, or nothing. */
import { matchesOf } from "../language/matches.ts";
import { readNumeral } from "../language/numerals.ts";
import { LEVEL } from "../terms/organizations.ts";
import { COMPOUND_SURNAMES, POST, SURNAMES } from "../terms/people.ts";
import {
  isName,
  isSurelyTransliterated,
  isUsualLength,
  mayEndName,
  nameLengths,
  transliteratedLength,
  unsurnamedLengths,
} from "./names.ts";
import { looksLikeOffice, officeScore, PLACE } from "./offices.ts";

/** What tells a person from an office: names that are known, and those of the gazette's place. */
export interface Known {
  known: ReadonlySet<string>;
  places: readonly string[];
  /** How offices open that were told from their persons before: 光谷第. */
  openings: Set<string>;
}

/** So much of an office tells that another opens as it does. */
const OPENING = 3;
export const openingOf = (office: string): string => office.slice(0, OPENING);

/** 冯可为, 田科: names that end as words of office do. */
export const isUnusualName = (name: string): boolean =>
  /^\p{Script=Han}{1,2}[为科和政党之]$/u.test(name) && SURNAMES.has(name[0] as string);

/** Splits 陈东升县公安局督察长, which has no mark between person and office. */
function splitJoined(
  text: string,
  { known, places, openings }: Known,
): { person: string; office: string } | null {
  // 戴鹏自治区…: no name takes the first character of a level.
  const candidates = nameLengths(text).filter(
    (length) => text.length > length + 1 && !/^治[区州县旗]/.test(text.slice(length)),
  );
  const scored = candidates.map((length) => {
    const person = text.slice(0, length);
    const office = text.slice(length);
    const score =
      (known.has(person) ? 4 : 0) +
      officeScore(office, places) +
      (openings.has(openingOf(office)) ? 3 : 0) +
      (isUsualLength(person) ? 1 : 0);
    return { person, office, score };
  });
  // 冯可为县审计局局长, 田科省水利厅处长: a name that ends as words do, right before a level of government.
  for (const length of [2, 3]) {
    const [person, office] = [text.slice(0, length), text.slice(length)];
    if (!candidates.includes(length) && isUnusualName(person) && officeScore(office, places) >= 3)
      scored.push({ person, office, score: officeScore(office, places) });
  }
  // 呼格吉勒图旗水利局局长, 其其格玛国家林业局局长: a name of another people, by its characters, the title or a whole office behind.
  for (let length = transliteratedLength(text); length > 3; length--) {
    const [person, office] = [text.slice(0, length), text.slice(length)];
    const score = officeScore(office, places);
    const isTold = isSurelyTransliterated(person) || known.has(person);
    if (candidates.includes(length) || score < (isTold ? 1 : 3)) continue;
    scored.push({ person, office, score: isTold ? score + 2 : score });
  }
  scored.sort((a, b) => b.score - a.score);
  return scored[0] ?? null;
}

/** The same where several persons share an office: 杨再兴、周涛县林业局副局长. */
export function splitAllJoined(text: string, context: Known): { persons: string[]; office: string } | null {
  const first = text.match(/^(\p{Script=Han}{2,4}|\p{Script=Han}+·[\p{Script=Han}·]+)、/u);
  if (first && isName(first[1] as string)) {
    const rest = splitAllJoined(text.slice(first[0].length), context);
    return rest && { persons: [first[1] as string, ...rest.persons], office: rest.office };
  }
  const split = splitJoined(text, context);
  return split && { persons: [split.person], office: split.office };
}

/** The names among parts that blanks set apart: 张 三 is one, 高 翔 袁莉 are two. */
function unspaced(parts: readonly string[]): string[] {
  if (!parts.some((part) => part.length === 1)) return [...parts];
  const joined = parts.join("");
  if (joined.length <= 3 || (joined.length === 4 && COMPOUND_SURNAMES.has(joined.slice(0, 2))))
    return [joined];
  const names: string[] = [];
  let open = "";
  for (const part of parts) {
    if (open !== "" && part.length === 1) {
      names.push(open + part);
      open = "";
    } else if (open === "" && part.length === 1) open = part;
    else names.push(part);
  }
  // 欧阳　霞: what is left over belongs to the name before, or all of it is one.
  return open === "" && names.join("") === joined ? names : [joined];
}

/** 孙建义、陆学俭二同志: a numeral that counts the names before it is none of the last. */
function withoutCount(text: string): string {
  const count = text.includes("、") ? text.match(/[二三四五六七八九](?=同志$)/)?.[0] : undefined;
  return count === undefined || readNumeral(count) !== text.split("、").length ? text : text.slice(0, -3);
}

/** Names in a stretch of names: 张三、李四, 张三 李四, 张 三. */
export function personsOf(text: string): string[] {
  return withoutCount(text)
    .replace(
      /(?:等?[\d０-９一二两三四五六七八九十]{1,3}[名位人])?等?同志$|(?<=、.{2,14})(?:等?[\d０-９一二两三四五六七八九十]{1,3}[名位人])$/,
      "",
    )
    .split(/[、，,]|(?<=\p{Script=Han}{2})和(?=\p{Script=Han}{2,4}$)/u)
    .flatMap((piece) => unspaced(piece.trim().split(/[\s　]+/)))
    .map((name) => name.replace(/等?同志$/, "").replace(/等$/, ""))
    .filter(Boolean);
}

/** Words that lead to a person or a verb, where neither a name could be read. */
const NO_PERSON = /^(?:不再|下列|以下|上述|以上|经研究|推荐|同时|决定|同意)/;
const isPerson = (text: string): boolean =>
  !NO_PERSON.test(text) &&
  /^[\p{Script=Han}·]{2,14}$/u.test(text) &&
  (text.length <= 4 || text.includes("·") || unsurnamedLengths(text).includes(text.length));

/** 敖特根巴雅尔同志, 热孜万古丽同志: before 同志 a name may be longer. */
const isComrade = (text: string): boolean =>
  isPerson(text) ||
  (/^\p{Script=Han}{5,10}$/u.test(text) && mayEndName(text) && !LEVEL.test(text) && !PLACE.test(text));

/** 调张三, 派李四: a verb of one character before a name. */
const withoutVerb = (person: string): string =>
  /^[调派拟由]/.test(person) && isName(person.slice(1)) ? person.slice(1) : person;

/** 任命县第一中学副校长李明为…: the office that somebody has leaves the name, where an office ends right before it. */
export function withoutOwnOffice(person: string): string {
  if (person.length < 6 || person.includes("·")) return person;
  for (const length of [3, 2, 4]) {
    const name = person.slice(-length);
    if (isName(name) && POST.test(person.slice(0, -length))) return name;
  }
  return person;
}

/** Persons and office of one decision are no longer than this. */
const LONGEST_CLAUSE = 600;

/**
 * Splits at the first of `verbs` before which only persons stand: 张三、李四 | 为 | 县财政局副局长.
 * A 任 inside an office (县政府办公室主任) comes after it.
 */
export function splitAtVerb(
  text: string,
  verbs: RegExp,
): { persons: string[]; verb: string; office: string } | null {
  let fallback: { persons: string[]; verb: string; office: string } | null = null;
  for (const match of matchesOf(text.slice(0, LONGEST_CLAUSE), verbs)) {
    const before = text.slice(0, match.index + (match[0].startsWith("同志") ? 2 : 0));
    const persons = personsOf(before).map(withoutVerb).map(withoutOwnOffice);
    const office = text.slice(match.index + match[0].length);
    // 冯可为任…, 冯可为同志…, 冯可为的…: this 为 ends the name.
    if (match[0] === "为" && /^(?:[、，和为]|任(?!务)|担任|兼任|同志|的|不再|[\s　])/.test(office)) continue;
    const comrades = before.endsWith("同志");
    if (persons.length === 0 || !persons.every(comrades ? isComrade : isPerson) || office.length < 2)
      continue;
    const split = { persons, verb: match[0], office };
    // Before 同志 only a person can stand: 尕藏加同志的…, 调张三同志….
    if (comrades || persons.every(isName)) return split;
    if (looksLikeOffice(office)) fallback ??= split;
  }
  return fallback;
}

/** The same where all that stands before the verb are names by their form. */
export function splitAtNames(text: string, verbs: RegExp): ReturnType<typeof splitAtVerb> {
  const split = splitAtVerb(text, verbs);
  return split?.persons.every(isName) ? split : null;
}
