/** What the search has of issues comes out the same, however much of it was kept. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { documentsFrom, readFiles } from "../../site/documents.ts";
import { readIssues } from "../../site/finishing/issues.ts";
import type { Cache } from "../../src/cache/cache.ts";
import { hashOf } from "../../src/export/hash.ts";
import type { Cut } from "../../src/search/tokens.ts";

test("issues are kept while they and the way of cutting stay, and made again where what was kept is damaged", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "gongbao-search-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const printed = [...readFiles("2021-03")];
  const archive = new Map([
    ["2021-03", printed],
    ["2021-01", printed.map((text) => text.replaceAll("2021-03", "2021-01"))],
  ]);
  const issuesFrom = (cache: Cache, cut: Cut) => {
    let readings = 0;
    const files = {
      digestOf: (id: string) => hashOf(String(archive.get(id))),
      documentsOf: (id: string) => {
        readings += 1;
        return documentsFrom(archive.get(id) ?? []);
      },
    };
    return { issues: readIssues(cache, [...archive.keys()], files, () => cut), readings };
  };
  const cache: Cache = { folder: path.join(folder, "cache"), version: "1" };
  const expectClean = (cut: Cut) => {
    const clean: Cache = { folder: mkdtempSync(path.join(folder, "clean-")), version: "1" };
    const { issues, readings } = issuesFrom(cache, cut);
    expect(issues).toEqual(issuesFrom(clean, cut).issues);
    expect(readdirSync(cache.folder)).toEqual(readdirSync(clean.folder));
    return readings;
  };

  expectClean("characters");
  const made = readdirSync(cache.folder);
  const [first, second] = made.map((file) => readFileSync(path.join(cache.folder, file)));
  expect(expectClean("characters")).toBe(0);
  // What was cut in another way is read again.
  expect(expectClean("pairs")).toBe(2);
  expect(expectClean("characters")).toBe(2);
  expect(made.map((file) => readFileSync(path.join(cache.folder, file)))).toEqual([first, second]);

  truncateSync(path.join(cache.folder, made[0] as string), 1000);
  expectClean("characters");
  archive.set(
    "2021-01",
    (archive.get("2021-01") ?? []).map((text) => text.replaceAll("工作", "任务")),
  );
  expectClean("characters");
  expect(readdirSync(cache.folder)).toContain(made.find((file) => file.startsWith("search-2021-03")));
  archive.delete("2021-03");
  expectClean("characters");
});
