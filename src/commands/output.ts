/** Writes whole folders or nothing: to a temporary place first, then by rename. */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { type SumOf, sumOf, sumOfFile } from "../cache/sums.ts";

/** The files of a folder, as relative paths and texts. */
export type Files = ReadonlyMap<string, string>;

const WORK = ".gongbao-";
const PLAN = "plan.json";

/** What is to be done once all is written: folders that take the place of others, and folders that go. */
export interface Plan {
  write: string[];
  remove: string[];
}

/** All files under a folder, as paths relative to it, in order. */
export function filesUnder(folder: string, prefix = ""): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
      return entry.isDirectory() ? filesUnder(join(folder, entry.name), path) : [path];
    });
}

/** The SHA-256 of each text, by its path, in order of the paths. */
export function sumsOf(files: Files): [path: string, sum: string][] {
  return [...files]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, text]) => [path, sumOf(Buffer.from(text))]);
}

/** A hash that is one for the same files with the same texts, from the sum of each, in order of their paths. */
export function digestOf(sums: readonly (readonly [path: string, sum: string])[]): string {
  const hash = createHash("sha256");
  for (const [path, sum] of sums) hash.update(`${path}\0${sum}\0`);
  return hash.digest("hex");
}

/** The same of all files under a folder. */
export function digestOfFolder(folder: string, sum: SumOf = sumOfFile): string {
  const paths = filesUnder(folder).sort();
  return digestOf(paths.map((path) => [path, sum(join(folder, path))]));
}

/** Does what a plan says, from wherever an earlier run stopped. */
function carryOut(parent: string, work: string): void {
  const { write, remove } = JSON.parse(readFileSync(join(work, PLAN), "utf8")) as Plan;
  const setAside = (name: string): void => {
    if (!existsSync(join(parent, name))) return;
    mkdirSync(join(work, "old"), { recursive: true });
    renameSync(join(parent, name), join(work, "old", name));
  };
  for (const name of write) {
    const fresh = join(work, "new", name);
    if (!existsSync(fresh)) continue;
    setAside(name);
    renameSync(fresh, join(parent, name));
  }
  for (const name of remove) setAside(name);
  rmSync(work, { recursive: true, force: true });
}

/** A place beside the folders of `parent` where what is to take their place is written first. */
export interface Stage {
  parent: string;
  work: string;
  /** The topmost folder that had to be made for it. */
  made: string | undefined;
}

export function openStage(parent: string): Stage {
  const made = mkdirSync(parent, { recursive: true });
  return { parent, work: mkdtempSync(join(parent, WORK)), made };
}

/** Writes a folder that is to be; another of its name that was written before goes. */
export function stageFolder({ work }: Pick<Stage, "work">, name: string, files: Files): void {
  const folder = join(work, "new", name);
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

/** Takes away what was staged, with the folders that were made for it. */
export function discard({ parent, work, made }: Stage): void {
  rmSync(work, { recursive: true, force: true });
  if (made === undefined) return;
  for (let folder = parent; folder.length >= made.length; folder = dirname(folder)) rmdirSync(folder);
}

/**
 * Puts staged folders in the place of those of their name and takes others away, all or none: from the moment that the
 * plan stands, {@link recover} can finish what a kill cut short.
 */
export function commit(stage: Stage, plan: Plan): void {
  const { parent, work } = stage;
  try {
    writeFileSync(join(work, "plan.new"), JSON.stringify(plan));
    renameSync(join(work, "plan.new"), join(work, PLAN));
  } catch (error) {
    discard(stage);
    throw error;
  }
  carryOut(parent, work);
}

/** Replaces folders of `parent` by these files, all or none; a null takes the folder away. */
export function replaceFolders(parent: string, folders: ReadonlyMap<string, Files | null>): void {
  if (folders.size === 0) return;
  const stage = openStage(parent);
  const plan: Plan = { write: [], remove: [] };
  try {
    for (const [name, files] of folders) {
      plan[files ? "write" : "remove"].push(name);
      if (files) stageFolder(stage, name, files);
    }
  } catch (error) {
    discard(stage);
    throw error;
  }
  commit(stage, plan);
}

/** Replaces one folder by these files, whole or not at all. */
export function replaceFolder(folder: string, files: Files): void {
  replaceFolders(dirname(folder), new Map([[basename(folder), files]]));
}

/** Finishes or clears away what a killed build left in a folder; only for who holds its lock. */
export function recover(parent: string): void {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(WORK)) continue;
    const work = join(parent, name);
    if (existsSync(join(work, PLAN))) carryOut(parent, work);
    else rmSync(work, { recursive: true, force: true });
  }
}
