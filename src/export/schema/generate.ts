/** JSON Schema 2020-12 of published files, from the zod schemas that check them. */
import { z } from "zod";
import { definitions } from "./definitions.ts";
import { meaningOf } from "./fields.ts";

/** A value of JSON. */
export type Json = z.infer<ReturnType<typeof z.json>>;
/** A JSON Schema, or a part of one. */
export type JsonSchema = Record<string, Json>;

const jsonSchema: z.ZodType<JsonSchema> = z.record(z.string(), z.json());

/** Where the schema of a type stands, from the site's root. */
export const schemaPath = (type: string): string => `/data/schema/v1/${type}.json`;

/** True for an object of JSON. */
export const isObject = (value: Json | undefined): value is JsonSchema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A field with what it means, where there is something to tell. */
function explainedField(field: Json, owner: string, path: readonly string[]): Json {
  const told = explained(field, owner, path);
  const description = meaningOf(owner, path);
  return description !== undefined && isObject(told) ? { ...told, description } : told;
}

/** The schemas in a map, each by its name. */
const eachOf = (schemas: Json, change: (schema: Json, name: string) => Json): Json =>
  isObject(schemas)
    ? Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, change(schema, name)]))
    : schemas;

/** A schema whose fields say what they mean: those of the type itself, and those of each definition. */
function explained(schema: Json, owner: string, path: readonly string[] = []): Json {
  if (Array.isArray(schema)) return schema.map((one) => explained(one, owner, path));
  return eachOf(schema, (value, key) => {
    if (key === "properties")
      return eachOf(value, (field, name) => explainedField(field, owner, [...path, name]));
    if (key === "$defs") return eachOf(value, (definition, name) => explained(definition, name));
    return explained(value, owner, path);
  });
}

/** What the schema of a type is called, and its whole address. */
export interface SchemaHead {
  type: string;
  title: string;
  description: string;
  address: string;
}

/** The JSON Schema of a type; the parts that documents share are its `$defs`. */
export function jsonSchemaOf(
  schema: z.ZodType,
  { type, title, description, address }: SchemaHead,
): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    metadata: definitions,
    override: ({ jsonSchema: made }) => {
      // zod's own bounds of an integer say nothing of the data.
      if (made.minimum === Number.MIN_SAFE_INTEGER) delete made.minimum;
      if (made.maximum === Number.MAX_SAFE_INTEGER) delete made.maximum;
    },
  });
  return jsonSchema.parse({
    $schema,
    $id: address,
    title,
    description,
    ...jsonSchema.parse(explained(jsonSchema.parse(rest), type)),
  });
}
