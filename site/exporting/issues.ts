/** A thread that makes the files to download that show nothing but one issue, and tells what it wrote. */
import { parentPort } from "node:worker_threads";
import { kept, openCache } from "../../src/cache/cache.ts";
import type { AnyDocument } from "../../src/document/schema.ts";
import { contextOf } from "../../src/export/context.ts";
import type { ExportFile, MadeFile } from "../../src/export/format.ts";
import { filesAlone, measured } from "../../src/export/index.ts";
import { issueIds, readFiles } from "../documents.ts";
import { cacheFolder } from "../folders.ts";
import { keptBy, publishing } from "../publication.ts";
import { write } from "./write.ts";

const cache = openCache(cacheFolder, process.cwd());
const program = keptBy(import.meta.filename);

/** A file as it is kept: one that stands in the content folder as it is, by its number there. */
type Kept = MadeFile & { body: ExportFile["body"] | number };

for (const issue of issueIds()) {
  const texts = [...readFiles(issue)];
  const files = await kept<Kept[]>(cache, `alone-${issue}`, [...program, ...texts], async () => {
    const places = new Map(texts.map((text, at) => [text, at]));
    // Who writes them as JSON checks them.
    const documents = texts.map((text) => JSON.parse(text) as AnyDocument);
    const made = await filesAlone(contextOf(documents, publishing));
    return made.map(measured).map((file) => {
      const place = file.path.endsWith(".json") ? places.get(String(file.body)) : undefined;
      return place === undefined ? file : { ...file, body: place };
    });
  });
  parentPort?.postMessage(
    files.map(({ body, ...file }) =>
      write({ ...file, body: typeof body === "number" ? (texts[body] as string) : body }),
    ),
  );
}
parentPort?.postMessage(null);
