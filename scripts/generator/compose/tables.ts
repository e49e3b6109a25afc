/** Tables: plain ones, and those that give work, with their spans, heads, totals and merged rows. */
import type { Cell, Column, Measure, Party, Table, Task } from "../model.ts";
import { chinese } from "../numerals.ts";
import { citation, headText, personName, sentence } from "../prose.ts";
import { HEADS, TOPICS, TOWNS } from "../words.ts";
import { type Author, marker } from "./author.ts";
import { drawDeadline } from "./deadlines.ts";
import { duty } from "./duties.ts";
import { enumerate } from "./parties.ts";

const cell = (text: string, rowSpan = 1, colSpan = 1): Cell => ({ text, rowSpan, colSpan });
const column = (name: string, unit: string | null = null, above: string | null = null): Column => ({
  name,
  unit,
  text: unit === null ? name : `${name}（${unit}）`,
  above,
});

/** What a task cell says: with number and head, with a head, or bare. */
interface TaskCell {
  text: string;
  number: number | null;
  title: string | null;
  rest: string;
}

const short = (author: Author): string => {
  const { random } = author;
  return random.pick([
    `完成新建、改建农村公路${random.integer(10, 90)}公里`,
    `新增城镇就业${random.integer(1, 9)}000人以上`,
    `建成区域性养老服务中心${random.integer(1, 5)}个`,
    `出台${random.pick(TOPICS)}实施意见并组织落实`,
    `开展${random.pick(TOPICS)}专项检查不少于${random.integer(2, 6)}次`,
    `制定${random.pick(TOPICS)}年度计划，建立项目库`,
  ]);
};

function taskCell(author: Author, manner: "bare" | "numbered", ordinal: number): TaskCell {
  if (manner === "bare") {
    const text = author.random.chance(0.6) ? short(author) : sentence(author);
    return { text, number: null, title: null, rest: text };
  }
  const title = headText(author);
  const rest = sentence(author) + (author.random.chance(0.3) ? sentence(author) : "");
  return {
    text: `${marker({ ...author.habits, arabicStop: "." }, 3, ordinal)}${title}。${rest}`,
    number: ordinal,
    title,
    rest,
  };
}

/** A cell that says what the one above says could, at the top of a page, be that one printed again. */
function unlike(above: string | null | undefined, draw: () => TaskCell): TaskCell {
  const drawn = draw();
  return drawn.rest === above ? unlike(above, draw) : drawn;
}

interface Bearers {
  responsible: Party[];
  supporting: Party[];
}

const task = (stated: Partial<Task> & Bearers): Task => ({
  number: null,
  group: null,
  groupLead: [],
  title: null,
  text: null,
  responsibility: null,
  deadline: null,
  measures: [],
  extra: {},
  ...stated,
});

/** A task list: group, task, who, until when, in columns by many names. */
export function taskList(author: Author): Table {
  const { random, habits } = author;
  const serial = random.chance(0.6);
  const grouped = random.chance(0.5);
  const merged = !grouped && random.chance(0.3);
  const pair = random.chance(0.4);
  const timed = random.chance(0.8);
  const noted = random.chance(0.3);
  const [groupName, taskName] = grouped
    ? random.pick([
        ["主要任务", "重点内容"],
        ["重点任务", "工作内容"],
        ["工作任务", "主要措施"],
        ["重点任务", "具体任务"],
      ] as const)
    : [
        "",
        random.pick([
          "任务",
          "重点任务",
          "主要任务",
          "工作任务",
          "具体任务",
          "重点内容",
          "工作内容",
          "主要措施",
        ]),
      ];
  const [leadName, helpName] = random.pick([
    ["牵头单位", "责任单位"],
    ["牵头单位", "配合单位"],
    ["责任单位", "配合单位"],
    ["牵头部门", "参与单位"],
    ["主责单位", "协办单位"],
  ] as const);
  const loneName = random.pick(["责任单位", "责任主体", "责任部门", "牵头单位", "承办单位"]);
  const columns = [
    ...(serial ? [column("序号")] : []),
    ...(grouped ? [column(groupName)] : []),
    column(taskName),
    ...(pair ? [column(leadName), column(helpName)] : [column(loneName)]),
    ...(timed ? [column(random.pick(["完成时限", "完成时间", "时间节点", "时限要求", "进度安排"]))] : []),
    ...(noted ? [column("备注")] : []),
  ];
  const manner = serial ? "bare" : random.pick(["bare", "numbered"] as const);
  const rows: Cell[][] = [];
  const tasks: Task[] = [];
  let ordinal = 0;
  const names = random.sample(HEADS, grouped || merged ? random.integer(2, 4) : 1);
  for (const [index, head] of names.entries()) {
    const place = index + 1;
    const size = random.integer(grouped && place === 1 ? 2 : 1, names.length === 1 ? 9 : 4);
    const name = `${marker(habits, merged ? 1 : 2, place)}${head}`;
    const group = merged ? `${name}（共${size}项）` : name;
    if (merged) rows.push([cell(group, 1, columns.length)]);
    for (let index = 0; index < size; index++) {
      ordinal++;
      const stated = unlike(tasks.at(-1)?.text, () => taskCell(author, manner, ordinal));
      const bearers = pair ? null : random.chance(0.3) ? duty(author, false) : { ...enumerateAlone(author) };
      const lead = enumerate(author, 1, 3);
      const help = enumerate(author, 1, 4);
      const deadline = timed ? drawDeadline(author) : null;
      const note = noted ? random.pick(["", "", "新增", "市级民生实事"]) : "";
      rows.push([
        ...(serial ? [cell(String(ordinal))] : []),
        ...(grouped && index === 0 ? [cell(group, size)] : []),
        cell(stated.text),
        ...(bearers === null ? [cell(lead.text), cell(help.text)] : [cell(bearers.text)]),
        ...(deadline === null ? [] : [cell(deadline.text)]),
        ...(noted ? [cell(note)] : []),
      ]);
      tasks.push(
        task({
          number: serial ? ordinal : stated.number,
          group: grouped || merged ? group : null,
          title: stated.title,
          text: stated.rest,
          responsibility: bearers === null ? lead.text : bearers.text,
          responsible: bearers === null ? lead.parties : bearers.responsible,
          supporting: bearers === null ? help.parties : bearers.supporting,
          deadline,
          extra: noted ? { 备注: note } : {},
        }),
      );
    }
  }
  return { title: null, unitNote: null, columns, rows, tasks, totals: null };
}

const enumerateAlone = (author: Author): { text: string; responsible: Party[]; supporting: Party[] } => {
  const { text, parties } = enumerate(author, 1, 4);
  return { text, responsible: parties, supporting: [] };
};

/** 责任清单: who bears what, on what ground. */
export function dutyList(author: Author): Table {
  const { random } = author;
  const columns = ["序号", "责任主体", "主要责任", "具体责任事项", "实施依据", "追责情形"].map((name) =>
    column(name),
  );
  const rows: Cell[][] = [];
  const tasks: Task[] = [];
  const count = random.integer(3, 8);
  for (let ordinal = 1; ordinal <= count; ordinal++) {
    const { text: bearers, parties } = enumerate(author, 1, 3);
    const title = headText(author);
    const text = sentence(author);
    const ground = citation(author);
    const fault = random.pick([
      "不履行或者不正确履行职责的",
      "推诿扯皮、造成不良影响的",
      "弄虚作假、谎报瞒报的",
    ]);
    rows.push([String(ordinal), bearers, title, text, ground, fault].map((content) => cell(content)));
    tasks.push(
      task({
        number: ordinal,
        title,
        text,
        responsibility: bearers,
        responsible: parties,
        supporting: [],
        extra: { 实施依据: ground, 追责情形: fault },
      }),
    );
  }
  return { title: null, unitNote: null, columns, rows, tasks, totals: null };
}

const METRICS = [
  ["造林面积", "亩"],
  ["补助资金", "万元"],
  ["改厕任务数", "户"],
  ["秸秆还田面积", "万亩"],
  ["培训人数", "人"],
  ["收缴任务量", "吨"],
  ["新建公路里程", "公里"],
] as const;

const amount = (author: Author, whole: boolean): string => {
  const { random } = author;
  return whole ? String(random.integer(1, 900)) : `${random.integer(0, 99)}.${random.integer(10, 99)}`;
};

/** 任务分配表: amounts by town, with a total. */
export function allotment(author: Author): Table {
  const { random } = author;
  const metrics = random.sample(METRICS, random.integer(1, 4));
  const who = random.pick(["乡镇", "部门", "单位", "乡镇（街道）"]);
  const columns = [column("序号"), column(who), ...metrics.map(([name, unit]) => column(name, unit))];
  const towns = random.sample(TOWNS, random.integer(4, 12));
  const whole = metrics.map(() => random.chance(0.5));
  const values = towns.map(() =>
    metrics.map((_, index) => (random.chance(0.06) ? "" : amount(author, whole[index] ?? true))),
  );
  const measuresOf = (texts: readonly string[]): Measure[] =>
    metrics.flatMap(([name, unit], index): Measure[] => {
      const text = texts[index] ?? "";
      return text === "" ? [] : [{ name, text, value: Number(text), unit, year: null }];
    });
  const sums = metrics.map((_, index) => {
    const sum = values.reduce((total, row) => total + Number(row[index] ?? 0), 0);
    return whole[index] === true ? String(sum) : sum.toFixed(2);
  });
  const total = random.weighted([
    [2, "first"],
    [2, "last"],
    [1, "none"],
  ] as const);
  const totalRow = random.chance(0.5) ? ["合计", "", ...sums] : ["", "合计", ...sums];
  const rows = towns.map((town, index) => [String(index + 1), town, ...(values[index] ?? [])]);
  const all = total === "first" ? [totalRow, ...rows] : total === "last" ? [...rows, totalRow] : rows;
  return {
    title: null,
    unitNote: null,
    columns,
    rows: all.map((texts) => texts.map((text) => cell(text))),
    tasks: towns.map((town, index) =>
      task({
        number: index + 1,
        responsibility: town,
        responsible: [{ text: town, name: town }],
        supporting: [],
        measures: measuresOf(values[index] ?? []),
      }),
    ),
    totals: total === "none" ? null : measuresOf(sums),
  };
}

/** 主要指标表: an indicator a row, a year a column, and who answers for it. */
export function indicators(author: Author): Table {
  const { random, year } = author;
  const years = [year, year + 2, year + 4].slice(0, random.integer(2, 3));
  const names = random.sample(
    [
      ["空气质量优良天数比例", "%"],
      ["生活污水处理率", "%"],
      ["人均公园绿地面积", "平方米"],
      ["每千人口执业医师数", "人"],
      ["农村自来水普及率", "%"],
      ["高新技术企业数", "家"],
      ["研发经费投入强度", "%"],
    ] as const,
    random.integer(3, 6),
  );
  const columns = [
    column("序号"),
    column("指标"),
    ...years.map((each) => column(`${each}年`)),
    column(random.pick(["牵头部门", "责任单位"])),
  ];
  const rows: Cell[][] = [];
  const tasks: Task[] = [];
  names.forEach(([name, unit], index) => {
    const texts = years.map(() =>
      random.chance(0.1) ? `${random.integer(80, 99)}以上` : amount(author, random.chance(0.5)),
    );
    const { text: bearers, parties } = enumerate(author, 1, 2);
    const title = `${name}（${unit}）`;
    rows.push([String(index + 1), title, ...texts, bearers].map((text) => cell(text)));
    tasks.push(
      task({
        number: index + 1,
        title,
        responsibility: bearers,
        responsible: parties,
        supporting: [],
        measures: texts.map((text, place) => ({
          name,
          text,
          value: /^[\d.]+$/u.test(text) ? Number(text) : null,
          unit,
          year: years[place] ?? null,
        })),
      }),
    );
  });
  return { title: null, unitNote: null, columns, rows, tasks, totals: null };
}

/** A list that gives no work. */
export function plainTable(author: Author): Table {
  const { random } = author;
  return random.weighted<() => Table>([
    [3, () => projects(author)],
    [2, () => people(author)],
    [2, () => certificates(author)],
    [2, () => doubleHead(author)],
  ])();
}

const table = (columns: Column[], rows: Cell[][], unitNote: string | null = null): Table => ({
  title: null,
  unitNote,
  columns,
  rows,
  tasks: null,
  totals: null,
});

function projects(author: Author): Table {
  const { random } = author;
  const noted = random.chance(0.4);
  const unitNote = noted ? `单位：${random.pick(["万元", "亿元"])}` : null;
  const money = noted ? column("总投资") : column("总投资", "万元");
  const columns = [column("序号"), column("项目名称"), column("建设地点"), column("建设内容及规模"), money];
  const towns = random.sample(TOWNS, random.integer(3, 10));
  return table(
    columns,
    towns.map((town, index) =>
      index > 0 && index < towns.length - 1 && random.chance(0.03)
        ? columns.map(() => cell("……"))
        : [
            String(index + 1),
            `${town}${random.pick(TOPICS)}项目`,
            town,
            `新建管网${random.integer(2, 40)}公里，配套建设泵站${random.integer(1, 6)}座`,
            amount(author, random.chance(0.5)),
          ].map((text) => cell(text)),
    ),
    unitNote,
  );
}

function people(author: Author): Table {
  const { random } = author;
  const columns = ["序号", "姓名", "工作单位", "荣誉称号"].map((name) => column(name));
  return table(
    columns,
    Array.from({ length: random.integer(3, 12) }, (_, index) =>
      [
        String(index + 1),
        personName(random),
        enumerate(author, 1, 1).text,
        random.pick(["先进工作者", "劳动模范", "优秀教师"]),
      ].map((text) => cell(text)),
    ),
  );
}

/** Groups of certificates, with the office that issues them: no work. */
function certificates(author: Author): Table {
  const { random } = author;
  const columns = ["类别", "事项名称", "设定依据", "办理机构"].map((name) => column(name));
  const rows: Cell[][] = [];
  // Neighbours of one name under two numbers would be one group, misprinted (contract, Task `group`).
  const kinds = random.sample(["行政许可", "行政确认", "行政给付", "公共服务"], random.integer(2, 3));
  for (const [place, kind] of kinds.entries()) {
    const size = random.integer(2, 4);
    for (let index = 0; index < size; index++)
      rows.push([
        ...(index === 0 ? [cell(`${chinese(place + 1)}、${kind}类`, size)] : []),
        cell(`${random.pick(TOPICS)}${random.pick(["审批", "备案", "核准"])}`),
        cell(citation(author)),
        cell(random.pick(["县级", "乡级", "市级"])),
      ]);
  }
  return table(columns, rows);
}

/** A head of two rows: 耕地面积 over 水田 and 旱地. */
function doubleHead(author: Author): Table {
  const { random } = author;
  const columns = [
    column("序号"),
    column("乡镇"),
    column("水田", null, "耕地面积"),
    column("旱地", null, "耕地面积"),
    column("户数"),
    ...(random.chance(0.5) ? [column("备注")] : []),
  ];
  return table(
    columns,
    random
      .sample(TOWNS, random.integer(3, 8))
      .map((town, index) =>
        [
          String(index + 1),
          town,
          amount(author, true),
          amount(author, true),
          amount(author, true),
          ...(columns.length > 5 ? [random.pick(["", "山区"])] : []),
        ].map((text) => cell(text)),
      ),
    random.chance(0.5) ? "单位：亩、户" : null,
  );
}
