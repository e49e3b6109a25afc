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
import { dirname, join } from "node:path";

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
export function holds(folder: string, files: ReadonlyMap<string, string>): boolean {
  const present = filesUnder(folder);
  return (
    present.length === files.size &&
    present.every((path) => files.get(path) === readFileSync(join(folder, path), "utf8"))
  );
}

/** Replaces a folder by these files: they are written beside it and moved into its place when whole. */
export function replaceFolder(folder: string, files: ReadonlyMap<string, string>): void {
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true });
  const work = mkdtempSync(join(parent, ".gongbao-"));
  try {
    const fresh = join(work, "new");
    for (const [path, text] of files) {
      mkdirSync(dirname(join(fresh, path)), { recursive: true });
      writeFileSync(join(fresh, path), text);
    }
    if (existsSync(folder)) renameSync(folder, join(work, "old"));
    renameSync(join(work, "new"), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
