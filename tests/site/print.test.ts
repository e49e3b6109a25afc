/** A long notice on paper, measured against GB/T 9704-2012: page, margins, grid, page numbers, repeated heads. */
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { openSite } from "../support/site.ts";

/** A piece of text with its place in millimetres from the page's top left corner, on its base line. */
type Piece = { text: string; left: number; right: number; base: number };
type Sheet = { width: number; height: number; pieces: Piece[] };

const NOTICE = "/2021-03/pzf-2021-56/";
const MARGIN = { top: 37, bottom: 35, left: 28, right: 26 };
const PITCH = 225 / 22;
const PAGE_NUMBER = /^—\s*(\d+)\s*—$/u;

const site = openSite();
let sheets: Sheet[];
/** A machine without a Chinese font prints boxes, whose places say nothing. */
let hasFont: boolean;

beforeAll(async () => {
  const page = await site.browser.newPage();
  await page.goto(site.origin + NOTICE, { waitUntil: "load" });
  hasFont = await page.evaluate(() => {
    const context = document.createElement("canvas").getContext("2d");
    if (context === null) return false;
    context.font = "100px serif";
    return Math.abs(context.measureText("永").width - 100) < 1;
  });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  sheets = await sheetsOf(await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise);
});

async function sheetsOf(document: PDFDocumentProxy): Promise<Sheet[]> {
  const sheet = async (number: number): Promise<Sheet> => {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item): Piece[] => {
      if (!("str" in item) || item.str.trim() === "") return [];
      const [, , , , x = 0, y = 0] = item.transform as number[];
      const left = millimetres(x);
      // A PDF may name a character by its radical: ⼈ for 人, and ⺠ for 民, which no normal form joins.
      return [
        {
          text: item.str.normalize("NFKC").replaceAll("⺠", "民"),
          left,
          right: left + millimetres(item.width),
          base: millimetres(height - y),
        },
      ];
    });
    return { width: millimetres(width), height: millimetres(height), pieces };
  };
  return Promise.all(Array.from({ length: document.numPages }, (_, at) => sheet(at + 1)));
}

function millimetres(points: number): number {
  return (points / 72) * 25.4;
}

type Line = { base: number; left: number; right: number; text: string };

/** The lines of the type area, top down; the page number stands below it. */
function linesOf({ height, pieces }: Sheet): Line[] {
  const inside = pieces.filter(({ base }) => base < height - MARGIN.bottom);
  const groups = Map.groupBy(inside, ({ base }) => Math.round(base));
  return [...groups.values()]
    .map((group) => {
      const ordered = group.toSorted((a, b) => a.left - b.left);
      return {
        base: ordered[0]?.base ?? 0,
        left: ordered[0]?.left ?? 0,
        right: Math.max(...ordered.map(({ right }) => right)),
        text: ordered.map(({ text }) => text).join(""),
      };
    })
    .sort((a, b) => a.base - b.base);
}

const words = (sheet: Sheet | undefined) =>
  sheet === undefined
    ? ""
    : linesOf(sheet)
        .map(({ text }) => text)
        .join("");

describe("a notice on paper", () => {
  it("is A4 on every page", () => {
    expect(sheets.length).toBeGreaterThan(10);
    for (const { width, height } of sheets) {
      expect(width).toBeCloseTo(210, 0);
      expect(height).toBeCloseTo(297, 0);
    }
  });

  it("keeps to the type area of 156 × 225 mm", ({ skip }) => {
    if (!hasFont) skip();
    for (const sheet of sheets) {
      for (const { left, right, base } of linesOf(sheet)) {
        expect(left).toBeGreaterThanOrEqual(MARGIN.left - 0.5);
        // A mark at a line's end may hang by half a character, as clreq has it.
        expect(right).toBeLessThanOrEqual(210 - MARGIN.right + 3);
        expect(base).toBeGreaterThan(MARGIN.top);
      }
    }
  });

  it("has 22 lines of 28 characters on a full page of text", ({ skip }) => {
    if (!hasFont) skip();
    const full = sheets.slice(2, 8).map(linesOf);
    expect(full.map(({ length }) => length)).toContain(22);
    const lines = full.flat();
    for (const page of full) {
      for (const [at, line] of page.entries()) {
        const above = page[at - 1];
        if (above !== undefined) expect((line.base - above.base) / PITCH).toBeCloseTo(1, 1);
      }
    }
    const chinese = lines.filter(({ text }) => /^[\p{Script=Han}，。、；]+$/u.test(text));
    expect(Math.max(...chinese.map(({ text }) => [...text].length))).toBeGreaterThanOrEqual(28);
    expect(Math.max(...chinese.map(({ text }) => [...text].length))).toBeLessThanOrEqual(29);
  });

  it("begins with the red head, 35 mm below the top of the type area, and keeps its note with the signature", ({
    skip,
  }) => {
    if (!hasFont) skip();
    const [first] = sheets;
    const [mark] = first === undefined ? [] : linesOf(first);
    expect(mark?.text).toBe("平罗县人民政府");
    // The characters of a mark of 38 pt reach 12 mm down to their base line.
    expect((mark?.base ?? 0) - MARGIN.top).toBeGreaterThan(40);
    expect((mark?.base ?? 0) - MARGIN.top).toBeLessThan(50);
    const noted = sheets.find((sheet) => words(sheet).includes("(此件公开发布)"));
    expect(words(noted)).toContain("2021年9月9日");
    expect(words(noted)).toContain("印发给你们");
  });

  it("numbers its pages — 1 —, outside: odd ones right, even ones left", ({ skip }) => {
    if (!hasFont) skip();
    for (const [at, { width, height, pieces }] of sheets.entries()) {
      const below = pieces.filter(({ base }) => base > height - MARGIN.bottom);
      const text = below.map((piece) => piece.text).join("");
      expect(PAGE_NUMBER.exec(text.trim())?.[1]).toBe(String(at + 1));
      expect((below[0]?.left ?? 0) > width / 2).toBe(at % 2 === 0);
    }
  });

  it("repeats the head of a table on every page of it", ({ skip }) => {
    if (!hasFont) skip();
    const first = sheets.findIndex((sheet) => words(sheet).includes("重点内容"));
    const tail = first < 0 ? [] : sheets.slice(first);
    expect(tail.length).toBeGreaterThan(3);
    for (const sheet of tail) expect(words(sheet)).toContain("重点内容");
  });

  it("leaves out what is for the screen", ({ skip }) => {
    if (!hasFont) skip();
    const all = sheets.map(words).join("");
    for (const chrome of ["首页", "大字", "原文对照", "上一篇", "¶", "本文目录"])
      expect(all).not.toContain(chrome);
  });
});
