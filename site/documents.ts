/** The documents of the content folder, read from their files and checked by the schemas they were written with. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import glob from "fast-glob";
import { type AnyDocument, schemas } from "../src/document/schema.ts";
import { contentFolder } from "./folders.ts";

export function readDocuments(): AnyDocument[] {
  const files = glob.sync("*/**/*.json", { cwd: fileURLToPath(contentFolder), absolute: true });
  return files.sort().map((file) => {
    const data = JSON.parse(readFileSync(file, "utf8")) as { type: keyof typeof schemas };
    return schemas[data.type].parse(data);
  });
}
