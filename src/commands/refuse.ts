/** What ends a build although each seed can be read. */
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { InputError } from "./errors.ts";
import type { Job } from "./hands.ts";
import { ERRATA_ENDING } from "./readFile.ts";
import type { Reading, Survey } from "./seed.ts";

/** A seed with what is known of it: what an earlier build kept, or what was surveyed now. */
export interface Seed extends Job {
  known: Reading | null;
  survey: Survey;
}

/** Two files of one issue are an error; the second is named. */
export function refuseTwice(seeds: readonly Seed[]): void {
  const seen = new Map<string, string>();
  for (const { path, survey } of seeds) {
    const first = seen.get(survey.id);
    if (first !== undefined)
      throw new InputError(
        path,
        ["与 {0} 是同一期（{1}）", basename(first), survey.id],
        "请留下一个，或改正其中一个的期号",
        1,
      );
    seen.set(survey.id, path);
  }
}

/** Errata that no seed has read would be lost in silence. */
export function refuseOrphans(folder: string, seeds: readonly Seed[]): void {
  const read = new Set(
    seeds.flatMap(({ survey }) => survey.errata.filter(({ hash }) => hash !== null).map(({ name }) => name)),
  );
  const orphan = readdirSync(folder).find((name) => name.endsWith(ERRATA_ENDING) && !read.has(name));
  if (orphan === undefined) return;
  throw new InputError(
    join(folder, orphan),
    "这个勘误文件没有对应的公报",
    "请按公报文件或期号命名，例如 2021-03.errata.yaml",
  );
}

/** Errors in what was read end the build; the first is told. */
export function refuseErrors(readings: readonly Reading[]): void {
  const errors = [...readings.map(({ error }) => error), ...readings.map(({ misfit }) => misfit)];
  const first = errors.find((error) => error !== null);
  if (first) throw new InputError(first.place, first.what, first.advice);
}
