/** One official document of a kind: its head, body, enclosure, attachments, and the facts that follow from them. */
import type {
  Attachment,
  Block,
  Contact,
  Effect,
  Letter,
  Notice,
  RosterBlock,
  Table,
  Task,
} from "../model.ts";
import { addDays, chinese, type Day, fullWidth, iso, printed, printedChinese } from "../numerals.ts";
import { aim, citation, paragraphText, personName, preamble } from "../prose.ts";
import { BUREAUS, DOCUMENT_KINDS, TOPICS, TOWNS } from "../words.ts";
import { type Author, chief, departments, marker } from "./author.ts";
import { articles, decimal, itemList, outline, paragraph, runIn, settle, titled } from "./body.ts";
import { allotment, dutyList, indicators, plainTable, taskList } from "./tables.ts";
import { unnumberedWork, wholeWork, workUnder } from "./tasks.ts";

/** A body that issues documents: its names and the code of its numbers. */
export interface Issuer {
  /** As signed: 临澧县人民政府. */
  name: string;
  /** As the title begins: the name, or shorter. */
  prefix: string;
  /** 临政发 */
  code: string;
}

export function drawIssuer(author: Author, kind: "government" | "office" | "department"): Issuer {
  const { random, place } = author;
  const brief = random.chance(0.4);
  const { name, level, code } = place;
  const shortName = `${level}人民政府`;
  const office = level === "省" || level === "自治区" ? "办公厅" : "办公室";
  switch (kind) {
    case "government":
      return {
        name: `${name}人民政府`,
        prefix: brief ? shortName : `${name}人民政府`,
        code: `${code}${random.pick(["政发", "政", "政规", "府发"])}`,
      };
    case "office":
      return {
        name: `${name}人民政府${office}`,
        prefix: brief ? `${shortName}${office}` : `${name}人民政府${office}`,
        code: `${code}${random.pick(["政办发", "政办", "政办规", "政办函", "府办发"])}`,
      };
    case "department": {
      const bureau = random.pick(departments(place));
      const full = `${name}${bureau}`;
      return { name: full, prefix: full, code: `${code}${bureau.charAt(0)}发` };
    }
  }
}

const NUMBER_BRACKETS = [
  [10, ["〔", "〕"]],
  [1, ["[", "]"]],
  [1, ["［", "］"]],
  [1, ["【", "】"]],
  [1, ["(", ")"]],
  [1, ["（", "）"]],
  [0.3, ["〔", "]"]],
  [0.3, ["[", "〕"]],
] as const;

export function drawNumber(
  author: Author,
  code: string,
  serial: number,
): NonNullable<Letter["documentNumber"]> {
  const { random, date } = author;
  const [open, close] = random.weighted(NUMBER_BRACKETS.map(([weight, pair]) => [weight, pair] as const));
  const wide = random.chance(0.03);
  const digits = (value: number): string => (wide ? fullWidth(String(value)) : String(value));
  return {
    text: `${code}${open}${digits(date.year)}${close}${digits(serial)}号`,
    agency: code,
    year: date.year,
    serial,
  };
}

export function drawRecipients(author: Author): Letter["recipients"] {
  const { random, place } = author;
  const sets: Record<string, readonly (readonly [string[], string])[]> = {
    low: [
      [["各乡镇人民政府", `${place.level}直各部门`], "各乡镇人民政府，{}"],
      [["各乡镇", `${place.level}直有关部门`], "各乡镇、{}"],
      [
        ["各乡镇人民政府", "各街道办事处", `${place.level}政府各部门`, "各直属机构"],
        "各乡镇人民政府、各街道办事处，{}",
      ],
      [["各乡（镇）人民政府", `${place.level}人民政府各部门、各直属机构`], ""],
      [["各有关单位"], ""],
    ],
    city: [
      [["各县（市、区）人民政府", `${place.level}政府各部门`, "各直属机构"], ""],
      [["各县（市、区）人民政府", `${place.level}直各部门`, "各企事业单位"], ""],
    ],
    high: [
      [["各市（州）人民政府", "各县（市、区、特区）人民政府", "省政府各部门", "各直属机构"], ""],
      [["各市、县人民政府", "省直各有关部门"], ""],
    ],
  };
  const tier =
    place.level === "省" || place.level === "自治区"
      ? "high"
      : place.level === "市" || place.level === "州"
        ? "city"
        : "low";
  const [names] = random.pick(sets[tier] ?? []);
  const whole = names.flatMap((name) => (name.includes("各部门、") ? name.split("、") : [name]));
  const text = whole
    .map((name, index) => (index === 0 ? "" : random.chance(0.6) ? "，" : "、") + name)
    .join("");
  return { names: whole, text };
}

const printDate = (author: Author): Letter["date"] => {
  const { random, date } = author;
  const text = random.weighted<() => string>([
    [8, () => printed(date)],
    [2, () => printedChinese(date, random.pick(["〇", "〇", "○"]))],
    [0.5, () => printed(date).replace(/(?<=[年月])|(?=[年月日])/gu, " ")],
  ])();
  return { iso: iso(date), text };
};

const DISCLOSURES = ["此件公开发布", "此件主动公开", "此件依申请公开", "此件发至县级", "本文有删减"] as const;
const drawDisclosure = ({ random }: Author): string | null =>
  random.chance(0.6) ? random.pick(DISCLOSURES) : null;

/** What every letter of an issuer has. */
function letter(
  author: Author,
  issuer: Issuer,
  title: string,
  serial: number,
  section: string | null,
): Letter {
  const { random } = author;
  const bare = random.chance(0.12);
  return {
    section,
    heading: bare ? title : issuer.prefix + title,
    title,
    headingIssuer: bare ? "" : issuer.prefix,
    documentNumber: drawNumber(author, issuer.code, serial),
    recipients: null,
    issuers: [issuer.name],
    signatory: null,
    date: printDate(author),
    disclosure: drawDisclosure(author),
  };
}

const NO_EFFECT: Effect = { commencement: null, expiry: null, repeals: [] };

const notice = (
  head: Letter,
  genre: string,
  { body = [], enclosure = null, attachments = [], ...more }: Partial<Notice>,
): Notice => ({
  type: "notice",
  ...head,
  genre,
  body: settle(body),
  effect: NO_EFFECT,
  enclosure: enclosure === null ? null : { ...enclosure, children: settle(enclosure.children) },
  attachmentNotes: [],
  attachments: attachments.map((each) => ({ ...each, children: settle(each.children) })),
  contacts: [],
  inlineTasks: [],
  ...more,
});

/** When a document begins to hold, how long, and what it ends; and the clause that says it. */
function drawEffect(author: Author): { text: string; effect: Effect } {
  const { random, date, place } = author;
  const begin = addDays(date, random.integer(5, 60));
  const own = random.pick(["本办法", "本方案", "本通知", "本规定"]);
  const begins = random.weighted<() => { text: string; date: string | null }>([
    [3, () => ({ text: `自${printed(begin)}起施行`, date: iso(begin) })],
    [2, () => ({ text: "自印发之日起施行", date: null })],
    [1, () => ({ text: `自${printed(begin)}起执行`, date: iso(begin) })],
  ])();
  const years = random.integer(2, 5);
  const until: Day = { year: date.year + years, month: 12, day: 31 };
  const expiry = random.chance(0.5)
    ? random.weighted<() => { text: string; date: string | null }>([
        [2, () => ({ text: `有效期${years}年`, date: null })],
        [1, () => ({ text: `有效期${chinese(years)}年`, date: null })],
        [2, () => ({ text: `有效期至${printed(until)}`, date: iso(until) })],
      ])()
    : null;
  const title = `${place.name}${random.pick(TOPICS)}${random.pick(DOCUMENT_KINDS)}`;
  const number = `${place.code}政发〔${date.year - random.integer(2, 8)}〕${random.integer(1, 80)}号`;
  const repealed = random.chance(0.5);
  const numbered = random.chance(0.6);
  const ending = repealed
    ? `${numbered ? `《${title}》（${number}）` : `《${title}》`}${random.pick(["同时废止", "停止执行"])}。`
    : "";
  return {
    text: `${own}${[begins.text, expiry?.text].filter((part) => part !== undefined).join("，")}。${ending}`,
    effect: {
      commencement: begins,
      expiry,
      repeals: repealed ? [{ title, number: numbered ? number : null }] : [],
    },
  };
}

/** A closing section or paragraph on effect, where one is drawn. */
function withEffect(author: Author, share: number): { blocks: Block[]; effect: Effect } {
  if (!author.random.chance(share)) return { blocks: [], effect: NO_EFFECT };
  const { text, effect } = drawEffect(author);
  return { blocks: [paragraph(text)], effect };
}

function drawContacts(author: Author): { blocks: Block[]; contacts: Contact[] } {
  const { random, place } = author;
  if (!random.chance(0.2)) return { blocks: [], contacts: [] };
  const name = personName(random);
  const phone = random.pick([
    `0${random.integer(310, 999)}-${random.integer(2000000, 8999999)}`,
    String(random.integer(2000000, 8999999)),
  ]);
  const email = random.chance(0.5)
    ? `${place.code.length}${random.pick(["lxbgs", "zfbxxk", "fgjzhk"])}@163.com`
    : null;
  const organization = random.chance(0.4) ? place.level + random.pick(departments(place)) : null;
  const held = organization === null ? name : `${name}（${organization}）`;
  const contact: Contact = { name, organization, phone, email };
  if (random.chance(0.5)) {
    const line = `联系人：${held}，${random.pick(["电话", "联系电话"])}：${phone}${email === null ? "" : `，邮箱：${email}`}。`;
    return { blocks: [paragraph(line, "duty")], contacts: [contact] };
  }
  const lines = [`联系人：${held}`, `联系电话：${phone}`, ...(email === null ? [] : [`电子邮箱：${email}`])];
  return { blocks: lines.map((line) => paragraph(line, "duty")), contacts: [contact] };
}

function drawRoster(author: Author): RosterBlock {
  const { random, place } = author;
  const member = (title: string): { name: string; title: string } => ({ name: personName(random), title });
  const roles: [string, { name: string; title: string }[]][] = [
    ["组长", [member(`${place.level}委副书记、${chief(place)}`)]],
    [
      "副组长",
      Array.from({ length: random.integer(1, 2) }, () => member(`${place.level}委常委、副${chief(place)}`)),
    ],
    [
      "成员",
      random
        .sample(departments(place), random.integer(3, 8))
        .map((name) =>
          member(
            `${place.level}${name}${name.endsWith("厅") ? "副厅长" : name.endsWith("局") ? "局长" : "主任"}`,
          ),
        ),
    ],
  ];
  return { type: "roster", groups: roles.map(([role, members]) => ({ role, members })) };
}

/** What an attachment holds, and its title. */
interface Content {
  title: string;
  children: Block[];
}

function drawContent(author: Author): Content {
  const { random, place } = author;
  const topic = random.pick(TOPICS);
  const tabled = (title: string, table: Table): Content => ({
    title,
    children: [{ type: "table", table: { ...table, title } }],
  });
  return random.weighted<() => Content>([
    [
      4,
      () =>
        tabled(
          `${place.name}${topic}${random.pick(["重点任务清单", "任务分工表", "重点任务分解表", "责任分工表"])}`,
          taskList(author),
        ),
    ],
    [1, () => tabled(`${place.name}${topic}责任清单`, dutyList(author))],
    [2, () => tabled(`${author.year}年${topic}任务分配表`, allotment(author))],
    [1, () => tabled(`${topic}主要指标表`, indicators(author))],
    [
      3,
      () =>
        tabled(`${place.name}${topic}${random.pick(["项目一览表", "名单", "明细表"])}`, plainTable(author)),
    ],
    [
      2,
      () => ({
        title: `${place.name}${topic}工作领导小组组成人员名单`,
        children: [
          drawRoster(author),
          paragraph(
            `领导小组办公室设在${place.level}${random.pick(departments(place))}，承担领导小组日常工作。`,
          ),
        ],
      }),
    ],
    [
      2,
      () => ({
        title: `${place.name}${topic}${random.pick(["考核办法", "工作规程", "评分细则"])}`,
        children: [paragraph(paragraphText(author)), ...itemList(author)],
      }),
    ],
    [
      1,
      () => ({
        title: `${topic}承诺书（范本）`,
        children: [
          paragraph(paragraphText(author, 1, 1)),
          {
            type: "form",
            fields: random
              .sample(
                ["姓名", "证件类型", "证件号码", "联系方式", "通讯地址", "法定代表人"],
                random.integer(3, 5),
              )
              .map((label) => ({ label, value: "" })),
          },
        ],
      }),
    ],
  ])();
}

/** Attachments with their notes; listed or not, labelled above or below the title. */
function drawAttachments(author: Author, share: number): Pick<Notice, "attachments" | "attachmentNotes"> {
  const { random } = author;
  if (!random.chance(share)) return { attachments: [], attachmentNotes: [] };
  const count = random.weighted([
    [4, 1],
    [3, 2],
    [2, 3],
  ] as const);
  const below = random.chance(0.12);
  const word = random.weighted([
    [8, "附件"],
    [1, "附表"],
    [1, "附"],
  ] as const);
  const attachments = Array.from({ length: count }, (_, index): Attachment => {
    const { title, children } = drawContent(author);
    return {
      label: count === 1 ? word : `${word === "附" ? "附件" : word}${index + 1}`,
      number: count === 1 ? null : index + 1,
      title,
      labelBelow: below,
      children,
    };
  });
  const listed = random.chance(0.85);
  return {
    attachments,
    attachmentNotes: listed ? attachments.map(({ number, title }) => ({ number, title: title ?? "" })) : [],
  };
}

/** The contents of an emergency plan itself; the contract does not say what becomes of its lines, but they are no sections. */
const ownContents = (sections: readonly Block[]): Block[] => {
  const names = (blocks: readonly Block[]): string[] =>
    blocks.flatMap((block) =>
      block.type === "section" && block.depth < 3
        ? [`${block.marker}　${block.title ?? ""}`, ...names(block.children)]
        : [],
    );
  return ["目　录", ...names(sections)].map((text) => paragraph(text, "verse", false));
};

/** A text issued by a letter: plan, rules, emergency plan; with the tasks that stand in it. */
function drawEnclosure(author: Author, title: string): { children: Block[]; tasks: Task[]; effect: Effect } {
  const { random } = author;
  const kind = DOCUMENT_KINDS.find((each) => title.includes(each)) ?? "实施方案";
  if (kind === "应急预案") {
    const sections = decimal(author);
    return {
      children: [...(random.chance(0.3) ? ownContents(sections) : []), ...sections],
      tasks: [],
      effect: NO_EFFECT,
    };
  }
  if (/办法|细则|规定/u.test(kind)) {
    const { text, effect } = drawEffect(author);
    const chapters = random.chance(0.6);
    const blocks = articles(author, chapters);
    return { children: closeArticles(blocks, text), tasks: [], effect };
  }
  const closing = withEffect(author, 0.15);
  const own = /方案|计划|要点|措施|规划/u.exec(kind)?.[0] ?? "方案";
  const opening: Block[] = [paragraph(preamble(author, own))];
  if (random.chance(0.5)) {
    const first = titled({ depth: 1, marker: marker(author.habits, 1, 1) }, "总体要求", [
      paragraph(paragraphText(author, 2, 4)),
    ]);
    const work = random.chance(0.3) ? unnumberedWork(author, 2) : workUnder(author, 2);
    const last = titled(
      { depth: 1, marker: marker(author.habits, 1, 3) },
      random.pick(["保障措施", "组织保障", "工作要求"]),
      [1, 2, 3].map((place) =>
        runIn(
          { depth: 2, marker: marker(author.habits, 2, place) },
          ["加强组织领导", "强化督促检查", "做好宣传引导"][place - 1] ?? "",
          paragraphText(author),
        ),
      ),
    );
    return {
      children: [...opening, first, ...work.blocks, last, ...closing.blocks],
      tasks: work.tasks,
      effect: closing.effect,
    };
  }
  return { children: [...opening, ...outline(author), ...closing.blocks], tasks: [], effect: closing.effect };
}

/** The last article says when the rules begin to hold. */
function closeArticles(blocks: Block[], text: string): Block[] {
  const last = blocks.at(-1);
  if (last?.type !== "section") return blocks;
  if (last.title !== null)
    return [...blocks.slice(0, -1), { ...last, children: closeArticles(last.children, text) }];
  return [...blocks.slice(0, -1), { ...last, children: [paragraph(text)] }];
}

/** What writes one kind of document. */
type Writer = (author: Author, serial: number, section: string | null, issuer: Issuer) => Notice;

const issuing: Writer = (author, serial, section, issuer) => {
  const { random, place } = author;
  const kind = random.pick(DOCUMENT_KINDS);
  const years =
    kind.includes("计划") || kind.includes("行动")
      ? `（${author.year}—${author.year + 2}年）`
      : random.chance(0.1)
        ? "（试行）"
        : "";
  const name = `${random.chance(0.7) ? place.name : ""}${random.pick(TOPICS)}${kind}${years}`;
  const quoted = random.chance(0.7);
  const title = `关于印发${quoted ? `《${name}》` : name}的通知`;
  const enclosed = drawEnclosure(author, name);
  return notice(
    { ...letter(author, issuer, title, serial, section), recipients: drawRecipients(author) },
    "通知",
    {
      body: [
        paragraph(
          `现将《${name}》印发给你们，请${random.pick(["认真贯彻执行", "结合实际认真组织实施", "遵照执行"])}。`,
        ),
      ],
      enclosure: { title: name, children: enclosed.children },
      effect: enclosed.effect,
      inlineTasks: enclosed.tasks,
      ...drawAttachments(author, 0.5),
    },
  );
};

const plainNotice: Writer = (author, serial, section, issuer) => {
  const { random } = author;
  const topic = random.pick(TOPICS);
  const title = `关于${random.pick(["做好", "加强", "进一步规范", "切实抓好"])}${topic}${random.pick(["工作", "有关工作", "管理工作"])}的通知`;
  const whole = random.chance(0.25);
  const work = whole ? wholeWork(author) : { blocks: outline(author), tasks: [] };
  const closing = withEffect(author, 0.2);
  const contact = drawContacts(author);
  return notice(
    { ...letter(author, issuer, title, serial, section), recipients: drawRecipients(author) },
    "通知",
    {
      body: [
        paragraph(`为${aim(author)}，现就有关事项通知如下：`),
        ...work.blocks,
        ...closing.blocks,
        ...contact.blocks,
      ],
      effect: closing.effect,
      contacts: contact.contacts,
      inlineTasks: work.tasks,
      ...drawAttachments(author, 0.45),
    },
  );
};

const opinion: Writer = (author, serial, section, issuer) => {
  const { random } = author;
  const title = `关于${random.pick(["促进", "推进", "加强"])}${random.pick(TOPICS)}的${random.pick(["意见", "实施意见", "指导意见"])}`;
  const work = random.chance(0.3) ? workUnder(author, 2) : null;
  const head = { depth: 1, marker: marker(author.habits, 1, 1) };
  const body =
    work === null
      ? outline(author)
      : [titled(head, "总体要求", [paragraph(paragraphText(author, 2, 3))]), ...work.blocks];
  const closing = withEffect(author, 0.2);
  return notice(
    { ...letter(author, issuer, title, serial, section), recipients: drawRecipients(author) },
    "意见",
    {
      body: [paragraph(`为${aim(author)}，现提出如下意见。`), ...body, ...closing.blocks],
      effect: closing.effect,
      inlineTasks: work?.tasks ?? [],
      ...drawAttachments(author, 0.2),
    },
  );
};

const decisionText: Writer = (author, serial, section, issuer) => {
  const { random } = author;
  const addressed = random.chance(0.6);
  if (random.chance(0.5)) {
    const title = `关于表彰${random.pick(TOPICS)}工作先进集体和先进个人的决定`;
    const places = random.sample(TOWNS, random.integer(4, 9)).join("、");
    return notice(
      {
        ...letter(author, issuer, title, serial, section),
        recipients: addressed ? drawRecipients(author) : null,
      },
      "决定",
      {
        body: [
          paragraph(paragraphText(author, 2, 3)),
          paragraph(
            `为表彰先进、树立典型，${author.place.level}政府决定，授予${places}等单位“先进集体”称号，授予${personName(random)}、${personName(random)}、${personName(random)}等同志“先进个人”称号。`,
          ),
          paragraph(`希望受到表彰的集体和个人珍惜荣誉、再接再厉。`),
        ],
        ...drawAttachments(author, 0.4),
      },
    );
  }
  const effect = drawEffect(author);
  const title = `关于${random.pick(["取消和下放一批行政许可事项", "废止部分行政规范性文件", "调整有关收费标准"])}的决定`;
  return notice(
    {
      ...letter(author, issuer, title, serial, section),
      recipients: addressed ? drawRecipients(author) : null,
    },
    "决定",
    {
      body: [
        paragraph(`经研究，${author.place.level}人民政府决定：`),
        ...itemList(author),
        paragraph(effect.text.replace(/^本(?:办法|方案|通知|规定)/u, "本决定")),
      ],
      effect: effect.effect,
      ...drawAttachments(author, 0.4),
    },
  );
};

const announcement: Writer = (author, serial, section, issuer) => {
  const { random } = author;
  const genre = random.pick(["公告", "通告"]);
  const title = `关于${random.pick(["划定禁止燃放烟花爆竹区域", "森林防火期禁止野外用火", "公布行政规范性文件清理结果", "实施交通管制"])}的${genre}`;
  const closing = withEffect(author, 0.5);
  const items = random.chance(0.6) ? itemList(author) : [paragraph(paragraphText(author, 2, 3))];
  const head = letter(author, issuer, title, serial, section);
  // A document without a number is found by its title.
  return notice({ ...head, documentNumber: random.chance(0.25) ? null : head.documentNumber }, genre, {
    body: [
      paragraph(`为${aim(author)}，根据${citation(author)}规定，现将有关事项${genre}如下：`),
      ...items,
      ...closing.blocks,
      paragraph(`特此${genre}。`),
    ],
    effect: closing.effect,
    ...drawAttachments(author, 0.2),
  });
};

const reply: Writer = (author, serial, section, issuer) => {
  const { random, place } = author;
  const topic = random.pick(TOPICS);
  const asker = random.chance(0.5)
    ? `${random.pick(TOWNS)}人民政府`
    : `${place.level}${random.pick(departments(place))}`;
  const matter = `${random.chance(0.5) ? "同意" : ""}${topic}${random.pick(["专项规划", "实施方案", "项目选址"])}`;
  const title = `关于${matter}的批复`;
  const request = `《关于${random.chance(0.3) ? `呈报〈${place.name}${topic}专项规划〉` : `审批${topic}实施方案`}的请示》（${place.code}${random.pick(["水", "财", "合政"])}〔${author.date.year}〕${random.integer(1, 90)}号）`;
  return notice(
    { ...letter(author, issuer, title, serial, section), recipients: { names: [asker], text: asker } },
    "批复",
    {
      body: [
        paragraph(`你${asker.includes("政府") ? "镇" : "单位"}${request}收悉。经研究，现批复如下：`),
        ...itemList(author),
        ...(random.chance(0.5) ? [paragraph("此复。")] : []),
      ],
    },
  );
};

const letterText: Writer = (author, serial, section, issuer) => {
  const { random, place } = author;
  const topic = random.pick(TOPICS);
  const to = `${place.parent === "国务院" ? "国家林草局" : `${place.parent}人民政府`}`;
  const answer = random.chance(0.5);
  const title = answer ? `关于${topic}有关问题的复函` : `关于商请支持${topic}项目的函`;
  return notice(
    {
      ...letter(author, { ...issuer, code: `${place.code}政函` }, title, serial, section),
      recipients: { names: [to], text: to },
    },
    answer ? "复函" : "函",
    {
      body: [
        paragraph(
          answer
            ? `你单位《关于征求${topic}意见的函》（${place.code}政办函〔${author.date.year}〕${random.integer(1, 90)}号）收悉。经研究，现函复如下：`
            : paragraphText(author, 2, 3),
        ),
        ...(answer ? itemList(author) : [paragraph(paragraphText(author, 1, 2))]),
        paragraph(answer ? "特此函复。" : "专此致函，请予支持。"),
      ],
    },
  );
};

const commendation: Writer = (author, serial, section, issuer) => {
  const { random } = author;
  const title = `关于${author.date.year - 1}年度${random.pick(TOPICS)}工作考核情况的通报`;
  const towns = random.sample(TOWNS, 8);
  return notice(
    { ...letter(author, issuer, title, serial, section), recipients: drawRecipients(author) },
    "通报",
    {
      body: [
        paragraph(paragraphText(author, 2, 3)),
        titled({ depth: 1, marker: "一、" }, "考核结果", [
          runIn(
            { depth: 2, marker: "（一）" },
            `优秀等次（${4}个）`,
            `${towns.slice(0, 4).join("、")}。`,
            "：",
          ),
          runIn({ depth: 2, marker: "（二）" }, `良好等次（${4}个）`, `${towns.slice(4).join("、")}。`, "："),
        ]),
        titled({ depth: 1, marker: "二、" }, "存在问题", [paragraph(paragraphText(author, 2, 3))]),
      ],
    },
  );
};

const order: Writer = (author, serial, section, issuer) => {
  const { random, place } = author;
  const name = `${place.name}${random.pick(TOPICS)}${random.pick(["管理办法", "条例", "规定", "实施细则"])}`;
  const passed = addDays(author.date, -random.integer(2, 20));
  const begin = addDays(author.date, random.integer(20, 60));
  const commencement = { text: `自${printed(begin)}起施行`, date: iso(begin) };
  const closing = `本办法${commencement.text}。`;
  return notice(
    {
      ...letter(author, issuer, "", serial, section),
      heading: `${place.name}人民政府令`,
      title: null,
      headingIssuer: `${place.name}人民政府`,
      documentNumber: { text: `第${serial}号`, agency: null, year: null, serial },
      issuers: [`${place.name}人民政府`],
      signatory: { title: chief(place), name: personName(random) },
      disclosure: null,
    },
    "令",
    {
      body: [
        paragraph(
          `《${name}》已经${printed(passed)}${place.level}人民政府第${random.integer(3, 99)}次常务会议审议通过，现予公布，${commencement.text}。`,
        ),
      ],
      effect: { commencement, expiry: null, repeals: [] },
      enclosure: { title: name, children: closeArticles(articles(author, random.chance(0.7)), closing) },
    },
  );
};

const transmission: Writer = (author, serial, section, issuer) => {
  const { random, place } = author;
  const bureau = `${place.level}${random.pick(departments(place))}`;
  const matter = `关于进一步加强${random.pick(TOPICS)}工作的意见`;
  const title = `转发${bureau}${matter.replace("的意见", "意见")}的通知`;
  const day = addDays(author.date, -random.integer(3, 20));
  const government = `${place.level}人民政府`;
  return notice(
    { ...letter(author, issuer, title, serial, section), recipients: drawRecipients(author) },
    "通知",
    {
      body: [paragraph(`${bureau}《${matter}》已经${government}同意，现转发给你们，请认真贯彻执行。`)],
      enclosure: {
        title: matter,
        children: [
          ...(random.chance(0.6) ? [paragraph(`${government}：`, "verse", false)] : []),
          paragraph(`为${aim(author)}，现提出以下意见：`),
          ...outline(author),
          paragraph(bureau, "verse", false),
          paragraph(printed(day), "verse", false),
        ],
      },
    },
  );
};

const report: Writer = (author, serial, section, issuer) => {
  const { random } = author;
  const title = `关于${author.date.year - 1}年度法治政府建设情况的报告`;
  const to = `${author.place.level}人大常委会`;
  return notice(
    { ...letter(author, issuer, title, serial, section), recipients: { names: [to], text: to } },
    "报告",
    {
      body: [
        paragraph(`现将${author.date.year - 1}年度法治政府建设情况报告如下：`),
        ...outline(author),
        ...(random.chance(0.5) ? [paragraph("特此报告。")] : []),
      ],
    },
  );
};

const petition: Writer = (author, serial, section, issuer) => {
  const { random, place } = author;
  const bill = random.chance(0.4);
  const topic = random.pick(TOPICS);
  const title = bill ? `关于提请审议${topic}专项规划的议案` : `关于审批${topic}专项规划的请示`;
  const to = bill
    ? `${place.level}人大常委会`
    : place.parent === "国务院"
      ? "国务院"
      : `${place.parent}人民政府`;
  return notice(
    { ...letter(author, issuer, title, serial, section), recipients: { names: [to], text: to } },
    bill ? "议案" : "请示",
    {
      body: [
        paragraph(`根据${citation(author)}要求，结合实际，我${place.level}组织编制了《${topic}专项规划》。`),
        paragraph(paragraphText(author, 1, 2)),
        paragraph(bill ? "请予审议。" : "妥否，请批示。"),
      ],
      ...drawAttachments(author, 0.4),
    },
  );
};

const joint: Writer = (author, serial, section, issuer) => {
  const { random, place } = author;
  const bodies = random.sample(BUREAUS, random.integer(2, 3)).map((bureau) => `${place.name}${bureau}`);
  const written = plainNotice(author, serial, section, issuer);
  const title = written.title ?? "";
  const spoken = bodies.join(random.pick(["、", " "]));
  return { ...written, issuers: bodies, heading: spoken + title, headingIssuer: spoken };
};

const WRITERS: readonly (readonly [number, Writer])[] = [
  [6, issuing],
  [4, plainNotice],
  [3, opinion],
  [2, decisionText],
  [2, announcement],
  [2, reply],
  [1, letterText],
  [1, commendation],
  [1, order],
  [2, transmission],
  [1, report],
  [1, petition],
  [1, joint],
];

/** Orders stand under the government's own documents; joint ones under departments'. */
export function drawNotice(
  author: Author,
  kind: "government" | "office" | "department",
  serial: number,
  section: string | null,
): Notice {
  const issuer = drawIssuer(author, kind);
  const writers = WRITERS.filter(
    ([, writer]) =>
      (writer !== order || kind === "government") && (writer !== joint || kind === "department"),
  );
  return author.random.weighted(writers)(author, serial, section, issuer);
}

export { letter };
