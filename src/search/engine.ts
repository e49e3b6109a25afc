/** The engine as it is installed: its program, and whether it writes its index as we write it for it. */
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { close, createIndex } from "pagefind";
import { type EngineFile, type EngineIndex, type EnginePage, encodeIndex } from "./engineIndex.ts";
import { packPlaces, placesIn, wordsOf } from "./postings.ts";

/** No language: its words are made of characters already, and no stemming may touch them. */
export const LANGUAGE = "zxx";

/** What the engine is asked first, which names its indexes by their languages. */
const ENTRY = "pagefind-entry.json";

/** What the engine puts before everything that it compresses. */
export const MARK = Buffer.from("pagefind_dcd");

export type Engine = {
  version: string;
  /** Its program and what belongs to it, by path, without any index. */
  program: Map<string, Uint8Array>;
  /** The file that names an index of so many pages; null where it would write an index otherwise than we do. */
  entryOf: ((index: EngineIndex, pages: number) => EngineFile) | null;
};

type Entry = { version: string; languages: Record<string, { hash: string; page_count: number }> };

/** What shows a page's text, and the engine's own looks: nothing here loads them. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** Places in a piece where the engine's environment says nothing else. */
const PIECE = 20_000;

/** Words at all distances, on several pages, in several pieces. */
const SAMPLE = [
  "b a . a",
  `a ${"c0 ".repeat(PIECE)}${". ".repeat(70_000)}c1 ca b`,
  `c0 ${". ".repeat(300)}a`,
];

/** The engine's program, and whether it writes an index of a sample in the same way as `encode`. */
export async function installedEngine(encode = encodeIndex): Promise<Engine> {
  const {
    entry: text,
    program,
    index,
    names,
  } = await indexed(SAMPLE.map((content, at) => ({ name: String(at), content: () => content })));
  const entry = JSON.parse(String(text)) as Entry;
  const { version } = entry;
  const known = entry.languages[LANGUAGE];
  const pages = SAMPLE.map((content, at): EnginePage => {
    const row = content.split(" ");
    const places = Map.groupBy(row.keys(), (at) => row[at] as string);
    places.delete(".");
    return { name: names.get(String(at)) ?? "", length: row.length, postings: packPlaces(places) };
  });
  const own = encode(pages, { language: LANGUAGE, version, pieceSize: PIECE });
  const entryOf = ({ hash }: EngineIndex, page_count: number): EngineFile => ({
    path: ENTRY,
    content: Buffer.from(
      JSON.stringify({ ...entry, languages: { [LANGUAGE]: { ...known, hash, page_count } } }),
    ),
  });
  const same = known?.hash === own.hash && sameFiles(index, own.files);
  return { version, program, entryOf: same ? entryOf : null };
}

function sameFiles(index: Map<string, Uint8Array>, own: readonly EngineFile[]): boolean {
  if (index.size !== own.length) return false;
  return own.every(({ path, content }) => {
    const packed = index.get(path);
    return packed !== undefined && Buffer.concat([MARK, content]).equals(gunzipSync(packed));
  });
}

/** An index that the engine itself wrote, by path, with what names it; and its names of the pages, by ours. */
export async function indexByEngine(
  pages: readonly EnginePage[],
  pieceSize: number,
): Promise<{ files: Map<string, Uint8Array>; names: Map<string, string> }> {
  const before = process.env[PIECE_SIZE];
  process.env[PIECE_SIZE] = String(pieceSize);
  try {
    const texts = pages.map((page) => ({ name: page.name, content: () => contentOf(page) }));
    const { entry, index, names } = await indexed(texts);
    return { files: new Map([[ENTRY, entry], ...index]), names };
  } finally {
    if (before === undefined) delete process.env[PIECE_SIZE];
    else process.env[PIECE_SIZE] = before;
  }
}

/** The engine takes the size of its pieces from its environment alone. */
const PIECE_SIZE = "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE";

/** A page as the engine reads it: its words, with a mark for each gap. */
function contentOf({ length, postings }: EnginePage): string {
  const row = Array.from({ length }, () => ".");
  const placesOf = placesIn(postings);
  for (const word of wordsOf(postings)) for (const place of placesOf(word)) row[place] = word;
  return row.join(" ");
}

/** What the engine makes of pages: what names its indexes, its program, its index, and its own names of the pages. */
type Indexed = {
  entry: Uint8Array;
  program: Map<string, Uint8Array>;
  index: Map<string, Uint8Array>;
  names: Map<string, string>;
};

/** Pages that the engine is given at a time: each waits in memory, in three forms, until it has taken it. */
const AT_ONCE = 64;

/** The files are taken from the engine's memory: those it writes itself come late. */
async function indexed(pages: readonly { name: string; content: () => string }[]): Promise<Indexed> {
  try {
    const { index, errors } = await createIndex();
    if (index === undefined) throw new Error(errors.join("\n"));
    const failed: string[] = [];
    for (let from = 0; from < pages.length; from += AT_ONCE) {
      const added = pages
        .slice(from, from + AT_ONCE)
        .map(({ name, content }) =>
          index.addCustomRecord({ url: name, content: content(), language: LANGUAGE }),
        );
      failed.push(...(await Promise.all(added)).flatMap((response) => response.errors));
    }
    const built = await index.getFiles();
    failed.push(...built.errors);
    if (failed.length > 0) throw new Error(failed.join("\n"));
    return sorted(built.files);
  } finally {
    await close();
  }
}

/** Fragments, a file a page, say what the engine calls the page, and are not published: their texts are words of the index. */
function sorted(files: readonly EngineFile[]): Indexed {
  const made: Indexed = { entry: new Uint8Array(), program: new Map(), index: new Map(), names: new Map() };
  for (const { path: name, content } of files) {
    if (name.endsWith(".pf_fragment")) {
      const text = gunzipSync(content).toString();
      const { url } = JSON.parse(text.slice(text.indexOf("{"))) as { url: string };
      made.names.set(url, path.basename(name, ".pf_fragment"));
    } else if (name === ENTRY) made.entry = content;
    else if (/\.pf_(?:meta|index)$/.test(name)) made.index.set(name, content);
    else if (!UNUSED.test(name)) made.program.set(name, content);
  }
  return made;
}
