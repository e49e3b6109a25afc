/** What a search must find: the records of the content, read as plain strings, and queries drawn from it. */
import { readFile } from "node:fs/promises";
import glob from "fast-glob";
import { collectGazette } from "../../src/corpus/gazette.ts";
import { type AnyDocument, schemas } from "../../src/document/schema.ts";
import { normalise } from "../../src/search/normalise.ts";
import { collectRecords, type SearchRecord } from "../../src/search/records.ts";

/** All documents under a content folder. */
export async function readContent(folder: string): Promise<AnyDocument[]> {
  const files = await glob("*/**/*.json", { cwd: folder, absolute: true });
  return Promise.all(
    files.sort().map(async (file) => {
      const data = JSON.parse(await readFile(file, "utf8")) as { type: keyof typeof schemas };
      return schemas[data.type].parse(data);
    }),
  );
}

export async function readRecords(folder: string): Promise<SearchRecord[]> {
  return collectRecords(collectGazette(await readContent(folder)));
}

/** Plain substring search over every line of every record: the addresses that hold a query. */
export function plainSearch(records: SearchRecord[]): (query: string) => string[] {
  const lines = records.map(({ url, text }) => ({ url, lines: text.split("\n").map(normalise) }));
  return (query) => {
    const needle = normalise(query);
    return lines.filter(({ lines: own }) => own.some((line) => line.includes(needle))).map(({ url }) => url);
  };
}

/** Strings that are printed: what stands under these names in the content. */
const PRINTED = new Set(
  "text heading title members recipients disclosure permit address phone fax website role section".split(" "),
);

/** Every printed string of the content, without going through the records. */
export function printedStrings(value: unknown, key = ""): string[] {
  if (typeof value === "string") return PRINTED.has(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => printedStrings(item, key));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, item]) => printedStrings(item, name));
}

/** Numbers, phones, dates, money, brackets, mixed scripts: what cutting at random seldom hits whole. */
const SPECIAL =
  /\S{0,4}〔\d{4}〕\d+号|\d{3,4}[-－—]\d{7,8}|\d{11}|\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d+(?:\.\d+)?(?:%|万元|亩|公里|个)|《[^》]{2,20}》|“[^”]{2,12}”|（[^）]{1,6}）|[A-Za-z]+\d*\S{0,3}|\S[、，；：。]\S{2}/gu;

/** A row of numbers that is the same on every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Different queries cut from the records' lines: pieces of two to eight characters, and special ones. */
export function drawQueries(records: SearchRecord[], names: string[], count: number): string[] {
  const lines = records.flatMap(({ text }) => text.split("\n")).filter((line) => normalise(line).length > 1);
  const special = lines.flatMap((line) => line.match(SPECIAL) ?? []);
  const queries = new Set<string>();
  const take = (query: string) => {
    const plain = query.trim();
    // Blanks part terms, quotation marks hold them together, a minus leaves out: such queries are drawn elsewhere.
    if (normalise(plain) !== "" && !/[\s"]/u.test(plain) && !plain.startsWith("-")) queries.add(plain);
  };
  const roll = dice(20_210_331);
  for (const name of names) if (queries.size < count / 4) take(name);
  while (queries.size < count / 2 && special.length > 0)
    take(special.splice(roll(special.length), 1)[0] as string);
  for (let tries = 0; queries.size < count && tries < count * 20; tries += 1) {
    const characters = Array.from((lines[roll(lines.length)] as string).replace(/\s+/gu, ""));
    const length = 1 + (tries % 8);
    const from = roll(Math.max(1, characters.length - length + 1));
    take(characters.slice(from, from + length).join(""));
  }
  return [...queries];
}
