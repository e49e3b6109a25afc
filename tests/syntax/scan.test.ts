/** The tokenizer: what stands on each line, and which characters are marks. */
import { describe, expect, test } from "vitest";
import { findMarkup } from "../../src/syntax/markup.ts";
import { scan } from "../../src/syntax/scan.ts";
import { sourceOf } from "../../src/syntax/source.ts";
import type { Line } from "../../src/tree/nodes.ts";

const scanned = (text: string) => scan(sourceOf(text));
const lineOf = (text: string): Line =>
  scanned(text).children.find((node): node is Line => node.type === "line") as Line;
const marksOf = (text: string): [string, string][] =>
  scanned(text).children.flatMap((node) => (node.type === "furniture" ? [[node.kind, node.value]] : []));

describe("lines", () => {
  test.each([
    ["", "blank"],
    ["　 \t", "blank"],
    ["各乡镇：", "text"],
    ["1\t巡查", "row"],
    ["| 1 | 巡查 |", "row"],
    ["| 一条竖线", "text"],
    ["||", "text"],
    ["<table>", "html"],
    ["<tr><td>1</td></tr>", "html"],
    ["</table>", "html"],
    ["<p>段落</p>", "text"],
  ])("%j is %s", (text, kind) => {
    expect(lineOf(text).kind).toBe(kind);
  });

  test("a line's text stands without the blanks around it", () => {
    expect(lineOf("　　各乡镇：　")).toMatchObject({
      value: "各乡镇：",
      spans: [{ start: 2, end: 6 }],
      origin: 0,
      limit: 7,
    });
  });

  test("a tab at a line's edge is told", () => {
    expect(lineOf("\t巡查").tabbed).toBe(true);
    expect(lineOf("巡查\t").tabbed).toBe(true);
    expect(lineOf("巡查").tabbed).toBe(false);
  });

  test.each([
    ["- 统筹规划", "统筹规划", true],
    ["* 统筹规划", "统筹规划", true],
    ["-\u00a0统筹规划", "统筹规划", true],
    ["-　统筹规划", "统筹规划", true],
    ["## 节水要求", "节水要求", false],
    ["- 12 -", "- 12 -", false],
    ["-统筹规划", "-统筹规划", false],
    ["#节水", "#节水", false],
  ])("%s", (text, value, bullet) => {
    expect(lineOf(text)).toMatchObject({ value, bullet });
  });

  test("an image line is furniture", () => {
    expect(lineOf("![](a.png)").kind).toBe("blank");
    expect(marksOf("![图](a.png)")).toEqual([["image", "![图](a.png)"]]);
    expect(lineOf("见![](a.png)图").kind).toBe("text");
  });
});

describe("findMarkup", () => {
  const marks = (text: string): string[] => findMarkup(text).map(({ start, end }) => text.slice(start, end));

  test.each([
    ["请**各单位**抓好", ["**", "**"]],
    ["请**各单位抓好", ["**"]],
    ["__各单位__抓好", ["__", "__"]],
    ["<p>段落</p><br>", ["<p>", "</p>", "<br>"]],
    ["<br/><br />", ["<br/>", "<br />"]],
    ['<span style="x">段</span>', ['<span style="x">', "</span>"]],
    ["网址：<http://www.a.cn>", ["<", ">"]],
    ["邮箱：<mailto:a@b.cn>", ["<", ">"]],
    ["网址：<http://a.cn/b_c?d&e>，<https://b.cn>", ["<", ">", "<", ">"]],
    ["网址：<http://a.cn/ b>", []],
    ["网址：`<http://a.cn>`", []],
    ["[县政府](http://www.a.cn)", ["[", "](http://www.a.cn)"]],
    ["见![图](a.png)。", ["![图](a.png)"]],
    ["<p>**粗**</p>", ["<p>", "**", "**", "</p>"]],
  ])("%s", (text, expected) => {
    expect(marks(text)).toEqual(expected);
  });

  test.each([
    "没有标记",
    "3<5，7>2",
    "a*b*c",
    "<script>alert(1)</script>",
    "<未完>",
    "x_y_z",
    "$\\leq$",
    "[2021]5号",
    "1. 一",
    "《节水》",
  ])("%s has none", (text) => {
    expect(marks(text)).toEqual([]);
  });

  test("marks come in order and do not overlap", () => {
    const found = findMarkup("<b>[**甲**](http://a.cn)</b><http://b.cn>");
    found.forEach(({ start, end }, index) => {
      expect(start).toBeLessThan(end);
      expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
    });
  });
});
