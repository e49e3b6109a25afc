/** Where printed text stands in the source. */
import { describe, expect, it } from "vitest";
import { findBefore, finder, placer, placersInOrder, placeWithin } from "../../src/lint/places.ts";
import { sourceOf } from "../../src/syntax/source.ts";
import type { Source } from "../../src/tree/build.ts";

/** What a place covers, line ends shown as ⏎. */
const covered = ({ text }: Source, place: { start: { offset: number }; end: { offset: number } }): string =>
  text.slice(place.start.offset, place.end.offset).replaceAll("\n", "⏎");

describe("placer", () => {
  it("walks over marks, blanks and lines that are no part of the text", () => {
    const source = sourceOf("**加强 领**\n\n— 12 —\n某县公报\n\n导，<p>落实责任</p>。");
    const place = placer(source, "加强领导，落实责任。", 0, source.text.length);
    expect(covered(source, place(0, 2))).toBe("加强");
    expect(covered(source, place(2, 4))).toBe("领**⏎⏎— 12 —⏎某县公报⏎⏎导");
    expect(covered(source, place(5, 9))).toBe("落实责任");
    expect(place(3, 4).start).toEqual({ line: 6, column: 1, offset: source.text.indexOf("导") });
  });
  it("gives the whole stretch where the text is not found", () => {
    const source = sourceOf("甲乙丙");
    expect(covered(source, placer(source, "甲丙", 0, 3)(0, 2))).toBe("甲乙丙");
  });
  it("gives up after a page of other lines", () => {
    const source = sourceOf(`甲\n${"丁\n".repeat(100)}乙`);
    expect(placer(source, "甲乙", 0, source.text.length)(0, 2).end.line).toBe(102);
  });
});

describe("finder", () => {
  it("finds texts one after another, each from where the last one ended", () => {
    const source = sourceOf("甲 乙\t甲<br>乙\n丙");
    const find = finder(source, 0, source.text.length);
    expect([find("甲乙"), find("甲乙"), find("丙"), find("丙")]).toEqual([0, 4, 11, null]);
  });
});

describe("placersInOrder", () => {
  it("gives the whole stretch for a text that is not there", () => {
    const source = sourceOf("甲\t乙\t丙");
    const [first, second, third] = placersInOrder(source, ["甲", "丁戊", "丙"], 0, 5);
    expect(
      [first?.(0, 1), second?.(0, 2), third?.(0, 1)].map((place) => place && covered(source, place)),
    ).toEqual(["甲", "甲\t乙\t丙", "丙"]);
  });
});

describe("findBefore", () => {
  it("finds the last place, not before the floor", () => {
    const source = sourceOf("题目\n题目\n正文");
    expect(findBefore(source, "题目", 0, 6)).toBe(3);
    expect(findBefore(source, "题目", 4, 6)).toBeNull();
  });
});

describe("placeWithin", () => {
  it("finds a text near the end, far from it, or gives the stretch", () => {
    const source = sourceOf(`时限：年底前\n${"乙".repeat(300)}\n完成`);
    const { end } = placer(source, "时", 0, source.text.length)(0, 1);
    const stretch = {
      start: { line: 1, column: 1, offset: 0 },
      end: { ...end, line: 3, offset: source.text.length },
    };
    expect(covered(source, placeWithin(source, "完成", stretch))).toBe("完成");
    expect(covered(source, placeWithin(source, "年底前", stretch))).toBe("年底前");
    expect(covered(source, placeWithin(source, "明年底前", stretch))).toHaveLength(source.text.length);
  });
});
