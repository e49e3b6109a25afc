/** Where lines start, and where blanks stand. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBlankCode } from "../../src/language/blanks.ts";
import { sourceOf } from "../../src/syntax/source.ts";
import { isTight } from "../../src/tree/build.ts";

describe("sourceOf", () => {
  test("LF, CR LF and CR end a line", () => {
    expect(sourceOf("甲\n乙\r\n丙\r丁").lineStarts).toEqual([0, 2, 5, 7]);
    expect(sourceOf("").lineStarts).toEqual([0]);
    expect(sourceOf("甲\n").lineStarts).toEqual([0, 2]);
  });

  test.each([
    ["县财政局", []],
    ["　　各乡镇", [0, 1]],
    ["", []],
    ["甲\t乙 丙\r\n丁", [1, 3, 5, 6]],
    ["甲\ufeff乙\u200b丙", [1, 3]],
  ])("the blanks of %j", (text, blanks) => {
    expect([...sourceOf(text).blanks.sorted]).toEqual(blanks);
  });

  test("stretches are tight where none of their units is a blank, in any order of asking", () => {
    const unit = fc.constantFrom("县", "a", "“", "，", " ", "\t", "　", "\ufeff", "\u2028", "\r", "\n");
    const places = fc.array(fc.tuple(fc.nat(120), fc.nat(12)), { maxLength: 20 });
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 120 }), places, (text, asked) => {
        const source = sourceOf(text);
        for (const [from, length] of asked) {
          const start = Math.min(from, text.length);
          const end = Math.min(start + length, text.length);
          const blanks = [...text.slice(start, end)].filter((char) => isBlankCode(char.charCodeAt(0)));
          expect(isTight(source, [{ start, end }])).toBe(blanks.length === 0);
        }
      }),
    );
  });
});
