import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { filesOf } from "../../src/document/json.ts";
import { reportOf } from "../../src/document/report.ts";
import { readGazette } from "../../src/pipeline.ts";
import { readErrata, sharedEnds } from "../../src/source/errata.ts";
import { layOver, toPrinted } from "../../src/source/overlay.ts";
import { YamlFileError } from "../../src/source/yamlFile.ts";
import { unparse } from "../../src/tree/coverage.ts";
import { emptyFolder, gongbao, ISSUE, MASTHEAD, noticeWith, put } from "./workplace.ts";

const read = (text: string, yaml: string) =>
  readGazette(Buffer.from(text), "2021-03.txt", undefined, readErrata(yaml, "2021-03.errata.yaml"));

const lineOf = (text: string, word: string): number => text.slice(0, text.indexOf(word)).split("\n").length;

/** What is wrong with errata, as `line:column reason`. */
function problems(text: string, yaml: string): string[] {
  try {
    read(text, yaml);
    return [];
  } catch (error) {
    if (!(error instanceof YamlFileError)) throw error;
    return error.problems.map(({ line, column, reason }) => `${line}:${column} ${reason}`);
  }
}

test("a correction by line changes the text and stands beside it; the source stays as printed", () => {
  const line = lineOf(ISSUE, "对应的的");
  const { compiled, file, tree, source } = read(
    ISSUE,
    `- at: ${line}\n  find: 对应的的任务\n  replace: 对应的任务\n  reason: 重字\n`,
  );
  const [notice] = compiled.notices;
  expect(notice?.children[0]).toMatchObject({
    text: "为了做好工作，县财政局要在2020年12月31日前完成对应的任务。",
  });
  const start = ISSUE.indexOf("对应的的");
  expect(notice?.corrections).toEqual([
    {
      anchor: "p1",
      field: "text",
      printed: "对应的的任务",
      corrected: "对应的任务",
      reason: "重字",
      position: {
        start: expect.objectContaining({ line, offset: start }),
        end: expect.objectContaining({ line, offset: start + "对应的的任务".length }),
      },
    },
  ]);
  expect(notice?.children[0]?.position.end.offset).toBe(ISSUE.indexOf("任务。") + 3);
  expect(notice?.position.end.offset).toBe(ISSUE.trimEnd().length);
  expect(unparse(tree, source)).toBe(ISSUE);
  expect(compiled.coverage).toMatchObject({ unaccounted: 0, doubled: [] });
  expect(compiled.issue.source).toMatchObject({ characters: ISSUE.length, lines: ISSUE.split("\n").length });
  expect(reportOf(compiled, file).messages.map(({ ruleId }) => ruleId)).not.toContain("doubled-character");
  expect(() => filesOf(compiled, reportOf(compiled, file))).not.toThrow();
});

test("documents without errata have no field for them", () => {
  const { compiled } = readGazette(Buffer.from(ISSUE), "x.txt", undefined, readErrata("", "x.errata.yaml"));
  expect(compiled.notices[0]).not.toHaveProperty("corrections");
});

test("what is read is read of the corrected text: deadlines, parties, numbers", () => {
  const text = noticeWith("一、整治\n\n责任单位：县财正局\n\n完成时限：2012年9月底前");
  const { compiled } = read(
    text,
    `- {at: ${lineOf(text, "财正")}, find: 财正, replace: 财政, reason: 错字}
- {at: ${lineOf(text, "2012")}, find: 2012年, replace: 2021年, reason: 年份}
- {at: ${lineOf(text, "〔2021〕5")}, find: 〔2021〕5号, replace: 〔2021〕15号, reason: 漏字}
`,
  );
  const [task] = compiled.taskTables[0]?.tasks ?? [];
  expect(task?.responsible).toEqual([{ text: "县财政局", name: "县财政局" }]);
  expect(task?.deadline?.end).toBe("2021-09-30");
  expect(compiled.notices[0]?.documentNumber?.serial).toBe(15);
  expect(compiled.notices[0]?.corrections?.map(({ anchor, field }) => [anchor, field])).toEqual([
    [null, "documentNumber"],
    ["1-p1", "text"],
    ["1-p2", "text"],
  ]);
  expect(compiled.taskTables[0]?.corrections).toHaveLength(2);
});

test("an anchor finds text that a page break cuts", () => {
  const text = noticeWith("各单位要加强协\n\n- 12 -\n\n调配会，形成合力。");
  const { compiled, tree, source } = read(
    text,
    "- {at: 'mzf-2021-5#p1', find: 协调配会, replace: 协调配合, reason: 错字}\n",
  );
  expect(compiled.notices[0]?.children[0]).toMatchObject({ text: "各单位要加强协调配合，形成合力。" });
  expect(compiled.notices[0]?.corrections?.[0]?.position).toMatchObject({
    start: { offset: text.indexOf("协\n") },
    end: { offset: text.indexOf("会，") + 1 },
  });
  expect(unparse(tree, source)).toBe(text);
});

test("an anchor whose change reaches over a page break is refused", () => {
  const text = noticeWith("各单位要加强协\n\n- 12 -\n\n调配会，形成合力。");
  expect(problems(text, "- {at: mzf-2021-5, find: 协调, replace: 配合, reason: 换词}\n")).toEqual([
    "1:3 “协调”要改的字在原文里隔着换页；请把 find 写短一些",
  ]);
});

const letter = noticeWith(
  "一、领导\n\n各单位要重视。\n\n序号\t任务\t责任单位\n\n1\t做甲事\t县财政局\n\n2\t做乙事\t县教育局",
  "\n附件：1.甲表\n\n附件1\n\n甲表的题目\n\n请填好。\n",
);
const chronicle = `${letter}\n政府大事记\n\n7月\n\n5日 县长张三到乡镇调研。\n\n6日 副县长李四主持会议。\n`;

test.each([
  ["a section's title", "领导", "组织", "#1", "title"],
  ["a row of a table", "做乙事", "做丙事", "-table-1-r2", "rows"],
  ["a head of a table", "责任单位", "牵头单位", null, "columns"],
])("a correction says where it stands: %s", (_, find, replace, anchor, field) => {
  const { compiled } = read(
    letter,
    `- {at: ${lineOf(letter, find)}, find: ${find}, replace: ${replace}, reason: 试}\n`,
  );
  const all = [...compiled.notices, ...compiled.tables].flatMap(({ corrections = [] }) => corrections);
  const found = all.find((one) => one.field === field);
  expect(found).toBeDefined();
  if (anchor !== null) expect(`#${found?.anchor}`).toContain(anchor.replace("#", ""));
});

test.each([
  ["mzf-2021-5-table-1", "做乙事"],
  ["mzf-2021-5#mzf-2021-5-table-1-r2", "做乙事"],
  ["mzf-2021-5-tasks-1#mzf-2021-5-table-1-r2", "做乙事"],
  ["2021-03/mzf-2021-5#a1", "请填好"],
  ["mzf-2021-5#1-p1", "各单位"],
])("%s names a place", (at, find) => {
  const { compiled } = read(letter, `- {at: '${at}', find: ${find}, replace: ${find}了, reason: 试}\n`);
  expect(compiled.notices[0]?.corrections?.[0]?.position.start.line).toBe(lineOf(letter, find));
});

test.each(["mzf-2021-5#zz", "mzf-2021-5-tasks-1#zz", "mzf-2021-5-table-9", "chronicle", "appointment-1"])(
  "%s names nothing",
  (at) => {
    expect(problems(letter, `- {at: '${at}', find: 各单位, replace: 各, reason: 试}\n`)[0]).toContain(
      "这一期没有",
    );
  },
);

test("text is put in at the end of a line, of the file, and of a leaf", () => {
  const cut = ISSUE.trimEnd();
  const last = cut.split("\n").length;
  const more = read(cut, `- {at: ${last}, find: 此件公开发布）, replace: 此件公开发布）。, reason: 试}\n`);
  expect(unparse(more.tree, more.source)).toBe(cut);
  const { compiled } = read(
    ISSUE,
    "- {at: 'mzf-2021-5#p1', find: 任务。, replace: 任务。请速办。, reason: 试}\n",
  );
  expect(compiled.notices[0]?.children[0]).toMatchObject({ text: expect.stringMatching(/任务。请速办。$/) });
});

test("chronicle entries, the front and the contents take corrections too", () => {
  const text = chronicle.replace(
    MASTHEAD,
    `${MASTHEAD}《公报》简介\n\n本公报免费赠阂。\n\n目录\n\n某县人民政府关于做好节水工作的通知 （1）\n\n政府大事记 （9）\n\n`,
  );
  const { compiled } = read(
    text,
    `- {at: ${lineOf(text, "赠阂")}, find: 赠阂, replace: 赠阅, reason: 错字}
- {at: ${lineOf(text, "（9）")}, find: 大事记, replace: 大事, reason: 试}
- {at: chronicle, find: 李四, replace: 李五, reason: 人名}
- {at: ${lineOf(text, "总第15期")}, find: 总第15期, replace: 总第16期, reason: 期号}
`,
  );
  expect(compiled.chronicle?.entries.map(({ text: entry }) => entry).join()).toContain("李五");
  expect(compiled.chronicle?.corrections?.[0]?.anchor).toBe(compiled.chronicle?.entries.at(-1)?.id);
  expect(compiled.issue.serial).toBe(16);
  expect(compiled.issue.corrections?.map(({ field }) => field)).toEqual([null, "text", "contents"]);
});

test.each([
  [
    "matches nothing",
    "- {at: 9, find: 没有的字, replace: 甲, reason: 试}",
    "1:3 第 9 行里找不到“没有的字”；全文没有这几个字",
  ],
  [
    "stands elsewhere",
    "- {at: 1, find: 对应的的, replace: 甲, reason: 试}",
    /^1:3 第 1 行里找不到“对应的的”；全文里它在第 \d+ 行$/,
  ],
  [
    "matches twice",
    "\n- {at: LINE, find: 的, replace: 甲, reason: 试}",
    "2:3 第 LINE 行里“的”不止一处；请把 find 写长一些，直到只有一处",
  ],
  [
    "names a line that is not there",
    "- {at: 999, find: 的, replace: 甲, reason: 试}",
    /^1:3 没有第 999 行，全文只有 \d+ 行$/,
  ],
  [
    "names an anchor that is not there",
    "- {at: 'x#1', find: 的, replace: 甲, reason: 试}",
    /^1:3 这一期没有 x#1/,
  ],
  [
    "changes nothing",
    "- {at: LINE, find: 对应, replace: 对应, reason: 试}",
    "1:3 find 和 replace 相同，没有要改的",
  ],
])("an entry that %s is an error with its place", (_, yaml, expected) => {
  const line = String(lineOf(ISSUE, "对应的的"));
  const [first] = problems(ISSUE, yaml.replace("LINE", line));
  if (typeof expected === "string") expect(first).toBe(expected.replace("LINE", line));
  else expect(first).toMatch(expected);
});

test("two entries that change the same characters are an error", () => {
  const line = lineOf(ISSUE, "对应的的");
  const yaml = `- {at: ${line}, find: 完成对应, replace: 做好对应, reason: 试}\n- {at: ${line}, find: 前完成, replace: 前办成, reason: 试}\n`;
  expect(problems(ISSUE, yaml)).toEqual([expect.stringMatching(/改的是同一处$/)]);
});

test.each([
  ["a field is missing", "- at: 3\n  find: 甲\n", /^1:3 0\.replace/],
  ["a field is unknown", "- {at: 3, find: 甲, replace: 乙, reason: 丙, why: 丁}\n", /^1:3/],
  ["it is no list", "at: 3\n", /^1:1/],
  ["it is no YAML", "- {at: 3\n", /不是合规的 YAML/],
])("an errata file where %s is refused with its place", (_, yaml, expected) => {
  expect(problems(ISSUE, yaml)[0]).toMatch(expected);
});

test("an alias bomb is refused", () => {
  const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"];
  for (let at = 1; at < 9; at++) {
    const letterAt = String.fromCharCode(97 + at);
    const before = String.fromCharCode(96 + at);
    bomb.push(`${letterAt}: &${letterAt} [${Array(9).fill(`*${before}`).join(", ")}]`);
  }
  expect(problems(ISSUE, `${bomb.join("\n")}\n`)[0]).toMatch(/^1:1 读不出内容/);
});

test("numbers, dates and no are words in errata", () => {
  const { entries } = readErrata(
    "- {at: '12', find: 007, replace: no, reason: 2021-01-01}\n- {at: 3, find: a, replace: , reason: b}\n",
    "x",
  );
  expect(entries[0]).toMatchObject({ at: 12, find: "007", replace: "no", reason: "2021-01-01" });
  expect(entries[1]).toMatchObject({ replace: "" });
});

test("a line taken away is furniture, and a line put in has a place", () => {
  const text = noticeWith("各单位要重视。\n\n此行误排\n\n请认真落实。");
  const line = lineOf(text, "此行误排");
  const without = read(text, `- {at: ${line}, find: 此行误排, replace: "", reason: 误排}\n`);
  expect(without.compiled.notices[0]?.children).toHaveLength(2);
  expect(without.compiled.coverage).toMatchObject({ unaccounted: 0 });
  expect(without.compiled.coverage.inFurniture).toBe(4);
  expect(unparse(without.tree, without.source)).toBe(text);
  const more = read(
    text,
    `- {at: ${line}, find: 此行误排, replace: "此行误排\\n\\n漏了一行。", reason: 漏排}\n`,
  );
  expect(more.compiled.notices[0]?.position.end.offset).toBe(text.trimEnd().length);
  expect(more.compiled.coverage.unaccounted).toBe(0);
  expect(unparse(more.tree, more.source)).toBe(text);
});

test("any correction keeps the source whole: unparse, coverage, places", () => {
  const base = letter;
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          at: fc.nat(base.length - 1),
          length: fc.integer({ min: 1, max: 6 }),
          text: fc.string({
            maxLength: 5,
            unit: fc.constantFrom("甲", "一", "、", "\n", "\t", "1", "（", "。"),
          }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      (edits) => {
        const starts = base
          .split("\n")
          .map((_, index, all) => all.slice(0, index).join("\n").length + (index > 0 ? 1 : 0));
        const yaml = edits
          .map(({ at, length, text }) => {
            const line = starts.findLastIndex((start) => start <= at) + 1;
            const entry = {
              at: String(line),
              find: base.slice(at, at + length),
              replace: text,
              reason: "试",
            };
            return `- ${JSON.stringify(entry)}`;
          })
          .join("\n");
        let result: ReturnType<typeof read>;
        try {
          result = read(base, yaml);
        } catch (error) {
          // Not found once, overlapping, or no masthead left.
          return (error as Error).name === "YamlFileError" || (error as Error).name === "MastheadError";
        }
        // What the parser itself doubles or loses in the corrected text is no matter of errata.
        const plain = readGazette(Buffer.from(String(result.file)), "plain.txt").compiled.coverage;
        fc.pre(plain.doubled.length === 0 && plain.lost.length === 0);
        expect(unparse(result.tree, result.source)).toBe(base);
        expect(result.compiled.coverage).toMatchObject({ unaccounted: 0, doubled: [], lost: [] });
        for (const { position } of result.compiled.notices) {
          expect(position.end.offset).toBeLessThanOrEqual(base.length);
          expect(position.start.offset).toBeLessThanOrEqual(position.end.offset);
        }
        return true;
      },
    ),
    { numRuns: 60 },
  );
});

test("offsets lead back, in order and within the print", () => {
  const overlay = layOver("甲乙丙丁戊", [
    { start: 3, end: 4, text: "" },
    { start: 1, end: 2, text: "二二二" },
  ]);
  expect(overlay.corrected).toBe("甲二二二丙戊");
  expect([0, 1, 2, 3, 4, 5, 6].map((at) => toPrinted(overlay, at, "start"))).toEqual([0, 1, 2, 2, 2, 3, 5]);
  expect(toPrinted(overlay, 5, "end")).toBe(4);
});

test("ends that stay are found without cutting a character in two", () => {
  expect(sharedEnds("甲乙丙", "甲丁丙")).toEqual({ before: 1, after: 1 });
  expect(sharedEnds("𠀀", "𠀁")).toEqual({ before: 0, after: 0 });
  expect(sharedEnds("\u{20000}", "\u{1f800}")).toEqual({ before: 0, after: 0 });
});

test("the command line applies errata beside a file, by its name or by its issue, and tells what does not fit", async () => {
  const root = emptyFolder();
  put(root, "seeds/2021-03.txt", ISSUE);
  const entry = `- {at: ${lineOf(ISSUE, "对应的的")}, find: 的的, replace: 的, reason: 重字}\n`;
  const errata = put(root, "seeds/2021-03.errata.yaml", entry);
  expect((await gongbao(root, "build")).code).toBe(0);
  const notice = readFileSync(join(root, "content/2021-03/notices/mzf-2021-5.json"), "utf8");
  expect(JSON.parse(notice)).toMatchObject({ corrections: [{ printed: "的的", corrected: "的" }] });

  put(root, "elsewhere/gazette.txt", ISSUE);
  put(root, "elsewhere/2021-03.errata.yaml", entry);
  expect(
    (await gongbao(root, "parse", join(root, "elsewhere/gazette.txt"), "--out", join(root, "out"))).code,
  ).toBe(0);
  expect(readFileSync(join(root, "out/2021-03/notices/mzf-2021-5.json"), "utf8")).toBe(notice);

  put(
    root,
    "seeds/2021-03.errata.yaml",
    `${entry}- {at: 1, find: 没有, replace: 有, reason: 试}\n- {at: 2, find: 没有, replace: 有, reason: 试}\n`,
  );
  const refused = await gongbao(root, "build");
  expect(refused.code).toBe(2);
  expect(refused.err).toContain(`${errata}:2:3: 第 1 行里找不到“没有”`);
  expect(refused.err).toContain(`${errata}:3:3: 第 2 行里找不到“没有”`);
  expect(readFileSync(join(root, "content/2021-03/notices/mzf-2021-5.json"), "utf8")).toBe(notice);

  put(root, "seeds/2021-03.errata.yaml", entry);
  put(root, "seeds/2020-01.errata.yaml", entry);
  expect((await gongbao(root, "build")).err).toContain("2020-01.errata.yaml: 这个勘误文件没有对应的公报");
});
