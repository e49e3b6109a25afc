/** The source text of an issue, decoded and in lines; null where its file is not at hand. */
import { readFileSync } from "node:fs";
import type { IssueDocument } from "../src/document/schema.ts";
import { sourcePath } from "./folders.ts";
import { noteUnanswered } from "./keeping/traces.ts";

const kept = new Map<string, string[] | null>();

export function readSource(source: IssueDocument["source"]): string[] | null {
  noteUnanswered();
  const present = kept.get(source.sha256);
  if (present !== undefined) return present;
  const path = sourcePath(source.file);
  const lines =
    path === null ? null : new TextDecoder(source.encoding).decode(readFileSync(path)).split(/\r\n|\r|\n/u);
  kept.set(source.sha256, lines);
  return lines;
}
