/** The search index of a site whose pages are built; see `src/search/write.ts`. */
import { openCache } from "../../src/cache/cache.ts";
import { listed, type ManifestFile } from "../../src/export/manifest.ts";
import { SEARCH_PAGE } from "../../src/search/layout.ts";
import { writeSearch } from "../../src/search/write.ts";
import { digestOf, issueIds, readDocuments } from "../documents.ts";
import { cacheFolder, earlierFolder, openSums } from "../folders.ts";
import { readIssues } from "./issues.ts";
import { hintAhead } from "./searchAhead.ts";
import { Standing } from "./standing.ts";

/** Writes the index into the site in a folder; gives the number of its records, and the files for the manifest. */
export async function indexSite(site: string): Promise<{ records: number; files: ManifestFile[] }> {
  // Newest first.
  const ids = issueIds().reverse();
  const cache = openCache(cacheFolder, process.cwd());
  const sums = openSums();
  const issues = readIssues(cache, ids, {
    digestOf: (id) => digestOf(id, sums.of),
    documentsOf: readDocuments,
  });
  const standing = new Standing(cache, site, earlierFolder);
  const { first, otherEngine } = await writeSearch(issues, site, (file, content) =>
    standing.put(file, content),
  );
  const files = standing.end();
  if (otherEngine !== null)
    console.warn(`Pagefind ${otherEngine} 写索引的方式与本程序不同，索引由它自己来做：结果一样，只是慢一些`);
  files.push(listed(SEARCH_PAGE, Buffer.from(await hintAhead(site, first))));
  const documents = issues.flatMap(({ volume }) => volume.documents);
  return { records: documents.reduce((sum, { records }) => sum + records, 0), files };
}
