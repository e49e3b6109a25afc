/** A thread that makes the files to download beside the pages, writes them into the site, and tells what it wrote. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import { contextOf } from "../src/export/context.ts";
import type { MadeFile } from "../src/export/format.ts";
import { exportEach } from "../src/export/index.ts";
import { readDocuments } from "./documents.ts";
import { authorityText, distFolder } from "./folders.ts";
import { publishing } from "./publication.ts";

const context = contextOf(readDocuments(), { ...publishing, authority: authorityText() });
const exported = await exportEach(context, ({ body, ...made }): MadeFile => {
  const place = new URL(made.path.split("/").map(encodeURIComponent).join("/"), distFolder);
  mkdirSync(fileURLToPath(new URL(".", place)), { recursive: true });
  writeFileSync(place, body);
  return made;
});
// A format's functions stay here: only what it says of itself can go from thread to thread.
const told = exported.map(({ format: { id, name, summary, mediaType, specification, schema }, files }) => ({
  format: { id, name, summary, mediaType, specification, schema },
  files,
}));
parentPort?.postMessage(told);
