/** The package as others get it: packed, unpacked under node_modules, compiled against and run. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reportDocument } from "../../src/document/schema.ts";

const root = join(import.meta.dirname, "../..");
const modules = join(root, "node_modules");
const tsc = join(modules, "typescript/bin/tsc");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  dependencies: Record<string, string>;
};

const place = mkdtempSync(join(tmpdir(), "gongbao-package-"));
const installed = join(place, "node_modules/gongbao");
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Runs a program at a place; what it prints. */
function run(program: string, args: readonly string[], cwd = place): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return stdout;
}

/** A dependency, taken from where the project has it. */
function link(name: string): void {
  const target = join(place, "node_modules", name);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(join(modules, name), target);
}

beforeAll(() => {
  cpSync(join(import.meta.dirname, "consumer"), place, { recursive: true });
  mkdirSync(installed, { recursive: true });
  // What npm pack does, its prepack aside: that builds into the checkout.
  const stage = join(place, "stage");
  run(process.execPath, [tsc, "-p", join(root, "tsconfig.lib.json"), "--outDir", join(stage, "lib")], root);
  for (const file of ["package.json", "README.md"]) cpSync(join(root, file), join(stage, file));
  run("npm", ["pack", "--ignore-scripts", "--pack-destination", place], stage);
  run("tar", ["-xzf", "gongbao-0.1.0.tgz", "-C", installed, "--strip-components=1"]);
  // Only what a user gets: the dependencies, and the types of the consumer's own Node.
  for (const name of [...Object.keys(manifest.dependencies), "@types/node"]) link(name);
});

test("publint finds nothing to say", async () => {
  const { messages } = await publint({ pkgDir: installed, strict: true, pack: false });
  const told = messages.map((message) => formatMessage(message, manifest));
  expect(told).toEqual([]);
});

test("the package holds JavaScript and declarations alone", () => {
  const files = run("tar", ["-tzf", "gongbao-0.1.0.tgz"]).trim().split("\n");
  const odd = files.filter(
    (file) => !/^package\/(?:package\.json|README\.md|lib\/.*\.(?:js|d\.ts))$/.test(file),
  );
  expect(odd).toEqual([]);
  expect(files).toContain("package/lib/index.d.ts");
});

test("a consumer compiles against its types", () => {
  expect(run(process.execPath, [tsc, "-p", "."])).toBe("");
});

test("a consumer reads a gazette with it", () => {
  const seed = join(root, "seeds/2021-03.txt");
  const told: unknown = JSON.parse(run(process.execPath, ["index.ts", seed]));
  const report = reportDocument.parse(
    JSON.parse(readFileSync(join(root, "content/2021-03/report.json"), "utf8")),
  );
  expect(told).toMatchObject({
    counts: report.counts,
    tasks: report.counts.tasks,
    again: "report",
    errors: ["decode", "masthead"],
    files: ["data/index.json", "data/2021-03/issue.json"],
  });
  expect(told).toHaveProperty(
    "finance",
    expect.toSatisfy((count: number) => count > 0),
  );
});
