/**
 * A site of what was made and what was kept of the earlier one. Folders take longer to make and to delete than most pages:
 * those of the site before the last stay as a spare, in which the next build finds nearly all that it keeps.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesIn } from "../site/finishing/walk.ts";
import { MANIFEST, type Manifest } from "../src/export/manifest.ts";

/** Has the spare, where there is one, where what is kept is to stand. */
export function takeSpare(spare: string, kept: string): void {
  try {
    renameSync(spare, kept);
  } catch {
    // There is none, or on another disk: the folders are made anew.
  }
}

/**
 * Moves what was made to what was kept, and deletes what the manifest does not know. Gives the folder of the whole, and the
 * files that were made.
 * @throws where a file of the manifest is neither there nor here
 */
export function assemble(fresh: string, kept: string): { site: string; made: string[] } {
  const made = filesIn(fresh);
  if (!existsSync(kept)) return { site: fresh, made };
  const { files } = JSON.parse(readFileSync(join(fresh, MANIFEST), "utf8")) as Manifest;
  const missing = new Set(files.map(({ path }) => path));
  for (const file of made) missing.delete(file);
  const bare = prune(kept, (file) => missing.delete(file));
  for (const file of made) {
    mkdirSync(dirname(join(kept, file)), { recursive: true });
    renameSync(join(fresh, file), join(kept, file));
  }
  for (const folder of bare) if (readdirSync(folder).length === 0) rmdirSync(folder);
  const [first] = missing;
  if (first !== undefined) throw new Error(`${first}: kept, and not there`);
  return { site: kept, made };
}

/** Leaves a site that was replaced as the spare, without the files that were made anew. */
export function leaveSpare(site: string, made: readonly string[], spare: string): void {
  for (const file of made) rmSync(join(site, file), { force: true });
  rmSync(spare, { recursive: true, force: true });
  mkdirSync(dirname(spare), { recursive: true });
  try {
    renameSync(site, spare);
  } catch {
    // Another disk.
    rmSync(site, { recursive: true, force: true });
  }
}

/** Deletes the files that do not stay; gives the folders in which none is left, inner ones before outer ones. */
function prune(site: string, stays: (file: string) => boolean): string[] {
  const bare: string[] = [];
  const holds = (folder: string): boolean => {
    let isBare = true;
    for (const entry of readdirSync(join(site, folder), { withFileTypes: true })) {
      const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() ? holds(name) : stays(name)) isBare = false;
      else if (!entry.isDirectory()) rmSync(join(site, name));
    }
    if (isBare && folder !== "") bare.push(join(site, folder));
    return !isBare;
  };
  holds("");
  return bare;
}
