/** The issues as the search has them: what was kept of those that stay what they were, the others from their documents. */
import { readFileSync } from "node:fs";
import { type Cache, fileOf, forget, keep, readKept } from "../../src/cache/cache.ts";
import { collectGazette } from "../../src/corpus/gazette.ts";
import type { AnyDocument } from "../../src/document/schema.ts";
import { type SearchIssue, searchIssues } from "../../src/search/issues.ts";
import { collectRecords, type SearchRecord } from "../../src/search/records.ts";
import { charactersOf, cutFor } from "../../src/search/volume.ts";

/** An issue as it is kept, with the characters that decide how a gazette is cut; one without records is none. */
type Kept = { characters: number; issues: SearchIssue[] };

/** What stands for this module, which makes what is kept. */
const program = readFileSync(import.meta.filename, "utf8");

/** What issues are read from. */
interface Files {
  /** What stands for the files of an issue. */
  digestOf: (id: string) => string;
  documentsOf: (id: string) => AnyDocument[];
}

/** In the order of their ids. */
export function readIssues(
  cache: Cache,
  ids: readonly string[],
  { digestOf, documentsOf }: Files,
  cutOf = cutFor,
): SearchIssue[] {
  const recordsOf = (id: string): SearchRecord[] => collectRecords(collectGazette(documentsOf(id)));
  const drafts = ids.map((id) => {
    const place = fileOf(cache, `search-${id}`, [program, digestOf(id)]);
    return { id, place, known: readKept<Kept>(cache, place)?.value ?? recordsOf(id) };
  });
  const cut = cutOf(drafts.reduce((sum, { known }) => sum + charactersIn(known), 0));
  const issues = drafts.flatMap(({ id, place, known }) => {
    if (!Array.isArray(known) && known.issues.every(({ volume }) => volume.cut === cut)) return known.issues;
    const records = Array.isArray(known) ? known : recordsOf(id);
    const made: Kept = { characters: charactersOf(records), issues: searchIssues(records, cut) };
    keep(cache, place, made);
    return made.issues;
  });
  const places = new Set(drafts.map(({ place }) => place));
  forget(cache, (file) => file.startsWith("search-") && !places.has(file));
  return issues;
}

const charactersIn = (known: Kept | SearchRecord[]): number =>
  Array.isArray(known) ? charactersOf(known) : known.characters;
