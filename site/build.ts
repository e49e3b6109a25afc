/** Builds the site in a process of its own: the one way for tests and for gazettes kept elsewhere. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { exclusively } from "./exclusively.ts";
import type { SiteConfig } from "./site.config.ts";

export type BuildOptions = {
  content?: string;
  seeds?: string;
  pages?: string;
  out?: string;
  /** Laid over the settings of `site.config.ts`. */
  settings?: Partial<SiteConfig>;
};

const root = fileURLToPath(new URL("..", import.meta.url));
const lock = fileURLToPath(new URL("../node_modules/.site-build.lock", import.meta.url));
const astro = fileURLToPath(new URL("../node_modules/astro/bin/astro.mjs", import.meta.url));
const afterwards = ["index.ts", "finish.ts"].map((file) => fileURLToPath(new URL(file, import.meta.url)));

/** Resolves with what was printed; throws with it when the build fails. What Astro caches goes with the build. */
export async function buildSite(options: BuildOptions = {}): Promise<string> {
  const cache = await mkdtemp(path.join(tmpdir(), "gongbao-cache-"));
  try {
    const environment = { ...environmentOf(options), GONGBAO_CACHE: cache };
    return await exclusively(lock, async () => {
      let told = await run([astro, "build", "--root", root], environment);
      for (const step of afterwards) told += await run([step], environment);
      return told;
    });
  } finally {
    await rm(cache, { recursive: true, force: true });
  }
}

function environmentOf({ content, seeds, pages, out, settings }: BuildOptions): NodeJS.ProcessEnv {
  const variables = {
    GONGBAO_CONTENT: content,
    GONGBAO_SEEDS: seeds,
    GONGBAO_PAGES: pages,
    GONGBAO_DIST: out,
    GONGBAO_SETTINGS: settings === undefined ? undefined : JSON.stringify(settings),
  };
  const given = Object.entries(variables).filter(([, value]) => value !== undefined);
  return {
    ...process.env,
    ...Object.fromEntries(given),
    ASTRO_TELEMETRY_DISABLED: "1",
    NODE_ENV: "production",
  };
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env });
    let output = "";
    const collect = (data: Buffer) => {
      output += data.toString();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(output) : reject(new Error(output))));
  });
}
