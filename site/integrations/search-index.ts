/** After the pages are built, Pagefind indexes the records; see `src/search/write.ts`. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import glob from "fast-glob";
import { collectGazette } from "../../src/corpus/gazette.ts";
import { type AnyDocument, schemas } from "../../src/document/schema.ts";
import { collectRecords } from "../../src/search/records.ts";
import { writeSearch } from "../../src/search/write.ts";
import { contentFolder } from "../folders.ts";
import { hintAhead } from "./search-ahead.ts";

export function searchIndex(): AstroIntegration {
  return {
    name: "search-index",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const records = collectRecords(collectGazette(await readDocuments()));
        const first = await writeSearch(records, fileURLToPath(dir));
        await hintAhead(fileURLToPath(dir), first);
        logger.info(`${records.length} records`);
      },
    },
  };
}

async function readDocuments(): Promise<AnyDocument[]> {
  const files = await glob("*/**/*.json", { cwd: fileURLToPath(contentFolder), absolute: true });
  const read = files.sort().map(async (file) => {
    const data = JSON.parse(await readFile(file, "utf8")) as { type: keyof typeof schemas };
    return schemas[data.type].parse(data);
  });
  return Promise.all(read);
}
