/** A thread that makes the files to download that show nothing but one issue, and tells what it wrote. */
import { parentPort } from "node:worker_threads";
import { openCache } from "../../src/cache/cache.ts";
import type { AnyDocument } from "../../src/document/schema.ts";
import { contextOf } from "../../src/export/context.ts";
import { filesAlone } from "../../src/export/index.ts";
import { digestOf, issueIds, parsedDocument, readFiles } from "../documents.ts";
import { cacheFolder, openSums } from "../folders.ts";
import { giveWay } from "../giveWay.ts";
import { keptBy, publishing } from "../publication.ts";
import { keepFiles } from "./keeping.ts";

giveWay();

const cache = openCache(cacheFolder, process.cwd());
const program = keptBy(import.meta.filename);

const sums = openSums();
for (const issue of issueIds()) {
  const make = async () => {
    const texts = new Map(Array.from(readFiles(issue), (text) => [parsedDocument(text), text] as const));
    const written = (document: AnyDocument): string | undefined => texts.get(document);
    return { answers: null, files: await filesAlone(contextOf(texts.keys(), { ...publishing, written })) };
  };
  const from = [...program, digestOf(issue, sums.of)];
  parentPort?.postMessage(await keepFiles(cache, `alone-${issue}`, from, make));
}
parentPort?.postMessage(null);
