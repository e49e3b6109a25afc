/** The search index of a site whose pages are built; see `src/search/write.ts`. */
import { collectGazette } from "../../src/corpus/gazette.ts";
import { listed, type ManifestFile } from "../../src/export/manifest.ts";
import { SEARCH_PAGE } from "../../src/search/layout.ts";
import { collectRecords, type SearchRecord } from "../../src/search/records.ts";
import { writeSearch } from "../../src/search/write.ts";
import { issueIds, readDocuments } from "../documents.ts";
import { hintAhead } from "./searchAhead.ts";

/** Writes the index into the site in a folder; gives the number of its records, and the files for the manifest. */
export async function indexSite(site: string): Promise<{ records: number; files: ManifestFile[] }> {
  const records = readRecords();
  const files: ManifestFile[] = [];
  const note = (path: string, content: string | Uint8Array) => {
    files.push(listed(path, Buffer.from(content)));
  };
  const first = await writeSearch(records, site, note);
  note(SEARCH_PAGE, await hintAhead(site, first));
  return { records: records.length, files };
}

/** Newest issue first; one after the other, so that the documents of an archive never stand in memory together. */
function readRecords(): SearchRecord[] {
  const records: SearchRecord[] = [];
  for (const issue of issueIds().reverse())
    for (const record of collectRecords(collectGazette(readDocuments(issue)))) records.push(record);
  return records;
}
