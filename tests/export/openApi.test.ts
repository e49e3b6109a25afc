/** The OpenAPI description: valid, and true of the files that are published. */
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import type { ExportContext } from "../../src/export/format.ts";
import { json } from "../../src/export/json.ts";
import { MANIFEST } from "../../src/export/manifest.ts";
import { openApi } from "../../src/export/openApi.ts";
import { jsonSchema } from "../../src/export/schema/format.ts";
import { contentDocuments, exportContext, publication } from "../support/corpus.ts";

type Description = {
  info: { license: Record<string, string> };
  servers: { url: string }[];
  paths: Record<
    string,
    {
      get: {
        operationId: string;
        parameters: { name: string; schema: { pattern: string }; example?: string }[];
        responses: { "200": { content: { "application/json": { schema: { $ref: string } } } } };
      };
    }
  >;
};

async function describedBy(context: ExportContext): Promise<Description> {
  const [file] = await openApi.files(context);
  return JSON.parse(file?.body.toString() ?? "null") as Description;
}

const context = exportContext();
const description = await describedBy(context);
const operations = Object.entries(description.paths).map(([path, { get }]) => ({ path, ...get }));

/** A validator that has the schemas which descriptions refer to. */
async function validatorWithSchemas(): Promise<Validator> {
  const validator = new Validator();
  for (const { path, body } of await jsonSchema.files(context))
    await validator.addSpecRef(JSON.parse(body.toString()), path.slice("data/".length));
  return validator;
}

/** The paths that an address stands for. */
const patternOf = ({ path, parameters }: (typeof operations)[number]): RegExp =>
  new RegExp(
    `^${path.replace(/\{(\w+)\}/g, (_, name: string) => parameters.find((one) => one.name === name)?.schema.pattern.slice(1, -1) ?? "")}$`,
  );

test.each([
  ["of the gazette", context],
  ["of an empty gazette under a whole address", exportContext([], (path) => `https://example.cn/gb${path}`)],
  [
    "of one under a known licence",
    { ...context, publication: { ...publication, licence: { text: "CC0", url: "https://example.cn/cc0" } } },
  ],
])("the description %s is valid OpenAPI 3.1", async (_, given) => {
  const validator = await validatorWithSchemas();
  const { valid, errors } = await validator.validate(structuredClone(await describedBy(given)));
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  expect(validator.version).toBe("3.1");
});

test("a description that is wrong is refused", async () => {
  const validator = await validatorWithSchemas();
  expect((await validator.validate({ ...description, paths: { data: 1 } })).valid).toBe(false);
  const elsewhere = JSON.parse(JSON.stringify(description).replace("v1/report.json", "v1/reports.json"));
  expect((await validator.validate(elsewhere)).valid).toBe(false);
});

describe("it is true", () => {
  test("every JSON file has just one address in it", async () => {
    const paths = [MANIFEST, ...(await json.files(context)).map(({ path }) => path)];
    for (const path of paths) {
      const matching = operations.filter((one) => patternOf(one).test(`/${path}`));
      expect(
        matching.map((one) => one.path),
        path,
      ).toHaveLength(1);
    }
    for (const one of operations)
      expect(
        paths.some((path) => patternOf(one).test(`/${path}`)),
        one.path,
      ).toBe(true);
  });

  test("every schema that it names is published, and is that of the files there", async () => {
    const schemas = new Set((await jsonSchema.files(context)).map(({ path }) => path));
    const files = await json.files(context);
    for (const one of operations) {
      const { $ref } = one.responses["200"].content["application/json"].schema;
      expect(schemas).toContain(`data/${$ref}`);
      for (const { path, body } of files.filter((file) => patternOf(one).test(`/${file.path}`)))
        expect(JSON.parse(body.toString()), path).toHaveProperty("$schema", `/data/${$ref}`);
    }
  });

  test("its examples lead to files", async () => {
    const paths = new Set((await json.files(context)).map(({ path }) => `/${path}`));
    for (const { path, parameters } of operations.filter((one) => one.parameters.length > 0)) {
      const example = path.replace(
        /\{(\w+)\}/g,
        (_, name: string) => parameters.find((one) => one.name === name)?.example ?? "",
      );
      expect(paths).toContain(example);
    }
  });
});

test("its server is where the site stands", async () => {
  expect(description.servers).toEqual([{ url: "/" }]);
  const elsewhere = await describedBy(
    exportContext(contentDocuments(), (path) => `https://example.cn/gb${path}`),
  );
  expect(elsewhere.servers).toEqual([{ url: "https://example.cn/gb" }]);
});
