/** The search in memory: it answers as the written one does, without an index on disk. */
import { searchFiles } from "./files.ts";
import { type Library, openLibrary } from "./library.ts";
import { collectNames, printedVariants, traditionalTable } from "./names.ts";
import { placesIn } from "./postings.ts";
import type { SearchRecord } from "./records.ts";
import { volumesOf } from "./volume.ts";

/** Documents have the numbers that {@link recordsByDocument} gives them. */
export function libraryInMemory(records: SearchRecord[]): Promise<Library> {
  const { pages, files, catalogue } = searchFiles(volumesOf(records));
  const shelves = pages.map(({ name, postings }) => ({ name, placesOf: placesIn(postings) }));
  /** What is needed only where a query as typed is nowhere. */
  const made: Record<string, () => unknown> = {
    "catalogue.json": () => catalogue,
    "names.json": () => collectNames(records),
    "traditional.json": () => traditionalTable([printedVariants(records)]),
  };
  return openLibrary({
    readFile: async (name) => {
      const content = files.get(name) ?? JSON.stringify(made[name]?.());
      return typeof content === "string" ? new TextEncoder().encode(content) : content;
    },
    askEngine: async (word) =>
      shelves.flatMap(({ name, placesOf }) => {
        const words = placesOf(word);
        return words.length > 0 ? [{ id: name, words }] : [];
      }),
  });
}

/** The records of each document, in the order of its number. */
export function recordsByDocument(records: SearchRecord[]): SearchRecord[][] {
  return [...Map.groupBy(records, ({ documentId }) => documentId).values()];
}
