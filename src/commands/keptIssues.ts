/** What a build keeps of the issues that it has read, so that the next one need not read those that stayed as they were. */
import { hash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import {
  type Cache,
  cacheFolderOf,
  fileOf,
  forget,
  keep,
  openCache,
  readKept,
  versionOf,
} from "../cache/cache.ts";
import { checkedTexts, noteChecked } from "../cache/checked.ts";
import { Sums } from "../cache/sums.ts";
import { type Settings, settingsFor } from "./configuration.ts";
import { digestOfFolder } from "./output.ts";
import { seek } from "./readFile.ts";
import type { Reading } from "./seed.ts";

const root = join(import.meta.dirname, "../..");

/** The file that says whose issues a folder of the cache has. */
const OWNER = "owner";

/** The version that this process runs, told when it is first asked: its sources may change while it runs. */
let running: string | undefined;

/** The issues that are kept of a folder of seeds. */
export interface KeptIssues {
  /** What was read of a seed, if it would be read the same but for what it looks up in other issues. */
  find: (path: string, settings: Settings) => Reading | null;
  /** Keeps what was read now. */
  add: (path: string, reading: Reading) => void;
  /** The digest of a folder of content, of which files that look as they did are not read. */
  digestOf: (folder: string) => string;
  /** Writes what was added, and forgets what was neither found nor added where all seeds have been read. */
  close: (isWhole: boolean) => void;
}

/** True where a file of errata says what it said, or is missing still. */
const asSought = (folder: string, { errata }: Reading): boolean =>
  errata.every(({ name, hash }) => seek(folder, name).sought.hash === hash);

/** The bytes of a seed; null where it cannot be read, which is told when it is to be. */
function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

const nameOf = (text: string): string => hash("sha256", text).slice(0, 16);

/** The cache for a folder of seeds. */
function cacheOf(seeds: string, whole: Cache): Cache {
  const all = { ...whole, folder: join(whole.folder, "issues") };
  forgetLost(all);
  return { ...all, folder: join(all.folder, nameOf(seeds)) };
}

/** Forgets the issues of folders that are gone. */
function forgetLost(all: Cache): void {
  forget(all, (name) => {
    const owner = readKept<string>({ ...all, folder: join(all.folder, name) }, OWNER);
    return owner === null || !existsSync(owner.value);
  });
}

/** Opens what is kept of a folder of seeds. */
export function openKeptIssues(seeds: string): KeptIssues {
  const whole = openCache(cacheFolderOf(root), root);
  const cache = cacheOf(seeds, whole);
  const sums = new Sums(whole);
  running ??= cache.version;
  const current = running;
  const needed = new Set([OWNER]);
  const added: [file: string, reading: Reading][] = [];
  /** The sums of files that were checked when they were written. */
  const checked = new Set<string>();
  const fileFor = (path: string, sha256: string): string =>
    fileOf(cache, nameOf(basename(path)), [basename(path), sha256]);
  return {
    find: (path, settings) => {
      if (current !== cache.version) return null;
      const bytes = readOrNull(path);
      if (bytes === null) return null;
      const file = fileFor(path, hash("sha256", bytes));
      const known = readKept<Reading>(cache, file)?.value;
      if (known === undefined || !asSought(dirname(path), known)) return null;
      if (known.settings !== settingsFor(settings, known.id)) return null;
      needed.add(file);
      for (const sum of known.sums) checked.add(sum);
      return known;
    },
    add: (path, reading) => {
      if (reading.error !== null || reading.misfit !== null) return;
      added.push([fileFor(path, reading.sha256), reading]);
      for (const sum of reading.sums) checked.add(sum);
    },
    digestOf: (folder) => digestOfFolder(folder, sums.of),
    close: (isWhole) => {
      // What was read while the program changed may be of either version.
      if (versionOf(root) !== current) return;
      if (added.length > 0) keep(cache, OWNER, seeds);
      for (const [file, reading] of added) {
        needed.add(file);
        keep(cache, file, reading);
      }
      if (!isWhole) return;
      forget(cache, (file) => !needed.has(file));
      noteChecked(whole, checkedTexts(whole), checked);
      sums.leave();
    },
  };
}
