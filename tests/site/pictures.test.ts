/** Pictures drawn at build time: in the page's own colours, with words for those who do not see them. */
import { describe, expect, it } from "vitest";
import type { Library } from "../../site/library.ts";
import { chronicleDays, deadlines, tablePictures, workload } from "../../site/pictures/pictures.ts";
import { readAuthority } from "../../src/corpus/authority.ts";
import { citedBy } from "../../src/corpus/citations.ts";
import { collectGazette } from "../../src/corpus/gazette.ts";
import { collectNumbers } from "../../src/corpus/numbers.ts";
import { collectOrganizations } from "../../src/corpus/organizations.ts";
import { collectPeople } from "../../src/corpus/people.ts";
import type { AnyDocument, Measure, Task } from "../../src/document/schema.ts";
import { noLinks } from "../../src/html/links.ts";
import { chronicle, HOSTILE, task, taskTable } from "./gazette.ts";

const party = (name: string) => ({ text: name, name });
const measure = (name: string, text: string, more: Partial<Measure> = {}): Measure => ({
  name,
  text,
  value: Number.isNaN(Number(text)) ? null : Number(text),
  unit: "吨",
  year: null,
  ...more,
});

function library(documents: AnyDocument[]): Library {
  const gazette = collectGazette(documents);
  return {
    gazette,
    organizations: collectOrganizations(gazette),
    canonical: readAuthority(""),
    people: collectPeople(gazette),
    citing: citedBy(gazette),
    numbers: collectNumbers(gazette),
    links: noLinks,
  };
}

const share = (name: string, text: string, number: number): Task =>
  task({ number, responsible: [party(name)], supporting: [], measures: [measure("任务量", text)] });

describe("allocations", () => {
  const table = taskTable({
    tasks: [
      share("甲镇", "1.50", 1),
      share("乙乡", "3", 2),
      share(`${HOSTILE}镇`, "2", 3),
      share("丁乡", "若干", 4),
    ],
  });
  const [picture] = tablePictures(table);

  it("are bars in order of size, labelled as printed", () => {
    expect(picture).toMatchObject({ id: "picture-allocations", columns: ["单位", "任务量（吨）"] });
    const [drawing] = picture?.drawings ?? [];
    expect(drawing?.alternative).toMatch(/^任务量（吨）：乙乡3，.*甲镇1\.50$/);
    expect(drawing?.svg).toContain(">1.50</text>");
    expect(picture?.rows.at(-1)).toEqual(["丁乡", "若干"]);
  });

  it("obey a policy without inline styles, and their text is text", () => {
    const svg = picture?.drawings[0]?.svg ?? "";
    expect(svg).toContain('role="img"');
    expect(svg).toContain('fill="var(--red)"');
    expect(svg).not.toMatch(/<style|\sstyle=|font-family/);
    expect(svg.replace(/="[^"]*"/g, "")).not.toMatch(/<script|<img/);
  });

  it("are left out where there is too little to see", () => {
    expect(tablePictures(taskTable({ tasks: [share("甲镇", "1", 1), share("乙镇", "2", 2)] }))).toEqual([]);
    expect(tablePictures(taskTable({ tasks: [] }))).toEqual([]);
  });
});

describe("indicators", () => {
  const row = (number: number, values: [number, string][]) =>
    task({
      number,
      title: `指标${number}`,
      measures: values.map(([year, text]) => measure("指", text, { year, unit: "%" })),
    });
  const [picture] = tablePictures(
    taskTable({
      tasks: [
        row(1, [
          [2020, "85"],
          [2022, "85"],
        ]),
        row(2, [
          [2020, "1"],
          [2025, "3"],
        ]),
        row(3, [
          [2020, "1"],
          [2022, "2"],
          [2025, "3"],
        ]),
        row(4, [
          [2020, "约半"],
          [2022, "2"],
        ]),
      ],
    }),
  );

  it("are lines over the same years; what is no number stands in the table alone", () => {
    expect(picture?.drawings.map(({ caption }) => caption)).toEqual(["指标1", "指标2", "指标3"]);
    expect(picture?.drawings[0]?.svg).toContain(">2025</text>");
    expect(picture?.rows.at(-1)).toEqual(["指标4", "约半%", "2%", ""]);
    expect(picture?.title).toContain("2020、2022、2025");
  });
});

describe("tasks", () => {
  const table = taskTable({
    tasks: [
      task({ number: 1, responsible: [party("甲局")], supporting: [party("乙局"), party("各乡镇")] }),
      task({ number: 2, responsible: [party("甲局"), party("丙局")], supporting: [], deadline: null }),
      task({
        number: 3,
        responsible: [party("乙局")],
        supporting: [],
        deadline: { text: "长期", start: null, end: null, ongoing: true },
      }),
    ],
  });

  it("are counted by body, collectives aside", () => {
    const picture = workload([table], library([table]));
    expect(picture?.rows).toEqual([
      ["乙局", "1", "1"],
      ["甲局", "2", "0"],
      ["丙局", "1", "0"],
    ]);
    expect(workload([], library([]))).toBeNull();
  });

  it("are counted by the year they are due", () => {
    expect(deadlines([table])?.rows).toEqual([
      ["2022年", "1"],
      ["长期执行", "1"],
      ["未列时限", "1"],
    ]);
    expect(deadlines([])).toBeNull();
  });
});

describe("the chronicle", () => {
  it("is dots by day", () => {
    const entry = chronicle().entries[0];
    if (entry === undefined) throw new Error("no entry");
    const dates = ["2022-01-05", "2022-01-05", "2022-02-10", null];
    const picture = chronicleDays(chronicle({ entries: dates.map((date) => ({ ...entry, date })) }));
    expect(picture?.rows).toEqual([
      ["2022年1月", "2", "5"],
      ["2022年2月", "1", "10"],
    ]);
    expect(picture?.drawings[0]?.svg).toContain(">2</text>");
    expect(chronicleDays(chronicle({ entries: [] }))).toBeNull();
  });
});
