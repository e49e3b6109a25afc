/** Markers of numbered parts and where their heads end (contract: Block, section; forms: input.md, Numbering). */
import { describe, expect, test } from "vitest";
import {
  firstOutside,
  openBrackets,
  readHead,
  readMarker,
  usesDecimals,
} from "../../src/structure/numbering.ts";

const marker = (text: string, decimals = false): [string, string, number | null] | null => {
  const read = readMarker(text, decimals);
  return read && [read.kind, text.slice(0, read.length), read.ordinal];
};

describe("readMarker", () => {
  test.each([
    ["一、总体要求", "chinese", "一、", 1],
    ["十一、保障", "chinese", "十一、", 11],
    ["二十三、保障", "chinese", "二十三、", 23],
    ["三十、其他", "chinese", "三十、", 30],
    ["一．总体要求", "chinese", "一．", 1],
    ["（一）指导思想", "chineseBracket", "（一）", 1],
    ["(十二) 其他", "chineseBracket", "(十二)", 12],
    ["1. 加强", "arabic", "1.", 1],
    ["1.加强", "arabic", "1.", 1],
    ["１．加强", "arabic", "１．", 1],
    ["12、加强", "arabic", "12、", 12],
    ["（1）加强", "arabicBracket", "（1）", 1],
    ["(12)加强", "arabicBracket", "(12)", 12],
    ["1）加强", "arabicBracket", "1）", 1],
    ["①加强", "circled", "①", 1],
    ["⑳加强", "circled", "⑳", 20],
    ["㉑加强", "circled", "㉑", 21],
    ["㊱加强", "circled", "㊱", 36],
    ["❶加强", "circled", "❶", 1],
    ["⑴加强", "arabicBracket", "⑴", 1],
    ["第一编　总论", "part", "第一编", 1],
    ["第一章　总则", "chapter", "第一章", 1],
    ["第二十一章 附则", "chapter", "第二十一章", 21],
    ["第一节　一般规定", "division", "第一节", 1],
    ["第一条　为了", "article", "第一条", 1],
    ["第一百零五条 为了", "article", "第一百零五条", 105],
    ["第12条 为了", "article", "第12条", 12],
    ["第三条之一　为了", "article", "第三条之一", 3],
  ])("%s", (text, kind, printed, ordinal) => {
    expect(marker(text)).toEqual([kind, printed, ordinal]);
  });

  test.each([
    "一是加强领导",
    "一方面",
    "三农工作",
    "2021年",
    "1.5万吨",
    "12个",
    "第一，加强",
    "第一次会议",
    "（一）、（二）项所列",
    "加强领导",
    "(一式两份)",
    "",
  ])("%j has none", (text) => {
    expect(marker(text)).toBeNull();
  });

  test.each([
    ["1　总则", "1", 1],
    ["1.1　编制目的", "1.1", 1],
    ["1.2.3 法律法规", "1.2.3", 3],
    ["2.1编制目的", "2.1", 1],
  ])("%s in a text numbered by decimals", (text, printed, ordinal) => {
    expect(marker(text, true)).toEqual(["decimal", printed, ordinal]);
  });

  test("decimals nest by their parts", () => {
    const rank = (text: string) => readMarker(text, true)?.rank ?? 0;
    expect(rank("1　总则")).toBeLessThan(rank("1.1　目的"));
    expect(rank("1.1　目的")).toBeLessThan(rank("1.1.1　目的"));
  });
});

describe("usesDecimals", () => {
  const uses = (...values: string[]): boolean => usesDecimals(values.map((value) => ({ value })));

  test("at least two lines are numbered so", () => {
    expect(uses("1　总则", "1.1　目的", "1.2　依据")).toBe(true);
    expect(uses("1.1　目的")).toBe(false);
    expect(uses("1.5万吨", "2.5万吨", "一、总则")).toBe(false);
  });
});

/** Title, delimiter and rest of a text after its marker. */
const head = (text: string, { list = false, leaf = true, kind = "chineseBracket" as const } = {}) => {
  const { titleEnd, delimiter, bodyFrom } = readHead(text, kind, list, leaf);
  return [text.slice(0, titleEnd), delimiter, text.slice(bodyFrom)];
};

describe("readHead", () => {
  test.each([
    ["加强领导", "加强领导", null, ""],
    ["加强领导。各单位要高度重视。", "加强领导", "。", "各单位要高度重视。"],
    ["宣传阶段：通过各种方式宣传。", "宣传阶段", "：", "通过各种方式宣传。"],
    ["加强领导，压实责任。各单位要高度重视。", "加强领导，压实责任", "。", "各单位要高度重视。"],
    ["提升“12345”热线水平。全面提升。", "提升“12345”热线水平", "。", "全面提升。"],
    ["推进《节水条例》宣传：各单位。", "推进《节水条例》宣传", "：", "各单位。"],
    ["回收阶段（6月-10月）。县农业农村局负责。", "回收阶段（6月-10月）", "。", "县农业农村局负责。"],
    ["组织实施。", "组织实施", "。", ""],
  ])("%s", (text, title, delimiter, rest) => {
    expect(head(text)).toEqual([title, delimiter, rest]);
  });

  test.each([
    "擅自取水的；",
    "各单位应当建立节水台账",
    "不得擅自取水。违者处罚。",
    "编制规划;",
    "暂住在旅店的，",
    "所需资金由省、市、县财政分担，其中：县财政负担15%。",
    "自2021年起，每年投入资金不少于：县级100万元。",
    "补助标准分别为：县级100元。",
    "县人民政府负责全县的节水工作，各乡镇人民政府负责本行政区域的节水工作，县水务局负责具体组织实施。其他部门配合。",
  ])("%s is a sentence", (text) => {
    expect(head(text)).toEqual(["", null, text]);
  });

  test("a sibling of items parted by ； is one of them", () => {
    expect(head("其他违反规定的情形。", { list: true })).toEqual(["", null, "其他违反规定的情形。"]);
  });

  test("a long sibling of items parted by ； is one of them also without a mark", () => {
    expect(head("其他违反本办法规定取水用水的情形", { list: true })[0]).toBe("");
    expect(head("其他情形", { list: true })[0]).toBe("其他情形");
  });

  test("a long phrase with a comma is a sentence", () => {
    const phrase =
      "县人民政府负责全县的节水工作和供水安全保障工作，各乡镇人民政府负责本行政区域内的节水工作和供水安全保障";
    expect(head(phrase)[0]).toBe("");
  });

  test("an article is a sentence", () => {
    const { titleEnd } = readHead("本办法自公布之日起施行。", "article", false, true);
    expect(titleEnd).toBe(0);
  });

  test("a head stays one where something stands under it", () => {
    expect(head("建立权责清晰、齐抓共管的农村公路管理养护责任体系。", { leaf: false })).toEqual([
      "建立权责清晰、齐抓共管的农村公路管理养护责任体系",
      "。",
      "",
    ]);
  });
});

describe("brackets", () => {
  test("firstOutside looks outside quotation marks and brackets", () => {
    expect(firstOutside("甲（乙。）丙。", "。")).toBe(6);
    expect(firstOutside("甲“乙。”丙", "。")).toBe(-1);
    expect(firstOutside("）甲。", "。")).toBe(2);
  });
  test("openBrackets counts what is left open", () => {
    expect(openBrackets("甲（乙")).toBe(1);
    expect(openBrackets("甲（乙）《丙》")).toBe(0);
    expect(openBrackets("甲）")).toBe(-1);
  });
});
