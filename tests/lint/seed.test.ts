/** What the rules say of the seed: a list that was checked by hand, line by line, against the print. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readGazette } from "../../src/pipeline.ts";

const FOLDER = join(import.meta.dirname, "../../seeds");

/** One message a line: place, severity, rule, reason. */
function listed(seed: string): string {
  const path = join(FOLDER, seed);
  const { file } = readGazette(readFileSync(path), path);
  const severity = (fatal: boolean | undefined | null): string =>
    fatal === true ? "error" : fatal === false ? "warning" : "info";
  const lines = file.messages.map(
    ({ line, column, fatal, ruleId, reason }) => `${line}:${column} ${severity(fatal)} ${ruleId} ${reason}`,
  );
  return `${lines.join("\n")}\n`;
}

it("finds what is printed wrong in 2021-03, and nothing else", async () => {
  await expect(listed("2021-03.txt")).toMatchFileSnapshot("seed-2021-03.txt");
});
