/** Files of an earlier site that are as they were written, which is told by their look. */
import { copyFileSync, linkSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { type Look, lookOf, looksAlike, sumOfFile } from "../../src/cache/sums.ts";
import type { Earlier } from "../folders.ts";

/** A file as it was written: the SHA-256 of its bytes in hexadecimal digits, and its look where that is known. */
export type Seen = { sha256: string; look: Look | null };

/** How a file looks that has the bytes it was written with, else null: one that looks as it did is not read. */
export function stillLook(file: string, { sha256, look }: Seen): Look | null {
  const now = lookOf(file);
  if (now === null) return null;
  return (look !== null && looksAlike(look, now)) || sumOfFile(file) === sha256 ? now : null;
}

/** The same, if it has the bytes it was written with; else null. */
export function takeOver(earlier: Earlier, file: string, seen: Seen): Look | null {
  const look = stillLook(path.join(earlier.site, file), seen);
  return look === null ? null : standAlso(earlier, file, look);
}

/** Has a file of this look stand where those are kept, as a link where the disk knows such; gives its look there. One that does, stays. */
export function standAlso({ site, kept }: Earlier, file: string, look: Look): Look | null {
  const [from, to] = [path.join(site, file), path.join(kept, file)];
  const there = lookOf(to);
  if (there !== null && looksAlike(there, look)) return look;
  if (there !== null) rmSync(to);
  else mkdirSync(path.dirname(to), { recursive: true });
  try {
    linkSync(from, to);
    return look;
  } catch {
    copyFileSync(from, to);
    return lookOf(to);
  }
}
