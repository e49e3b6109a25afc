/** The dates that open entries of a chronicle (forms: input.md, Chronicle). */
import { describe, expect, test } from "vitest";
import { entryDate, monthHeading, resolveEntryDate } from "../../src/structure/entryDates.ts";

/** First and last day of the entry that a text opens, in 2021, under the heading of July. */
const dates = (text: string): [string | null, string | null] | null => {
  const read = entryDate(text);
  if (!read) return null;
  const { date, endDate } = resolveEntryDate(read, 2021, 7);
  return [date, endDate];
};

describe("entryDate", () => {
  test.each([
    ["7月5日，县长", "2021-07-05", null],
    ["7月5日 县长", "2021-07-05", null],
    ["7月5日：县长", "2021-07-05", null],
    ["7月5日县长", "2021-07-05", null],
    ["◇7月5日　县长", "2021-07-05", null],
    ["△7月5日，", "2021-07-05", null],
    ["12月31日，", "2021-12-31", null],
    ["７月５日，", "2021-07-05", null],
    ["七月五日，", "2021-07-05", null],
    ["2020年7月5日，", "2020-07-05", null],
    ["5日，县长", "2021-07-05", null],
    ["5日 县长", "2021-07-05", null],
    ["5日", "2021-07-05", null],
    ["8月13日至14日，", "2021-08-13", "2021-08-14"],
    ["8月13日到14日，", "2021-08-13", "2021-08-14"],
    ["8月13—14日，", "2021-08-13", "2021-08-14"],
    ["13日—14日，", "2021-07-13", "2021-07-14"],
    ["13-14日，", "2021-07-13", "2021-07-14"],
    ["9月30日至10月2日，", "2021-09-30", "2021-10-02"],
    ["30日至8月2日，", "2021-07-30", "2021-08-02"],
    ["12月30日至1月2日，", "2021-12-30", "2022-01-02"],
    ["12月30日至2022年1月2日，", "2021-12-30", "2022-01-02"],
    ["2月30日，", null, null],
    ["【7月5日】县长", "2021-07-05", null],
    ["（7月5日）县长", "2021-07-05", null],
    ["1．7月5日，县长", "2021-07-05", null],
    ["12、7月5日，县长", "2021-07-05", null],
    ["7月5日--7月8日，", "2021-07-05", "2021-07-08"],
  ])("%s", (text, date, endDate) => {
    expect(dates(text)).toEqual([date, endDate]);
  });

  test.each(["同日，县长", "县长7月5日", "7月", "5月份", "2021年", "15日内完成", ""])(
    "%j opens none",
    (text) => {
      expect(dates(text)).toBeNull();
    },
  );

  test("a day without a month above it has no date", () => {
    const read = entryDate("5日，");
    expect(read && resolveEntryDate(read, 2021, null)).toEqual({ date: null, endDate: null });
  });
});

describe("monthHeading", () => {
  test.each([
    ["7月", null, 7],
    ["7月份", null, 7],
    ["【7月】", null, 7],
    ["十二月", null, 12],
    ["2020年7月", 2020, 7],
    ["◆7月", null, 7],
  ])("%s", (text, year, month) => {
    expect(monthHeading(text)).toEqual({ year, month });
  });
  test.each(["7月5日", "月", "工作要点"])("%s is none", (text) => {
    expect(monthHeading(text)).toBeNull();
  });
});
