/** Writes the search: the engine's program with the index that it reads, and the files beside it. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { type Engine, indexByEngine, installedEngine, LANGUAGE, MARK } from "./engine.ts";
import { type EngineFile, type EnginePage, encodeIndex } from "./engineIndex.ts";
import { searchFiles, versionOf } from "./files.ts";
import type { SearchIssue } from "./issues.ts";
import {
  type Catalogue,
  ENGINE_FOLDER,
  ENGINE_PROGRAM,
  FACETS_AT_ONCE,
  FEW_DOCUMENTS,
  FILES_FOLDER,
  ledgerFile,
} from "./layout.ts";
import { mergeNames, traditionalTable } from "./names.ts";

/** Writes a file at a path under the site; its folder is there. */
type Put = (path: string, content: Uint8Array) => void;

export type Written = {
  /** What any first query loads, by its path under the site. */
  first: string[];
  /** Where the engine that is installed writes its index otherwise than we do, and so wrote it itself: its version. */
  otherEngine: string | null;
};

/** Writes both folders into a built site. */
export async function writeSearch(
  issues: readonly SearchIssue[],
  site: string,
  put: Put = (file, content) => writeFileSync(path.join(site, file), content),
  engine?: Engine,
): Promise<Written> {
  engine ??= await installedEngine();
  const { program } = engine;
  if (!program.has(ENGINE_PROGRAM)) throw new Error(`The engine has no ${ENGINE_PROGRAM}.`);
  // What an earlier writing left would be read as this one's.
  for (const folder of [ENGINE_FOLDER, FILES_FOLDER])
    rmSync(path.join(site, folder), { recursive: true, force: true });
  const write = (folder: string, files: Map<string, string | Uint8Array>) =>
    writeFiles(site, folder, files, put);
  const { pages, words, files, catalogue } = searchFiles(issues.map(({ volume }) => volume));
  files.set("names.json", JSON.stringify(mergeNames(issues.map(({ names }) => names))));
  files.set("traditional.json", JSON.stringify(traditionalTable(issues.map(({ variants }) => variants))));
  const index = await indexPages(engine, pages, pieceSize(words));
  for (const issue of catalogue.issues)
    issue.pages = issue.pages.map((name) => index.names?.get(name) ?? name);
  catalogue.version = versionOf(files, catalogue);
  files.set("catalogue.json", JSON.stringify(catalogue));
  write(FILES_FOLDER, files);
  write(ENGINE_FOLDER, new Map([...program, ...index.files]));
  return {
    first: loadedFirst(catalogue, [...program.keys(), ...index.files.keys()]),
    otherEngine: engine.entryOf === null ? engine.version : null,
  };
}

type Index = {
  /** What the engine reads of it, by path. */
  files: Map<string, Uint8Array>;
  /** The engine's own names of the pages by ours, where they differ. */
  names?: Map<string, string>;
};

/** The index of pages, by the engine itself where it would write it in another way. */
async function indexPages(
  { version, entryOf }: Engine,
  pages: readonly EnginePage[],
  pieceSize: number,
): Promise<Index> {
  if (entryOf === null) return indexByEngine(pages, pieceSize);
  const index = encodeIndex(pages, { language: LANGUAGE, version, pieceSize });
  const entry = entryOf(index, pages.length);
  return { files: new Map([[entry.path, entry.content], ...(await packed(index.files))]) };
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

/** One after the other: threads that make files in one folder only wait for each other. */
function writeFiles(site: string, folder: string, files: Map<string, string | Uint8Array>, put: Put): void {
  const all = Array.from(files, ([name, content]) => [path.posix.join(folder, name), content] as const);
  for (const inner of new Set(all.map(([file]) => path.dirname(file))))
    mkdirSync(path.join(site, inner), { recursive: true });
  for (const [file, content] of all) put(file, typeof content === "string" ? Buffer.from(content) : content);
}

const compress = promisify(gzip);

/** Files compressed at a time: each takes a quarter of a megabyte meanwhile. */
const AT_ONCE = 16;

/** Files as the engine reads them. */
async function packed(files: readonly EngineFile[]): Promise<Map<string, Uint8Array>> {
  const made: [path: string, content: Uint8Array][] = [];
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const some = files
      .slice(from, from + AT_ONCE)
      .map(async ({ path, content }): Promise<[string, Uint8Array]> => {
        return [path, await compress(Buffer.concat([MARK, content]), { level: 9 })];
      });
    made.push(...(await Promise.all(some)));
  }
  return new Map(made);
}

/**
 * Words in one piece of the engine's index. A query loads some ten pieces and the list of all: pieces of the root
 * of the whole make the sum least.
 */
function pieceSize(words: number): number {
  return Math.round(Math.sqrt(words));
}
