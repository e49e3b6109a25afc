/** Ids, slugs and what a citation resolves to (contract: Files). */
import { describe, expect, test } from "vitest";
import { addToIndex, emptyIndex, resolveCitation } from "../../src/document/corpusIndex.ts";
import { createSlugs, initials, issueIdOf } from "../../src/document/ids.ts";
import { comparable } from "../../src/language/titles.ts";

const number = (agency: string | null, year: number | null, serial: number | null) => ({
  text: "",
  agency,
  year,
  serial,
});

describe("initials", () => {
  test.each([
    ["平政发", "pzf"],
    ["平政办发", "pzbf"],
    ["平政干发", "pzgf"],
    ["国办发明电", "gbfmd"],
    ["宁政发", "nzf"],
  ])("%s is %s", (code, expected) => {
    expect(initials(code)).toBe(expected);
  });
});

describe("slugs", () => {
  test("a numbered document: code, year, serial", () => {
    expect(createSlugs()(number("平政发", 2021, 56), "通知")).toBe("pzf-2021-56");
  });

  test("a number alone goes with the genre", () => {
    expect(createSlugs()(number(null, null, 5), "令")).toBe("ling-5");
  });

  test("without a number, the place among those of the genre", () => {
    const slug = createSlugs();
    expect([slug(null, "公告"), slug(null, "通告"), slug(null, "公告"), slug(null, null)]).toEqual([
      "gonggao-1",
      "tonggao-1",
      "gonggao-2",
      "wenjian-1",
    ]);
  });

  test("two that would be equal: the later takes -2", () => {
    const slug = createSlugs();
    expect(["平政发", "平政法", "坪政发"].map((agency) => slug(number(agency, 2021, 5), "通知"))).toEqual([
      "pzf-2021-5",
      "pzf-2021-5-2",
      "pzf-2021-5-3",
    ]);
  });

  test("a slug that another's -2 has taken goes on counting", () => {
    const slug = createSlugs();
    const slugs = [
      slug(null, "公告"),
      slug(number(null, null, 1), "公告"),
      slug(number(null, null, 1), "公告"),
      slug(null, "公告"),
    ];
    expect(new Set(slugs).size).toBe(4);
    expect(slugs[0]).toBe("gonggao-1");
  });

  test("a code without letters is still a name", () => {
    expect(createSlugs()(number("〇〇", 2021, 5), "通知")).toMatch(/^[a-z0-9-]+-2021-5$/);
  });
});

describe("issueIdOf", () => {
  test("year and two-digit number", () => {
    expect(issueIdOf(2021, 3)).toBe("2021-03");
    expect(issueIdOf(2021, 12)).toBe("2021-12");
  });
});

describe("citations", () => {
  const index = emptyIndex();
  addToIndex(index, {
    id: "2021-03/pzf-2021-5",
    documentNumber: number("平政发", 2021, 5),
    titles: ["关于节水工作的通知（试行）"],
  });
  addToIndex(index, {
    id: "2021-04/pzf-2021-5",
    documentNumber: number("平政发", 2021, 5),
    titles: ["关于供水工作的通知"],
  });
  addToIndex(index, { id: "2021-03/a-1", documentNumber: null, titles: ["关于防汛工作的通知", "短"] });
  addToIndex(index, {
    id: "2021-03/a-2",
    documentNumber: number(null, null, 5),
    titles: ["关于防汛工作的通知"],
  });
  const resolve = (title: string | null, documentNumber: ReturnType<typeof number> | null = null) =>
    resolveCitation(index, { start: 0, end: 0, text: "", title, documentNumber });

  test("by number, the first that carries it", () => {
    expect(resolve(null, number("平政发", 2021, 5))).toBe("2021-03/pzf-2021-5");
    expect(resolve(null, number("平政发", 2021, 6))).toBeNull();
  });

  test("a number that is not known is not replaced by a title", () => {
    expect(resolve("关于供水工作的通知", number("平政发", 2021, 6))).toBeNull();
  });

  test("by title, whatever the width of brackets and the blanks", () => {
    expect(resolve("关于节水工作的通知(试行)")).toBe("2021-03/pzf-2021-5");
    expect(resolve("关于节水 工作的通知（试行）")).toBe("2021-03/pzf-2021-5");
  });

  test("a title that two documents carry means neither", () => {
    expect(resolve("关于防汛工作的通知")).toBeNull();
  });

  test("a short title means nothing, an unknown one nothing either", () => {
    expect(resolve("短")).toBeNull();
    expect(resolve("关于春耕工作的通知")).toBeNull();
    expect(resolve(null)).toBeNull();
  });

  test("comparable titles have brackets and dashes of one width", () => {
    expect(comparable("《关于〈甲—乙〉（试行）》")).toBe(comparable("<关于<甲-乙>(试行)>"));
  });
});
