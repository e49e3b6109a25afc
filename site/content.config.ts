/** The pages that editors write. Documents are no collection (`documents.ts`): an archive is too large to be kept twice. */

import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { pagesFolder } from "./folders.ts";

export const collections = {
  pages: defineCollection({
    loader: glob({ base: pagesFolder, pattern: "*.md" }),
    schema: z.object({ title: z.string(), description: z.string() }),
  }),
};
