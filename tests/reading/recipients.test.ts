/** 主送机关 split at the marks between them (contract: notice.recipients), 文种 told from titles. */
import { describe, expect, test } from "vitest";
import { genreOf } from "../../src/reading/genre.ts";
import { splitRecipients } from "../../src/reading/recipients.ts";

describe("splitRecipients", () => {
  test.each([
    ["各乡镇、县直各部门：", ["各乡镇", "县直各部门"]],
    ["各乡镇，县直各部门:", ["各乡镇", "县直各部门"]],
    ["各乡（镇）人民政府、县直各部门：", ["各乡（镇）人民政府", "县直各部门"]],
    ["各省、自治区、直辖市人民政府：", ["各省、自治区、直辖市人民政府"]],
    ["各省、自治区、直辖市人民政府，中国科学院：", ["各省、自治区、直辖市人民政府", "中国科学院"]],
    ["各市、县、区人民政府，自治区政府各部门：", ["各市、县、区人民政府", "自治区政府各部门"]],
    ["县水务局：", ["县水务局"]],
    ["", []],
  ])("%s", (text, expected) => {
    expect(splitRecipients(text)).toEqual(expected);
  });
});

const GENRES =
  "决议 决定 命令 令 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要 办法 规定 细则 方案 规划 计划 要点".split(
    " ",
  );

describe("genreOf", () => {
  test.each(GENRES)("…的%s", (genre) => {
    expect(genreOf(`某县人民政府关于节水工作的${genre}`)).toBe(genre);
  });

  test("the last word counts, a bracket after it does not", () => {
    expect(genreOf("某县节水办法（试行）")).toBe("办法");
    expect(genreOf("关于印发《某县节水办法》的通知")).toBe("通知");
    expect(genreOf("节水工作")).toBeNull();
  });
});
