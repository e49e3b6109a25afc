/** 施行、有效期、废止 (contract: notice.effect). */
import { describe, expect, test } from "vitest";
import { readCommencement, readExpiry, repealStretches } from "../../src/reading/effect.ts";

describe("readCommencement", () => {
  test.each([
    ["本办法自2022年1月1日起施行。", "自2022年1月1日起施行", "2022-01-01"],
    ["本办法自2022年1月1日起正式实施。", "自2022年1月1日起正式实施", "2022-01-01"],
    ["本规定从二〇二二年一月一日起执行", "从二〇二二年一月一日起执行", "2022-01-01"],
    ["本通知自印发之日起施行。", "自印发之日起施行", "2021-09-09"],
    ["本办法自公布之日起施行", "自公布之日起施行", "2021-09-09"],
    ["本通告自发布之日起生效", "自发布之日起生效", "2021-09-09"],
    ["自2022年2月30日起施行", "自2022年2月30日起施行", null],
    ["本通知自即日起执行。", "自即日起执行", "2021-09-09"],
    ["本办法于2021年10月1日起施行。", "于2021年10月1日起施行", "2021-10-01"],
    ["本通知从文到之日起执行。", "从文到之日起执行", null],
    ["本办法自公布之日起三十日后施行。", "自公布之日起三十日后施行", null],
    ["本办法自发文之日起实行。", "自发文之日起实行", "2021-09-09"],
    ["本办法自颁布之日起开始施行。", "自颁布之日起开始施行", "2021-09-09"],
    ["本通告自2021年10月1日零时起施行。", "自2021年10月1日零时起施行", "2021-10-01"],
    ["本规则自通过之日起施行。", "自通过之日起施行", "2021-09-09"],
    ["本条例自批准之日起施行。", "自批准之日起施行", null],
  ])("%s", (text, printed, date) => {
    expect(readCommencement(text, "2021-09-09")).toEqual({ text: printed, date });
  });

  test("a document without a date leaves its 印发之日 unknown", () => {
    expect(readCommencement("自印发之日起施行", null)).toEqual({ text: "自印发之日起施行", date: null });
  });

  test("30日后 is not the day itself", () => {
    expect(readCommencement("自公布之日起30日后施行", "2021-09-09")?.date).not.toBe("2021-09-09");
  });

  test.each(["请认真贯彻执行。", "组织实施", "许可证自批准之日起生效。", "2022年1月1日", ""])(
    "%j says nothing of it",
    (text) => {
      expect(readCommencement(text, "2021-09-09")).toBeNull();
    },
  );
});

describe("readExpiry", () => {
  test.each([
    ["有效期5年", "2022-01-01", "2026-12-31"],
    ["有效期为五年", "2022-01-01", "2026-12-31"],
    ["有效期两年。", "2021-10-15", "2023-10-14"],
    ["有效期限3年", "2020-02-29", "2023-02-28"],
    ["有效期至2026年12月31日", "2022-01-01", "2026-12-31"],
    ["有效期至2026年12月31日止", null, "2026-12-31"],
    ["有效期5年", null, null],
    ["有效期自2021年10月10日至2026年10月9日。", "2021-10-10", "2026-10-09"],
    ["有效期自2021年10月10日起至2026年10月9日止", null, "2026-10-09"],
    ["自发布之日起施行，至2024年5月31日自行失效", "2021-09-09", "2024-05-31"],
    ["自2021年9月1日起施行至2024年8月31日止", "2021-09-01", "2024-08-31"],
    ["有效期3年，至2024年5月1日止", "2021-09-01", "2024-05-01"],
    ["有效期自施行之日起5年", "2022-01-01", "2026-12-31"],
    ["试行期2年", "2022-01-01", "2023-12-31"],
  ])("%s from %s", (text, from, date) => {
    expect(readExpiry(text, from)?.date).toBe(date);
  });

  test.each(["有效期见附件", "长期有效", "《节水办法》已失效", "逾期失效", ""])(
    "%j says nothing of it",
    (text) => {
      expect(readExpiry(text, "2022-01-01")).toBeNull();
    },
  );
});

describe("repealStretches", () => {
  /** The stretches in which what is ended is named. */
  const ended = (text: string): string[] =>
    repealStretches(text).map(({ start, end }) => text.slice(start, end));

  test.each([
    "《节水办法》同时废止。",
    "《节水办法》即行废止",
    "《节水办法》同时作废。",
    "《节水办法》停止执行。",
    "《节水办法》不再执行",
  ])("%s", (text) => {
    expect(ended(text)).toEqual([expect.stringContaining("《节水办法》")]);
  });

  test("another sentence is not ended with it", () => {
    expect(ended("根据《节水条例》制定本办法。《节水办法》同时废止。")).toEqual(["《节水办法》"]);
  });

  test("a text that ends nothing", () => {
    expect(ended("《节水办法》自印发之日起施行。")).toEqual([]);
  });
});

describe("repealStretches, with the verb before", () => {
  test.each(["停止执行《节水办法》。", "废止《节水办法》。"])("%s", (text) => {
    const stretches = repealStretches(text).map(({ start, end }) => text.slice(start, end));
    expect(stretches).toEqual([expect.stringContaining("《节水办法》")]);
  });
});
