/** A build after one issue was edited gives the bytes of a build from nothing. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeArchive } from "../../scripts/archive.ts";
import { filesUnder } from "../../src/commands/output.ts";

const project = join(import.meta.dirname, "../..");

test("a build with what the last one kept gives the same bytes as one without", () => {
  // Within the checkout, where Astro finds what its pages import.
  const root = mkdtempSync(join(project, "node_modules/.test-again-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const seeds = join(root, "seeds");
  const build = (name: string): void => {
    const place = (folder: string): string => join(root, name, folder);
    mkdirSync(place("content/pages"), { recursive: true });
    const { status, stderr } = spawnSync(process.execPath, [join(project, "scripts/build.ts")], {
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
  writeArchive(2, seeds);
  build("kept");
  const edited = join(seeds, "2001-02.txt");
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
  for (const part of ["content", "dist"]) {
    const [kept, clean] = [join(root, "kept", part), join(root, "clean", part)];
    const files = filesUnder(clean);
    expect(filesUnder(kept)).toEqual(files);
    const unlike = files.filter(
      (file) => !readFileSync(join(kept, file)).equals(readFileSync(join(clean, file))),
    );
    expect(unlike).toEqual([]);
  }
}, 600_000);
