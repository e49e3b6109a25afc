/** Astro, and what follows it, as processes beside a script, and the folders that both work on. */
import { type ChildProcess, spawn } from "node:child_process";
import { join, resolve } from "node:path";

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
  return start([astro, ...args, "--root", root], environment);
}

/** Starts what is done after Astro's pages. */
export function startFinish(environment: Record<string, string>): ChildProcess {
  return start([join(root, "site", "finish.ts")], environment);
}

function start(args: readonly string[], environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...environment, ASTRO_TELEMETRY_DISABLED: "1" },
  });
}

/** The exit code of a process once it has ended; 1 where a signal ended it. */
export function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}
