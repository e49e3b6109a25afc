/** `gongbao build`: every seed to `content/<issue id>/`, only what changed, all or nothing. */
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { basename, join } from "node:path";
import glob from "fast-glob";
import { addToIndex, emptyIndex } from "../document/corpusIndex.ts";
import { filesOf } from "../document/json.ts";
import { InputError } from "./errors.ts";
import { filesUnder, holds, replaceFolder } from "./output.ts";
import { type ReadIssue, readIssue } from "./readFile.ts";

/** Where a build reads and writes. */
export interface BuildFolders {
  seeds: string;
  content: string;
}

/** What a build did, issue by issue. */
export interface BuildStep {
  issue: string;
  file: string;
  changed: boolean;
  messages: number;
}

const LOCK = ".gongbao.lock";

/** Holds the lock of a content folder while `work` runs. @throws InputError where another build holds it. */
export function withLock<T>(content: string, work: () => T): T {
  const lock = join(content, "..", LOCK);
  let handle: number;
  try {
    handle = openSync(lock, "wx");
  } catch {
    const pid = Number(existsSync(lock) ? readFileSync(lock, "utf8") : 0);
    if (isRunning(pid))
      throw new InputError(content, `另一个构建（进程 ${pid}）正在写这个文件夹`, "请等它结束再试");
    rmSync(lock, { force: true });
    handle = openSync(lock, "wx");
  }
  try {
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isRunning(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Two files of one issue are an error; the second is named. */
function refuseTwice(issues: readonly ReadIssue[]): void {
  const seen = new Map<string, string>();
  for (const { path, compiled } of issues) {
    const first = seen.get(compiled.id);
    if (first !== undefined)
      throw new InputError(
        path,
        `与 ${basename(first)} 是同一期（${compiled.id}）`,
        "请留下一个，或改正其中一个的期号",
        1,
      );
    seen.set(compiled.id, path);
  }
}

/** Reads all seeds, citations resolved among them. */
function readAll(paths: readonly string[], onRead: (path: string, done: number) => void): ReadIssue[] {
  const first = paths.map((path, at) => {
    onRead(path, at);
    return readIssue(path);
  });
  refuseTwice(first);
  if (first.length < 2) return first;
  const corpus = emptyIndex();
  for (const { compiled } of first)
    for (const { id, documentNumber, heading, title, enclosure } of compiled.notices)
      addToIndex(corpus, {
        id,
        documentNumber,
        titles: [heading, title, ...(enclosure?.title ? [enclosure.title] : [])],
      });
  for (const { compiled } of first)
    for (const { id, documentNumber, heading, title } of compiled.appointments)
      addToIndex(corpus, { id, documentNumber, titles: [heading, title] });
  return paths.map((path) => readIssue(path, corpus));
}

/** Builds the content of all seeds. @throws InputError for bad input; content is then as it was. */
export function buildCommand(
  { seeds, content }: BuildFolders,
  onRead: (path: string, done: number, total: number) => void,
): BuildStep[] {
  const paths = glob.sync("*.txt", { cwd: seeds, absolute: true }).sort();
  if (paths.length === 0) throw new InputError(seeds, "这里没有公报文本（*.txt）", "请把公报文本放进来");
  return withLock(content, () => {
    const issues = readAll(paths, (path, done) => onRead(path, done, paths.length));
    const failed = issues.find(({ report }) => report.messages.some(({ severity }) => severity === "error"));
    if (failed) {
      const message = failed.report.messages.find(
        ({ severity }) => severity === "error",
      ) as ReadIssue["report"]["messages"][number];
      throw new InputError(
        failed.path,
        message.reason,
        "用 gongbao check 看全部问题",
        message.place.start.line,
        message.place.start.column,
      );
    }
    const outputs = issues.map((issue) => ({ issue, files: filesOf(issue.compiled, issue.report) }));
    const steps = outputs.map(({ issue, files }) => {
      const folder = join(content, issue.compiled.id);
      const changed = !holds(folder, files);
      if (changed) replaceFolder(folder, files);
      return {
        issue: issue.compiled.id,
        file: basename(issue.path),
        changed,
        messages: issue.report.messages.length,
      };
    });
    removeStale(content, new Set(issues.map(({ compiled }) => compiled.id)));
    return steps;
  });
}

/** Removes the content of issues whose seed is gone. */
function removeStale(content: string, ids: ReadonlySet<string>): void {
  const folders = new Set(filesUnder(content).map((path) => path.split("/")[0] as string));
  for (const folder of folders)
    if (/^\d{4}-\d{2}$/.test(folder) && !ids.has(folder)) rmSync(join(content, folder), { recursive: true });
}
