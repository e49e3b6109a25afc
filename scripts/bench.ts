/**
 * `npm run bench`: text to typed documents, and to documents and report, on an issue and on a hundred of its length,
 * beside remark-parse.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { compileFile, openFile, readGazette } from "../src/pipeline.ts";

const ROOT = join(import.meta.dirname, "..");
const SEED = join(ROOT, "seeds", "2021-03.txt");
const MANY = 100;
/** Runs before those that are timed: what is measured is a program that has been reading for a while. */
const WARM = 60;

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

/** What is measured: bytes to a tree of Markdown, to documents, and to documents with all that is doubted in them. */
const TASKS: Readonly<Record<string, (bytes: Buffer) => unknown>> = {
  "remark-parse": (bytes) => unified().use(remarkParse).parse(bytes.toString("utf8")),
  documents: (bytes) => compileFile(openFile(bytes, "bench.txt")),
  "and report": (bytes) => readGazette(bytes, "bench.txt"),
};

function measure(task: string, bytes: Buffer): Run {
  const base = process.memoryUsage.rss() - bytes.length;
  const run = (): unknown => TASKS[task]?.(bytes);
  const isShort = bytes.length < 1e6;
  if (isShort) for (let warm = 0; warm < WARM; warm++) run();
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

const perByte = ({ milliseconds, bytes }: Run): number => milliseconds / bytes;

function report(): void {
  const measured = Object.keys(TASKS).map((task) => {
    const [one, many] = [1, MANY].map((count) => {
      const run = inChild(task, count);
      console.log(
        `${task.padEnd(14)} ×${String(count).padEnd(4)} ${run.milliseconds.toFixed(0).padStart(7)} ms  ${(1 / 1e3 / perByte(run)).toFixed(2).padStart(7)} MB/s  peak ${megabytes(run.peak)}`,
      );
      return run;
    }) as [Run, Run];
    return { task, one, many };
  });
  const [remark, ...ours] = measured as [(typeof measured)[number], ...typeof measured];
  for (const { task, one, many } of ours) {
    console.log(`\n${task}`);
    console.log(
      `  throughput against remark-parse: ×1 ${(perByte(remark.one) / perByte(one)).toFixed(1)}, ×${MANY} ${(perByte(remark.many) / perByte(many)).toFixed(1)} (aim 10, at least 3)`,
    );
    console.log(
      `  time per byte at ×${MANY} against ×1: ${(perByte(many) / perByte(one)).toFixed(2)} (at most 1.2)`,
    );
    console.log(
      `  peak memory at ×${MANY}: ${((many.peak - many.base) / many.bytes).toFixed(1)} × the text (at most 20), ${(many.peak / many.bytes).toFixed(1)} with the ${megabytes(many.base)} that the program itself takes`,
    );
  }
}

const [task, count] = process.argv.slice(2);
if (task === undefined) report();
else console.log(JSON.stringify(measure(task, repeated(Number(count)))));
