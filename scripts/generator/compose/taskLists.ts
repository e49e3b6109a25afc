/** Task lists: group, task, who, until when, in columns by many names. */
import type { Cell, Column, Deadline, Party, Table, Task } from "../model.ts";
import { headText, personName, sentence } from "../prose.ts";
import { HEADS, TOPICS } from "../words.ts";
import { type Author, marker } from "./author.ts";
import { cell, column, task } from "./cells.ts";
import { drawDeadline } from "./deadlines.ts";
import { duty } from "./duties.ts";
import { enumerate } from "./parties.ts";

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

const GROUPED = [
  ["主要任务", "重点内容"],
  ["重点任务", "工作内容"],
  ["工作任务", "主要措施"],
  ["重点任务", "具体任务"],
] as const;
const ALONE = [
  "任务",
  "重点任务",
  "主要任务",
  "工作任务",
  "具体任务",
  "重点内容",
  "工作内容",
  "主要措施",
] as const;
const PAIRS = [
  ["牵头单位", "责任单位"],
  ["牵头单位", "配合单位"],
  ["责任单位", "配合单位"],
  ["牵头部门", "参与单位"],
  ["主责单位", "协办单位"],
] as const;
const BEARER = ["责任单位", "责任主体", "责任部门", "牵头单位", "承办单位"] as const;
const TIMES = ["完成时限", "完成时间", "时间节点", "时限要求", "进度安排"] as const;

/** Which columns a list has, and how its groups stand. */
interface Plan {
  serial: boolean;
  /** A spanning cell on the left, a merged row above, or no groups. */
  groups: "column" | "rows" | "none";
  /** Who leads and who helps stand in two columns. */
  paired: boolean;
  timed: boolean;
  noted: boolean;
  /** A person answers for it, in a column of its own; the contract has no field for that. */
  led: boolean;
  /** Cells open with a number and a head, or are bare. */
  cells: "bare" | "numbered";
  columns: Column[];
}

function drawPlan({ random }: Author): Plan {
  const serial = random.chance(0.6);
  const groups = random.weighted([
    [5, "column"],
    [1.5, "rows"],
    [3.5, "none"],
  ] as const);
  const paired = random.chance(0.4);
  const timed = random.chance(0.8);
  const noted = random.chance(0.3);
  const led = random.chance(0.12);
  const names = [
    ...(serial ? ["序号"] : []),
    ...(groups === "column" ? random.pick(GROUPED) : [random.pick(ALONE)]),
    ...(paired ? random.pick(PAIRS) : [random.pick(BEARER)]),
    ...(led ? [random.pick(["责任人", "责任领导"])] : []),
    ...(timed ? [random.pick(TIMES)] : []),
    ...(noted ? ["备注"] : []),
  ];
  const cells = serial ? "bare" : random.pick(["bare", "numbered"] as const);
  return { serial, groups, paired, timed, noted, led, cells, columns: names.map((name) => column(name)) };
}

/** The cells that say who, and who that is. */
interface Bearing {
  cells: Cell[];
  responsibility: string;
  responsible: Party[];
  supporting: Party[];
}

function drawBearing(author: Author, paired: boolean): Bearing {
  if (paired) {
    const lead = enumerate(author, 1, 3);
    const help = enumerate(author, 1, 4);
    return {
      cells: [cell(lead.text), cell(help.text)],
      responsibility: lead.text,
      responsible: lead.parties,
      supporting: help.parties,
    };
  }
  if (author.random.chance(0.3)) {
    const { text, responsible, supporting } = duty(author, false);
    return { cells: [cell(text)], responsibility: text, responsible, supporting };
  }
  const { text, parties } = enumerate(author, 1, 4);
  return { cells: [cell(text)], responsibility: text, responsible: parties, supporting: [] };
}

/** One row: its cells and its task. */
function drawRow(
  author: Author,
  plan: Plan,
  ordinal: number,
  group: string | null,
  span: number,
  above: Task | undefined,
): { cells: Cell[]; task: Task } {
  const stated = unlike(above?.text, () => taskCell(author, plan.cells, ordinal));
  const { cells, ...bearing } = drawBearing(author, plan.paired);
  const deadline: Deadline | null = plan.timed ? drawDeadline(author) : null;
  const note = plan.noted ? author.random.pick(["", "", "新增", "市级民生实事"]) : null;
  return {
    cells: [
      ...(plan.serial ? [cell(String(ordinal))] : []),
      ...(span > 0 ? [cell(group ?? "", span)] : []),
      cell(stated.text),
      ...cells,
      ...(plan.led ? [cell(personName(author.random))] : []),
      ...(deadline === null ? [] : [cell(deadline.text)]),
      ...(note === null ? [] : [cell(note)]),
    ],
    task: task({
      ...bearing,
      number: plan.serial ? ordinal : stated.number,
      group,
      title: stated.title,
      text: stated.rest,
      deadline,
      extra: note === null ? {} : { 备注: note },
    }),
  };
}

export function taskList(author: Author): Table {
  const { random, habits } = author;
  const plan = drawPlan(author);
  const rows: Cell[][] = [];
  const tasks: Task[] = [];
  const heads = random.sample(HEADS, plan.groups === "none" ? 1 : random.integer(2, 4));
  for (const [place, head] of heads.entries()) {
    // The first group spans, so that the column is seen to group.
    const size = random.integer(
      plan.groups === "column" && place === 0 ? 2 : 1,
      plan.groups === "none" ? 9 : 4,
    );
    const group = {
      none: null,
      column: `${marker(habits, 2, place + 1)}${head}`,
      rows: `${marker(habits, 1, place + 1)}${head}（共${size}项）`,
    }[plan.groups];
    if (plan.groups === "rows") rows.push([cell(group ?? "", 1, plan.columns.length)]);
    for (let index = 0; index < size; index++) {
      const span = plan.groups === "column" && index === 0 ? size : 0;
      const drawn = drawRow(author, plan, tasks.length + 1, group, span, tasks.at(-1));
      rows.push(drawn.cells);
      tasks.push(drawn.task);
    }
  }
  return { title: null, unitNote: null, columns: plan.columns, rows, tasks, totals: null };
}
