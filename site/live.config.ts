/**
 * The documents as an Astro collection, read when the library is made and checked by the schemas that the compiler writes
 * them with. A live one: Astro would keep a second copy of the others, which is too much for an archive.
 */

import { defineLiveCollection } from "astro:content";
import { readFileSync } from "node:fs";
import type { LiveLoader } from "astro/loaders";
import { openCache } from "../src/cache/cache.ts";
import { checkedTexts, noteChecked } from "../src/cache/checked.ts";
import type { AnyDocument } from "../src/document/schema.ts";
import { documentOf, filesOf, readDocuments } from "./documents.ts";
import { cacheFolder, openSums } from "./folders.ts";
import { noteOrigin } from "./keeping/digest.ts";

/** A report is of an issue and has no id of its own. */
const idOf = (document: AnyDocument): string =>
  document.type === "report" ? `${document.issue}/report` : document.id;

/** What lists across the issues hold of a document. */
function partsOf(document: AnyDocument): readonly object[] {
  if (document.type === "task-table") return document.tasks;
  if (document.type === "appointment") return document.decisions;
  return document.type === "chronicle" ? document.entries : [];
}

const loader: LiveLoader<AnyDocument, { id: string }> = {
  name: "content",
  loadCollection: async () => {
    const cache = openCache(cacheFolder, process.cwd());
    const before = checkedTexts(cache);
    const now = new Set<string>();
    const sums = openSums();
    const entries = filesOf().map((file) => {
      const digest = sums.of(file);
      const data = documentOf(readFileSync(file, "utf8"), before.has(digest));
      now.add(digest);
      noteOrigin(data, digest, partsOf(data));
      return { id: idOf(data), data };
    });
    noteChecked(cache, before, now);
    return { entries };
  },
  loadEntry: async ({ filter: { id } }) => {
    const data = readDocuments(id.slice(0, id.indexOf("/"))).find((document) => idOf(document) === id);
    return data === undefined ? undefined : { id, data };
  },
};

export const collections = { documents: defineLiveCollection({ loader }) };
