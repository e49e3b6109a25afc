import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { InputError, inputErrorOf } from "../../src/commands/errors.ts";
import { takeAway, takeLock, withLock } from "../../src/commands/lock.ts";
import { filesUnder, recover, replaceFolder, replaceFolders } from "../../src/commands/output.ts";
import { SchemaError } from "../../src/document/json.ts";
import { readBytes } from "../support/read.ts";
import { emptyFolder, gongbao, ISSUE, put } from "./workplace.ts";

const project = join(import.meta.dirname, "../..");

/** Issue `number` of the year, with a word that tells one edition from another. */
const issue = (number: number, word: string): string =>
  ISSUE.replace("第3期（总第15期）", `第${number}期`).replace("高度重视", `高度重视${word}`);

function snapshot(folder: string): string {
  return filesUnder(folder)
    .filter((path) => !path.startsWith("."))
    .map((path) => `${path}\n${readFileSync(join(folder, path), "utf8")}`)
    .join("\n");
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => child.on("close", () => resolve()));

test("only what changed is written, and issues without a seed go", async () => {
  const root = emptyFolder();
  put(root, "seeds/1.txt", issue(1, "甲"));
  put(root, "seeds/2.txt", issue(2, "甲"));
  put(root, "content/pages/about.md", "页");
  put(root, "content/authority/people.yaml", "");
  expect((await gongbao(root, "build")).out).toMatch(/2021-01.*已更新[\s\S]*2021-02.*已更新/);
  put(root, "seeds/2.txt", issue(2, "乙"));
  expect((await gongbao(root, "build")).out).toMatch(/2021-01.*无变化[\s\S]*2021-02.*已更新/);
  expect((await gongbao(root, "build", "--lang", "en")).out).toMatch(/2021-01.*unchanged {2}doubts \d+\n/);
  rmSync(join(root, "seeds/1.txt"));
  expect((await gongbao(root, "build")).code).toBe(0);
  expect(readdirSync(join(root, "content"))).toEqual(["2021-02", "authority", "pages"]);
});

test("one bad seed of several leaves all content as it was", async () => {
  const root = emptyFolder();
  put(root, "seeds/1.txt", issue(1, "甲"));
  put(root, "seeds/2.txt", issue(2, "甲"));
  await gongbao(root, "build");
  const before = snapshot(join(root, "content"));
  put(root, "seeds/1.txt", issue(1, "乙"));
  put(root, "seeds/2.txt", "没有刊名");
  expect((await gongbao(root, "build")).code).toBe(2);
  put(root, "seeds/2.txt", issue(1, "丙"));
  expect((await gongbao(root, "build")).err).toContain("2.txt:1:1: 与 1.txt 是同一期（2021-01）");
  expect(snapshot(join(root, "content"))).toBe(before);
  rmSync(join(root, "seeds"), { recursive: true });
  mkdirSync(join(root, "seeds"));
  expect((await gongbao(root, "build")).err).toContain("这里没有公报文本");
  expect(snapshot(join(root, "content"))).toBe(before);
});

const files = (text: string) => new Map([["a/b.json", text]]);

test("what a kill cut short is finished where the plan stood, and cleared away where it did not", () => {
  const root = emptyFolder();
  replaceFolders(
    root,
    new Map([
      ["1", files("old")],
      ["2", files("old")],
      ["3", files("old")],
    ]),
  );
  // Killed while moving: issue 1 is in place, issue 2 is set aside, issue 3 is to go.
  put(root, ".gongbao-x/plan.json", JSON.stringify({ write: ["1", "2"], remove: ["3"] }));
  put(root, ".gongbao-x/new/2/a/b.json", "new");
  put(root, "1/a/b.json", "new");
  mkdirSync(join(root, ".gongbao-x/old"));
  spawnSync("mv", [join(root, "2"), join(root, ".gongbao-x/old/2")]);
  // Killed while writing.
  put(root, ".gongbao-y/new/1/a/b.json", "half");
  recover(root);
  expect(readdirSync(root)).toEqual(["1", "2"]);
  expect(["1", "2"].map((name) => readFileSync(join(root, name, "a/b.json"), "utf8"))).toEqual([
    "new",
    "new",
  ]);
  recover(join(root, "none"));
});

test("a folder that cannot be written leaves nothing behind", () => {
  const root = emptyFolder();
  const twice = new Map([
    ["a", "file"],
    ["a/b", "under a file"],
  ]);
  expect(() => replaceFolder(join(root, "1"), twice)).toThrow();
  expect(readdirSync(root)).toEqual([]);
});

test("killed at any moment, content is whole, and the next build gives the new one", async () => {
  const root = emptyFolder();
  const main = join(project, "src/commands/main.ts");
  const edition = async (word: string): Promise<string> => {
    for (let at = 1; at <= 4; at++) put(root, `seeds/${at}.txt`, issue(at, word));
    const other = join(root, `content-${word}`);
    expect((await gongbao(root, "build", "--content", other)).code).toBe(0);
    return snapshot(other);
  };
  const second = await edition("乙");
  const first = await edition("甲");
  await gongbao(root, "build");
  const content = join(root, "content");
  await edition("乙");
  for (const wait of [150, 250, 320, 380, 450, 550]) {
    const child = spawn(process.execPath, [main, "build"], { cwd: root, stdio: "ignore" });
    setTimeout(() => child.kill("SIGKILL"), wait);
    await ended(child);
    expect([first, second]).toContain(snapshot(content));
  }
  expect((await gongbao(root, "build")).code).toBe(0);
  expect(snapshot(content)).toBe(second);
  expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);
  expect(readdirSync(content).filter((name) => name.startsWith("."))).toEqual([]);
});

test("a second build says so and stops; a lock whose process has ended is taken over", async () => {
  const root = emptyFolder();
  put(root, "seeds/1.txt", issue(1, "甲"));
  const content = join(root, "content");
  const lock = join(root, ".gongbao.lock");
  const release = takeLock(content);
  const { code, err } = await gongbao(root, "build");
  expect(code).toBe(2);
  expect(err).toBe(
    `${content}: 另一个构建（进程 ${process.pid}）正在写这个文件夹。请等它结束再试；确定没有别的构建时，删去 ${lock}\n`,
  );
  expect(existsSync(content)).toBe(false);
  release();
  expect(existsSync(lock)).toBe(false);

  const gone = spawnSync(process.execPath, ["-e", ""]).pid;
  for (const stale of [String(gone), "", "no number"]) {
    writeFileSync(lock, stale);
    expect((await gongbao(root, "build")).code).toBe(0);
    expect(existsSync(lock)).toBe(false);
  }
  // A process of somebody else runs, though it may not be asked.
  writeFileSync(lock, "1");
  expect((await gongbao(root, "build")).code).toBe(2);
  rmSync(lock);
  expect(() =>
    withLock(content, () => {
      throw new Error("work");
    }),
  ).toThrow("work");
  expect(existsSync(lock)).toBe(false);
  expect(() => takeLock("/no/such/folder/content")).toThrow(/ENOENT/);
});

test("a lock that was taken anew meanwhile is put back", () => {
  const root = emptyFolder();
  const lock = put(root, ".gongbao.lock", String(process.pid));
  takeAway(lock, 12345);
  expect(readFileSync(lock, "utf8")).toBe(String(process.pid));
  takeAway(lock, process.pid);
  expect(readdirSync(root)).toEqual([]);
  takeAway(lock, 12345);
  expect(() => takeAway(join(put(root, "file", ""), "lock"), 1)).toThrow(/ENOTDIR/);
});

test("of builds that start together one at most writes", async () => {
  const root = emptyFolder();
  put(root, "seeds/1.txt", issue(1, "甲"));
  const main = join(project, "src/commands/main.ts");
  const children = [1, 2, 3].map(() =>
    spawn(process.execPath, [main, "build"], { cwd: root, stdio: "ignore" }),
  );
  await Promise.all(children.map(ended));
  const codes = children.map(({ exitCode }) => exitCode);
  expect(codes).toContain(0);
  expect(codes.every((code) => code === 0 || code === 2)).toBe(true);
  expect(readdirSync(join(root, "content"))).toEqual(["2021-01"]);
});

test("a number that makes no issue id is told, not thrown, and so is whatever does not fit the data model", async () => {
  const root = emptyFolder();
  put(root, "seeds/1.txt", ISSUE.replace("第3期", "第100期"));
  const { code, err } = await gongbao(root, "build", "--lang", "en");
  expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining("1.txt") });
  const told = inputErrorOf(new SchemaError("2021-100: id"), "1.txt");
  expect(told).toBeInstanceOf(InputError);
  expect((told as InputError).in("en")).toMatch(
    /^1\.txt: What was read does not fit the data model \(2021-100: id\)\. Check the year/,
  );
});

test("names that become paths are digits and [a-z0-9-], whatever is printed", () => {
  const hostile = fc.constantFrom(
    "../",
    "..",
    "con",
    "nul",
    "aux",
    "/etc/",
    "\\\\",
    "\u202e",
    "\u0000",
    "甲",
    "政发",
    "*",
    "%2e",
    "COM1",
  );
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 6 }), fc.nat(9999), fc.nat(99999), (words, year, serial) => {
      const agency = words.join("");
      const text = ISSUE.replace("某政发〔2021〕5号", `${agency}〔${year}〕${serial}号`).replace(
        "第3期",
        `第${serial}期`,
      );
      let paths: string[];
      try {
        const reading = readBytes(Buffer.from(text));
        paths = [...reading.files.keys()].map((path) => `${reading.id}/${path}`);
      } catch (error) {
        return ["MastheadError", "DecodeError", "SchemaError"].includes((error as Error).name);
      }
      for (const path of paths)
        expect(path).toMatch(
          /^\d{4}-\d{2}\/(?:(?:notices|task-tables|tables|appointments)\/[a-z0-9][a-z0-9-]*|issue|chronicle|report)\.json$/,
        );
      return true;
    }),
    { numRuns: 80 },
  );
});
