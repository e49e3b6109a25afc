/** The released schemas, and what is to be said of the present ones beside them. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import type { JsonSchema } from "../../src/export/schema/generate.ts";
import { publishedSchema, publishedTypes } from "../../src/export/schema/types.ts";
import { compareSchemas, type Difference } from "./compare.ts";

/** Schemas by type. */
export type Schemas = ReadonlyMap<string, JsonSchema>;

/** The schemas that the zod schemas give now. */
export const currentSchemas = (): Schemas =>
  new Map(publishedTypes.map((published) => [published.type, publishedSchema(published, (path) => path)]));

/** The schemas in a folder, as they were released. */
export function readSchemas(folder: string): Schemas {
  const schema = z.record(z.string(), z.json());
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return new Map(
    names.map((name) => [
      basename(name, ".json"),
      schema.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))),
    ]),
  );
}

/** Every difference between the released schemas and the present ones. */
export function differencesOf(released: Schemas, current: Schemas): Difference[] {
  const fresh = [...current.keys()].filter((type) => !released.has(type));
  return [
    ...[...released].flatMap(([type, schema]) => {
      const now = current.get(type);
      if (now === undefined) return [{ breaking: true, at: type, what: "is gone" }];
      return raised(type, compareSchemas(type, schema, now));
    }),
    ...fresh.map((type) => ({ breaking: false, at: type, what: "is new" })),
  ];
}

/** A type with something new must say so by a new value of its `schemaVersion`. */
function raised(type: string, differences: Difference[]): Difference[] {
  const at = `${type}.schemaVersion`;
  if (differences.length === 0 || differences.some((one) => one.at === at)) return differences;
  return [
    ...differences,
    { breaking: true, at, what: "is as before, though there is something new: add a value" },
  ];
}
