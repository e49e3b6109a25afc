/** The pages that editors write. The documents are a collection of their own kind: `live.config.ts`. */

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
