/**
 * `npm run archive -- <issues> [--out <dir>]`: a made-up archive of one county to measure with, 25 years whose issues
 * follow on one another; the same number of issues gives the same bytes.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { drawGazette } from "./generator/compose/gazette.ts";
import { printGazette } from "./generator/print.ts";
import { PLACES } from "./generator/words.ts";

const FIRST_YEAR = 2001;
const YEARS = 25;
const QUARTERLY = 4;
/** With appointments and a chronicle some 25 documents, some 200 KB of text. */
const NOTICES = 22;

/** Writes the seeds of an archive, `2001-01.txt` and on; gives their bytes in all. */
export function writeArchive(count: number, folder: string): number {
  const [place] = PLACES;
  if (place === undefined) throw new Error("no place to make an archive of");
  const issues = Math.max(QUARTERLY, Math.ceil(count / YEARS));
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, at) => {
    const year = FIRST_YEAR + Math.floor(at / issues);
    const number = (at % issues) + 1;
    const edition = { place, year, number, issues, serial: at + 1, notices: NOTICES };
    const { bytes } = printGazette(drawGazette(at + 1, edition));
    writeFileSync(join(folder, `${year}-${String(number).padStart(2, "0")}.txt`), bytes);
    return bytes.length;
  }).reduce((sum, bytes) => sum + bytes, 0);
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: { out: { type: "string", default: "archive.tmp/seeds" } },
    allowPositionals: true,
  });
  const count = Number(positionals[0]);
  if (!Number.isInteger(count) || count < 1) throw new Error("npm run archive -- <issues> [--out <dir>]");
  const bytes = writeArchive(count, values.out);
  console.log(`${values.out}: ${count} issues, ${(bytes / 1e6).toFixed(1)} MB`);
}
