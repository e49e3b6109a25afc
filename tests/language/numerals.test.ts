/** Chinese and full-width numerals, dates, document numbers as lines and in texts. */
import { describe, expect, test } from "vitest";
import { daysIn, isDateLine, isoDate, readDate } from "../../src/language/dates.ts";
import { readNumberLine } from "../../src/language/documentNumbers.ts";
import { halfWidth, readNumeral } from "../../src/language/numerals.ts";

describe("readNumeral", () => {
  test.each([
    ["0", 0],
    ["12", 12],
    ["１２", 12],
    ["一", 1],
    ["两", 2],
    ["十", 10],
    ["十一", 11],
    ["二十", 20],
    ["二十三", 23],
    ["九十九", 99],
    ["一百", 100],
    ["一百零五", 105],
    ["一百一十", 110],
    ["一百一十五", 115],
    ["二百", 200],
    ["一千零一", 1001],
    ["一千二百三十四", 1234],
    ["二〇二一", 2021],
    ["二○二一", 2021],
    ["二零二一", 2021],
    ["〇", 0],
  ])("%s is %d", (text, value) => {
    expect(readNumeral(text)).toBe(value);
  });

  test.each(["", "甲", "1a", "第一", "一二三甲"])("%j is none", (text) => {
    expect(readNumeral(text)).toBeNull();
  });

  test("halfWidth keeps offsets", () => {
    expect(halfWidth("２０２１年Ａｚ，。")).toBe("2021年Az，。");
  });
});

describe("dates", () => {
  test.each([
    ["2021年9月9日", "2021-09-09"],
    ["二〇二一年九月九日", "2021-09-09"],
    ["二○二一年十二月二十九日", "2021-12-29"],
    ["2021 年 9 月 9 日", "2021-09-09"],
    ["２０２１年９月９日", "2021-09-09"],
    ["2020年2月29日", "2020-02-29"],
    ["2021年2月29日", null],
    ["2021年13月1日", null],
    ["2021年1十月1日", null],
    ["2021年9月", null],
    ["印发于2021年9月9日", null],
    ["", null],
  ])("%s is %s", (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  test("a line that is a date need not be in the calendar", () => {
    expect(isDateLine("2021年9月31日")).toBe(true);
    expect(isDateLine("2021年9月31日印发")).toBe(false);
  });

  test("the calendar", () => {
    expect([2000, 1900, 2024, 2021].map((year) => daysIn(year, 2))).toEqual([29, 28, 29, 28]);
    expect(daysIn(2021, 13)).toBe(0);
    expect(isoDate(999, 1, 1)).toBeNull();
    expect(isoDate(2021, 4, 31)).toBeNull();
    expect(isoDate(2021, 4, 0)).toBeNull();
  });
});

describe("readNumberLine", () => {
  test.each([
    ["平政发〔2021〕56号", "平政发〔2021〕56号", "平政发", 2021, 56],
    ["平政发[2021]56号", "平政发[2021]56号", "平政发", 2021, 56],
    ["平政发［2021］56号", "平政发［2021］56号", "平政发", 2021, 56],
    ["平政发【2021】56号", "平政发【2021】56号", "平政发", 2021, 56],
    ["平政发(2021)56号", "平政发(2021)56号", "平政发", 2021, 56],
    ["平政发（2021）56号", "平政发（2021）56号", "平政发", 2021, 56],
    ["平政发〔2021]56号", "平政发〔2021]56号", "平政发", 2021, 56],
    ["平政发（2021〕56号", "平政发（2021〕56号", "平政发", 2021, 56],
    ["平政规发〔2021〕1号", "平政规发〔2021〕1号", "平政规发", 2021, 1],
    ["发文字号：平政发〔2021〕56号", "平政发〔2021〕56号", "平政发", 2021, 56],
    ["文号:平政发〔2021〕56号", "平政发〔2021〕56号", "平政发", 2021, 56],
    ["（平政发〔2021〕56号）", "平政发〔2021〕56号", "平政发", 2021, 56],
    ["平政发〔２０２１〕５６号", "平政发〔２０２１〕５６号", "平政发", 2021, 56],
    ["平政发〔2021〕第56号", "平政发〔2021〕第56号", "平政发", 2021, 56],
    ["国办发明电〔2021〕5号", "国办发明电〔2021〕5号", "国办发明电", 2021, 5],
    ["第5号", "第5号", null, null, 5],
    ["第六十六号", "第六十六号", null, null, 66],
    ["（第5号）", "第5号", null, null, 5],
  ])("%s", (line, text, agency, year, serial) => {
    expect(readNumberLine(line)).toEqual({ text, agency, year, serial });
  });

  test("blanks within are layout", () => {
    expect(readNumberLine(" 平政发 〔2021〕\u200b 56 号 ")).toMatchObject({
      agency: "平政发",
      year: 2021,
      serial: 56,
    });
  });

  test.each(["平政发", "平政发〔2021〕", "第5期", "根据平政发〔2021〕56号文件", "2021年", "", "中山路56号"])(
    "%j is none",
    (line) => {
      expect(readNumberLine(line)).toBeNull();
    },
  );
});
