/** A thread that makes the Word files, which take as long as all other data files: issue by issue, and tells what it wrote. */
import { parentPort } from "node:worker_threads";
import { kept, openCache } from "../../src/cache/cache.ts";
import { contextOf } from "../../src/export/context.ts";
import type { ExportFile } from "../../src/export/format.ts";
import { keptFiles, word } from "../../src/export/index.ts";
import { issueIds, readDocuments, readFiles } from "../documents.ts";
import { cacheFolder } from "../folders.ts";
import { publishing } from "../publication.ts";
import { write } from "./write.ts";

const cache = openCache(cacheFolder, process.cwd());
const said = JSON.stringify([publishing.publication, publishing.address("/")]);

// A Word file shows nothing but its own document, so that those of an issue stay while the issue does.
for (const issue of issueIds()) {
  const files = await kept<ExportFile[]>(cache, `word-${issue}`, [said, ...readFiles(issue)], async () =>
    word.files(contextOf(readDocuments(issue), publishing)),
  );
  parentPort?.postMessage(keptFiles(files, write));
}
parentPort?.postMessage(null);
