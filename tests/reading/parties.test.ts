/** Who bears a task and who helps (contract: task, Party; forms: input.md, Tasks). */
import { describe, expect, test } from "vitest";
import {
  deadlineParts,
  isCollective,
  readDuty,
  readParties,
  splitLabels,
  splitTime,
} from "../../src/reading/parties.ts";

const names = (parties: readonly { name: string }[]): string[] => parties.map(({ name }) => name);

describe("readParties", () => {
  test.each([
    ["县财政局、交通局", ["县财政局", "县交通局"]],
    ["市发改委、财政局", ["市发改委", "市财政局"]],
    ["省财政厅、水利厅", ["省财政厅", "省水利厅"]],
    ["自治区财政厅、水利厅", ["自治区财政厅", "自治区水利厅"]],
    ["区教育局、卫健局", ["区教育局", "区卫健局"]],
    ["县财政局，交通局；水务局", ["县财政局", "县交通局", "县水务局"]],
    ["市公安局、县财政局、水务局", ["市公安局", "县财政局", "县水务局"]],
  ])("%s: an enumeration shares its level", (text, expected) => {
    expect(names(readParties(text))).toEqual(expected);
  });

  test("the text of a party is as printed", () => {
    expect(readParties("县财政局、交通局")[1]).toEqual({ text: "交通局", name: "县交通局" });
  });

  test.each([
    ["县委政法委、统战部、网信办", ["县委政法委", "县委统战部", "县委网信办"]],
    [
      "县发改局、宣传部、编办、组织部、政法委",
      ["县发改局", "县委宣传部", "县委编办", "县委组织部", "县委政法委"],
    ],
    ["市财政局、宣传部", ["市财政局", "市委宣传部"]],
  ])("%s: organs of the Party take 县委", (text, expected) => {
    expect(names(readParties(text))).toEqual(expected);
  });

  test.each([
    ["县住建局、德渊集团、星泽燃气平罗分公司", ["县住建局", "德渊集团", "星泽燃气平罗分公司"]],
    ["县财政局、人行平罗支行、国网平罗供电公司", ["县财政局", "人行平罗支行", "国网平罗供电公司"]],
    ["县财政局、平罗县工业园区管委会", ["县财政局", "平罗县工业园区管委会"]],
    ["县水务局、市生态环境局平罗分局、财政局", ["县水务局", "市生态环境局平罗分局", "县财政局"]],
    ["县妇联、团县委", ["县妇联", "团县委"]],
  ])("%s: companies and full names take no level", (text, expected) => {
    expect(names(readParties(text))).toEqual(expected);
  });

  test.each([
    ["财政局、交通局", ["财政局", "交通局"]],
    ["德渊集团、住建局", ["德渊集团", "住建局"]],
  ])("%s: what stands under no level takes none", (text, expected) => {
    expect(names(readParties(text))).toEqual(expected);
  });

  test.each([
    ["各乡镇、县直有关部门", ["各乡镇", "县直有关部门"]],
    ["县财政局、各乡镇、各相关部门", ["县财政局", "各乡镇", "各相关部门"]],
    ["县水务局、驻平各金融机构", ["县水务局", "驻平各金融机构"]],
  ])("%s: collectives are parties, without a level", (text, expected) => {
    expect(names(readParties(text))).toEqual(expected);
  });

  test.each([
    ["市税务局，各市、区人民政府", ["市税务局", "各市、区人民政府"]],
    ["市财政局，各县、区", ["市财政局", "各县、区"]],
    ["各市、县、区政府，市财政局", ["各市、县、区政府", "市财政局"]],
    ["各县、市财政局", ["各县", "市财政局"]],
    ["县财政局，各乡镇党委、政府", ["县财政局", "各乡镇党委、政府"]],
    ["各乡镇，县政府", ["各乡镇", "县政府"]],
  ])("%s: levels and organs that share a name are one", (text, expected) => {
    expect(names(readParties(text))).toEqual(expected);
  });

  test.each([
    ["县财政局、交通局等部门", ["县财政局", "县交通局"]],
    ["县财政局、交通局等", ["县财政局", "县交通局"]],
    ["县财政局、交通局等有关单位", ["县财政局", "县交通局"]],
    ["县财政局和县审计局", ["县财政局", "县审计局"]],
    ["县财政局及各乡镇", ["县财政局", "各乡镇"]],
    ["县交通局 综合执法大队", ["县交通局综合执法大队"]],
    ["县财政局、农村社区服务中心", ["县财政局", "县农村社区服务中心"]],
    ["各乡（镇）人民政府、街道办事处", ["各乡（镇）人民政府", "街道办事处"]],
    ["县财政局\n县审计局", ["县财政局", "县审计局"]],
  ])("%s", (text, expected) => {
    expect(names(readParties(text))).toEqual(expected);
  });

  test.each(["", "、、", "和", "2021", "等"])("%j names nobody", (text) => {
    expect(readParties(text)).toEqual([]);
  });

  test("the Party of an autonomous region is its 党委", () => {
    expect(names(readParties("自治区财政厅、宣传部"))).toEqual(["自治区财政厅", "自治区党委宣传部"]);
  });

  test("a park with its own place is a full name", () => {
    expect(names(readParties("县公安局、平罗工业园区"))).toEqual(["县公安局", "平罗工业园区"]);
  });
});

describe("isCollective", () => {
  test.each(["各乡镇", "县直有关部门", "各相关部门", "有关单位", "全县各部门", "各商业银行"])(
    "%s is many",
    (name) => {
      expect(isCollective(name)).toBe(true);
    },
  );
  test.each(["县财政局", "城关镇", "县委宣传部", "德渊集团"])("%s is one", (name) => {
    expect(isCollective(name)).toBe(false);
  });
});

/** Responsible and supporting names of a duty. */
const duty = (text: string): [string[], string[]] => {
  const { responsible, supporting } = readDuty(text);
  return [names(responsible), names(supporting)];
};

describe("readDuty", () => {
  test.each([
    ["县水务局负责", ["县水务局"], []],
    ["县水务局", ["县水务局"], []],
    ["县水务局、财政局按职责分工负责", ["县水务局", "县财政局"], []],
    ["县水务局、财政局等按职责分工负责", ["县水务局", "县财政局"], []],
    ["县水务局、财政局等部门按职能分工牵头", ["县水务局", "县财政局"], []],
    ["县水务局、各乡镇按照职责分别负责", ["县水务局", "各乡镇"], []],
    ["由县水务局负责落实", ["县水务局"], []],
    ["县水务局牵头，县财政局、交通局配合", ["县水务局"], ["县财政局", "县交通局"]],
    ["县水务局、财政局牵头，各相关部门参与；", ["县水务局", "县财政局"], ["各相关部门"]],
    ["县水务局负责,各相关部门参与;", ["县水务局"], ["各相关部门"]],
    ["县水务局负责，各相关部门协调配合；", ["县水务局"], ["各相关部门"]],
    ["县水务局牵头，县财政局协助", ["县水务局"], ["县财政局"]],
    ["县水务局牵头负责，各乡镇配合落实", ["县水务局"], ["各乡镇"]],
  ])("%s", (text, responsible, supporting) => {
    expect(duty(text)).toEqual([responsible, supporting]);
  });

  test.each([
    ["县水务局牵头，县财政局、各乡镇负责", ["县水务局"], ["县财政局", "各乡镇"]],
    ["牵头单位：县水务局\n责任单位：县财政局、交通局", ["县水务局"], ["县财政局", "县交通局"]],
    ["县水务局牵头，各有关部门按职责分工负责", ["县水务局"], ["各有关部门"]],
  ])("%s: where somebody leads, those who answer support", (text, responsible, supporting) => {
    expect(duty(text)).toEqual([responsible, supporting]);
  });

  test.each([
    ["责任单位：县水务局；配合单位：县直有关部门，各乡镇；", ["县水务局"], ["县直有关部门", "各乡镇"]],
    ["责任单位：县水务局，配合单位：县人社局", ["县水务局"], ["县人社局"]],
    ["责任单位：县水务局\n配合单位：县财政局", ["县水务局"], ["县财政局"]],
    ["主责单位：县水务局　协办单位：各乡镇", ["县水务局"], ["各乡镇"]],
    ["责任部门：县水务局；责任人：张三；完成时限：2021年底", ["县水务局"], []],
    ["牵头部门:县水务局；参与单位:县财政局", ["县水务局"], ["县财政局"]],
  ])("%s: labels say who does what", (text, responsible, supporting) => {
    expect(duty(text)).toEqual([responsible, supporting]);
  });

  test.each([
    ["县水务局会同县财政局负责", ["县水务局"], ["县财政局"]],
    ["县水务局牵头，会同县财政局、民政局等部门落实", ["县水务局"], ["县财政局", "县民政局"]],
  ])("%s: the second helps the first", (text, responsible, supporting) => {
    expect(duty(text)).toEqual([responsible, supporting]);
  });

  test.each([
    ["县税务局（牵头）、县财政局", ["县税务局"], ["县财政局"]],
    ["县税务局(牵头单位)、财政局、各乡镇", ["县税务局"], ["县财政局", "各乡镇"]],
    ["牵头单位：县税务局（牵头）、县财政局", ["县税务局"], ["县财政局"]],
    ["责任单位：县财政局、县税务局（主办）", ["县税务局"], ["县财政局"]],
    ["县税务局、县财政局（配合）", ["县税务局"], ["县财政局"]],
    ["县住建局（县人防办）、县财政局", ["县住建局（县人防办）", "县财政局"], []],
  ])("%s: a bracket says what a body does", (text, responsible, supporting) => {
    expect(duty(text)).toEqual([responsible, supporting]);
  });

  test.each([
    ["县水务局负责，下同", ["县水务局"], []],
    ["责任单位：县水务局、财政局；列第一位的为牵头单位", ["县水务局"], ["县财政局"]],
    ["县水务局、财政局负责。排在首位的为牵头单位。", ["县水务局"], ["县财政局"]],
    ["县水务局、财政局（排在第一位的为牵头单位）", ["县水务局"], ["县财政局"]],
    [
      "责任单位：县水务局、财政局（首位为牵头单位，下同）；配合单位：各乡镇",
      ["县水务局"],
      ["县财政局", "各乡镇"],
    ],
    ["县水务局、财政局，其中排名第一的单位为牵头部门", ["县水务局"], ["县财政局"]],
    ["县水务局、财政局牵头，各乡镇配合；列第一位的为牵头单位", ["县水务局", "县财政局"], ["各乡镇"]],
  ])("%s: a note of scope or order names nobody", (text, responsible, supporting) => {
    expect(duty(text)).toEqual([responsible, supporting]);
  });

  test("a note on the first body may stand in the head of the column", () => {
    const { responsible, supporting } = readDuty("县水务局、财政局", true);
    expect([names(responsible), names(supporting)]).toEqual([["县水务局"], ["县财政局"]]);
  });
});

describe("splitTime", () => {
  test.each([
    ["县财政局牵头，县教育局配合，年底前完成", "县财政局牵头，县教育局配合", "年底前完成"],
    ["县财政局负责，全年推进", "县财政局负责", "全年推进"],
    ["县财政局负责，全年", "县财政局负责", "全年"],
    ["县财政局负责；第三季度完成。", "县财政局负责", "第三季度完成"],
    ["县财政局负责，今年底前", "县财政局负责", "今年底前"],
    ["县财政局；2021年12月前", "县财政局", "2021年12月前"],
    ["各乡镇配合，2021年6月底前完成，9月底前上报", "各乡镇配合", "2021年6月底前完成，9月底前上报"],
    ["县财政局负责，“十四五”期间推进", "县财政局负责", "“十四五”期间推进"],
    ["县财政局负责，县教育局配合", "县财政局负责，县教育局配合", null],
    ["年底前完成", "年底前完成", null],
  ])("%s", (text, duty, time) => {
    expect(splitTime(text)).toEqual({ duty, time });
  });
});

describe("labels within a responsibility", () => {
  test("splitLabels parts lines and clauses that open with a label", () => {
    expect(splitLabels("责任单位：甲；配合单位：乙\n进度安排：2021年底")).toEqual([
      "责任单位：甲；",
      "配合单位：乙",
      "进度安排：2021年底",
    ]);
  });

  test("a longer label is one", () => {
    expect(splitLabels("牵头责任单位：甲\n完成时限：2021年底")).toEqual([
      "牵头责任单位：甲",
      "完成时限：2021年底",
    ]);
  });

  test("deadlineParts gives what says until when", () => {
    expect(deadlineParts("责任单位：甲；进度安排：2021年底；")).toEqual(["2021年底"]);
    expect(deadlineParts("责任单位：甲")).toEqual([]);
    expect(deadlineParts("责任单位：甲\n完成时限：2021年底前。")).toEqual(["2021年底前"]);
  });
});
