/** A build after one issue was edited, and one made in parts, give the bytes of a build from nothing. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { drawGazette } from "../../scripts/generator/compose/gazette.ts";
import { printGazette } from "../../scripts/generator/print.ts";
import { PLACES, type Place } from "../../scripts/generator/words.ts";
import { filesUnder } from "../../src/commands/output.ts";

const project = join(import.meta.dirname, "../..");

test("a build with what the last one kept, and one of parts, give the same bytes as one from nothing", () => {
  // Within the checkout, where Astro finds what its pages import.
  const root = mkdtempSync(join(project, "node_modules/.test-again-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const seeds = join(root, "seeds");
  const build = (name: string, ...args: string[]): void => {
    const place = (folder: string): string => join(root, name, folder);
    mkdirSync(place("content/pages"), { recursive: true });
    const { status, stderr } = spawnSync(process.execPath, [join(project, "scripts/build.ts"), ...args], {
      cwd: project,
      encoding: "utf8",
      env: {
        ...process.env,
        NODE_ENV: undefined,
        VITEST: undefined,
        GONGBAO_SEEDS: seeds,
        GONGBAO_CONTENT: place("content"),
        GONGBAO_PAGES: place("content/pages"),
        GONGBAO_DIST: place("dist"),
        GONGBAO_CACHE: place("cache"),
      },
    });
    expect(status, stderr).toBe(0);
  };
  // Of two years, so that each part has pages.
  mkdirSync(seeds);
  for (const year of [2021, 2022]) {
    const edition = { place: PLACES[0] as Place, year, number: 1, issues: 4, serial: year, notices: 4 };
    writeFileSync(join(seeds, `${year}-01.txt`), printGazette(drawGazette(year, edition)).bytes);
  }
  build("kept");
  const edited = join(seeds, "2022-01.txt");
  const bytes = readFileSync(edited);
  const at = bytes.lastIndexOf("工作");
  expect(at).toBeGreaterThan(0);
  writeFileSync(
    edited,
    Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from("任务"),
      bytes.subarray(at + Buffer.byteLength("工作")),
    ]),
  );
  build("kept");
  build("clean");
  for (const shard of ["1/2", "2/2"]) build("parts", "--shard", shard);
  build("parts", "--join", "2");
  for (const name of ["kept", "parts"])
    for (const part of ["content", "dist"]) {
      const [made, clean] = [join(root, name, part), join(root, "clean", part)];
      const files = filesUnder(clean);
      expect(filesUnder(made)).toEqual(files);
      const unlike = files.filter(
        (file) => !readFileSync(join(made, file)).equals(readFileSync(join(clean, file))),
      );
      expect(unlike, name).toEqual([]);
    }
}, 600_000);
