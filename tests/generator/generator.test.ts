/** The parser reads synthetic gazettes back: each kind of fact, over gazettes it was not written with. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { writeArchive } from "../../scripts/archive.ts";
import { drawGazette } from "../../scripts/generator/compose/gazette.ts";
import { printGazette } from "../../scripts/generator/print.ts";
import { add, type Score } from "../../scripts/generator/score/tally.ts";
import { scoreGazette } from "../../scripts/generator/score.ts";
import { readGazette } from "../../src/pipeline.ts";

/** The product's goal: of every kind of fact, this share is read right. */
const BAR = 0.99;
/** Facts that no gazette may get wrong, whatever it looks like. */
const ALWAYS = ["parse", "coverage", "unparse"];
const GAZETTES = 40;

describe("the generator", () => {
  it("draws and prints the same gazette from the same seed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const [first, second] = [drawGazette(seed), drawGazette(seed)];
        expect(second).toEqual(first);
        expect(printGazette(second).text).toBe(printGazette(first).text);
      }),
      { numRuns: 10 },
    );
  });

  it("draws another gazette from another seed", () => {
    expect(printGazette(drawGazette(2)).text).not.toBe(printGazette(drawGazette(1)).text);
  });
});

describe("the archive", () => {
  const folder = mkdtempSync(join(tmpdir(), "gongbao-archive-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("writes the issues of one county, which follow on one another, always the same", () => {
    const [first, second] = ["first", "second"].map((name) => join(folder, name)) as [string, string];
    expect(writeArchive(5, first)).toBe(writeArchive(5, second));
    const names = readdirSync(first).sort();
    expect(names).toEqual(["2001-01.txt", "2001-02.txt", "2001-03.txt", "2001-04.txt", "2002-01.txt"]);
    const issues = names.map((name) => {
      const bytes = readFileSync(join(first, name));
      expect(readFileSync(join(second, name)).equals(bytes)).toBe(true);
      return readGazette(bytes, name).compiled.issue;
    });
    expect(issues.map(({ id, serial }) => `${id}.txt ${serial}`)).toEqual(
      names.map((name, at) => `${name} ${at + 1}`),
    );
    expect(new Set(issues.map(({ title }) => title)).size).toBe(1);
    for (const { documents } of issues) expect(documents.length).toBeGreaterThan(20);
  });
});

describe("the parser, on synthetic gazettes", () => {
  const total: Score = {};
  for (let seed = 1; seed <= GAZETTES; seed++) {
    const gazette = drawGazette(seed);
    add(total, scoreGazette(gazette, printGazette(gazette)));
  }

  it.each(Object.keys(total).sort())("reads: %s", (kind) => {
    const { asked, right, wrong } = total[kind] ?? { asked: 0, right: 0, wrong: [] };
    // A kind asked few times may not lose its bar to one fact.
    const allowed = ALWAYS.includes(kind) ? 0 : Math.max(1, Math.floor(asked * (1 - BAR)));
    expect(asked - right, JSON.stringify(wrong.slice(0, 3), null, 2)).toBeLessThanOrEqual(allowed);
  });

  it("never crashes and loses nothing, whatever the seed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 1_000_000 }), (seed) => {
        const gazette = drawGazette(seed);
        const score = scoreGazette(gazette, printGazette(gazette));
        for (const kind of ALWAYS) expect(score[kind]?.wrong ?? []).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
