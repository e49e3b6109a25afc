/** Documents that a text cites (contract: notice.citations). */
import { describe, expect, test } from "vitest";
import { readCitations } from "../../src/reading/citations.ts";

const number = (agency: string | null, year: number | null, serial: number) => ({ agency, year, serial });
const cite = (text: string) =>
  readCitations(text).map(({ text: printed, title, documentNumber }) => [
    printed,
    title,
    documentNumber && number(documentNumber.agency, documentNumber.year, documentNumber.serial ?? -1),
  ]);

describe("readCitations", () => {
  test.each([
    ["根据《节水条例》要求", [["《节水条例》", "节水条例", null]]],
    [
      "《节水条例》《用水办法》",
      [
        ["《节水条例》", "节水条例", null],
        ["《用水办法》", "用水办法", null],
      ],
    ],
    ["《关于〈节水条例〉的通知》", [["《关于〈节水条例〉的通知》", "关于〈节水条例〉的通知", null]]],
    [
      "《关于〈节水条例〉实施〈办法〉的通知》（某政发〔2021〕5号）",
      [
        [
          "《关于〈节水条例〉实施〈办法〉的通知》（某政发〔2021〕5号）",
          "关于〈节水条例〉实施〈办法〉的通知",
          number("某政发", 2021, 5),
        ],
      ],
    ],
    ["《转发〈意见〉》和", [["《转发〈意见〉》", "转发〈意见〉", null]]],
    [
      "《国务院〈关于《节水条例》的决定〉》",
      [["《国务院〈关于《节水条例》的决定〉》", "国务院〈关于《节水条例》的决定〉", null]],
    ],
  ])("%s: 《…》 at the outermost", (text, expected) => {
    expect(cite(text)).toEqual(expected);
  });

  test.each([
    ["《节水意见》（某政发〔2021〕5号）", "《节水意见》（某政发〔2021〕5号）", "某政发", 2021, 5],
    ["《节水意见》(某政发[2021]5号)", "《节水意见》(某政发[2021]5号)", "某政发", 2021, 5],
    ["《节水意见》（某政发 〔2021〕 5 号）", "《节水意见》（某政发 〔2021〕 5 号）", "某政发", 2021, 5],
    ["《节水意见》（国办发明电〔2021〕5号）", "《节水意见》（国办发明电〔2021〕5号）", "国办发明电", 2021, 5],
  ])("%s: a title with its number", (text, printed, agency, year, serial) => {
    expect(cite(text)).toEqual([[printed, "节水意见", number(agency, year, serial)]]);
  });

  test.each([
    ["根据某政发〔2021〕5号文件", "某政发〔2021〕5号", "某政发", 5],
    ["根据县委平党干字〔2021〕52号文件精神", "平党干字〔2021〕52号", "平党干字", 52],
    ["按照国发〔2014〕8 号要求", "国发〔2014〕8 号", "国发", 8],
    ["经批准（粤国土资（建）字〔2013〕1256号）", "粤国土资（建）字〔2013〕1256号", "粤国土资（建）字", 1256],
    ["根据粤国土资(建)字〔2013〕6号", "粤国土资(建)字〔2013〕6号", "粤国土资(建)字", 6],
    ["根据（86）国函字42号文件", "（86）国函字42号", "国函字", 42],
    ["按（1985）某政发第2号执行", "（1985）某政发第2号", "某政发", 2],
    ["见通知（附件）国发〔2014〕8号", "国发〔2014〕8号", "国发", 8],
    ["根据国务院国发〔1985〕2号文件", "国发〔1985〕2号", "国发", 2],
    ["按省政府办公厅粤府办〔2013〕6号", "粤府办〔2013〕6号", "粤府办", 6],
    ["落实宁政办发【2021】38号", "宁政办发【2021】38号", "宁政办发", 38],
  ])("%s: a number by itself", (text, printed, agency, serial) => {
    expect(cite(text).map(([cited, title, documentNumber]) => [cited, title, documentNumber])).toMatchObject([
      [printed, null, { agency, serial }],
    ]);
  });

  test.each(["依照（2015）某民初字第123号判决", "对（2019）某刑终12号裁定", "第（12）款发放第3号证"])(
    "%s: the number of a case or of a part is none",
    (text) => {
      expect(cite(text).filter(([, , documentNumber]) => documentNumber !== null)).toEqual([]);
    },
  );

  test("one citation for each serial of a shared number", () => {
    expect(cite("根据（86）国函字42、43号文件和国发〔1985〕2号")).toEqual([
      ["（86）国函字42、43号", null, number("国函字", 1986, 42)],
      ["（86）国函字42、43号", null, number("国函字", 1986, 43)],
      ["国发〔1985〕2号", null, number("国发", 1985, 2)],
    ]);
    expect(cite("根据县委某党干字〔2021〕57、60号文件")).toEqual([
      ["某党干字〔2021〕57、60号", null, number("某党干字", 2021, 57)],
      ["某党干字〔2021〕57、60号", null, number("某党干字", 2021, 60)],
    ]);
    expect(
      cite("《关于任免的通知》（某党干字〔2021〕57、60号）").map(([, title, documentNumber]) => [
        title,
        documentNumber,
      ]),
    ).toEqual([
      ["关于任免的通知", number("某党干字", 2021, 57)],
      ["关于任免的通知", number("某党干字", 2021, 60)],
    ]);
  });

  test.each([
    ["《节水条例》（国务院令第666号）", 666],
    ["《节水条例》(2016年国务院令第666号修订)", 666],
    ["《节水条例》(中华人民共和国国务院令第 586 号)", 586],
    ["《节水条例》(某自治区人大常委会公告第三十三号)", 33],
  ])("%s: a decree has a serial alone", (text, serial) => {
    expect(cite(text).map(([, title, documentNumber]) => [title, documentNumber])).toEqual([
      ["节水条例", number(null, null, serial)],
    ]);
  });

  test.each(["《节水条例》第十六条", "《节水条例》（2013年修正）", "《节水条例》（以下简称条例）"])(
    "%s has no number",
    (text) => {
      expect(cite(text)).toEqual([["《节水条例》", "节水条例", null]]);
    },
  );

  test("a number in another sentence is another citation", () => {
    expect(cite("《节水条例》已经通过。按照某政发〔2021〕5号执行")).toEqual([
      ["《节水条例》", "节水条例", null],
      ["某政发〔2021〕5号", null, number("某政发", 2021, 5)],
    ]);
    expect(cite("某政发〔2021〕5号和《节水条例》")).toEqual([
      ["某政发〔2021〕5号", null, number("某政发", 2021, 5)],
      ["《节水条例》", "节水条例", null],
    ]);
  });

  test.each(["《节水条例没有合上", "没有引用", "第5号", "2021年5号", "》《", ""])(
    "%j cites nothing",
    (text) => {
      expect(cite(text)).toEqual([]);
    },
  );

  test("who is answered is none of the code", () => {
    expect(cite("你镇兴政呈〔2003〕5号文收悉")).toEqual([
      ["兴政呈〔2003〕5号", null, number("兴政呈", 2003, 5)],
    ]);
  });

  test("a number without a code has the agency null", () => {
    expect(cite("（〔2021〕5号）")).toEqual([["〔2021〕5号", null, number(null, 2021, 5)]]);
  });

  test("a title longer than any is a bracket that was never closed", () => {
    expect(cite(`《${"节水".repeat(120)}》`)).toEqual([]);
  });

  test("offsets hold the text", () => {
    const text = "根据《节水意见》（某政发〔2021〕5号）和某水发〔2021〕7号";
    for (const { start, end, text: printed } of readCitations(text))
      expect(text.slice(start, end)).toBe(printed);
  });
});
