import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { english } from "../../src/commands/english.ts";
import { docstringOf } from "../../src/commands/explain.ts";
import { say } from "../../src/commands/words.ts";
import { rules } from "../../src/lint/index.ts";
import { emptyFolder, gongbao, ISSUE, noticeWith, put } from "./workplace.ts";

const DOUBLED = "doubled-character";
const line = ISSUE.slice(0, ISSUE.indexOf("对应的的")).split("\n").length;

/** A root whose one issue has a doubled character among its doubts. */
function issueAt(configuration?: string): string {
  const root = emptyFolder();
  put(root, "seeds/2021-03.txt", ISSUE);
  if (configuration !== undefined) put(root, "gongbao.config.yaml", configuration);
  return root;
}

interface Told {
  file: string;
  issue: string;
  ruleId: string;
  severity: string;
  place: { start: { line: number; column: number; offset: number } };
}

async function doubts(root: string): Promise<Told[]> {
  return JSON.parse((await gongbao(root, "check", "--format", "json")).out) as Told[];
}

test("doubts as text, JSON, SARIF and annotations name the same places", async () => {
  const root = issueAt();
  const told = await doubts(root);
  const doubled = told.find(({ ruleId }) => ruleId === DOUBLED);
  expect(doubled).toMatchObject({ issue: "2021-03", severity: "warning", place: { start: { line } } });
  expect(ISSUE.slice(doubled?.place.start.offset)).toMatch(/^的的/);

  const sarif = JSON.parse((await gongbao(root, "check", "--format", "sarif")).out);
  const [run] = sarif.runs;
  expect(sarif.version).toBe("2.1.0");
  expect(run.results).toHaveLength(told.length);
  expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toContain(DOUBLED);
  expect(run.results.find(({ ruleId }: { ruleId: string }) => ruleId === DOUBLED)).toMatchObject({
    level: "warning",
    locations: [{ physicalLocation: { region: { startLine: line, charLength: 2 } } }],
  });

  const annotations = (await gongbao(root, "check", "--format", "github")).out.trimEnd().split("\n");
  expect(annotations).toHaveLength(told.length);
  expect(annotations.join("\n")).toMatch(
    new RegExp(
      `^::warning file=.*2021-03\\.txt,line=${line},endLine=${line},col=\\d+,title=${DOUBLED}::`,
      "m",
    ),
  );

  const { out, code } = await gongbao(root, "check");
  expect(code).toBe(0);
  expect(out).toMatch(new RegExp(`${line}:\\d+-${line}:\\d+ +warning .*${DOUBLED}`));
});

test("a file in the folder where the command runs is named from there", async () => {
  const { out } = await gongbao("/", "check", "seeds/2021-03.txt", "--format", "json");
  expect((JSON.parse(out) as Told[])[0]?.file).toBe("seeds/2021-03.txt");
});

test("annotations cannot be broken out of", async () => {
  const root = emptyFolder();
  const file = put(root, "a,b:c%/2021-03.txt", ISSUE);
  const { out } = await gongbao(root, "check", file, "--format", "github");
  expect(out).toContain("a%2Cb%3Ac%25/2021-03.txt,line=");
  expect((await gongbao(root, "check", file, "--format", "sarif")).out).toContain("a%2Cb%3Ac%25/2021-03.txt");
});

test("an unknown format is refused", async () => {
  const { code, err } = await gongbao(issueAt(), "check", "--format", "xml");
  expect({ code, err }).toEqual({
    code: 2,
    err: "gongbao: --format 只能是 text json sarif github。用 gongbao --help 看用法\n",
  });
});

test.each([
  ["error", 1],
  ["warning", 0],
  ["info", 0],
])("a rule's severity can be set to %s", async (severity, code) => {
  const root = issueAt(`rules:\n  ${DOUBLED}: {severity: ${severity}}\n`);
  expect((await doubts(root)).find(({ ruleId }) => ruleId === DOUBLED)?.severity).toBe(severity);
  expect((await gongbao(root, "check")).code).toBe(code);
  expect((await gongbao(root, "build")).code).toBe(code * 2);
});

test("a rule can be turned off, and its doubts excused by line or anchor", async () => {
  const has = async (configuration: string): Promise<boolean> =>
    (await doubts(issueAt(configuration))).some(({ ruleId }) => ruleId === DOUBLED);
  const excuse = (at: number | string, issue = "2021-03"): string =>
    `rules:\n  ${DOUBLED}:\n    exceptions:\n      - {issue: ${issue}, at: ${at}, reason: 原文如此}\n`;
  expect(await has("rules: {}\n")).toBe(true);
  expect(await has("\n")).toBe(true);
  expect(await has(`rules:\n  ${DOUBLED}: {severity: off}\n`)).toBe(false);
  expect(await has(excuse(line))).toBe(false);
  expect(await has(excuse("'mzf-2021-5#p1'"))).toBe(false);
  expect(await has(excuse("mzf-2021-5"))).toBe(false);
  expect(await has(excuse(line + 1))).toBe(true);
  expect(await has(excuse("'mzf-2021-5#1'"))).toBe(true);
  expect(await has(excuse("'mzf-2021-5#none'"))).toBe(true);
  expect(await has(excuse(line, "2021-04"))).toBe(true);
});

test("an exception that excuses nothing is told, in the language asked for", async () => {
  const root = issueAt(
    `rules:\n  ${DOUBLED}:\n    exceptions:\n      - {issue: 2021-03, at: 1, reason: 试}\n`,
  );
  expect((await gongbao(root, "check")).err).toBe(
    `gongbao.config.yaml 第 4 行的例外没有用上：${DOUBLED} 2021-03 1\n`,
  );
  expect((await gongbao(root, "build", "--lang", "en")).err).toContain(
    `Exception at line 4 of gongbao.config.yaml excuses nothing: ${DOUBLED} 2021-03 1`,
  );
});

test.each([
  ["an unknown rule", "rules:\n  no-such-rule: {}\n", /gongbao\.config\.yaml:2:17: 没有规则 no-such-rule/],
  ["the rule on lost text", "rules:\n  unaccounted: {severity: off}\n", /:2:16: unaccounted 不能改/],
  [
    "an exception without a reason",
    `rules:\n  ${DOUBLED}:\n    exceptions:\n      - {issue: 2021-03, at: 1}\n`,
    /:4:9: rules\.doubled-character\.exceptions\.0\.reason：/,
  ],
  ["an unknown key", "rule: {}\n", /:1:1: /],
])("settings with %s are refused with their place", async (_, configuration, expected) => {
  const { code, err } = await gongbao(issueAt(configuration), "check");
  expect(code).toBe(2);
  expect(err).toMatch(expected);
});

test("gongbao explain prints what a rule's file says; without a rule it lists them all", async () => {
  const { code, out } = await gongbao("/", "explain", DOUBLED);
  const rule = rules.find(({ id }) => id === DOUBLED);
  expect(code).toBe(0);
  expect(out).toContain(`${DOUBLED}  ${rule?.summary}`);
  expect(out).toContain("严重程度：警告");
  expect(out).toContain("Warns of");
  expect(out).not.toMatch(/^ ?\*|\*\//m);
  expect((await gongbao("/", "explain", DOUBLED, "--lang=en")).out).toContain("Severity: warning");
  const list = (await gongbao("/", "explain")).out.trimEnd().split("\n");
  expect(list.map((one) => one.split(" ")[0])).toEqual(rules.map(({ id }) => id));
  expect(await gongbao("/", "explain", "no-such")).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^gongbao explain: 没有规则 no-such。规则有：.*doubled-character/),
  });
  expect((await gongbao("/", "explain", "a", "b")).code).toBe(2);
  expect(docstringOf("const none = 1;")).toBe("");
  expect(docstringOf("/** One line. */\nconst a = 1;")).toBe("One line.");
});

test("every rule says what it is about in its own file", async () => {
  for (const { id } of rules)
    expect((await gongbao("/", "explain", id)).out.split("\n").length, id).toBeGreaterThan(4);
});

const COMMANDS = ["build", "check", "parse", "unparse", "new", "explain", "authority", "verify"];

test.each(COMMANDS)("gongbao %s --help says how it is used, in both languages", async (command) => {
  const chinese = await gongbao("/", command, "--help");
  expect(chinese).toMatchObject({ code: 0, err: "" });
  expect(chinese.out).toMatch(new RegExp(`^用法：gongbao ${command}`));
  expect((await gongbao("/", command, "-h", "--lang", "en")).out).toMatch(
    new RegExp(`^Usage: gongbao ${command}`),
  );
});

test("gongbao lists its commands; without one it exits with 2", async () => {
  const { code, out } = await gongbao("/", "--help");
  expect(code).toBe(0);
  for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^ {2}${command}\\b`, "m"));
  expect(await gongbao("/")).toMatchObject({ code: 2, out });
  expect((await gongbao("/", "--help", "--lang", "en")).out).toMatch(/^Usage: gongbao <command>/);
});

test.each([
  [["nothing"], "gongbao: 没有命令 nothing。用 gongbao --help 看用法\n"],
  [["nothing", "--lang", "en"], "gongbao: There is no command nothing. See gongbao --help\n"],
  [["parse", "--lang", "en"], "gongbao: parse needs one file. See gongbao --help\n"],
  [["parse", "x"], "gongbao: parse 要用 --out 给出写到哪个文件夹。用 gongbao --help 看用法\n"],
  [["unparse", "a", "b"], "gongbao: unparse 要一个文件。用 gongbao --help 看用法\n"],
  [["check", "--lang", "fr"], "gongbao: --lang 只能是 zh 或 en。用 gongbao --help 看用法\n"],
])("bad use is told with the way out: %j", async (argv, expected) => {
  expect(await gongbao("/", ...argv)).toMatchObject({ code: 2, err: expected });
});

test("an unknown option and a missing file are told in the language asked for", async () => {
  expect((await gongbao("/", "build", "--none")).code).toBe(2);
  expect((await gongbao("/", "check", "/no/such.txt", "--lang", "en")).err).toBe(
    "/no/such.txt: There is no such file. Check the path\n",
  );
});

test("every sentence of the command line has its English", () => {
  const folder = join(import.meta.dirname, "../../src/commands");
  const sources = readdirSync(folder)
    .filter((name) => !["english.ts", "help.ts"].includes(name))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
  for (const phrase of Object.keys(english)) {
    const isOwn = sources.includes(phrase);
    const isThrown = /文件是空的|不是文本文件|看不出|刊名|期号|年份/.test(phrase);
    expect(isOwn || isThrown, phrase).toBe(true);
  }
  expect(say(["{0} 要一个文件", "甲"], "en")).toBe("甲 needs one file");
  expect(say("没有译文", "en")).toBe("没有译文");
  expect(say(["{1}缺"], "zh")).toBe("缺");
});

test("what stands before a document and elsewhere is found by anchor", async () => {
  const text = noticeWith(
    "附件请看。",
    "\n附件：1.甲表\n\n附件1\n\n甲表\n\n对应的的任务。\n\n大事记\n\n7月\n\n5日 对应的的会议召开。\n",
  );
  const root = emptyFolder();
  put(root, "seeds/2021-03.txt", text);
  const all = (await doubts(root)).filter(({ ruleId }) => ruleId === DOUBLED);
  for (const at of ["mzf-2021-5#a1", "2021-03/chronicle", "'chronicle#2021-07-05-1'"]) {
    put(
      root,
      "gongbao.config.yaml",
      `rules:\n  ${DOUBLED}:\n    exceptions: [{issue: 2021-03, at: ${at}, reason: 试}]\n`,
    );
    expect((await doubts(root)).filter(({ ruleId }) => ruleId === DOUBLED).length, at).toBeLessThan(
      all.length,
    );
  }
});
