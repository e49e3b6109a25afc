/** What differs between two JSON Schemas, and whether it breaks v1: see docs/versioning.md. */
import type { Json, JsonSchema } from "../../src/export/schema/generate.ts";
import { demandsOf, fieldsOf, valuesOf, variantsOf } from "./shape.ts";

/** A difference; one that is `breaking` fails readers of the released version, or files kept from it. */
export interface Difference {
  breaking: boolean;
  /** The way through the fields: `notice.citations[].title`. */
  at: string;
  what: string;
}

/** The roots of both schemas, and which pairs have been compared: a recursive schema comes back to itself. */
interface Comparison {
  released: JsonSchema;
  current: JsonSchema;
  seen: Set<string>;
}

type Pair = readonly [released: Json | undefined, current: Json | undefined];

const breaking = (at: string, what: string): Difference => ({ breaking: true, at, what });
const harmless = (at: string, what: string): Difference => ({ breaking: false, at, what });

/** Compares the schema of a type with the released one. */
export function compareSchemas(type: string, released: JsonSchema, current: JsonSchema): Difference[] {
  return compareValues([released, current], type, { released, current, seen: new Set() });
}

function compareValues([released, current]: Pair, at: string, comparison: Comparison): Difference[] {
  const key = JSON.stringify([released, current]);
  if (comparison.seen.has(key)) return [];
  comparison.seen.add(key);
  const before = variantsOf(released, comparison.released);
  const after = variantsOf(current, comparison.current);
  const gone = [...before.keys()].filter((kind) => !after.has(kind));
  const fresh = [...after.keys()].filter((kind) => !before.has(kind));
  return [
    ...gone.map((kind) => breaking(at, `can no longer be ${kind}`)),
    // Readers pass over a kind of object that they do not know; another type of value they cannot hold.
    ...fresh.map((kind) =>
      kind.startsWith("object ") && [...before.keys()].some((other) => other.startsWith("object "))
        ? harmless(at, `may now be ${kind}`)
        : breaking(at, `may now be ${kind}`),
    ),
    ...[...before].flatMap(([kind, schema]) => {
      const now = after.get(kind);
      return now === undefined ? [] : compareVariant(schema, now, at, comparison);
    }),
  ];
}

function compareVariant(
  before: JsonSchema,
  after: JsonSchema,
  at: string,
  comparison: Comparison,
): Difference[] {
  return [
    ...compareListed(valuesOf(before), valuesOf(after), at),
    ...compareDemands(demandsOf(before), demandsOf(after), at),
    ...compareFields(before, after, at, comparison),
    ...compareValues([before["items"], after["items"]], `${at}[]`, comparison),
    ...compareValues([before["propertyNames"], after["propertyNames"]], `${at}{name}`, comparison),
    ...compareOthers(before["additionalProperties"], after["additionalProperties"], at, comparison),
  ];
}

/** Values that are listed: none may go; new ones readers must be ready for. */
function compareListed(before: Json[] | null, after: Json[] | null, at: string): Difference[] {
  if (before === null && after === null) return [];
  if (before === null) return [breaking(at, `may now only be ${JSON.stringify(after)}`)];
  if (after === null) return [breaking(at, `was one of ${JSON.stringify(before)}, may now be anything`)];
  return [
    ...before.filter((value) => !after.includes(value)).map((value) => breaking(at, `${value} is gone`)),
    ...after.filter((value) => !before.includes(value)).map((value) => harmless(at, `${value} is new`)),
  ];
}

/** Patterns, formats and limits stay as they are. */
function compareDemands(before: Map<string, string>, after: Map<string, string>, at: string): Difference[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((keyword) => before.get(keyword) !== after.get(keyword))
    .map((keyword) =>
      breaking(at, `${keyword} was ${before.get(keyword) ?? "none"}, is ${after.get(keyword) ?? "none"}`),
    );
}

function compareFields(
  before: JsonSchema,
  after: JsonSchema,
  at: string,
  comparison: Comparison,
): Difference[] {
  const old = fieldsOf(before);
  const now = fieldsOf(after);
  const added = [...now].filter(([name]) => !old.has(name));
  return [
    ...[...old].flatMap(([name, was]) => {
      const place = `${at}.${name}`;
      const is = now.get(name);
      if (is === undefined) return [breaking(place, "is gone")];
      return [
        ...(was.required === is.required
          ? []
          : [breaking(place, is.required ? "must now be there" : "may now be missing")]),
        ...compareValues([was.schema, is.schema], place, comparison),
      ];
    }),
    ...added.map(([name, { required }]) =>
      required
        ? breaking(`${at}.${name}`, "is new and must be there: files kept from before do not have it")
        : harmless(`${at}.${name}`, "is new"),
    ),
  ];
}

/** Fields without a name of their own: none at all, or what a record holds. */
function compareOthers(
  before: Json | undefined,
  after: Json | undefined,
  at: string,
  comparison: Comparison,
): Difference[] {
  const isSchema = (value: Json | undefined): boolean => typeof value === "object";
  if (isSchema(before) && isSchema(after)) return compareValues([before, after], `${at}{}`, comparison);
  return before === after ? [] : [breaking(at, "takes other fields than before")];
}
