/** What a body must do by when and with whom; which names are one body. */
import { describe, expect, it } from "vitest";
import { readAuthority } from "../../src/corpus/authority.ts";
import { companionsOf, dueYear, dutiesByDeadline } from "../../src/corpus/duties.ts";
import { collectGazette } from "../../src/corpus/gazette.ts";
import { collectOrganizations } from "../../src/corpus/organizations.ts";
import type { Deadline } from "../../src/document/schema.ts";
import { sampleDocuments, task, taskTable } from "./gazette.ts";

const due = (end: string | null, ongoing = false): Deadline => ({ text: "期", start: null, end, ongoing });
const party = (name: string) => ({ text: name, name });

describe("the authority file", () => {
  it("joins aliases under the name it heads", () => {
    const canonical = readAuthority("县卫健局: [卫健局, 县卫生健康局]\n县财政局:\n");
    expect(["卫健局", "县卫生健康局", "县卫健局", "县财政局", "县住建局"].map(canonical)).toEqual([
      "县卫健局",
      "县卫健局",
      "县卫健局",
      "县财政局",
      "县住建局",
    ]);
    expect(readAuthority("")("卫健局")).toBe("卫健局");
    expect(readAuthority("甲: {aliases: [乙], note: 2021年更名}")("乙")).toBe("甲");
  });

  it("refuses a name that would be two bodies, and another shape", () => {
    expect(() => readAuthority("甲: [丙]\n乙: [丙]")).toThrow("“丙”已经是“甲”的名称");
    expect(() => readAuthority("- 甲")).toThrow();
  });

  it("gives a body one page and keeps how it is printed", () => {
    const gazette = collectGazette(sampleDocuments());
    const bodies = collectOrganizations(gazette, readAuthority("青禾县水务局: [县水务局]"));
    expect(bodies.has("县水务局")).toBe(false);
    expect(bodies.get("青禾县水务局")).toMatchObject({
      otherNames: ["县水务局"],
      tasks: [{ role: "leads" }],
    });
    expect(bodies.get("县财政局")?.otherNames).toEqual([]);
  });
});

describe("the duties of a body", () => {
  const table = taskTable({
    tasks: [
      task({ number: 1, deadline: null }),
      task({ number: 2, deadline: due(null, true) }),
      task({ number: 3, deadline: due("2023-12-31"), supporting: [party("县林业局")] }),
      task({ number: 4, deadline: due("2022-07-25"), supporting: [party("县林业局"), party("县财政局")] }),
      task({ number: 5, deadline: due("2023-12-31", true), supporting: [] }),
      task({ number: 6, deadline: due(null), supporting: [] }),
    ],
  });
  const bodies = collectOrganizations(collectGazette([table]));
  const water = bodies.get("县水务局");
  if (water === undefined) throw new Error("no such body");

  it("are sorted by deadline, then what goes on, then what has none", () => {
    const groups = dutiesByDeadline(water.tasks);
    expect(
      groups.map(({ end, ongoing, parts }) => [end, ongoing, parts.map(({ task: one }) => one.number)]),
    ).toEqual([
      ["2022-07-25", false, [4]],
      ["2023-12-31", false, [3, 5]],
      [null, true, [2]],
      [null, false, [1, 6]],
    ]);
    expect(dutiesByDeadline([])).toEqual([]);
  });

  it("are shared with other bodies", () => {
    expect(companionsOf(water)).toEqual([
      { name: "县财政局", tasks: 3 },
      { name: "县林业局", tasks: 2 },
      { name: "各乡镇", tasks: 2 },
    ]);
    expect(companionsOf(water, (name) => (name === "县林业局" ? "县水务局" : name))).toHaveLength(2);
  });

  it("fall in years", () => {
    expect([dueYear(due("2022-07-25")), dueYear(due(null, true)), dueYear(due(null)), dueYear(null)]).toEqual(
      ["2022", "长期", null, null],
    );
  });
});
