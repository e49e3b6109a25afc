/** Runs the examples in the docstring of every lint rule: what is right raises nothing, what is wrong these messages. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { VFile } from "vfile";
import { describe, expect, it } from "vitest";
import { rules } from "../../src/lint/index.ts";
import { readGazette } from "../../src/pipeline.ts";

const FOLDER = join(import.meta.dirname, "../../src/lint");

/** An example of a rule's docstring: its kind, its input, and the messages that it is to raise. */
interface Example {
  kind: string;
  input: string;
  expected: string[];
}

/** Stand-ins that a docstring prints for what cannot be seen: ␉ for a tab, \u{…} for a character. */
const unveil = (text: string): string =>
  text
    .replaceAll("␉", "\t")
    .replace(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

/** Reads the examples of a rule's file. */
function examplesOf(source: string): Example[] {
  const docstring = source.slice(0, source.indexOf("*/"));
  return docstring
    .split(/^ \* @example /m)
    .slice(1)
    .map((example) => {
      const [kind = "", ...lines] = example.trimEnd().split("\n");
      const texts = lines.map((line) => line.replace(/^ \*(?: {1,3})?/, ""));
      const isExpected = (line: string): boolean => line.startsWith("⇒ ");
      return {
        kind,
        input: `${unveil(texts.filter((line) => !isExpected(line)).join("\n"))}\n`,
        expected: texts.filter(isExpected).map((line) => line.slice(2)),
      };
    });
}

/** The messages of one rule, as the docstrings print them. */
function messagesOf(file: VFile, ruleId: string): string[] {
  return file.messages
    .filter((message) => message.ruleId === ruleId)
    .map(({ place, reason, note }) => {
      const at = place && "start" in place ? place : undefined;
      const range = `${at?.start.line}:${at?.start.column}-${at?.end.line}:${at?.end.column}`;
      return `${range} ${reason}${note === undefined ? "" : `｜${note}`}`;
    });
}

const bytesOf = (text: string): Uint8Array =>
  // A lone surrogate has no UTF-8: such a text is written as UTF-16.
  text.isWellFormed() ? Buffer.from(text) : Buffer.from(`\ufeff${text}`, "utf16le");

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const source = readFileSync(join(FOLDER, `${id}.ts`), "utf8");
  const examples = examplesOf(source);

  it("says what it warns of, in words for editors", () => {
    expect(source).toMatch(/^\/\*\*\n \* (?:Warns|Tells) (?:of|where) /);
    expect(rule.summary).toMatch(/^[\p{Script=Han}、，]+( [A-Z]+ )?[\p{Script=Han}]*$/u);
  });

  it("has an example of right and of wrong", () => {
    const kinds = new Set(examples.map(({ kind }) => kind));
    if (id !== "unaccounted") expect([...kinds].sort()).toEqual(["right", "wrong"]);
  });

  it.each(examples)("$kind: $expected", ({ kind, input, expected }) => {
    const { file } = readGazette(bytesOf(input), "example.txt");
    expect(messagesOf(file, id)).toEqual(expected);
    expect(expected.length > 0).toBe(kind === "wrong");
  });
});

it("registers every rule file under its own name", () => {
  const registered = new Set(rules.map(({ id }) => id));
  const ruleFiles = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".ts"))
    .filter((name) => /: Rule = \{/.test(readFileSync(join(FOLDER, name), "utf8")));
  expect(ruleFiles.map((name) => name.replace(/\.ts$/, "")).sort()).toEqual([...registered].sort());
});

it("has a rule for every doubt of the structure", () => {
  const folder = join(FOLDER, "../structure");
  const ids = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => [...readFileSync(join(folder, name), "utf8").matchAll(/ruleId: "([a-z-]+)"/g)])
    .map((match) => match[1]);
  const registered = new Set(rules.map(({ id }) => id));
  expect(ids.filter((id) => !registered.has(id as string))).toEqual([]);
});
