/** The manifest of the built site: every file is in it, and nothing of the build's own machine. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { run } from "../../src/commands/main.ts";
import { filesUnder } from "../../src/commands/output.ts";
import { type Manifest, manifestSchema } from "../../src/export/manifest.ts";
import { builtSite } from "./built.ts";

let dist = "";
let manifest: Manifest;
beforeAll(async () => {
  dist = await builtSite();
  manifest = manifestSchema.parse(JSON.parse(await readFile(path.join(dist, "data/manifest.json"), "utf8")));
});

async function verify(...args: string[]): Promise<{ code: number; out: string }> {
  let out = "";
  const code = await run(["verify", ...args], process.cwd(), {
    out: (text) => {
      out += text.toString();
    },
    err: (text) => {
      out += text;
    },
    isTerminal: false,
  });
  return { code, out };
}

test("lists every file of the site but itself, pages and search index included", () => {
  const listed = manifest.files.map(({ path: file }) => file);
  const there = filesUnder(dist).filter((file) => !file.startsWith("data/manifest."));
  expect(listed.toSorted()).toEqual(there.toSorted());
  expect(listed).toEqual(listed.toSorted());
  for (const file of ["index.html", "2021-03/index.html", "pagefind/pagefind.js", "data/2021-03/issue.json"])
    expect(listed).toContain(file);
});

test("names the source text as its issue does", async () => {
  const { source } = JSON.parse(await readFile("content/2021-03/issue.json", "utf8"));
  const bytes = (await readFile("seeds/2021-03.txt")).length;
  expect(manifest.sources).toEqual([{ issue: "2021-03", file: source.file, bytes, sha256: source.sha256 }]);
});

test("gongbao verify agrees with it, and sees one byte that is another", async () => {
  expect(await verify(dist, "--seeds", "seeds")).toMatchObject({ code: 0 });
  const copy = await mkdtemp(path.join(tmpdir(), "gongbao-verify-"));
  onTestFinished(() => rm(copy, { recursive: true, force: true }));
  await cp(dist, copy, { recursive: true });
  const page = path.join(copy, "2021-03/index.html");
  const bytes = await readFile(page);
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  await writeFile(page, bytes);
  const { code, out } = await verify(copy);
  expect(code).toBe(1);
  expect(out).toMatch(/^已改动：2021-03\/index.html/);
});
