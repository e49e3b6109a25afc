/**
 * The engine's index, in its own format: the same bytes as the engine would write. It stores whole texts beside the
 * words, and keeps several forms of each place: search and manifest of 100 issues took 2 GB with it, and 0.8 GB so.
 * After `pagefind/src/index/` of Pagefind 1.5; `engine.ts` has the installed one say whether it still writes so.
 */
import { createHash } from "node:crypto";
import { openWriter, writeArray, writeBytes, writeNumber, writeText, written } from "./cbor.ts";
import { type Postings, packedOf, wordsOf } from "./postings.ts";

/** A page of the engine: the words of one issue, since an engine keeps what is said of a word once a page. */
export type EnginePage = {
  /** The name under which the engine finds it. */
  name: string;
  /** Words and gaps together. */
  length: number;
  postings: Postings;
};

/** A file of the index, without compression. */
export type EngineFile = { path: string; content: Uint8Array };

export type EngineIndex = {
  /** What the engine is told of the index: a hash of what all the files say. */
  hash: string;
  files: EngineFile[];
};

/** Weights stand as a negative number before the places they are of; the engine gives a word of a text this one. */
const WEIGHT = -25;

/** Where all words stand: those of a word from its beginning to the next one's, page by page, its number there. */
type Standing = {
  words: Map<string, number>;
  begins: Uint32Array;
  pages: Uint32Array;
  numbers: Uint32Array;
};

/** Writes an index whose pieces have about so many places each; pages of a language have numbers as they come. */
export function encodeIndex(
  pages: readonly EnginePage[],
  { language, version, pieceSize }: { language: string; version: string; pieceSize: number },
): EngineIndex {
  const standing = standingOf(pages);
  const words = [...standing.words.keys()].sort();
  const pieces: { from: string; to: string; hash: string }[] = [];
  const files: EngineFile[] = [];
  const hashes = new Set<string>();
  let begun: string[] = [];
  let size = 0;
  const close = () => {
    const content = pieceOf(pages, begun, standing);
    const hash = nameFor(content, language, hashes);
    files.push({ path: `index/${hash}.pf_index`, content });
    pieces.push({ from: begun[0] as string, to: begun.at(-1) as string, hash });
    begun = [];
    size = 0;
  };
  for (const word of words) {
    begun.push(word);
    const [from, to] = rangeOf(word, standing);
    for (let at = from; at < to; at += 1) size += placesAt(pages, standing, at) + 2;
    if (size >= pieceSize) close();
  }
  if (begun.length > 0) close();
  trim(pieces);
  const meta = metaOf(version, pages, pieces);
  const hash = `${language}_${hashOf(meta).slice(0, language.length + 1 + DIGITS)}`;
  return { hash, files: [{ path: `pagefind.${hash}.pf_meta`, content: meta }, ...files] };
}

/** In arrays of numbers: an object for each word of each page would take three times the memory, and longer. */
function standingOf(pages: readonly EnginePage[]): Standing {
  const words = new Map<string, number>();
  const own = pages.map(({ postings }) => {
    const names = wordsOf(postings);
    const ids = new Uint32Array(names.length);
    for (const [number, word] of names.entries()) {
      const id = words.get(word) ?? words.size;
      if (id === words.size) words.set(word, id);
      ids[number] = id;
    }
    return ids;
  });
  const begins = new Uint32Array(words.size + 1);
  for (const ids of own) for (const id of ids) begins[id + 1] = (begins[id + 1] as number) + 1;
  for (let id = 0; id < words.size; id += 1)
    begins[id + 1] = (begins[id + 1] as number) + (begins[id] as number);
  const next = begins.slice();
  const all = begins[words.size] as number;
  const [inPages, numbers] = [new Uint32Array(all), new Uint32Array(all)];
  for (const [page, ids] of own.entries())
    for (let number = 0; number < ids.length; number += 1) {
      const id = ids[number] as number;
      const at = next[id] as number;
      next[id] = at + 1;
      inPages[at] = page;
      numbers[at] = number;
    }
  return { words, begins, pages: inPages, numbers };
}

/** Where the entries of a word begin and end. */
function rangeOf(word: string, { words, begins }: Standing): [from: number, to: number] {
  const id = words.get(word) as number;
  return [begins[id] as number, begins[id + 1] as number];
}

/** The number of places of an entry. */
function placesAt(pages: readonly EnginePage[], standing: Standing, at: number): number {
  const { postings } = pages[standing.pages[at] as number] as EnginePage;
  return postings.counts[standing.numbers[at] as number] as number;
}

/** `[[[word, [[distance of page, [weight, places …], []] …], []] …]]`; the empty ones are for titles, and for accents. */
function pieceOf(pages: readonly EnginePage[], words: string[], standing: Standing): Uint8Array {
  const writer = openWriter(1 << 15);
  writeArray(writer, 1);
  writeArray(writer, words.length);
  for (const word of words) {
    const [from, to] = rangeOf(word, standing);
    writeArray(writer, 3);
    writeText(writer, word);
    writeArray(writer, to - from);
    let last = 0;
    for (let at = from; at < to; at += 1) {
      const page = standing.pages[at] as number;
      const { postings } = pages[page] as EnginePage;
      const number = standing.numbers[at] as number;
      writeArray(writer, 3);
      writeNumber(writer, page - last);
      last = page;
      writeArray(writer, placesAt(pages, standing, at) + 1);
      writeNumber(writer, WEIGHT);
      writeBytes(writer, packedOf(postings, number));
      writeArray(writer, 0);
    }
    writeArray(writer, 0);
  }
  return written(writer);
}

/** Shortens the first and last words of pieces to what tells them from their neighbours'. */
function trim(pieces: { from: string; to: string }[]): void {
  for (const [at, next] of pieces.entries()) {
    const piece = pieces[at - 1];
    if (piece === undefined) continue;
    let same = 0;
    while (same < next.from.length && piece.to[same] === next.from[same]) same += 1;
    const to = piece.to.slice(0, same + 1);
    if (to >= piece.from) piece.to = to;
    next.from = next.from.slice(0, same + 1);
  }
}

/** `[version, [[page, words] …], [[from, to, piece] …], [], [], []]`: without filters, sorts and fields of titles. */
function metaOf(
  version: string,
  pages: readonly EnginePage[],
  pieces: readonly { from: string; to: string; hash: string }[],
): Uint8Array {
  const writer = openWriter();
  writeArray(writer, 6);
  writeText(writer, version);
  writeArray(writer, pages.length);
  for (const { name, length } of pages) {
    writeArray(writer, 2);
    writeText(writer, name);
    writeNumber(writer, length);
  }
  writeArray(writer, pieces.length);
  for (const { from, to, hash } of pieces) {
    writeArray(writer, 3);
    for (const text of [from, to, hash]) writeText(writer, text);
  }
  for (const _ of ["filters", "sorts", "fields"]) writeArray(writer, 0);
  return written(writer);
}

/** Digits of a hash that name a piece, more where another has them; the engine leaves out a zero that begins a byte. */
const DIGITS = 7;

const hashOf = (content: Uint8Array): string =>
  Array.from(createHash("sha1").update(content).digest(), (byte) => byte.toString(16)).join("");

function nameFor(content: Uint8Array, language: string, taken: Set<string>): string {
  const hash = hashOf(content);
  let digits = DIGITS;
  while (taken.has(hash.slice(0, digits))) digits += 1;
  taken.add(hash.slice(0, digits));
  return `${language}_${hash.slice(0, digits)}`;
}
