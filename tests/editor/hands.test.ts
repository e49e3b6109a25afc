/** Whoever reads a seed, and whether it was kept since it was surveyed: what was read is the same. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serialize } from "node:v8";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeArchive } from "../../scripts/archive.ts";
import { NO_SETTINGS } from "../../src/commands/configuration.ts";
import { type Job, openHands } from "../../src/commands/hands.ts";
import type { Reading } from "../../src/commands/seed.ts";
import { addToIndex, emptyIndex } from "../../src/document/corpusIndex.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "gongbao-hands-"));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A megabyte and more: worth threads. */
const LARGE = 2_000_000;
/** More than a thread keeps. */
const HUGE = 40_000_000;

/** Surveys and reads seeds that are said to have so many bytes. */
async function readAll(seeds: string, threads: number | undefined, surveyed: number, read: number) {
  const jobs = (bytes: number): Job[] =>
    readdirSync(seeds)
      .sort()
      .map((name) => ({ path: join(seeds, name), bytes }));
  const hands = openHands(threads, undefined);
  const watch = { begun: () => {}, done: () => {} };
  const work = join(root, "work");
  const corpus = join(root, "corpus");
  try {
    const index = emptyIndex();
    const surveys = await hands.survey(jobs(surveyed), watch);
    for (const { citables } of surveys) for (const one of citables.notices) addToIndex(index, one);
    writeFileSync(corpus, serialize(index));
    const order = { content: join(root, "content"), work, corpus, settings: NO_SETTINGS };
    return await hands.read(jobs(read), order, watch);
  } finally {
    await hands.close();
    rmSync(work, { recursive: true, force: true });
  }
}

test("by this thread or by others, from what was kept or from the bytes again", async () => {
  const seeds = join(root, "seeds");
  mkdirSync(seeds);
  writeArchive(4, seeds);
  const first: Reading[] = await readAll(seeds, 0, 1, 1);
  expect(first.map(({ error, misfit }) => error ?? misfit)).toEqual([null, null, null, null]);
  expect(
    first.some(({ lookups }) => [...lookups.byNumber.values()].some((found) => found !== undefined)),
  ).toBe(true);
  expect(await readAll(seeds, 0, HUGE, 1)).toEqual(first);
  expect(await readAll(seeds, 2, 1, 1)).toEqual(first);
  expect(await readAll(seeds, 2, HUGE, 1)).toEqual(first);
  // The survey is worth no threads, the reading is.
  expect(await readAll(seeds, undefined, 1, LARGE)).toEqual(first);
});
