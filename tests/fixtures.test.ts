/**
 * Every pair `fixtures/<case>.txt` and `<case>.json`: the text of a small gazette, and the facts that must be read
 * from it. The JSON says the fact in words (`fact`), and in data only what the case is about; what it leaves out
 * is not compared. Adding a case is adding two files.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readText } from "./support/read.ts";
import { facts } from "./support/subset.ts";

const folder = join(import.meta.dirname, "fixtures");
const names = readdirSync(folder);
const cases = names
  .filter((name) => name.endsWith(".txt"))
  .map((name) => name.slice(0, -".txt".length))
  .map((name) => {
    const json = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as { fact: string };
    const { fact, ...expected } = json;
    return { name, fact, expected, text: readFileSync(join(folder, `${name}.txt`), "utf8") };
  });

test("every text has its facts and every file of facts its text", () => {
  expect(names).toEqual(cases.flatMap(({ name }) => [`${name}.json`, `${name}.txt`]));
  for (const { fact, expected } of cases) {
    expect(fact).toMatch(/\.$/);
    expect(expected).not.toEqual({});
  }
});

describe.each(cases)("$name", ({ fact, expected, text }) => {
  test(fact, () => {
    expect(facts(readText(text), expected)).toEqual(expected);
  });

  test("loses nothing", () => {
    const { unparsed, coverage } = readText(text);
    expect(unparsed).toBe(text);
    expect(coverage).toMatchObject({ unaccounted: 0, lost: [], doubled: [] });
  });
});
