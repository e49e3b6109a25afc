/** The command line as a process: exit codes, messages, bytes, and output that is whole or untouched. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import iconv from "iconv-lite";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { readContent } from "../src/commands/content.ts";
import { filterCommand, linesOf, tablesNamed } from "../src/commands/filter.ts";
import { run } from "../src/commands/main.ts";
import { filesUnder } from "../src/commands/output.ts";
import { contextOf } from "../src/export/context.ts";
import { fillTables } from "../src/export/tables/index.ts";
import { partTables } from "../src/export/tables/parts.ts";
import { collectRecords } from "../src/search/records.ts";
import { MASTHEAD, NOTICE_HEAD } from "./support/read.ts";

const MAIN = join(import.meta.dirname, "../src/commands/main.ts");
const scratch = mkdtempSync(join(tmpdir(), "gongbao-commands-"));
process.env["GONGBAO_CACHE"] = join(scratch, "cache");
afterAll(() => rmSync(scratch, { recursive: true }));

const ISSUE = `${MASTHEAD}${NOTICE_HEAD}请各单位抓好节水工作。\n\n某县人民政府\n2021年9月9日\n`;
const NEXT_ISSUE = ISSUE.replace("第3期（总第15期）", "第4期（总第16期）").replace(
  "请各单位抓好节水工作。",
  "请按照某政发〔2021〕5号文件抓好节水工作。",
);

/** A fresh folder to run in, for each test. */
let root = "";
beforeEach(() => {
  root = mkdtempSync(join(scratch, "run-"));
});

function put(path: string, data: string | Uint8Array): string {
  const file = join(root, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, data);
  return file;
}

/** Every file under a folder with its bytes, for comparing before and after. */
const everything = (folder: string): Record<string, string> =>
  Object.fromEntries(filesUnder(folder).map((path) => [path, readFileSync(join(folder, path), "base64")]));

/** Runs the command line as a process of its own. */
function gongbao(...args: string[]): { code: number | null; out: Buffer; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd: root });
  return { code: status, out: stdout, err: stderr.toString() };
}

/** Runs a command within this process. */
async function here(...args: string[]): Promise<{ code: number; out: string; err: string; bytes: Buffer }> {
  const out: Buffer[] = [];
  const err: string[] = [];
  const code = await run(args, root, {
    out: (text) => void out.push(Buffer.from(text)),
    err: (text) => void err.push(text),
    isTerminal: false,
  });
  const bytes = Buffer.concat(out);
  return { code, out: bytes.toString(), err: err.join(""), bytes };
}

/** The lines that the filter writes for these lines, as objects. */
async function filtered(...lines: string[]): Promise<FilterRecord[]> {
  return filteredWith([], lines);
}

interface FilterRecord {
  name: string | null;
  kind: string;
  [key: string]: unknown;
}

async function filteredWith(options: string[], lines: string[]): Promise<FilterRecord[]> {
  const { status, stdout } = spawnSync(process.execPath, [MAIN, "parse", "--ndjson", ...options], {
    cwd: root,
    input: lines.join("\n"),
  });
  expect(status).toBe(0);
  return stdout
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

describe("parse --ndjson", () => {
  test("gives the documents and the report of each source, the same as parse writes", async () => {
    const bytes = iconv.encode(NEXT_ISSUE, "gb18030");
    const found = await filtered(
      JSON.stringify({ name: "一", text: ISSUE }),
      "",
      JSON.stringify({ name: "二", base64: bytes.toString("base64") }),
    );
    expect(found.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      "一 document",
      "一 document",
      "一 report",
      "二 document",
      "二 document",
      "二 report",
    ]);
    put("二.txt", bytes);
    await here("parse", join(root, "二.txt"), "--out", join(root, "out"));
    const written = (path: string): unknown =>
      JSON.parse(readFileSync(join(root, "out/2021-04", path), "utf8"));
    expect(found[4]?.document).toEqual(written("notices/mzf-2021-5.json"));
    expect(found[5]?.report).toEqual(written("report.json"));
  });

  test("tells a bad source and reads the next", async () => {
    const found = await filtered(
      "{不是",
      JSON.stringify({ name: "甲", data: 1 }),
      JSON.stringify({ text: 2 }),
      JSON.stringify({ name: "乙", text: "没有刊头\n" }),
      JSON.stringify({ name: "丙", base64: Buffer.from([0, 1, 2, 3, 255, 254, 0]).toString("base64") }),
      JSON.stringify({ name: "丁", text: ISSUE }),
    );
    expect(found.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      "null error",
      "甲 error",
      "null error",
      "乙 error",
      "丙 error",
      "丁 document",
      "丁 document",
      "丁 report",
    ]);
    expect(found[3]?.error).toEqual({ message: expect.stringContaining("找不到刊名"), line: 4 });
  });

  test("reads lines however the stream cuts them", async () => {
    const bytes = Buffer.from("甲乙\n\n丙");
    const cut = (size: number): Buffer[] =>
      Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      );
    for (const size of [1, 2, 5, 100])
      expect(await Array.fromAsync(linesOf(Readable.from(cut(size))))).toEqual(["甲乙", "", "丙"]);
  });

  test("gives the rows of tables: first their columns, then for each source its rows and its report", async () => {
    const sources = [
      { name: "甲/一.txt", text: ISSUE },
      { name: "乱.txt", text: "没有刊头\n" },
      { name: "甲/二.txt", text: NEXT_ISSUE.replace("〔2021〕5号\n", "〔2021〕6号\n") },
    ];
    const found = await filteredWith(
      ["--tables", "citations,citables,records"],
      sources.map((source) => JSON.stringify(source)),
    );
    expect(found.map(({ name, kind, table }) => [name, kind, kind === "row" ? table : ""].join(" "))).toEqual(
      [
        ...Array(3).fill(" table "),
        ...Array(3).fill("甲/一.txt row citables"),
        ...Array(3).fill("甲/一.txt row records"),
        "甲/一.txt report ",
        "乱.txt error ",
        "甲/二.txt row citations",
        ...Array(3).fill("甲/二.txt row citables"),
        ...Array(3).fill("甲/二.txt row records"),
        "甲/二.txt report ",
      ],
    );
    const columns = found.slice(0, 3).map(({ table }) => table as (typeof partTables)[number]);
    for (const { table, row } of found.filter(({ kind }) => kind === "row") as FilterRecord[])
      expect(Object.keys(row as object)).toEqual(
        columns.find(({ name }) => name === table)?.columns.map(({ name }) => name),
      );
    const [cited] = found.filter(({ table }) => table === "citations");
    const [citable] = found.filter(({ table }) => table === "citables");
    expect(cited).toMatchObject({ number: 1, row: { cited_document_id: null, by: "number" } });
    expect(citable).toMatchObject({ number: 1, row: { document_id: "2021-03/mzf-2021-5", by: "number" } });
    const { key } = (citable as FilterRecord)["row"] as { key: string };
    expect(cited).toMatchObject({ row: { key } });
  });

  test("gives the rows that the tables of the site have", async () => {
    put("seeds/一.txt", NEXT_ISSUE);
    expect(await here("build")).toMatchObject({ code: 0 });
    const documents = readContent(join(root, "content"));
    const publication = { name: "", publisher: "", description: "", licence: { text: "", url: null } };
    const context = contextOf(documents, { publication });
    const names = partTables.map(({ name }) => name);
    const lines = Readable.from([JSON.stringify({ name: "一.txt", text: NEXT_ISSUE })]);
    const texts = await Array.fromAsync(filterCommand(lines, tablesNamed(names.join(","))));
    const found = texts
      .join("")
      .trim()
      .split("\n")
      .map((line): FilterRecord => JSON.parse(line));
    const rowsOf = (name: string): unknown[] =>
      found.filter(({ kind, table }) => kind === "row" && table === name).map(({ row }) => row);
    expect(rowsOf("records")).toEqual(collectRecords(context.gazette));
    for (const { table, rows } of fillTables(context)) {
      if (!names.includes(table.name)) continue;
      const expected = rows.map((cells) =>
        Object.fromEntries(table.columns.map(({ name }, at) => [name, cells[at]])),
      );
      const plain = rowsOf(table.name).map((row) => {
        const { by: _, key: __, ...rest } = row as Record<string, unknown>;
        return rest;
      });
      expect(plain, table.name).toEqual(expected);
    }
  });

  test("takes no table that there is not, and tells of all that there are", async () => {
    const { code, err } = await here("parse", "--ndjson", "--tables", "tasks,people");
    expect(code).toBe(2);
    expect(err).toMatch(/^gongbao: 没有表 people。表有：issues .* records\n$/);
    const help = await here("parse", "--help");
    const english = await here("parse", "--help", "--lang", "en");
    for (const { name } of partTables) for (const { out } of [help, english]) expect(out).toContain(name);
  });

  test("takes no file", async () => {
    expect(await here("parse", "--ndjson", "x.txt")).toMatchObject({ code: 2 });
    expect(await here("parse", "--ndjson")).toMatchObject({ code: 0, out: "" });
  });
});

describe("help", () => {
  test("lists the commands", () => {
    const { code, out } = gongbao("--help");
    expect(code).toBe(0);
    for (const command of ["build", "check", "parse", "unparse"])
      expect(out.toString()).toContain(`  ${command} `);
  });

  test.each(["build", "check", "parse", "unparse"])("%s --help says how it is used", async (command) => {
    const { code, out, err } = await here(command, "--help");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(new RegExp(`^用法：gongbao ${command}[\\s\\S]{40,}`));
    const english = await here(command, "-h", "--lang", "en");
    expect(english.out).toMatch(new RegExp(`^Usage: gongbao ${command}[\\s\\S]{40,}`));
  });

  test("speaks English too", async () => {
    expect(await here("--help", "--lang=en")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Usage: gongbao/),
    });
  });

  test("is what one gets without a command, with exit code 2", async () => {
    expect(await here()).toMatchObject({ code: 2, out: expect.stringContaining("用法：gongbao") });
  });

  test.each([
    [["frobnicate"], "frobnicate"],
    [["parse"], "parse"],
    [["parse", "a.txt"], "--out"],
    [["parse", "a.txt", "b.txt", "--out", "o"], "parse"],
    [["unparse"], "unparse"],
    [["unparse", "a.txt", "b.txt"], "unparse"],
    [["check", "--frobnicate"], "--frobnicate"],
    [["build", "--lang", "fr"], "--lang"],
  ])("%j is bad use: exit code 2, and what to do", async (args, named) => {
    const { code, out, err } = await here(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(named);
    expect(err).toContain("gongbao --help");
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});

describe("bad input", () => {
  const kinds: [string, () => string, RegExp][] = [
    ["a missing file", () => join(root, "nothing.txt"), /nothing\.txt: .*没有.*。.*检查路径/],
    ["an empty file", () => put("empty.txt", ""), /empty\.txt:1:1: .*空.*。请/],
    ["a file of blanks", () => put("blank.txt", " \n\n　"), /blank\.txt:1:1: .*空.*。请/],
    [
      "a binary file",
      () =>
        put(
          "binary.txt",
          Uint8Array.from({ length: 512 }, (_, at) => (at * 7) % 256),
        ),
      /binary\.txt:1:1: .*。请/,
    ],
    ["a folder", () => root, /run-\w+: .*文件夹.*。请/],
    [
      "a text without a masthead",
      () => put("letter.txt", "各乡镇：\n\n请抓好工作。\n"),
      /letter\.txt:1:1: .*刊名.*。请/,
    ],
    [
      "a text without a year",
      () => put("undated.txt", "某县人民政府公报\n\n第3期\n\n请抓好工作。\n"),
      /undated\.txt:\d+:\d+: .*年.*。请/,
    ],
    [
      "a text without an issue number",
      () => put("half.txt", "某县人民政府公报\n\n请抓好工作。\n"),
      /half\.txt:1:1: .*期号.*。请/,
    ],
  ];

  test.each(kinds)(
    "%s: exit code 2, the file, the line, what is wrong and what to do",
    (_, make, message) => {
      const file = make();
      put("out/2021-03/issue.json", "earlier");
      const before = everything(join(root, "out"));
      const { code, out, err } = gongbao("parse", file, "--out", join(root, "out"));
      expect({ code, out: out.toString() }).toEqual({ code: 2, out: "" });
      expect(err).toMatch(message);
      expect(err.trim().split("\n")).toHaveLength(1);
      expect(everything(join(root, "out"))).toEqual(before);
    },
  );

  test.each(kinds)("%s: check and unparse tell the same", async (_, make, message) => {
    const file = make();
    for (const command of ["check", "unparse"]) {
      const { code, out, err } = await here(command, file);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toMatch(message);
    }
  });

  test("is told in English too", async () => {
    const { code, err } = await here("parse", join(root, "nothing.txt"), "--out", root, "--lang", "en");
    expect(code).toBe(2);
    expect(err).toMatch(/nothing\.txt: [A-Za-z ']+\. [A-Za-z ]+/);
  });
});

describe("parse", () => {
  test("writes <out>/<issue id>/ and touches nothing else", () => {
    const file = put("anywhere/some name.txt", ISSUE);
    put("out/notes.txt", "mine");
    put("out/2020-01/issue.json", "another issue");
    put("out/2021-03/notices/gone.json", "of an earlier reading");
    const before = everything(root);
    const { code, out } = gongbao("parse", file, "--out", join(root, "out"));
    expect(code).toBe(0);
    expect(out.toString().trim()).toBe(join(root, "out", "2021-03"));
    const { "out/2021-03/notices/gone.json": _gone, ...kept } = before;
    const after = everything(root);
    expect(filesUnder(join(root, "out", "2021-03"))).toEqual([
      "issue.json",
      "notices/mzf-2021-5.json",
      "report.json",
    ]);
    for (const [path, bytes] of Object.entries(kept)) expect(after[path]).toBe(bytes);
    expect(Object.keys(after)).toHaveLength(Object.keys(kept).length + 3);
  });

  test("also makes the folder it is to write to", async () => {
    const file = put("a.txt", ISSUE);
    expect(await here("parse", file, "--out", join(root, "deep/er"))).toMatchObject({ code: 0 });
    expect(existsSync(join(root, "deep/er/2021-03/issue.json"))).toBe(true);
  });

  test("files open with their schema, version and type, and end in a line feed", async () => {
    const file = put("a.txt", ISSUE);
    await here("parse", file, "--out", root);
    const text = readFileSync(join(root, "2021-03/notices/mzf-2021-5.json"), "utf8");
    expect(text).toMatch(
      /^\{\n {2}"\$schema": "\/data\/schema\/v1\/notice\.json",\n {2}"schemaVersion": "1\.0",\n {2}"type": "notice",\n {2}"id": "2021-03\/mzf-2021-5",\n/,
    );
    expect(text.endsWith("\n}\n")).toBe(true);
  });

  test("npm run --silent gongbao -- parse <file> --out <dir> is the same", () => {
    const file = put("a.txt", ISSUE);
    const checkout = join(import.meta.dirname, "..");
    const args = ["run", "--silent", "gongbao", "--", "parse", file, "--out", join(root, "out")];
    const { status, stdout } = spawnSync("npm", args, { cwd: checkout });
    expect(status).toBe(0);
    expect(stdout.toString().trim()).toBe(join(root, "out", "2021-03"));
    expect(existsSync(join(root, "out", "2021-03", "report.json"))).toBe(true);
  });
});

describe("unparse", () => {
  const encodings: [string, Buffer][] = [
    ["UTF-8", Buffer.from(ISSUE)],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${ISSUE}`)],
    ["CR LF", Buffer.from(ISSUE.replaceAll("\n", "\r\n"))],
    ["CR", Buffer.from(ISSUE.replaceAll("\n", "\r"))],
    ["GB18030", iconv.encode(ISSUE, "gb18030")],
    ["UTF-16LE with a byte order mark", iconv.encode(ISSUE, "utf-16le", { addBOM: true })],
    ["UTF-16BE with a byte order mark", iconv.encode(ISSUE, "utf-16be", { addBOM: true })],
    ["UTF-16LE without one", iconv.encode(ISSUE, "utf-16le", { addBOM: false })],
    ["UTF-16BE without one", iconv.encode(ISSUE, "utf-16be", { addBOM: false })],
    ["blanks of all kinds", Buffer.from(`\u3000${ISSUE}\u00a0\u200b\t \n\n`)],
  ];

  test.each(encodings)("%s: writes the same bytes", async (_, bytes) => {
    const { code, err, bytes: written } = await here("unparse", put("a.txt", bytes));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(written.equals(bytes)).toBe(true);
  });

  test.each(encodings.filter(([name]) => /GB|order mark/.test(name)))(
    "%s: through a pipe too",
    (_, bytes) => {
      const { code, out } = gongbao("unparse", put("a.txt", bytes));
      expect(code).toBe(0);
      expect(out.equals(bytes)).toBe(true);
    },
  );

  test.each(encodings)("%s: reads the same documents", async (_, bytes) => {
    await here("parse", put("a.txt", bytes), "--out", root);
    const notice: unknown = JSON.parse(readFileSync(join(root, "2021-03/notices/mzf-2021-5.json"), "utf8"));
    expect(notice).toMatchObject({
      recipients: ["各乡镇", "县直各部门"],
      date: "2021-09-09",
      children: [{ text: "请各单位抓好节水工作。" }],
    });
  });
});

describe("check", () => {
  const doubtful = ISSUE.replace("节水工作。", "的的节水工作。");

  test("lists doubts with line and column; warnings leave exit code 0", () => {
    put("seeds/a.txt", doubtful);
    const { code, out } = gongbao("check");
    expect(code).toBe(0);
    expect(out.toString()).toMatch(/a\.txt/);
    expect(out.toString()).toMatch(/11:\d+-11:\d+ .*的的/);
  });

  test("a file by name, from anywhere", async () => {
    const { code, out } = await here("check", put("else/b.txt", doubtful));
    expect(code).toBe(0);
    expect(out).toMatch(/b\.txt/);
  });

  test("errors give exit code 1", async () => {
    put("gongbao.config.yaml", "rules:\n  doubled-character:\n    severity: error\n");
    const { code, out } = await here("check", put("a.txt", doubtful));
    expect(code).toBe(1);
    expect(out).toContain("的的");
  });

  test("an unknown format is bad use", async () => {
    expect(await here("check", "--format", "xml")).toMatchObject({
      code: 2,
      err: expect.stringContaining("--format"),
    });
  });

  test("leaves the folder as it is", async () => {
    put("seeds/a.txt", doubtful);
    const before = everything(root);
    await here("check");
    expect(everything(root)).toEqual(before);
  });
});

describe("build", () => {
  const content = (): string => join(root, "content");

  test("reads all seeds into content/, telling each", () => {
    put("seeds/a.txt", ISSUE);
    put("seeds/b.txt", NEXT_ISSUE);
    const { code, out, err } = gongbao("build");
    expect(code).toBe(0);
    expect(err).toMatch(/a\.txt[\s\S]*b\.txt/);
    expect(out.toString().trim().split("\n")).toEqual([
      expect.stringMatching(/^2021-03 {2}a\.txt {2}已更新/),
      expect.stringMatching(/^2021-04 {2}b\.txt {2}已更新/),
    ]);
    expect(filesUnder(content())).toEqual([
      "2021-03/issue.json",
      "2021-03/notices/mzf-2021-5.json",
      "2021-03/report.json",
      "2021-04/issue.json",
      "2021-04/notices/mzf-2021-5.json",
      "2021-04/report.json",
    ]);
    expect(readdirSync(root).sort()).toEqual(["content", "seeds"]);
  });

  test("on a terminal shows how far it is, and takes that away at the end", async () => {
    put("seeds/a.txt", ISSUE);
    const err: string[] = [];
    const code = await run(["build"], root, {
      out: () => {},
      err: (text) => void err.push(text),
      isTerminal: true,
    });
    expect(code).toBe(0);
    const clear = "\r\u001b[K";
    expect(err.join("")).toBe(`${clear}初读 1/1 a.txt${clear}读取 1/1 a.txt${clear}`);
  });

  test("seeds cite one another across issues", async () => {
    put("seeds/a.txt", ISSUE);
    put("seeds/b.txt", NEXT_ISSUE.replace("某政发〔2021〕5号\n\n各", "某政发〔2021〕6号\n\n各"));
    await here("build");
    const notice: unknown = JSON.parse(
      readFileSync(join(content(), "2021-04/notices/mzf-2021-6.json"), "utf8"),
    );
    expect(notice).toMatchObject({
      citations: [{ text: "某政发〔2021〕5号", document: "2021-03/mzf-2021-5" }],
    });
  });

  test("again writes nothing: unchanged files keep their time", async () => {
    put("seeds/a.txt", ISSUE);
    await here("build");
    const times = () => filesUnder(content()).map((path) => statSync(join(content(), path)).mtimeMs);
    const first = times();
    const { out } = await here("build");
    expect(out).toMatch(/无变化/);
    expect(times()).toEqual(first);
  });

  test("writes what changed and only that", async () => {
    const seed = put("seeds/a.txt", ISSUE);
    put("seeds/b.txt", NEXT_ISSUE);
    await here("build");
    const other = statSync(join(content(), "2021-04/issue.json")).mtimeMs;
    writeFileSync(seed, ISSUE.replace("节水工作。", "供水工作。"));
    const { out } = await here("build");
    expect(out).toMatch(/2021-03 {2}a\.txt {2}已更新[\s\S]*2021-04 {2}b\.txt {2}无变化/);
    expect(statSync(join(content(), "2021-04/issue.json")).mtimeMs).toBe(other);
    expect(readFileSync(join(content(), "2021-03/notices/mzf-2021-5.json"), "utf8")).toContain("供水工作");
  });

  test("removes the issue whose seed is gone, and leaves what is no issue", async () => {
    put("content/2019-01/issue.json", "{}");
    put("content/pages/about.md", "# 关于\n");
    put("content/authority/people.yaml", "{}\n");
    put("seeds/a.txt", ISSUE);
    await here("build");
    expect(readdirSync(content()).sort()).toEqual(["2021-03", "authority", "pages"]);
    expect(readFileSync(join(content(), "pages/about.md"), "utf8")).toBe("# 关于\n");
  });

  test("reads and writes the folders that are named", async () => {
    put("in/a.txt", ISSUE);
    expect(await here("build", "--seeds", join(root, "in"), "--content", join(root, "made"))).toMatchObject({
      code: 0,
    });
    expect(filesUnder(join(root, "made"))).toContain("2021-03/issue.json");
  });

  test("gives the same bytes from the same seeds, whatever they are called", async () => {
    put("seeds/a.txt", ISSUE);
    await here("build");
    const first = readFileSync(join(content(), "2021-03/notices/mzf-2021-5.json"), "utf8");
    rmSync(join(root, "seeds"), { recursive: true });
    put("seeds/zzz.txt", ISSUE);
    await here("build");
    expect(readFileSync(join(content(), "2021-03/notices/mzf-2021-5.json"), "utf8")).toBe(first);
  });

  describe("leaves earlier output untouched", () => {
    const earlier = async (): Promise<Record<string, string>> => {
      put("seeds/a.txt", ISSUE);
      await here("build");
      return everything(content());
    };

    test("where two seeds are one issue", async () => {
      const before = await earlier();
      const second = put("seeds/b.txt", ISSUE.replace("节水工作。", "供水工作。"));
      const { code, err } = gongbao("build");
      expect(code).toBe(2);
      expect(err).toMatch(/b\.txt:1:1: .*a\.txt.*2021-03.*。请/);
      expect(err).toContain(second);
      expect(everything(content())).toEqual(before);
    });

    test("where one seed cannot be read", async () => {
      const before = await earlier();
      put("seeds/a.txt", ISSUE.replace("节水工作。", "供水工作。"));
      put("seeds/b.txt", "各乡镇：\n");
      const { code, err } = await here("build");
      expect(code).toBe(2);
      expect(err).toMatch(/b\.txt:1:1: .*刊名/);
      expect(everything(content())).toEqual(before);
    });

    test("where a seed has an error, named with line and column", async () => {
      const before = await earlier();
      put("seeds/a.txt", ISSUE.replace("节水工作。", "的的节水工作。"));
      put("gongbao.config.yaml", "rules:\n  doubled-character:\n    severity: error\n");
      const { code, err } = await here("build");
      expect(code).toBe(2);
      expect(err).toMatch(/a\.txt:11:\d+: .*的的.*。.*gongbao check/);
      expect(everything(content())).toEqual(before);
    });

    test("where there are no seeds", async () => {
      const before = await earlier();
      rmSync(join(root, "seeds/a.txt"));
      expect(await here("build")).toMatchObject({ code: 2, err: expect.stringMatching(/seeds: .*\*\.txt/) });
      expect(everything(content())).toEqual(before);
    });

    test("where another build is at work: the second says so and stops", async () => {
      const before = await earlier();
      put("seeds/a.txt", ISSUE.replace("节水工作。", "供水工作。"));
      const lock = put(".gongbao.lock", String(process.pid));
      const { code, err } = gongbao("build");
      expect(code).toBe(2);
      expect(err).toContain(String(process.pid));
      expect(err).toMatch(/content: .*。请/);
      expect(everything(content())).toEqual(before);
      expect(readFileSync(lock, "utf8")).toBe(String(process.pid));
    });
  });

  test.each([
    ["of a process that has ended", () => String(spawnSync(process.execPath, ["--version"]).pid)],
    ["that says nothing", () => ""],
    ["that says nonsense", () => "not a number"],
  ])("a lock %s is taken over, and let go", async (_, text) => {
    put("seeds/a.txt", ISSUE);
    put(".gongbao.lock", text());
    expect(await here("build")).toMatchObject({ code: 0 });
    expect(existsSync(join(content(), "2021-03/issue.json"))).toBe(true);
    expect(readdirSync(root).sort()).toEqual(["content", "seeds"]);
  });

  test("what a killed build left is finished where its plan stood, else cleared away", async () => {
    put("seeds/a.txt", ISSUE);
    await here("build");
    put("content/.gongbao-aaa/new/2021-03/issue.json", "half written");
    put("content/.gongbao-bbb/new/2020-01/issue.json", "whole");
    put("content/.gongbao-bbb/plan.json", JSON.stringify({ write: ["2020-01"], remove: [] }));
    expect(await here("build")).toMatchObject({ code: 0 });
    expect(readdirSync(content())).toEqual(["2021-03"]);
    expect(readFileSync(join(content(), "2021-03/issue.json"), "utf8")).toContain('"id": "2021-03"');
  });
});
