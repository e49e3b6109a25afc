/** `npm run bench`: text to typed documents, on an issue and on a hundred of its length, beside remark-parse. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { readGazette } from "../src/pipeline.ts";

const ROOT = join(import.meta.dirname, "..");
const SEED = join(ROOT, "seeds", "2021-03.txt");
const MANY = 100;

/** What one measured run tells: milliseconds, and the peak of resident memory in bytes. */
interface Run {
  milliseconds: number;
  /** Peak of resident memory, and what the process held of it before it read the text. */
  peak: number;
  base: number;
  bytes: number;
}

/** The seed's documents `count` times under one masthead. */
function repeated(count: number): Buffer {
  const seed = readFileSync(SEED, "utf8");
  const lines = seed.split("\n");
  const number = lines.findIndex((line) => /^\S{2,8}〔\d{4}〕\d+号$/.test(line));
  const head = lines.slice(0, number - 2).join("\n");
  const body = lines.slice(number - 2).join("\n");
  return Buffer.from(`${head}\n${`${body}\n\n`.repeat(count)}`);
}

function measure(task: string, bytes: Buffer): Run {
  const base = process.memoryUsage.rss() - bytes.length;
  const run = (): unknown =>
    task === "gongbao"
      ? readGazette(bytes, "bench.txt")
      : unified().use(remarkParse).parse(bytes.toString("utf8"));
  const isShort = bytes.length < 1e6;
  if (isShort) for (let warm = 0; warm < 15; warm++) run();
  const times = Array.from({ length: isShort ? 21 : 1 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const milliseconds = times[Math.floor(times.length / 2)] as number;
  return { milliseconds, peak: process.resourceUsage().maxRSS * 1024, base, bytes: bytes.length };
}

/** Measures in a process of its own, so that peaks do not mix, with the memory that `npm run gongbao` gives. */
function inChild(task: string, count: number): Run {
  const child = spawnSync(
    process.execPath,
    ["--max-semi-space-size=32", import.meta.filename, task, String(count)],
    {
      encoding: "utf8",
      maxBuffer: 1 << 26,
    },
  );
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as Run;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function report(): void {
  const runs = ["gongbao", "remark-parse"].flatMap((task) =>
    [1, MANY].map((count) => ({ task, count, ...inChild(task, count) })),
  );
  for (const { task, count, milliseconds, bytes, peak } of runs)
    console.log(
      `${task.padEnd(14)} ×${String(count).padEnd(4)} ${milliseconds.toFixed(0).padStart(7)} ms  ${(bytes / 1e3 / milliseconds).toFixed(2).padStart(7)} MB/s  peak ${megabytes(peak)}`,
    );
  const [one, many, remarkOne, remarkMany] = runs as unknown as [Run, Run, Run, Run];
  const perByte = (run: Run): number => run.milliseconds / run.bytes;
  console.log(
    `throughput against remark-parse: ×1 ${(perByte(remarkOne) / perByte(one)).toFixed(1)}, ×${MANY} ${(perByte(remarkMany) / perByte(many)).toFixed(1)} (aim 10, at least 3)`,
  );
  console.log(
    `time per byte at ×${MANY} against ×1: ${(perByte(many) / perByte(one)).toFixed(2)} (at most 1.2)`,
  );
  console.log(
    `peak memory at ×${MANY}: ${((many.peak - many.base) / many.bytes).toFixed(1)} × the text (at most 20), ${(many.peak / many.bytes).toFixed(1)} with the ${megabytes(many.base)} that the program itself takes`,
  );
}

const [task, count] = process.argv.slice(2);
if (task === undefined) report();
else console.log(JSON.stringify(measure(task, repeated(Number(count)))));
