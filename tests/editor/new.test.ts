import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { textOfHtml } from "../../src/source/docx.ts";
import { readText } from "../support/read.ts";
import { paragraph, table, word } from "./word.ts";
import { emptyFolder, gongbao, ISSUE, put } from "./workplace.ts";

test.each(["gb18030", "utf-16le", "utf-8"])(
  "a text in %s becomes a seed in UTF-8 under its issue id",
  async (encoding) => {
    const root = emptyFolder();
    const file = put(
      root,
      "incoming/gazette.txt",
      iconv.encode(ISSUE, encoding, { addBOM: encoding === "utf-16le" }),
    );
    const { code, out, err } = await gongbao(root, "new", file);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(readFileSync(join(root, "seeds/2021-03.txt"), "utf8")).toBe(ISSUE);
    expect(readdirSync(join(root, "seeds"))).toEqual(["2021-03.txt"]);
    expect(out).toContain(`原编码 ${encoding}`);
    expect(out).toContain("2021-03：公文 1 件，任免 0 件，大事记 0 条，表格 0 张，任务 ");
    expect(out).toMatch(/未归入 0 个/);
    expect(out).toMatch(/疑点：错误 0 条，警告 [1-9]\d* 条/);
    expect(out).toContain("/proof/2021-03/");
  },
);

test("an issue that is there is not overwritten", async () => {
  const root = emptyFolder();
  const target = put(root, "seeds/2021-03.txt", "早先的文本");
  const file = put(root, "gazette.txt", ISSUE);
  const { code, err } = await gongbao(root, "new", file);
  expect(code).toBe(2);
  expect(err).toBe(`${target}: 2021-03.txt 已经在了。要换掉它，请先删去或改名\n`);
  expect(readFileSync(target, "utf8")).toBe("早先的文本");
});

test.each([
  ["no gazette", "只是一段话。", /找不到刊名/],
  ["empty", "", /文件是空的/],
])("a file that is %s is refused and nothing is written", async (_, text, expected) => {
  const root = emptyFolder();
  const { code, err } = await gongbao(root, "new", put(root, "x.txt", text));
  expect(code).toBe(2);
  expect(err).toMatch(expected);
  expect(existsSync(join(root, "seeds"))).toBe(false);
});

test("a missing file and a seeds folder that cannot be are told", async () => {
  const root = emptyFolder();
  expect(await gongbao(root, "new", join(root, "none.txt"))).toMatchObject({
    code: 2,
    err: expect.stringContaining("没有这个文件"),
  });
  const file = put(root, "x.txt", ISSUE);
  await expect(gongbao(root, "new", file, "--seeds", join(file, "seeds"))).rejects.toThrow(/ENOTDIR/);
});

const lines = ISSUE.split("\n").filter(Boolean);

test("a Word document keeps its paragraphs and its tables", async () => {
  const root = emptyFolder();
  const at = lines.indexOf("一、加强领导");
  const file = put(
    root,
    "gazette.docx",
    word([
      ...lines.slice(0, at).map(paragraph),
      table([
        [["序号"], ["任务"], ["责任单位"]],
        [["1"], ["做甲事"], ["县财政局"]],
      ]),
      table([
        [["类别"], ["任务"], ["责任单位"]],
        [["甲类", '<w:vMerge w:val="restart"/>'], ["做乙 < 事"], ["县教育局"]],
        [["", "<w:vMerge/>"], ["做丙事"], ["县水务局"]],
      ]),
      ...lines.slice(at).map(paragraph),
    ]),
  );
  const { code, out, err } = await gongbao(root, "new", file, "--lang", "en");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("it was in docx");
  expect(out).toContain("2021-03: 1 notices, 0 appointments, 0 chronicle entries, 2 tables");
  const seed = readFileSync(join(root, "seeds/2021-03.txt"), "utf8");
  expect(seed).toContain("序号\t任务\t责任单位\n1\t做甲事\t县财政局\n");
  expect(seed).toContain('<tr><td rowspan="2">甲类</td><td>做乙 ＜ 事</td><td>县教育局</td></tr>');
  const reading = readText(seed);
  expect(reading.tables.map(({ records }) => records.length)).toEqual([1, 2]);
  expect(reading.tables[1]?.rows[0]?.cells[0]).toMatchObject({ text: "甲类", rowSpan: 2 });
  expect(reading.notices[0]?.documentNumber?.text).toBe("某政发〔2021〕5号");
});

test("a Word document is told by its content, whatever its name", async () => {
  const root = emptyFolder();
  const { out } = await gongbao(root, "new", put(root, "gazette.wps", word(lines.map(paragraph))));
  expect(out).toContain("原编码 docx");
  expect((await gongbao(root, "new", root)).err).toContain("这是一个文件夹");
});

test("what only looks like a Word document is refused", async () => {
  const root = emptyFolder();
  const { code, err } = await gongbao(root, "new", put(root, "x.docx", "不是文档"));
  expect(code).toBe(2);
  expect(err).toContain("x.docx: 读不出这个 .docx。请在 Word 里另存一次");
});

test("lists, breaks and markup of a document become lines of text", () => {
  const { text, numberedLists } = textOfHtml(
    "stray<p>甲<br>乙</p><p> </p><ol><li>一项</li><li>二项<ul><li>小项</li></ul></li></ol><p>a &lt;b&gt; c</p><table><tr><td colspan='2'><p>上</p><p>下</p></td></tr><tr><td>1</td><td>2\t3</td></tr></table>",
  );
  expect(text.split("\n").filter(Boolean)).toEqual([
    "甲",
    "乙",
    "1. 一项",
    "2. 二项",
    "- 小项",
    "a <b> c",
    "<table>",
    '<tr><td colspan="2">上<br/>下</td></tr>',
    "<tr><td>1</td><td>2 3</td></tr>",
    "</table>",
  ]);
  expect(numberedLists).toBe(1);
});

test("lists that Word numbers are pointed out", async () => {
  const root = emptyFolder();
  const listed = `<w:p><w:pPr><w:pStyle w:val="ListNumber"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>编号的一项</w:t></w:r></w:p>`;
  const { out } = await gongbao(root, "new", put(root, "x.docx", word([...lines.map(paragraph), listed])));
  const seed = readFileSync(join(root, "seeds/2021-03.txt"), "utf8");
  if (seed.includes("1. 编号的一项")) expect(out).toContain("自动编号的列表有 1 处");
  else expect(seed).toContain("编号的一项");
});
