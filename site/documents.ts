/** The documents of the content folder, read from their files and checked by the schemas they were written with. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import glob from "fast-glob";
import { type AnyDocument, schemas } from "../src/document/schema.ts";
import { contentFolder } from "./folders.ts";

/** The ids of all issues, the oldest first. */
export function issueIds(): string[] {
  return glob
    .sync("*/issue.json", { cwd: fileURLToPath(contentFolder) })
    .map((file) => file.slice(0, file.indexOf("/")))
    .sort();
}

/** The names of all folders with documents, one an issue. */
export function folders(): string[] {
  return glob.sync("*", { cwd: fileURLToPath(contentFolder), onlyDirectories: true }).sort();
}

/** The texts of all files, or those of one issue, in order. */
export function* readFiles(issue = "*"): Generator<string> {
  for (const bytes of readBytes(issue)) yield bytes.toString();
}

/** The same as bytes. */
export function* readBytes(issue = "*"): Generator<Buffer> {
  const files = glob.sync(`${issue}/**/*.json`, { cwd: fileURLToPath(contentFolder), absolute: true });
  for (const file of files.sort()) yield readFileSync(file);
}

/** All documents, or those of one issue. */
export function readDocuments(issue = "*"): AnyDocument[] {
  return documentsFrom(readFiles(issue));
}

/** The documents of files' texts. */
export const documentsFrom = (texts: Iterable<string>): AnyDocument[] =>
  Array.from(texts, (text) => documentOf(text));

/** The document of a file's text; `isChecked` where the same text satisfied its schema before. */
export function documentOf(text: string, isChecked = false): AnyDocument {
  const data = JSON.parse(text) as AnyDocument;
  if (!isChecked) schemas[data.type].parse(data);
  // As it stands in the file, whether it was checked now or before: the schemas are strict and change nothing.
  return data;
}
