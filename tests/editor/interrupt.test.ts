/** Ctrl-C at any time: threads end, the lock is let go, earlier output stays whole, and the exit code says which signal it was. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeArchive } from "../../scripts/archive.ts";
import { interruptible } from "../../src/commands/interrupt.ts";
import { filesUnder } from "../../src/commands/output.ts";
import { emptyFolder, ISSUE, put } from "./workplace.ts";

const project = join(import.meta.dirname, "../..");

/** A process with what it has told so far. */
function start(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): ChildProcess & { told: () => string; ended: Promise<number | null> } {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, ...env },
  });
  let told = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => {
      told += data.toString();
    });
  const ended = new Promise<number | null>((resolve) => child.on("close", (code) => resolve(code)));
  return Object.assign(child, { told: () => told, ended });
}

/** Asks until the answer is yes, or the process has ended. */
async function until(child: ChildProcess, answer: () => boolean): Promise<void> {
  while (!answer() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 10));
}

const bytesUnder = (folder: string): string =>
  filesUnder(folder)
    .map((path) => `${path}\n${readFileSync(join(folder, path), "utf8")}`)
    .join("\n");

/** Hidden files and folders, which a build that ended leaves none of. */
const leftIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith("."));

test("a build that is told to stop while it reads leaves content as it was, and nothing beside it", async () => {
  const root = emptyFolder();
  const seeds = join(root, "seeds");
  const content = join(root, "content");
  const main = join(project, "src/commands/main.ts");
  put(content, "2001-01/issue.json", "{}\n");
  put(content, "pages/about.md", "页\n");
  // Enough for two threads, where there are two cores.
  writeArchive(12, seeds);
  const before = bytesUnder(content);
  const moments: [NodeJS.Signals, number, (told: string) => boolean][] = [
    ["SIGTERM", 143, () => existsSync(join(root, ".gongbao.lock"))],
    ["SIGINT", 130, (told) => told.includes("读取 2001-01.txt")],
    ["SIGINT", 130, (told) => told.includes("读取 2003-03.txt")],
    // What is read is being staged.
    ["SIGTERM", 143, () => leftIn(content).length > 0],
  ];
  for (const [signal, code, moment] of moments) {
    const child = start([main, "build"], root);
    await until(child, () => moment(child.told()));
    child.kill(signal);
    // npm passes on what the terminal has sent already.
    child.kill(signal);
    expect(await child.ended, child.told()).toBe(code);
    expect(child.told()).not.toContain("Error");
    expect(bytesUnder(content)).toBe(before);
    expect([...leftIn(root), ...leftIn(content)]).toEqual([]);
  }
  const child = start([main, "build"], root);
  expect(await child.ended, child.told()).toBe(0);
  expect(readdirSync(content)).toHaveLength(13);
}, 300_000);

test("the site that was there stays when its build is told to stop", async () => {
  // Within the checkout: Astro then finds what its pages import.
  const root = mkdtempSync(join(project, "node_modules/.test-interrupt-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, "content/pages"), { recursive: true });
  put(root, "seeds/2021-03.txt", ISSUE);
  put(root, "dist/index.html", "previous");
  const child = start([join(project, "scripts/build.ts")], project, {
    GONGBAO_SEEDS: join(root, "seeds"),
    GONGBAO_CONTENT: join(root, "content"),
    GONGBAO_PAGES: join(root, "content/pages"),
    GONGBAO_DIST: join(root, "dist"),
    GONGBAO_CACHE: join(root, "cache"),
  });
  await until(child, () => readdirSync(root).some((name) => name.startsWith(".gongbao-dist-new")));
  child.kill("SIGINT");
  expect(await child.ended, child.told()).toBe(130);
  expect(readFileSync(join(root, "dist/index.html"), "utf8")).toBe("previous");
  expect(readdirSync(root).sort()).toEqual(["cache", "content", "dist", "seeds"]);
});

test("other errors of interruptible work go on, and signals are as they were", async () => {
  const before = process.listenerCount("SIGINT");
  await expect(
    interruptible(async () => {
      throw new Error("work");
    }),
  ).rejects.toThrow("work");
  expect(await interruptible(async () => 3)).toBe(3);
  expect(process.listenerCount("SIGINT")).toBe(before);
});
