/** A thread that makes the Word files, which take as long as all other data files: issue by issue, and tells what it wrote. */
import { parentPort } from "node:worker_threads";
import { contextOf } from "../../src/export/context.ts";
import { keptFiles, word } from "../../src/export/index.ts";
import { issueIds, readDocuments } from "../documents.ts";
import { publishing } from "../publication.ts";
import { write } from "./write.ts";

// A Word file shows nothing but its own document.
for (const issue of issueIds())
  parentPort?.postMessage(keptFiles(await word.files(contextOf(readDocuments(issue), publishing)), write));
parentPort?.postMessage(null);
