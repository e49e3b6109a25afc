/** Sums of files, known without reading those that look as they did when they were last read. */
import { hash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { type Cache, fileOf, readKept, replaceKept } from "./cache.ts";

/** What changes with a file's bytes: its place on the disk, its size, when it was last written. */
export type Look = [place: number, size: number, written: number];

/** Null where there is no such file. */
export function lookOf(file: string): Look | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() ? [stats.ino, stats.size, stats.mtimeMs] : null;
}

export const looksAlike = (one: Look, other: Look): boolean => one.every((part, at) => part === other[at]);

export const sumOf = (bytes: Uint8Array): string => hash("sha256", bytes);

/** Gives the SHA-256 of a file in hexadecimal digits. @throws where it cannot be read */
export type SumOf = (file: string) => string;

/** By reading. */
export const sumOfFile: SumOf = (file) => sumOf(readFileSync(file));

/** As it is stored: the looks one after the other. */
interface Stored {
  files: string[];
  looks: Float64Array;
  sums: string[];
}

const NAME = "sums";
const PARTS = 3;

/** What is known of files from one run to the next. */
export class Sums {
  readonly #cache: Cache;
  readonly #before: ReadonlyMap<string, [look: Look, sum: string]>;
  readonly #now = new Map<string, [look: Look, sum: string]>();

  constructor(cache: Cache) {
    this.#cache = cache;
    this.#before = readSums(cache);
  }

  readonly of: SumOf = (file) => {
    // Looked at before it is read: what is written meanwhile looks otherwise the next time.
    const look = lookOf(file);
    const known = this.#now.get(file) ?? this.#before.get(file);
    const sum = look !== null && known && looksAlike(known[0], look) ? known[1] : sumOfFile(file);
    if (look !== null) this.#now.set(file, [look, sum]);
    return sum;
  };

  /** Leaves for others, and for the next run, what is known of the files that were asked for. */
  leave(): void {
    const stored: Stored = {
      files: [...this.#now.keys()],
      looks: Float64Array.from([...this.#now.values()].flatMap(([look]) => look)),
      sums: Array.from(this.#now.values(), ([, sum]) => sum),
    };
    replaceKept(this.#cache, NAME, fileOf(this.#cache, NAME, []), stored);
  }
}

function readSums(cache: Cache): Map<string, [Look, string]> {
  const stored = readKept<Stored>(cache, fileOf(cache, NAME, []))?.value;
  if (stored === undefined) return new Map();
  const { files, looks, sums } = stored;
  return new Map(
    files.map((file, at) => [
      file,
      [Array.from(looks.subarray(at * PARTS, at * PARTS + PARTS)) as Look, sums[at] as string],
    ]),
  );
}
