/** What changes nothing of what is read: a page break anywhere in a paragraph, a table or a cell, and the width of digits and marks. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readGazette } from "../src/pipeline.ts";

const SEED = readFileSync(join(import.meta.dirname, "..", "seeds", "2021-03.txt"), "utf8").replace(
  /<\/?p>/g,
  "",
);
const LINES = SEED.split("\n");
/** What a page leaves between the halves of a text. */
const FURNITURE = [
  "",
  "— 12 —",
  "12",
  "·12·",
  "- 12 -",
  "平罗县人民政府公报　2021年第3期",
  "![](images/p12.png)",
  "第 12 页\n\n平罗县人民政府公报",
];
const RUNS = 60;

/** Everything that is read, without places and without what tells of the source file. */
function readingOf(text: string): string {
  const { compiled } = readGazette(Buffer.from(text), "seed.txt");
  const { coverage: _coverage, ...documents } = compiled;
  return JSON.stringify(documents, (key, value) =>
    key === "position" || key === "source" ? undefined : value,
  );
}

const expected = readingOf(SEED);

const isBlank = (char: string | undefined): boolean => char === undefined || /\s/.test(char);

/** Offsets at which a break is no sentence end, no word boundary of blanks, and inside no number or marker. */
function breaksOf(text: string): number[] {
  const found: number[] = [];
  for (let at = 8; at < text.length - 3; at++) {
    const before = text.slice(0, at);
    if (
      isBlank(text[at - 1]) ||
      isBlank(text[at]) ||
      /[。！？：:；…”）)》\d.@A-Za-z]$/.test(before) ||
      /^[\d.@A-Za-z]/.test(text.slice(at))
    )
      continue;
    found.push(at);
  }
  return found;
}

/** Lines of running text that a break may cut: no titles, notes of attachments, labels or list items of few words. */
const paragraphs = LINES.flatMap((line, index) => {
  const isText =
    index > 125 &&
    !line.includes("\t") &&
    line.length > 60 &&
    !/^(?:县人民政府|附件|- |\d|责任|进度)/.test(line);
  return isText ? [{ index, breaks: breaksOf(line) }] : [];
});

/** Rows of tables with a head over them, and what may be cut: a cell of some length. */
const rows = LINES.flatMap((line, index) => {
  const cells = line.split("\t");
  const isRow =
    index > 125 && cells.length >= 4 && /^\d+$/.test(cells[0] as string) && !line.includes("二类县");
  const cell = cells.findIndex((text) => breaksOf(text).length > 0);
  return isRow && cell > 0 ? [{ index, cell, breaks: breaksOf(cells[cell] as string) }] : [];
});

const pick = <T>(items: readonly T[], at: number): T => items[at % items.length] as T;

describe("page breaks", () => {
  test("in the middle of a paragraph are healed", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (line, place, kind) => {
        const { index, breaks } = pick(paragraphs, line);
        const at = pick(breaks, place);
        const text = LINES[index] as string;
        const cut = [...LINES];
        cut[index] = `${text.slice(0, at)}\n\n${pick(FURNITURE, kind)}\n\n${text.slice(at)}`;
        expect(readingOf(cut.join("\n"))).toBe(expected);
      }),
      { numRuns: RUNS, seed: 2021 },
    );
  });

  test("between the rows of a table, and in the middle of a cell, are healed", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), fc.boolean(), (line, place, kind, inCell) => {
        const { index, cell, breaks } = pick(rows, line);
        const text = LINES[index] as string;
        const cells = text.split("\t");
        const at = [...cells.slice(0, cell), (cells[cell] as string).slice(0, pick(breaks, place))].join(
          "\t",
        ).length;
        const offset = inCell ? at : 0;
        const cut = [...LINES];
        cut[index] = `${text.slice(0, offset)}\n\n${pick(FURNITURE, kind)}\n\n${text.slice(offset)}`;
        expect(readingOf(cut.join("\n"))).toBe(expected);
      }),
      { numRuns: RUNS, seed: 2021 },
    );
  });
});

const FIXTURES = join(import.meta.dirname, "fixtures");
/** The same characters in another width, and back to one of the two. */
const WIDTHS: Readonly<
  Record<string, { change: (text: string) => string; level: (text: string) => string }>
> = {
  "digits of full width": {
    // Digits in the marks of HTML stay, which a browser reads too.
    change: (text) =>
      text.replace(/(?<!=["']?)[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + WIDER)),
    level: (text) => text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - WIDER)),
  },
  "marks of half width": { change: narrowMarks, level: narrowMarks },
};
const WIDER = "０".charCodeAt(0) - "0".charCodeAt(0);
function narrowMarks(text: string): string {
  return text.replace(/[（）：；，]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - WIDER));
}

describe.each(Object.keys(WIDTHS))("%s", (name) => {
  const { change, level } = WIDTHS[name] as (typeof WIDTHS)[string];

  test("say what others say in the printed issue", () => {
    expect(level(readingOf(change(SEED)))).toBe(level(expected));
  });

  test.each(readdirSync(FIXTURES).filter((file) => file.endsWith(".txt")))("and in %s", (file) => {
    const text = readFileSync(join(FIXTURES, file), "utf8");
    expect(level(readingOf(change(text)))).toBe(level(readingOf(text)));
  });
});
