/** Persons with the titles that print gives them (contract: chronicle). */
import { describe, expect, test } from "vitest";
import { isName, nameLengths } from "../../src/reading/names.ts";
import {
  distinctPeople,
  knownPersons,
  learnNames,
  type NameLexicon,
  readKnown,
  readPeople,
} from "../../src/reading/people.ts";

const people = (text: string, known: readonly string[] = []): [string, string | null][] => {
  const lexicon: NameLexicon = new Map(known.map((name) => [name, 1]));
  learnNames(text, lexicon);
  return distinctPeople(readPeople(text, lexicon)).map(({ name, title }) => [name, title]);
};

describe("readPeople", () => {
  test.each([
    ["县长张建国主持召开会议。", [["张建国", "县长"]]],
    ["某县县委副书记、县长郭耀峰主持召开会议。", [["郭耀峰", "某县县委副书记、县长"]]],
    [
      "某县副县长王小明、李四光参加会议。",
      [
        ["王小明", "某县副县长"],
        ["李四光", "某县副县长"],
      ],
    ],
    [
      "某县副县长王小明、李四光，副县长候选人赵大力参加会议。",
      [
        ["王小明", "某县副县长"],
        ["李四光", "某县副县长"],
        ["赵大力", "副县长候选人"],
      ],
    ],
    ["国务院发展研究中心副主任王安顺调研农村改革。", [["王安顺", "国务院发展研究中心副主任"]]],
    ["市委常委、组织部部长刘虹主持会议。", [["刘虹", "市委常委、组织部部长"]]],
    [
      "中国工程院院士、某大学校长邹学校，某省政协副主席李泽峰出席。",
      [
        ["邹学校", "中国工程院院士、某大学校长"],
        ["李泽峰", "某省政协副主席"],
      ],
    ],
    ["副县长欧阳明陪同调研。", [["欧阳明", "副县长"]]],
    ["副县长买买提·艾力陪同调研。", [["买买提·艾力", "副县长"]]],
    ["副县长蔡闯陪同调研。", [["蔡闯", "副县长"]]],
    [
      "县长张建国、副县长王小明陪同调研。",
      [
        ["张建国", "县长"],
        ["王小明", "副县长"],
      ],
    ],
    [
      "县长张建国和副县长王小明一同调研。",
      [
        ["张建国", "县长"],
        ["王小明", "副县长"],
      ],
    ],
  ])("%s: a printed title covers the names that follow it", (text, expected) => {
    expect(people(text)).toEqual(expected);
  });

  test.each([
    ["传达学习习近平总书记的重要讲话精神。", [["习近平", "总书记"]]],
    ["听取精神、李克强总理的批示。", [["李克强", "总理"]]],
    ["讲话和陈润儿书记在会上的讲话。", [["陈润儿", "书记"]]],
    ["批示和咸辉主席批示精神。", [["咸辉", "主席"]]],
  ])("%s: a title stands after the name", (text, expected) => {
    expect(people(text)).toEqual(expected);
  });

  test("同志 is no title", () => {
    expect(people("宋世文同志代表县委作报告。")).toEqual([["宋世文", null]]);
    expect(people("任职决定:宋世文同志任县委书记。")).toEqual([["宋世文", null]]);
  });

  test("everyone is given once, with the first title", () => {
    expect(people("县长张建国主持会议，副县长王小明参加。县委副书记张建国讲话。")).toEqual([
      ["张建国", "县长"],
      ["王小明", "副县长"],
    ]);
  });

  test("a name seen before decides where one ends", () => {
    expect(people("市委书记王刚出席会议。", ["王刚"])).toEqual([["王刚", "市委书记"]]);
  });

  test("a title of one particle is none", () => {
    expect(people("会议由同志主持，代表李四光参加。")).toEqual([["李四光", "代表"]]);
  });

  test("a text may end in a name", () => {
    expect(people("出席会议的有县长张建国")).toEqual([["张建国", expect.stringContaining("县长")]]);
  });

  test("offsets hold the name", () => {
    const text = "某县副县长王小明参加会议。";
    const [person] = readPeople(text, new Map());
    expect(text.slice(person?.start, person?.end)).toBe("王小明");
  });

  test.each([
    "县长主持召开会议。",
    "全县召开领导干部大会。",
    "各乡镇党委书记参加会议。",
    "推选产生了各代表团团长、副团长。",
    "",
  ])("%j names nobody", (text) => {
    expect(people(text)).toEqual([]);
  });
});

describe("readKnown", () => {
  const known = knownPersons(new Set(["魏东", "林大峰"]));
  test.each([
    ["魏东、林大峰出席。", ["魏东", "林大峰"]],
    ["魏东和林大峰出席。", ["魏东", "林大峰"]],
    ["10日魏东主持。", ["魏东"]],
    ["听取 林大峰 讲话。", ["林大峰"]],
    ["由魏东主持。", []],
    ["魏东宁主持。", []],
  ])("%j names %j", (text, names) => {
    expect(readKnown(text, known, []).map(({ name }) => name)).toEqual(names);
  });
});

describe("isName", () => {
  test.each(["张三", "张建国", "欧阳明", "欧阳明月", "买买提·艾力", "蔡闯"])("%s may be a name", (name) => {
    expect(isName(name)).toBe(true);
  });
  test.each(["张", "张建国强", "财政局", "关于", "任命", "县财政", "·", "欧阳", "张县长"])(
    "%s is none",
    (name) => {
      expect(isName(name)).toBe(false);
    },
  );
});

describe("nameLengths", () => {
  test("the likelier first", () => {
    expect(nameLengths("王小明出席")[0]).toBe(3);
    expect(nameLengths("会议")).toEqual([]);
  });
});
