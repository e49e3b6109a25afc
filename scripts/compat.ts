/**
 * `npm run compat`: the JSON Schemas as they are now beside those last released; fails on a breaking change.
 * `npm run compat -- --release` makes the present ones the released ones. See docs/versioning.md.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { currentSchemas, differencesOf, readSchemas } from "./compat/release.ts";

const RELEASED = join(import.meta.dirname, "../docs/schema/v1");

const current = currentSchemas();
const differences = differencesOf(readSchemas(RELEASED), current);
for (const { breaking, at, what } of differences)
  console.log(`${breaking ? "breaks   " : "harmless "} ${at} ${what}`);
const count = differences.filter(({ breaking }) => breaking).length;
console.log(
  `${current.size} schemas: ${count} breaking changes, ${differences.length - count} harmless ones`,
);

if (count > 0) process.exitCode = 1;
else if (process.argv.includes("--release"))
  for (const [type, schema] of current)
    writeFileSync(join(RELEASED, `${type}.json`), `${JSON.stringify(schema, null, 2)}\n`);
