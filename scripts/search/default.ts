/** The engine as it comes: every record a page of its own, its text indexed as Chinese. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { close, createIndex } from "pagefind";
import type { SearchRecord } from "../../src/search/records.ts";

export async function indexAsItComes(records: SearchRecord[], outputPath: string): Promise<void> {
  const { index } = await createIndex();
  if (index === undefined) throw new Error("Pagefind did not start.");
  await Promise.all(
    records.map(({ url, text, title, kind, year, issue, issuer, responsible, people, date }) =>
      index.addCustomRecord({
        url,
        content: text,
        language: "zh-cn",
        meta: { title },
        filters: {
          kind: [kind],
          year: [year],
          issue: [issue],
          issuer: issuer === null ? [] : [issuer],
          responsible,
          people,
        },
        sort: { date: date ?? "" },
      }),
    ),
  );
  await index.writeFiles({ outputPath });
}

/** Milliseconds in which the engine has surely put on the disk what it says it has written. */
const WRITTEN = 1000;

/** Ends the engine's process; before that, its files may not be whole. */
export async function endEngine(): Promise<void> {
  await setTimeout(WRITTEN);
  await close();
}

/** Addresses of the records by the engine's names of them. */
export async function addresses(engineFolder: string): Promise<Record<string, string>> {
  const folder = path.join(engineFolder, "fragment");
  const found: Record<string, string> = {};
  for (const file of await readdir(folder)) {
    const text = gunzipSync(await readFile(path.join(folder, file))).toString("utf8");
    found[path.basename(file, ".pf_fragment")] = (
      JSON.parse(text.slice(text.indexOf("{"))) as { url: string }
    ).url;
  }
  return found;
}
