/** The documents as Astro collections, checked by the same schemas the compiler writes them with. */

import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { schemas } from "../src/document/schema.ts";
import { contentFolder, pagesFolder } from "./folders.ts";

/** An entry's id is its path, so that entries of two issues never meet. */
const documents = (pattern: string) =>
  glob({ base: contentFolder, pattern, generateId: ({ entry }) => entry });

export const collections = {
  issues: defineCollection({ loader: documents("*/issue.json"), schema: schemas.issue }),
  notices: defineCollection({ loader: documents("*/notices/*.json"), schema: schemas.notice }),
  taskTables: defineCollection({ loader: documents("*/task-tables/*.json"), schema: schemas["task-table"] }),
  tables: defineCollection({ loader: documents("*/tables/*.json"), schema: schemas.table }),
  appointments: defineCollection({ loader: documents("*/appointments/*.json"), schema: schemas.appointment }),
  chronicles: defineCollection({ loader: documents("*/chronicle.json"), schema: schemas.chronicle }),
  reports: defineCollection({ loader: documents("*/report.json"), schema: schemas.report }),
  pages: defineCollection({
    loader: glob({ base: pagesFolder, pattern: "*.md" }),
    schema: z.object({ title: z.string(), description: z.string() }),
  }),
};
