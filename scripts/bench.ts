/**
 * `npm run bench`: text to typed documents, and to documents and report, on an issue and on a hundred of its length,
 * beside remark-parse. All are measured alike, each in processes of its own and in turns, at the state in which times
 * settle. Only where a hundred issues take half a minute are they read once; what memory they take is of the first run.
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
/** How often every task is measured on one issue; the round that was disturbed least counts. */
const ROUNDS = 3;
/** Runs whose median is one measurement. */
const BLOCK = 40;
/** Times have settled when so many blocks on end bring no median below the best. */
const PATIENCE = 6;

/** A hundred issues are read again, until that is no faster, unless the first run took so many milliseconds. */
const LONG = 30_000;

/** What one measured run tells: milliseconds, and the peak of resident memory in bytes. */
interface Run {
  milliseconds: number;
  /** Milliseconds that all threads of the process worked meanwhile: what others do on the machine is not in it. */
  worked: number;
  /** Runs before times had settled. */
  runs: number;
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
  const isShort = bytes.length < 1e6;
  const count = isShort ? BLOCK : 1;
  const block = (): Pick<Run, "milliseconds" | "worked"> => {
    const before = process.cpuUsage();
    const times = Array.from({ length: count }, () => {
      const start = performance.now();
      TASKS[task]?.(bytes);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    const { user, system } = process.cpuUsage(before);
    return { milliseconds: times[Math.floor(count / 2)] as number, worked: (user + system) / 1000 / count };
  };
  let best = block();
  let runs = count;
  // Runs after the first hold what those before left to be collected: the first tells how much one takes.
  const firstPeak = process.resourceUsage().maxRSS * 1024;
  const patience = isShort ? PATIENCE : best.milliseconds < LONG ? 1 : 0;
  for (let since = 0; since < patience; since++) {
    const next = block();
    runs += count;
    if (next.milliseconds >= best.milliseconds) continue;
    best = next;
    since = -1;
  }
  const peak = isShort ? process.resourceUsage().maxRSS * 1024 : firstPeak;
  return { ...best, runs, peak, base, bytes: bytes.length };
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

function show(task: string, count: number, run: Run): void {
  const time = run.milliseconds.toFixed(count === 1 ? 1 : 0).padStart(8);
  const speed = (1 / 1e3 / perByte(run)).toFixed(2).padStart(7);
  console.log(
    `${task.padEnd(14)} ×${String(count).padEnd(4)} ${time} ms  ${speed} MB/s  CPU ${run.worked.toFixed(0)} ms  peak ${megabytes(run.peak)}  ${run.runs} ${run.runs === 1 ? "run" : "runs"}`,
  );
}

/** Measures every task on one issue, in turns, and gives the fastest round of each. */
function measureOne(tasks: readonly string[]): Run[] {
  console.log(
    `×1: median of ${BLOCK} runs where times have settled (${PATIENCE} blocks bring no better); best of ${ROUNDS} rounds in turns`,
  );
  const best: (Run | undefined)[] = tasks.map(() => undefined);
  for (let round = 0; round < ROUNDS; round++)
    tasks.forEach((task, index) => {
      const run = inChild(task, 1);
      show(task, 1, run);
      if (run.milliseconds < (best[index]?.milliseconds ?? Number.POSITIVE_INFINITY)) best[index] = run;
    });
  return best as Run[];
}

function report(): void {
  const tasks = Object.keys(TASKS);
  const ones = measureOne(tasks);
  const measured = tasks.map((task, index) => {
    const many = inChild(task, MANY);
    show(task, MANY, many);
    return { task, one: ones[index] as Run, many };
  });
  const [remark, ...ours] = measured as [(typeof measured)[number], ...typeof measured];
  for (const { task, one, many } of ours) {
    console.log(`\n${task}`);
    console.log(
      `  throughput against remark-parse: ×1 ${(perByte(remark.one) / perByte(one)).toFixed(1)}, ×${MANY} ${(perByte(remark.many) / perByte(many)).toFixed(1)} (aim 10, at least 3)`,
    );
    console.log(`  the same in CPU time: ×1 ${(remark.one.worked / one.worked).toFixed(1)}`);
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
