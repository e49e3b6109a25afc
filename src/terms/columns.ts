/** Column heads of task tables, with what a cell under them means. A county that prints another word adds it here. */
import { characters, opensWith } from "../language/characters.ts";

export type ColumnMeaning =
  | "number"
  | "group"
  | "title"
  | "text"
  | "lead"
  | "duty"
  | "support"
  | "officer"
  | "deadline"
  | "indicator"
  | "place"
  | "remark";

/** Heads by their printed name without blanks and unit. */
export const COLUMN_MEANINGS: Readonly<Record<string, ColumnMeaning>> = {
  序号: "number",
  编号: "number",
  序: "number",
  项目序号: "number",
  任务序号: "number",
  任务类别: "group",
  类别: "group",
  任务分类: "group",
  领域: "group",
  项目类别: "group",
  工作领域: "group",
  工作类别: "group",
  事项类别: "group",
  重点领域: "group",
  工作板块: "group",
  分类: "group",
  方面: "group",
  板块: "group",
  任务类型: "group",
  所属领域: "group",
  一级指标: "group",
  主要任务: "text",
  重点任务: "text",
  工作任务: "text",
  目标任务: "text",
  具体任务: "text",
  任务: "text",
  任务名称: "title",
  任务事项: "text",
  重点内容: "text",
  工作内容: "text",
  主要内容: "text",
  任务内容: "text",
  具体内容: "text",
  具体措施: "text",
  主要措施: "text",
  工作措施: "text",
  重点工作: "text",
  实施内容: "text",
  工作事项: "text",
  具体工作: "text",
  工作职责: "text",
  主要职责: "text",
  职责分工: "text",
  职责任务: "text",
  职责: "text",
  部门职责: "text",
  具体事项: "text",
  具体责任事项: "text",
  责任事项: "text",
  工作要求: "text",
  目标要求: "text",
  整改措施: "text",
  主要工作: "text",
  主要责任: "title",
  项目名称: "title",
  项目: "title",
  事项名称: "title",
  工程名称: "title",
  实事项目: "title",
  内容: "text",
  事项: "text",
  工作项目: "title",
  改革事项: "text",
  指标: "indicator",
  指标名称: "indicator",
  主要指标: "indicator",
  责任单位: "duty",
  责任主体: "duty",
  责任部门: "duty",
  落实单位: "duty",
  实施单位: "duty",
  实施主体: "duty",
  完成单位: "duty",
  承办单位: "duty",
  负责单位: "duty",
  负责部门: "duty",
  承担单位: "duty",
  承办部门: "duty",
  责任分工: "duty",
  分工: "duty",
  责任落实: "duty",
  负责科室: "duty",
  牵头单位: "lead",
  牵头部门: "lead",
  牵头责任单位: "lead",
  第一责任单位: "lead",
  主责单位: "lead",
  主责部门: "lead",
  主办单位: "lead",
  配合单位: "support",
  配合部门: "support",
  协办单位: "support",
  协办部门: "support",
  协助单位: "support",
  协作单位: "support",
  支持单位: "support",
  参与单位: "support",
  参与部门: "support",
  参加单位: "support",
  参加部门: "support",
  责任人: "officer",
  责任领导: "officer",
  牵头领导: "officer",
  分管领导: "officer",
  完成时限: "deadline",
  完成时间: "deadline",
  完成期限: "deadline",
  时间节点: "deadline",
  时限要求: "deadline",
  时间要求: "deadline",
  时间安排: "deadline",
  进度安排: "deadline",
  办结时限: "deadline",
  整改时限: "deadline",
  时限: "deadline",
  时间: "deadline",
  时间进度: "deadline",
  推进时间: "deadline",
  完成日期: "deadline",
  完成年限: "deadline",
  工期: "deadline",
  建设工期: "deadline",
  建设期限: "deadline",
  建设年限: "deadline",
  建设时间: "deadline",
  实施年限: "deadline",
  起止时间: "deadline",
  起止年限: "deadline",
  进度要求: "deadline",
  部门: "place",
  单位: "place",
  乡镇: "place",
  "乡（镇）": "place",
  "乡(镇)": "place",
  镇街: "place",
  街道: "place",
  县区: "place",
  地区: "place",
  单位名称: "place",
  备注: "remark",
  说明: "remark",
};

/** How heads of columns of any table end. */
const USUAL_COLUMN =
  /(?:名称|姓名|单位|数量|金额|面积|投资|地点|备注|序号|职务|电话|合计|类别|规模|时间|时限|内容|比例|人数|县区|乡镇|项目|指标|规格|型号|价格|标准|等级|年份)$/;
/** True for a name, without blanks and unit, that heads a column. */
export const isColumnName = (name: string): boolean => name in COLUMN_MEANINGS || USUAL_COLUMN.test(name);

/** The same, a note in brackets behind the name aside: 面积（亩）. */
export const isNotedColumnName = (text: string): boolean =>
  isColumnName(text.replace(/[（(][^（()）]*[）)]$/, ""));

/** The part of a year that a column tells of: 进度安排 over 一季度, 二季度 says what is to be reached, not until when. */
export const PART_OF_YEAR =
  /(?:[一二三四1-4１-４]季度|[上下]半年|[\d０-９一二三四五六七八九十]月份?)(?:[（(].{1,8}[）)]|目标|进度|任务|计划)?$/;

/** What stands before the unit that the figures of a table are in, 金额单位：万元, as a pattern. */
export const UNIT_LABEL = "(?:计量|金额|货币|资金|面积|数量|投资)?单位[：:]";

const UNIT_NOTE = new RegExp(`^[（(]?${UNIT_LABEL}[^。]{1,24}$`);
/** True for a line or a row, without blanks, that tells the unit of a table: （单位：万元）. */
export const isUnitNote = (text: string): boolean => UNIT_NOTE.test(text);

/** Words in the title of a table that shares out work. */
export const TASK_TABLE_TITLE = /任务|责任|分工|分配|指标/;
/** Words in the title of a table that shares out amounts, where the column of bodies or places is who. */
export const ALLOCATION_TITLE =
  /分配|任务(?:安排|计划|下达|明细|落实|一览|统计)?[表书]|指标|分解|任务(?:[（(][^（()）]{1,16}[）)])?$/;
/** First cells of a row that adds up the others. */
const TOTALS: ReadonlySet<string> = new Set(["合计", "总计", "共计", "小计", "总合计", "总分"]);
const OPENS_TOTAL = characters(`全${[...TOTALS].map((word) => word.charAt(0)).join("")}`);
/** Of what a total is: 全市合计. */
const OF_WHOLE = /^全[省市县区州盟旗]/;
const LONGEST_TOTAL = 12;
/** How many rows a total counts: 总计（2项）. */
const COUNT = /[（(]共?[\d０-９]{1,5}\p{Script=Han}{0,2}[）)]$/u;
/** True for the text of such a cell, without blanks. */
export const isTotal = (text: string): boolean =>
  text.length <= LONGEST_TOTAL &&
  opensWith(text, OPENS_TOTAL) &&
  TOTALS.has(text.replace(COUNT, "").replace(OF_WHOLE, ""));
/** True for that of a row that adds up some of the others. */
export const isSubtotal = (text: string): boolean => text.startsWith("小计") && isTotal(text);
/** True where a text, blanks and all, may be that of such a cell. */
export const mayTotal = (text: string): boolean => opensWith(text, OPENS_TOTAL);
/** 二 among rows numbered 1, 2, 3: the row heads those below it, perhaps with their sums. */
export const isGroupNumber = (text: string): boolean =>
  /^[（(]?[一二三四五六七八九十]{1,3}[）)]?、?$/.test(text);
/** The number of a row that is no group, in a column of numbers. */
export const isRowNumber = (text: string): boolean => /^[0-9０-９]{1,4}$/.test(text);
/** Heads of columns of numbers. */
export const isNumberColumn = (head: string): boolean => COLUMN_MEANINGS[head] === "number";
/** Heads that never group rows: a blank under them is a blank. */
export const NEVER_GROUPS =
  /^(?:备注|说明|(?:协同)?(?:配合|协办|协助|协同|协作|参与|参加|支持)(?:[（(]参与[）)])?(?:单位|部门)|(?:任命|免去|聘任|解聘|拟任|拟免|新任|现任|原任|任|免|任职|免职)职务|拟?[任免]职|任命|免去|聘任|解聘)$/;

const PLACE = "(?:乡镇|镇乡|街道|镇街|街镇|苏木|团场|农场|师市|[省市县区州盟旗乡镇])";
/** 乡镇（街道）, 县（市、区）, 旗县市, 县（市）、区: whose row it is. */
const PLACES = `${PLACE}{1,3}(?:[（(]${PLACE}(?:、?${PLACE}){0,2}[）)])?、?${PLACE}?`;

/** Parts of longer heads, tried in order where the whole head is not in the table. */
export const COLUMN_PATTERNS: readonly (readonly [RegExp, ColumnMeaning])[] = [
  [/^序号|(?:序|编)号$|^项次$/, "number"],
  [
    /^(?:重点)?(?:任务|工作|项目|事项|目标|指标|工程|实事|问题|责任|改革|所属)?(?:类别|大类|分类|领域|板块|方向)$|^一级任务$/,
    "group",
  ],
  [
    /(?:时限|工期|建设周期|实施周期)$|^(?:计划)?(?:开?竣工|建成)(?:时间|日期)$|^(?:计划时间|期限|节点)$|(?:完成|办结|整改|实施|时间|工作).{0,4}(?:时限|时间|期限|节点|进度)|时间节点|^时限|进度安排|起止(?:年限|时间|年月|日期)$/,
    "deadline",
  ],
  [/^(?:牵头|主责)(?:单位|部门)[及和、/\n（(]*(?:具体)?(?:责任|负责)人/, "lead"],
  [/^(?:责任|承办|落实)(?:单位|部门)[及和、/\n（(]*(?:具体)?(?:责任|负责)人/, "duty"],
  [
    /配合|协办|协助|参与|参加|协同|协作|会办|^(?:共同|其他)责任(?:单位|部门)|^(?:相关|支持)(?:单位|部门)/,
    "support",
  ],
  [/(?:责任|牵头|分管|包抓|包保|包联|挂点|挂钩|联系).{0,4}(?:领导|人员|人)$|^责任人|负责人$/, "officer"],
  [/牵头|主责|主办/, "lead"],
  [
    /(?:责任|负责|落实|实施).{0,2}(?:单位|部门|主体|机构|乡镇|科室|股室|处室|县区|区县|县市|县[（(]|地区|街道|镇街|街镇)|^(?:完成|承担)部门/,
    "duty",
  ],
  [/指标(?:名称)?$/, "indicator"],
  [
    /^(?:民生实事|工程项目|建设项目|(?:实事|行动)名称|(?:重点|重大|改革|实事)(?:项目|工程|事项)(?:名称)?)$/,
    "title",
  ],
  [
    /任务|措施|举措|(?:工作|建设|主要|重点|具体|项目|实事|整治|创建|行动|改革|实施|分工|服务).{0,4}(?:内容|事项|要求|目标)|^(?:建设规模|整改要求|工作(?:重点|要点|安排)|(?:督查|落实|承诺)事项)$/,
    "text",
  ],
  [new RegExp(`^(?:各)?(?:${PLACES}|部门|单位|地区)(?:[（(].{1,8}[）)])?(?:名称)?$`), "place"],
  [
    /^(?!督办|督导|督查|考核|验收|监管|监督|建设|施工|设计|监理|证明|出具|填报|填表|审批|主管|所在|工作|计量|编制)\p{Script=Han}{2}单位$/u,
    "place",
  ],
  [/^备注|说明$/, "remark"],
];
