/** What is known of the pages of an earlier build: the bytes of each, and what it was made from. */
import { type Cache, fileOf, readKept, replaceKept } from "../../src/cache/cache.ts";
import type { Look } from "../../src/cache/sums.ts";
import type { Seen } from "./looks.ts";

/** A page: its file as it was written, the digest of what it was handed, its questions. */
export type PageRecord = Seen & { props: string; asked: string[] };

/** Pages by their file under the site, and for each question the digest of its answer. */
export type Records = { pages: Map<string, PageRecord>; answers: Map<string, string> };

/** As it is stored: a question by its place among all. */
type Stored = {
  questions: string[];
  answers: string[];
  pages: [file: string, sha256: string, look: Look | null, props: string, asked: Uint32Array][];
};

const NAME = "pages";

/** What the last build of this program left; empty where there was none. */
export function readRecords(cache: Cache): Records {
  const stored = readKept<Stored>(cache, fileOf(cache, NAME, []))?.value;
  const { questions, answers, pages } = stored ?? { questions: [], answers: [], pages: [] };
  return {
    answers: new Map(questions.map((question, at) => [question, answers[at] as string])),
    pages: new Map(
      pages.map(([file, sha256, look, props, asked]) => [
        file,
        { sha256, look, props, asked: Array.from(asked, (at) => questions[at] as string) },
      ]),
    ),
  };
}

/** Leaves the pages of this build for the next one. */
export function writeRecords(cache: Cache, { pages, answers }: Records): void {
  const places = new Map<string, number>();
  const placeOf = (question: string): number => {
    const place = places.get(question) ?? places.size;
    places.set(question, place);
    return place;
  };
  const stored = Array.from(pages, ([file, { sha256, look, props, asked }]): Stored["pages"][number] => [
    file,
    sha256,
    look,
    props,
    Uint32Array.from(asked, placeOf),
  ]);
  const questions = [...places.keys()];
  const value: Stored = {
    questions,
    answers: questions.map((question) => answers.get(question) ?? ""),
    pages: stored,
  };
  replaceKept(cache, NAME, fileOf(cache, NAME, []), value);
}
