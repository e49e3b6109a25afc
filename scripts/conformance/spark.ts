/**
 * What the Spark job of `examples/spark` must find: made-up gazettes as raw files by province, and the tables that this
 * project makes of them on one machine. `node scripts/conformance/spark.ts <folder> [--gazettes 1000]` writes both.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readContent } from "../../src/commands/content.ts";
import { contextOf } from "../../src/export/context.ts";
import { fillTables } from "../../src/export/tables/index.ts";
import { collectRecords } from "../../src/search/records.ts";
import { drawGazette } from "../generator/compose/gazette.ts";
import type { Gazette } from "../generator/model.ts";
import { printGazette } from "../generator/print.ts";

const MAIN = join(import.meta.dirname, "../../src/commands/main.ts");

/** The folder of the job, and what it and its check need of Python. */
export const JOB = join(import.meta.dirname, "../../examples/spark");
export const SPARK_REQUIREMENTS = ["requirements.txt", "requirements-check.txt"].map((name) =>
  join(JOB, name),
);

/** The tables that the job writes unless it is asked for others. */
const TABLES = [
  "issues",
  "documents",
  "tasks",
  "task_parties",
  "measures",
  "appointments",
  "chronicle",
  "citations",
];

const PROVINCES = ["宁夏", "四川", "浙江", "广西"];
const FIRST_YEAR = 2010;
/** An id has two digits for the number in the year. */
const ISSUES_A_YEAR = 99;

/** Sources that no parser can read, by name: what they are told as is the parser's to say. */
const UNREADABLE: Readonly<Record<string, Uint8Array>> = {
  "empty.txt": new Uint8Array(0),
  "binary.txt": Uint8Array.from({ length: 512 }, (_, at) => (at * 7) % 256),
  "no masthead.txt": Buffer.from("这里没有刊头\n"),
};

/** The same gazette as another issue: of a thousand drawn ones many would be one issue of one year. */
function numbered(gazette: Gazette, year: number, number: number): Gazette {
  return { ...gazette, masthead: { ...gazette.masthead, year, number, serial: null } };
}

function write(path: string, bytes: string | Uint8Array): void {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, bytes);
}

/** Writes each gazette to `seeds/`, where a build finds it, and to `sources/province=…/`, where the job does. */
function writeGazettes(folder: string, count: number): void {
  for (let at = 0; at < count; at++) {
    const year = FIRST_YEAR + Math.floor(at / ISSUES_A_YEAR);
    const number = (at % ISSUES_A_YEAR) + 1;
    const { bytes } = printGazette(numbered(drawGazette(at + 1), year, number));
    const name = `${year}-${String(number).padStart(2, "0")}.txt`;
    write(join(folder, "seeds", name), bytes);
    write(join(folder, "sources", `province=${PROVINCES[at % PROVINCES.length]}`, name), bytes);
  }
  for (const [name, bytes] of Object.entries(UNREADABLE)) write(join(folder, "sources", name), bytes);
}

const linesOf = (rows: Iterable<unknown>): string =>
  [...rows].map((row) => `${JSON.stringify(row)}\n`).join("");

/** Writes the rows that this project makes of a content folder, a file of JSON lines for each table. */
function writeExpected(content: string, folder: string): void {
  const documents = readContent(content);
  const publication = { name: "", publisher: "", description: "", licence: { text: "", url: null } };
  const context = contextOf(documents, { publication });
  for (const { table, rows } of fillTables(context)) {
    if (!TABLES.includes(table.name)) continue;
    const named = rows.map((cells) =>
      Object.fromEntries(table.columns.map(({ name }, at) => [name, cells[at]])),
    );
    write(join(folder, `${table.name}.ndjson`), linesOf(named));
  }
  write(join(folder, "records.ndjson"), linesOf(collectRecords(context.gazette)));
  write(join(folder, "reports.ndjson"), linesOf(context.gazette.reports));
  write(join(folder, "errors.ndjson"), linesOf(Object.keys(UNREADABLE).map((source) => ({ source }))));
}

/** Writes `sources/`, and to `expected/` what a build on this machine makes of them. @throws Error where it fails */
export function writeSparkCase(folder: string, count: number): void {
  writeGazettes(folder, count);
  const folders = ["--seeds", join(folder, "seeds"), "--content", join(folder, "content")];
  const { status } = spawnSync(process.execPath, [MAIN, "build", ...folders], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0) throw new Error(`gongbao build ended with ${status}`);
  writeExpected(join(folder, "content"), join(folder, "expected"));
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: { gazettes: { type: "string", default: "1000" } },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (folder === undefined) throw new Error("which folder?");
  mkdirSync(folder, { recursive: true });
  writeSparkCase(folder, Number(values.gazettes));
}
