/** Which pages of an earlier site are taken over: those whose bytes, whose props and whose answers are what they were. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { takeSums } from "../../site/finishing/sums.ts";
import { digestOf, noteOrigin, noteShared } from "../../site/keeping/digest.ts";
import { Keeping } from "../../site/keeping/keeping.ts";
import {
  answerLater,
  answerWith,
  noteQuestion,
  noteUnanswered,
  type Trace,
  traced,
  untraced,
} from "../../site/keeping/traces.ts";

describe("a digest", () => {
  it("tells values apart that are written alike", () => {
    const values = [
      undefined,
      null,
      "u",
      1,
      "1",
      true,
      "true",
      [],
      {},
      [undefined],
      [null],
      { a: undefined },
    ];
    expect(new Set(values.map(digestOf)).size).toBe(values.length);
  });

  it.each([
    ["a function", () => 1],
    ["a map", new Map()],
    ["a set within a list", [new Set()]],
    ["a large number", { n: 1n }],
  ])("is refused for %s", (_, value) => {
    expect(() => digestOf(value)).toThrow(TypeError);
  });

  it("has what an object was read from in the place of the object, and of its parts", () => {
    const [first, second] = [{ tasks: [{ a: 1 }, { a: 1 }] }, { tasks: [{ a: 1 }, { a: 1 }] }];
    noteOrigin(first, "one", first.tasks);
    noteOrigin(second, "another", second.tasks);
    expect(digestOf({ first })).not.toBe(digestOf({ first: second }));
    expect(digestOf(first.tasks[0])).not.toBe(digestOf(second.tasks[0]));
    expect(digestOf(first.tasks[0])).not.toBe(digestOf(first.tasks[1]));
    noteOrigin(second, "one", second.tasks);
    expect(digestOf([first])).toBe(digestOf([second]));
  });

  it("goes through a shared object once, which stands for itself wherever it is held", () => {
    const shared = { name: "县财政局" };
    noteShared([shared]);
    const before = digestOf([shared]);
    expect(digestOf({ of: shared })).not.toBe(before);
    expect(digestOf([{ name: "县水务局" }])).not.toBe(before);
    expect(digestOf([shared])).toBe(before);
  });
});

describe("a trace", () => {
  it("has what was asked while a page was rendered, each page its own, and nothing of what answers", async () => {
    const page = (name: string) =>
      traced(async () => {
        noteQuestion(`${name} 1`);
        await new Promise((resolve) => setImmediate(resolve));
        untraced(() => noteUnanswered());
        noteQuestion(`${name} 2`);
        return name;
      });
    const pages = await Promise.all([page("a"), page("b")]);
    expect(pages.map(({ value, trace }) => [value, [...trace.asked], trace.unanswered])).toEqual([
      ["a", ["a 1", "a 2"], false],
      ["b", ["b 1", "b 2"], false],
    ]);
    expect((await traced(async () => noteUnanswered())).trace.unanswered).toBe(true);
  });
});

describe("a page", () => {
  let root = "";
  let answers: Record<string, string> = {};
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "gongbao-keeping-"));
    answers = { "title a": "甲", "title b": "乙" };
    answerWith(async () => ({
      digestOf: (question) => digestOf(answers[question]),
      digestOfProps: (props) => (props === null ? null : digestOf(props)),
    }));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const cache = (version: string) => ({ folder: path.join(root, "cache"), version });
  const trace = (...asked: string[]): Trace => ({ asked: new Set(asked), unanswered: false });
  const put = (site: string, file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, site, file)), { recursive: true });
    writeFileSync(path.join(root, site, file), text);
  };
  /** An earlier site, what is kept of which comes to stand in `kept`. */
  const from = (site: string) => ({ site: path.join(root, site), kept: path.join(root, "kept") });
  const PLANNED = ["a", "b", "whole", "none"].map((name) => ({
    file: `${name}/index.html`,
    props: name === "none" ? null : { name },
  }));

  /** A first build of all pages, into `one`. */
  async function first(): Promise<void> {
    const keeping = new Keeping(cache("1"), from("nothing"), path.join(root, "one"));
    expect(await keeping.keepAll(PLANNED)).toEqual(new Set());
    for (const { file } of PLANNED) {
      put("one", file, file);
      const asked = file.startsWith("whole")
        ? { ...trace(), unanswered: true }
        : trace(`title ${file.slice(0, 1)}`);
      keeping.note(file, Buffer.from(file), asked);
    }
    await keeping.end();
  }

  /** What the next build takes over, into `two`. */
  const kept = async (version = "1", planned = PLANNED): Promise<string[]> =>
    [...(await new Keeping(cache(version), from("one"), path.join(root, "two")).keepAll(planned))].map(
      path.dirname,
    );

  it("stays where nothing has changed, unless it was handed or asked what nobody notes", async () => {
    await first();
    const next = new Keeping(cache("1"), from("one"), path.join(root, "two"));
    expect([...(await next.keepAll(PLANNED))].map(path.dirname)).toEqual(["a", "b"]);
    await next.end();
    expect(readFileSync(path.join(root, "kept/b/index.html"), "utf8")).toBe("b/index.html");
    expect(statSync(path.join(root, "kept/b/index.html")).ino).toBe(
      statSync(path.join(root, "one/b/index.html")).ino,
    );
    expect([...takeSums(path.join(root, "two")).keys()]).toEqual(["a/index.html", "b/index.html"]);
  });

  it("is rendered again where an answer, its props, its bytes or the program are others", async () => {
    await first();
    answers["title b"] = "丙";
    expect(await kept()).toEqual(["a"]);
    answers["title b"] = "乙";
    expect(await kept("2")).toEqual([]);
    expect(await kept("1", [{ file: "a/index.html", props: { name: "c" } }])).toEqual([]);
    put("one", "a/index.html", "x");
    rmSync(path.join(root, "one/b"), { recursive: true });
    expect(await kept()).toEqual([]);
  });

  it("that asks what is only known later is neither taken over nor rendered before that", async () => {
    let size = 1;
    answerLater("size", async () => digestOf(size));
    const planned = [{ file: "sizes/index.html", props: {} }];
    const build = (earlier: string, to: string) =>
      new Keeping(cache("1"), from(earlier), path.join(root, to));
    const keeping = build("nothing", "one");
    await keeping.keepAll(planned);
    put("one", "sizes/index.html", "1");
    keeping.note("sizes/index.html", Buffer.from("1"), trace("size a", "title a"));
    await keeping.end();

    /** The bytes that the next build has of the page, where it need not render it. */
    const bytes = async () => {
      const next = build("one", "two");
      expect(await next.keepAll(planned)).toEqual(new Set());
      return String(await next.bytesOf("sizes/index.html"));
    };
    expect(await bytes()).toBe("1");
    size = 2;
    expect(await bytes()).toBe("null");
    size = 1;
    answers["title a"] = "丙";
    expect(await bytes()).toBe("null");
  });

  it("is known by its hash where its file is a copy, and by its look where it is as it was written", async () => {
    await first();
    rmSync(path.join(root, "one/a"), { recursive: true });
    put("one", "a/index.html", "a/index.html");
    expect(await kept()).toEqual(["a", "b"]);
    // The same size, another time.
    await new Promise((resolve) => setTimeout(resolve, 20));
    put("one", "a/index.html", "b/index.html");
    expect(await kept()).toEqual(["b"]);
  });
});
