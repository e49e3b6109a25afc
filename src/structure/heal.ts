/** Paragraphs cut by page breaks: when a line goes on in the one after the gap. */
import { squeeze } from "../language/blanks.ts";
import { characters, closesWith, holdsAny, opensWith } from "../language/characters.ts";
import { colonWithin } from "../language/colons.ts";
import { isBracketedDate, isDateLine } from "../language/dates.ts";
import { UNIT_LABEL } from "../terms/columns.ts";
import { TASK_LABELS, withoutLeader } from "../terms/labels.ts";
import { BINDING_WORDS } from "../terms/numbering.ts";
import { BODY_ENDING } from "../terms/organizations.ts";
import { POST, SPACED_SIGNING_OFFICES, SURNAMES } from "../terms/people.ts";
import { ARTICLE, INTRODUCES, isHeading, opensTextBelow } from "./cutHeads.ts";
import { openBrackets, readMarker } from "./numbering.ts";
import { COMMAS, depthOf, type OpenText, SEMICOLON } from "./openText.ts";

const SENTENCE_END = /[。！？!?：:…]["”’』」》）)]*$|[。！？；][”’』」]$|\.{3}$|[\u4e00-\u9fff）)]\.$/;
const SOFT_END = characters("，、,（(《〈“‘「—－");
const STARTS_INSIDE = characters("、，。；：！？）)》〉”’」』】〕,.;:!?%％");
const DIGITS = characters("0123456789０１２３４５６７８９");
const MARKS = characters("、，,。；;：:");
const OPEN_BRACKET_AT_END = characters("（(〔［【《〈“‘");
const TASK_LABEL = new RegExp(
  `^(?:${Object.keys(TASK_LABELS)
    .sort((a, b) => b.length - a.length)
    .join("|")})[\\s　]*[：:]`,
);
/** Where the colon of a label stands at the latest, letter-spacing counted. */
const LONGEST_LABEL = 20;
const ATTACHMENT = /^附[\s　]*[件表录][\s　]*(?:[0-9０-９一二三四五六七八九十]+[\s　]*)?(?:[：:]|$)/;
const NOTE = /^[（(](?:此件|本文|联系人|此页)/;
const LABELLED = /^[\p{Script=Han}（）()](?:[\s　]*[\p{Script=Han}\d０-９（）()·]){1,13}[\s　]*[：:]/u;
const SIGNATURE = new RegExp(`^[\\p{Script=Han}\\s　]{2,30}${BODY_ENDING}$`, "u");
const UNIT_NOTE = new RegExp(`^[（(]?${UNIT_LABEL}`);
const BLANK_LINE = /^[.…。·\s]+$/;
/** A verb that heads the names below it: 免去： */
const DECIDES = /^(?:(?:任命|聘任|免去|免职|任职|解聘)[\s　]*[：:]?|[任免][\s　]*[：:]?)$/;
/** A decision on a line of its own, without a mark: 张三为县财政局局长（试用期一年）, 李四的县审计局局长职务. */
const DECISION_LINE =
  /^[\p{Script=Han}·\s　]{2,16}?(?:同志)?(?:为|兼?任|的)[^，。；：（(]{4,50}(?:[（(][^（()）。；]{1,40}[）)][^，。；：（(]{0,4})?$/u;
const ENDS_IN_OFFICE = new RegExp(
  `(?:${POST.source.replace(/\$$/, "")}|职务)(?:[（(][^（()）]{1,40}[）)])?$`,
  "u",
);
/** What opens another decision below one: 李四　任…, 免去王五…. */
const OPENS_DECISION =
  /^(?:免去|任命|聘任|解聘|\p{Script=Han}[\p{Script=Han}·\s　]{1,11}(?:[（(][^（()）]{1,10}[）)])?[\s　]?(?:(?:同志)?(?:兼?任|不再|晋升|挂职)|同志[，,]))/u;
/** 黄　莉　县教育局副局长（正处级，试用期一年） above another such line. */
const PERSON_AND_OFFICE = /^\p{Script=Han}(?:[\s　]{0,4}\p{Script=Han}){1,3}[\s　]{1,4}\p{Script=Han}{4}/u;
const LONGEST_DECISION = 120;
const CONTACT_LABEL =
  /^(?:联[\s　]*系[\s　]*(?:人|电[\s　]*话|单[\s　]*位)|电[\s　]*话|传[\s　]*真|(?:电子)?邮[\s　]*箱|地[\s　]*址)[\s　]*[：:]/;
const LONGEST_PHONE_LINE = 60;
const ENDS_IN_PHONE = /[：:\-—][\d０-９]{7,11}$/;
/** The end of a decision on a line of its own: 张三的县财政局局长职务； */
const LEAVES = /职务[；;]$/;
/** What closes a letter: 特此通知。 此复。 */
const CLOSES =
  /^(?:特此|专此|此复|此令|妥否|当否|以上(?:报告|意见|请示)|(?:以上|上述)(?:[\d０-９一二两三四五六七八九十]{1,3}(?:名|位)?)?(?:同志|人员)|本\p{Script=Han}{1,6}自(?:[\d０-９]{4}年|印发|公布|发布|下发|即日))/u;
/** What can only be the start of something new, markers, labels and dates aside. */
const OPENS_BLOCK = new RegExp(
  [ATTACHMENT, NOTE, UNIT_NOTE, /^——/, BLANK_LINE, DECIDES, CLOSES].map(({ source }) => source).join("|"),
  "u",
);
/** The heading of a text's own contents, or of its foreword, goes on in nothing. */
const UNNUMBERED_HEADING =
  /^[\s　]*(?:目[\s　]*[录次]|[前引序导][\s　]*言|结[\s　]*(?:束[\s　]*)?语|后[\s　]*记)[\s　]*$/;

/** True where a line opens with a label of an inline task, `责任单位：`. */
export function opensWithTaskLabel(line: string): boolean {
  const value = withoutLeader(line);
  const colon = colonWithin(value, LONGEST_LABEL);
  return colon > 0 && TASK_LABEL.test(squeeze(value.slice(0, colon + 1)));
}

/** True where a line can only be the start of something new. */
function startsBlock(value: string, decimals: boolean): boolean {
  return (
    readMarker(value, decimals) !== null ||
    opensWithTaskLabel(value) ||
    OPENS_BLOCK.test(value) ||
    isDateLine(value) ||
    isBracketedDate(value) ||
    (opensWith(value, QUOTE) && QUOTED_ITEM.test(value))
  );
}
const QUOTE = characters('“"');
/** “（二）健康证明；: an item of a text that is quoted. */
const QUOTED_ITEM = /^[“"](?:[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十百]{1,6}[条章])/;

const CLOSING_BRACKET = characters("）)〕］]】");

/** A bracket that closes the text stands after a whole sentence: `…机制。（县教育局负责）`. */
function endsWithSentenceBracket(value: string): boolean {
  if (!closesWith(value, CLOSING_BRACKET)) return false;
  let depth = 0;
  for (let at = value.length - 1; at >= 0; at--) {
    const char = value[at] as string;
    if ("）)〕］]】".includes(char)) depth++;
    else if ("（(〔［[【".includes(char) && --depth === 0)
      return (
        at === 0 ||
        /[。；！？”]/.test(value[at - 1] as string) ||
        /(?:负责|牵头|配合|参与|落实|单位|下同)[）)〕］\]】]$/.test(value) ||
        // 加大援企力度（牵头单位：县工信局；责任单位：各产业园区）
        opensWithTaskLabel(value.slice(at + 1))
      );
  }
  return false;
}

/** True where a text ends as Chinese paragraphs end; its last characters are enough to tell. */
export function isWhole(tail: string): boolean {
  return SENTENCE_END.test(tail.slice(-12)) || endsWithSentenceBracket(tail);
}

/** What can stand at the end of a labelled line: a whole body, a collective, a time. */
const WHOLE_DUTY = new RegExp(
  `(?:${BODY_ENDING}|部门|单位|机构|乡镇|街道|负责|牵头|配合|执行|推进|坚持|完成|备案|季度|半年|长期|常态化|到位|[上中下]旬|[年月日底末前]|(?:乡|镇|街道|乡镇)[（(][^（()）]{1,10}[）)])$`,
);
const LONGEST_DUTY = 120;

/** True where the last name or time of a labelled line is whole, so that nothing need follow it. */
const endsWithBody = (tail: string): boolean =>
  WHOLE_DUTY.test((tail.split(/[、，；：:,;]/).at(-1) as string).trim());

/**
 * A sentence that stops in its middle at the edge of a page goes on even where no blank line marks the break:
 * after a comma inside it, in a bracket that the next line closes, in a label, in 二 / 是.
 */
export function stopsShort(text: OpenText, next: string): boolean {
  const { head, tail, length, isItem } = text;
  // （二）暂住在旅店的， / 由旅店登记。: nothing ends in a comma.
  if (!isItem && closesWith(tail, COMMAS) && readMarker(head, false) !== null) return true;
  // 对地方保护主义行为， / 必须坚决制止。
  if (!isItem && length >= 6 && closesWith(tail, COMMAS) && next.endsWith("。")) return true;
  // …办事处主任， / 免去其…职务；: a clause follows the comma.
  if (!isItem && closesWith(tail, COMMAS) && length >= 8 && OPENS_CLAUSE.test(next)) return true;
  // 省税务局、 / 省土地局: no list ends in the mark between its parts.
  if (tail.endsWith("、") && length >= 12) return true;
  // 责任单位：县工信局、 / 县发改局: the bodies of a label stand one below the other.
  if (closesWith(tail, BETWEEN_BODIES) && opensWithTaskLabel(head) && !opensWithTaskLabel(next)) return true;
  if (isCutLabel(tail, next) || (/^[是要]/.test(next) && CUT_ORDINAL.test(tail))) return true;
  // 提出的2009 / 年财政决算报告: a number is parted from what it counts.
  if (!isItem && length >= 16 && closesWith(tail, DIGITS) && /^[年月日万亿个项人元%％]/.test(next))
    return true;
  // 安福镇、刻木 / 山乡。: the name of a town is cut.
  if (length >= 12 && CUT_TOWN.test(tail) && REST_OF_TOWN.test(next)) return true;
  // 西旸镇、柏 / 枝乡。, 全覆盖排查，坚 / 决遏制…: one character is left of a name in a list, or of a clause.
  if (
    !isItem &&
    length >= 12 &&
    "、，,".includes(tail.at(-2) as string) &&
    !closesWith(tail, MARKS) &&
    !/^[0-9０-９（(]/.test(next)
  )
    return true;
  if (opensWithTaskLabel(head) && isRestOfDuty(tail, next, "")) return true;
  if (isItem || closesWith(tail, SEMICOLON) || opensWithTaskLabel(head) || isWhole(tail)) return false;
  const depth = depthOf(text);
  return depth > 0
    ? openBrackets(next) <= -depth
    : (length >= 24 && /[，,。]/.test(head)) ||
        (length >= 16 && (BINDING_WORDS.test(head) || LEADS_ON.test(head) || tail.endsWith("》已")));
}

const BETWEEN_BODIES = characters("、，,");
/** What goes on after a comma in decisions on offices. */
const OPENS_CLAUSE = /^(?:同时)?(?:免去|不再担任|不再兼任|兼任|任期|聘期|试用期)/;

const CUT_TOWN = /[镇乡]、\p{Script=Han}{1,2}$/u;
const REST_OF_TOWN = /^\p{Script=Han}{0,3}[镇乡](?:[、，,。]|$)/u;

/** 一是…；二 / 是…: the break stands inside what counts the parts of a sentence. */
const CUT_ORDINAL = /[。；;，,][一二三四五六七八九十]$/;

const SHORT_REST = 8;
/** 现将《…》印发 / 给你们; 你县《…的请示》（…号） / 收悉: the first words of a letter that is not at its end. */
const LEADS_ON = /^(?:现将|你\p{Script=Han}{0,3}《)/u;

/** The rest of a name: 县级有关部 / 门；时限要求：…, or 人力资源社 / 会保障部 above the next label. */
function isRestOfDuty(tail: string, next: string, after: string): boolean {
  if (/[；;。]$/.test(tail)) return false;
  // 2014年 / 底前；
  if (/[年月]$/.test(tail) && /^[底末内前][^：]{0,6}[；;。，]?$/.test(next)) return true;
  const mark = next.slice(0, SHORT_REST).search(/[；;，,。]/);
  return mark > 0
    ? opensWithTaskLabel(next.slice(mark + 1).trimStart())
    : next.length <= SHORT_REST && ENDS_AS_BODY.test(next) && opensWithTaskLabel(after);
}
const ENDS_AS_BODY = new RegExp(`${BODY_ENDING}$`);

/** The longest part of a label above a break. */
const LONGEST_CUT = 6;

/** True where the break stands inside a label: 责任单位：县教育局；协办 / 单位：县财政局. */
function isCutLabel(tail: string, next: string): boolean {
  if (colonWithin(next, LONGEST_LABEL) < 0) return false;
  const start = tail.slice(-LONGEST_CUT - 1).match(/(?<=[。；;，,（(\s])\p{Script=Han}{1,6}$/u)?.[0];
  return start !== undefined && opensWithTaskLabel(start + next);
}

/** A person with an office, or a body by itself: a line of a list, which goes on in nothing. */
const PERSON_LINE =
  /^\p{Script=Han}(?:[\s　]*[\p{Script=Han}·]){1,12}(?:[（(](?:男|女|\p{Script=Han}{1,5}族)(?:[，,、](?:女|\p{Script=Han}{1,5}族))?[）)])?[\s　]+\p{Script=Han}{2,30}$/u;
const BODY_LINE = new RegExp(`^\\p{Script=Han}{2,20}(?:${BODY_ENDING}|司)$`, "u");
/** 市长　张三: who speaks or signs. */
const SPEAKER = new RegExp(
  `^\\p{Script=Han}{0,12}(?:${SPACED_SIGNING_OFFICES})[\\s　]+\\p{Script=Han}(?:[\\s　]*\\p{Script=Han}){1,3}$`,
  "u",
);
const isListed = ({ head, length }: OpenText): boolean =>
  length <= 44 &&
  readMarker(head, false) === null &&
  (SPEAKER.test(head) ||
    (PERSON_LINE.test(head) &&
      (POST.test(head) || (SURNAMES.has(head.charAt(0)) && WIDE_BLANKS.test(head)))) ||
    (length <= 20 && BODY_LINE.test(head) && !/[由的]|统一|负责/.test(head)));

/** 联系人：…, and no 习近平总书记强调：…. */
function isLabelledLine(value: string): boolean {
  const label = value.match(LABELLED)?.[0];
  // 亿元（其中：: the colon stands inside a bracket.
  return label !== undefined && openBrackets(label) === 0 && !INTRODUCES.test(label.slice(0, -1).trimEnd());
}

/** No row of names is longer. */
const LONGEST_ROW = 120;
const WIDE_BLANKS = /[\s　]{2}|　/;
const NAME_IN_ROW = /^[\p{Script=Han}·]{1,12}(?:[（(][\p{Script=Han}、，,]{1,8}[）)])?$/u;

/** 王　刚　　刘小明　　李　艳（女）: names or bodies side by side and nothing else, which go on in no sentence. */
function isRowOfNames({ head, length }: OpenText): boolean {
  if (length > LONGEST_ROW || !WIDE_BLANKS.test(head)) return false;
  const names = head.trim().split(/[\s　]{2,}|　/);
  return names.length >= 3 && names.every((name) => NAME_IN_ROW.test(name));
}

const LONGEST_NAME = 20;
const isBareName = (value: string): boolean => /^\p{Script=Han}{4,20}$/u.test(value);

/** What may close a paragraph that ends in a bracket. */
const CLOSING_MARKS = characters("）)】］]。；;");

/** Names of bodies that a page may cut: the end of one part and what the other opens with. */
const CUT_BODIES =
  "人|民政府 人民|政府 人民政|府 政|府 办|公室 办公|室 办|公厅 办公|厅 办|事处 办事|处 委|员会 总|局 分|局 指|挥部 法|院 检|察院 检察|院 银|行 国|务院 国务|院 部|门 直|辖市 自|治区 自|治州 自|治县 领|导小组 领导|小组 委员|会办公室 常委|会 会|议"
    .split(" ")
    .map((word) => word.split("|") as [string, string]);
const OPENS_REST_OF_BODY = characters(CUT_BODIES.map(([, rest]) => rest.charAt(0)).join(""));
/** True where a break stands inside the name of a body: 应急管理办 / 公室. */
const isCutBody = (tail: string, next: string): boolean =>
  opensWith(next, OPENS_REST_OF_BODY) &&
  CUT_BODIES.some(([end, rest]) => tail.endsWith(end) && next.startsWith(rest)) &&
  holdsAny(next, MARKS);
/** 深刻认识重要意 / 义。取消农业税…: no paragraph opens with a sentence of one word. */
const REST_OF_HEAD = /^\p{Script=Han}{1,2}。(?=\p{Script=Han}{4})/u;
/** 办公室主任(兼)；, 副总指挥职务。 below the name of the body: the rest of an office given or taken. */
const CLOSES_OFFICE =
  /^(?:办公[厅室])?(?:第一|常务)?副?(?:主任|主席|书记|[局厅部司处科院校所站行会馆社]长|总指挥|总经理|董事长|委员)(?:职务|[（(][^（()）]{1,8}[）)])?[；;。]$/;

/**
 * True where a text goes on in the line `next` after a gap.
 * @param next the line after the gap, @param after the filled line after that one.
 */
export function goesOn(text: OpenText, next: string, after: string, decimals: boolean): boolean {
  const { head, tail, closed, length } = text;
  const isCutWord =
    isCutBody(tail, next) ||
    ((CLOSES_OFFICE.test(next) || /^设[在于]/.test(next)) && ENDS_AS_BODY.test(tail)) ||
    (REST_OF_HEAD.test(next) && readMarker(head, decimals) !== null);
  if (!closed && isCutWord) return true;
  // The date below who submitted a text goes on in nothing.
  if (closed || isBracketedDate(head)) return false;
  if (opensWith(next, STARTS_INSIDE) || isCutLabel(tail, next)) return true;
  // …运输。（ / 负责部门：…: the bracket is open.
  if (closesWith(tail, OPEN_BRACKET_AT_END)) return true;
  const isLabelled = opensWithTaskLabel(head);
  // Most texts end so, whatever follows.
  if (tail.endsWith("。") && !isLabelled) return false;
  // （责任单位：县水务局； / 完成时限：2023年6月底前）: the label stands inside the bracket.
  if (closesWith(next, CLOSING_MARKS) && opensWithTaskLabel(next) && depthOf(text) > 0) return true;
  if (startsBlock(next, decimals)) return false;
  if (closesWith(tail, SOFT_END)) return true;
  // （二）联系方式 / 联系人：张三
  if (CONTACT_LABEL.test(next)) return false;
  if (isLabelled && isRestOfDuty(tail, next, after)) return true;
  if (isLabelled && /[：:][\s　]*$/.test(tail)) return true;
  if (isWhole(tail) || isListed(text) || isRowOfNames(text) || DECIDES.test(head)) return false;
  if (length <= 70 && DECISION_LINE.test(head) && ENDS_IN_OFFICE.test(tail) && !ARTICLE.test(head))
    return false;
  // 张三　任县财政局局长，免去县审计局局长职务 / 李四　任…
  if (
    length <= LONGEST_DECISION &&
    (OPENS_DECISION.test(next) || (PERSON_AND_OFFICE.test(next) && PERSON_AND_OFFICE.test(head))) &&
    ENDS_IN_OFFICE.test(tail)
  )
    return false;
  if ((isLabelled || LEAVES.test(tail)) && closesWith(tail, SEMICOLON)) return false;
  const depth = depthOf(text);
  if (isLabelled && depth === 0) return !endsWithBody(tail) && next.length <= LONGEST_DUTY;
  if (depth > 0) return true;
  if (isListLine(text) && isUnmarked(next)) return false;
  if (CITED_HEAD.test(head) || (MINUTES.test(next) && isHeadOfMinutes(head))) return false;
  if (closesWith(next, CLOSING_BRACKET) && HISTORY.test(next) && !/[，。；：]/.test(head)) return false;
  if (BLANK_LINE.test(tail) || UNNUMBERED_HEADING.test(head) || isHeading(text, next, after, decimals))
    return false;
  if (SIGNATURE.test(next) && isDateLine(after)) return false;
  if (closesWith(tail, SEMICOLON))
    return (
      !isLabelled &&
      !closesWith(next, SEMICOLON) &&
      (readMarker(head, decimals) === null || head.includes("。")) &&
      !LABELLED.test(next)
    );
  // 县信访局：0930-3222566: no more of a number follows.
  if (length <= LONGEST_PHONE_LINE && ENDS_IN_PHONE.test(tail) && LABELLED.test(head)) return false;
  // 记录：张三, 法定代表人：张三: the last line above the text of minutes, or of an agreement.
  if (length <= 30 && LABELLED.test(head) && OPENS_BODY.test(next)) return false;
  // 州水务局 / 州人民政府：, who submits a text above whom it is addressed to.
  if (length <= 20 && SIGNATURE.test(head) && /^[^。，；]{2,40}[：:]$/.test(next)) return false;
  // Names one below the other are no halves of a sentence.
  if (isBareName(head) && length <= LONGEST_NAME && isBareName(next) && next.length <= LONGEST_NAME)
    return false;
  return !(
    isLabelledLine(head) &&
    (isLabelledLine(next) || (ENDS_IN_ITEM.test(tail) && CLOSING_WORDS.test(next)))
  );
}
/**
 * True where few words stand above a gap and a sentence below it, in a text whose paragraphs no blank line parts: what
 * seems a heading, or the last of a list, is the first line of a paragraph that the page cuts.
 */
export function goesOnInDense(text: OpenText, next: string, decimals: boolean): boolean {
  const { head, tail, length, closed, cutHead } = text;
  if (closed || length > LONGEST_LISTED || isWhole(tail) || !next.includes("。")) return false;
  if (startsBlock(next, decimals) || opensWithTaskLabel(head)) return false;
  // 国家重 / 要的制造业基地, 省水务厅 / 要加强领导: the break stands inside a word, or between who has to act and the verb.
  const isCutBeforeNeed = next.startsWith("要") && (closesWith(tail, BEFORE_NEED) || ENDS_AS_BODY.test(tail));
  if (opensTextBelow(next) && !isCutBeforeNeed) return false;
  const marker = readMarker(head, decimals);
  // 一、同 / 意设立…: no head is one character; nor is 军事机 / 关组织实施。各级…: a paragraph opens with no sentence so short.
  if (marker !== null)
    return (
      length - marker.length <= 1 ||
      cutHead?.amongSentences === true ||
      cutHead?.isArticle === true ||
      SHORT_SENTENCE.test(next)
    );
  return (
    holdsAny(next, PARTS) && isUnmarked(head) && !holdsAny(head, BLANKS) && !UNNUMBERED_HEADING.test(head)
  );
}
const PARTS = characters("，,、；;");
const SHORT_SENTENCE = /^\p{Script=Han}{1,8}。(?=\p{Script=Han}{4})/u;
const BLANKS = characters(" 　");
const BEFORE_NEED = characters("重需必主");

/** （2016年3月24日交通运输部公布　根据…修正）: the history of a law, below its title. */
const HISTORY =
  /^[（(][\d０-９一二三四五六七八九〇○零]{4}年[^（()）]{3,8}日.*(?:公布|发布|颁布|通过|批准|公告|修[订正改])[）)]$/;
/** What the next paragraph of minutes opens with, below 会议听取了…的汇报. */
const MINUTES = /^会议(?:指出|强调|认为|要求|决定|明确|同意|原则|听取|审议|研究|讨论|通过)/;
/** 二、会议听取了…的汇报, and not 一、…第五次常务 / 会议通过. */
const isHeadOfMinutes = (head: string): boolean =>
  readMarker(head, false) !== null &&
  !holdsAny(head, SENTENCE_MARKS) &&
  !/(?:次|常务|全体|办公|扩大|工作|专题)$/.test(head);
/** 二、《…的通知》（某政发〔2001〕12号）: a head that names what is amended below it. */
const CITED_HEAD =
  /^[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]?《(?:[^《》〈]|〈[^〈〉]{0,80}〉){2,120}》(?:[（(][^（()）]{2,40}[）)])?$/;
/** No place, body or thing of a list has a longer line. */
const LONGEST_LISTED = 50;
const isUnmarked = (value: string): boolean =>
  value.length <= LONGEST_LISTED && !holdsAny(value, SENTENCE_MARKS) && !closesWith(value, SOFT_END);
const SENTENCE_MARKS = characters("，。；：！？,;:…");
/** True for a line of words alone, 天津市大港区: above another such line it is no half of a sentence, which would end. */
export const isListLine = ({ head, parts, length }: OpenText): boolean =>
  parts.length === 1 &&
  length <= LONGEST_LISTED &&
  isUnmarked(head) &&
  openBrackets(head) === 0 &&
  readMarker(head, true) === null;
/** How the text of minutes or of an agreement begins. */
const OPENS_BODY =
  /^(?:(?:[\d０-９]{4}年)?[\d０-９]{1,2}月[\d０-９]{1,2}日|(?:为了?|根据|按照|依据|经|近年来|现将|现就)(?=.{16}))/;
/** The last body or person of a line of them: 三等奖：县教育局、县财政局. */
const ENDS_IN_ITEM = /[：:、][^，,。；;：:、]{2,20}$/;
/** What is said to all whom a list names. */
const CLOSING_WORDS = /^(?:希望|望|受表[彰扬]|各(?:级|地|乡镇|部门|单位)|全[省市县区])[^：:]*。/;
