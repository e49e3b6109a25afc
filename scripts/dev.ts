/** `npm run dev`: builds content whenever a seed, its errata, the authority files or the settings change, and runs the site beside it. */
import type { ChildProcess } from "node:child_process";
import { existsSync, watch } from "node:fs";
import { basename, join } from "node:path";
import { buildCommand } from "../src/commands/build.ts";
import { CONFIGURATION, readSettings } from "../src/commands/configuration.ts";
import { InputError, inputErrorOf } from "../src/commands/errors.ts";
import { ended, folders, startAstro } from "./children.ts";

const { root, seeds, content } = folders;
/** Editors save in several steps; so long after the last one, in milliseconds, the file is whole. */
const QUIET = 60;

const stopping = new AbortController();

/** Builds content and says what came of it; what is wrong is told, and the next change tries again. */
async function rebuild(): Promise<void> {
  const started = performance.now();
  try {
    const settings = readSettings(root);
    const steps = await buildCommand({ seeds, content }, { settings, stop: stopping.signal });
    const changed = steps
      .filter((step) => step.changed)
      .map(({ issue, messages }) => `${issue}（疑点 ${messages} 条）`);
    const took = Math.round(performance.now() - started);
    console.log(
      `[gongbao] ${changed.length > 0 ? `已更新 ${changed.join("、")}` : "内容无变化"}，${took} 毫秒`,
    );
  } catch (error) {
    if (stopping.signal.aborted) return;
    const told = inputErrorOf(error, seeds);
    console.error(`[gongbao] ${told instanceof InputError ? told.message : String((error as Error).stack)}`);
  }
}

let waiting: NodeJS.Timeout | undefined;
/** The build at work; the next one waits for it. */
let building = Promise.resolve();

/** Rebuilds once it has been quiet. */
function soon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    building = building.then(rebuild);
  }, QUIET);
}

/** Watches the files of a folder that `matters` holds for. */
function watchFolder(folder: string, matters: (name: string) => boolean): void {
  if (!existsSync(folder)) return;
  watch(folder, (_, name) => {
    if (name !== null && matters(basename(name))) soon();
  });
}

let stopped = false;
let site: ChildProcess | undefined;
const stop = (): void => {
  stopped = true;
  clearTimeout(waiting);
  stopping.abort();
  site?.kill("SIGTERM");
};
process.on("SIGINT", stop).on("SIGTERM", stop);

await rebuild();
if (stopped) process.exit(0);
watchFolder(seeds, (name) => /\.(?:txt|yaml)$/.test(name) && !name.startsWith("."));
watchFolder(join(content, "authority"), (name) => name.endsWith(".yaml"));
watchFolder(root, (name) => name === CONFIGURATION);
console.log("[gongbao] 正在看着 seeds/ 和名录；校对页在 /proof/<期号>/；按 Ctrl-C 停下");

site = startAstro(["dev", ...process.argv.slice(2)]);
const code = await ended(site);
await building;
process.exit(stopped ? 0 : code);
