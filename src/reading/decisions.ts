/** 人事任免: who is given which office and who leaves it. */
import { squeeze } from "../language/blanks.ts";
import { POST } from "../terms/people.ts";
import { nameLengths } from "./names.ts";

/** One decision, by offsets into the text it stands in. */
export interface DecisionReading {
  action: "appoint" | "remove";
  concurrent: boolean;
  probation: string | null;
  person: string | null;
  office: string | null;
  organization: string | null;
  post: string | null;
  text: string;
  start: number;
  end: number;
}

const NAME = "[\\p{Script=Han}·]{2,14}";
const NAMES = `${NAME}(?:[、，,\\s　和]+${NAME}){0,20}`;
const COMRADE = "(?:[\\s　]*(?:等)?同志)?";
const PROBATION = /[（(，,]?(试用期(?:为|[:：])?[\p{Script=Han}0-9]{1,6}?(?:年|个月))[）)]?/u;

/** Patterns of a clause; groups are persons and offices. The mode of a heading line (任命：) stands in for the verb. */
const CLAUSES: readonly { action: "appoint" | "remove"; pattern: RegExp; concurrent?: boolean }[] = [
  {
    action: "remove",
    pattern: new RegExp(
      `^(?<persons>${NAMES})${COMRADE}[\\s　]*(?:不再(?:担任|兼任|任)|辞去)(?<office>.+?)(?:的?职务|一职)?$`,
      "u",
    ),
  },
  {
    action: "remove",
    pattern: new RegExp(
      `^(?:同意|接受)?(?:免去|免|解聘|撤销|解除)(?<persons>${NAMES})${COMRADE}的(?<office>.+?)(?:的?职务|一职)?$`,
      "u",
    ),
  },
  {
    action: "remove",
    pattern: /^(?:同意|接受)?(?:免去|解聘|撤销|解除)(?:其|他|她)(?:的)?(?<office>.+?)(?:的?职务|一职)?$/u,
  },
  { action: "remove", pattern: /^(?:同意|接受)?(?:免去|免|解聘|撤销|解除)(?<joined>.+?)(?:的?职务|一职)?$/u },
  {
    action: "remove",
    pattern: new RegExp(
      `^(?:同意|接受)(?<persons>${NAMES})${COMRADE}辞去(?<office>.+?)(?:的?职务|一职)(?:的?请求)?$`,
      "u",
    ),
  },
  {
    action: "appoint",
    pattern: new RegExp(
      `^(?:同意)?(?:任命|聘任|聘请|聘|任|提名|决定任命)(?<persons>${NAMES})${COMRADE}[\\s　]*(?:兼任|担任|为|任)(?<office>.+?)(?:人选|职务)?$`,
      "u",
    ),
  },
  {
    action: "appoint",
    concurrent: true,
    pattern: new RegExp(`^(?<persons>${NAMES}?)${COMRADE}[\\s　]*兼任(?<office>.+?)(?:职务)?$`, "u"),
  },
  {
    action: "appoint",
    pattern: new RegExp(
      `^(?<persons>${NAMES}?)${COMRADE}[\\s　]*(?:任|担任|出任|挂职任|挂任)(?<office>.+?)(?:职务)?$`,
      "u",
    ),
  },
];
const HEADING_MODE = /^(?:任命|聘任|免去|免职|任职|任免|解聘|提名)(?:如下)?[：:]?$/;

/** The organization and the post of an office: 县公安局督察长 → 县公安局, 督察长. */
export function splitOffice(office: string): { organization: string | null; post: string | null } {
  const parts = office.split("、").map((part) => {
    const bare = part.replace(/[（(][^（）()]*[）)]$/, "");
    const post = bare.match(POST)?.[0] ?? null;
    const organization = post === null ? null : bare.slice(0, bare.length - post.length);
    return {
      organization: organization === "" ? null : organization,
      post: post === null ? null : post + part.slice(bare.length),
    };
  });
  const organizations = parts.flatMap(({ organization }) => (organization === null ? [] : [organization]));
  const posts = parts.flatMap(({ post }) => (post === null ? [] : [post]));
  return {
    organization: organizations.length > 0 ? organizations.join("、") : null,
    post: posts.length === parts.length ? posts.join("、") : null,
  };
}

const OFFICE_START =
  /^(?:宁夏|[省市县区州旗镇乡]|\p{Script=Han}{2,7}(?:省|市|县|区|州|旗|镇|乡|街道|自治)|国家|中共|第[一二三四五六七八九十])/u;

/** Splits 陈东升县公安局督察长, which has no mark between person and office. */
function splitJoined(text: string, known: ReadonlySet<string>): { person: string; office: string } | null {
  const dotted = text.match(new RegExp(`^(${NAME}?)同志(?:的)?(.+)$`, "u"));
  if (dotted) return { person: squeeze(dotted[1] as string), office: dotted[2] as string };
  const candidates = nameLengths(text).filter((length) => text.length > length + 1);
  const scored = candidates.map((length) => {
    const person = text.slice(0, length);
    const office = text.slice(length);
    const score = (known.has(person) ? 4 : 0) + (OFFICE_START.test(office) ? 2 : 0) + (length === 3 ? 1 : 0);
    return { person, office, score };
  });
  scored.sort((a, b) => b.score - a.score);
  return scored[0] ?? null;
}

/** Names in a stretch of names: 张三、李四, 张三 李四, 张 三. */
function personsOf(text: string): string[] {
  const parts = text.split(/[、，,\s　]+|和(?=\p{Script=Han}{2,4}$)/u).filter(Boolean);
  const names: string[] = [];
  for (const part of parts) {
    const last = names.at(-1);
    if (part.length === 1 && last?.length === 1) names[names.length - 1] = last + part;
    else names.push(part);
  }
  return names.map((name) => name.replace(/^(?:任命|聘任|免去)/, "").replace(/等?同志$/, ""));
}

/** Where clauses end: ；。 and a comma before another verb of decision. */
const CLAUSE_END =
  /[；;。\n]|[，,](?=(?:同时)?(?:免去|任命|聘任|解聘|不再|按期|兼任|[\p{Script=Han}]{2,4}(?:同志)?(?:任|不再|兼任)))/u;

interface Stretch {
  text: string;
  start: number;
}

function stretches(text: string): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  while (from <= text.length) {
    const match = text.slice(from).match(CLAUSE_END);
    const to = match ? from + (match.index as number) : text.length;
    if (text.slice(from, to).trim() !== "") found.push({ text: text.slice(from, to), start: from });
    if (!match) break;
    from = to + match[0].length;
  }
  return found;
}

/** What was said before a clause: the verb of a heading line, and the last person named. */
export interface DecisionContext {
  mode: "appoint" | "remove" | null;
  lastPersons: string[];
  /** Names from the document's title and from decisions before. */
  known: Set<string>;
}

/** Reads the decisions in one paragraph's text. */
export function readDecisions(text: string, context: DecisionContext): DecisionReading[] {
  const decisions: DecisionReading[] = [];
  const intro = text.match(/^(?:.*?(?:决定|研究|通过|同意|如下)[^：:。；]{0,24}[：:])/s)?.[0] ?? "";
  const offset = intro.length;
  for (const stretch of stretches(text.slice(offset))) {
    const lead =
      stretch.text.match(
        /^[\s　]*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)]?[.．、]?[\s　]*)?(?:(?:会议|经.{0,20}?|现|并|同时)?决定[，,：:]?)?(?:同时|并)?/,
      )?.[0] ?? "";
    const raw = stretch.text.slice(lead.length);
    const clause = squeezeNames(raw.trim());
    if (HEADING_MODE.test(clause)) {
      context.mode = /免|解/.test(clause) ? "remove" : "appoint";
      continue;
    }
    const start = offset + stretch.start + lead.length + (raw.length - raw.trimStart().length);
    const end = start + raw.trim().length;
    const probation = clause.match(PROBATION)?.[1] ?? null;
    const bare = clause
      .replace(PROBATION, "")
      .replace(/[，,]?(?:任职)?(?:时间)?(?:自|从).{4,14}(?:起|算起|计算)$/, "")
      .trim();
    for (const decision of readClause(bare, context))
      decisions.push({ ...decision, probation, text: raw.trim(), start, end });
  }
  return decisions;
}

/** Blanks between a verb and a name and within a name go; between two names they stay. */
const squeezeNames = (text: string): string => text.replace(/^(任命|任|聘任|免去)[\s　]+/, "$1");

type Bare = Omit<DecisionReading, "probation" | "text" | "start" | "end">;

function readClause(clause: string, context: DecisionContext): Bare[] {
  if (/按期转正|试用期满/.test(clause)) {
    const match = clause.match(
      new RegExp(`^(${NAME}?)${COMRADE}(?:任|担任)?(.+?)(?:职务)?(?:试用期满|按期转正)`, "u"),
    );
    return match ? make("appoint", false, [match[1] as string], match[2] as string, context) : [];
  }
  for (const { action, pattern, concurrent } of CLAUSES) {
    const groups = clause.match(pattern)?.groups;
    if (!groups) continue;
    const { persons, office, joined } = groups;
    if (joined !== undefined) {
      const split = splitJoined(joined, context.known);
      return split
        ? make(action, false, [split.person], split.office, context)
        : make(action, false, [], joined, context);
    }
    const names = persons === undefined ? context.lastPersons : personsOf(persons);
    if (
      names.length === 0 ||
      !looksLikeOffice(office as string) ||
      names.some((name) => name.length > 5 && !name.includes("·"))
    )
      continue;
    return make(
      action,
      concurrent === true || /^兼/.test(office as string),
      names,
      (office as string).replace(/^兼任?/, ""),
      context,
    );
  }
  if (context.mode === null) return [];
  const mode = clause.match(new RegExp(`^(${NAMES}?)${COMRADE}(?:为|任|的|[\\s　]+)(.+?)(?:职务)?$`, "u"));
  if (mode) return make(context.mode, false, personsOf(mode[1] as string), mode[2] as string, context);
  const split = splitJoined(clause.replace(/职务$/, ""), context.known);
  return split && looksLikeOffice(split.office)
    ? make(context.mode, false, [split.person], split.office, context)
    : [];
}

const looksLikeOffice = (office: string): boolean =>
  office.split("、").some((part) => POST.test(part.replace(/[（(][^（）()]*[）)]$/, "")));

function make(
  action: "appoint" | "remove",
  concurrent: boolean,
  persons: string[],
  office: string,
  context: DecisionContext,
): Bare[] {
  const bareOffice = office
    .trim()
    .replace(/^的/, "")
    .replace(/(?:的?职务|一职)$/, "");
  const parts = splitOffice(bareOffice);
  const names = persons.map((name) => squeeze(name));
  context.lastPersons = names;
  for (const name of names) context.known.add(name);
  const base = { action, concurrent, office: bareOffice === "" ? null : bareOffice, ...parts };
  return names.length > 0 ? names.map((person) => ({ ...base, person })) : [{ ...base, person: null }];
}

/** Names in the title of such a document: 关于李建江等同志职务任免的通知. */
export function titleNames(title: string): string[] {
  const match = title.match(
    /关于(?:任命|免去|聘任|提名)?(.+?)(?:等)?(?:[一二三四五六七八九十\d]+(?:名|位|人))?(?:同志|任职|免职|职务|任免|辞职|试用)/,
  );
  return match
    ? personsOf(match[1] as string)
        .map((name) => name.replace(/等$/, ""))
        .filter((name) => name.length >= 2 && name.length <= 14)
    : [];
}
