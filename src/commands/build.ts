/** `gongbao build`: every seed to `content/<issue id>/`, only what changed, all or nothing. */
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import glob from "fast-glob";
import {
  addToIndex,
  answersAlike,
  type CorpusIndex,
  emptyIndex,
  noLookups,
  noting,
} from "../document/corpusIndex.ts";
import type { Settings } from "./configuration.ts";
import { InputError } from "./errors.ts";
import { takeLock } from "./lock.ts";
import { type Files, holds, recover, replaceFolders } from "./output.ts";
import { documentFiles, ERRATA_ENDING, type ReadIssue, readIssue } from "./readFile.ts";

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

/** Told of each file before it is read. */
export type OnRead = (path: string, done: number, total: number) => void;

/** Two files of one issue are an error; the second is named. */
function refuseTwice(issues: readonly BuiltIssue[]): void {
  const seen = new Map<string, string>();
  for (const { path, compiled } of issues) {
    const first = seen.get(compiled.id);
    if (first !== undefined)
      throw new InputError(
        path,
        ["与 {0} 是同一期（{1}）", basename(first), compiled.id],
        "请留下一个，或改正其中一个的期号",
        1,
      );
    seen.set(compiled.id, path);
  }
}

/** Errata that no seed has read would be lost in silence. */
function refuseOrphans(seeds: string, issues: readonly BuiltIssue[]): void {
  const read = new Set(issues.flatMap(({ errata }) => (errata === null ? [] : [basename(errata)])));
  const orphan = readdirSync(seeds).find((name) => name.endsWith(ERRATA_ENDING) && !read.has(name));
  if (orphan === undefined) return;
  throw new InputError(
    join(seeds, orphan),
    "这个勘误文件没有对应的公报",
    "请按公报文件或期号命名，例如 2021-03.errata.yaml",
  );
}

/** What the documents of issues may be cited by. */
function corpusOf(issues: readonly BuiltIssue[]): CorpusIndex {
  const corpus = emptyIndex();
  for (const { compiled } of issues)
    for (const { id, documentNumber, heading, title, enclosure } of compiled.notices)
      addToIndex(corpus, {
        id,
        documentNumber,
        titles: [heading, title, ...(enclosure?.title ? [enclosure.title] : [])],
      });
  for (const { compiled } of issues)
    for (const { id, documentNumber, heading, title } of compiled.appointments)
      addToIndex(corpus, { id, documentNumber, titles: [heading, title] });
  return corpus;
}

/** An issue without the file it was read from, whose text and tree nobody needs any more. */
type BuiltIssue = Omit<ReadIssue, "file">;

function read(path: string, corpus: CorpusIndex, settings: Settings | undefined): BuiltIssue {
  const { compiled, report, errata } = readIssue(path, corpus, settings);
  return { path, compiled, report, errata };
}

/** Reads all seeds, citations resolved among them; twice only those that the others have answers for. */
function readAll(paths: readonly string[], settings: Settings | undefined, onRead: OnRead): BuiltIssue[] {
  const first = paths.map((path, at) => {
    onRead(path, at, paths.length);
    const lookups = noLookups();
    return { lookups, issue: read(path, noting(emptyIndex(), lookups), settings) };
  });
  const issues = first.map(({ issue }) => issue);
  refuseTwice(issues);
  const corpus = corpusOf(issues);
  return first.map(({ lookups, issue }) =>
    answersAlike(corpus, lookups, issue.compiled.id) ? issue : read(issue.path, corpus, settings),
  );
}

/** Errors in what was read end the build; the first is told. */
function refuseErrors(issues: readonly BuiltIssue[]): void {
  for (const { path, report } of issues)
    for (const { severity, reason, place } of report.messages)
      if (severity === "error")
        throw new InputError(
          path,
          reason,
          "用 gongbao check 看全部问题",
          place.start.line,
          place.start.column,
        );
}

/** The gazette texts of a folder, in order of their names. */
export function seedsIn(folder: string): string[] {
  return glob.sync("*.txt", { cwd: folder, absolute: true }).sort();
}

const isIssueFolder = (name: string): boolean => /^\d{4}-\d{2}$/.test(name);

/**
 * Builds the content of all seeds while the caller holds the lock of the content folder.
 * @throws InputError for bad input; content is then as it was
 */
export function buildContent(
  { seeds, content }: BuildFolders,
  onRead: OnRead,
  settings?: Settings,
): BuildStep[] {
  recover(content);
  const paths = seedsIn(seeds);
  if (paths.length === 0) throw new InputError(seeds, "这里没有公报文本（*.txt）", "请把公报文本放进来");
  const issues = readAll(paths, settings, onRead);
  refuseOrphans(seeds, issues);
  refuseErrors(issues);
  const changes = new Map<string, Files | null>();
  const steps = issues.map(({ path, compiled, report }): BuildStep => {
    const files = documentFiles(path, compiled, report);
    const changed = !holds(join(content, compiled.id), files);
    if (changed) changes.set(compiled.id, files);
    return { issue: compiled.id, file: basename(path), changed, messages: report.messages.length };
  });
  const present = existsSync(content) ? readdirSync(content).filter(isIssueFolder) : [];
  for (const id of present) if (!steps.some(({ issue }) => issue === id)) changes.set(id, null);
  replaceFolders(content, changes);
  return steps;
}

/** Builds the content of all seeds. @throws InputError for bad input or a second build; content is then as it was */
export function buildCommand(folders: BuildFolders, onRead: OnRead, settings?: Settings): BuildStep[] {
  const release = takeLock(folders.content);
  try {
    return buildContent(folders, onRead, settings);
  } finally {
    release();
  }
}
