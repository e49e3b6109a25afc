/** Which blanks are layout and which stay (contract: rule 1). */
import { describe, expect, test } from "vitest";
import { BLANK, isBlankCode, squeeze, tidyText, tidyTitle } from "../../src/language/blanks.ts";

describe("blanks", () => {
  test.each([
    " ",
    "\t",
    "\n",
    "\r",
    "\u3000",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "\u2003",
    "\u2028",
    "\u205f",
    "\u2060",
    "\u180e",
    "\u202a",
  ])("U+%j is one", (char) => {
    expect(isBlankCode(char.charCodeAt(0))).toBe(true);
    expect(BLANK.test(char)).toBe(true);
  });

  test.each(["中", "a", "1", "。", "，", "\u2014", "\u2026", "\u4e00", "\uff0c", "\ud800"])(
    "%j is none",
    (char) => {
      expect(isBlankCode(char.charCodeAt(0))).toBe(false);
    },
  );

  test("squeeze takes all of them out", () => {
    expect(squeeze(" 平\u3000罗\u200b 县\n")).toBe("平罗县");
  });
});

describe("tidyText", () => {
  test.each([
    ["审 批通过", "审批通过"],
    ["法制审核制 度落实", "法制审核制 度落实"],
    ["法制审核制度 落实", "法制审核制度 落实"],
    ["《中共中央 国务院关于意见》", "《中共中央 国务院关于意见》"],
    ["《中共中央　国务院关于意见》", "《中共中央　国务院关于意见》"],
    ["到 2023 年底", "到 2023 年底"],
    ["企业 and 群众", "企业 and 群众"],
    ["共 12 34 户", "共 12 34 户"],
    ["  各单位  ", "各单位"],
    ["平政发\u200b〔2021〕", "平政发〔2021〕"],
    ["甲、 乙", "甲、 乙"],
    ["没有空格", "没有空格"],
  ])("%j is %j", (raw, text) => {
    expect(tidyText(raw)).toBe(text);
  });
});

describe("tidyTitle", () => {
  test.each([
    ["县人民政府 关于印发方案的通知", "县人民政府关于印发方案的通知"],
    ["冯 斌", "冯斌"],
    ["主　　任", "主任"],
    ["中共中央 国务院关于意见", "中共中央 国务院关于意见"],
    ["中共某县委员会 某县人民政府关于意见", "中共某县委员会 某县人民政府关于意见"],
    ["IPv6 2035", "IPv6 2035"],
    ["农药包装废弃物回 收任务量 (吨)", "农药包装废弃物回收任务量(吨)"],
    ["没有空格", "没有空格"],
  ])("%j is %j", (raw, title) => {
    expect(tidyTitle(raw)).toBe(title);
  });
});
