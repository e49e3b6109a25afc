/** The hashes of documents' texts that satisfied their schemas in an earlier build of this program: they are not checked again. */
import { type Cache, fileOf, openCache, readKept, replaceKept } from "../src/cache/cache.ts";
import { cacheFolder } from "./folders.ts";

const NAME = "checked";

const placeOf = (cache: Cache): string => fileOf(cache, NAME, []);

/** SHA-256 in hexadecimal digits, by the bytes of the text. */
export function checkedTexts(): ReadonlySet<string> {
  const cache = openCache(cacheFolder, process.cwd());
  return readKept<Set<string>>(cache, placeOf(cache))?.value ?? new Set();
}

/** Leaves those of this build for the next one, unless they are the same as before. */
export function noteChecked(before: ReadonlySet<string>, now: ReadonlySet<string>): void {
  if (before.size === now.size && now.isSubsetOf(before)) return;
  const cache = openCache(cacheFolder, process.cwd());
  replaceKept(cache, NAME, placeOf(cache), now);
}
