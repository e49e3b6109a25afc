/** The search in memory: it answers as the written one does, without an index on disk. */
import { namePages, searchFiles } from "./files.ts";
import { type EngineResult, type Library, openLibrary } from "./library.ts";
import { collectNames, traditionalTable } from "./names.ts";
import type { SearchRecord } from "./records.ts";

/** Documents have the numbers that {@link recordsByDocument} gives them. */
export function libraryInMemory(records: SearchRecord[]): Promise<Library> {
  const { pages, files, catalogue } = searchFiles(records);
  namePages(catalogue, pages, (url) => url);
  const words = new Map<string, EngineResult[]>();
  for (const { url, content } of pages) noteWords(words, url, content);
  /** What is needed only where a query as typed is nowhere. */
  const made: Record<string, () => unknown> = {
    "catalogue.json": () => catalogue,
    "names.json": () => collectNames(records),
    "traditional.json": () => traditionalTable(records),
  };
  return openLibrary({
    readFile: async (name) => {
      const content = files.get(name) ?? JSON.stringify(made[name]?.());
      return typeof content === "string" ? new TextEncoder().encode(content) : content;
    },
    askEngine: async (word) => words.get(word) ?? [],
  });
}

/** The records of each document, in the order of its number. */
export function recordsByDocument(records: SearchRecord[]): SearchRecord[][] {
  return [...Map.groupBy(records, ({ documentId }) => documentId).values()];
}

function noteWords(words: Map<string, EngineResult[]>, id: string, content: string): void {
  for (const [at, word] of content.split(" ").entries()) {
    const pages = words.get(word) ?? [];
    words.set(word, pages);
    const last = pages.at(-1);
    if (last?.id === id) last.words.push(at);
    else pages.push({ id, words: [at] });
  }
}
