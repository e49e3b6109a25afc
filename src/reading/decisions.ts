/** 人事任免: who is given which office and who leaves it. */
import { squeeze } from "../language/blanks.ts";
import { matchesOf } from "../language/matches.ts";
import {
  isUnusualName,
  type Known,
  openingOf,
  personsOf,
  splitAllJoined,
  splitAtNames,
  splitAtVerb,
  withoutOwnOffice,
} from "./clauseParts.ts";
import { isName, nameLengths } from "./names.ts";
import { looksLikeOffice, officeScore, ownOffices, splitOffice } from "./offices.ts";

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

const PROBATION =
  /[（(，,]?(?:任职)?(试用(?:期(?:为|[:：])?|(?=[一二两半\d０-９]))(?![自从])[\p{Script=Han}0-9０-９]{1,6}?(?:年|个月))[）)]?/u;
const PROBATION_BRACKET = /[（(][^（）()]{0,20}试用期[^（）()]{0,30}[）)]/;
/** The day of a decision, before its verb: 2019年1月23日, 一九八五年一月十七日. */
const DAY =
  "[0-9０-９〇零○一二三四五六七八九]{4}年[0-9０-９一二三四五六七八九十]{1,3}月[0-9０-９一二三四五六七八九十]{1,3}日";
/** A line that gives its verb to those below: 任命：, 一、任职, 1998年9月3日任命. */
const HEADING_MODE = new RegExp(
  `^[任免]$|^(?:\\p{Script=Han}{1,20}(?:政府|委员会|常委会))?于?(?:${DAY})?(?:决定|批准)?(?:任命|聘任|免去|免职|任职|任免|解聘|提名|[任免](?=[：:]))(?:(?:下列|以下)(?:同志|人员)(?:的?职务)?)?(?:如下)?[：:]?$|^(?:下列|以下)(?:同志|人员)[^。；：:]{0,16}(?:任职|任命|聘任|免职|免去职务)[：:]$`,
  "u",
);
/** What stands before the verb of a decision: its number, its day, who decides. */
const LEAD = new RegExp(
  `^[\\s　]*(?:[（(]?[0-9０-９一二三四五六七八九十]{1,3}(?![0-9０-９〇零○一二三四五六七八九十年月])[）)]?[.．、]?[\\s　]*)?(?:${DAY}[，,]?(?=决定|任命|免去|聘任))?(?:(?:[\\p{Script=Han}\\d０-９]{4,40}会议|会议|经.{0,20}?|现|兹|并|同时)?(?:于${DAY})?决定[，,：:]?|[\\p{Script=Han}\\d０-９]{4,40}会议(?:于${DAY})?(?=补选|选举|任命|免去|接受)|\\p{Script=Han}{2,20}(?:政府|委员会|常委会|常务会议)(?:决定)?(?=任命|免去|聘任))?(?:经[\\p{Script=Han}\\d０-９]{2,30}[，,](?=任命|免去|聘任|解聘|选派|委派|提名|推荐))?(?:同时|并|兹|现(?=任命|免去|聘任|解聘))?(?:建议(?=任命|提名|聘任|免去|解聘|不再))?`,
  "u",
);
/** What is said of a person in brackets after the name: 女, 苗族, 挂职 stays with the office. */
export const OF_PERSON = /(?<=\p{Script=Han})[（(](?:(?:男|女|\p{Script=Han}{1,5}族)[，,、\s　]*)+[）)]/gu;
/** The same where it is a rank, before the word that leads to the office: 张三（正部长级）为…. */
const RANK_OF_PERSON =
  /(?<=^(?:任命|聘任|免去)?\p{Script=Han}{2,4})[（(](?!兼)[^（()）]{1,10}[）)](?=为|任|的|同志)|(?<=同志)[（(](?!兼)[^（()）]{1,20}[）)](?=为|任|兼任|担任|挂|不再)/u;

/** Where clauses end: ；。 and a comma before another verb of decision. */
const CLAUSE_END =
  /[；;。\n]|(?<![\s　])[\s　]{1,8}(?=(?:同时)?免去其|不再担任)|(?<=职务)、(?=[\p{Script=Han}·]{2,12}?(?:同志)?的?[省市县区州旗][^、，,；;。]{3,40}职务)|[，,](?=(?:同时)?(?:免去|任命|聘任|解聘|撤销|委派|选派|委任|续聘|降[为任]|提名(?!任|为)|不再|同意(?:提名|推荐|任命|聘任)|决定(?:接受|任命|免去)|兼任|兼(?![任职顾管])(?=[^、，,；;。]{3,24}[长任记席员师理])|改任|转任|另任|晋升(?=[\p{Script=Han}·]{2,12}为)|免(?=其|(?:[\p{Script=Han}]{2,3}(?:同志)?的?)?[省市县区州旗])|(?:其|原任)[^，,；;。]{2,40}职务(?:自然|随之|自行|相应|同时|不再保留)|(?<=职务[，,])[\p{Script=Han}]{2,3}(?:同志)?的?[省市县区州旗][^，,；;。]{3,40}职务|(?!正式|按期|继续|分别|经[考研组批审报])[\p{Script=Han}]{2,4}(?:同志)?(?:任|不再|兼任)|[\p{Script=Han}·]{2,9}同志(?:为|任|不再|兼任)))/u;

interface Stretch {
  text: string;
  start: number;
  /** True where a comma parts it from the one before: the same person may be meant. */
  follows: boolean;
}

const LEVELS = "省市县区州旗镇乡";
/** 、李四任县审计局局长 after a whole decision: another begins, where a body's level follows the verb. */
const OPENS_WITH_LEVEL = `\\p{Script=Han}{0,6}[${LEVELS}]`;
const NEXT_DECISION = new RegExp(
  `[、，,](?=[\\p{Script=Han}·]{2,12}?(?:同志)?(?:任|为|的)${OPENS_WITH_LEVEL})`,
  "gu",
);
const GIVES_OFFICE = /(?:任|为|的)\p{Script=Han}[^，,]{2,}/u;
const WHOLE_DECISION = new RegExp(`(?:任|为|的)${OPENS_WITH_LEVEL}[^、，,]{3,}`, "u");

/** ，李四、王五同志为副校长 after an office: others begin, whatever theirs opens with. */
const NEXT_PERSONS =
  /(?<=(?:[长任记员师理表席]|[）)]))[，,](?=(?:[\p{Script=Han}·]{2,12}、){0,8}[\p{Script=Han}·]{2,12}?(?:[（(][^（()）]{1,8}[）)])?(?:同志)?(?:任|为)\p{Script=Han}{2})/gu;
const NAMES_OF_NEXT =
  /^(?:[\p{Script=Han}·]{2,12}、){0,8}[\p{Script=Han}·]{2,12}?(?=(?:[（(][^（()）]{1,8}[）)])?(?:同志)?(?:任|为|的))/u;

/** The decisions that a clause lists: 张三任县财政局局长、李四任县审计局局长. */
function listedDecisions(text: string): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = [];
  let start = 0;
  const marks = [...matchesOf(text, NEXT_DECISION), ...matchesOf(text, NEXT_PERSONS)];
  for (const { index } of marks.sort((a, b) => a.index - b.index)) {
    if (index < start) continue;
    const before = text.slice(start, index);
    const names =
      text
        .slice(index + 1)
        .match(NAMES_OF_NEXT)?.[0]
        .split("、") ?? [];
    const isWhole = text[index] === "、" ? WHOLE_DECISION.test(before) : GIVES_OFFICE.test(before);
    if (!isWhole || names.length === 0) continue;
    if (!names.every((name) => isName(name) || isUnusualName(name))) continue;
    parts.push({ text: before, start });
    start = index + 1;
  }
  return [...parts, { text: text.slice(start), start }];
}

function stretches(text: string): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  let follows = false;
  while (from <= text.length) {
    const match = text.slice(from).match(CLAUSE_END);
    const to = match ? from + (match.index as number) : text.length;
    for (const part of listedDecisions(text.slice(from, to)))
      if (part.text.trim() !== "")
        found.push({ text: part.text, start: from + part.start, follows: follows && part.start === 0 });
    if (!match) break;
    follows = /^[，,\s　]/.test(match[0]) && match[0] !== "\n";
    from = to + match[0].length;
  }
  return found;
}

/** 因工作需要，张三调离: why, before whom it is about. */
const REASON = /^(?:因|由于|鉴于)[^，,。；：:]{2,24}[，,](?=.)/u;
/** 李明同志因工作调动，免去…: the clause names only whom the next is about, and why. */
const SUBJECT_ALONE =
  /^(?:因|鉴于|给予)?([\p{Script=Han}·]{2,14}?)(?:同志)?(?:因|由于|已?到龄|已?达到|(?:已经?)?(?:办理)?(?:提前)?(?:退休|离休|调离|调出|去世|病故|辞职)$|(?:挂职(?:锻炼)?|聘期|任期)(?:期|届)?满$|[^，,。；]{0,6}处分$|$)(?!.*(?:免去|任命|不再|职务))/u;

/** What was said before a clause: the verb of a heading line, and the last person named. */
export interface DecisionContext extends Known {
  mode: "appoint" | "remove" | null;
  lastPersons: string[];
  /** True where the clause goes on from one that named somebody. */
  follows?: boolean;
  /** True where a decision stands before it in the same text. */
  isLater?: boolean;
  /** True where the clause before names nothing but whom this is about. */
  isAwaited?: boolean;
  /** What stands before the brackets （兼） of persons. */
  alongside?: readonly string[];
  /** True where 分别 gives each person an office of the list. */
  isRespective?: boolean;
  /** Names from the document's title and from decisions before. */
  known: Set<string>;
}

/** 张三、李四（兼）为…: the bracket is said of the person before it. */
const ALONGSIDE_OF_PERSON =
  /(?<=\p{Script=Han}{2})[（(]兼[任职]?[）)](?=同志|任|为|、\p{Script=Han}{2,4}(?:同志)?(?:任|为))/gu;
const ALONGSIDE = /[（(]兼[任职]?[）)]/;
const ALL_ALONGSIDE = new RegExp(ALONGSIDE.source, "g");

/** The decision about one person's office, printed apart from the name and the verb. */
export function decisionOf(
  action: DecisionReading["action"],
  person: string,
  printed: string,
): DecisionReading {
  const probation = printed.match(PROBATION)?.[1] ?? null;
  const office = printed.replace(PROBATION_BRACKET, "").replace(PROBATION, "").trim().replace(END, "");
  const place = { text: printed, start: 0, end: printed.length };
  const alone = office.replace(ALL_ALONGSIDE, "");
  const concurrent = alone !== office;
  return { action, concurrent, person, office: alone, ...splitOffice(alone), probation, ...place };
}

/** 试用期满，按期转正。现将其职务明确如下：: those below have the offices beside their names. */
const CONFIRMS = /转正|试用期满|正式任职|职务明确/;

/** （2022年8月19日，某政任〔2022〕6号）: when and by which document it was decided, and no part of the office. */
const DECIDED_BY = new RegExp(
  `[（(](?:${DAY}|\\p{Script=Han}{2,10}〔[0-9０-９]{4}〕[0-9０-９]{1,4}号|[，,、\\s])+[）)]`,
  "gu",
);
/** The text with blanks in the place of such brackets. */
const withoutSources = (text: string): string =>
  text.includes("日") || text.includes("〕")
    ? text.replace(DECIDED_BY, (bracket) => " ".repeat(bracket.length))
    : text;

/** Reads the decisions in one paragraph's text. */
export function readDecisions(printed: string, context: DecisionContext): DecisionReading[] {
  const text = withoutSources(printed);
  const decisions: DecisionReading[] = [];
  const intro =
    text.match(
      /^(?:.*?(?:决定|研究|通过|同意|如下|转正|提请|提名|任免(?:国家)?(?:机关)?(?:工作)?人员)[^：:。；]{0,24}[：:])/s,
    )?.[0] ?? "";
  const offset = intro.length;
  // 决定免去： gives its verb to what follows, as a line of the verb alone does.
  const verb = intro.match(
    /(任命|聘任|免去|免职|任职|解聘)(?:(?:下列|以下)(?:同志|人员)(?:的?职务)?)?(?:如下)?[：:]$/,
  )?.[1];
  if (verb !== undefined) context.mode = /免|解/.test(verb) ? "remove" : "appoint";
  else if (context.mode === null && CONFIRMS.test(intro) && !intro.includes("免")) context.mode = "appoint";
  for (const stretch of stretches(text.slice(offset))) {
    const lead = stretch.text.match(LEAD)?.[0] ?? "";
    const reason = stretch.text.slice(lead.length).match(REASON)?.[0].length ?? 0;
    const raw = stretch.text.slice(lead.length + reason).replace(/[，,、][\s　]*$/, "");
    const clause = raw.trim();
    if (TERM_OF_OFFICE.test(clause)) continue;
    if (HEADING_MODE.test(clause)) {
      context.mode = /任免/.test(clause) ? null : /免|解/.test(clause) ? "remove" : "appoint";
      continue;
    }
    // 免去：张三某县财政局局长职务； gives its verb to the lines below as well.
    const opening = clause.match(/^(任命|聘任|免去|解聘)[：:](?=.)/)?.[1];
    if (opening !== undefined) context.mode = /免|解/.test(opening) ? "remove" : "appoint";
    const start = offset + stretch.start + lead.length + reason + (raw.length - raw.trimStart().length);
    const end = start + raw.trim().length;
    const probation = clause.match(PROBATION)?.[1] ?? null;
    const bare = clause
      .replace(PROBATION_BRACKET, "")
      .replace(PROBATION, "")
      .replace(OF_PERSON, "")
      .replace(ALONGSIDE_OF_PERSON, "")
      .replace(RANK_OF_PERSON, "")
      .replace(/[，,]?(?:任职|晋升[^，,。；]{0,12})?(?:时间)?(?:自|从).{4,14}(?:起|算起|计算)$/, "")
      .trim();
    context.follows = stretch.follows;
    context.isLater = decisions.length > 0;
    context.alongside = clause.includes("兼")
      ? matchesOf(clause, ALONGSIDE_OF_PERSON).map(({ index }) => clause.slice(0, index))
      : [];
    context.isRespective = clause.includes("分别") && RESPECTIVELY.test(clause);
    const subject = clause.match(SUBJECT_ALONE)?.[1];
    if (subject !== undefined && isName(subject)) {
      context.lastPersons = [subject];
      context.isAwaited = true;
      continue;
    }
    const known = decisions.length;
    const isListedRemoval = decisions.at(-1)?.action === "remove" && LISTED_REMOVAL.test(bare);
    for (const decision of isListedRemoval
      ? readRemoval(bareClause(bare), context)
      : readClause(bare, context))
      decisions.push({ ...decision, probation, text: raw.trim(), start, end });
    context.isAwaited = false;
    // 某某同志任…, not read: what follows is about that person, and not about one before.
    if (decisions.length === known && (UNREAD.test(bare) || NAMES_OTHERS.test(bare)))
      context.lastPersons = [];
  }
  return decisions;
}

const UNREAD = /^[\p{Script=Han}·、\s　]{2,30}?(?:同志)?(?:任|为|兼任|担任)\p{Script=Han}{4}/u;

/** 李四的县审计局局长职务, in a list that 免去 opens. */
const LISTED_REMOVAL = new RegExp(
  `^(?!免|解|撤|任|聘)(?:[\\p{Script=Han}·]{2,12}的|\\p{Script=Han}{2,3}(?:同志)?)[${LEVELS}].*职务$`,
  "u",
);

/** 援疆干部张永、陈浩期满返京，不再担任…: others are named, though not read. */
const NAMES_OTHERS = /^[^，,]{0,20}\p{Script=Han}{2,3}、\p{Script=Han}{2,4}|\p{Script=Han}{2}同志/u;

type Bare = Omit<DecisionReading, "probation" | "text" | "start" | "end">;

const REMOVES = /^(?:免去|免除|免|解聘|撤销|解除)[\s　：:]*/;
const APPOINTS =
  /^(?:任命|聘任|聘请|续聘|聘|提名|推荐|委任|委派|选派|选举|补选|增选|增补|确定|明确|晋升|任)[\s　：:]*/;
const TAKES =
  /被?(?:任命|聘任|聘|选举|推选|委任|晋升|晋级|提升|套转)为|晋升(?=\p{Script=Han}{3})|兼任|担任|出任|挂任|挂职任|调任|转任|改任|升任|晋任|续任|接任|任|兼|为/gu;
/** 县第一中学校长一职由李四同志担任: the office before the person. */
const HELD_BY = /^([^，,。；]{4,50}?)(?:一职|职务)?由([\p{Script=Han}·]{2,14}?)(?:同志)?(担任|兼任|接任)$/u;
/** 张三同志免去…职务: the person before the verb. */
const LEAVES_BY_NAME = /^([\p{Script=Han}·]{2,14}?)(?:同志)?免去(?=\p{Script=Han})/u;
/** 张三的县财政局局长职务自然免除: it ends by itself. */
const ENDS_ITSELF =
  /(?<=职务|一职)(?:因[^，,。；]{2,14}?)?(?:(?:自然|随之|自行|相应|同时|予以|一并)?(?:免除|解除|免去)|不再保留)$/;
/** 总经理人选: the office is what follows from the choice. */
const CANDIDATE = /(?:(?:提名)?人选|候选人)$/;
/** 原公司领导班子成员职务自行解除: whose they were is not said. */
const OF_ALL =
  /^(?:以下|下列|以上|上述)(?:人员|同志)|^原\p{Script=Han}{0,10}(?:人员|成员|班子|领导|机构|单位)/u;
/** 聘任其为总经理: the person is the one before. */
const APPOINTS_THEM =
  /^(?:任命|聘任|聘|提名|推荐)(?:其|他|她)(?:同志)?(?:担任|兼任|任|为)(?=\p{Script=Han}{2})|^(?:任命|聘任|提名|推荐)为(?=\p{Script=Han}{2})/u;
const CHANGES = /^(?:降为|降任|改任|转任|另任|调任|升任|提名(?:任|为)|推荐(?:任|为))(?=\p{Script=Han}{2})/u;
const LEAVES = /不再(?:挂职)?(?:担任|兼任|挂任|任)?|辞去/g;
/** 任职时间自…起, 张三同志保留正科级待遇: no office is given by it. */
const TERM_OF_OFFICE =
  /^(?:(?:上述|以上)?(?:\p{Script=Han}{0,4}的?)?任职(?:时间|期限|年限)|(?:上述|以上)[^，。]{0,8}(?:试用期|聘期|任期)|\p{Script=Han}{2,4}同志(?:保留|享受))/u;
const END = /(?:的?(?:聘任)?职[务级]|一职|聘任)?(?:的?请求)?$/;
/** 免去…职务，调任县人大工作: what follows an office that somebody leaves is none, but for another one. */
const AFTER_LEAVING = /(?<=职务|职级|一职)[，,][^，,。；]{2,30}$/u;

const NAMED_BEFORE_COLON = /^([\p{Script=Han}·]{2,14})[：:][\s　]*(?=\p{Script=Han})/u;

/** 张三、李四分别任…: each an office of those listed. */
const RESPECTIVELY = /分别(?=任|为|担任|兼任)/;

/** What is left of a clause without the words that only lead to it or follow it. */
const bareClause = (clause: string): string =>
  clause
    .replace(
      /^(?:同意)?(?:同意|接受|批准)(?=[\p{Script=Han}·\s　]{2,14}(?:同志为|(?:同志)?(?:辞去|任|兼任|担任))|免去|任命|提名|推荐|聘任|解聘)/u,
      "",
    )
    .replace(RESPECTIVELY, "")
    // 张三同志试用期满，正式任…: the words between name and verb.
    .replace(
      /[，,]?试用期(?:已)?满[，,]?(?:经[^，,。；]{2,14}[，,])?(?:同意)?(?:按期转正[，,])?(?:正式)?(?=任|担任)/,
      "",
    )
    // 张三同志由县民政局局长转任…, 从试用期满之日起正式任…: what he was, and since when.
    .replace(/(?<=^[\p{Script=Han}·]{2,14}(?:同志)?)由[^，,。；]{3,30}?(?=转任|调任|改任|升任|晋升)/u, "")
    .replace(/[从自]试用期满之日起(?:正式)?(?=任|担任)/, "")
    .replace(/(?:职务)?(?:，|,)?试用期(?:已)?满.*/s, "")
    // …职务（提前退休）, …职务（挂职期满）: why somebody leaves an office is none of it.
    .replace(/(?<=职务|一职)[（(][^（()）]{2,16}[）)]$/u, "")
    .replace(/[（(](?:另有任用|另行安排|[已因]?(?:提前|到龄)?退休|调离|调出|病故|辞职)[）)]$/u, "")
    .replace(
      /(?<=职务|职级|一职)[，,](?:[^，,。；]{0,12}(?:退休|离休|离职休养|离岗)|另有任用|调离|调出|保留\p{Script=Han}{1,8}(?:级别|待遇|职级)).*/su,
      "",
    )
    .replace(/(?<=职务|一职|请求)[，,]并?(?:报|提请)[^，,。；]{2,40}(?:备案|批准|确认|审议|决定)$/, "")
    .replace(
      /[，,](?:聘期|任期|试用期|(?:聘[请任用]|任职)?期限|(?:任职|挂职|聘任)?时间|挂职期?(?=[\d０-９一二两三]|为|限|至))(?:[^（()）]|[（(][^（()）]*[）)]){1,30}$/u,
      "",
    )
    .replace(/[，,](?:主持\p{Script=Han}{0,8}工作|列席\p{Script=Han}{2,16}会议)$/u, "")
    .replace(/[（(][\d０-９]{4}年[^（()）]{0,8}[至—–~～-]+[^（()）]{2,12}[）)]$/u, "")
    .replace(/[，,](?:级别|职级|待遇)不变$/u, "")
    // …办公室主任，正科级: his rank is none of the office.
    .replace(/[，,](?:享受)?(?:正|副)[部省厅司局处县科股]级(?:别|待遇|干部)?$/u, "")
    .replace(/[（(](?:聘期|任期|时间|期限|挂职(?=[^（()）]{0,12}[年月]))[^（()）]{1,16}[）)]$/u, "")
    // 姜维，男，汉族，1980年生，任…: what he is stands between name and verb.
    .replace(
      /(?<=^[\p{Script=Han}·]{2,14})[，,](?:男|女)(?:[，,][^，,。；]{1,14}){0,6}[，,](?=任|兼任|担任)/u,
      "",
    )
    // （列陈军之后）: the order among equals is none of the office.
    .replace(/[，,](?:排名)?列[^（()），]{2,12}之?[前后](?=[）)]$)/u, "")
    .replace(/[（(，,](?:排名)?列[^（()），]{2,12}之?[前后][）)]?$/u, "")
    // 李明：市财政局局长: a colon after the name stands for the verb.
    .replace(NAMED_BEFORE_COLON, (whole, name: string) => (isName(name) ? `${name} ` : whole))
    .replace(AFTER_LEAVING, (tail) => (looksLikeOffice(tail) ? tail : ""))
    .replace(END, "");

/** True where a text opens with somebody already named. */
const namesKnown = (text: string, { known }: DecisionContext): boolean =>
  nameLengths(text).some((length) => known.has(text.slice(0, length)));

function readRemoval(rest: string, context: DecisionContext): Bare[] {
  const pronoun = rest.match(/^(?:(?:其(?!其)|他|她)(?:原任)?的?|原任的?)/);
  if (pronoun) return make("remove", false, context.lastPersons, rest.slice(pronoun[0].length), context);
  // 张三任县财政局局长，免去县审计局局长职务: the person is the one before.
  if (
    context.follows &&
    context.lastPersons.length > 0 &&
    officeScore(rest, context.places) >= (context.isAwaited ? 2 : 3) &&
    !namesKnown(rest, context)
  )
    return make("remove", false, context.lastPersons, rest, context);
  // 免去市交通局副局长李明同志职务: the office stands before the person.
  const person = withoutOwnOffice(rest.replace(/同志$/, ""));
  const before = rest.replace(/同志$/, "").slice(0, -person.length);
  if (before !== "" && officeScore(before, context.places) >= 2)
    return make("remove", false, [person], before, context);
  const marked = splitAtVerb(rest, /同志的?|的/g);
  if (marked) return make("remove", false, marked.persons, marked.office, context);
  const split = splitAllJoined(squeeze(rest), context);
  // …任县水利局局长；免去县水保站站长职务: nobody else is named.
  const isSame = context.follows || (context.isLater && officeScore(rest, context.places) >= 3);
  if (!split && isSame) return make("remove", false, context.lastPersons, rest, context);
  return make("remove", false, split?.persons ?? [], split?.office ?? rest, context);
}

function readClause(clause: string, context: DecisionContext): Bare[] {
  const text = bareClause(clause);
  if (ENDS_ITSELF.test(text)) {
    const rest = text.replace(ENDS_ITSELF, "").replace(END, "");
    // …原任职务自然免除: what the offices were is not said.
    return /(?:^|[^的])原任?(?:的|各)?$/.test(rest) || /^(?:其|他们?|她)$/.test(rest) || OF_ALL.test(rest)
      ? []
      : readRemoval(rest, context);
  }
  const them = context.lastPersons.length > 0 ? text.match(APPOINTS_THEM)?.[0] : undefined;
  if (them !== undefined)
    return make(
      "appoint",
      them.includes("兼"),
      context.lastPersons,
      text.slice(them.length).replace(CANDIDATE, ""),
      context,
    );
  const removes = text.match(REMOVES);
  if (removes) return readRemoval(text.slice(removes[0].length), context);
  const byName = text.match(LEAVES_BY_NAME);
  if (byName && isName(byName[1] as string))
    return make("remove", false, [byName[1] as string], text.slice(byName[0].length), context);
  const held = text.includes("由") ? text.match(HELD_BY) : null;
  if (held && isName(held[2] as string) && looksLikeOffice(held[1] as string))
    return make("appoint", held[3] === "兼任", [held[2] as string], held[1] as string, context);
  const leaves = splitAtVerb(text, LEAVES);
  if (leaves) return make("remove", leaves.verb.includes("兼"), leaves.persons, leaves.office, context);
  const leavesToo = text.match(/^不再(?:挂职)?(?:担任|兼任|挂任|任)/)?.[0];
  if (leavesToo && context.lastPersons.length > 0)
    return make(
      "remove",
      leavesToo.includes("兼"),
      context.lastPersons,
      text.slice(leavesToo.length),
      context,
    );
  // 任继红　县融媒体中心主任 under a heading that gives the verb: 任 is a surname.
  const listed =
    context.mode === null ? null : text.match(/^(\p{Script=Han}{2,4})[\s　]+(?=\p{Script=Han})/u);
  if (context.mode !== null && listed && isName(listed[1] as string))
    return readInMode(text, context.mode, context);
  // 冯可为的县审计局局长职务 under 免去：.
  if (context.mode === "remove" && /职务$|一职$/.test(clause.trim()))
    return readInMode(text, "remove", context);
  // 免去…职务，改任主任科员: the person is the one before, and no part of the verb a name.
  const changes = context.follows && context.lastPersons.length > 0 ? text.match(CHANGES)?.[0] : undefined;
  if (changes !== undefined)
    return make("appoint", false, context.lastPersons, text.slice(changes.length), context);
  const appoints = text.match(APPOINTS);
  const taken = splitAppointment(text, appoints?.[0] ?? "");
  if (taken)
    return make(
      "appoint",
      taken.verb.startsWith("兼") || /^兼/.test(taken.office),
      taken.persons,
      taken.office.replace(/^兼任?/, "").replace(CANDIDATE, ""),
      context,
    );
  if (/^(?:兼任?|任(?!命)|担任|改任|转任|另任)/.test(text) && context.lastPersons.length > 0)
    return make(
      "appoint",
      text.startsWith("兼"),
      context.lastPersons,
      text.replace(/^(?:兼任?|担任|改任|转任|另任|任)/, ""),
      context,
    );
  // 任命张三县财政局局长职务: nothing between person and office.
  if (appoints && appoints[0].trim() !== "任") {
    const bare = splitAllJoined(squeeze(text.slice(appoints[0].length)), context);
    if (bare && looksLikeOffice(bare.office) && !bare.office.startsWith("同志"))
      return make("appoint", false, bare.persons, bare.office, context);
  }
  return context.mode === null ? [] : readInMode(text, context.mode, context);
}

/** 任命张三为…, 张三任…; a 任 that opens the clause is a surname where no 为 follows the name (任耀辉任…). */
function splitAppointment(text: string, verb: string): ReturnType<typeof splitAtVerb> {
  const rest = text.slice(verb.length);
  const bare = verb === "" ? null : (splitAtVerb(rest, /为/g) ?? splitAtVerb(rest, TAKES));
  if (bare && (verb.trim() !== "任" || bare.verb === "为" || /[\s　]/.test(verb))) return bare;
  return splitAtVerb(text, TAKES) ?? bare;
}

/** A clause under a heading that gives the verb: 任命： / 张三为县财政局局长. */
function readInMode(text: string, mode: "appoint" | "remove", context: DecisionContext): Bare[] {
  const marked =
    splitAtVerb(text, /同志的?/g) ??
    (mode === "remove" ? splitAtVerb(text, /的/g) : splitAtNames(text, /为|任/g)) ??
    splitAtVerb(text, /为|任|的|[\s　]+/g);
  if (marked) return make(mode, false, marked.persons, marked.office, context);
  const split = splitAllJoined(squeeze(text), context);
  return split && looksLikeOffice(split.office)
    ? make(mode, false, split.persons, split.office, context)
    : [];
}

/** 免去张三同志兼任的…, 所任…: how the office was held. */
const HELD_BEFORE = /^(?:的|(?:的)?(?:兼任|所任|原任|现任|担任)的?)/;

function make(
  action: "appoint" | "remove",
  concurrent: boolean,
  persons: string[],
  office: string,
  context: DecisionContext,
): Bare[] {
  const bareOffice = office
    .trim()
    .replace(ALL_ALONGSIDE, "")
    .replace(HELD_BEFORE, "")
    .replace(/(?:的?职务|一职)$/, "");
  const parts = splitOffice(bareOffice);
  const names = persons.map((name) => squeeze(name));
  context.lastPersons = names;
  for (const name of names) context.known.add(name);
  if (names.length > 0) context.openings.add(openingOf(bareOffice));
  const base = {
    action,
    concurrent: concurrent || ALONGSIDE.test(office) || /^(?:的)?兼任的?/.test(office),
    office: bareOffice === "" ? null : bareOffice,
    ...parts,
  };
  const own = names.length > 1 ? ownOffices(bareOffice, names.length, context.isRespective ?? false) : null;
  if (own !== null)
    return names.map((person, index) => {
      const of = own[index] as string;
      return { ...base, office: of, ...splitOffice(of), person };
    });
  const isAlongside = (person: string): boolean =>
    context.alongside?.some((before) => before.endsWith(person)) ?? false;
  return names.length > 0
    ? names.map((person) => ({ ...base, person, concurrent: base.concurrent || isAlongside(person) }))
    : [{ ...base, person: null }];
}

/** Names in the title of such a document: 关于李建江等同志职务任免的通知. */
export function titleNames(title: string): string[] {
  const match = title.match(
    /关于(?:任命|免去|聘任|提名)?(.{1,120}?)(?:等)?(?:[一二三四五六七八九十\d０-９]{1,4}(?:名|位|人))?(?:同志|任职|免职|职务|任免|辞职|试用)/,
  );
  return match
    ? personsOf(match[1] as string)
        .map((name) => name.replace(/等$/, ""))
        .filter((name) => name.length >= 2 && name.length <= 14)
    : [];
}
