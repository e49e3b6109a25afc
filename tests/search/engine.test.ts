/** The engine's index as we write it, and as the engine itself does. */
import path from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { close, createIndex } from "pagefind";
import { describe, expect, it } from "vitest";
import { openWriter, readNumbers, writeNumber, written } from "../../src/search/cbor.ts";
import { indexByEngine, installedEngine, LANGUAGE, MARK } from "../../src/search/engine.ts";
import { type EngineIndex, encodeIndex } from "../../src/search/engineIndex.ts";
import { ENGINE_PROGRAM } from "../../src/search/layout.ts";
import { packPlaces, placesIn } from "../../src/search/postings.ts";
import { addText, type Cut, openRows, placesInRows } from "../../src/search/tokens.ts";

const PIECE_SIZE = "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE";

/** What the engine writes of pages of these words, in pieces of about so many places: its own names of the pages, and files. */
async function engineWrites(contents: readonly string[], pieceSize: number) {
  process.env[PIECE_SIZE] = String(pieceSize);
  const { index } = await createIndex();
  for (const [at, content] of contents.entries())
    await index?.addCustomRecord({ url: String(at), content, language: LANGUAGE });
  const built = await index?.getFiles();
  delete process.env[PIECE_SIZE];
  await close();
  const names: string[] = [];
  const files = new Map<string, string>();
  for (const { path: name, content } of built?.files ?? []) {
    if (!/\.pf_(?:fragment|meta|index)$/.test(name)) continue;
    const plain = gunzipSync(content).subarray(MARK.length);
    if (!name.endsWith(".pf_fragment")) files.set(name, plain.toString("hex"));
    else {
      const { url } = JSON.parse(plain.toString()) as { url: string };
      names[Number(url)] = path.basename(name, ".pf_fragment");
    }
  }
  return { names, files };
}

const TEXTS = [
  "农药包装废弃物由县农业农村局回收。\n电话0952-6095358。",
  "王芳同志任职；王芳出席会议，县农业农村局局长王芳主持会议。𠮷",
  `春耕工作由王芳同志负责${"，各乡镇要落实".repeat(200)}`,
  `农药\n${"甲乙丙丁".repeat(20_000)}农药`,
];

describe("the index", () => {
  it.each<[Cut, number]>([
    ["characters", 7],
    ["pairs", 20],
    ["pairs", 1000],
  ])("is the same as the engine's own, by %s, in pieces of %i", async (cut, pieceSize) => {
    const pages = TEXTS.flatMap((text) => {
      const rows = openRows(cut);
      addText(rows, text);
      return placesInRows(rows).map((places) => ({ places, length: rows.length }));
    });
    const contents = pages.map(({ places, length }) => {
      const words = Array.from({ length }, () => ".");
      for (const [word, own] of places) for (const place of own) words[place] = word;
      return words.join(" ");
    });
    const { names, files } = await engineWrites(contents, pieceSize);
    const { version } = await installedEngine();
    const index = encodeIndex(
      pages.map(({ places, length }, at) => ({
        name: names[at] as string,
        length,
        postings: packPlaces(places),
      })),
      { language: LANGUAGE, version, pieceSize },
    );
    const own = new Map(index.files.map(({ path, content }) => [path, Buffer.from(content).toString("hex")]));
    expect([...own.keys()].sort()).toEqual([...files.keys()].sort());
    expect(own).toEqual(files);
  });

  it("has no pieces where there are no words", () => {
    const { files } = encodeIndex([], { language: LANGUAGE, version: "1", pieceSize: 1 });
    expect(files.map(({ path }) => path)).toEqual([expect.stringMatching(/\.pf_meta$/)]);
  });

  it("is read by the program of the engine that is installed", async () => {
    const { program, entryOf } = await installedEngine();
    expect([...program.keys()]).toEqual(expect.arrayContaining([ENGINE_PROGRAM, "pagefind.js"]));
    const entry = entryOf?.({ hash: "zxx_1", files: [] }, 3);
    expect(JSON.parse(String(entry?.content))).toMatchObject({
      languages: { [LANGUAGE]: { hash: "zxx_1", page_count: 3 } },
    });
  });
});

describe("an engine that writes its index otherwise than we do", () => {
  it.each([
    ["no files", (index: EngineIndex) => ({ ...index, files: [] })],
    ["another hash", (index: EngineIndex) => ({ ...index, hash: "zxx_1" })],
    [
      "other bytes",
      ({ hash, files }: EngineIndex) => ({
        hash,
        files: files.map((file) => ({ ...file, content: Uint8Array.from([...file.content, 0]) })),
      }),
    ],
  ])("is known by a sample: %s", async (_, otherwise) => {
    const { entryOf, program } = await installedEngine((...given) => otherwise(encodeIndex(...given)));
    expect(entryOf).toBeNull();
    expect(program.has(ENGINE_PROGRAM)).toBe(true);
  });

  it("indexes by itself, and writes what we would write for it", async () => {
    const pages = TEXTS.map((text, at) => {
      const rows = openRows("characters");
      addText(rows, text);
      const [places] = placesInRows(rows) as [Map<string, number[]>];
      return { name: `${at}.0`, length: rows.length, postings: packPlaces(places) };
    });
    const { files, names } = await indexByEngine(pages, 20);
    expect([...names.keys()].sort()).toEqual(pages.map(({ name }) => name).sort());
    const { version, entryOf } = await installedEngine();
    const named = pages.map((page) => ({ ...page, name: names.get(page.name) as string }));
    const own = encodeIndex(named, { language: LANGUAGE, version, pieceSize: 20 });
    const entry = entryOf?.(own, pages.length);
    const plain = (content: Uint8Array) => gunzipSync(content).subarray(MARK.length).toString("hex");
    expect(
      new Map(
        Array.from(files, ([name, content]) => [
          name,
          name === entry?.path ? String(content) : plain(content),
        ]),
      ),
    ).toEqual(
      new Map([
        [entry?.path, String(entry?.content)],
        ...own.files.map(({ path, content }): [string, string] => [
          path,
          Buffer.from(content).toString("hex"),
        ]),
      ]),
    );
    expect(process.env[PIECE_SIZE]).toBeUndefined();
  });
});

describe("places", () => {
  it("are packed as numbers of CBOR, and read back (property)", () => {
    const places = fc.uniqueArray(fc.nat(2 ** 31 - 1)).map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(places, places, (one, other) => {
        const postings = packPlaces(
          new Map([
            ["a", one],
            ["b", other],
          ]),
        );
        const placesOf = placesIn(postings);
        expect(placesOf("a")).toEqual(one);
        expect(placesOf("b")).toEqual(other);
        expect(placesOf("c")).toEqual([]);
      }),
    );
  });

  it("take no more bytes than they need", () => {
    const writer = openWriter(1);
    for (const number of [0, 23, 24, 255, 256, 65_535, 65_536, -1, -25]) writeNumber(writer, number);
    expect(Buffer.from(written(writer)).toString("hex")).toBe(
      "001718" + "1818ff19010019ffff1a0001000020" + "3818",
    );
    expect([...readNumbers(written(writer).slice(0, 4))]).toEqual([0, 23, 24]);
  });
});
