/** What a reader may mean: names and titles of the corpus with the initials of their pinyin, and traditional characters. */
import * as OpenCC from "opencc-js/t2cn";
import { pinyin } from "pinyin-pro";
import type { NameRow } from "./layout.ts";
import { normalise } from "./normalise.ts";
import type { SearchRecord } from "./records.ts";

/** Titles and numbers of documents, responsible bodies, issuers and people, each once. */
export function collectNames(records: readonly SearchRecord[]): NameRow[] {
  const rows = new Map<string, NameRow>();
  const add = (name: string, kind: NameRow[2]) => {
    if (!rows.has(name)) rows.set(name, [name, initials(name), kind]);
  };
  for (const { title, number, issuer, responsible, people } of records) {
    add(title, "文件");
    if (number !== null) add(number, "文号");
    if (issuer !== null) add(issuer, "机构");
    for (const name of responsible) add(name, "机构");
    for (const name of people) add(name, "人物");
  }
  return [...rows.values()];
}

/** The names of several issues together, each once. */
export function mergeNames(lists: readonly NameRow[][]): NameRow[] {
  const rows = new Map<string, NameRow>();
  for (const row of lists.flat()) if (!rows.has(row[0])) rows.set(row[0], row);
  return [...rows.values()];
}

/** `寇学文` → `kxw`; what is not Han stays. */
export function initials(name: string): string {
  const letters = pinyin(name, { pattern: "first", toneType: "none", type: "array", nonZh: "consecutive" });
  return normalise(letters.join("")).replace(/[^a-z0-9]/gu, "");
}

type Variant = [traditional: string, simplified: string];
let variants: Variant[] | undefined;

/** All traditional characters with the simplified ones they are printed or known as here; always in one order. */
function allVariants(): Variant[] {
  variants ??= (["tw", "hk"] as const).flatMap(variantsFrom);
  return variants;
}

function variantsFrom(from: "tw" | "hk"): Variant[] {
  const characters = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, at) =>
    String.fromCodePoint(0x4e00 + at),
  );
  const convert = OpenCC.Converter({ from, to: "cn" });
  // A line each, so that no two of them are read as a word.
  const converted = convert(characters.join("\n")).split("\n");
  return characters
    .map((character, at): Variant => [character, converted[at] as string])
    .filter(([character, simplified]) => simplified !== character);
}

/** Numbers of the traditional characters of which the simplified one is printed in the records. */
export function printedVariants(records: readonly SearchRecord[]): number[] {
  const isPrinted = charactersOf(
    records.flatMap(({ title, text, responsible, people }) => [title, text, ...responsible, ...people]),
  );
  return allVariants().flatMap(([, simplified], number) => (isPrinted(simplified) ? [number] : []));
}

/** What a reader's traditional characters are in one of several issues: `{ 農: "农" }`. */
export function traditionalTable(printed: readonly number[][]): Record<string, string> {
  const table: Record<string, string> = {};
  for (const number of [...new Set(printed.flat())].sort((a, b) => a - b)) {
    const [traditional, simplified] = allVariants()[number] as Variant;
    table[traditional] ??= simplified;
  }
  return table;
}

/** Tells whether a character stands in one of the texts. */
function charactersOf(texts: readonly string[]): (character: string) => boolean {
  // A mark for each UTF-16 unit takes a tenth of the time of a set of characters; few have two units.
  const marks = new Uint8Array(0x10000);
  for (const text of texts) for (let at = 0; at < text.length; at += 1) marks[text.charCodeAt(at)] = 1;
  return (character) =>
    character.split("").every((unit) => marks[unit.charCodeAt(0)] === 1) &&
    (character.length === 1 || texts.some((text) => text.includes(character)));
}
