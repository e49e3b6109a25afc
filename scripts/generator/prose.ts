/** Prose in official style, with the traps of real text: nested titles, quotes, brackets, dates, numbers, colons. */
import { chinese } from "./numerals.ts";
import type { Random } from "./random.ts";
import {
  BUREAUS,
  COMPOUND_SURNAMES,
  DOCUMENT_KINDS,
  GIVEN_NAMES,
  HEADS,
  MINISTRIES,
  type Place,
  SURNAMES,
  TOPICS,
} from "./words.ts";

/** What writes sentences about a place in a year. */
export interface Prose {
  random: Random;
  place: Place;
  year: number;
  /** Blanks are typed round figures in running text: 到 2023 年底. They are printed, and stay. */
  spacedFigures: boolean;
}

/** Text with its figures set off, where the author types so; names of documents are left as they are. */
export const figures = (text: string, { spacedFigures }: Prose): string =>
  spacedFigures
    ? text
        .split(/(《[^》]*》(?:（[^）]*）)?|[〔（(][^）)]*[）)]|“[^”]*”)/u)
        .map((part, index) =>
          index % 2 === 1 ? part : part.replace(/(?<=\p{Script=Han})\d[\d.]*(?=\p{Script=Han})/gu, " $& "),
        )
        .join("")
    : text;

const OBJECTS = [
  "基层治理能力",
  "公共服务水平",
  "群众获得感",
  "市场主体活力",
  "生态环境质量",
  "防灾减灾能力",
  "执法规范化程度",
  "项目建设进度",
  "资金使用效益",
  "产业发展质量",
  "基础设施条件",
  "干部队伍素质",
  "数据共享水平",
  "风险防控能力",
] as const;
const VERBS = [
  "持续提升",
  "全面改善",
  "切实增强",
  "着力提高",
  "稳步推进",
  "不断优化",
  "加快补齐",
  "有效保障",
] as const;
const PLACES_OF_WORK = [
  "重点行业",
  "城乡结合部",
  "建制村（社区）",
  "产业园区",
  "中小学校",
  "敬老院、福利院",
  "集贸市场",
  "饮用水水源保护区",
] as const;
const QUOTED = [
  "放管服",
  "一网通办",
  "最多跑一次",
  "四下基层",
  "双随机、一公开",
  "十四五",
  "互联网+监管",
  "三农",
  "有感服务、无感审批",
  "路长制",
  "12345”政务服务便民热线和“110",
  "七一",
  "5·12",
  "绿水青山就是金山银山",
] as const;

/** A name of two to four characters. */
export function personName(random: Random): string {
  const surname = random.chance(0.06) ? random.pick(COMPOUND_SURNAMES) : random.pick(SURNAMES);
  return surname + random.pick(GIVEN_NAMES);
}

const clause = ({ random }: Prose): string =>
  random.weighted<() => string>([
    [4, () => `${random.pick(VERBS)}${random.pick(OBJECTS)}`],
    [2, () => `把${random.pick(TOPICS)}摆在突出位置`],
    [2, () => `对${random.pick(PLACES_OF_WORK)}开展全覆盖排查`],
    [2, () => `深化“${random.pick(QUOTED)}”改革`],
    [1, () => `确保${random.pick(TOPICS)}各项任务落到实处`],
    [1, () => `坚决遏制重特大事故发生`],
    [1, () => `推动人、财、物向基层一线倾斜`],
  ])();

const several = (prose: Prose, low: number, high: number): string =>
  Array.from({ length: prose.random.integer(low, high) }, () => clause(prose)).join("，");

/** A named document, with its number sometimes: 《…》（…〔2020〕5号). */
export function citation(prose: Prose): string {
  const { random, place, year } = prose;
  const earlier = year - random.integer(1, 6);
  const topic = random.pick(TOPICS);
  const kind = random.pick(DOCUMENT_KINDS);
  return random.weighted<() => string>([
    [
      2,
      () => `《国务院办公厅关于加强${topic}工作的意见》（国办发〔${earlier}〕${random.integer(1, 130)}号）`,
    ],
    [
      2,
      () =>
        `《中华人民共和国${random.pick(["水法", "突发事件应对法", "安全生产法", "行政许可法", "土地管理法", "公路法"])}》`,
    ],
    [2, () => `《${place.parent === "国务院" ? "" : place.parent}${topic}${kind}》`],
    [
      1,
      () =>
        `《${place.name}人民政府关于印发〈${place.name}${topic}${kind}〉的通知》（${place.code}政发〔${earlier}〕${random.integer(1, 60)}号）`,
    ],
    [1, () => `《${topic}${kind}（${earlier}—${earlier + 3}年）》`],
  ])();
}

const sentencePatterns: readonly (readonly [number, (prose: Prose) => string])[] = [
  [6, (prose) => `${several(prose, 2, 4)}。`],
  [3, (prose) => `要${several(prose, 2, 3)}；${several(prose, 1, 3)}。`],
  [
    2,
    (prose) =>
      `到${prose.year + prose.random.integer(1, 5)}年底，全${prose.place.level}${prose.random.pick(OBJECTS)}明显提高，${prose.random.pick(TOPICS)}覆盖率达到${prose.random.integer(60, 99)}.${prose.random.integer(1, 9)}%以上，完成投资${prose.random.integer(1, 30)}.${prose.random.integer(1, 9)}亿元。`,
  ],
  [
    2,
    (prose) =>
      `${prose.random.pick(BUREAUS)}要会同有关部门加强调度，每季度末将进展情况报送${prose.place.level}政府办公室，${several(prose, 1, 2)}。`,
  ],
  [
    2,
    (prose) =>
      `深入开展“${prose.random.pick(QUOTED)}”行动，${several(prose, 1, 2)}，做到“小事不出村、大事不出镇、矛盾不上交”。`,
  ],
  [2, (prose) => `一是${several(prose, 1, 2)}；二是${several(prose, 1, 2)}；三是${several(prose, 1, 2)}。`],
  [2, (prose) => `认真贯彻${citation(prose)}精神，${several(prose, 1, 2)}。`],
  [
    1,
    (prose) =>
      `对排查发现的问题（含上级交办、群众举报和媒体曝光的问题），${several(prose, 1, 2)}，实行闭环管理。`,
  ],
  [1, (prose) => `坚持“谁主管、谁负责；谁审批、谁监管”，${several(prose, 1, 2)}。`],
  [
    1,
    (prose) =>
      `${prose.random.integer(1, 9)}月${prose.random.integer(1, 28)}日至${prose.random.integer(10, 12)}月${prose.random.integer(1, 28)}日为集中整治阶段，${several(prose, 1, 2)}。`,
  ],
  [1, (prose) => `按照${prose.random.pick(MINISTRIES)}统一部署，${several(prose, 1, 3)}。`],
  [1, (prose) => `牢固树立“人民城市人民建、人民城市为人民。”的理念，${several(prose, 1, 2)}。`],
  [
    1,
    (prose) =>
      `习近平总书记强调：“${prose.random.pick(["江山就是人民，人民就是江山。", "中国式现代化，民生为大。", "绿水青山就是金山银山。"])}”${several(prose, 1, 2)}。`,
  ],
  [
    1,
    (prose) =>
      `对不符合《${prose.random.pick(TOPICS)}${prose.random.pick(DOCUMENT_KINDS)}》第${chinese(prose.random.integer(2, 40))}条第（${chinese(prose.random.integer(1, 6))}）项规定的，${several(prose, 1, 2)}。`,
  ],
  [1, (prose) => `加快5G网络、IPv6和“互联网+”应用，方便企业 and 群众办事，${several(prose, 1, 2)}。`],
  // What reading machines leave: kept as it is printed.
  [
    0.3,
    (prose) => `细颗粒物浓度 $\\leq$ ${prose.random.integer(20, 40)} 微克/立方米，${several(prose, 1, 2)}。`,
  ],
  [0.3, (prose) => `切实维护群众的的合法权益，${several(prose, 1, 2)}。`],
  [1, (prose) => `建设“一站、两网、三员”体系（详见附件），${several(prose, 1, 2)}。`],
  [
    1,
    (prose) =>
      `优良天数比例≥${prose.random.integer(80, 95)}%，重污染天数控制在${prose.random.integer(1, 5)}天以内，水质达标率达到100%；${several(prose, 1, 1)}。`,
  ],
  [
    1,
    (prose) =>
      `每年${prose.random.integer(1, 12)}月底前，由${prose.random.pick(BUREAUS)}牵头组织评估，${several(prose, 1, 2)}。`,
  ],
  [
    1,
    (prose) =>
      `投入资金1.${prose.random.integer(10, 99)}亿元（其中：中央资金${prose.random.integer(100, 900)}万元，地方配套${prose.random.integer(100, 900)}.${prose.random.integer(1, 9)}万元），${several(prose, 1, 2)}。`,
  ],
  [
    1,
    (prose) =>
      `根据${prose.place.code}政发〔${prose.year - 1}〕${prose.random.integer(1, 40)}、${prose.random.integer(41, 60)}号文件要求，${several(prose, 1, 2)}。`,
  ],
  [1, (prose) => `统筹规划，集约共建。${several(prose, 2, 3)}。`],
  [1, (prose) => `——坚持问题导向。${several(prose, 2, 3)}。`],
  [
    1,
    (prose) =>
      `具体标准为：一类地区每人每月${prose.random.integer(300, 900)}元，二类地区每人每月${prose.random.integer(200, 300)}元，三类地区不低于${prose.random.integer(100, 200)}元。`,
  ],
];

/** One sentence, whole, that could open a paragraph. */
export const sentence = (prose: Prose): string => prose.random.weighted(sentencePatterns)(prose);

/** A sentence that can follow another, too. */
const following = (prose: Prose): string => {
  const drawn = sentence(prose);
  return /^(?:——|统筹规划)/u.test(drawn) ? following(prose) : drawn;
};

const openingPatterns: readonly (readonly [number, (prose: Prose) => string])[] = [
  [8, () => ""],
  [1, ({ year }) => `${year + 1}年，`],
  [1, ({ random }) => `${random.pick(BUREAUS)}、${random.pick(BUREAUS)}等部门`],
  [1, () => "各地各部门"],
  [1, () => "同时，"],
];

/** A paragraph of so many sentences. */
export function paragraphText(prose: Prose, low = 1, high = 3): string {
  const opening = prose.random.weighted(openingPatterns)(prose);
  const first = opening === "" ? sentence(prose) : `${opening}${several(prose, 2, 4)}。`;
  return figures(
    first + Array.from({ length: prose.random.integer(low, high) - 1 }, () => following(prose)).join(""),
    prose,
  );
}

/** What may stand in a run-in head: short, and no sentence. */
export const headText = ({ random }: Prose): string =>
  random.weighted<() => string>([
    [6, () => random.pick(HEADS)],
    [2, () => `${random.pick(["推进", "加强", "做好", "深化", "规范", "抓好"])}${random.pick(TOPICS)}工作`],
    [1, () => `${random.pick(VERBS)}${random.pick(OBJECTS)}`],
    [1, () => `实施${random.pick(TOPICS)}“${random.pick(["百千万", "春风", "清源", "强基"])}”工程`],
    [1, () => `到${random.integer(2022, 2030)}年底${random.pick(OBJECTS)}明显提高`],
  ])();

/** A numbered item that is a sentence and no head: with 应当, 不得 or 可以, or one of a row parted by ；. */
export const ruleText = (prose: Prose): string =>
  prose.random.weighted<() => string>([
    [3, () => `申请${prose.random.pick(TOPICS)}补助的单位应当如实提交材料，并对其真实性负责。`],
    [2, () => `任何单位和个人不得以${prose.random.pick(TOPICS)}为名摊派费用、强制服务。`],
    [2, () => `符合前款规定的，可以向所在地的乡镇人民政府或者街道办事处提出申请。${several(prose, 1, 2)}。`],
    [
      2,
      () =>
        `主管部门应当自收到申请之日起${chinese(prose.random.integer(2, 30))}个工作日内作出决定；情况复杂的，经批准可以延长${prose.random.integer(5, 15)}个工作日。`,
    ],
    [
      2,
      () =>
        `违反本办法规定，${several(prose, 1, 1)}不力的，由${prose.random.pick(BUREAUS)}责令限期改正；逾期不改正的，依法给予处分。`,
    ],
  ])();

/** An item of an enumeration, parted by ；. */
export const enumeratedText = ({ random }: Prose): string =>
  random.pick([
    `有固定的经营场所和必要的设施设备`,
    `近三年内无重大违法违规记录`,
    `具备独立承担民事责任的能力`,
    `用于${random.pick(TOPICS)}的支出`,
    `编制${random.pick(TOPICS)}年度计划`,
    `法律、法规规定的其他情形`,
    `虚报、冒领、截留、挪用专项资金的`,
    `负责${random.pick(TOPICS)}的日常工作`,
    `组织实施${random.pick(TOPICS)}考核评价`,
    `未按照规定公开有关信息的`,
  ]);

/** What a letter is for: clauses that follow 为. */
export const aim = (prose: Prose): string => several(prose, 2, 4);

/** The paragraph that opens a plan: 为…，根据…，结合…，制定本方案。 */
export const preamble = (prose: Prose, own: string): string =>
  `为${clause(prose)}，${clause(prose)}，根据${citation(prose)}${prose.random.chance(0.5) ? `、${citation(prose)}` : ""}${prose.random.pick(["精神", "要求", "等有关规定"])}，结合我${prose.place.level === "自治区" ? "区" : prose.place.level}实际，制定本${own}。`;
