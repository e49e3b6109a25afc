import { hash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Cache, kept, openCache } from "../../src/cache/cache.ts";
import { Sums } from "../../src/cache/sums.ts";

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "gongbao-cache-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Asks for a value; gives it, and whether it had to be made. */
async function ask(cache: Cache, name: string, from: string[], value: unknown): Promise<[unknown, boolean]> {
  let made = false;
  const got = await kept(cache, name, from, async () => {
    made = true;
    return value;
  });
  return [got, made];
}

test("a result is kept for the same beginnings, and gives way to another under its name", async () => {
  const cache: Cache = { folder: join(emptyFolder(), "cache"), version: "1" };
  const value = [{ path: "a", body: new Uint8Array([1, 2]) }, { body: "文" }];
  expect(await ask(cache, "one", ["甲", "乙"], value)).toEqual([value, true]);
  expect(await ask(cache, "one", ["甲", "乙"], null)).toEqual([value, false]);
  expect(await ask(cache, "one", ["甲乙"], 2)).toEqual([2, true]);
  expect(await ask(cache, "other", ["甲乙"], 3)).toEqual([3, true]);
  expect(readdirSync(cache.folder)).toHaveLength(2);
});

test("no result is trusted across versions, and what cannot be read is made anew", async () => {
  const folder = emptyFolder();
  await ask({ folder, version: "1" }, "one", ["甲"], 1);
  expect(await ask({ folder, version: "2" }, "one", ["甲"], 2)).toEqual([2, true]);
  const [file] = readdirSync(folder) as [string];
  writeFileSync(join(folder, file), "半");
  expect(await ask({ folder, version: "2" }, "one", ["甲"], 3)).toEqual([3, true]);
});

test("the version is that of the sources and of what they stand on", () => {
  const root = emptyFolder();
  mkdirSync(join(root, "src/export"), { recursive: true });
  const version = (file: string, text: string): string => {
    writeFileSync(join(root, file), text);
    return openCache("", root).version;
  };
  const versions = [
    version("src/a.ts", "1"),
    version("src/a.ts", "2"),
    version("src/export/b.ts", ""),
    version("package-lock.json", "{}"),
  ];
  expect(new Set(versions).size).toBe(4);
  expect(version("src/readme.md", "")).toBe(versions[3]);
});

test("a sum is known without reading where a file looks as it did, and made anew where it looks otherwise", () => {
  const folder = emptyFolder();
  const file = join(folder, "a.json");
  const look = new Date(2001, 0, 1);
  const put = (text: string, written: Date): void => {
    writeFileSync(file, text);
    utimesSync(file, written, written);
  };
  const sumsOf = (version: string): Sums => new Sums({ folder: join(folder, "cache"), version });
  const sumOf = (text: string): string => hash("sha256", text);
  put("甲", look);
  const first = sumsOf("1");
  expect(first.of(file)).toBe(sumOf("甲"));
  first.leave();
  // The same place, size and time: what is in it now is not looked at, save by another version.
  put("乙", look);
  expect(sumsOf("1").of(file)).toBe(sumOf("甲"));
  expect(sumsOf("2").of(file)).toBe(sumOf("乙"));
  put("丙", new Date(2001, 0, 2));
  expect(sumsOf("1").of(file)).toBe(sumOf("丙"));
  put("丁丁", look);
  expect(sumsOf("1").of(file)).toBe(sumOf("丁丁"));
  rmSync(file);
  expect(() => sumsOf("1").of(file)).toThrow("ENOENT");
});
