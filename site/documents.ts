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

/** All documents, or those of one issue. */
export function readDocuments(issue = "*"): AnyDocument[] {
  const files = glob.sync(`${issue}/**/*.json`, { cwd: fileURLToPath(contentFolder), absolute: true });
  return files.sort().map((file) => {
    const data = JSON.parse(readFileSync(file, "utf8")) as { type: keyof typeof schemas };
    return schemas[data.type].parse(data);
  });
}
