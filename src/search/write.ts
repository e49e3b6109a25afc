/** Writes the search: the engine indexes the words of the documents, and the files beside its index are written. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { close, createIndex } from "pagefind";
import { type EnginePage, namePages, searchFiles, versionOf } from "./files.ts";
import { type Catalogue, ENGINE_PROGRAM, FACETS_AT_ONCE, FEW_DOCUMENTS, ledgerFile } from "./layout.ts";
import { collectNames, traditionalTable } from "./names.ts";
import type { SearchRecord } from "./records.ts";

/** No language: its words are made of characters already, and no stemming may touch them. */
const LANGUAGE = "zxx";

/** The folders under the site: the engine's own, and the files beside it. */
export const ENGINE_FOLDER = "pagefind";
export const FILES_FOLDER = "search/index";

/** Writes both folders into a built site; gives what any first query loads, by its path under the site. */
export async function writeSearch(records: SearchRecord[], site: string): Promise<string[]> {
  const { pages, words, files, catalogue } = searchFiles(records);
  const engineFolder = path.join(site, ENGINE_FOLDER);
  // What an earlier writing left would be read as this one's.
  for (const folder of [engineFolder, path.join(site, FILES_FOLDER)])
    await rm(folder, { recursive: true, force: true });
  // The engine works in a process of its own; meanwhile the rest is made.
  const indexing = indexPages(pages, pieceSize(words));
  files.set("names.json", JSON.stringify(collectNames(records)));
  files.set("traditional.json", JSON.stringify(traditionalTable(records)));
  const [{ bundle, names }] = await Promise.all([indexing, writeFiles(path.join(site, FILES_FOLDER), files)]);
  if (!bundle.has(ENGINE_PROGRAM)) throw new Error(`The engine has no ${ENGINE_PROGRAM}.`);
  await writeFiles(engineFolder, bundle);
  namePages(catalogue, pages, (url) => names.get(url) as string);
  catalogue.version = versionOf(files, catalogue);
  await writeFiles(path.join(site, FILES_FOLDER), new Map([["catalogue.json", JSON.stringify(catalogue)]]));
  return loadedFirst(catalogue, [...bundle.keys()]);
}

/** The largest first. What a large gazette loads depends on the query, and its engine, in a worker, loads for itself. */
function loadedFirst({ version, columns, facetBytes }: Catalogue, engineFiles: string[]): string[] {
  const few = columns.records.length < FEW_DOCUMENTS;
  const meta = engineFiles.filter((name) => name.endsWith(".pf_meta"));
  const engine = few ? [ENGINE_PROGRAM, "pagefind.js", ...meta] : ["pagefind.js"];
  const ledgers = new Set(columns.ledger).size === 1 ? [ledgerFile(0)] : [];
  const facets = facetBytes < FACETS_AT_ONCE ? ["facets.json"] : [];
  return [
    ...engine.map((name) => `${ENGINE_FOLDER}/${name}`),
    `${FILES_FOLDER}/catalogue.json`,
    ...[...ledgers, ...facets].map((name) => `${FILES_FOLDER}/${name}?v=${version}`),
  ];
}

/** Files written at a time. */
const AT_ONCE = 64;

async function writeFiles(folder: string, files: Map<string, string | Uint8Array>): Promise<void> {
  const names = [...files.keys()];
  for (const inner of new Set(names.map((name) => path.dirname(name))))
    await mkdir(path.join(folder, inner), { recursive: true });
  for (let from = 0; from < names.length; from += AT_ONCE)
    await Promise.all(
      names
        .slice(from, from + AT_ONCE)
        .map((name) => writeFile(path.join(folder, name), files.get(name) as string | Uint8Array)),
    );
}

/**
 * Words in one piece of the engine's index. A query loads some ten pieces and the list of all: pieces of the root
 * of the whole make the sum least.
 */
function pieceSize(words: number): number {
  return Math.round(Math.sqrt(words));
}

/** The engine takes the size of its pieces from its environment alone. */
const PIECE_SIZE = "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE";

type Indexed = {
  /** The engine's files that a search loads. */
  bundle: Map<string, Uint8Array>;
  /** The engine's own names of its pages, by their addresses. */
  names: Map<string, string>;
};

/** The files are taken from the engine's memory: what it writes itself is not yet on the disk when it says so. */
async function indexPages(pages: EnginePage[], size: number): Promise<Indexed> {
  const before = process.env[PIECE_SIZE];
  process.env[PIECE_SIZE] = String(size);
  try {
    const { index, errors } = await createIndex();
    if (index === undefined) throw new Error(errors.join("\n"));
    const failed: string[] = [];
    // So many at a time: each waits in memory, in three forms, until the engine has taken it.
    for (let from = 0; from < pages.length; from += AT_ONCE) {
      const some = pages.slice(from, from + AT_ONCE);
      const added = await Promise.all(
        some.map(({ url, content }) => index.addCustomRecord({ url, content, language: LANGUAGE })),
      );
      failed.push(...added.flatMap((response) => response.errors));
    }
    const built = await index.getFiles();
    failed.push(...built.errors);
    if (failed.length > 0) throw new Error(failed.join("\n"));
    return sorted(built.files);
  } finally {
    await close();
    if (before === undefined) delete process.env[PIECE_SIZE];
    else process.env[PIECE_SIZE] = before;
  }
}

/** What shows a page's text, and the engine's own looks: nothing here loads them. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** Fragments, a file a page, say what the engine calls the page, and are not written: their texts are words of the index. */
function sorted(files: { path: string; content: Uint8Array }[]): Indexed {
  const bundle = new Map<string, Uint8Array>();
  const names = new Map<string, string>();
  for (const { path: name, content } of files) {
    if (name.endsWith(".pf_fragment")) {
      const text = gunzipSync(content).toString("utf8");
      const { url } = JSON.parse(text.slice(text.indexOf("{"))) as { url: string };
      names.set(url, path.basename(name, ".pf_fragment"));
    } else if (!UNUSED.test(name)) bundle.set(name, content);
  }
  return { bundle, names };
}
