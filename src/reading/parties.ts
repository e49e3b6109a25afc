/** Who bears a task and who helps: bodies in a printed responsibility, with the level their enumeration shares. */
import { hasBlank, isSpaceCode, squeeze } from "../language/blanks.ts";
import {
  characters,
  closesWith,
  holdsAny,
  isIn,
  opensWith,
  valueFor,
  valuesOf,
} from "../language/characters.ts";
import { colonWithin, hasColon, nextColon } from "../language/colons.ts";
import { hasHan } from "../language/han.ts";
import { matchesOf } from "../language/matches.ts";
import {
  FIRST_LEADS,
  LABELS_BESIDE,
  LEAD_MARK,
  LEAD_STARS,
  ROLE_BRACKET,
  TASK_LABELS,
  type TaskLabel,
} from "../terms/labels.ts";
import {
  BARE_LEVELS,
  BARE_ORGAN,
  BODY_ENDING,
  COLLECTIVE,
  LEVEL,
  PARTY_ORGANS,
  PROVINCE,
  SECTORS,
  SHARING_LEVEL,
  WITHOUT_LEVEL,
} from "../terms/organizations.ts";
import { isName } from "./names.ts";

/** A body as printed and with its level: `{text: "交通局", name: "县交通局"}`. */
export interface PartyReading {
  text: string;
  name: string;
}

/** The parties of a task. */
export interface Duty {
  responsible: PartyReading[];
  supporting: PartyReading[];
}

const LEAD_VERB =
  /(?:共同|联合|分别|具体)?(?:(?:牵头|主办|主责|总牵头)(?:负责|落实|抓落实|组织实施|实施|组织|推进)?|负[总主]责|总负责|为牵头(?:单位|部门))$/;
const DUTY_VERB =
  /(?:按照?|依|根据)?(?:各自)?(?:职责|职能|职责任务|责任)?(?:分工|任务)?(?:分别|共同|具体|组织|抓好|联合|依法)?(?:负责|承担|落实|抓落实|组织实施|实施|牵头|指导|主抓|为责任(?:单位|部门))(?:落实|实施|指导)?$/;
const SUPPORT_VERB =
  /(?:积极|协调|协同|协助|密切|共同|予以|按照?(?:各自)?(?:职责|职能)(?:分工)?){0,4}(?:配合|参与|协助|(?<!政)协办|参加|协同|支持)(?:落实|实施|做好)?$|(?:加强|给予|做好|提供|进行)(?:业务|政策|技术|工作)?(?:指导|支持|协调|监督|保障)$|为(?:配合|协办|参与)(?:单位|部门)$/;
/** 负责组织开展评估, 负责资金保障: what somebody does in more words. */
const DOES_WHAT =
  /(?<=负责)(?:(?:组织|统筹|具体|牵头)?(?:开展|推进|抓好|做好|制定|协调)\p{Script=Han}{0,10}|(?!落实|实施|指导|组织实施|抓落实|牵头)(?:(?![局委办厅院]|配合|参与|协助|牵头|负责)\p{Script=Han}){2,14})(?=[，,；;。]|$)/gu;
const BY_DUTY =
  /(?:按照?|依|根据)(?:照)?(?:各自)?(?:职责|职能|工作职责|责任)?(?:任务)?(?:分工)?(?=[^\p{Script=Han}]*(?:分别|共同|具体)?(?:负责|牵头|落实|承担|配合|参与|$))|(?:按|依)(?:照)?(?:分工|职责|职能)(?:分工)?/gu;

/** A blank in a cell that breaks one name: 县交通局 综合执法大队. */
const BROKEN_NAME =
  /(?<=[局委办厅])[\s　]+(?=\p{Script=Han}{2,10}(?:大队|支队|中队|管理段|管理站|办公室|分局|服务站)(?:[、，；\s]|$))/gu;

const OPENS = 1;
const CLOSES = 2;
const PARTS = 3;
const END = 4;
/** What a character does in an enumeration; 0 for most. */
const PUNCTUATION = valuesOf([
  ["（([〔［【《“", OPENS],
  ["）)]〕］】》”", CLOSES],
  ["、，,；;。\n\t 　", PARTS],
]);

/** True where 、 stands inside one name: 各市、区人民政府, 各乡镇党委、政府. */
const sharesName = (before: string, part: string): boolean =>
  BARE_ORGAN.test(part) ||
  (part === "管委会" && /(?:政府|办事处)$/.test(before)) ||
  (SHARING_LEVEL.test(part) && BARE_LEVELS.test(before));

const OF_MANY = /^(?:各|有关|相关)/;

/** 公安部等有关部门、单位: kinds of bodies beside each other. */
const isKindBeside = (before: string, part: string): boolean =>
  /^(?:单位|机构|企业|地方|地区)$/.test(part) && /(?:有关|相关|等)部门$/.test(before);

/** Splits an enumeration at 、 and its like outside brackets. */
function splitEnumeration(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const what = at === text.length ? END : valueFor(PUNCTUATION, text.charCodeAt(at));
    if (what === 0) continue;
    if (what === OPENS) depth++;
    else if (what === CLOSES) depth--;
    if (what === END || (what === PARTS && depth <= 0)) {
      const part = text.slice(from, at).trim();
      const last = parts.at(-1);
      if (
        last !== undefined &&
        text.charAt(from - 1) === "、" &&
        (OF_MANY.test(last) ? sharesName(last, part) : isKindBeside(last, part))
      )
        parts[parts.length - 1] = `${last}、${part}`;
      else if (part !== "") parts.push(part);
      from = at + 1;
    }
  }
  return parts;
}

/** A body of an enumeration without the words that close it: 工信局等部门 → 工信局. */
function bareName(text: string): string {
  return text.includes("等")
    ? text.replace(/等(?:[\p{Script=Han}、]{0,30}(?:部门|单位|机构|成员单位|地方))?$/u, "")
    : text;
}

/** True for a party that is many: 各乡镇, 县直有关部门. */
export const isCollective = (name: string): boolean => COLLECTIVE.test(name);

/** Where the bodies of an enumeration go: those whose bracket says so to the ones who lead or help. */
interface Sinks {
  own: PartyReading[];
  lead: PartyReading[];
  support: PartyReading[];
}

/** 县税务局（牵头）: what a body does, in a bracket after it. */
const ROLE_MARK = new RegExp(`${ROLE_BRACKET}$`);
const CLOSES_MARK = characters("）)");

/** 县财政局（李明）, 县教育局（按职责分工）: who or how, in a bracket after a body. */
function withoutPerson(printed: string): string {
  const bracket = printed.match(/[（(]([^（()）]{2,12})[）)]$/);
  const inner = bracket?.[1] ?? "";
  return bracket !== null && (isName(inner) || /^(?:[按依]|以上|共同|排名)/.test(inner))
    ? printed.slice(0, bracket.index)
    : printed;
}

/** A body without the bracket that says what it does, and where it belongs. */
function withoutMark(printed: string, sinks: Sinks): { body: string; sink: PartyReading[] } {
  if (!closesWith(printed, CLOSES_MARK)) return { body: printed, sink: sinks.own };
  const mark = printed.match(ROLE_MARK);
  if (mark === null) return { body: withoutPerson(printed), sink: sinks.own };
  return { body: printed.slice(0, mark.index), sink: mark[1] === undefined ? sinks.support : sinks.lead };
}

/** Gives each body of an enumeration the level that stands before the first. */
export function readParties(text: string): PartyReading[] {
  const parties: PartyReading[] = [];
  addParties(text, { own: parties, lead: parties, support: parties });
  return parties;
}

/** 2023年、2024年分别新增1000个 names no body. */
const OPENS_WITH_YEAR = /^[2２][0０][\d０-９]{2}年(?:$|分别|各|新增|完成)/;

/** ①县财政局, 1.县财政局: the number of a body in a cell. */
const ITEM_NUMBER = /^(?:[①-⑳]|[\d０-９]{1,2}[.．])(?=\p{Script=Han})/u;
const OF_ITEMS = characters("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳0123456789０１２３４５６７８９");

/** Adds the bodies of an enumeration to others. */
function addParties(text: string, sinks: Sinks): void {
  let level: string | null = null;
  const isSpaced = hasBlank(text);
  const pieces = splitEnumeration(isSpaced ? text.replace(BROKEN_NAME, "") : text);
  const kinds = townKinds(pieces);
  for (const [at, piece] of pieces.entries()) {
    const kind = kinds?.[at];
    if (kind !== undefined) {
      sinks.own.push({ text: piece, name: `${piece}${kind}` });
      continue;
    }
    const { body, sink } = withoutMark(isSpaced ? squeeze(piece) : piece, sinks);
    const printed = bareName(opensWith(body, OF_ITEMS) ? body.replace(ITEM_NUMBER, "") : body);
    if (
      printed === "" ||
      printed.length > 40 ||
      OPENS_WITH_YEAR.test(printed) ||
      !hasHan(printed) ||
      (printed.length <= 2 && /^(?:和|及|以及|等|无|暂无|同上)$/.test(printed))
    )
      continue;
    for (const one of splitAnd(printed)) {
      // 县公安局：负责交通管制: what it does is none of its name.
      const own = bareName(
        hasColon(one) ? one.replace(/[：:](?:负责|做好|承担|开展|落实|牵头|配合).*$/s, "") : one,
      );
      const found = own.match(LEVEL)?.[0];
      if (found !== undefined && !WITHOUT_LEVEL.test(own)) {
        level = found;
        sink.push({ text: own, name: own });
      } else if (
        level === null ||
        found !== undefined ||
        WITHOUT_LEVEL.test(own) ||
        COLLECTIVE.test(own) ||
        isFullName(own)
      )
        sink.push({ text: own, name: own });
      else {
        const prefix = PARTY_ORGANS.test(own) && !/^(?:办公室|督查室)$/.test(own) ? partyLevel(level) : level;
        sink.push({ text: own, name: `${prefix}${own}` });
      }
    }
  }
}

const TOWN_KIND = /^\p{Script=Han}{2,4}?((?:镇|乡|街道)(?:人民政府|政府|办事处|办)?)$/u;
const OF_TOWNS = characters("镇乡街");
const BARE_TOWN = /^\p{Script=Han}{2,3}$/u;

/** 东关、西关街道办事处: the kind of town that bare names before one share with it, by their place; null for none. */
function townKinds(pieces: readonly string[]): (string | undefined)[] | null {
  if (pieces.length < 2 || !pieces.some((piece) => holdsAny(piece, OF_TOWNS))) return null;
  let kinds: (string | undefined)[] | null = null;
  let kind: string | undefined;
  for (let at = pieces.length - 1; at >= 0; at--) {
    const piece = pieces[at] as string;
    if (kind !== undefined && BARE_TOWN.test(piece) && !SECTORS.test(piece) && !BODY_AT_END.test(piece)) {
      kinds ??= [];
      kinds[at] = kind;
      continue;
    }
    const name = bareName(piece);
    kind = LEVEL.test(name) || COLLECTIVE.test(name) ? undefined : name.match(TOWN_KIND)?.[1];
  }
  return kinds;
}
const BODY_AT_END = new RegExp(`(?:${BODY_ENDING}|[省市县区乡镇村联企])$`);

/** The committee of a level: 县委, 自治区党委. */
const partyLevel = (level: string): string =>
  /^(?:自治|师市)/.test(level) ? `${level}党委` : level === "地区" ? "地委" : `${level}委`;

const JOINS = characters("和及与");
const TWO_BODIES =
  /^(.{2,20}(?:局|委|办|院|部|厅|政府|中心|公司|乡镇|部门|单位))(?:和|及|以及|与)((?:[省市县区各]|.{2,3}[省市县区]).{1,20})$/;

/** Two bodies joined by 和 or 及, where both are whole names: 县财政局和县审计局. */
function splitAnd(text: string): string[] {
  const match = holdsAny(text, JOINS) ? text.match(TWO_BODIES) : null;
  if (match) return [match[1] as string, match[2] as string];
  // 县财政局县审计局, 县住建局各乡镇: two lines of a cell, with nothing between them.
  if (
    text.indexOf(text[0] as string, 1) < 0 &&
    text.indexOf("各", 1) < 0 &&
    !holdsAny(text, ENDS_GOVERNMENT, 1)
  )
    return [text];
  const pieces = text.split(TWO_LINES);
  return pieces.length > 1 &&
    pieces.every(
      (piece, at) =>
        piece.startsWith("各") ||
        (at === 0 && piece.endsWith("政府")) ||
        (LEVEL.test(piece) && (piece[0] === text[0] || pieces[0]?.endsWith("政府"))),
    )
    ? pieces
    : [text];
}
const ENDS_GOVERNMENT = characters("府");
const BODY_OF_LEVEL = "[省市县区]\\p{Script=Han}{1,14}(?:[局委办厅院]|中心|公司|集团|[大支]队)";
const TWO_LINES = new RegExp(
  `(?<=[局委办厅院]|中心)(?=${BODY_OF_LEVEL}|各(?:有关|相关)?(?:乡|镇|街道|县|区|市|部门|单位))|(?<=政府)(?=${BODY_OF_LEVEL}$)`,
  "u",
);

/** 平罗工业园区 has its place in its name, 工业园区 has not. */
const OWN_PLACE =
  /^(?!经济|高新|农业|现代|产业|科技|工业|物流|循环|食品|生态|旅游|精细|县域)\p{Script=Han}{2,4}(?:工业园区|经济开发区|经济技术开发区|高新区|高新技术产业开发区|开发区|产业园区|园区|新区)/u;

/** A branch of a higher body with the name of its place before it: 武宁生态环境局. */
const BRANCH_OF_PLACE =
  /^(?!国家|地方|综合|森林|专职|交通)\p{Script=Han}{2,3}(?:生态环境局|消防救援[大支]队|供电局|气象局|海关|海事局|烟草专卖局|烟草局|邮政管理局|税务局|水文局|调查队|公路分中心|银保监局|银保监组|监管组|证监局|能源监管[办局]|通信管理局|监管分局)$/u;

/** 城关镇, 滨河街道办事处: a town is no organ of the county. */
const TOWN = /^(?!各|有关|相关)\p{Script=Han}{2,4}(?:镇|乡|街道)(?:人民政府|政府|办事处|办)?$/u;

/** A name that carries its own place: 平罗县工业园区管委会, 市生态环境局平罗分局; most names are too short for it. */
const isFullName = (name: string): boolean =>
  TOWN.test(name) ||
  PROVINCE.test(name) ||
  (name.length > 3 && (OWN_PLACE.test(name) || BRANCH_OF_PLACE.test(name))) ||
  (name.length > 4 &&
    /^\p{Script=Han}{2,8}(?:省|市|县|自治区|自治州|区)\p{Script=Han}{2,}/u.test(name) &&
    !/^(?:市|县|区)/.test(name) &&
    !/^(?:农村|城市|社区|城区|园区|市场|行政区|区域)/.test(name));

/** No label is longer, letter-spacing counted. */
const LONGEST_LABEL = 14;
const MEANINGS: ReadonlyMap<string, TaskLabel> = new Map(Object.entries(TASK_LABELS));

/** The words before the colon that stands where one of a label could, without blanks; "" where none does. */
function openingWords(text: string): { words: string; length: number } {
  const colon = colonWithin(text, LONGEST_LABEL + 1);
  if (colon < 2) return { words: "", length: colon + 1 };
  const printed = text.slice(0, colon);
  return { words: MEANINGS.has(printed) ? printed : squeeze(printed), length: colon + 1 };
}

/** The label that opens a clause, with the offset after its colon. */
function labelOf(text: string): { meaning: TaskLabel; length: number } | null {
  const { words, length } = openingWords(text);
  const meaning = MEANINGS.get(words);
  return meaning === undefined ? null : { meaning, length };
}

/** A clause of a responsibility and what its verb says of those before it. */
interface Clause {
  role: "lead" | "duty" | "support";
  text: string;
}

const CLAUSE_VERB =
  /(?:牵头|负责|配合|参与|协助|(?<!政)协办|参加|协同|支持|落实|承担|实施|指导|主办|主责|抓落实|负[总主]责|总负责|为(?:牵头|责任|配合|协办|参与)(?:单位|部门))(?:负责|落实|实施|指导|做好|抓落实|组织实施|组织|推进)?(?=[，,；;。、\s　]|$)/g;

const DIGIT = "[\\d０-９]";
const YEAR_OF = `[2２][0０]${DIGIT}{2}年`;
const MONTH_OF = `${DIGIT}{1,2}月`;
const DAY_OF = `${DIGIT}{1,2}日`;
/** What ends a time that begins with its year or month: 2022年3月启动, 6月底, 3月前上报. */
const TIME_ENDS =
  "(?:完成|完工|竣工|前\\p{Script=Han}{0,8}|底|推进|到位|季度|半年|上报|落实|启动|实施|坚持|建成|达到|实现)";
const TIME_FORMS = [
  // 6月30日, 6月1日至30日
  `(?:${YEAR_OF})?${MONTH_OF}${DAY_OF}(?:[至到—–~～-]{1,2}(?:${MONTH_OF})?${DAY_OF})?`,
  // 从2009年10月1日起实施
  `[自从](?:${YEAR_OF}(?:${MONTH_OF}(?:${DAY_OF})?)?|${MONTH_OF}(?:${DAY_OF})?)起(?:施行|实施|执行|启动|开展)?`,
  // 即日起至2021年12月31日
  "(?:从?现在|即日)起(?:[至到][^：:、]{2,16}|施行|实施|执行|启动|开展)?",
  // 6月30日前启动、12月底前完成
  `(?:${YEAR_OF})?${MONTH_OF}(?:${DAY_OF}|底|末)?前\\p{Script=Han}{0,6}、${MONTH_OF}(?:${DAY_OF}|底|末)?前\\p{Script=Han}{0,8}`,
  // 2020—2022年每年完成20公里, 2021.12
  `${DIGIT}{4}[至到—–~～-]{1,2}${YEAR_OF}[^：:、]{0,16}`,
  `[2２][0０]${DIGIT}{2}[.．/]${DIGIT}{1,2}(?:[.．/]${DIGIT}{1,2})?[前底]?`,
  // 印发后30日内完成, 一个月内完成, 国庆节前完成
  `(?:(?:通知|文件|方案)?印发(?:之日)?[起后])?(?:${DIGIT}{1,3}|[一二三四五六七八九十两半]{1,3})个?(?:工作日|月|日|天|年)内\\p{Script=Han}{0,6}`,
  "(?:国庆|春节|元旦|五一|中秋|汛期|供暖期?|采暖期?|开学)(?:节|季|到来)?(?:之|以)?前\\p{Script=Han}{0,6}",
  "(?:立即|尽快|适时|限期|近期|按期|如期)(?:启动|实施|完成|整改|落实|推进|开展|到位|办理)",
  "(?:完成|办结|整改)?时[间限]为[^：:、]{2,16}",
  // 力争2022年底完成
  `(?:持续[到至]?|力争|确保|[于在到])?(?:${YEAR_OF}|${MONTH_OF})[^：:、]{0,16}?${TIME_ENDS}`,
  // 年底前, 上半年, 第三季度完成, “十四五”期间
  `(?:持续[到至]?|力争|确保|[于在到])?(?:(?:今|本|当|明)?年度?(?:[底末]|内(?!审))|[月季]度?[底末]|全年(?!级)|(?:今年|明年)?[上下]半年|第?[一二三四]季度|[“"]?十[一二三四五]五[”"]?(?:期间|时期|期末|末))(?:[之以]?前)?\\p{Script=Han}{0,8}`,
  "(?:[以此]后)?每(?:年|半年|季度|月|周)[^：:、]{0,16}",
  "自印发之日起[^：:、]{2,16}",
  YEAR_OF,
  "长期(?:坚持|推进|实施|执行|落实)?|持续(?:推进|实施|坚持|开展)|常态化(?:推进|开展)?",
  "[按分逐](?:年度?|步|期|[一二两三四五]年)(?:推进|实施|落实|完成)",
];
/** A clause that says until when: 2022年12月底前完成, 年底前, 此项工作全年推进. */
const TIME_CLAUSE = new RegExp(
  `^(?:时[间限][：:]|[此该本]项工作)?(?:${TIME_FORMS.join("|")})(?:[\\d０-９.]{1,6}(?:[%％]|\\p{Script=Han}{1,10})?)?$`,
  "u",
);
const ENDS_CLAUSE = characters("，,；;。");

/** What ends a sentence or an item of a list. */
export const SENTENCE_ENDS = characters("。；;");

/** Where the clauses of time begin that close a text which ends at `end`; `end` where none does. */
function timeFrom(text: string, end: number): number {
  let from = end;
  for (;;) {
    let cut = from - 1;
    while (cut >= 0 && !isIn(ENDS_CLAUSE, text.charCodeAt(cut))) cut--;
    if (cut < 0 || from - cut > 32 || !TIME_CLAUSE.test(text.slice(cut + 1, from).trim())) return from;
    from = cut;
  }
}

/** True for a clause that says until when. */
export const isTimeClause = (clause: string): boolean => TIME_CLAUSE.test(clause);

/** A responsibility without the clauses of time at its end (`…，6月底前完成，9月底前上报`), and those clauses. */
export function splitTime(text: string): { duty: string; time: string | null } {
  const opening = text.match(/^[^，,；;。]{2,24}(?=[，,；;])/)?.[0];
  // 4月30日前完成；县应急局牵头: the time may stand first.
  if (opening !== undefined && TIME_CLAUSE.test(opening.trim()))
    return { duty: text.slice(opening.length + 1).trim(), time: opening.trim() };
  const end = closesWith(text, SENTENCE_ENDS) ? text.length - 1 : text.length;
  const from = timeFrom(text, end);
  return from === end
    ? { duty: text, time: null }
    : {
        duty: text.slice(0, from),
        time: text
          .slice(from + 1, end)
          .trim()
          .replace(/^时[间限][：:]/, ""),
      };
}

/** True where a line opens with a label that names nobody who does it. */
export const opensBeside = (line: string): boolean => LABELS_BESIDE.has(openingWords(line).words);

/** What parts clauses; blanks are told by the pattern. */
const PARTING = characters("，,；;。、 　\t\n");

/** Splits `甲、乙牵头，丙配合` into clauses by their verbs, and adds them to others. */
function addClauses(text: string, clauses: Clause[]): void {
  let from = 0;
  for (const match of matchesOf(text, CLAUSE_VERB)) {
    const to = match.index + match[0].length;
    const clause = readClause(text.slice(from, to));
    if (from === 0 && clause.role === "support") clauses.push(...splitHelpers(clause));
    else clauses.push(clause);
    from = to;
  }
  const left = text.slice(from);
  const rest =
    opensWith(left, PARTING) || closesWith(left, PARTING)
      ? left.replace(/^[，,；;。、\s　]+|(?<![，,；;。\s　])[，,；;。\s　]+$/g, "")
      : left;
  if (rest !== "" && !/^(?:下同|列第一|以下)/.test(rest)) clauses.push({ role: "duty", text: rest });
}

/** 甲会同乙；丙配合, 甲，乙、丙配合: those before the last mark between clauses bear it themselves. */
function splitHelpers(clause: Clause): Clause[] {
  const { text } = clause;
  let depth = 0;
  for (let at = text.length - 1; at > 0; at--) {
    const what = valueFor(PUNCTUATION, text.charCodeAt(at));
    if (what === CLOSES) depth++;
    else if (what === OPENS) depth--;
    else if (depth === 0 && isIn(ENDS_CLAUSE, text.charCodeAt(at)))
      return [
        { role: "duty", text: text.slice(0, at) },
        { role: "support", text: text.slice(at + 1) },
      ];
  }
  return [clause];
}

/** How something is done, before the verb that says what. */
const MANNER = /(?:分别|共同|具体|协调|积极|联合|分头|分级)$/;
const ENDS_MANNER = characters("别同体调极合头级");

function readClause(raw: string): Clause {
  const bare = opensWith(raw, PARTING) ? raw.replace(/^[，,；;。、\s　]+/, "") : raw;
  const text = bare.startsWith("由") ? bare.slice(1) : bare;
  const { role, from } = verbOf(text);
  const body = /[按依根]/.test(text) ? text.slice(0, from).replace(BY_DUTY, "") : text.slice(0, from);
  return { role, text: closesWith(body, ENDS_MANNER) ? body.replace(MANNER, "") : body };
}

/** What the verb at the end of a clause says of those before it, and where it begins. */
function verbOf(text: string): { role: Clause["role"]; from: number } {
  const lead = text.search(LEAD_VERB);
  if (lead >= 0) return { role: "lead", from: lead };
  const support = text.search(SUPPORT_VERB);
  if (support >= 0) return { role: "support", from: support };
  const duty = text.search(DUTY_VERB);
  return { role: "duty", from: duty >= 0 ? duty : text.length };
}

/** True where one of the bodies of a clause leads by its bracket. */
const LEADS_BY_MARK = new RegExp(`[（(]${LEAD_MARK}[）)]`);

/** 会同, or 商 between two bodies; 商务局 is a body itself. */
const TOGETHER = /会[同商]|(?<=[局部委办厅会院])商(?!务)(?=\p{Script=Han}{2,30}[局部委办厅])/u;

const IN_TOGETHER = characters("会商");

/** 甲会同乙, 甲牵头，会同乙: the second helps the first. */
function splitTogether(text: string): [string, string] {
  const at = holdsAny(text, IN_TOGETHER) ? text.search(TOGETHER) : -1;
  return at >= 0 ? [text.slice(0, at), text.slice(at).replace(/^(?:会[同商]|商)/, "")] : [text, ""];
}

/** A note on the bodies before it: 。下同, ；列第一位的为牵头单位, （排在第一位的为牵头单位）. */
export const NOTE_AT_END = new RegExp(
  `(?:。(?:以下|下列)|[。；;，,](?:下同|[列排]在?(?:第一|首位|前)|[^。；;，,]{0,8}${FIRST_LEADS}))[^。]{0,60}。?$`,
);
const NOTE_IN_BRACKET = new RegExp(`[（(][^（()）]{0,12}${FIRST_LEADS}[^（()）]{0,20}[）)]`);
const SAYS_FIRST = new RegExp(FIRST_LEADS);
const ORDERS = characters("一1首前");

const CUES_OF_FIRST = ["首位", "第一", "第1", "最前", "在前", "排前", "列前", "序前", "名前"];

/** A quick look at a whole document: false where nothing in it says that the first of the bodies leads. */
export const maySayWhoLeads = (text: string): boolean => CUES_OF_FIRST.some((cue) => text.includes(cue));

/** True for a text that says that the first of the bodies leads. */
export const saysFirstLeads = (text: string): boolean => holdsAny(text, ORDERS) && SAYS_FIRST.test(text);

/** A duty whose first body leads; the others help. */
export const leadFirst = ({ responsible, supporting }: Duty): Duty => ({
  responsible: responsible.slice(0, 1),
  supporting: [...responsible.slice(1), ...supporting],
});

const OF_OTHER_MARKS = characters(`${LEAD_STARS}/／为）)`);
const STARRED = new RegExp(
  `(?<=^|[、，,；;：:\\s])[${LEAD_STARS}]([^、，,；;\\s]+)|(?<![、，,；;\\s])[${LEAD_STARS}](?=[、，,；;\\s]|$)`,
  "g",
);
const MARK_BEFORE_BODY = new RegExp(`(${ROLE_BRACKET})(?=[省市县区州盟旗师各]\\p{Script=Han})`, "gu");
/** The same duty in the marks that the rules know: ★县财政局, 县财政局/县教育局, 责任单位为县财政局. */
function usualMarks(text: string): string {
  if (!holdsAny(text, OF_OTHER_MARKS)) return text;
  return text
    .replace(STARRED, (_, body?: string) => `${body ?? ""}（牵头）`)
    .replace(MARK_BEFORE_BODY, "$1、")
    .replace(/(?<=[局委办厅院会部府])[/／](?=\p{Script=Han})/gu, "、")
    .replace(/(?<=(?:责任|牵头|配合|协办|主办|主责|参与)(?:单位|部门))为(?=\p{Script=Han})/gu, "：");
}

/**
 * Reads a printed responsibility: a cell, the content of a bracket, or labelled lines.
 * Where somebody leads (牵头), those who only answer (责任) support.
 * @param firstLeads true where a note elsewhere says that the first body leads.
 */
export function readDuty(printed: string, firstLeads = false): Duty {
  const isNoted = saysFirstLeads(printed);
  const bare = isNoted ? printed.replace(NOTE_IN_BRACKET, "") : printed;
  const whole = splitTime(usualMarks(bare.replace(NOTE_AT_END, ""))).duty;
  const text = whole.includes("负责") ? whole.replace(DOES_WHAT, "") : whole;
  const clauses: Clause[] = [];
  for (const line of splitLabels(text)) {
    const label = labelOf(line);
    if (label === null && opensBeside(line)) continue;
    if (label?.meaning === "deadline" || label?.meaning === "officer") continue;
    const body = label ? line.slice(label.length) : line;
    const from = clauses.length;
    addClauses(body, clauses);
    if (label !== null)
      for (let at = from; at < clauses.length; at++) {
        const clause = clauses[at] as Clause;
        if (clause.role === "duty") clause.role = label.meaning as Clause["role"];
      }
  }
  const hasLead = clauses.some(
    ({ role, text: body }) => (role === "lead" && body !== "") || LEADS_BY_MARK.test(body),
  );
  const duty: Duty = { responsible: [], supporting: [] };
  const { responsible: lead, supporting: support } = duty;
  for (const { role, text: body } of clauses) {
    const [first, second] = splitTogether(body);
    const leads = (role === "lead" && !LEADS_BY_MARK.test(body)) || (role === "duty" && !hasLead);
    addParties(first, { own: leads ? lead : support, lead, support });
    if (second !== "") addParties(second, { own: support, lead, support });
  }
  return (isNoted || firstLeads) && !hasLead ? leadFirst(duty) : duty;
}

const partsClauses = (code: number): boolean => isIn(PARTING, code) || isSpaceCode(code);

/** Adds the stretches of a line, each from a label to the next, trimmed, to others. */
function addLabelled(line: string, parts: string[]): void {
  let from = 0;
  for (let colon = nextColon(line, 0); colon >= 0; colon = nextColon(line, colon + 1)) {
    let end = colon;
    while (end > from && isSpaceCode(line.charCodeAt(end - 1))) end--;
    let start = end;
    while (start > from && end - start <= LONGEST_LABEL && !partsClauses(line.charCodeAt(start - 1))) start--;
    const words = line.slice(start, end);
    if (start === from || !(MEANINGS.has(words) || LABELS_BESIDE.has(words))) continue;
    parts.push(line.slice(from, start).trim());
    from = start;
  }
  parts.push(line.slice(from).trim());
}

/** Lines and clauses that each open with a label: 责任单位：甲；配合单位：乙. */
export function splitLabels(text: string): string[] {
  const parts: string[] = [];
  const lines = text.includes("\n") ? text.split("\n") : [text];
  if (hasColon(text)) for (const line of lines) addLabelled(line, parts);
  else for (const line of lines) parts.push(line.trim());
  return parts.filter(Boolean);
}

/** The parts of a responsibility that say until when. */
export function deadlineParts(text: string): string[] {
  if (!hasColon(text)) return [];
  return splitLabels(text).flatMap((part) => {
    const label = labelOf(part);
    return label?.meaning === "deadline"
      ? [
          part
            .slice(label.length)
            .replace(/[；;。]$/, "")
            .trim(),
        ]
      : [];
  });
}

export { labelOf as readTaskLabel };
