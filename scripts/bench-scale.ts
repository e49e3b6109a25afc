/**
 * `npm run bench:scale -- [1 10 100 …]`: what an archive of so many issues costs, each part in processes of its own: time, peak
 * memory, and the growth from size to size against linear. `--parts parse,corpus` measures some of them only.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import glob from "fast-glob";
import { type AnyDocument, schemas } from "../src/document/schema.ts";
import { contextOf } from "../src/export/context.ts";
import type { ExportContext, ExportFile, MadeFile } from "../src/export/format.ts";
import { exportEach } from "../src/export/index.ts";
import { searchIssues } from "../src/search/issues.ts";
import { collectRecords } from "../src/search/records.ts";
import { writeSearch } from "../src/search/write.ts";
import { writeArchive } from "./archive.ts";
import { buildWithHugo, hasHugo, parseWithRemark, writeHugoSource } from "./scale/rival.ts";

const ROOT = join(import.meta.dirname, "..");

/** The folders of one archive. */
interface Folders {
  seeds: string;
  content: string;
  dist: string;
  /** What the parts that are measured alone write. */
  aside: string;
  /** Where Hugo makes the same pages. */
  hugo: string;
  cache: string;
}

/** What the documents of a content folder make; the parts read it themselves, as the build does. */
function readContext(content: string): ExportContext {
  const documents = glob.sync("*/**/*.json", { cwd: content, absolute: true }).map((file): AnyDocument => {
    const data = JSON.parse(readFileSync(file, "utf8")) as { type: keyof typeof schemas };
    return schemas[data.type].parse(data);
  });
  const licence = { text: "", url: null };
  return contextOf(documents, { publication: { name: "公报", publisher: "", description: "", licence } });
}

/** Each file goes once it is written, as in a build. */
async function writeData(context: ExportContext, folder: string): Promise<void> {
  const keep = ({ body, ...file }: ExportFile & MadeFile): MadeFile => {
    mkdirSync(dirname(join(folder, file.path)), { recursive: true });
    writeFileSync(join(folder, file.path), body);
    return file;
  };
  await exportEach(context, keep, new Map());
}

/** Parts that a process of this script measures alone. */
const ALONE: Record<string, (folders: Folders) => unknown> = {
  corpus: ({ content }) => readContext(content),
  data: ({ content, aside }) => writeData(readContext(content), aside),
  search: ({ content, aside }) =>
    writeSearch(searchIssues(collectRecords(readContext(content).gazette)), aside),
  others: async ({ seeds, hugo }) => {
    parseWithRemark(seeds);
    await buildWithHugo(hugo);
  },
};

/** `whole` is what `npm run build` does, `others` what remark-parse, Hugo and Pagefind need for the same texts and pages. */
const PARTS = ["parse", "corpus", "data", "search", "whole", "others"];

/** These read what `parse` makes: without it they would measure an empty folder. */
const READING = new Set(["corpus", "data", "search"]);

/** The share of the machine's memory that the heap of a part may have. */
const MOST_MEMORY = 0.75;

/** What is run for a part. */
function commandOf(part: string, folders: Folders): string[] {
  if (part === "parse")
    return [
      "--max-semi-space-size=32",
      join(ROOT, "src/commands/main.ts"),
      "build",
      `--seeds=${folders.seeds}`,
      `--content=${folders.content}`,
    ];
  if (part === "whole") return [join(ROOT, "scripts/build.ts")];
  // Node's own limit is less than a thousand issues need.
  const heap = Math.round((MOST_MEMORY * totalmem()) / 2 ** 20);
  return [`--max-old-space-size=${heap}`, import.meta.filename, "--alone", part, JSON.stringify(folders)];
}

/** What one measured run tells; of all its processes together, where the system says it, processor time and peak memory. */
interface Run {
  milliseconds: number;
  processor: number | null;
  /** Resident memory in bytes. */
  peak: number | null;
}

/** Looks at memory so often, in milliseconds. */
const LOOK = 100;

/** Ticks of Linux's clock in a second. */
const TICKS = 100;
const PAGE = 4096;

/**
 * Resident memory of a process and of those it started, from Linux's /proc, what they share of files (the program itself)
 * counted once; notes their milliseconds of processor.
 */
function look(root: number, processor: Map<number, number>): number {
  const parents = new Map<number, number>();
  const seen = new Map<number, { memory: number; shared: number; milliseconds: number }>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      parents.set(Number(name), Number(fields[1]));
      const ticks = Number(fields[11]) + Number(fields[12]);
      const [, resident = 0, shared = 0] = readFileSync(`/proc/${name}/statm`, "utf8").split(" ").map(Number);
      seen.set(Number(name), {
        memory: (resident - shared) * PAGE,
        shared: shared * PAGE,
        milliseconds: (ticks / TICKS) * 1000,
      });
    } catch {
      // It has ended meanwhile.
    }
  }
  const isOwn = (id: number): boolean => id === root || (parents.has(id) && isOwn(parents.get(id) ?? 0));
  const own = [...seen].filter(([id]) => isOwn(id));
  for (const [id, { milliseconds }] of own) processor.set(id, milliseconds);
  const most = own.reduce((largest, [, { shared }]) => Math.max(largest, shared), 0);
  return own.reduce((sum, [, { memory }]) => sum + memory, most);
}

function measure(part: string, folders: Folders): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, commandOf(part, folders), {
      cwd: ROOT,
      stdio: ["ignore", "ignore", "pipe"],
      env: {
        ...process.env,
        GONGBAO_SEEDS: folders.seeds,
        GONGBAO_CONTENT: folders.content,
        GONGBAO_DIST: folders.dist,
        GONGBAO_CACHE: folders.cache,
        ASTRO_TELEMETRY_DISABLED: "1",
        NODE_ENV: "production",
      },
    });
    let told = "";
    child.stderr.on("data", (data: Buffer) => {
      told += data.toString();
    });
    let peak = 0;
    const processor = new Map<number, number>();
    const watch = (): void => {
      peak = Math.max(peak, look(child.pid as number, processor));
    };
    const looking = process.platform === "linux" ? setInterval(watch, LOOK) : undefined;
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(looking);
      const spent = [...processor.values()].reduce((sum, one) => sum + one, 0);
      if (code === 0)
        resolve({
          milliseconds: performance.now() - start,
          processor: looking ? spent : null,
          peak: looking ? peak : null,
        });
      else reject(new Error(`${part}: ${told}`));
    });
  });
}

const cells = [8, 9, 10, 13, 10, 10];
const row = (...texts: string[]): void =>
  console.log(texts.map((text, at) => text.padStart(cells[at] ?? 0)).join(""));

/**
 * How much more than linear a part grew since the size before, in processor time where it is known: what else the
 * machine does weighs less on it. What starts a part counts with it.
 */
function growth(run: Run, before: { size: number; run: Run } | undefined, size: number): string {
  if (before === undefined) return "–";
  const cost = ({ processor, milliseconds }: Run): number => processor ?? milliseconds;
  return (cost(run) / cost(before.run) / (size / before.size)).toFixed(2);
}

async function report(sizes: readonly number[], parts: readonly string[], within: string): Promise<void> {
  console.log(`${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.version}`);
  row("issues", "part", "seconds", "processor s", "× linear", "peak MB");
  const before = new Map<string, { size: number; run: Run }>();
  for (const size of sizes) {
    const inside = (name: string): string => join(within, String(size), name);
    const names = ["seeds", "content", "dist", "aside", "hugo", "cache"] as const;
    const folders = Object.fromEntries(names.map((name) => [name, inside(name)])) as unknown as Folders;
    const bytes = writeArchive(size, folders.seeds);
    mkdirSync(folders.content);
    const runs = new Map<string, Run>();
    for (const part of parts) {
      if (part === "whole")
        for (const name of ["content", "dist", "cache"])
          rmSync(inside(name), { recursive: true, force: true });
      if (part === "others") {
        if (!hasHugo()) {
          console.log(
            `${String(size).padStart(8)}    others: no hugo on this machine (Debian: apt-get install hugo)`,
          );
          continue;
        }
        writeHugoSource(folders.dist, folders.hugo);
      }
      const run = await measure(part, folders);
      runs.set(part, run);
      row(
        String(size),
        part,
        (run.milliseconds / 1000).toFixed(1),
        run.processor === null ? "–" : (run.processor / 1000).toFixed(1),
        growth(run, before.get(part), size),
        run.peak === null ? "–" : (run.peak / 1e6).toFixed(0),
      );
      before.set(part, { size, run });
    }
    console.log(against(runs.get("whole"), runs.get("others")));
    console.log(`        ${(bytes / 1e6).toFixed(1)} MB of text; ${said(folders)}`);
    rmSync(inside(""), { recursive: true });
  }
}

/** The whole as a multiple of what others need. */
function against(whole: Run | undefined, others: Run | undefined): string {
  if (whole === undefined || others === undefined) return "";
  const processor = (whole.processor ?? Number.NaN) / (others.processor ?? Number.NaN);
  return `        whole / others: ${(whole.milliseconds / others.milliseconds).toFixed(2)} in time, ${processor.toFixed(2)} in processor time`;
}

/** What came of it: files, pages, bytes. */
function said({ content, dist }: Folders): string {
  const under = (folder: string): { files: string[]; bytes: number } => {
    const files = glob.sync("**", { cwd: folder, absolute: true });
    return { files, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) };
  };
  const [read, made] = [under(content), under(dist)];
  const pages = made.files.filter((file) => file.endsWith(".html")).length;
  return `content ${(read.bytes / 1e6).toFixed(0)} MB; site ${made.files.length} files, ${pages} pages, ${(made.bytes / 1e6).toFixed(0)} MB`;
}

const { values, positionals } = parseArgs({
  options: { parts: { type: "string", default: PARTS.join() }, alone: { type: "string" } },
  allowPositionals: true,
});
if (values.alone === undefined) {
  const parts = values.parts.split(",");
  if (!parts.includes("parse") && parts.some((part) => READING.has(part))) parts.unshift("parse");
  const within = mkdtempSync(join(tmpdir(), "gongbao-scale-"));
  const sizes = positionals.length === 0 ? [1, 10, 100] : positionals.map(Number);
  try {
    await report(sizes, parts, within);
  } finally {
    rmSync(within, { recursive: true });
  }
} else await ALONE[values.alone]?.(JSON.parse(positionals[0] ?? "") as Folders);
