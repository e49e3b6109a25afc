/**
 * `gongbao parse --ndjson`: a filter over lines of JSON, for engines that read a country's gazettes in parallel.
 * A line in is a source, `{"name": …, "text": …}` or `{"name": …, "base64": …}`; the lines out are its documents, its
 * report, or its error, each with the source's name. One source is held at a time.
 */
import { z } from "zod";
import { toJson } from "../document/json.ts";
import { reportOf } from "../document/report.ts";
import type { AnyDocument } from "../document/schema.ts";
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
const recordOf = (name: string | null, kind: "document" | "report" | "error", body: string): string =>
  `{"name":${JSON.stringify(name)},"kind":"${kind}","${kind}":${body}}\n`;

const compact = (document: AnyDocument): string => JSON.stringify(JSON.parse(toJson(document)));

function* read(name: string, bytes: Uint8Array): Generator<string> {
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
  for (const document of documents) yield recordOf(name, "document", compact(document));
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
function filterLine(text: string, line: number): string[] {
  const failure = (name: string | null, message: string): string[] => [
    recordOf(name, "error", JSON.stringify({ message, line } satisfies Failure)),
  ];
  const { name, read: given, message } = parseLine(text);
  if (given === null) return failure(name, message);
  try {
    return [
      ...read(given.name, "text" in given ? Buffer.from(given.text) : Buffer.from(given.base64, "base64")),
    ];
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

/** Reads sources line by line and gives the lines out of each, as soon as it is read. */
export async function* filterCommand(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() !== "") yield filterLine(line, number).join("");
  }
}
