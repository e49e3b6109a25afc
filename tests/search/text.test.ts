/** One normal form on both sides, the words of the index, queries, excerpts. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerpt, mergeRanges } from "../../src/search/excerpt.ts";
import { findPlaces, type Places } from "../../src/search/find.ts";
import { findRanges, normalise } from "../../src/search/normalise.ts";
import { readQuery } from "../../src/search/query.ts";
import { otherSpellings, piecesOf } from "../../src/search/spellings.ts";
import { addText, type Cut, openRows, placesInRows, wantedWords } from "../../src/search/tokens.ts";

const CUTS: Cut[] = ["characters", "pairs"];

/** Where the words of texts stand, row by row, and how many words stand for each text. */
function rowsOf(cut: Cut, ...texts: string[]) {
  const rows = openRows(cut);
  const lengths = texts.map((text) => addText(rows, text));
  return { lengths, rows: placesInRows(rows).map((row) => Object.fromEntries(row)) };
}

describe("the words of the index", () => {
  it("are characters, or pairs with the characters beside them, lines apart", () => {
    expect(rowsOf("characters", "平罗\n \n平")).toEqual({ lengths: [4], rows: [{ inn: [0, 3], p5j: [1] }] });
    expect(rowsOf("pairs", "平罗\n \n平", "", "罗平罗")).toEqual({
      lengths: [4, 0, 3],
      rows: [
        { innp5j: [0, 5], p5jinn: [4] },
        { zzinn: [0, 5], zzp5j: [1, 4] },
      ],
    });
    expect(rowsOf("characters", "𠮷").rows).toEqual([{ z2vg7: [0] }]);
    expect(rowsOf("pairs", "")).toEqual({ lengths: [0], rows: [{}, {}] });
  });

  it("cover a query by every character, or every second pair and the last", () => {
    expect(wantedWords("平罗平", "characters").wanted.map(({ word }) => word)).toEqual(["inn", "p5j", "inn"]);
    expect(wantedWords("平罗平", "pairs").wanted).toEqual([
      { word: "innp5j", offset: 0 },
      { word: "p5jinn", offset: 1 },
    ]);
    expect(wantedWords("平", "pairs").wanted).toEqual([{ word: "zzinn", offset: 0 }]);
    expect(wantedWords(" ", "pairs").wanted).toEqual([]);
  });

  it.each(CUTS)("are letters and digits, none the beginning of another, by %s (property)", (cut) => {
    const text = fc.string({ unit: "binary", maxLength: 3 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const words = [one, other].flatMap((query) => wantedWords(query, cut).wanted.map(({ word }) => word));
        for (const word of words) {
          expect(word).toMatch(/^[a-z0-9]+$/);
          expect(words.filter((longer) => longer !== word && longer.startsWith(word))).toEqual([]);
        }
      }),
    );
  });

  it.each(CUTS)("tell exactly where a piece stands, by %s (property)", async (cut) => {
    const text = fc.string({ unit: fc.constantFrom(..."甲乙丙a1（ \n"), maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(text, text, async (printed, query) => {
        const needle = normalise(query);
        fc.pre(needle !== "");
        const { rows } = rowsOf(cut, printed);
        const lookUp = async (word: string): Promise<Places> => {
          const places = rows.flatMap((row) => row[word] ?? []);
          return places.length > 0 ? new Map([[0, places]]) : new Map();
        };
        const { places } = await findPlaces(query, lookUp, cut);
        const held = printed.split("\n").some((line) => normalise(line).includes(needle));
        expect(places.has(0)).toBe(held);
      }),
    );
  });

  it("find nothing for nothing", async () => {
    expect((await findPlaces(" ", async () => new Map(), "pairs")).places.size).toBe(0);
  });
});

describe("the normal form", () => {
  it("makes widths, cases and blanks alike", () => {
    expect(normalise("平政发 〔２０２１〕\u3000５６号")).toBe("平政发〔2021〕56号");
    expect(normalise("ＡＢc\u200b")).toBe("abc");
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
  });

  it("is tried in other spellings", () => {
    expect(otherSpellings("平政发[2021]56号")).toContain("平政发〔2021〕56号");
    expect(otherSpellings("平政发202156号")).toContain("平政发〔2021〕56号");
    expect(otherSpellings("2021-2023年")).toContain("2021—2023年");
    expect(otherSpellings("《规划》")).toEqual(["规划"]);
    expect(otherSpellings('“数字政府"')).toContain("“数字政府”");
    expect(otherSpellings("09526095358")).toContain("0952-6095358");
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

describe("the pieces of a term", () => {
  it("are its words of two characters and more", () => {
    expect(piecesOf("农药的管理，")).toEqual(["农药", "管理"]);
    expect(piecesOf("的")).toEqual([]);
    expect(piecesOf("，")).toEqual([]);
  });
});
