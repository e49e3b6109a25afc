/** The search index of a site whose pages are built; see `src/search/write.ts`. */
import { openCache } from "../../src/cache/cache.ts";
import { listed, type ManifestFile } from "../../src/export/manifest.ts";
import { SEARCH_PAGE } from "../../src/search/layout.ts";
import { writeSearch } from "../../src/search/write.ts";
import { issueIds, readBytes } from "../documents.ts";
import { cacheFolder } from "../folders.ts";
import { readIssues } from "./issues.ts";
import { hintAhead } from "./searchAhead.ts";

/** Writes the index into the site in a folder; gives the number of its records, and the files for the manifest. */
export async function indexSite(site: string): Promise<{ records: number; files: ManifestFile[] }> {
  // Newest first.
  const ids = issueIds().reverse();
  const issues = readIssues(openCache(cacheFolder, process.cwd()), ids, (id) => [...readBytes(id)]);
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
