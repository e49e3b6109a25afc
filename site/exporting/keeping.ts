/** Files to download that stay as long as what they are made from: they are taken from the earlier site, and not made. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type Cache, fileOf, readKept, replaceKept } from "../../src/cache/cache.ts";
import { type Look, lookOf } from "../../src/cache/sums.ts";
import type { ExportFile, MadeFile } from "../../src/export/format.ts";
import { measured } from "../../src/export/index.ts";
import { earlierFolder } from "../folders.ts";
import { standAlso, stillLook } from "../keeping/looks.ts";
import { placeOf, write } from "./write.ts";

/** What stands for this module, which says what is kept. */
const program = readFileSync(import.meta.filename, "utf8");

/** Files, and what was asked to make them. */
interface Made<Answers> {
  answers: Answers;
  files: readonly ExportFile[];
}

/** What is kept of them: all but their bodies, which the earlier site has. */
interface Kept<Answers> {
  answers: Answers;
  files: (MadeFile & { look: Look | null })[];
}

/**
 * Has those files stand in the site that were kept under a name for the same beginnings, where their answers hold and the
 * earlier site has all of them as they were written; else those that `make` gives.
 */
export async function keepFiles<Answers>(
  cache: Cache,
  name: string,
  from: Iterable<string | Uint8Array>,
  make: () => Promise<Made<Answers>> | Made<Answers>,
  holds: (answers: Answers) => boolean = () => true,
): Promise<MadeFile[]> {
  const place = fileOf(cache, name, [program, ...from]);
  const known = readKept<Kept<Answers>>(cache, place)?.value;
  const taken = known !== undefined && holds(known.answers) ? takeAll(known.files) : null;
  if (known !== undefined && taken !== null) {
    // Copies look otherwise than what they were copied from.
    if (!isDeepStrictEqual(taken, known.files)) replaceKept(cache, name, place, { ...known, files: taken });
    return taken.map(told);
  }
  const { answers, files } = await make();
  // One after the other, so that their bodies never stand in memory together.
  const written = files.map((file) => seen(write(measured(file))));
  replaceKept(cache, name, place, { answers, files: written } satisfies Kept<Answers>);
  return written.map(told);
}

type KeptFile = Kept<unknown>["files"][number];

const seen = (file: MadeFile): KeptFile => ({ ...file, look: lookOf(placeOf(file.path)) });

const told = ({ look: _, ...file }: KeptFile): MadeFile => file;

/** The files once they are taken over; null where the earlier site has not all of them. */
function takeAll(files: readonly KeptFile[]): KeptFile[] | null {
  const earlier = earlierFolder;
  if (earlier === null) return null;
  const looks = files.map((file) => stillLook(path.join(earlier, file.path), file));
  if (looks.includes(null)) return null;
  return files.map((file, at) => ({
    ...file,
    look: standAlso(path.join(earlier, file.path), placeOf(file.path), looks[at] as Look),
  }));
}
