/** Files of an earlier site that are as they were written, which is told by their look. */
import { copyFileSync, linkSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { type Look, lookOf, looksAlike, sumOfFile } from "../../src/cache/sums.ts";

/** A file as it was written: the SHA-256 of its bytes in hexadecimal digits, and its look where that is known. */
export type Seen = { sha256: string; look: Look | null };

/** How a file looks that has the bytes it was written with, else null: one that looks as it did is not read. */
export function stillLook(file: string, { sha256, look }: Seen): Look | null {
  const now = lookOf(file);
  if (now === null) return null;
  return (look !== null && looksAlike(look, now)) || sumOfFile(file) === sha256 ? now : null;
}

/** Has a file stand in another place too, if it has the bytes it was written with; gives its look there, else null. */
export function takeOver(from: string, to: string, seen: Seen): Look | null {
  const look = stillLook(from, seen);
  return look === null ? null : standAlso(from, to, look);
}

/** Has a file of this look stand in another place too, as a link where the disk knows such; gives its look there. One that does, stays. */
export function standAlso(from: string, to: string, look: Look): Look | null {
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
