/** The JSON Schemas as files. */
import type { Format } from "../format.ts";
import { schemaPath } from "./generate.ts";
import { publishedSchema, publishedTypes } from "./types.ts";

export const jsonSchema: Format = {
  id: "json-schema",
  name: "JSON Schema",
  summary: "每种 JSON 文件的字段、类型和含义，可供校验和生成代码。",
  mediaType: "application/schema+json",
  specification: "https://json-schema.org/draft/2020-12",
  schema: null,
  files: ({ address }) =>
    publishedTypes.map((published) => ({
      path: schemaPath(published.type).slice(1),
      body: `${JSON.stringify(publishedSchema(published, address), null, 2)}\n`,
      title: published.title,
    })),
};
