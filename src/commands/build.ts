/**
 * `gongbao build`: every seed to `content/<issue id>/`, only what changed, all or nothing. Seeds that are new are
 * surveyed for what they have to be cited; then those are read that are new, or whose citations have other answers now.
 */
import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { serialize } from "node:v8";
import glob from "fast-glob";
import { addToIndex, answersAlike, type CorpusIndex, emptyIndex } from "../document/corpusIndex.ts";
import { exceptionsOf, NO_SETTINGS, type Settings } from "./configuration.ts";
import { InputError } from "./errors.ts";
import { type Hands, type Job, openHands, type Watch } from "./hands.ts";
import { type KeptIssues, openKeptIssues } from "./keptIssues.ts";
import { takeLock } from "./lock.ts";
import { commit, discard, openStage, recover, type Stage } from "./output.ts";
import { type BuildStep, type OnStep, watching } from "./progress.ts";
import { refuseErrors, refuseOrphans, refuseTwice, type Seed } from "./refuse.ts";
import type { Reading, Survey } from "./seed.ts";

/** Where a build reads and writes. */
export interface BuildFolders {
  seeds: string;
  content: string;
}

/** How a build goes about it; what it gives is the same. */
export interface BuildOptions {
  settings?: Settings;
  onStep?: OnStep;
  /** Stops the build, which then fails with its reason; content is as it was. */
  stop?: AbortSignal;
  /** How many threads read, 0 for none but the caller's; as many as are worth it where nothing is said. */
  threads?: number;
}

/** What the documents of issues may be cited by. */
function corpusOf(seeds: readonly Seed[]): CorpusIndex {
  const corpus = emptyIndex();
  for (const kind of ["notices", "appointments"] as const)
    for (const { survey } of seeds) for (const citable of survey.citables[kind]) addToIndex(corpus, citable);
  return corpus;
}

/** The gazette texts of a folder, in order of their names. */
export function seedsIn(folder: string): string[] {
  return glob.sync("*.txt", { cwd: folder, absolute: true }).sort();
}

const isIssueFolder = (name: string): boolean => /^\d{4}-\d{2}$/.test(name);

/** Issues of a content folder that have no seed any more. */
function issuesGone(content: string, seeds: readonly Seed[]): string[] {
  const ids = new Set(seeds.map(({ survey }) => survey.id));
  const present = existsSync(content) ? readdirSync(content).filter(isIssueFolder) : [];
  return present.filter((id) => !ids.has(id));
}

/** One build at work. */
interface Work {
  folders: BuildFolders;
  settings: Settings;
  hands: Hands;
  kept: KeptIssues;
  watch: (phase: "survey" | "read", jobs: readonly Job[], later: readonly Job[]) => Watch;
  stop: AbortSignal | undefined;
}

/** Goes through items, hearing between any two whether to stop. */
async function* heeding<Item>(items: readonly Item[], stop: AbortSignal | undefined): AsyncGenerator<Item> {
  for (const item of items) {
    await setImmediate();
    stop?.throwIfAborted();
    yield item;
  }
}

/** What is known of all seeds, those surveyed that are new. */
async function learn(
  paths: readonly string[],
  { hands, kept, settings, watch, stop }: Work,
): Promise<Seed[]> {
  const known = new Map<string, Reading | null>();
  for await (const path of heeding(paths, stop)) known.set(path, kept.find(path, settings));
  const jobs = paths.map((path): Job => ({ path, bytes: statSync(path).size }));
  const fresh = jobs.filter(({ path }) => !known.get(path));
  const surveys = await hands.survey(fresh, watch("survey", fresh, fresh));
  const surveyed = new Map(fresh.map(({ path }, at) => [path, surveys[at]]));
  return jobs.map((job) => {
    const reading = known.get(job.path) ?? null;
    return { ...job, known: reading, survey: reading ?? (surveyed.get(job.path) as Survey) };
  });
}

/** Seeds that must be read: what is kept of the others is what reading them would give, and content has it. */
async function dueOf(
  seeds: readonly Seed[],
  corpus: CorpusIndex,
  { folders, kept, stop }: Work,
): Promise<Seed[]> {
  const due: Seed[] = [];
  for await (const seed of heeding(seeds, stop)) {
    const { known } = seed;
    const holds =
      known !== null &&
      answersAlike(corpus, known.lookups) &&
      known.digest === kept.digestOf(join(folders.content, known.id));
    if (!holds) due.push(seed);
  }
  return due;
}

/** Reads seeds; what changed is staged. */
async function readSeeds(
  due: readonly Seed[],
  corpus: CorpusIndex,
  { work }: Stage,
  { folders: { content }, hands, kept, settings, watch }: Work,
): Promise<Reading[]> {
  const file = join(work, "corpus");
  writeFileSync(file, serialize(corpus));
  const { begun, done } = watch("read", due, []);
  const readings = await hands.read(
    due,
    { content, work, corpus: file, settings },
    {
      begun,
      done: (job, reading) => {
        kept.add(job.path, reading);
        done(job, reading);
      },
    },
  );
  refuseErrors(readings);
  return readings;
}

/** Reads seeds, and puts what changed in place of what was there, and of issues that are gone. */
async function replaceIssues(
  due: readonly Seed[],
  gone: string[],
  corpus: CorpusIndex,
  work: Work,
): Promise<Reading[]> {
  if (due.length === 0 && gone.length === 0) return [];
  const stage = openStage(work.folders.content);
  let readings: Reading[];
  try {
    readings = await readSeeds(due, corpus, stage, work);
  } catch (error) {
    // Threads may write still.
    await work.hands.close();
    discard(stage);
    throw error;
  }
  const write = readings.filter(({ changed }) => changed).map(({ id }) => id);
  if (write.length > 0 || gone.length > 0) commit(stage, { write, remove: gone });
  else discard(stage);
  return readings;
}

async function buildAll(paths: readonly string[], work: Work): Promise<BuildStep[]> {
  const { folders, settings } = work;
  const seeds = await learn(paths, work);
  refuseTwice(seeds);
  const corpus = corpusOf(seeds);
  refuseOrphans(folders.seeds, seeds);
  const due = await dueOf(seeds, corpus, work);
  const readings = await replaceIssues(due, issuesGone(folders.content, seeds), corpus, work);
  // So that nobody after this reads them for their sums.
  for (const { id } of readings) work.kept.digestOf(join(folders.content, id));
  const read = new Map(due.map(({ path }, at) => [path, readings[at]]));
  return seeds.map(({ path, known }): BuildStep => {
    const now = read.get(path);
    const { id, messages, excused } = now ?? (known as Reading);
    const exceptions = exceptionsOf(settings, id);
    for (const at of excused) if (exceptions[at]) exceptions[at].used = true;
    return { issue: id, file: basename(path), changed: now?.changed ?? false, messages };
  });
}

/**
 * Builds the content of all seeds while the caller holds the lock of the content folder.
 * @throws InputError for bad input; content is then as it was
 */
export async function buildContent(
  folders: BuildFolders,
  { settings = NO_SETTINGS, onStep = () => {}, stop, threads }: BuildOptions = {},
): Promise<BuildStep[]> {
  const { seeds, content } = folders;
  recover(content);
  const paths = seedsIn(seeds);
  if (paths.length === 0) throw new InputError(seeds, "这里没有公报文本（*.txt）", "请把公报文本放进来");
  const hands = openHands(threads, stop);
  const kept = openKeptIssues(seeds);
  let whole = false;
  try {
    const steps = await buildAll(paths, { folders, settings, hands, kept, watch: watching(onStep), stop });
    whole = true;
    return steps;
  } finally {
    await hands.close();
    kept.close(whole);
  }
}

/** Builds the content of all seeds. @throws InputError for bad input or a second build; content is then as it was */
export async function buildCommand(folders: BuildFolders, options: BuildOptions): Promise<BuildStep[]> {
  const release = takeLock(folders.content);
  try {
    return await buildContent(folders, options);
  } finally {
    release();
  }
}
