/**
 * `npm run conformance`: the built site read by the readers that its formats' own users have. A machine that lacks
 * one is told what it skips; with `CI` set, or `--strict`, nothing may be skipped. `--gazettes 100` makes the check of
 * the Spark job short.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { folders } from "./children.ts";
import { type Check, checksOf, type Outcome } from "./conformance/checks.ts";
import { preparePython, READERS } from "./conformance/python.ts";

const { values } = parseArgs({
  options: {
    strict: { type: "boolean", default: false },
    /** How many made-up gazettes the Spark job reads. */
    gazettes: { type: "string", default: "1000" },
  },
});
const strict = Boolean(process.env.CI) || values.strict;
const gazettes = Number(values.gazettes);

/** A check with what it found, and how long it took, in seconds. */
type Row = Check & { outcome: Outcome; seconds: number };

async function carriedOut(check: Check): Promise<Row> {
  console.log(`\n── ${check.name}: ${check.readers}`);
  const started = performance.now();
  const outcome = await check.run();
  return { ...check, outcome, seconds: (performance.now() - started) / 1000 };
}

function resultOf({ outcome: { passed, skipped } }: Row): "passed" | "failed" | "skipped" {
  if (!passed) return "failed";
  return skipped.length > 0 ? "skipped" : "passed";
}

function shown(row: Row): string {
  const skipped = row.outcome.skipped.map((reason) => `\n${" ".repeat(14)}${reason}`).join("");
  return `${row.name.padEnd(14)}${row.readers.padEnd(42)}${row.seconds.toFixed(1).padStart(6)} s  ${resultOf(row)}${skipped}`;
}

async function conform(): Promise<number> {
  const { dist: site, seeds } = folders;
  if (!existsSync(join(site, "data"))) {
    console.error(`${site} is no built site: npm run build comes first`);
    return 2;
  }
  const rows: Row[] = [];
  for (const check of checksOf({ site, seeds, python: preparePython(READERS), strict, gazettes }))
    rows.push(await carriedOut(check));
  const count = (result: string): number => rows.filter((row) => resultOf(row) === result).length;
  console.log(`\n${rows.map(shown).join("\n")}\n`);
  console.log(`${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped`);
  return count("failed") > 0 || (strict && count("skipped") > 0) ? 1 : 0;
}

process.exitCode = await conform();
