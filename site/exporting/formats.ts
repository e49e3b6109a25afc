/** A thread that makes the files to download but for the Word files, of which it is told, and tells of all. */
import { parentPort } from "node:worker_threads";
import { contextOf } from "../../src/export/context.ts";
import type { MadeFile } from "../../src/export/format.ts";
import { exportEach, word } from "../../src/export/index.ts";
import { readDocuments } from "../documents.ts";
import { authorityText } from "../folders.ts";
import { publishing } from "../publication.ts";
import { write } from "./write.ts";

const wordFiles = new Promise<Map<string, MadeFile>>((resolve) => {
  parentPort?.once("message", (files: MadeFile[]) =>
    resolve(new Map(files.map((file) => [file.path, file]))),
  );
});
const context = contextOf(readDocuments(), { ...publishing, authority: authorityText() });
const exported = await exportEach(context, write, (format) =>
  format === word
    ? wordFiles.then((known) => word.paths(context).flatMap((path) => known.get(path) ?? []))
    : undefined,
);
// A format's functions stay here: only what it says of itself can go from thread to thread.
const told = exported.map(({ format: { id, name, summary, mediaType, specification, schema }, files }) => ({
  format: { id, name, summary, mediaType, specification, schema },
  files,
}));
parentPort?.postMessage(told);
