/** Where lines start, and which blanks stand in them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBlankCode } from "../../src/language/blanks.ts";
import { sourceOf } from "../../src/syntax/source.ts";
import { BlanksInLine } from "../../src/tree/nodes.ts";

describe("sourceOf", () => {
  test("LF, CR LF and CR end a line", () => {
    expect(sourceOf("甲\n乙\r\n丙\r丁").lineStarts).toEqual([0, 2, 5, 7]);
    expect(sourceOf("").lineStarts).toEqual([0]);
    expect(sourceOf("甲\n").lineStarts).toEqual([0, 2]);
  });

  test.each([
    ["县财政局", BlanksInLine.none],
    ["　　各乡镇", BlanksInLine.none],
    ["", BlanksInLine.none],
    ["甲\t乙", BlanksInLine.tabs],
    ["甲\t乙 丙\t丁", BlanksInLine.others],
    ["王　强", BlanksInLine.others],
    ["甲\ufeff乙", BlanksInLine.others],
    ["甲\u200b乙", BlanksInLine.others],
  ])("the blanks of %j", (line, blanks) => {
    expect(sourceOf(`甲 乙\n${line}\r\n甲 乙`).blanks[1]).toBe(blanks);
  });

  test("a line without blanks has none inside, in any text", () => {
    const unit = fc.constantFrom(
      "县",
      "a",
      "“",
      "，",
      " ",
      "\t",
      "　",
      "\ufeff",
      "\u2028",
      "\u0000",
      "\r",
      "\n",
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const { lineStarts, blanks } = sourceOf(text);
        expect(blanks).toHaveLength(lineStarts.length);
        lineStarts.forEach((start, index) => {
          const codes = [...text.slice(start, lineStarts[index + 1])].map((char) => char.charCodeAt(0));
          const from = codes.findIndex((code) => !isBlankCode(code));
          const to = codes.findLastIndex((code) => !isBlankCode(code));
          const inner = codes.slice(from, to).filter(isBlankCode);
          if (blanks[index] === BlanksInLine.none) expect(inner).toEqual([]);
          if (blanks[index] === BlanksInLine.tabs) expect(inner.every((code) => code === 9)).toBe(true);
        });
      }),
    );
  });
});
