import { join } from "node:path";
import { expect, test } from "vitest";
import { canonicalName, openAuthority, readAuthority } from "../../src/authority/authority.ts";
import { editDistance, likeness, nearest, sharedInOrder } from "../../src/authority/similar.ts";
import { coreOfBody, suggest } from "../../src/authority/suggest.ts";
import type { YamlFileError } from "../../src/source/yamlFile.ts";
import { emptyFolder, gongbao, noticeWith, put } from "./workplace.ts";

const problems = (text: string): string[] => {
  try {
    readAuthority(text, "organizations.yaml");
    return [];
  } catch (error) {
    return (error as YamlFileError).problems.map(({ line, column, reason }) => `${line}:${column} ${reason}`);
  }
};

test("names and aliases lead to one canonical name, in every form of an entry", () => {
  const authority = readAuthority(
    "县审批服务管理局: [县审批局, 县行政审批局]\n县财政局:\n县水务局:\n  aliases: [水务局]\n  note: 由水利局改设\n县教育局: {note: 无别名}\n",
    "organizations.yaml",
  );
  expect(
    ["县行政审批局", "县财政局", "水务局", "县外办"].map((name) => canonicalName(authority, name)),
  ).toEqual(["县审批服务管理局", "县财政局", "县水务局", "县外办"]);
  expect(authority.entries.map(({ name, note }) => [name, note])).toEqual([
    ["县审批服务管理局", null],
    ["县财政局", null],
    ["县水务局", "由水利局改设"],
    ["县教育局", "无别名"],
  ]);
});

test.each([
  [
    "an alias that stands twice",
    "甲局: [丙局]\n乙局: [丙局]\n",
    "2:6 “丙局”已经是“甲局”的名称，一个名称只能指一处",
  ],
  [
    "an alias that is a canonical name",
    "甲局:\n  aliases: [乙局]\n乙局: []\n",
    "2:13 “乙局”已经是“乙局”的名称，一个名称只能指一处",
  ],
  ["a name that stands twice", "甲局: []\n甲局: []\n", /^2:1 不是合规的 YAML/],
  ["an alias that is a list", "甲局: [[乙局]]\n", /^1:6 甲局\.0：/],
  ["a number for a list", "甲局: 5\n", /^1:5 甲局：/],
  ["an unknown field", "甲局: {alias: [乙局]}\n", /^1:\d+ 甲局/],
  ["no names at all but a list", "- 甲局\n", /^1:1/],
])("%s is an error with its place", (_, text, expected) => {
  const [first] = problems(text);
  if (typeof expected === "string") expect(first).toBe(expected);
  else expect(first).toMatch(expected);
});

test("the authority of the 2021-03 issue reads, and knows its bodies", () => {
  const folder = join(import.meta.dirname, "../../content/authority");
  expect(canonicalName(openAuthority(folder, "organizations"), "审批服务管理局")).toBe("县审批服务管理局");
  expect(openAuthority(folder, "people").byName.has("郭耀峰")).toBe(true);
  expect(openAuthority(emptyFolder(), "people").entries).toEqual([]);
});

test("likeness counts what a short form keeps", () => {
  expect(editDistance("县教体局", "县教育局")).toBe(1);
  expect(editDistance("", "甲乙")).toBe(2);
  expect(editDistance("甲乙", "")).toBe(2);
  expect(sharedInOrder("审批局", "审批服务管理局")).toBe(3);
  expect(sharedInOrder("", "甲")).toBe(0);
  expect(sharedInOrder("甲", "")).toBe(0);
  expect(likeness("县审批局", "县审批服务管理局")).toBeGreaterThan(0.7);
  expect(likeness("甲", "")).toBe(0);
  expect(nearest("张三丰", ["李四", "张三峰"])).toBe("张三峰");
  expect(nearest("王五", ["李四"])).toBeNull();
});

test("bodies are compared without level and ending", () => {
  expect(coreOfBody("县审批服务管理局")).toBe("审批服务管理");
  expect(coreOfBody("县妇联")).toBe("妇联");
  expect(coreOfBody("省厅")).toBe("省厅");
  const authority = readAuthority("县审批服务管理局: [县行政审批局]\n县财政局: [市财政局]\n", "x");
  const seen = ["县民政局", "县审批局", "县财政局", "财政局"].map((name, places) => ({ name, places }));
  expect(suggest(seen, authority, coreOfBody).map(({ name, near }) => [name, near])).toEqual([
    ["财政局", "县财政局"],
    ["县审批局", "县审批服务管理局"],
    ["县民政局", null],
  ]);
  const people = readAuthority("张三峰: []\n", "x");
  const persons = ["张三丰", "王五", "丁六"].map((name) => ({ name, places: 1 }));
  expect(suggest(persons, people).map(({ name, near }) => [name, near])).toEqual([
    ["丁六", null],
    ["张三丰", "张三峰"],
    ["王五", null],
  ]);
});

test("gongbao authority suggest lists unknown names with the nearest known", async () => {
  const root = emptyFolder();
  put(
    root,
    "seeds/2021-03.txt",
    noticeWith(
      "一、整治\n\n责任单位：县审批局、县财政局、县教体局\n\n完成时限：2021年9月底前",
      "\n政府大事记\n\n7月\n\n5日 县长张小三到乡镇调研。\n",
    ),
  );
  put(
    root,
    "content/authority/organizations.yaml",
    "县审批服务管理局: [县行政审批局]\n县财政局: []\n某县人民政府: []\n",
  );
  expect((await gongbao(root, "build")).code).toBe(0);
  const { code, out } = await gongbao(root, "authority", "suggest");
  expect(code).toBe(0);
  expect(out).toMatch(/机构：2 个名称不在 content\/authority\/organizations\.yaml 里/);
  expect(out).toMatch(/ {2}县审批局（\d+ 处） {2}可能是 县审批服务管理局/);
  expect(out).toMatch(/ {2}县教体局（\d+ 处）\n/);
  expect(out).toContain("人员：1 个名称不在 content/authority/people.yaml 里\n  张小三（1 处）\n");
  put(root, "content/authority/people.yaml", "张小三: []\n");
  expect((await gongbao(root, "authority", "suggest")).out).toContain("人员：都在名录里\n");
  expect((await gongbao(root, "authority", "suggest", "--lang", "en")).out).toContain(
    "Organizations: 2 names are not in",
  );
  const bad = put(root, "content/authority/people.yaml", "张三: [李四]\n王五: [李四]\n");
  expect(await gongbao(root, "authority", "suggest")).toMatchObject({
    code: 2,
    err: expect.stringContaining(`${bad}:2:6: “李四”已经是“张三”`),
  });
  expect((await gongbao(root, "authority")).err).toContain("authority 后面要写 suggest");
});
