/** Every pair `fixtures/<case>.txt` and `<case>.json`: the facts named in the JSON are read from the text, and nothing is lost. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readText } from "./support/read.ts";
import { facts } from "./support/subset.ts";

const folder = join(import.meta.dirname, "fixtures");
const names = readdirSync(folder);
const cases = names.filter((name) => name.endsWith(".txt")).map((name) => name.slice(0, -".txt".length));

test("every text has its facts and every file of facts its text", () => {
  expect(names.filter((name) => name.endsWith(".json"))).toEqual(cases.map((name) => `${name}.json`));
});

describe.each(cases)("%s", (name) => {
  const text = readFileSync(join(folder, `${name}.txt`), "utf8");
  const expected: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
  const { unparsed, coverage, ...read } = readText(text);

  test("is read as its facts say", () => {
    expect(facts(read, expected)).toEqual(expected);
  });

  test("loses nothing", () => {
    expect(unparsed).toBe(text);
    expect(coverage).toMatchObject({ unaccounted: 0, lost: [], doubled: [] });
  });
});
