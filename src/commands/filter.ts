/**
 * `gongbao parse --ndjson`: a filter over lines of JSON, for engines that read a country's gazettes in parallel.
 * A line in is a source, `{"name": …, "text": …}` or `{"name": …, "base64": …}`; the lines out are its documents (or,
 * where tables are asked for, its rows) and then its report, or its error, each with the source's name. One source is
 * held at a time.
 */
import { z } from "zod";
import { collectGazette } from "../corpus/gazette.ts";
import { toJson } from "../document/json.ts";
import { reportOf } from "../document/report.ts";
import type { AnyDocument } from "../document/schema.ts";
import { type PartTable, partTables } from "../export/tables/parts.ts";
import { readGazette } from "../pipeline.ts";
import { InputError, inputErrorOf } from "./errors.ts";

const source = z.union([
  z.strictObject({ name: z.string(), text: z.string() }),
  z.strictObject({ name: z.string(), base64: z.base64() }),
]);
type Source = z.infer<typeof source>;

/** What a bad source is told as. */
interface Failure {
  message: string;
  /** The number of its line among the lines in, from 1. */
  line: number;
}

/** A record as one line; documents keep the keys of their schema in order. */
const recordOf = (
  name: string | null,
  kind: "document" | "report" | "error" | "table",
  body: string,
): string => `{"name":${JSON.stringify(name)},"kind":"${kind}","${kind}":${body}}\n`;

const compact = (document: AnyDocument): string => JSON.stringify(JSON.parse(toJson(document)));

/** The tables of these names, parted by commas. @throws InputError where there is no such table */
export function tablesNamed(names: string): PartTable[] {
  return names.split(",").map((name) => {
    const table = partTables.find((one) => one.name === name.trim());
    if (table !== undefined) return table;
    const known = partTables.map((one) => one.name).join(" ");
    throw new InputError("gongbao", ["没有表 {0}", name], ["表有：{0}", known]);
  });
}

/** The rows of one issue: `number` counts those of a table, from 1. */
function* rowsOf(
  name: string,
  documents: readonly AnyDocument[],
  tables: readonly PartTable[],
): Generator<string> {
  // Rows are made of what satisfies the schemas, as those of a build are.
  const gazette = collectGazette(documents.map((document) => JSON.parse(toJson(document)) as AnyDocument));
  const start = `{"name":${JSON.stringify(name)},"kind":"row","table":`;
  for (const table of tables)
    for (const [at, row] of table.rows({ gazette, canonical: (printed) => printed }).entries())
      yield `${start}"${table.name}","number":${at + 1},"row":${JSON.stringify(row)}}\n`;
}

function* read(name: string, bytes: Uint8Array, asked: readonly PartTable[] | null): Generator<string> {
  const { compiled, file } = readGazette(bytes, name);
  const report = reportOf(compiled, file);
  const { issue, notices, taskTables, tables, appointments, chronicle } = compiled;
  const documents = [
    issue,
    ...notices,
    ...taskTables,
    ...tables,
    ...appointments,
    ...(chronicle ? [chronicle] : []),
  ];
  if (asked !== null) yield* rowsOf(name, documents, asked);
  else for (const document of documents) yield recordOf(name, "document", compact(document));
  yield recordOf(name, "report", compact(report));
}

/** The name that a line gives, where it gives one that can be read. */
function nameIn(value: unknown): string | null {
  const named = z.looseObject({ name: z.string() }).safeParse(value);
  return named.success ? named.data.name : null;
}

function parseLine(line: string): { name: string | null; read: Source | null; message: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { name: null, read: null, message: `这一行不是 JSON（${(error as Error).message}）` };
  }
  const parsed = source.safeParse(value);
  return parsed.success
    ? { name: parsed.data.name, read: parsed.data, message: "" }
    : {
        name: nameIn(value),
        read: null,
        message: '这一行应是 {"name": …, "text": …} 或 {"name": …, "base64": …}',
      };
}

/** The lines that a line in becomes: all of them or one error; `line` is its number, from 1. */
function filterLine(text: string, line: number, tables: readonly PartTable[] | null): string[] {
  const failure = (name: string | null, message: string): string[] => [
    recordOf(name, "error", JSON.stringify({ message, line } satisfies Failure)),
  ];
  const { name, read: given, message } = parseLine(text);
  if (given === null) return failure(name, message);
  try {
    const bytes = "text" in given ? Buffer.from(given.text) : Buffer.from(given.base64, "base64");
    return [...read(given.name, bytes, tables)];
  } catch (error) {
    const told = inputErrorOf(error, given.name);
    // A fault of the program is a record too: the other sources are read all the same.
    return failure(given.name, told instanceof InputError ? told.message : `程序出错：${String(error)}`);
  }
}

/** The lines of a stream, one at a time: `readline` would read a thousand ahead, and a line is a whole gazette. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  for await (const chunk of stream) {
    const [rest, ...more] = decoder.decode(chunk, { stream: true }).split("\n") as [string, ...string[]];
    parts.push(rest);
    for (const next of more) {
      yield parts.join("");
      parts = [next];
    }
  }
  yield parts.join("") + decoder.decode();
}

/**
 * Reads sources line by line and gives the lines out of each, as soon as it is read. Where tables are asked for, their
 * rows come in place of documents, and first of all what each table's columns are.
 */
export async function* filterCommand(
  lines: AsyncIterable<string>,
  tables: readonly PartTable[] | null = null,
): AsyncGenerator<string> {
  for (const { name, columns } of tables ?? [])
    yield recordOf(null, "table", JSON.stringify({ name, columns }));
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() !== "") yield filterLine(line, number, tables).join("");
  }
}
