/** Queries answered from the written files, with an engine that is a plain list of words. */
import { writeFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { answer } from "../../src/search/answer.ts";
import { choose, type Order } from "../../src/search/choose.ts";
import { countValues } from "../../src/search/counts.ts";
import { installedEngine } from "../../src/search/engine.ts";
import { searchFiles } from "../../src/search/files.ts";
import type { Chosen } from "../../src/search/filters.ts";
import { searchIssues } from "../../src/search/issues.ts";
import { type Catalogue, ENGINE_FOLDER, FILES_FOLDER, type PlaceRow } from "../../src/search/layout.ts";
import { decodeLedger, encodeLedger, recordsHolding } from "../../src/search/ledger.ts";
import { type Library, openLibrary } from "../../src/search/library.ts";
import { inAll, inMost, without } from "../../src/search/matches.ts";
import {
  collectNames,
  initials,
  mergeNames,
  printedVariants,
  traditionalTable,
} from "../../src/search/names.ts";
import { placesIn } from "../../src/search/postings.ts";
import type { SearchRecord } from "../../src/search/records.ts";
import { completions, editDistance, namesByInitials, nearestNames } from "../../src/search/suggest.ts";
import type { Cut } from "../../src/search/tokens.ts";
import { charactersOf, cutFor, volumesOf } from "../../src/search/volume.ts";
import { writeSearch } from "../../src/search/write.ts";

function record(
  document: string,
  anchor: string,
  text: string,
  more: Partial<SearchRecord> = {},
): SearchRecord {
  return {
    url: `/${document}/${anchor}`,
    page: `/${document}/`,
    kind: "正文",
    title: "关于春耕工作的通知",
    number: "青政发〔2022〕3号",
    documentId: document,
    place: "一",
    text,
    date: "2022-02-18",
    year: document.slice(0, 4),
    issue: document.slice(0, 7),
    issueName: `${document.slice(0, 4)}年第1期`,
    issuer: "青禾县人民政府",
    responsible: [],
    people: [],
    ...more,
  };
}

const RECORDS: SearchRecord[] = [
  record("2022-01/a", "", "关于春耕工作的通知\n青政发〔2022〕3号", { kind: "标题" }),
  record("2022-01/a", "#p1", "农药包装废弃物由县农业农村局回收。", {
    kind: "任务",
    responsible: ["县农业农村局", "县水务局"],
  }),
  record("2022-01/a", "#p2", "王芳同志任职；电话0952-6095358。", { kind: "任免", people: ["王芳"] }),
  record("2022-01/a", "#p3", "王芳出席会议。", { people: ["王芳", "李静"] }),
  record("2022-01/a", "#p4", "春耕工作由王芳同志负责"),
  record("2021-04/b", "", "关于农药的通知", {
    kind: "标题",
    date: "2021-11-01",
    title: "关于农药的通知",
    number: null,
  }),
  record("2021-04/b", "#p1", "农药\n包装", { date: null, issuer: null }),
  record("2021-04/c", "#p1", "农药减量。", { date: "2021-12-01", title: "另一通知" }),
];

async function library(records = RECORDS, cut?: Cut): Promise<Library> {
  const { pages, files, catalogue } = searchFiles(volumesOf(records, cut));
  files.set("catalogue.json", JSON.stringify(catalogue));
  files.set("names.json", JSON.stringify(collectNames(records)));
  files.set("traditional.json", JSON.stringify(traditionalTable([printedVariants(records)])));
  const shelves = pages.map(({ name, postings }) => ({ name, placesOf: placesIn(postings) }));
  return openLibrary({
    readFile: async (name) => {
      const content = files.get(name);
      if (content === undefined) throw new Error(name);
      return typeof content === "string" ? new TextEncoder().encode(content) : content;
    },
    askEngine: async (word) => [
      ...shelves.flatMap(({ name, placesOf }) => {
        const words = placesOf(word);
        return words.length > 0 ? [{ id: name, words }] : [];
      }),
      { id: "another index", words: [0] },
    ],
  });
}

let shared: Promise<Library> | undefined;

async function find(text: string, chosen: Chosen = {}, order: Order = "relevance") {
  shared ??= library();
  const opened = await shared;
  const found = await answer(opened, text);
  const facets = await opened.facets();
  const choice = await choose(opened, facets, { ...found, chosen, order });
  const counts = await countValues(opened, facets, found.matches, chosen);
  const hits = await Promise.all(
    choice.groups.flatMap(({ document, records }) =>
      records.map(async (number) => {
        const { path: page, records } = await opened.places(document);
        return page + (records[number] as PlaceRow)[0];
      }),
    ),
  );
  return { ...found, ...choice, counts, hits };
}

describe("an answer", () => {
  it("is every record that holds the query, and no other", async () => {
    expect((await find("农药")).hits).toEqual([
      "/2021-04/b/",
      "/2021-04/b/#p1",
      "/2022-01/a/#p1",
      "/2021-04/c/#p1",
    ]);
    expect((await find("青政发〔２０２２〕 3号")).count).toBe(1);
    expect((await find("0952-6095358")).hits).toEqual(["/2022-01/a/#p2"]);
    expect((await find("责")).hits).toEqual(["/2022-01/a/#p4"]);
    expect((await find("")).count).toBe(0);
  });

  it("is the same by pairs, which large gazettes are stored by", async () => {
    expect(cutFor(charactersOf(RECORDS))).toBe("characters");
    expect(cutFor(charactersOf([record("2022-01/a", "", "长".repeat(2_000_001))]))).toBe("pairs");
    const opened = await library(RECORDS, "pairs");
    const own = await library(RECORDS, "characters");
    for (const query of ["农", "农药", "农药包", "农药包装废弃物", "责", "王芳 同志", "议。春耕"])
      expect((await answer(opened, query)).matches, query).toEqual((await answer(own, query)).matches);
  });

  it("is sure of a query with more words than are looked up", async () => {
    const letters = Array.from({ length: 60 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join("");
    const records = [
      record("2022-01/a", "#p1", `甲${letters}\n乙`),
      record("2022-01/a", "#p2", `${letters.slice(0, 50)}丙${letters.slice(51)}`),
    ];
    for (const cut of ["characters", "pairs"] as const) {
      const opened = await library(records, cut);
      expect((await answer(opened, letters)).matches, cut).toEqual(new Map([[0, [0]]]));
      expect((await answer(opened, `${letters}乙`)).way, cut).not.toBeNull();
    }
  });

  it("says what each hit says", async () => {
    const opened = await library();
    expect(await opened.text(0, 2)).toBe("王芳同志任职；电话0952-6095358。");
    expect((await opened.places(0)).records[2]).toEqual(["#p2", "一", "2022-02-18"]);
  });

  it("never runs over the end of a line or a record", async () => {
    expect((await find("农药包装")).hits).toEqual(["/2022-01/a/#p1"]);
    expect((await find("议。春耕")).way).not.toBeNull();
  });

  it("has all terms, and none that is left out", async () => {
    expect((await find("农药 回收")).hits).toEqual(["/2022-01/a/#p1"]);
    expect((await find("农药 -回收 -减量")).hits).toEqual(["/2021-04/b/", "/2021-04/b/#p1"]);
    expect((await find("农药 -农药")).count).toBe(0);
  });

  it("puts titles before names before text, newer before older", async () => {
    expect((await find("王芳")).hits).toEqual(["/2022-01/a/#p2", "/2022-01/a/#p3", "/2022-01/a/#p4"]);
    expect((await find("农药", {}, "date")).hits[0]).toBe("/2022-01/a/#p1");
  });

  it("is filtered, with the counts of what each choice would leave", async () => {
    const { hits, counts } = await find("农药", { 年份: "2021" });
    expect(hits).toEqual(["/2021-04/b/", "/2021-04/b/#p1", "/2021-04/c/#p1"]);
    expect([...counts.年份]).toEqual([
      ["2022", 1],
      ["2021", 3],
    ]);
    expect(counts.种类.get("任务")).toBeUndefined();
    expect((await find("农药", { 责任单位: "县水务局", 年份: "2022" })).count).toBe(1);
    expect((await find("农药", { 责任单位: "县水务局", 年份: "2021" })).count).toBe(0);
    expect((await find("王芳", { 人物: "李静" })).hits).toEqual(["/2022-01/a/#p3"]);
  });

  it("does without the names where they are not read", async () => {
    const opened = await library();
    const found = await answer(opened, "王芳");
    const counts = await countValues(opened, null, found.matches, {});
    expect(counts.人物.size).toBe(0);
  });
});

describe("where the query is nowhere", () => {
  it("other spellings and traditional characters are tried", async () => {
    expect(await find("青政发[2022]3号")).toMatchObject({
      way: "spelling",
      count: 1,
      terms: ["青政发〔2022〕3号"],
    });
    expect(await find("農藥 減量")).toMatchObject({ way: "spelling", count: 1, terms: ["农药", "减量"] });
  });

  it("a body is found by its name, though the text prints another", async () => {
    expect(await find("县水务局")).toMatchObject({ way: "name", hits: ["/2022-01/a/#p1"] });
    expect(await find("縣水務局 农药")).toMatchObject({ way: "name", count: 1 });
  });

  it("initials of pinyin give names", async () => {
    expect(await find("wf")).toMatchObject({ way: "pinyin", count: 3, terms: ["王芳"] });
    expect(await find("wf 出席")).toMatchObject({ way: "pinyin", count: 1 });
    expect((await find("zzz")).count).toBe(0);
  });

  it("the words of it are looked for, those with the most first", async () => {
    expect(await find("回收农药")).toMatchObject({ way: "pieces", hits: ["/2022-01/a/#p1"] });
    expect(await find("农药银河")).toMatchObject({ way: "pieces" });
    expect((await find("银河")).count).toBe(0);
    expect((await find("，，，")).count).toBe(0);
  });

  it("near names are offered", async () => {
    expect((await find("王方")).suggestions).toContain("王芳");
    expect((await find("春耕工作的通告")).suggestions).toContain("关于春耕工作的通知");
  });
});

describe("suggestions", () => {
  const names = collectNames(RECORDS);
  const only = (found: [string, ...unknown[]][]) => found.map(([name]) => name);

  it("go on with what is typed, by characters or initials", () => {
    expect(initials("王芳")).toBe("wf");
    expect(only(completions(names, "王"))).toEqual(["王芳"]);
    expect(only(completions(names, "农药"))).toEqual(["关于农药的通知"]);
    expect(only(completions(names, "wf"))).toEqual(["王芳"]);
    expect(only(completions(names, "xny"))).toEqual(["县农业农村局"]);
    expect(completions(names, " ")).toEqual([]);
    expect(only(completions(names, "gy"))).toEqual(["关于农药的通知", "关于春耕工作的通知"]);
    expect(completions(names, "q9")).toEqual([]);
    expect(completions(names, "qq")).toEqual([]);
    expect(namesByInitials(names, "xnync")).toEqual(["县农业农村局"]);
    expect(namesByInitials(names, "王")).toEqual([]);
  });

  it("are near in characters", () => {
    expect(editDistance([], ["a"])).toBe(1);
    expect(editDistance(["a"], [])).toBe(1);
    expect(editDistance([..."寇学文"], [..."寇学闻"])).toBe(1);
    expect(nearestNames(names, "王")).toEqual([]);
    expect(nearestNames(names, "王芳")).toEqual([]);
  });
});

describe("the written search", () => {
  it("stands in two folders, and names the engine's pages", async () => {
    const site = await mkdtemp(path.join(tmpdir(), "gongbao-search-"));
    await writeSearch(searchIssues(RECORDS), site);
    const read = async (name: string) => readFile(path.join(site, FILES_FOLDER, name));
    const catalogue = JSON.parse(String(await read("catalogue.json"))) as Catalogue;
    expect(catalogue.version).toMatch(/^[0-9a-f]{10}$/);
    expect(catalogue.issues.map(({ pages }) => pages)).toEqual([["0.0"], ["1.0"]]);
    const engine = await readdir(path.join(site, ENGINE_FOLDER));
    expect(engine).toEqual(expect.arrayContaining(["index", "pagefind-entry.json", "pagefind.js"]));
    expect(engine.filter((name) => /fragment|ui|highlight/.test(name))).toEqual([]);
    const pieces = async () => readdir(path.join(site, ENGINE_FOLDER, "index"));
    const before = await pieces();
    const told: string[] = [];
    await writeSearch(searchIssues(RECORDS.slice(0, 1)), site, (file, content) => {
      told.push(file);
      writeFileSync(path.join(site, file), content);
    });
    const now = await pieces();
    expect(now.filter((name) => before.includes(name))).toEqual([]);
    const stand = await readdir(site, { recursive: true, withFileTypes: true });
    expect(told.toSorted()).toEqual(
      stand
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => path.relative(site, path.join(parentPath, name)))
        .toSorted(),
    );
    await expect(
      writeSearch(searchIssues(RECORDS), path.join(site, FILES_FOLDER, "catalogue.json")),
    ).rejects.toThrow();
    await rm(site, { recursive: true });
  });
});

describe("the search written for an engine that writes its index otherwise than we do", () => {
  it("is indexed by the engine, under its names of the pages, and says so", async () => {
    const site = await mkdtemp(path.join(tmpdir(), "gongbao-search-"));
    const engine = await installedEngine(() => ({ hash: "", files: [] }));
    const { first, otherEngine } = await writeSearch(searchIssues(RECORDS), site, undefined, engine);
    expect(otherEngine).toBe(engine.version);
    const catalogue = await readFile(path.join(site, FILES_FOLDER, "catalogue.json"), "utf8");
    const { issues } = JSON.parse(catalogue) as Catalogue;
    for (const { pages } of issues) expect(pages).toEqual([expect.stringMatching(/^zxx_[0-9a-f]+$/)]);
    const files = await readdir(site, { recursive: true });
    expect(files).toEqual(expect.arrayContaining(first.map((file) => file.replace(/\?.*/, ""))));
    expect(first).toContainEqual(expect.stringMatching(/\.pf_meta$/));
    expect(files).toContainEqual(expect.stringMatching(/\.pf_index$/));
    await rm(site, { recursive: true });
  });
});

describe("the parts", () => {
  it("of issues apart are those of all together", () => {
    const apart = [RECORDS.slice(0, 5), RECORDS.slice(5)];
    expect(mergeNames(apart.map(collectNames))).toEqual(collectNames(RECORDS));
    expect(JSON.stringify(traditionalTable(apart.map(printedVariants)))).toBe(
      JSON.stringify(traditionalTable([printedVariants(RECORDS)])),
    );
  });

  it("a ledger holds lengths and kinds in few bytes", () => {
    const rows = [
      { length: 3, kind: 1 },
      { length: 4000, kind: 5 },
      { length: 0, kind: 0 },
    ];
    const [first, second] = decodeLedger(encodeLedger(rows), [1, 2]);
    const account = (starts: number[], kinds: number[]) => ({
      starts: Uint32Array.from(starts),
      kinds: Uint8Array.from(kinds),
    });
    expect(first).toEqual(account([0, 3], [1]));
    expect(second).toEqual(account([0, 4000, 4000], [5, 0]));
    expect(decodeLedger(new Uint8Array(), [1])).toEqual([account([0, 0], [0])]);
    expect(recordsHolding(account([0, 3, 6], [0, 0]), [1, 2, 3, 4, 9], 2)).toEqual([0, 1]);
  });

  it("matches are counted, shared and left out", () => {
    const left = new Map([[1, [1, 2]]]);
    const right = new Map([
      [1, [2, 3]],
      [2, [1]],
    ]);
    expect(inAll([left, right])).toEqual(new Map([[1, [2]]]));
    expect(inAll([])).toEqual(new Map());
    expect(without(left, right)).toEqual(new Map([[1, [1]]]));
    expect(inMost([left, right], 2)).toEqual(new Map([[1, [2]]]));
  });

  it("many records fill more than one ledger, and a file that failed is asked for again", async () => {
    const many = Array.from({ length: 8100 }, (_, at) =>
      record(`2022-01/d${Math.floor(at / 90)}`, `#p${at}`, `农药${at}`),
    );
    const opened = await library(many);
    expect(new Set(opened.catalogue.columns.ledger).size).toBe(2);
    expect((await answer(opened, "农药8099")).matches.size).toBe(1);
    await expect(opened.text(999, 0)).rejects.toThrow();
    await expect(opened.text(999, 0)).rejects.toThrow();
  });
});
