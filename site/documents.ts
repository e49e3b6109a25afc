/** The documents of the content folder, read from their files and checked by the schemas they were written with. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SumOf } from "../src/cache/sums.ts";
import { type AnyDocument, schemas } from "../src/document/schema.ts";
import { hashOf } from "../src/export/hash.ts";
import { contentFolder } from "./folders.ts";

const content = fileURLToPath(contentFolder);

/** The ids of all issues, the oldest first. */
export function issueIds(): string[] {
  return folders().filter((folder) => existsSync(join(content, folder, "issue.json")));
}

/** The names of all folders with documents, one an issue. */
export function folders(): string[] {
  const entries = existsSync(content) ? readdirSync(content, { withFileTypes: true }) : [];
  return entries.flatMap((entry) => (entry.isDirectory() && isShown(entry.name) ? entry.name : [])).sort();
}

/** What begins with a dot is somebody's who is at work. */
const isShown = (name: string): boolean => !name.startsWith(".");

/** The files of all documents, or of those of one issue, in order. */
export function filesOf(issue?: string): string[] {
  const own = issue === undefined ? folders() : [issue];
  return own.flatMap((folder) => filesUnder(join(content, folder))).sort();
}

/** A walk of our own: that of a library for patterns takes five times as long. */
function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => isShown(name))
    .flatMap((entry) => {
      const place = join(folder, entry.name);
      if (entry.isDirectory()) return filesUnder(place);
      return entry.name.endsWith(".json") ? place : [];
    });
}

/** What stands for the files of one issue, by their sums. */
export const digestOf = (issue: string, sum: SumOf): string =>
  hashOf(
    filesOf(issue)
      .flatMap((file) => [file.slice(content.length), sum(file)])
      .join("\0"),
  );

/** The texts of all files, or those of one issue, in order. */
export function* readFiles(issue?: string): Generator<string> {
  for (const file of filesOf(issue)) yield readFileSync(file, "utf8");
}

/** All documents, or those of one issue. */
export function readDocuments(issue?: string): AnyDocument[] {
  return documentsFrom(readFiles(issue));
}

/** The documents of files' texts. */
export const documentsFrom = (texts: Iterable<string>): AnyDocument[] =>
  Array.from(texts, (text) => documentOf(text));

/** The document of a file's text, unchecked: the pages' process reads the same files and checks them, which is enough for a build to fail. */
export const parsedDocument = (text: string): AnyDocument => JSON.parse(text) as AnyDocument;

/** The document of a file's text; `isChecked` where the same text satisfied its schema before. */
export function documentOf(text: string, isChecked = false): AnyDocument {
  const data = parsedDocument(text);
  if (!isChecked) schemas[data.type].parse(data);
  // As it stands in the file, whether it was checked now or before: the schemas are strict and change nothing.
  return data;
}
