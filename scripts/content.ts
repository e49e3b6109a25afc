/**
 * Seeds → content for `scripts/build.ts`, which holds the lock: a process of its own, so that what reading takes of memory is
 * given back before the pages take theirs.
 */
import { buildContent } from "../src/commands/build.ts";
import { readSettings } from "../src/commands/configuration.ts";
import { teller, toldSteps } from "../src/commands/progress.ts";
import { folders } from "./children.ts";
import { runScript } from "./told.ts";

// Without the process that holds the lock nothing may be written.
process.on("disconnect", () => process.exit(1));
process.channel?.unref();

await runScript(async (stop) => {
  const screen = { err: (text: string) => process.stderr.write(text), isTerminal: process.stderr.isTTY };
  const { step, end } = teller(screen, "zh");
  const settings = readSettings(folders.root);
  const steps = await buildContent(folders, { settings, onStep: step, stop }).finally(end);
  process.stdout.write(toldSteps(steps, "zh"));
  return 0;
});
