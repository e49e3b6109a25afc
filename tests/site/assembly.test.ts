/** How a site is put together of what was made and what was kept, and what is left of the one that it replaces. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { assemble, leaveSpare, takeSpare } from "../../scripts/assembly.ts";
import { standAlso } from "../../site/keeping/looks.ts";
import { type Look, lookOf } from "../../src/cache/sums.ts";
import { MANIFEST } from "../../src/export/manifest.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "gongbao-assembly-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const at = (...names: string[]): string => path.join(root, ...names);

/** Writes files into a folder, and a manifest that lists others too. */
function put(folder: string, files: Record<string, string>, listed: readonly string[] = []): void {
  const manifest = { files: [...Object.keys(files), ...listed].map((file) => ({ path: file })) };
  for (const [file, text] of Object.entries({ ...files, [MANIFEST]: JSON.stringify(manifest) })) {
    mkdirSync(path.dirname(at(folder, file)), { recursive: true });
    writeFileSync(at(folder, file), text);
  }
}

/** The files of a folder with their texts, and its folders that hold nothing; without the manifest. */
function told(folder: string): Record<string, string | null> {
  const entries = readdirSync(at(folder), { recursive: true, withFileTypes: true });
  const inner = entries.flatMap((entry): [string, string | null][] => {
    const place = path.join(entry.parentPath, entry.name);
    const name = path.relative(at(folder), place);
    if (entry.isFile()) return name === MANIFEST ? [] : [[name, readFileSync(place, "utf8")]];
    return readdirSync(place).length === 0 ? [[name, null]] : [];
  });
  return Object.fromEntries(inner);
}

const keep = (file: string): void => {
  standAlso({ site: at("dist"), kept: at("kept") }, file, lookOf(at("dist", file)) as Look);
};

test("it has what was made and what was kept, and nothing else; the earlier one stays as it was", () => {
  const before = { "a/index.html": "a", "b/index.html": "b", "gone/index.html": "g" };
  put("dist", before);
  // The spare is older still.
  put("spare", { "a/index.html": "older", "old/deep/index.html": "o" });
  takeSpare(at("spare"), at("kept"));
  keep("a/index.html");
  put("made", { "b/index.html": "B", "new/index.html": "n" }, ["a/index.html"]);

  const { site, made } = assemble(at("made"), at("kept"));
  const after = { "a/index.html": "a", "b/index.html": "B", "new/index.html": "n" };
  expect(site).toBe(at("kept"));
  expect(told("kept")).toEqual(after);
  expect(statSync(at("kept/a/index.html")).ino).toBe(statSync(at("dist/a/index.html")).ino);
  expect(told("dist")).toEqual(before);

  leaveSpare(at("dist"), made, at("cache/spare"));
  expect(told("cache/spare")).toEqual({ "a/index.html": "a", b: null, data: null, "gone/index.html": "g" });
  expect(told("kept")).toEqual(after);
});

test("what is kept stays where it stands already, and takes the place of what stands there", () => {
  put("dist", { "a/index.html": "a", "b/index.html": "b" });
  put("kept", { "b/index.html": "older" });
  for (const _ of [1, 2]) for (const file of ["a/index.html", "b/index.html"]) keep(file);
  expect(told("kept")).toEqual({ "a/index.html": "a", "b/index.html": "b" });
});

test("where nothing was kept it is what was made", () => {
  put("made", { "a/index.html": "a" });
  takeSpare(at("spare"), at("kept"));
  const { site, made } = assemble(at("made"), at("kept"));
  expect([site, made.sort()]).toEqual([at("made"), ["a/index.html", MANIFEST]]);
});

test("a file that should have been kept and is not there stops the build", () => {
  put("made", {}, ["a/index.html"]);
  put("kept", {});
  expect(() => assemble(at("made"), at("kept"))).toThrow("a/index.html");
});
