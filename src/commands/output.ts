/** Writes whole folders or nothing: to a temporary place first, then by rename. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** The files of a folder, as relative paths and texts. */
export type Files = ReadonlyMap<string, string>;

const WORK = ".gongbao-";
const PLAN = "plan.json";

/** What is to be done once all is written: folders that take the place of others, and folders that go. */
interface Plan {
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

/** True where the folder holds just these files with these texts. */
export function holds(folder: string, files: Files): boolean {
  const present = filesUnder(folder);
  return (
    present.length === files.size &&
    present.every((path) => files.get(path) === readFileSync(join(folder, path), "utf8"))
  );
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

/**
 * Replaces folders of `parent` by these files, all or none; a null takes the folder away. Everything is written
 * beside them first; from the moment that the plan stands, {@link recover} can finish what a kill cut short.
 */
export function replaceFolders(parent: string, folders: ReadonlyMap<string, Files | null>): void {
  if (folders.size === 0) return;
  mkdirSync(parent, { recursive: true });
  const work = mkdtempSync(join(parent, WORK));
  const plan: Plan = { write: [], remove: [] };
  try {
    for (const [name, files] of folders) {
      plan[files ? "write" : "remove"].push(name);
      for (const [path, text] of files ?? []) {
        const target = join(work, "new", name, path);
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, text);
      }
    }
    writeFileSync(join(work, "plan.new"), JSON.stringify(plan));
    renameSync(join(work, "plan.new"), join(work, PLAN));
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    throw error;
  }
  carryOut(parent, work);
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
