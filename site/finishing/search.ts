/** The search index of a site whose pages are built; see `src/search/write.ts`. */
import { collectGazette } from "../../src/corpus/gazette.ts";
import { collectRecords, type SearchRecord } from "../../src/search/records.ts";
import { writeSearch } from "../../src/search/write.ts";
import { issueIds, readDocuments } from "../documents.ts";
import { hintAhead } from "./searchAhead.ts";

/** Writes the index into the site in a folder; gives the number of its records. */
export async function indexSite(site: string): Promise<number> {
  const records = readRecords();
  await hintAhead(site, await writeSearch(records, site));
  return records.length;
}

/** Newest issue first; one after the other, so that the documents of an archive never stand in memory together. */
function readRecords(): SearchRecord[] {
  const records: SearchRecord[] = [];
  for (const issue of issueIds().reverse())
    for (const record of collectRecords(collectGazette(readDocuments(issue)))) records.push(record);
  return records;
}
