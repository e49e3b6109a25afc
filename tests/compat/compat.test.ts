/** What `npm run compat` lets pass within v1, and what it stops. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { compareSchemas } from "../../scripts/compat/compare.ts";
import { currentSchemas, differencesOf, readSchemas, type Schemas } from "../../scripts/compat/release.ts";
import type { JsonSchema } from "../../src/export/schema/generate.ts";

const jsonSchema = (schema: z.ZodType): JsonSchema =>
  z.record(z.string(), z.json()).parse(z.toJSONSchema(schema));

/** The differences between two zod schemas, as lines. */
const between = (released: z.ZodType, current: z.ZodType): string[] =>
  compareSchemas("t", jsonSchema(released), jsonSchema(current)).map(
    ({ breaking, at, what }) => `${breaking ? "breaks" : "harmless"} ${at} ${what}`,
  );

const field = (schema: z.ZodType) => z.strictObject({ a: schema, b: z.string() });
const text = z.string();
const paragraph = z.strictObject({ type: z.literal("paragraph"), text });
const list = z.strictObject({ type: z.literal("list"), items: z.array(text) });
const picture = z.strictObject({ type: z.literal("picture"), text });

describe("breaking", () => {
  test.each<[string, z.ZodType, z.ZodType, string[]]>([
    ["a field is gone", field(text), z.strictObject({ b: text }), ["breaks t.a is gone"]],
    [
      "a field has another name",
      field(text),
      z.strictObject({ c: text.optional(), b: text }),
      ["breaks t.a is gone", "harmless t.c is new"],
    ],
    [
      "a new field must be there",
      z.strictObject({ b: text }),
      field(text),
      ["breaks t.a is new and must be there: files kept from before do not have it"],
    ],
    ["a field may be missing", field(text), field(text.optional()), ["breaks t.a may now be missing"]],
    ["a field must be there", field(text.optional()), field(text), ["breaks t.a must now be there"]],
    ["null is allowed", field(text), field(text.nullable()), ["breaks t.a may now be null"]],
    ["null is no longer allowed", field(text.nullable()), field(text), ["breaks t.a can no longer be null"]],
    [
      "another type",
      field(text),
      field(z.int()),
      ["breaks t.a can no longer be string", "breaks t.a may now be integer"],
    ],
    [
      "whole numbers only",
      field(z.number()),
      field(z.int()),
      ["breaks t.a can no longer be number", "breaks t.a may now be integer"],
    ],
    [
      "a list where one stood",
      field(text),
      field(z.array(text)),
      ["breaks t.a can no longer be string", "breaks t.a may now be array"],
    ],
    ["a value of a list is gone", field(z.enum(["x", "y"])), field(z.enum(["x"])), ["breaks t.a y is gone"]],
    ["a list of values is closed", field(text), field(z.enum(["x"])), ['breaks t.a may now only be ["x"]']],
    [
      "a list of values is opened",
      field(z.enum(["x"])),
      field(text),
      ['breaks t.a was one of ["x"], may now be anything'],
    ],
    [
      "a pattern changes",
      field(text.regex(/^\d$/)),
      field(text.regex(/^\d+$/)),
      ['breaks t.a pattern was "^\\\\d$", is "^\\\\d+$"'],
    ],
    [
      "a format is asked for",
      field(text),
      field(text.meta({ format: "date" })),
      ['breaks t.a format was none, is "date"'],
    ],
    ["a limit changes", field(z.int().min(0)), field(z.int().min(1)), ["breaks t.a minimum was 0, is 1"]],
    [
      "what a list holds",
      field(z.array(field(text))),
      field(z.array(field(z.null()))),
      ["breaks t.a[].a can no longer be string", "breaks t.a[].a may now be null"],
    ],
    [
      "what a record holds",
      field(z.record(text, text)),
      field(z.record(text, z.boolean())),
      ["breaks t.a{} can no longer be string", "breaks t.a{} may now be boolean"],
    ],
    [
      "a record takes its names from a list",
      field(z.record(text, text)),
      field(z.record(text.regex(/x/), text)),
      ['breaks t.a{name} pattern was none, is "x"'],
    ],
    [
      "an object takes any field",
      field(z.strictObject({})),
      field(z.looseObject({})),
      ["breaks t.a takes other fields than before"],
    ],
    [
      "a kind of block is gone",
      z.array(z.discriminatedUnion("type", [paragraph, list])),
      z.array(z.discriminatedUnion("type", [paragraph])),
      ["breaks t[] can no longer be object list"],
    ],
    [
      "the second of two patterns",
      z.union([text.regex(/^a/), text.regex(/^b/)]),
      z.union([text.regex(/^a/), text.regex(/^c/)]),
      ['breaks t pattern was "^b", is "^c"'],
    ],
  ])("%s", (_, released, current, expected) => {
    expect(between(released, current)).toEqual(expected);
  });
});

describe("harmless", () => {
  test.each<[string, z.ZodType, z.ZodType, string[]]>([
    ["nothing", field(text), field(text), []],
    [
      "a field that may be missing",
      z.strictObject({ b: text }),
      field(text.optional()),
      ["harmless t.a is new"],
    ],
    ["a value of a list", field(z.enum(["x"])), field(z.enum(["x", "y"])), ["harmless t.a y is new"]],
    [
      "a constant becomes one of two",
      field(z.literal("1.0")),
      field(z.enum(["1.0", "1.1"])),
      ["harmless t.a 1.1 is new"],
    ],
    [
      "a kind of block",
      z.array(z.discriminatedUnion("type", [paragraph, list])),
      z.array(z.discriminatedUnion("type", [paragraph, list, picture])),
      ["harmless t[] may now be object picture"],
    ],
    ["other words for people", field(text.meta({ title: "A" })), field(text.meta({ description: "a" })), []],
    ["the order of fields", field(text), z.strictObject({ b: text, a: text }), []],
    ["a part that gets a name", field(paragraph), field(paragraph.meta({ id: "compat-paragraph" })), []],
  ])("%s", (_, released, current, expected) => {
    expect(between(released, current)).toEqual(expected);
  });
});

test("a recursive schema is compared to its depths, and once", () => {
  const tree = (leaf: z.ZodType) => {
    const node: z.ZodType = z.strictObject({ leaf, children: z.array(z.lazy(() => node)) });
    return node;
  };
  expect(between(tree(text), tree(text))).toEqual([]);
  expect(between(tree(text), tree(z.null()))).toEqual([
    "breaks t.leaf can no longer be string",
    "breaks t.leaf may now be null",
  ]);
});

describe("a release", () => {
  const released = readSchemas(join(import.meta.dirname, "../../docs/schema/v1"));
  const current = currentSchemas();

  /** The released schemas with one of them changed. */
  const changed = (type: string, change: (schema: JsonSchema) => void): Schemas => {
    const schema = structuredClone(current.get(type)) ?? {};
    change(schema);
    return new Map([...current, [type, schema]]);
  };

  test("the schemas of now break nothing that was released", () => {
    expect(differencesOf(released, current).filter(({ breaking }) => breaking)).toEqual([]);
  });

  test("a type may come, none may go", () => {
    const fewer = new Map([...current].filter(([type]) => type !== "report"));
    expect(differencesOf(fewer, current)).toEqual([{ breaking: false, at: "report", what: "is new" }]);
    expect(differencesOf(current, fewer)).toEqual([{ breaking: true, at: "report", what: "is gone" }]);
  });

  test("what is new raises the version", () => {
    const silent = changed("table", ({ properties }) => {
      Object.assign(properties as object, { caption: { type: "string" } });
    });
    expect(differencesOf(current, silent)).toEqual([
      { breaking: false, at: "table.caption", what: "is new" },
      {
        breaking: true,
        at: "table.schemaVersion",
        what: "is as before, though there is something new: add a value",
      },
    ]);
    const told = changed("table", ({ properties }) => {
      const schemaVersion = { type: "string", enum: ["1.0", "1.1"] };
      Object.assign(properties as object, { caption: { type: "string" }, schemaVersion });
    });
    expect(differencesOf(current, told).map(({ breaking, at }) => ({ breaking, at }))).toEqual([
      { breaking: false, at: "table.schemaVersion" },
      { breaking: false, at: "table.caption" },
    ]);
  });

  test("a definition that many fields share is told of where it is first used", () => {
    const narrowed = changed("notice", ({ $defs }) => {
      const { position } = $defs as Record<string, { required: string[] }>;
      position?.required.pop();
    });
    expect(differencesOf(current, narrowed)).toEqual([
      expect.objectContaining({
        breaking: true,
        what: "may now be missing",
        at: expect.stringMatching(/\.end$/),
      }),
      expect.objectContaining({ at: "notice.schemaVersion" }),
    ]);
  });

  test("a reference that leads nowhere is an error", () => {
    const broken = changed("notice", (schema) => {
      delete schema["$defs"];
    });
    expect(() => differencesOf(current, broken)).toThrow(/leads nowhere/);
  });
});
