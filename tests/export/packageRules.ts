/** The rules that a data package gives itself, checked on the files: paths, sums, heads, types, keys, references. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Ask } from "./duckdb.ts";

const field = z.object({
  name: z.string(),
  type: z.enum(["string", "integer", "number", "boolean", "date"]),
  missingValues: z.array(z.string()).optional(),
  constraints: z
    .object({ required: z.boolean(), unique: z.boolean().optional(), enum: z.array(z.string()).optional() })
    .optional(),
});
const dataPackage = z.object({
  resources: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      bytes: z.int(),
      hash: z.string(),
      schema: z.object({
        fields: z.array(field),
        primaryKey: z.array(z.string()).default([]),
        foreignKeys: z
          .array(
            z.object({
              fields: z.array(z.string()),
              reference: z.object({ resource: z.string(), fields: z.array(z.string()) }),
            }),
          )
          .default([]),
      }),
    }),
  ),
});

const SQL_TYPES = {
  string: "VARCHAR",
  integer: "INTEGER",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  date: "DATE",
};

/** Columns as DuckDB's readers take them. */
export function duckdbColumns(fields: readonly { name: string; type: keyof typeof SQL_TYPES }[]): string {
  return `{${fields.map(({ name, type }) => `${quoted(name, "'")}: '${SQL_TYPES[type]}'`).join(", ")}}`;
}

const quoted = (name: string, mark = '"'): string => `${mark}${name.replaceAll(mark, mark + mark)}${mark}`;

/** Every rule that does not hold, those on the files before those on what they say; opens each resource as a table of its own name. */
export async function violations(folder: string, ask: Ask): Promise<string[]> {
  const { resources } = dataPackage.parse(JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8")));
  const found: string[] = [];
  const expect = async (rule: string, sql: string) => {
    const [row] = await ask(sql);
    if (row?.[0] !== 0) found.push(`${rule}: ${row?.[0]}`);
  };
  const names = resources.map(({ name }) => name);
  if (new Set(names).size !== names.length) found.push("a name is given twice");
  for (const { name, path, bytes, hash, schema } of resources) {
    const file = join(folder, path);
    if (!existsSync(file)) {
      found.push(`${name}: no file ${path}`);
      continue;
    }
    const body = readFileSync(file);
    if (body.length !== bytes || hash !== `sha256:${createHash("sha256").update(body).digest("hex")}`)
      found.push(`${name}: bytes and hash are another file's`);
    const head = await ask(`SELECT * FROM read_csv('${file}', header = false, all_varchar = true) LIMIT 1`);
    if (JSON.stringify(head[0]) !== JSON.stringify(schema.fields.map((one) => one.name)))
      found.push(`${name}: another head`);
    await ask(
      `CREATE OR REPLACE TABLE ${quoted(name)} AS FROM read_csv('${file}', header = true,
        allow_quoted_nulls = false, columns = ${duckdbColumns(schema.fields)})`,
    );
  }
  if (found.length > 0) return found;
  for (const { name, schema } of resources) {
    const table = quoted(name);
    for (const { name: column, constraints } of schema.fields) {
      const cell = quoted(column);
      if (constraints?.required)
        await expect(`${name}.${column} is null`, `SELECT count(*) FROM ${table} WHERE ${cell} IS NULL`);
      if (constraints?.unique)
        await expect(
          `${name}.${column} is not unique`,
          `SELECT count(*) - count(DISTINCT ${cell}) FROM ${table}`,
        );
      if (constraints?.enum) {
        const values = constraints.enum.map((value) => quoted(value, "'")).join(", ");
        await expect(
          `${name}.${column} has another value`,
          `SELECT count(*) FROM ${table} WHERE ${cell} NOT IN (${values})`,
        );
      }
    }
    const keys = schema.primaryKey.map((key) => quoted(key)).join(", ");
    if (keys !== "")
      await expect(
        `${name} has a key twice`,
        `SELECT count(*) - (SELECT count(*) FROM (SELECT DISTINCT ${keys} FROM ${table})) FROM ${table}`,
      );
    for (const { fields, reference } of schema.foreignKeys) {
      const [from = "", to = ""] = [fields[0], reference.fields[0]].map((key) => quoted(key ?? ""));
      await expect(
        `${name}.${fields[0]} names no row of ${reference.resource}`,
        `SELECT count(*) FROM ${table} WHERE ${from} IS NOT NULL
          AND ${from} NOT IN (SELECT ${to} FROM ${quoted(reference.resource)})`,
      );
    }
  }
  return found;
}
