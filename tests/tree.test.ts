/** The tree's builders, its account of every character, and the way back to the source. */
import { describe, expect, test } from "vitest";
import { sourceOf } from "../src/syntax/source.ts";
import {
  furniture,
  hull,
  leaf,
  placeAt,
  rangeOf,
  rawOf,
  sourceOffsets,
  trimSpan,
} from "../src/tree/build.ts";
import { accountFor, terminals, unparse } from "../src/tree/coverage.ts";
import type { Root } from "../src/tree/nodes.ts";
import { noticeWith, readText } from "./support/read.ts";

describe("places", () => {
  const source = sourceOf("甲乙\n\n丙\r\n丁\r戊");

  test.each([
    [0, 1, 1],
    [1, 1, 2],
    [2, 1, 3],
    [3, 2, 1],
    [4, 3, 1],
    [7, 4, 1],
    [9, 5, 1],
    [10, 5, 2],
  ])("offset %i is line %i, column %i", (offset, line, column) => {
    expect(placeAt(source, offset)).toEqual({ line, column, offset });
  });

  test("a hull reaches from the first start to the last end, in any order", () => {
    const nodes = [rangeOf(source, 4, 5), rangeOf(source, 0, 2), rangeOf(source, 1, 8)].map((position) => ({
      position,
    }));
    expect(hull(nodes)).toEqual(rangeOf(source, 0, 8));
  });
});

describe("spans", () => {
  test("trimSpan takes blanks of all kinds off both ends", () => {
    const text = " \u3000甲 乙\t\u200b";
    expect(trimSpan(text, { start: 0, end: text.length })).toEqual({ start: 2, end: 5 });
    expect(trimSpan(text, { start: 0, end: 2 })).toEqual({ start: 2, end: 2 });
  });

  test("rawOf joins what a break parted", () => {
    expect(
      rawOf("甲乙\n\n丙", [
        { start: 0, end: 2 },
        { start: 4, end: 5 },
      ]),
    ).toBe("甲乙丙");
    expect(rawOf("甲乙", [{ start: 1, end: 2 }])).toBe("乙");
  });
});

describe("leaves", () => {
  test("a healed leaf has its spans, their hull, and one text", () => {
    const source = sourceOf("县财\n\n政局");
    const spans = [
      { start: 0, end: 2 },
      { start: 4, end: 6 },
    ];
    expect(leaf(source, "text", spans)).toEqual({
      type: "text",
      value: "县财政局",
      spans,
      position: rangeOf(source, 0, 6),
    });
  });

  test("names lose their blanks, running text keeps those between words", () => {
    const source = sourceOf("冯 斌 中共中央 国务院");
    expect(leaf(source, "role", [{ start: 0, end: 3 }]).value).toBe("冯斌");
    expect(leaf(source, "text", [{ start: 4, end: 12 }]).value).toBe("中共中央 国务院");
  });

  test("furniture keeps its text as it stands", () => {
    expect(furniture(sourceOf("— 12 —"), "page-number", { start: 0, end: 6 })).toMatchObject({
      kind: "page-number",
      value: "— 12 —",
    });
  });
});

describe("sourceOffsets", () => {
  test.each([
    ["no blanks", "甲乙丙", [{ start: 0, end: 3 }]],
    ["blanks that go", "审 批 通过", [{ start: 0, end: 6 }]],
    ["blanks that stay", "中央 国务院", [{ start: 0, end: 6 }]],
    ["runs of blanks", "中央   国务院", [{ start: 0, end: 8 }]],
    ["a wide blank", "中央　国务院", [{ start: 0, end: 6 }]],
    [
      "a healed break",
      "中央\n\n国务院",
      [
        { start: 0, end: 2 },
        { start: 4, end: 7 },
      ],
    ],
    ["zero-width ones", "中\u200b央国\u200b务", [{ start: 0, end: 6 }]],
  ])("%s: every character of the value is found where it stands", (_, text, spans) => {
    const source = sourceOf(text);
    const one = leaf(source, "text", spans);
    const offset = sourceOffsets(source, one);
    for (let index = 0; index < one.value.length; index++) {
      const char = one.value[index] as string;
      expect(text[offset(index)]?.replace(/\s/, " ")).toBe(char.replace(/\s/, " "));
    }
    expect(offset(one.value.length)).toBe(spans.at(-1)?.end);
  });
});

describe("the account", () => {
  const text = "甲乙\n丙";
  const source = sourceOf(text);
  const rootOf = (...spans: [number, number, boolean?][]): Root => ({
    type: "root",
    children: spans.map(([start, end, isFurniture]) =>
      isFurniture ? furniture(source, "markup", { start, end }) : leaf(source, "text", [{ start, end }]),
    ),
  });

  test("every character in one place", () => {
    const root = rootOf([0, 2], [3, 4, true]);
    expect(accountFor(root, source)).toEqual({
      characters: 3,
      inDocuments: 2,
      inFurniture: 1,
      unaccounted: 0,
      lost: [],
      doubled: [],
    });
    expect(unparse(root, source)).toBe(text);
  });

  test("what no node holds is lost, and told", () => {
    expect(accountFor(rootOf([0, 1]), source)).toMatchObject({
      characters: 3,
      inDocuments: 1,
      unaccounted: 2,
      lost: [{ start: 1, end: 4 }],
    });
    expect(accountFor(rootOf([3, 4]), source)).toMatchObject({
      unaccounted: 2,
      lost: [{ start: 0, end: 3 }],
    });
  });

  test("what two nodes hold is told, and counted once", () => {
    expect(accountFor(rootOf([0, 2], [1, 4]), source)).toMatchObject({
      characters: 3,
      unaccounted: 0,
      doubled: [{ start: 1, end: 2 }],
    });
    expect(accountFor(rootOf([0, 4], [0, 2]), source)).toMatchObject({ doubled: [{ start: 0, end: 2 }] });
    expect(accountFor(rootOf([0, 4], [1, 2]), source)).toMatchObject({
      characters: 3,
      inDocuments: 3,
      doubled: [{ start: 1, end: 2 }],
    });
  });

  test("blanks that two nodes share are no doubling", () => {
    expect(accountFor(rootOf([0, 3], [2, 4]), source).doubled).toEqual([]);
  });

  test("an empty source has nothing to account for", () => {
    const empty = sourceOf("");
    const root: Root = { type: "root", children: [] };
    expect(accountFor(root, empty)).toMatchObject({ characters: 0, unaccounted: 0 });
    expect(unparse(root, empty)).toBe("");
  });
});

describe("a read tree", () => {
  const text = noticeWith(
    "各单位要**高度**重视节水工\n\n— 3 —\n\n作。\n\n一、总体要求\n\n序号\t事项\n1\t巡查\n2\t检修",
  );
  const { tree, unparsed, coverage } = readText(text);

  test("holds no lines any more, only what they became", () => {
    expect(tree.children.some(({ type }) => type === "line")).toBe(false);
  });

  test("its leaves and furniture are the text, blanks aside", () => {
    const held = [...terminals(tree)].flatMap(({ spans }) => spans).sort((a, b) => a.start - b.start);
    expect(held.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
    expect(unparsed).toBe(text);
    expect(coverage.characters).toBe(text.replace(/\s/g, "").length);
  });

  test("furniture is told by its kind", () => {
    const kinds = [...terminals(tree)].flatMap((node) =>
      node.type === "furniture" ? [[node.kind, node.value]] : [],
    );
    expect(kinds).toContainEqual(["page-number", "— 3 —"]);
    expect(kinds.filter(([kind]) => kind === "markup")).toEqual([
      ["markup", "**"],
      ["markup", "**"],
    ]);
  });
});
