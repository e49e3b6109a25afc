/** The published JSON Schemas: ajv, which knows nothing of zod, takes what is published and refuses what is not. */
import type { ErrorObject } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { schemas } from "../../src/document/schema.ts";
import { formats } from "../../src/export/index.ts";
import { jsonSchema } from "../../src/export/schema/format.ts";
import { isObject, type Json, type JsonSchema } from "../../src/export/schema/generate.ts";
import { publishedTypes } from "../../src/export/schema/types.ts";
import { sampleDocuments } from "../site/gazette.ts";
import { contentFiles, exportContext } from "../support/corpus.ts";

const context = exportContext();
const published = await jsonSchema.files(context);
const byPath = new Map(published.map(({ path, body }) => [path, JSON.parse(body.toString()) as JsonSchema]));

const ajv = addFormats.default(new Ajv2020({ strict: true, allErrors: true }));
for (const schema of byPath.values()) ajv.addSchema(schema);

/** What ajv says against a file, by the schema that the file itself names. */
function complaints(data: unknown): string[] {
  const { $schema } = data as { $schema: string };
  const validate = ajv.getSchema($schema);
  if (validate === undefined) return [`no schema ${$schema}`];
  validate(data);
  const errors: ErrorObject[] = validate.errors ?? [];
  return errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const contents = [...contentFiles()].map(([path, text]) => [path, JSON.parse(text) as unknown] as const);

test("there is a schema for every type, at the address that its files name", () => {
  expect(publishedTypes.map(({ type }) => type)).toEqual([...Object.keys(schemas), "catalogue", "manifest"]);
  expect([...byPath.keys()]).toEqual(publishedTypes.map(({ type }) => `data/schema/v1/${type}.json`));
  for (const [path, schema] of byPath) {
    expect(schema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema["$id"]).toBe(`/${path}`);
    expect(ajv.validateSchema(schema)).toBe(true);
  }
});

test("a site with an address of its own names its schemas by it", async () => {
  const [first] = await jsonSchema.files(exportContext([], (path) => `https://example.cn${path}`));
  expect(JSON.parse(first?.body.toString() ?? "")).toHaveProperty(
    "$id",
    "https://example.cn/data/schema/v1/issue.json",
  );
});

test.each(contents)("%s is valid", (_, data) => {
  expect(complaints(data)).toEqual([]);
});

test("documents of another gazette are valid", () => {
  for (const document of sampleDocuments()) expect(complaints(document)).toEqual([]);
});

test("every other JSON file that names a schema of ours is valid", async () => {
  const files = (await Promise.all(formats.map((format) => format.files(context)))).flat();
  const named = files.filter(
    ({ path, body }) => path.endsWith(".json") && body.toString().includes('"$schema": "/data/schema/v1/'),
  );
  expect(named.map(({ path }) => path)).toContain("data/index.json");
  for (const { body } of named) expect(complaints(JSON.parse(body.toString()))).toEqual([]);
});

/** A copy with the value at a path changed; undefined takes it away. */
function changed(data: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(data)) return data.map((item, at) => (at === key ? changed(item, rest, value) : item));
  const record = data as Record<string, unknown>;
  const { [key]: old, ...others } = record;
  const now = rest.length === 0 ? value : changed(old, rest, value);
  return now === undefined ? others : { ...record, [key]: now };
}

describe("what is no document is refused", () => {
  const of = (type: string): unknown =>
    contents.find(([, data]) => (data as { type: string }).type === type)?.[1];

  test.each([
    ["notice", ["heading"], undefined, " must have required property 'heading'"],
    ["notice", ["date"], "2021-02-30", '/date must match format "date"'],
    ["notice", ["date"], "2021-9-9", /^\/date must match pattern/],
    ["notice", ["id"], "pzf-2021-56", /^\/id must match pattern/],
    ["notice", ["recipients"], "各乡镇", "/recipients must be array"],
    ["notice", ["colour"], "红", " must NOT have additional properties"],
    ["notice", ["schemaVersion"], "2.0", "/schemaVersion must be equal to constant"],
    ["notice", ["children", 0, "type"], "picture", /^\/children\/0/],
    [
      "notice",
      ["children", 0, "position", "start", "line"],
      0,
      "/children/0/position/start/line must be >= 1",
    ],
    ["issue", ["source", "sha256"], "e950", /^\/source\/sha256 must match pattern/],
    ["task-table", ["origin"], "guess", "/origin must be equal to one of the allowed values"],
    [
      "task-table",
      ["tasks", 0, "responsible", 0, "name"],
      null,
      "/tasks/0/responsible/0/name must be string",
    ],
    ["table", ["rows", 0, "cells", 0, "rowSpan"], 1.5, "/rows/0/cells/0/rowSpan must be integer"],
    ["appointment", ["decisions", 0, "action"], "promote", /must be equal to one of the allowed values/],
    ["chronicle", ["entries", 0, "people"], null, "/entries/0/people must be array"],
    ["report", ["coverage", "unaccounted"], "0", "/coverage/unaccounted must be integer"],
  ] as const)("%s with another %j: %j", (type, path, value, message) => {
    expect(complaints(of(type))).toEqual([]);
    const told = complaints(changed(of(type), path, value));
    expect(told).toContainEqual(typeof message === "string" ? message : expect.stringMatching(message));
  });

  test("a wrong block deep in sections is found", () => {
    const text =
      contents.map(([, data]) => JSON.stringify(data)).find((one) => one.includes('"runIn":true')) ?? "";
    expect(complaints(JSON.parse(text.replace('"runIn":true', '"runIn":"yes"')))).not.toEqual([]);
  });
});

/** The schemas of fields in a schema, by path; those of `$defs` belong to the definition. */
function* fieldsIn(schema: Json, path: string): Generator<[string, Json]> {
  if (Array.isArray(schema)) for (const one of schema) yield* fieldsIn(one, path);
  if (!isObject(schema)) return;
  for (const [key, value] of Object.entries(schema)) {
    if (key === "properties" || key === "$defs")
      for (const [name, field] of Object.entries(value as JsonSchema)) {
        const at = key === "$defs" ? name : `${path}.${name}`;
        if (key === "properties") yield [at, field];
        yield* fieldsIn(field, at);
      }
    else yield* fieldsIn(value, path);
  }
}

describe("a schema explains itself", () => {
  const all = [...byPath].flatMap(([path, schema]) => [
    ...fieldsIn(schema, path.replace(/^.*\/|\.json$/g, "")),
  ]);

  test("the recursive block is a definition that refers to itself", () => {
    const notice = byPath.get("data/schema/v1/notice.json") as { $defs: Record<string, JsonSchema> };
    expect(notice.$defs["block"]).toMatchObject({
      oneOf: expect.arrayContaining([{ $ref: "#/$defs/section" }]),
    });
    expect(notice.$defs["section"]).toHaveProperty("properties.children.items.$ref", "#/$defs/block");
    expect(Object.keys(notice.$defs).filter((name) => name.startsWith("__"))).toEqual([]);
  });

  test("every field of a document, task or decision says what it means", () => {
    const silent = all.filter(
      ([path, field]) => path.split(".").length === 2 && !(field as JsonSchema)["description"],
    );
    expect([...new Set(silent.map(([path]) => path))]).toEqual([]);
  });

  test("every schema and definition has a title", () => {
    for (const schema of byPath.values()) {
      expect(schema["title"]).toBeTruthy();
      expect(schema["description"]).toBeTruthy();
      for (const definition of Object.values((schema["$defs"] ?? {}) as JsonSchema))
        expect((definition as JsonSchema)["title"]).toBeTruthy();
    }
  });
});
