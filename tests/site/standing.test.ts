/** Which files of the search are taken over from the earlier site: those that would be written with the bytes that they have. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Standing } from "../../site/finishing/standing.ts";
import { hashOf } from "../../src/export/hash.ts";

test("a file is a link to that of the earlier site while both say the same, else it is written", () => {
  const root = mkdtempSync(path.join(tmpdir(), "gongbao-standing-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const place = (site: string, file: string): string => path.join(root, site, file);
  const cache = { folder: path.join(root, "cache"), version: "1" };
  const build = (site: string, earlier: string | null, files: Record<string, string>): string[] => {
    const from = earlier === null ? null : { site: path.join(root, earlier), kept: path.join(root, site) };
    const standing = new Standing(cache, path.join(root, site), from);
    mkdirSync(path.join(root, site));
    for (const [file, text] of Object.entries(files)) standing.put(file, Buffer.from(text));
    const told = standing.end();
    expect(told).toEqual(
      Object.entries(files).map(([file, text]) => ({
        path: file,
        bytes: text.length,
        sha256: hashOf(text),
      })),
    );
    for (const [file, text] of Object.entries(files))
      expect(readFileSync(place(site, file), "utf8")).toBe(text);
    if (earlier === null) return [];
    const inodeOf = (of: string, file: string) => statSync(place(of, file), { throwIfNoEntry: false })?.ino;
    return Object.keys(files).filter((file) => inodeOf(site, file) === inodeOf(earlier, file));
  };

  build("one", null, { a: "a", b: "b", c: "c", d: "d" });
  // What somebody wrote into the earlier site never gets into the next one; a copy is as good as the file.
  writeFileSync(place("one", "b"), "x");
  rmSync(place("one", "c"));
  rmSync(place("one", "d"));
  writeFileSync(place("one", "d"), "d");
  expect(build("two", "one", { a: "a", b: "b", c: "c", d: "d" })).toEqual(["a", "d"]);
  expect(build("three", "two", { a: "a", b: "B", e: "e" })).toEqual(["a"]);
  expect(readFileSync(place("two", "b"), "utf8")).toBe("b");
});
