/** Tables of work by figures: who bears what, amounts by town, indicators by year. */
import type { Cell, Measure, Table, Task } from "../model.ts";
import { citation, headText, sentence } from "../prose.ts";
import { TOWNS } from "../words.ts";
import type { Author } from "./author.ts";
import { amount, cell, column, task } from "./cells.ts";
import { enumerate } from "./parties.ts";

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
