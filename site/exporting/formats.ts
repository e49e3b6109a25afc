/** A thread that makes the files to download that show more than one issue; it is told of the others, and tells of all. */
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import { openCache } from "../../src/cache/cache.ts";
import type { MadeFile } from "../../src/export/format.ts";
import { digestOf, folders } from "../documents.ts";
import { authorityText, cacheFolder, openSums } from "../folders.ts";
import { giveWay } from "../giveWay.ts";
import { keptBy } from "../publication.ts";
import { keepWritten } from "./keeping.ts";
import { makeShared } from "./shared.ts";

giveWay();

const issues = new Promise<MadeFile[]>((resolve) => {
  parentPort?.once("message", resolve);
});

const cache = openCache(cacheFolder, process.cwd());
const program = keptBy(import.meta.filename, join(import.meta.dirname, "shared.ts"));

const sums = openSums();
const digests = new Map(folders().map((folder) => [folder, digestOf(folder, sums.of)]));

// Where no document changed they all stay; then nothing is read either.
const from = [...program, authorityText(), ...[...digests].flat()];
const exported = await keepWritten(cache, "shared", from, async () => {
  const { exported: answers, files } = await makeShared({ cache, program, digests, issues });
  return { answers, files };
});
await issues;
parentPort?.postMessage(exported);
