/** The steps of a build as processes beside a script, and the folders that both work on. */
import { type ChildProcess, spawn } from "node:child_process";
import { join, resolve } from "node:path";
import glob from "fast-glob";
import { cacheFolderOf } from "../src/cache/cache.ts";

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
  return start(astroArgs(args), environment);
}

/** Starts Astro before there are documents; it goes on to the pages when it is sent word of them. */
export function startAstroAhead(environment: Record<string, string>): ChildProcess {
  // Waits for word, see `site/ready.ts`.
  return start(astroArgs(["build"]), { ...environment, GONGBAO_AWAITS: "word" }, ["ipc"]);
}

/** Buffers beside a heap of gigabytes would else have all of it searched for garbage after each 64 MB of them. */
const BUFFERS_COUNT = "--external-memory-accounted-in-global-limit";

const astroArgs = (args: readonly string[]): string[] => [
  `--max-old-space-size=${pagesHeap()}`,
  BUFFERS_COUNT,
  astro,
  ...args,
  "--root",
  root,
];

/** How many bytes of documents come of one of a seed: 6.5 to 9, half as many again where it has two bytes a character. */
const BYTES_OF_ONE = 9;

/** Megabytes that the files of all documents have. */
function documentsSize(): number {
  const bytesOf = (pattern: string, cwd: string): number =>
    glob.sync(pattern, { cwd, stats: true }).reduce((sum, { stats }) => sum + (stats?.size ?? 0), 0);
  // Of what is compiled only meanwhile nothing but the seeds is known.
  const bytes = Math.max(
    bytesOf("*/**/*.json", folders.content),
    BYTES_OF_ONE * bytesOf("*.txt", folders.seeds),
  );
  return bytes / 1e6;
}

/**
 * Megabytes for the heap of the pages, who hold all documents, twice as large as their files: not much more, so that garbage
 * goes early; of an archive twice that, since near its limit a heap is searched for garbage again and again.
 */
function pagesHeap(): number {
  const size = documentsSize();
  return Math.round(Math.max(300 + 2 * size, 4 * size));
}

/** Of the index, which holds half of that. */
const indexHeap = (): number => Math.round(100 + 1.5 * documentsSize());

/** Starts what is done before: seeds to content. */
export function startContent(): ChildProcess {
  return start(["--max-semi-space-size=32", join(root, "scripts", "content.ts")], {}, ["ipc"]);
}

/** Starts what needs documents only: the search index, beside the site. */
export function startIndex(environment: Record<string, string>): ChildProcess {
  const heap = [`--max-old-space-size=${indexHeap()}`, "--max-semi-space-size=8"];
  return start([...heap, join(root, "site", "index.ts")], environment);
}

/** Starts what is done after Astro's pages and the index. */
export function startFinish(environment: Record<string, string>): ChildProcess {
  return start([join(root, "site", "finish.ts")], environment);
}

/**
 * Each thread of a program would else keep a pool of freed memory for itself (glibc), and the bundler all of what it took
 * (mimalloc), a pool for each of its threads.
 */
const LESS_MEMORY = { MALLOC_ARENA_MAX: "2", MIMALLOC_PURGE_DELAY: "0", ROLLDOWN_WORKER_THREADS: "1" };

/** Each process and thread would else compile the same modules once more; Node keeps what it made by their content. */
const LESS_COMPILING = { NODE_COMPILE_CACHE: join(cacheFolderOf(root), "compiled") };

function start(
  args: readonly string[],
  environment: Record<string, string>,
  more: readonly "ipc"[] = [],
): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit", ...more],
    env: {
      ...LESS_COMPILING,
      ...process.env,
      ...environment,
      ASTRO_TELEMETRY_DISABLED: "1",
      ...LESS_MEMORY,
    },
  });
}

/** The exit code of a process once it has ended; 1 where a signal ended it. */
export function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}
