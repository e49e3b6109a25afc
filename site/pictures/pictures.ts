/** What the gazette shows as pictures: indicators, allocations, tasks by body and by deadline, the chronicle. */
import type { Canonical } from "../../src/corpus/authority.ts";
import { dueYear } from "../../src/corpus/duties.ts";
import { compareText, type Lookup } from "../../src/corpus/gazette.ts";
import { type Organization, partiesOf } from "../../src/corpus/organizations.ts";
import type { ChronicleDocument, Task, TaskTableDocument } from "../../src/document/schema.ts";
import { drawBars } from "./bars.ts";
import { drawDays } from "./days.ts";
import type { Drawing } from "./draw.ts";
import { drawTrend, type Reading } from "./trends.ts";

/** Drawings under one title, with the same facts as a table; `small` ones stand side by side. */
export type Picture = {
  id: string;
  title: string;
  note: string | null;
  small: boolean;
  drawings: Drawing[];
  columns: string[];
  rows: string[][];
};

/** The one name of a printed body, and what is known of it by that name. */
type Bodies = { canonical: Canonical; organizations: Lookup<Pick<Organization, "collective">> };

/** A picture of one or two values says no more than the words. */
const FEWEST = 3;
/** As many bars as are seen at once on a phone. */
const MOST_BODIES = 15;

/** A table's numbers: indicators where its measures have years, else shares of those who bear them. */
export function tablePictures(table: TaskTableDocument): Picture[] {
  return [indicators(table), allocations(table)].filter((picture) => picture !== null);
}

function indicators({ tasks }: TaskTableDocument): Picture | null {
  const rows = tasks.filter(({ measures }) => measures.some(({ year }) => year !== null));
  const years = [
    ...new Set(rows.flatMap(({ measures }) => measures.flatMap(({ year }) => year ?? []))),
  ].sort();
  const drawings = rows.flatMap((task) => {
    const readings = task.measures.flatMap(({ year, value, text }): Reading[] =>
      year === null || value === null ? [] : [{ year, value, text }],
    );
    if (readings.length < 2) return [];
    const name = nameOf(task);
    const said = task.measures.map(({ year, text, unit }) => `${year}年${text}${unit ?? ""}`).join("，");
    return [drawTrend(readings, years, `${name}：${said}`, name)];
  });
  if (drawings.length < FEWEST) return null;
  return {
    id: "picture-indicators",
    title: `指标变化（${years.join("、")}年）`,
    note: "每项指标各用自己的比例；不是单一数字的指标只列在表中。",
    small: true,
    drawings,
    columns: ["指标", ...years.map((year) => `${year}年`)],
    rows: rows.map((task) => [
      nameOf(task),
      ...years.map((year) => {
        const measure = task.measures.find((candidate) => candidate.year === year);
        return measure === undefined ? "" : `${measure.text}${measure.unit ?? ""}`;
      }),
    ]),
  };
}

function nameOf({ title, measures }: Task): string {
  return title ?? measures[0]?.name ?? "";
}

function allocations({ tasks }: TaskTableDocument): Picture | null {
  const shares = tasks.flatMap((task) => {
    const [party, ...others] = task.responsible;
    return party === undefined || others.length > 0 ? [] : [{ name: party.name, measures: task.measures }];
  });
  const measures = [
    ...new Map(
      shares.flatMap(({ measures: own }) =>
        own
          .filter(({ year, value }) => year === null && value !== null)
          .map((measure) => [measure.name, measure]),
      ),
    ).values(),
  ];
  const drawings = measures.flatMap(({ name, unit }) => {
    const bars = shares
      .flatMap((share) => {
        const measure = share.measures.find((candidate) => candidate.name === name);
        const value = measure?.value ?? null;
        return measure === undefined || value === null
          ? []
          : [{ name: share.name, value, text: measure.text }];
      })
      .sort((a, b) => b.value - a.value);
    if (bars.length < FEWEST) return [];
    const said = bars.map((bar) => `${bar.name}${bar.text}`).join("，");
    const caption = `${name}${unit === null ? "" : `（${unit}）`}`;
    return [drawBars(bars, `${caption}：${said}`, caption)];
  });
  if (drawings.length === 0) return null;
  return {
    id: "picture-allocations",
    title: "各单位分配",
    note: null,
    small: false,
    drawings,
    columns: ["单位", ...measures.map(({ name, unit }) => `${name}${unit === null ? "" : `（${unit}）`}`)],
    rows: shares.map((share) => [
      share.name,
      ...measures.map(({ name }) => share.measures.find((measure) => measure.name === name)?.text ?? ""),
    ]),
  };
}

/** Who bears most: the bodies with the most tasks, those they lead filled, those they support in outline. */
export function workload(tables: TaskTableDocument[], { canonical, organizations }: Bodies): Picture | null {
  const tasks = tables.flatMap((table) => table.tasks);
  const counts = new Map<string, { leads: number; supports: number }>();
  for (const task of tasks) {
    const leading = new Set([...task.responsible, ...task.groupLead].map(({ name }) => canonical(name)));
    for (const name of new Set(partiesOf(task).map((party) => canonical(party.name)))) {
      const count = counts.get(name) ?? { leads: 0, supports: 0 };
      count[leading.has(name) ? "leads" : "supports"] += 1;
      counts.set(name, count);
    }
  }
  const single = (name: string, body = organizations.get(name)) => body?.collective === false;
  const ranked = [...counts]
    .filter(([name]) => single(name))
    .sort(([a, x], [b, y]) => y.leads + y.supports - x.leads - x.supports || compareText(a, b));
  if (ranked.length < FEWEST) return null;
  const shown = ranked.slice(0, MOST_BODIES);
  const bars = shown.map(([name, { leads, supports }]) => ({
    name,
    value: leads,
    light: supports,
    text: String(leads + supports),
  }));
  const said = shown
    .map(([name, { leads, supports }]) => `${name}负责${leads}项、配合${supports}项`)
    .join("，");
  return {
    id: "picture-workload",
    title: "各单位任务",
    note: `实心为负责，空心为配合${ranked.length > shown.length ? `；图中为最多的${shown.length}个，共${ranked.length}个` : ""}。`,
    small: false,
    drawings: [drawBars(bars, `各单位任务：${said}`)],
    columns: ["单位", "负责", "配合"],
    rows: ranked.map(([name, { leads, supports }]) => [name, String(leads), String(supports)]),
  };
}

/** How many tasks are due by the end of which year. */
export function deadlines(tables: TaskTableDocument[]): Picture | null {
  const tasks = tables.flatMap((table) => table.tasks);
  const counts = Map.groupBy(tasks, ({ deadline }) => dueYear(deadline) ?? "未列时限");
  const order = [...counts.keys()].sort((a, b) => rank(a) - rank(b) || compareText(a, b));
  if (order.filter((key) => key !== "未列时限").length < 2) return null;
  const say = (key: string) => (/^\d/.test(key) ? `${key}年` : key === "长期" ? "长期执行" : key);
  const rows = order.map((key) => [say(key), String(counts.get(key)?.length ?? 0)] as const);
  const bars = rows.map(([name, text]) => ({ name, value: Number(text), text }));
  return {
    id: "picture-deadlines",
    title: "任务何时到期",
    note: null,
    small: false,
    drawings: [drawBars(bars, `任务何时到期：${rows.map(([name, text]) => `${name}${text}项`).join("，")}`)],
    columns: ["时限", "任务"],
    rows: rows.map((row) => [...row]),
  };
}

function rank(key: string): number {
  return ["长期", "未列时限"].indexOf(key);
}

/** The days the chronicle tells of. */
export function chronicleDays({ entries }: ChronicleDocument): Picture | null {
  const dates = entries.flatMap(({ date }) => date ?? []);
  if (dates.length < FEWEST) return null;
  const months = [...Map.groupBy(dates, (date) => date.slice(0, 7))];
  const say = (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;
  const rows = months.map(([month, own]) => [
    say(month),
    String(own.length),
    [...new Set(own.map((date) => Number(date.slice(8))))].join("、"),
  ]);
  return {
    id: "picture-days",
    title: "逐日一览",
    note: "一点为一日，数字为当日条数。",
    small: false,
    drawings: [drawDays(dates, `逐日一览：${rows.map(([month, count]) => `${month}${count}条`).join("，")}`)],
    columns: ["月份", "条数", "日期"],
    rows,
  };
}
