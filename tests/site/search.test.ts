/** Search: one normal form on both sides, queries, excerpts, and the records the index is made of. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectGazette } from "../../src/corpus/gazette.ts";
import { excerpt, mergeRanges } from "../../src/search/excerpt.ts";
import { findRanges, indexedText, normalise, words } from "../../src/search/normalise.ts";
import { otherSpellings, phrase, readQuery } from "../../src/search/query.ts";
import { collectRecords } from "../../src/search/records.ts";
import { fullNotice, issue, notice, paragraph, sampleDocuments, section } from "./gazette.ts";

describe("the normal form", () => {
  it("makes widths, cases and blanks alike", () => {
    expect(normalise("平政发 〔２０２１〕\u3000５６号")).toBe("平政发〔2021〕56号");
    expect(normalise("ＡＢc\u200b")).toBe("abc");
    expect(words("〔2a 号")).toBe("u3014 2 a 号");
    expect(indexedText("甲\n \n乙")).toBe("甲 u0a 乙");
  });

  it("finds a printed piece wherever it was cut from (property)", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), fc.nat(), fc.nat(), (text, from, length) => {
        const characters = Array.from(text);
        const start = from % (characters.length + 1);
        const piece = characters.slice(start, start + 1 + (length % 8)).join("");
        fc.pre(normalise(piece) !== "" && normalise(text).includes(normalise(piece)));
        expect(` ${words(text)} `).toContain(` ${words(piece)} `);
      }),
    );
  });

  it("marks the printed places", () => {
    expect(findRanges("电话：0952－609 5358。", "0952-6095358")).toEqual([{ start: 3, end: 16 }]);
    expect(findRanges("甲甲甲", "甲甲")).toEqual([{ start: 0, end: 2 }]);
    expect(findRanges("甲 乙", "甲")).toEqual([{ start: 0, end: 1 }]);
    expect(findRanges("甲", " ")).toEqual([]);
  });
});

describe("a query", () => {
  it("has terms that occur, terms that do not, and quoted ones", () => {
    expect(readQuery('甲 -乙　"丙 丁" -"戊" - “')).toEqual({
      all: ["甲", "丙 丁", "-", "“"],
      none: ["乙", "戊"],
    });
    expect(readQuery('  "" ')).toEqual({ all: [], none: [] });
    expect(phrase("56号")).toBe('"5 6 号"');
  });

  it("is tried in other spellings", () => {
    expect(otherSpellings("平政发[2021]56号")).toContain("平政发〔2021〕56号");
    expect(otherSpellings("平政发202156号")).toContain("平政发〔2021〕56号");
    expect(otherSpellings("2021-2023年")).toContain("2021—2023年");
    expect(otherSpellings("《规划》")).toEqual(["规划"]);
    expect(otherSpellings('“数字政府"')).toContain("“数字政府”");
    expect(otherSpellings("甲")).toEqual([]);
  });
});

describe("an excerpt", () => {
  it("is the whole of a short text, marked", () => {
    expect(excerpt("关于农药的通知", ["农药", "通知"])).toEqual([
      { text: "关于", marked: false },
      { text: "农药", marked: true },
      { text: "的", marked: false },
      { text: "通知", marked: true },
    ]);
  });

  it("is cut around the first place of a long one", () => {
    const text = `${"前".repeat(100)}农药${"后".repeat(100)}农药`;
    const pieces = excerpt(text, ["农药"], 40);
    expect(pieces.map(({ text: piece }) => piece).join("")).toBe(
      `…${"前".repeat(10)}农药${"后".repeat(28)}…`,
    );
    expect(excerpt(text, ["无"], 10)[0]).toEqual({ text: "前".repeat(10), marked: false });
    expect(excerpt(text, ["后农药"], 40).at(-1)).toEqual({ text: "后农药", marked: true });
  });

  it("joins places that touch", () => {
    expect(
      mergeRanges([
        { start: 4, end: 6 },
        { start: 0, end: 3 },
        { start: 2, end: 3 },
        { start: 3, end: 4 },
      ]),
    ).toEqual([{ start: 0, end: 6 }]);
  });
});

describe("records", () => {
  const records = collectRecords(collectGazette(sampleDocuments()));
  const at = (url: string) => records.filter((record) => record.url === url);

  it("are what a reader wants to land on", () => {
    expect(at("/2022-01/qzf-2022-3/")).toMatchObject([
      {
        kind: "标题",
        text: "青禾县人民政府关于春耕工作的通知\n青政发〔2022〕3号\n各乡镇\n县直各部门",
        year: "2022",
        issuer: "青禾县人民政府",
      },
    ]);
    expect(at("/2022-01/qzf-2022-6/#enclosure")).toMatchObject([{ kind: "标题", text: "水利规划" }]);
    expect(at("/2022-01/qzf-2022-6/#s1-1")).toMatchObject([
      { kind: "正文", text: "（一）加强领导。各单位要落实责任。", place: "一（一）" },
    ]);
    expect(at("/2022-01/qzf-2022-6/#s1-1-p1")).toEqual([]);
    expect(at("/2022-01/qzf-2022-6/#s1")).toMatchObject([{ kind: "标题", text: "一、总体要求" }]);
    expect(at("/2022-01/qzf-2022-6/#qzf-2022-6-table-1-r1")).toMatchObject([
      { kind: "表格", text: "水利\n县水务局\n2.50\n1,200" },
    ]);
    expect(at("/2022-01/qzf-2022-6-tasks-1/#task-1")).toMatchObject([
      { kind: "任务", responsible: ["县水务局"] },
    ]);
    expect(at("/2022-01/qzf-2022-6-tasks-1/#task-2")).toMatchObject([
      { responsible: ["县财政局"], text: "修缮干渠\n长期执行" },
    ]);
    expect(at("/2022-01/qzgf-2022-1/#decision-1")).toMatchObject([{ kind: "任免", people: ["王芳"] }]);
    expect(at("/2022-01/qzgf-2022-1/#decision-2")).toMatchObject([{ people: [] }]);
    expect(at("/2022-01/chronicle/#2022-01-05-1")).toMatchObject([
      { kind: "大事记", people: ["李静"], date: "2022-01-05" },
    ]);
    expect(at("/2022-01/qzf-2022-6/#r1")).toMatchObject([{ people: ["李静", "王芳"] }]);
    expect(at("/2022-01/#about-1")).toHaveLength(1);
  });

  it("have each address once", () => {
    expect(new Set(records.map(({ url }) => url)).size).toBe(records.length);
  });

  it("do without titles and without tables that are not there", () => {
    const bare = fullNotice();
    bare.documentNumber = null;
    const own = issue("2022-01", {
      documents: [{ type: "notice", id: bare.id, title: bare.title }],
      front: [],
      about: [],
    });
    const untitled = {
      ...bare,
      enclosure: {
        title: null,
        children: [
          paragraph("e1", "李静来", {
            mentions: [
              { kind: "person", start: 0, end: 2, name: "李静" },
              { kind: "date", start: 2, end: 3, date: "2022-01-01" },
            ],
          }),
        ],
      },
    };
    const found = collectRecords(collectGazette([own, untitled]));
    expect(found.some(({ url }) => url.endsWith("#enclosure"))).toBe(false);
    expect(found.find(({ url }) => url.endsWith("#e1"))?.people).toEqual(["李静"]);
    expect(found.some(({ kind }) => kind === "表格" || kind === "任务")).toBe(false);
  });

  it("join a numbered sentence with its number", () => {
    const one = notice("2022-01/qzf-2022-3", {
      children: [
        section("s", "1.", [paragraph("p", "应当。")], { title: null }),
        section("t", "2.", [], { title: null }),
      ],
    });
    const found = collectRecords(collectGazette([issue(), one])).map(({ url, text }) => [url, text]);
    expect(found).toContainEqual(["/2022-01/qzf-2022-3/#s", "1.应当。"]);
    expect(found).toContainEqual(["/2022-01/qzf-2022-3/#t", "2."]);
  });
});
