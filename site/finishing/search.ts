/** The search index of a site whose pages are built; see `src/search/write.ts`. */
import { readFileSync } from "node:fs";
import { fileOf, forget, keep, openCache, readKept } from "../../src/cache/cache.ts";
import { collectGazette } from "../../src/corpus/gazette.ts";
import { listed, type ManifestFile } from "../../src/export/manifest.ts";
import { type SearchIssue, searchIssues } from "../../src/search/issues.ts";
import { SEARCH_PAGE } from "../../src/search/layout.ts";
import { collectRecords, type SearchRecord } from "../../src/search/records.ts";
import { charactersOf, cutFor } from "../../src/search/volume.ts";
import { writeSearch } from "../../src/search/write.ts";
import { documentsFrom, issueIds, readBytes } from "../documents.ts";
import { cacheFolder } from "../folders.ts";
import { hintAhead } from "./searchAhead.ts";

/** Writes the index into the site in a folder; gives the number of its records, and the files for the manifest. */
export async function indexSite(site: string): Promise<{ records: number; files: ManifestFile[] }> {
  const issues = readIssues();
  const files: ManifestFile[] = [];
  const note = (path: string, content: Uint8Array) => {
    files.push(listed(path, content));
  };
  const { first, otherEngine } = await writeSearch(issues, site, note);
  if (otherEngine !== null)
    console.warn(`Pagefind ${otherEngine} 写索引的方式与本程序不同，索引由它自己来做：结果一样，只是慢一些`);
  note(SEARCH_PAGE, Buffer.from(await hintAhead(site, first)));
  const documents = issues.flatMap(({ volume }) => volume.documents);
  return { records: documents.reduce((sum, { records }) => sum + records, 0), files };
}

/** An issue as it is kept, with the characters that decide how a gazette is cut; one without records is none. */
type Kept = { characters: number; issues: SearchIssue[] };

/** What stands for this module, which makes what is kept. */
const program = readFileSync(import.meta.filename, "utf8");

/** Newest issue first; what was kept of those that stay what they were, and the records of others until they are cut. */
function readIssues(): SearchIssue[] {
  const cache = openCache(cacheFolder, process.cwd());
  const drafts = issueIds()
    .reverse()
    .map((issue) => {
      const texts = [...readBytes(issue)];
      const file = fileOf(cache, `search-${issue}`, [program, ...texts]);
      return { issue, file, known: readKept<Kept>(cache, file)?.value ?? readRecords(texts) };
    });
  const cut = cutFor(drafts.reduce((sum, { known }) => sum + charactersIn(known), 0));
  const issues = drafts.flatMap(({ issue, file, known }) => {
    if (!Array.isArray(known) && known.issues.every(({ volume }) => volume.cut === cut)) return known.issues;
    const records = Array.isArray(known) ? known : readRecords(readBytes(issue));
    const made: Kept = { characters: charactersOf(records), issues: searchIssues(records, cut) };
    keep(cache, file, made);
    return made.issues;
  });
  const files = new Set(drafts.map(({ file }) => file));
  forget(cache, (file) => file.startsWith("search-") && !files.has(file));
  return issues;
}

const readRecords = (texts: Iterable<Uint8Array>): SearchRecord[] =>
  collectRecords(collectGazette(documentsFrom(Array.from(texts, String))));

const charactersIn = (known: Kept | SearchRecord[]): number =>
  Array.isArray(known) ? charactersOf(known) : known.characters;
