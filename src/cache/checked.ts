/** The sums of documents' texts that satisfied their schemas when this program wrote or read them: they are not checked again. */
import { type Cache, fileOf, readKept, replaceKept } from "./cache.ts";

const NAME = "checked";

const placeOf = (cache: Cache): string => fileOf(cache, NAME, []);

/** SHA-256 in hexadecimal digits, by the bytes of the text. */
export function checkedTexts(cache: Cache): ReadonlySet<string> {
  return readKept<Set<string>>(cache, placeOf(cache))?.value ?? new Set();
}

/** Leaves those that are known now in the place of those `before`, unless they are the same. */
export function noteChecked(cache: Cache, before: ReadonlySet<string>, now: ReadonlySet<string>): void {
  if (before.size !== now.size || !now.isSubsetOf(before)) replaceKept(cache, NAME, placeOf(cache), now);
}
