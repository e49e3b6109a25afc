/** Persons that a chronicle entry names, with the titles that print gives them. */
import { isSpaceCode } from "../language/blanks.ts";
import { characters, holdsAny, isIn, opensWith } from "../language/characters.ts";
import { matchesOf } from "../language/matches.ts";
import { AFTER_NAME, OFFICE_ENDING, SURNAMES, TITLE_AFTER_NAME, VERB_AFTER_NAME } from "../terms/people.ts";
import { isName, isUsualLength, mayEndName, nameLengths, unsurnamedLengths } from "./names.ts";

/** A person by offsets into the text. */
export interface PersonReading {
  name: string;
  title: string | null;
  start: number;
  end: number;
}

const OFFICE =
  /(?:党组成员|党委成员|党工委成员|书记|主任委员|主任|副?主席|委员长|委员|常委|院士|教授|总?领事|总理|总监|总工程师|专员|巡视员|调研员|督察长|督学|政委|司令员|参谋长|理事长?|监事长?|代表|领导|负责人|负责同志|同志|先生|女士|客商|候选人|总?经理|董事长|总?(?:会计|经济|规划|审计|统计|农艺|畜牧|兽医|设计)师|总裁|主编|研究员|助理|人选|支书(?!记)|模范|劳模|标兵|获得者|传承人|创始人|发言人|领队|作家|艺术家|书法家|画家|评论家|歌唱家|摄影家|诗人|指导员|教导员|村民|社工|志愿者|企业家|科学家|专家|教师|党员|民警|医生|护士|工作者|带头人|博士|大使|参赞|领事|顾问|合伙人|参事|[省市县区州盟旗乡镇局厅部处科司院校会行站所队馆台社组团园]长|秘书长|检察长|指挥长|庭长|船长)/g;
const CLAUSE_BREAK = /[，,。；;：:！？!?\n）)》]/;
/** What no title reaches back over: what breaks a clause, and the mark between offices. */
const ENDS_TITLE = characters("，,。；;：:！？!?\n）)》】、△▲◇◆○●□■★☆");
const LEVEL_LIST = /^(?:自治区|[省市县区州盟旗]|全[省市县区]|区)$/;
const VERBS_BEFORE =
  /^.*(?:传达|学习|听取|贯彻|落实|陪同|邀请|欢迎|由|随同|率领|带领|(?:会见|会晤|拜会|拜访|看望|走访|慰问|约见|接见|宴请)了?|任命|聘请|的还?有|一行[在由]|[0-9０-９]{1,2}日[—–―]{0,2})(?=\p{Script=Han})/u;
const SPACED_NAME_AFTER = /^[\s　]\p{Script=Han}{2,4}(?:[\s　，。、]|$)/u;
const NEVER_TITLE = /^(?:同志|负责同志|先生|女士)$/;
/** Forms of address, which follow a name and are no office. */
const ADDRESSES: ReadonlySet<string> = new Set(["同志", "先生", "女士"]);
/** 严玉德、马烈红等区领导: who they are follows those named. */
const AND_OTHERS = /等(\p{Script=Han}{0,8}(?:领导|领导同志|领导干部|负责人|负责同志|企业家|专家|代表))$/u;

/** The lengths of names, the likelier first. */
const LIKELY_LENGTHS = [3, 2, 4] as const;

/** Names seen without doubt, that decide where 王刚出席 and 王刚出 are both possible. */
export type NameLexicon = Map<string, number>;

/** The name at `at`, if one stands there. */
function nameAt(text: string, at: number, lexicon: NameLexicon): string | null {
  // 专家和群众代表: the joint of two words is no surname.
  if (isIn(JOINS, text.charCodeAt(at))) return null;
  const unusual = unusualBeforeVerb(text, at);
  if (unusual !== null) return unusual;
  const lengths = nameLengths(text.slice(at, at + 20));
  let best: string | null = null;
  let bestScore = 0;
  for (const length of lengths) {
    const name = text.slice(at, at + length);
    const after = text.slice(at + length, at + length + 6);
    if (lengths.includes(length - 1) && opensVerb(text, at + length - 1)) continue;
    // 李大为参加: this 为 ends the name.
    if (after.startsWith("为") && ENDS_UNUSUAL_NAME.test(after.slice(1))) continue;
    const isKnown = lexicon.has(name);
    const isBounded = AFTER_NAME.test(after);
    if (!isBounded && !isKnown) continue;
    const isVerbNext = VERB_AFTER_NAME.test(after);
    const score =
      (isKnown ? 4 : 0) + (isBounded ? 3 : 0) + (isVerbNext ? 2 : 0) + (isUsualLength(name) ? 1 : 0);
    if (score > bestScore) {
      best = name;
      bestScore = score;
    }
  }
  return best ?? unusualNameAt(text, at);
}

/** 张平率调研组, 李明作汇报: verbs whose first character no name takes. */
const ONE_VERB =
  /^(?:率|以|[作做](?:了|《|“|题为|汇报|报告|总结|讲话|动员|部署|专题|重要|主题|主旨|辅导|典型|交流|表态|说明|讲解|工作|开幕|闭幕|经验|形势)|致(?:辞|词|欢|开幕|闭幕|答|贺|祝)|受(?:邀|到|聘|命|\p{Script=Han}{0,8}委托)|赴|随(?:同|行|团))/u;
const OPENS_VERB = characters("率以作做致受赴随");
const opensVerb = (text: string, at: number): boolean =>
  isIn(OPENS_VERB, text.charCodeAt(at)) && ONE_VERB.test(text.slice(at, at + 14));

/** What stands right after a name that ends as words do. */
const ENDS_UNUSUAL_NAME = new RegExp(`^(?:$|[、，,。；;]|[来到赴率与]|${VERB_AFTER_NAME.source.slice(1)})`);

/** 彭武长、: a name that ends as offices and places do, where nothing but a name can stand. */
function unusualNameAt(text: string, at: number): string | null {
  if (!SURNAMES.has(text[at] ?? "")) return unsurnamedAt(text, at);
  for (const length of [3, 2]) {
    const name = text.slice(at, at + length);
    if (
      (length === 3 ? /^\p{Script=Han}{2}[长中科为之政党]$/u : /^\p{Script=Han}[为政之]$/u).test(name) &&
      !/(?:[省市县区州局厅部处科司院校会站所队台社组团园秘书镇乡村班]长|[会途]中|[各本该全]科|之中|全党|^[家从施时]政|[作成认以])$/.test(
        name.replace(/为$/, ""),
      ) &&
      ENDS_UNUSUAL_NAME.test(text.slice(at + length, at + length + 6))
    )
      return name;
  }
  return unsurnamedAt(text, at);
}

const ENDS_BEFORE_VERB = characters("和");
/** 张玉和主持: 和 joins no verb to a name, it ends the name. */
function unusualBeforeVerb(text: string, at: number): string | null {
  for (const length of [3, 2]) {
    if (!isIn(ENDS_BEFORE_VERB, text.charCodeAt(at + length - 1))) continue;
    const after = text.slice(at + length, at + length + 6);
    if (SURNAMES.has(text[at] as string) && VERB_AFTER_NAME.test(after)) return text.slice(at, at + length);
  }
  return null;
}

/** 尼玛扎西, 苏和巴特尔主持: a name without a surname, right before what follows a name. */
function unsurnamedAt(text: string, at: number): string | null {
  const isEnded = (length: number): boolean => AFTER_NAME.test(text.slice(at + length, at + length + 6));
  const length = unsurnamedLengths(text, at).find(isEnded);
  return length === undefined ? null : text.slice(at, at + length);
}

const BEFORE_TITLE = characters("和与及对向在");
const JOINS = characters("与和及");
const NAME_BESIDE = /^(\p{Script=Han}{2,4})[与和及](?=\p{Script=Han}{2})/u;

/** 西门子（中国）有限公司: a bracket inside the name of a firm. */
const IN_FIRM = /^[）)](?:有限|股份|集团|总公|分公)/;
const LONGEST_IN_FIRM = 8;

/** Where the bracket opens that closes at a place, not before `floor`; -1 where it is long. */
function bracketBefore(text: string, at: number, floor: number): number {
  const from = Math.max(floor, at - LONGEST_IN_FIRM);
  const inner = text.slice(from, at);
  const open = Math.max(inner.lastIndexOf("（"), inner.lastIndexOf("("));
  return open < 1 ? -1 : from + open;
}

/** The title that ends at `end`, reaching back over 、 while offices are listed. */
function titleBefore(text: string, end: number, floor: number): string | null {
  let start = end;
  for (;;) {
    let at = start - 1;
    for (;;) {
      while (at >= floor && !isIn(ENDS_TITLE, text.charCodeAt(at)) && !isSpaceCode(text.charCodeAt(at))) at--;
      const inner = IN_FIRM.test(text.slice(at, at + 3)) ? bracketBefore(text, at, floor) : -1;
      if (inner < 0) break;
      at = inner - 1;
    }
    const piece = text.slice(at + 1, start);
    if (start === end) {
      start = at + 1;
    } else if ((OFFICE_ENDING.test(piece) && !isName(piece)) || LEVEL_LIST.test(piece)) start = at + 1;
    else {
      start++;
      break;
    }
    if (at < floor || text[at] !== "、") break;
    start = at;
  }
  const own = text.slice(start, end).replace(VERBS_BEFORE, "");
  const bare = (opensWith(own, BEFORE_TITLE) ? own.slice(1) : own).replace(/^(?:以及|还有)/, "");
  // 张三与某集团董事长李四: the first is named for himself.
  const title = holdsAny(bare, JOINS)
    ? bare.replace(NAME_BESIDE, (whole, name: string) => (isName(name) ? "" : whole))
    : bare;
  return title === "" || NEVER_TITLE.test(title) ? null : title;
}

/** 关于格桑顿珠同志…: a name without a surname, after a mark or the words that lead to 同志. */
function unsurnamedBefore(text: string, end: number, floor: number): { name: string; start: number } | null {
  for (const length of [4, 2, 3, 5, 6]) {
    const start = end - length;
    if (start < floor || !unsurnamedLengths(text, start).includes(length)) continue;
    const lead = text.slice(Math.max(floor, start - 2), start);
    if (lead === "" || CLAUSE_BREAK.test(lead.slice(-1)) || BEFORE_COMRADE.test(lead))
      return { name: text.slice(start, end), start };
  }
  return null;
}

/** Names before a form of address or an office: 李克强总理, 宋世文同志. */
function nameBefore(
  text: string,
  end: number,
  floor: number,
  lexicon: NameLexicon,
): { name: string; start: number } | null {
  let best: { name: string; start: number } | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const length of LIKELY_LENGTHS) {
    const start = end - length;
    const name = text.slice(start, end);
    if (start < floor || !isName(name)) continue;
    const before = text[start - 1] ?? "";
    const opens =
      before === "" || CLAUSE_BREAK.test(before) || /[、和与及对向据是在由请邀习示话达彻实取]/.test(before);
    const isParticle = /^[和于对从向时常全有关后应]/.test(name) && length === 3 && isName(name.slice(1));
    const score =
      (lexicon.has(name) ? 4 : 0) + (opens ? 2 : 0) + (isUsualLength(name) ? 1 : 0) - (isParticle ? 5 : 0);
    if (score <= bestScore) continue;
    best = { name, start };
    bestScore = score;
  }
  return unsurnamedBefore(text, end, floor) ?? best;
}

/** 选举张三、李四为某县副县长: names before 为, their office after it. */
const ELECTS =
  /(?:选举|补选|增选|推选|任命)(?:了)?([\p{Script=Han}·、和]{2,80}?)(?:同志)?为([^，,。；;：:！？\s　]{2,40})/gu;

/** 张三当选为某县副县长, at the head of a clause. */
const ELECTED =
  /(?<=^|[，,。；;：:日\s　])([\p{Script=Han}·、]{2,60}?)(?:同志)?(?:全票)?当选为?([^，,。；;：:！？\s　]{2,40})/gu;
/** ，李四为某县法院院长: the next whom the same vote elects. */
const ELECTS_NEXT = /(?<=[，,；;])([\p{Script=Han}·、]{2,60}?)(?:同志)?为([^，,。；;：:！？\s　]{2,40})/gu;

/** The persons that a sentence elects. */
function elected(text: string): PersonReading[] {
  const votes = matchesOf(text, ELECTS);
  if (votes.length === 0 && !text.includes("当选")) return [];
  const from = votes[0]?.index ?? text.length;
  const next = matchesOf(text, ELECTS_NEXT).filter(({ index }) => index > from);
  return [...votes, ...next, ...matchesOf(text, ELECTED)].flatMap((match) => {
    const [whole, names, title] = match as unknown as [string, string, string];
    const pieces = names.split("、");
    if (!pieces.every(isName) || !OFFICE_ENDING.test(title)) return [];
    let at = match.index + whole.indexOf(names);
    return pieces.map((name) => {
      const start = at;
      at += name.length + 1;
      return { name, title, start, end: start + name.length };
    });
  });
}

/** Finds the persons of a text in order of appearance, each once. */
export function readPeople(text: string, lexicon: NameLexicon): PersonReading[] {
  const byVote = elected(text);
  const overlaps = ({ start, end }: PersonReading): boolean =>
    byVote.some((one) => one.start < end && start < one.end);
  return [...byVote, ...readTitled(text, lexicon).filter((one) => !overlaps(one))].sort(
    (a, b) => a.start - b.start,
  );
}

/** What a name that opens a clause stands after, blanks aside. */
const BEFORE_CLAUSE = characters("，,。；;：:、日和");

/** Names known for sure, and the characters that they open with. */
export interface KnownPersons {
  names: ReadonlySet<string>;
  opens: ReadonlySet<number>;
}

/** Names to be looked for. */
export const knownPersons = (names: ReadonlySet<string>): KnownPersons => ({
  names,
  opens: new Set(Array.from(names, (name) => name.charCodeAt(0))),
});

/** True where a clause may begin at a place of a text. */
function mayOpenClause(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return at === 0 || isIn(BEFORE_CLAUSE, before) || isSpaceCode(before);
}

/** The first length of a known name that stands at a place of a text and overlaps none of some persons; 0 for none. */
function knownLength(
  text: string,
  start: number,
  known: ReadonlySet<string>,
  persons: readonly PersonReading[],
): number {
  for (const length of LIKELY_LENGTHS) {
    const end = start + length;
    if (!known.has(text.slice(start, end))) continue;
    if (!AFTER_NAME.test(text.slice(end, end + 6))) continue;
    if (!persons.some((one) => one.start < end && start < one.end)) return length;
  }
  return 0;
}

const NO_NAMES: NameLexicon = new Map();

/** 魏东、林峰出席: names that open a clause, known from other entries, with no title beside them. */
export function readKnown(
  text: string,
  { names: known, opens }: KnownPersons,
  readings: readonly PersonReading[],
): PersonReading[] {
  const persons = [...readings];
  for (let start = 0; start < text.length; start++) {
    if (!mayOpenClause(text, start) || !opens.has(text.charCodeAt(start))) continue;
    const length = knownLength(text, start, known, persons);
    if (length === 0) continue;
    let end = start + length;
    persons.push({ name: text.slice(start, end), title: null, start, end });
    // 魏东、林峰、周云出席: who stands in a list behind one who is known is a person too.
    while (text[end] === "、") {
      const name = nameAt(text, end + 1, NO_NAMES);
      const from = end + 1;
      if (name === null || persons.some((one) => one.start < from + name.length && from < one.end)) break;
      end = from + name.length;
      if (!known.has(name)) persons.push({ name, title: null, start: from, end });
    }
  }
  return persons.sort((a, b) => a.start - b.start);
}

const OPEN_BRACKETS = characters("（(");
/** What a bracket says of the office before it: （正厅级）, （秘书长）, （主持工作）. */
const OF_OFFICE = /^[（(](?:[^（()）]{1,10}(?:级|[书局队部]长|主任|书记|工作)|挂职)[）)]/;

/** 岳不群、拉木、左冷禅: a word between two names of a list is a name as well. */
function nameBetween(text: string, at: number, lexicon: NameLexicon): string | null {
  const word = text.slice(at, at + 6).match(/^\p{Script=Han}{2,4}(?=、)/u)?.[0];
  return word !== undefined && mayEndName(word) && nameAt(text, at + word.length + 1, lexicon) !== null
    ? word
    : null;
}

/** 田亮代表市政府作报告: whom he stands for follows the verb. */
const STANDS_FOR = /^(?:[省市县区州旗]|党|全体|中国|双方|大会|常委会|两院|企业|学校|单位|部门|本)/;
/** 中煤集团王建平总经理: the name stands right behind a body that has no level. */
const OF_FIRM = /(?:集团|公司|银行|大学|学院|医院|协会|商会)$/;
const RANK_AFTER_NAME = /^(?:院士|教授|研究员|博士|[大上中少][校将])/;
/** 关于张三同志任…, 宣布张三同志任…: words right before a name and 同志. */
const BEFORE_COMRADE =
  /(?:关于|宣布|任命|免去|决定|同意|提名|推荐|选举|授予|追授|表彰|接受|慰问|看望|走访|欢迎|欢送|悼念|缅怀|收看|收听|纪念|送别)$/;

/** The name of a list that ends before a place of a text. */
const LISTED_NAME = /(?<=^|[、，,。；;：:日由\s　])\p{Script=Han}{2,4}$/u;
/** No name of a list, 等 and what they are is longer. */
const LONGEST_OTHERS = 16;

/** The persons of a list that 等 closes before an office that ends at `end`. */
function namesBeforeOthers(text: string, end: number, floor: number): PersonReading[] {
  const near = text.slice(Math.max(floor, end - LONGEST_OTHERS), end);
  const title = near.includes("等") ? near.match(AND_OTHERS)?.[1] : undefined;
  if (title === undefined) return [];
  const found: PersonReading[] = [];
  for (let to = end - title.length - 1; ; ) {
    const name = text.slice(Math.max(floor, to - 5), to).match(LISTED_NAME)?.[0];
    if (name === undefined || !isName(name)) return found;
    const start = to - name.length;
    found.unshift({ name, title, start, end: to });
    if (text[start - 1] !== "、") return found;
    to = start - 1;
  }
}

/** The persons beside whose names an office stands. */
function readTitled(text: string, lexicon: NameLexicon): PersonReading[] {
  const found: PersonReading[] = [];
  let floor = 0;
  for (const match of matchesOf(text, OFFICE)) {
    const start = match.index;
    const end = start + match[0].length;
    if (start < floor) continue;
    // 副主席（正厅级）张三: what is said of the office stands before the name.
    const bracket = isIn(OPEN_BRACKETS, text.charCodeAt(end))
      ? (text.slice(end, end + 14).match(OF_OFFICE)?.[0] ?? "")
      : "";
    const afterOffice = end + bracket.length;
    // 县委书记 张海清 检查: blanks around the name.
    const nameFrom = SPACED_NAME_AFTER.test(text.slice(afterOffice, afterOffice + 6))
      ? afterOffice + 1
      : afterOffice;
    const first = ADDRESSES.has(match[0]) ? null : nameAt(text, nameFrom, lexicon);
    if (first !== null) {
      const own = titleBefore(text, end, floor);
      const title = own === null ? null : own + bracket;
      let at = nameFrom;
      for (let name: string | null = first; name !== null; ) {
        found.push({ name, title, start: at, end: at + name.length });
        at += name.length;
        // 副主任曹雪松院士、…: what else he is belongs to nobody after him.
        floor = at + (text.slice(at, at + 3).match(RANK_AFTER_NAME)?.[0].length ?? 0);
        const goesOn = /[、和]/.test(text[at] ?? "");
        name = goesOn ? (nameAt(text, at + 1, lexicon) ?? nameBetween(text, at + 1, lexicon)) : null;
        if (name !== null) at++;
      }
      continue;
    }
    const others = namesBeforeOthers(text, end, floor);
    if (others.length > 0) {
      found.push(...others);
      floor = end;
      continue;
    }
    // The office, or 同志, may stand after the name.
    const wholeTitle =
      text.slice(start).match(TITLE_AFTER_NAME)?.[0] ?? (ADDRESSES.has(match[0]) ? match[0] : null);
    const back =
      text.slice(Math.max(floor, start - 1), start) === "总" ||
      text.slice(Math.max(floor, start - 1), start) === "副"
        ? start - 1
        : start;
    const title = back < start ? (text.slice(back).match(TITLE_AFTER_NAME)?.[0] ?? null) : wholeTitle;
    if (title === null) continue;
    const before = nameBefore(text, floor + text.slice(floor, back).trimEnd().length, floor, lexicon);
    if (before === null) continue;
    const isOffice =
      !ADDRESSES.has(title) && !(title === "代表" && STANDS_FOR.test(text.slice(end, end + 4)));
    const opens =
      before.start === 0 ||
      !/[\p{Script=Han}]/u.test(text[before.start - 1] as string) ||
      lexicon.has(before.name) ||
      (isOffice && OF_FIRM.test(text.slice(Math.max(floor, before.start - 2), before.start))) ||
      (!isOffice && BEFORE_COMRADE.test(text.slice(Math.max(floor, before.start - 2), before.start))) ||
      /[和与及对向据习示话会由请邀达彻实取]/.test(text[before.start - 1] as string);
    if (!opens) continue;
    found.push({
      name: before.name,
      title: isOffice ? title : null,
      start: before.start,
      end: before.start + before.name.length,
    });
    floor = Math.max(floor, back);
  }
  return found;
}

/** After an office or a name, up to the next mark. */
const BETWEEN_MARKS = /[长记任员士席导人、](\p{Script=Han}{2,4})(?=[、，,。；;）)])/gu;

/** Counts the names that stand between marks in a text, where their length is certain. */
export function learnNames(text: string, lexicon: NameLexicon): void {
  for (const match of matchesOf(text, BETWEEN_MARKS)) {
    const name = match[1] as string;
    if (isName(name)) lexicon.set(name, (lexicon.get(name) ?? 0) + 1);
  }
}

/** The persons of readings, each once, in order. */
export function distinctPeople(readings: readonly PersonReading[]): { name: string; title: string | null }[] {
  const people = new Map<string, { name: string; title: string | null }>();
  for (const { name, title } of readings) if (!people.has(name)) people.set(name, { name, title });
  return [...people.values()];
}
