/** Han characters by their code are those of Unicode's script. */
import { expect, test } from "vitest";
import { hasHan, isHan, isHanCode } from "../src/language/han.ts";

test("a unit is Han where the script says so", () => {
  const wrong: string[] = [];
  for (let code = 0; code <= 0xffff; code++)
    if (isHanCode(code) !== /^\p{Script=Han}$/u.test(String.fromCharCode(code)))
      wrong.push(code.toString(16));
  expect(wrong).toEqual([]);
});

test.each([
  ["", false],
  ["2021-03 （A）", false],
  ["Ａ区", true],
  ["〇", true],
  ["𠮷", true],
  ["😀", false],
  ["😀里", true],
  ["\ud842", false],
])("%j has Han characters: %s", (text, expected) => {
  expect(hasHan(text)).toBe(expected);
});

test.each([
  ["", false],
  ["王强", true],
  ["王 强", false],
  ["𠮷〇々", true],
  ["王\ud842", false],
  ["A王", false],
])("%j is Han and nothing else: %s", (text, expected) => {
  expect(isHan(text)).toBe(expected);
});
