/** The engine as it is installed: its program, and whether it writes its index as we write it for it. */
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { close, createIndex } from "pagefind";
import { type EngineFile, type EngineIndex, type EnginePage, encodeIndex } from "./engineIndex.ts";
import { packPlaces } from "./postings.ts";

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
  /** The file that names an index of so many pages. */
  entryOf: (index: EngineIndex, pages: number) => EngineFile;
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

/** The engine's program. @throws where it would write an index of a sample in another way than {@link encodeIndex} */
export async function installedEngine(): Promise<Engine> {
  const files = await indexed(SAMPLE);
  const entry = JSON.parse(String(files.get(ENTRY))) as Entry;
  const names = new Map<string, string>();
  const own = new Map<string, Uint8Array>();
  const program = new Map<string, Uint8Array>();
  for (const [name, content] of files) {
    if (name.endsWith(".pf_fragment")) {
      const { url } = JSON.parse(String(plain(content))) as { url: string };
      names.set(url, path.basename(name, ".pf_fragment"));
    } else if (/\.pf_(?:meta|index)$/.test(name)) own.set(name, plain(content));
    else if (name !== ENTRY && !UNUSED.test(name)) program.set(name, content);
  }
  const pages = SAMPLE.flatMap((content, at): EnginePage[] => {
    const name = names.get(String(at));
    const row = content.split(" ");
    const places = Map.groupBy(row.keys(), (at) => row[at] as string);
    places.delete(".");
    return name === undefined ? [] : [{ name, length: row.length, postings: packPlaces(places) }];
  });
  const { version } = entry;
  const index = encodeIndex(pages, { language: LANGUAGE, version, pieceSize: PIECE });
  const known = entry.languages[LANGUAGE];
  const same =
    known?.hash === index.hash &&
    own.size === index.files.length &&
    index.files.every(({ path, content }) => own.get(path)?.every((byte, at) => byte === content[at]));
  if (!same)
    throw new Error(`Pagefind ${version} writes its index otherwise: see src/search/engineIndex.ts.`);
  const entryOf = ({ hash }: EngineIndex, page_count: number): EngineFile => ({
    path: ENTRY,
    content: Buffer.from(
      JSON.stringify({ ...entry, languages: { [LANGUAGE]: { ...known, hash, page_count } } }),
    ),
  });
  return { version, program, entryOf };
}

/** What the engine makes of pages of these words. The files are taken from its memory: those it writes come late. */
async function indexed(contents: readonly string[]): Promise<Map<string, Uint8Array>> {
  try {
    const { index, errors } = await createIndex();
    if (index === undefined) throw new Error(errors.join("\n"));
    const added = await Promise.all(
      contents.map((content, at) => index.addCustomRecord({ url: String(at), content, language: LANGUAGE })),
    );
    const built = await index.getFiles();
    const failed = [...added, built].flatMap((response) => response.errors);
    if (failed.length > 0) throw new Error(failed.join("\n"));
    return new Map(built.files.map(({ path, content }) => [path, content]));
  } finally {
    await close();
  }
}

/** What a file of the engine says. */
const plain = (content: Uint8Array): Uint8Array => gunzipSync(content).subarray(MARK.length);
