/** A build with what earlier ones kept gives what a build from nothing gives, whatever was edited between, in however many threads. */
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeArchive } from "../../scripts/archive.ts";
import { buildContent } from "../../src/commands/build.ts";
import { CONFIGURATION, readSettings, unusedExceptions } from "../../src/commands/configuration.ts";
import { InputError, inputErrorOf } from "../../src/commands/errors.ts";
import { openKeptIssues } from "../../src/commands/keptIssues.ts";
import { filesUnder } from "../../src/commands/output.ts";
import type { BuildStep } from "../../src/commands/progress.ts";
import { put } from "./workplace.ts";

let root = "";
const cacheBefore = process.env["GONGBAO_CACHE"];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "gongbao-incremental-"));
  process.env["GONGBAO_CACHE"] = join(root, "cache");
});
afterEach(() => {
  process.env["GONGBAO_CACHE"] = cacheBefore;
  rmSync(root, { recursive: true, force: true });
});

/** What a build came to, all that it may differ in but what it changed. */
interface Result {
  files: Record<string, string>;
  told: string | Omit<BuildStep, "changed">[];
  unused: number[];
}

const bytesUnder = (folder: string): Record<string, string> =>
  Object.fromEntries(filesUnder(folder).map((path) => [path, readFileSync(join(folder, path), "base64")]));

/** Builds `place`/seeds into a content folder; gives what came of it, and the steps that it took. */
async function build(
  place: string,
  content: string,
  threads = 0,
): Promise<{ result: Result; read: string[] }> {
  const read: string[] = [];
  let told: Result["told"];
  const settings = readSettings(place);
  try {
    const steps = await buildContent(
      { seeds: join(place, "seeds"), content },
      { settings, threads, onStep: ({ phase, path }) => read.push(`${phase} ${path.slice(-5, -4)}`) },
    );
    told = steps.map(({ changed: _, ...step }) => step);
  } catch (error) {
    const known = inputErrorOf(error, place);
    if (!(known instanceof InputError)) throw error;
    told = known.message;
  }
  const issues = typeof told === "string" ? [] : told.map(({ issue }) => issue);
  const unused = unusedExceptions(settings, issues).map(({ place: { line } }) => line);
  return { result: { files: bytesUnder(content), told, unused }, read };
}

/** The same with nothing kept; where it fails, content stays as `before` has it. */
async function buildClean(place: string, before: Record<string, string>): Promise<Result> {
  const kept = process.env["GONGBAO_CACHE"];
  const content = join(root, "clean");
  process.env["GONGBAO_CACHE"] = join(root, "no-cache");
  try {
    const { result } = await build(place, content);
    return typeof result.told === "string" ? { ...result, files: before } : result;
  } finally {
    process.env["GONGBAO_CACHE"] = kept;
    for (const folder of ["clean", "no-cache"]) rmSync(join(root, folder), { recursive: true, force: true });
  }
}

const TOPICS = ["做好节水工作", "加强森林防火工作", "推进招商引资工作"];
const titleOf = (topic: number): string => `某县人民政府关于${TOPICS[topic % TOPICS.length]}的通知`;

/** One issue as the test edits it. */
interface Issue {
  topic: number;
  serial: number;
  citesTitle: number;
  citesNumber: number;
  doubled: boolean;
}

const issue: fc.Arbitrary<Issue> = fc.record({
  topic: fc.nat(2),
  serial: fc.integer({ min: 1, max: 5 }),
  citesTitle: fc.nat(2),
  citesNumber: fc.integer({ min: 1, max: 5 }),
  doubled: fc.boolean(),
});

const LETTER_LINE = 11;

/** The text of an issue; a doubled character, where it has one, stands in the letter. */
const textOf = (number: number, { topic, serial, citesTitle, citesNumber, doubled }: Issue): string =>
  `某县人民政府公报\n\n2021年第${number}期\n\n${titleOf(topic)}\n\n某政发〔2021〕${serial}号\n\n各乡镇：\n\n` +
  `请按照《${titleOf(citesTitle)}》和某政发〔2021〕${citesNumber}号文件抓好${doubled ? "的的" : ""}落实。\n\n` +
  "某县人民政府\n2021年9月9日\n";

const ISSUES = [1, 2, 3, 4];
const number = fc.constantFrom(...ISSUES);
const idOf = (at: number): string => `2021-0${at}`;

/** An edit: what it is, and how it is made at a place. */
type Edit = (place: string) => void;

/** Seeds are named by their number, `b` before it where they were renamed. */
const seedsOf = (place: string, at: number): string[] =>
  ["", "b"].map((name) => join(place, "seeds", `${name}${at}.txt`)).filter((path) => existsSync(path));

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(number, issue).map(
    ([at, what]): Edit =>
      (place) =>
        writeFileSync(seedsOf(place, at)[0] ?? join(place, "seeds", `${at}.txt`), textOf(at, what)),
  ),
  number.map(
    (at): Edit =>
      (place) => {
        for (const path of seedsOf(place, at)) rmSync(path);
      },
  ),
  number.map(
    (at): Edit =>
      (place) => {
        const [path] = seedsOf(place, at);
        if (path)
          renameSync(path, join(place, "seeds", path.endsWith(`b${at}.txt`) ? `${at}.txt` : `b${at}.txt`));
      },
  ),
  // The number of another issue: two seeds of one, while that is there.
  fc.tuple(number, number, issue).map(
    ([at, as, what]): Edit =>
      (place) =>
        writeFileSync(join(place, "seeds", `${at}.txt`), textOf(as, what)),
  ),
  fc.tuple(number, fc.boolean(), fc.constantFrom("抓好", "没有的字", null)).map(
    ([at, byIssue, find]): Edit =>
      (place) => {
        const file = join(place, "seeds", `${byIssue ? idOf(at) : at}.errata.yaml`);
        if (find === null) rmSync(file, { force: true });
        else writeFileSync(file, `- {at: ${LETTER_LINE}, find: ${find}, replace: 做好, reason: 试}\n`);
      },
  ),
  fc
    .tuple(
      fc.constantFrom("error", "warning", "info", "off"),
      fc.array(fc.tuple(number, fc.boolean()), { maxLength: 2 }),
    )
    .map(
      ([severity, exceptions]): Edit =>
        (place) => {
          const lines = exceptions.map(
            ([at, hit]) => `      - {issue: ${idOf(at)}, at: ${hit ? LETTER_LINE : 1}, reason: 试}\n`,
          );
          const list = lines.length === 0 ? "" : `    exceptions:\n${lines.join("")}`;
          put(place, CONFIGURATION, `rules:\n  doubled-character:\n    severity: ${severity}\n${list}`);
        },
    ),
  // By hand, where nobody should.
  fc.tuple(fc.nat(), fc.constantFrom("edited", "deleted", "added")).map(
    ([which, how]): Edit =>
      (place) => {
        const content = join(place, "content");
        const files = filesUnder(content);
        const file = files[which % Math.max(1, files.length)];
        if (file === undefined) return;
        if (how === "edited") writeFileSync(join(content, file), "{}\n");
        else if (how === "deleted") rmSync(join(content, file));
        else put(content, join(file, "..", "more.json"), "{}\n");
      },
  ),
  fc.tuple(fc.nat(), fc.constantFrom("cut", "garbled", "deleted")).map(
    ([which, how]): Edit =>
      () => {
        const folder = join(root, "cache");
        const files = filesUnder(folder);
        const file = files[which % Math.max(1, files.length)];
        if (file === undefined) return;
        const path = join(folder, file);
        const bytes = readFileSync(path);
        if (how === "cut") writeFileSync(path, bytes.subarray(0, bytes.length / 2));
        else if (how === "garbled")
          writeFileSync(
            path,
            bytes.map((byte, at) => (at === bytes.length - 9 ? byte ^ 1 : byte)),
          );
        else rmSync(path);
      },
  ),
);

test("after any edits, a build gives what one from nothing gives", async () => {
  let run = 0;
  const first = fc.tuple(issue, issue, issue);
  await fc.assert(
    fc.asyncProperty(first, fc.array(edits, { minLength: 3, maxLength: 8 }), async (issues, list) => {
      const place = join(root, `run-${run++}`);
      issues.forEach((one, at) => {
        put(place, `seeds/${at + 1}.txt`, textOf(at + 1, one));
      });
      const content = join(place, "content");
      await build(place, content);
      for (const edit of list) {
        edit(place);
        const before = bytesUnder(content);
        const clean = await buildClean(place, before);
        expect((await build(place, content)).result).toEqual(clean);
      }
    }),
    { numRuns: 40 },
  );
});

const plain: Issue = { topic: 0, serial: 1, citesTitle: 0, citesNumber: 1, doubled: false };

test("only those are read that changed, or that cite what changed", async () => {
  const seed = (at: number, what: Partial<Issue>): string =>
    put(
      root,
      `seeds/${at}.txt`,
      textOf(at, { ...plain, serial: at, citesNumber: at, citesTitle: 2, ...what }),
    );
  seed(1, { topic: 0 });
  seed(2, { topic: 1 });
  seed(3, { topic: 0, citesTitle: 1 });
  const content = join(root, "content");
  const again = async (): Promise<string[]> => (await build(root, content)).read;
  expect(await again()).toEqual(["survey 1", "survey 2", "survey 3", "read 1", "read 2", "read 3"]);
  expect(await again()).toEqual([]);
  seed(1, { topic: 0, doubled: true });
  expect(await again()).toEqual(["survey 1", "read 1"]);
  // Issue 3 cites the title that issue 2 had.
  seed(2, { topic: 2 });
  expect(await again()).toEqual(["survey 2", "read 1", "read 2", "read 3"]);
  writeFileSync(join(content, "2021-01/issue.json"), "{}");
  expect(await again()).toEqual(["read 1"]);
  put(
    root,
    CONFIGURATION,
    "rules:\n  doubled-character:\n    exceptions: [{issue: 2021-01, at: 11, reason: 试}]\n",
  );
  expect(await again()).toEqual(["survey 1", "read 1"]);
  rmSync(join(root, "seeds/2.txt"));
  expect(await again()).toEqual(["read 1"]);
  rmSync(join(root, "cache"), { recursive: true });
  expect(await again()).toEqual(["survey 1", "survey 3", "read 1", "read 3"]);
});

test("what nobody needs is forgotten: earlier texts of seeds, seeds that are gone, folders that are gone", async () => {
  const kept = (): string[] => filesUnder(join(root, "cache/gongbao/issues"));
  for (const at of [1, 2]) put(root, `one/seeds/${at}.txt`, textOf(at, plain));
  put(root, "two/seeds/1.txt", textOf(1, plain));
  await build(join(root, "one"), join(root, "one/content"));
  expect(kept()).toHaveLength(3);
  put(root, "one/seeds/1.txt", textOf(1, { ...plain, doubled: true }));
  await build(join(root, "one"), join(root, "one/content"));
  expect(kept()).toHaveLength(3);
  rmSync(join(root, "one/seeds/2.txt"));
  await build(join(root, "one"), join(root, "one/content"));
  expect(kept()).toHaveLength(2);
  rmSync(join(root, "one"), { recursive: true });
  await build(join(root, "two"), join(root, "two/content"));
  expect(kept()).toHaveLength(2);
});

test("where nothing can be kept, a build goes on", async () => {
  put(root, "cache", "a file where the folder should be");
  put(root, "seeds/1.txt", textOf(1, plain));
  expect((await build(root, join(root, "content"))).read).toEqual(["survey 1", "read 1"]);
  expect(
    openKeptIssues(join(root, "seeds")).find(join(root, "seeds/none.txt"), readSettings(root)),
  ).toBeNull();
});

test("any number of threads gives the same, and the same error", async () => {
  writeArchive(3, join(root, "seeds"));
  const results = [];
  for (const threads of [0, 1, 2]) {
    process.env["GONGBAO_CACHE"] = join(root, `cache-${threads}`);
    results.push((await build(root, join(root, `content-${threads}`), threads)).result);
  }
  expect(results[1]).toEqual(results[0]);
  expect(results[2]).toEqual(results[0]);
  for (const name of ["2001-01a", "2001-02a"]) put(root, `seeds/${name}.txt`, "没有刊名\n");
  for (const threads of [0, 2]) {
    const { result } = await build(root, join(root, `content-${threads}`), threads);
    expect(result.told).toContain("2001-01a.txt:1:1: 找不到刊名");
    expect(result.files).toEqual(results[0]?.files);
  }
  expect(readdirSync(join(root, "content-2")).filter((name) => name.startsWith("."))).toEqual([]);
});
