/** A JSON Schema taken apart for comparing: references followed, unions as their variants by kind. */
import { isObject, type Json, type JsonSchema } from "../../src/export/schema/generate.ts";

/** Words for people, and what only says where a schema is; they change nothing of the data. */
const ANNOTATIONS = [
  "$schema",
  "$id",
  "$defs",
  "$ref",
  "title",
  "description",
  "examples",
  "deprecated",
  "default",
];

/** What a reference within a document leads to: the whole, or one of its definitions. */
function targetOf(reference: string, root: JsonSchema): JsonSchema {
  const { $defs, ...whole } = root;
  if (reference === "#") return whole;
  const target = isObject($defs) ? $defs[reference.replace("#/$defs/", "")] : undefined;
  if (!isObject(target)) throw new Error(`${reference} leads nowhere`);
  return target;
}

/** A schema with its references followed. */
function followed(schema: Json | undefined, root: JsonSchema): JsonSchema {
  if (!isObject(schema)) return {};
  const { $ref, ...rest } = schema;
  return typeof $ref === "string" ? followed({ ...targetOf($ref, root), ...rest }, root) : schema;
}

/** What tells objects of a union apart: the constant in their `type` or `kind`. */
function tagOf(schema: JsonSchema, root: JsonSchema): string {
  const { properties } = schema;
  if (!isObject(properties)) return "";
  const tag = ["type", "kind"]
    .map((name) => followed(properties[name], root)["const"])
    .find((value) => value);
  return typeof tag === "string" ? ` ${tag}` : "";
}

/** The kinds of value that a schema allows, each with the schema of that kind. */
function kindsOf(schema: Json | undefined, root: JsonSchema): [kind: string, schema: JsonSchema][] {
  const { anyOf, oneOf, type, ...rest } = followed(schema, root);
  const union = anyOf ?? oneOf;
  if (Array.isArray(union)) return union.flatMap((one) => kindsOf(one, root));
  const types = Array.isArray(type) ? type : [type ?? "any"];
  return types.map((one) => [`${one}${tagOf(rest, root)}`, rest]);
}

/** What a value may be, by kind: `string`, `null`, `object paragraph` …; a second of a kind is `string #2`. */
export function variantsOf(schema: Json | undefined, root: JsonSchema): Map<string, JsonSchema> {
  const variants = new Map<string, JsonSchema>();
  for (const [kind, variant] of kindsOf(schema, root)) {
    let name = kind;
    for (let count = 2; variants.has(name); count++) name = `${kind} #${count}`;
    variants.set(name, variant);
  }
  return variants;
}

/** The fields of an object, with whether each must be there. */
export function fieldsOf({
  properties,
  required,
}: JsonSchema): Map<string, { schema: Json; required: boolean }> {
  const names = Array.isArray(required) ? required : [];
  return new Map(
    Object.entries(isObject(properties) ? properties : {}).map(([name, schema]) => [
      name,
      { schema, required: names.includes(name) },
    ]),
  );
}

/** The values that are listed; null where any will do. */
export function valuesOf(schema: JsonSchema): Json[] | null {
  if ("const" in schema) return [schema["const"] ?? null];
  return Array.isArray(schema["enum"]) ? schema["enum"] : null;
}

/** Keywords that are compared part by part. */
const STRUCTURE = [
  "properties",
  "required",
  "items",
  "additionalProperties",
  "propertyNames",
  "const",
  "enum",
];

/** All else that a schema demands: patterns, formats, limits. */
export function demandsOf(schema: JsonSchema): Map<string, string> {
  return new Map(
    Object.entries(schema)
      .filter(([keyword]) => !ANNOTATIONS.includes(keyword) && !STRUCTURE.includes(keyword))
      .map(([keyword, value]) => [keyword, JSON.stringify(value)]),
  );
}
