/** Errata (勘误): what editors correct in a printed issue, `seeds/<issue>.errata.yaml`; the source stays as printed. */
import { z } from "zod";
import type { Span } from "../tree/nodes.ts";
import { readYaml, type YamlPlace } from "./yamlFile.ts";

/** One entry: at a line of the source or at an anchor, what is printed there and what it should be. */
export interface Erratum {
  at: number | string;
  find: string;
  replace: string;
  reason: string;
  /** Where the entry stands in the errata file. */
  place: YamlPlace;
}

/** The errata of one issue. */
export interface ErrataFile {
  file: string;
  entries: Erratum[];
}

const LINE = /^[1-9]\d{0,8}$/;

const entry = z.strictObject({
  at: z.string().min(1),
  find: z.string().min(1),
  replace: z.string(),
  reason: z.string().min(1),
});

/** A file with nothing but comments has no entries. */
const schema = z.preprocess((value) => (value === "" || value === null ? [] : value), z.array(entry));

/** Reads an errata file; an empty one has no entries. @throws YamlFileError */
export function readErrata(text: string, file: string): ErrataFile {
  const { value, placeOf } = readYaml(text, file, schema, { words: true });
  const entries = value.map(({ at, ...rest }, index) => ({
    ...rest,
    at: LINE.test(at) ? Number(at) : at,
    place: placeOf([index]),
  }));
  return { file, entries };
}

/** The stretches of `text` that are `find` and start from `from` on and before `to`. */
export function matchesBetween(text: string, find: string, from: number, to: number): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(find, from); at >= 0 && at < to; at = text.indexOf(find, at + 1))
    found.push({ start: at, end: at + find.length });
  return found;
}

const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

/** How many units two texts share at their start and at their end, characters never cut in two. */
export function sharedEnds(find: string, replace: string): { before: number; after: number } {
  const most = Math.min(find.length, replace.length);
  let before = 0;
  while (before < most && find[before] === replace[before]) before++;
  if (before > 0 && isHigh(find.charCodeAt(before - 1))) before--;
  let after = 0;
  while (after < most - before && find.at(-1 - after) === replace.at(-1 - after)) after++;
  if (after > 0 && isLow(find.charCodeAt(find.length - after))) after--;
  return { before, after };
}
