/** The steps of a build as processes beside a script, and the folders that both work on. */
import { type ChildProcess, spawn } from "node:child_process";
import { join, resolve } from "node:path";
import glob from "fast-glob";

const root = join(import.meta.dirname, "..");
const astro = join(root, "node_modules", "astro", "bin", "astro.mjs");

/** Where a gazette is kept: this checkout, unless the environment names other folders. */
export const folders = {
  root,
  seeds: resolve(root, process.env.GONGBAO_SEEDS ?? "seeds"),
  content: resolve(root, process.env.GONGBAO_CONTENT ?? "content"),
  dist: resolve(root, process.env.GONGBAO_DIST ?? "dist"),
};

/** Starts Astro; it prints where the script does. */
export function startAstro(args: readonly string[], environment: Record<string, string> = {}): ChildProcess {
  return start(
    [`--max-old-space-size=${heapOf(folders.content)}`, astro, ...args, "--root", root],
    environment,
  );
}

/** Megabytes for the heap of a program that reads all documents: some twice their files, so that garbage goes early. */
function heapOf(content: string): number {
  const files = glob.sync("*/**/*.json", { cwd: content, stats: true });
  const bytes = files.reduce((sum, { stats }) => sum + (stats?.size ?? 0), 0);
  return Math.round(300 + (2 * bytes) / 1e6);
}

/** Starts what is done before: seeds to content. */
export function startContent(): ChildProcess {
  return start(["--max-semi-space-size=32", join(root, "scripts", "content.ts")], {}, ["ipc"]);
}

/** Starts what is done after Astro's pages. */
export function startFinish(environment: Record<string, string>): ChildProcess {
  return start([join(root, "site", "finish.ts")], environment);
}

/**
 * Each thread of a program would else keep a pool of freed memory for itself (glibc), and the bundler all of what it took
 * (mimalloc), a pool for each of its threads.
 */
const LESS_MEMORY = { MALLOC_ARENA_MAX: "2", MIMALLOC_PURGE_DELAY: "0", ROLLDOWN_WORKER_THREADS: "1" };

function start(
  args: readonly string[],
  environment: Record<string, string>,
  more: readonly "ipc"[] = [],
): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit", ...more],
    env: { ...process.env, ...environment, ASTRO_TELEMETRY_DISABLED: "1", ...LESS_MEMORY },
  });
}

/** The exit code of a process once it has ended; 1 where a signal ended it. */
export function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}
