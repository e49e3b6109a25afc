/** Deadlines as printed, with their first and last day (contract: task.deadline; forms: input.md, Tasks). */
import { describe, expect, test } from "vitest";
import { readDeadline } from "../../src/reading/deadlines.ts";

/** The days of a deadline in a document of 2021. */
const days = (text: string, year: number | null = 2021): [string | null, string | null, boolean] | null => {
  const read = readDeadline(text, year);
  return read && [read.start, read.end, read.ongoing];
};

describe("readDeadline", () => {
  test.each([
    ["2021年", "2021-01-01", "2021-12-31"],
    ["2021 年", "2021-01-01", "2021-12-31"],
    ["2021年内", "2021-01-01", "2021-12-31"],
    ["2021—2023年", "2021-01-01", "2023-12-31"],
    ["2021-2025年", "2021-01-01", "2025-12-31"],
    ["2021年至2023年", "2021-01-01", "2023-12-31"],
    ["2021年上半年", "2021-01-01", "2021-06-30"],
    ["2022年下半年", "2022-07-01", "2022-12-31"],
    ["第三季度", "2021-07-01", "2021-09-30"],
    ["2021年第四季度", "2021-10-01", "2021-12-31"],
    ["三季度", "2021-07-01", "2021-09-30"],
    ["第一至第三季度", "2021-01-01", "2021-09-30"],
    ["2021年9月", "2021-09-01", "2021-09-30"],
    ["2021年2月", "2021-02-01", "2021-02-28"],
    ["2020年2月", "2020-02-01", "2020-02-29"],
    ["6月份", "2021-06-01", "2021-06-30"],
    ["2021年6月上旬", "2021-06-01", "2021-06-10"],
    ["6月中旬", "2021-06-11", "2021-06-20"],
    ["2021年2月下旬", "2021-02-21", "2021-02-28"],
    ["2021年7月—9月", "2021-07-01", "2021-09-30"],
    ["7月至9月", "2021-07-01", "2021-09-30"],
    ["2021年10月至2022年3月", "2021-10-01", "2022-03-31"],
    ["2021年7月1日至8月31日", "2021-07-01", "2021-08-31"],
    ["7月1日—15日", "2021-07-01", "2021-07-15"],
    ["2021年12月20日至2022年1月10日", "2021-12-20", "2022-01-10"],
  ])("%s runs from its first day to its last", (text, start, end) => {
    expect(days(text)).toEqual([start, end, false]);
  });

  test.each([
    ["2021年底前", "2021-12-31"],
    ["2021年底", "2021-12-31"],
    ["2021年末", "2021-12-31"],
    ["2021年前", "2021-12-31"],
    ["2021年12月底前", "2021-12-31"],
    ["12月底", "2021-12-31"],
    ["6月末前", "2021-06-30"],
    ["2022年2月底之前", "2022-02-28"],
    ["2021年9月前", "2021-09-30"],
    ["2021年7月25日前", "2021-07-25"],
    ["2021年7月25日前完成并报县司法局备案", "2021-07-25"],
    ["7月25日以前", "2021-07-25"],
    ["截至2021年12月31日", "2021-12-31"],
    ["第三季度末", "2021-09-30"],
    ["2021年上半年前", "2021-06-30"],
    ["年底前", "2021-12-31"],
    ["今年年底前", "2021-12-31"],
    ["今年底", "2021-12-31"],
    ["明年底前", "2022-12-31"],
    ["二〇二一年十二月底前", "2021-12-31"],
    ["２０２１年１２月底前", "2021-12-31"],
    ["2021 年 12 月 5 日前", "2021-12-05"],
    ["2023年底前全面完成", "2023-12-31"],
  ])("%s has an end and no start", (text, end) => {
    expect(days(text)).toEqual([null, end, false]);
  });

  test.each([
    "长期",
    "长期执行",
    "持续推进",
    "长期坚持",
    "常态化推进",
    "每年6月",
    "每月底前",
    "每季度末",
    "日常工作",
    "随时",
  ])("%s is ongoing and has no days", (text) => {
    expect(days(text)).toEqual([null, null, true]);
  });

  test("a whole year is no open end", () => {
    expect(days("2021年全年")).toEqual(["2021-01-01", "2021-12-31", false]);
  });

  test.each(["3个工作日内", "按上级要求", "2021年13月", "2021年2月30日前", "另行通知"])(
    "%s cannot be read: null, not a guess",
    (text) => {
      expect(days(text)).toEqual([null, null, false]);
    },
  );

  test.each([
    "12月底",
    "第三季度",
    "上半年",
    "6月上旬",
    "7月至9月",
    "7月1日至8月31日",
    "7月25日前",
    "年底前",
    "明年",
  ])("%s in a document without a date is null", (text) => {
    expect(days(text, null)).toEqual([null, null, false]);
  });

  test.each(["", "　", "—", "/", "无"])("%j is no deadline", (text) => {
    expect(readDeadline(text, 2021)).toBeNull();
  });

  test("the text stays as printed", () => {
    expect(readDeadline(" 2021 年 12 月底前 ", 2021)?.text).toBe("2021 年 12 月底前");
  });
});

describe("readDeadline, where only one end is told", () => {
  test("即日起至 a day has no start", () => {
    expect(days("即日起至2021年12月31日")).toEqual([null, "2021-12-31", false]);
  });

  test("自 a day 起 has no end", () => {
    expect(days("自2021年7月1日起")).toEqual(["2021-07-01", null, false]);
  });

  test("a day 起长期执行 is ongoing from then on", () => {
    expect(days("2021年7月1日起长期执行")).toEqual(["2021-07-01", null, true]);
  });
});
