/** How long lists are cut: nothing lost, nothing twice, no page heavier than it may be. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodyListPages, bodyLists, listsThatFit } from "../../site/bodyLists.ts";
import { initialPages } from "../../site/initials.ts";
import { bytesOf, cutList, firstThatFit, runsThatFit, shareRoom } from "../../site/listPages.ts";
import { decisionList, documentList, entryList, type List, listPaths, taskList } from "../../site/lists.ts";
import { collectGazette } from "../../src/corpus/gazette.ts";
import { collectOrganizations } from "../../src/corpus/organizations.ts";
import { manyIssues, sampleDocuments } from "./gazette.ts";

const weights = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 });
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

describe("runs that fit", () => {
  it("hold every item once, in order, and only one that is too heavy alone is heavier than allowed (property)", () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 100 }), (items, most) => {
        const runs = runsThatFit(items, (item) => item, most);
        expect(runs.flat()).toEqual(items);
        for (const [at, run] of runs.entries()) {
          if (run.length > 1) expect(sum(run)).toBeLessThanOrEqual(most);
          const [next] = runs[at + 1] ?? [];
          if (next !== undefined) expect(sum(run) + next).toBeGreaterThan(most);
        }
      }),
    );
  });

  it("share a page: all is given where all fits, and no list gets more than it needs (property)", () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 400 }), (needs, room) => {
        const shares = shareRoom(needs, room);
        expect(sum(shares)).toBeCloseTo(Math.min(sum(needs), room));
        for (const [at, share] of shares.entries()) expect(share).toBeLessThanOrEqual(needs[at] as number);
      }),
    );
    expect(shareRoom([10, 100, 100], 90)).toEqual([10, 40, 40]);
  });
});

describe("a list across the issues", () => {
  const few = collectGazette(sampleDocuments());
  const many = collectGazette(manyIssues(12));

  it("has a page a year, and tasks a page an issue, whose addresses are there from the first issue on", () => {
    const paths = [documentList, decisionList, entryList, taskList].flatMap((list) =>
      list(few).pages.map(({ path }) => path),
    );
    expect(paths).toEqual(["/documents/2022/", "/appointments/2022/", "/chronicle/2022/", "/tasks/2022-01/"]);
    const later = [documentList, decisionList, entryList, taskList].flatMap((list) =>
      list(collectGazette([...sampleDocuments(), ...manyIssues(8)])).pages.map(({ path }) => path),
    );
    expect(later).toEqual(expect.arrayContaining(paths));
  });

  it("shows all of a small gazette, and the newest of a large one", () => {
    expect(taskList(few).newest).toEqual(taskList(few).pages);
    const list = taskList(many);
    expect(list.newest.map(({ path }) => path)).toEqual(
      ["/tasks/2022-04/", "/tasks/2022-03/"].slice(0, list.newest.length),
    );
    expect(list.newest.length).toBeLessThan(list.pages.length);
  });

  it("holds every item on exactly one of its pages", () => {
    const lists: List<unknown>[] = [documentList(many), decisionList(many), entryList(many), taskList(many)];
    for (const list of lists) {
      expect(list.pages.flatMap(({ items }) => items)).toEqual(list.items);
      const parts = new Set(listPaths(list).map(({ params }) => params.part));
      expect(parts.size).toBe(list.pages.length + 1);
    }
  });

  it("cuts what is too heavy for one page further", () => {
    const pages = cutList(
      Array.from({ length: 1000 }, (_, at) => `第${at}项`),
      {
        folder: "/tasks/",
        key: () => "2021-03",
        say: () => ({ text: "第3期", heading: "2021年" }),
        weigh: (text) => bytesOf(text),
      },
    );
    expect(pages.slice(0, 2).map(({ path, text }) => [path, text])).toEqual([
      ["/tasks/2021-03/", "第3期"],
      ["/tasks/2021-03/2/", "第3期（2）"],
    ]);
    expect(firstThatFit(pages, (text) => bytesOf(text))).toHaveLength(1);
    expect(firstThatFit([], () => 1)).toEqual([]);
  });
});

describe("a body", () => {
  it("with little to show has all on its page", () => {
    const body = collectOrganizations(collectGazette(sampleDocuments())).get("县水务局");
    if (body === undefined) throw new Error("no such body");
    expect(listsThatFit(bodyLists(body))).toEqual(bodyLists(body));
    expect(bodyListPages(body)).toEqual([]);
  });

  it("with many tasks shows those due last, and all of them on pages of their own", () => {
    const body = collectOrganizations(collectGazette(manyIssues(12))).get("县水务局");
    if (body === undefined) throw new Error("no such body");
    const whole = bodyLists(body);
    const shown = listsThatFit(whole);
    expect(whole.leads).toHaveLength(12 * 130);
    expect(shown.leads.length).toBeLessThan(whole.leads.length);
    expect(shown.leads[0]?.task.deadline?.end).toBe("2025-12-31");
    expect(shown.decisions[0]?.document.issue).toBe("2022-04");
    for (const kind of ["leads", "decisions"] as const) {
      const pages = bodyListPages(body).filter((page) => page.kind === kind);
      expect(pages.flatMap(({ lists }): unknown[] => lists[kind])).toEqual(whole[kind]);
      expect(pages[0]?.paths.slice(0, 2)).toEqual([
        `/organizations/${body.slug}/${kind}/`,
        `/organizations/${body.slug}/${kind}/2/`,
      ]);
    }
  });
});

describe("an index of names", () => {
  const named = (count: number) =>
    Array.from({ length: count }, (_, at) => {
      const slug = `${"abcxx"[at % 5]}-${at}`;
      return { name: `县第${at}局`, slug, note: "任务 3　提及 12", of: at };
    });

  it("stands on one page while that has room, in its order", () => {
    const few = named(60);
    const [index, ...others] = initialPages(few, "/organizations/");
    expect(index?.items).toEqual(few);
    expect(others).toEqual([]);
  });

  it("has its first names there and all of them by initial where they are too many", () => {
    const many = named(4000);
    const [index, ...others] = initialPages(many, "/organizations/");
    expect(index?.items).toEqual(many.slice(0, index?.items.length));
    expect(others.flatMap(({ items }) => items).toSorted((a, b) => a.of - b.of)).toEqual(many);
    const paths = others.map(({ part }) => part?.path);
    expect(paths.slice(0, 2)).toEqual(["/organizations/initials/a/", "/organizations/initials/a/2/"]);
    expect(new Set(paths).size).toBe(paths.length);
  });
});
