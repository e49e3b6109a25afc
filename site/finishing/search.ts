/** The search index of a site, made beside it and moved in when its pages are there; see `src/search/write.ts`. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openCache } from "../../src/cache/cache.ts";
import { listed, type ManifestFile } from "../../src/export/manifest.ts";
import { ENGINE_FOLDER, FILES_FOLDER, SEARCH_PAGE } from "../../src/search/layout.ts";
import { writeSearch } from "../../src/search/write.ts";
import { digestOf, issueIds, parsedDocument, readFiles } from "../documents.ts";
import { cacheFolder, earlier, openSums } from "../folders.ts";
import { readIssues } from "./issues.ts";
import { hintAhead } from "./searchAhead.ts";
import { Standing } from "./standing.ts";

/** What is told of an index that is to be moved into its site. */
interface Told {
  records: number;
  /** For the manifest. */
  files: ManifestFile[];
  /** What any first query loads. */
  first: string[];
}

/** Where the index of a site is made, and what is told of it there. */
const besideOf = (site: string): string => `${path.resolve(site)}-search`;
const TOLD = "told.json";

/** Writes the index of a site in a folder, beside that folder. */
export async function indexAside(site: string): Promise<void> {
  const aside = besideOf(site);
  // Newest first.
  const ids = issueIds().reverse();
  const cache = openCache(cacheFolder, process.cwd());
  const sums = openSums();
  const issues = readIssues(cache, ids, {
    digestOf: (id) => digestOf(id, sums.of),
    documentsOf: (id) => Array.from(readFiles(id), parsedDocument),
  });
  const standing = new Standing(cache, aside, earlier);
  const { first, otherEngine } = await writeSearch(issues, aside, (file, content) =>
    standing.put(file, content),
  );
  const files = standing.end();
  if (otherEngine !== null)
    console.warn(`Pagefind ${otherEngine} 写索引的方式与本程序不同，索引由它自己来做：结果一样，只是慢一些`);
  const documents = issues.flatMap(({ volume }) => volume.documents);
  const records = documents.reduce((sum, { records }) => sum + records, 0);
  writeFileSync(path.join(aside, TOLD), JSON.stringify({ records, files, first } satisfies Told));
}

/** Moves it into the site; gives the number of its records, and the files for the manifest. */
export async function moveIndexIn(site: string): Promise<Pick<Told, "records" | "files">> {
  const aside = besideOf(site);
  const { records, files, first } = JSON.parse(readFileSync(path.join(aside, TOLD), "utf8")) as Told;
  for (const folder of [ENGINE_FOLDER, FILES_FOLDER]) moveOver(aside, site, folder);
  rmSync(aside, { recursive: true });
  return { records, files: [...files, listed(SEARCH_PAGE, Buffer.from(await hintAhead(site, first)))] };
}

/** In the place of what may be there. */
function moveOver(from: string, to: string, folder: string): void {
  rmSync(path.join(to, folder), { recursive: true, force: true });
  mkdirSync(path.dirname(path.join(to, folder)), { recursive: true });
  renameSync(path.join(from, folder), path.join(to, folder));
}
