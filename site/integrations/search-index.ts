/** After the pages are built, Pagefind indexes the records; see `src/search/write.ts`. */
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { collectGazette } from "../../src/corpus/gazette.ts";
import { collectRecords } from "../../src/search/records.ts";
import { writeSearch } from "../../src/search/write.ts";
import { readDocuments } from "../documents.ts";
import { hintAhead } from "./search-ahead.ts";

export function searchIndex(): AstroIntegration {
  return {
    name: "search-index",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const records = collectRecords(collectGazette(readDocuments()));
        const first = await writeSearch(records, fileURLToPath(dir));
        await hintAhead(fileURLToPath(dir), first);
        logger.info(`${records.length} records`);
      },
    },
  };
}
