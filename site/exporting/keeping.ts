/** Files to download that stay as long as what they are made from: they are taken from the earlier site, and not made. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type Cache, fileOf, readKept, replaceKept } from "../../src/cache/cache.ts";
import { type Look, lookOf } from "../../src/cache/sums.ts";
import type { ExportFile, MadeFile } from "../../src/export/format.ts";
import { measured } from "../../src/export/index.ts";
import { earlier, standingPlace } from "../folders.ts";
import { standAlso, stillLook } from "../keeping/looks.ts";
import { write } from "./write.ts";

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
  const taken = take(cache, name, place, holds);
  if (taken !== null) return taken.files;
  const { answers, files } = await make();
  // One after the other, so that their bodies never stand in memory together.
  return leave(
    cache,
    name,
    place,
    answers,
    files.map((file) => write(measured(file))),
  );
}

/** The same of files that `make` writes itself; gives what `make` tells of them. */
export async function keepWritten<Answers>(
  cache: Cache,
  name: string,
  from: Iterable<string | Uint8Array>,
  make: () => Promise<{ answers: Answers; files: readonly MadeFile[] }>,
): Promise<Answers> {
  const place = fileOf(cache, name, [program, ...from]);
  const taken = take<Answers>(cache, name, place);
  if (taken !== null) return taken.answers;
  const { answers, files } = await make();
  leave(cache, name, place, answers, files);
  return answers;
}

/** What was kept, once its files are taken over; null where it does not hold or the earlier site has not all of them. */
function take<Answers>(
  cache: Cache,
  name: string,
  place: string,
  holds: (answers: Answers) => boolean = () => true,
): { answers: Answers; files: MadeFile[] } | null {
  const known = readKept<Kept<Answers>>(cache, place)?.value;
  if (known === undefined || !holds(known.answers)) return null;
  const taken = takeAll(known.files);
  if (taken === null) return null;
  // Copies look otherwise than what they were copied from.
  if (!isDeepStrictEqual(taken, known.files)) replaceKept(cache, name, place, { ...known, files: taken });
  return { answers: known.answers, files: taken.map(told) };
}

/** Leaves for the next build what is known of files that stand in the site; gives them. */
function leave<Answers>(
  cache: Cache,
  name: string,
  place: string,
  answers: Answers,
  files: readonly MadeFile[],
): MadeFile[] {
  const written = files.map(seen);
  replaceKept(cache, name, place, { answers, files: written } satisfies Kept<Answers>);
  return written.map(told);
}

type KeptFile = Kept<unknown>["files"][number];

const seen = (file: MadeFile): KeptFile => ({ ...file, look: lookOf(standingPlace(file.path)) });

const told = ({ look: _, ...file }: KeptFile): MadeFile => file;

/** The files once they are taken over; null where the earlier site has not all of them. */
function takeAll(files: readonly KeptFile[]): KeptFile[] | null {
  if (earlier === null) return null;
  const from = earlier;
  const looks = files.map((file) => stillLook(path.join(from.site, file.path), file));
  if (looks.includes(null)) return null;
  return files.map((file, at) => ({ ...file, look: standAlso(from, file.path, looks[at] as Look) }));
}
