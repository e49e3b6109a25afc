/** The markers of numbered parts (GB/T 9704-2012 §7.3.3, 立法技术规范), with their rank: smaller is higher. */
import { CHINESE_NUMERAL } from "../language/numerals.ts";

export type MarkerKind =
  | "part"
  | "chapter"
  | "division"
  | "article"
  | "decimal"
  | "chinese"
  | "chineseBracket"
  | "arabic"
  | "arabicBracket"
  | "circled";

/** Ranks; a decimal number adds a hundredth for each of its parts. */
export const RANKS: Readonly<Record<MarkerKind, number>> = {
  part: 0.1,
  chapter: 0.2,
  division: 0.3,
  article: 0.4,
  decimal: 0.5,
  chinese: 1,
  chineseBracket: 2,
  arabic: 3,
  arabicBracket: 4,
  circled: 5,
};

const C = `[${CHINESE_NUMERAL}]`;
const D = "[0-9０-９]";
const B = "[\\s　]";

/** What follows an article that is named and not opened: 第五条第二款修改为, 第三条改为第四条, 第九条规定的条件. */
const NAMES_ARTICLE = `规定[的，,]|所[列称]|第${C}{1,3}[款项]|[、和至]第|(?:修)?改为|删[去除]|增加${C}[款项条]|中的?[“"]`;

/** 一　提高认识: a numeral that no mark ends before a short head; neither 一 等奖 nor 一 九八三年 is so. */
export const BARE_NUMERAL = new RegExp(
  `^([一二三四五六七八九十]{1,3})(?=${B}+(?![〇一二三四五六七八九十百千万年月日号等级班组期批次类届中大学是方个名位条项])\\p{Script=Han}{3}[^。；：:]{1,24}$)`,
  "u",
);

/** One pattern a kind; the first group is the numeral. `decimal` counts only in a document that has 1.1. */
export const MARKERS: readonly { kind: MarkerKind; pattern: RegExp }[] = [
  { kind: "part", pattern: new RegExp(`^第${B}*(${C}{1,4}|${D}{1,3})${B}*(?:[编篇]|部${B}*分)(?=${B}|$)`) },
  {
    kind: "chapter",
    pattern: new RegExp(`^第${B}*(${C}{1,5}|${D}{1,3})${B}*章(?=${B}|$|[\\p{Script=Han}])`, "u"),
  },
  {
    kind: "division",
    pattern: new RegExp(`^第${B}*(${C}{1,5}|${D}{1,3})${B}*节(?=${B}|$|[\\p{Script=Han}])`, "u"),
  },
  {
    kind: "article",
    pattern: new RegExp(
      `^第${B}*(${C}{1,7}|${D}{1,4})${B}*条(?:之${C})?(?!${NAMES_ARTICLE})(?=${B}|$|[【（(：:\\p{Script=Han}])`,
      "u",
    ),
  },
  {
    kind: "decimal",
    pattern: new RegExp(`^(${D}{1,2}(?:[.．]${D}{1,2}){1,4})[.．]?(?=${B}+\\S|[\\p{Script=Han}“《])`, "u"),
  },
  {
    kind: "chinese",
    pattern: new RegExp(
      `^(${C}{1,5})${B}*(?:、|．|\\.(?![\\d０-９])|,(?=[\\p{Script=Han}“《])(?!${C}))(?!${C}{1,3}、)`,
      "u",
    ),
  },
  { kind: "chinese", pattern: BARE_NUMERAL },
  {
    kind: "chineseBracket",
    pattern: new RegExp(`^[（(]${B}*(${C}{1,5})${B}*[）)](?![、，。；])|^([㈠-㈩])`),
  },
  {
    kind: "arabic",
    pattern: new RegExp(
      `^(${D}{1,3})${B}*(?:[．﹒、]|\\.(?!${D}))|^([⒈-⒛])|^(${D}{1,2}),(?=[\\p{Script=Han}“《])`,
      "u",
    ),
  },
  {
    kind: "arabicBracket",
    pattern: new RegExp(`^[（(]${B}*(${D}{1,3})${B}*[）)](?![、，。；])|^(${D}{1,3})[）)]|^([⑴-⒇])`),
  },
  { kind: "circled", pattern: /^([①-⑳㉑-㉟㊱-㊿❶-❿])/ },
];

/** `1　总则`: a whole number before a blank, a marker only beside decimal ones. */
export const WHOLE_DECIMAL = new RegExp(`^(${D}{1,2})${B}+(?=[\\p{Script=Han}“《])`, "u");

/** A sentence that may bind: a numbered item with one of these words is no head. */
export const BINDING_WORDS = /应当|不得|可以|必须/;

/** Openings of a sentence, never of a head: 本办法由…负责解释, 任何单位…, 凡…的, 同意设立…, 第八条修改为…. */
export const OPENS_SENTENCE =
  /^(?:本(?:通知|通告|公告|布告|纲要|要点|措施|政策|指引|规程|目录|清单|准则|导则|意见|办法|规定|细则|方案|预案|规划|条例|决定|制度|规则|计划|标准|章程|令)(?:自|由|从|责成|所称|适用于|有效期|未尽)|任何(?:单位|个人|组织)|(?:违反|未|不|逾期|拒不|拒绝|擅自)[^，。：“]{1,40}的[，,]|将[^，。：“]{2,40}(?:划归|划入|并入|列为|列入|更名为|移交)|对[^，。：“]{2,30}[，,](?:由(?![于此])|一律|给予|依法|依照|按照)|以上(?:各项|意见|规定|措施|各条|几项|几条)|上述(?=.{6})|凡(?=.{4})|(?:原则)?同意(?!《)(?=.{4})|第[一二三四五六七八九十百\d]{1,7}条[^。：:；]{0,30}(?:修?改为|增加一[款项条])|增加[一二三四五六七八九十]{1,2}[条款项][，,作为：:]|(?:将|删[去除])(?:《[^《》]{2,60}》)?第[一二三四五六七八九十百\d]{1,7}条|[^，。：]{2,16}(?:区域|范围|期间|区|单位|个人)内?(?:禁止|严禁)|会议(?:听取|审议|研究|讨论|指出|强调|认为|要求|决定|同意|通过|传达|学习|原则)|[^，。：]{2,14}由[^。：]{2,40}(?:组成|担任|兼任)$|由[^，。：]{2,30}(?:负责|牵头|组织|承担|实施|审批|确定|制定|解释))/;

/** A body or who holds an office, and what it does or has to do: 县政府实行县长负责制, 各乡镇要加强领导. */
export const SUBJECT_AND_VERB =
  /^(?:(?:本?[省市县区州]|自治[区州县])(?:人民)?(?:政府|委)|(?:行政公|行)署|各[^，。：、]{1,12}|[^，。：]{0,16}(?:部门|单位|机构|机关|政府|街道|乡镇|企业|人员)|[省市县区州][^，。：、]{1,14}(?:[局委办厅院部]|公司|中心))(?:及其[^，。：]{2,12})?(?:实行(?!方案|办法|细则)|负责(?!人|同志|制)|要(?![点求素件闻])|[应须](?!急|知|对|用|收|付)|可(?=根据|按|结合|视|参照|自行)|由|组成人员由|下设|工作的[^，。：]{2,6}是)|[，](?:[^，。：]{2,16}(?:部门|单位|机构|机关|政府|街道|乡镇|企业|人员))要(?![点求素件闻])/;

/** What a sentence says of a term before it lists the parts: 经营所得，是指：. */
export const DEFINES = /是指/;

/** Words before a colon that lead to parts, amounts or examples of what the sentence says: no head ends in them. */
export const LEADS_TO_PARTS = /(?:其中|包括|包含|分别[为是]|不[少低高多大小]于|不超过|例如|比如|譬如)$/;

/** What a sentence has that ends in a colon: 违反规定的，按以下办法处理：. */
export const LEADS_BY_SENTENCE =
  /的[，,][^，,]{0,16}(?:以下|下列|如下)|(?:按|依|作|对)(?:以下|下列)|(?:以下|下列)[^，,]{0,16}(?:处理|执行|办理|计算|缴纳|发放|规定)$/;

/** What closes a whole text below its last item: 此复。, 特此通告, 本决定自公布之日起施行。 */
export const CLOSING_WORDS =
  /^(?:此[复令告]|(?:特此|专此|现予)\p{Script=Han}{2,4}|(?:本|此)(?:通知|通告|公告|布告|意见|办法|规定|决定|批复)自[^。]{2,40}起(?:施行|实施|执行|生效)[^。]{0,20})[。！]?$/u;
