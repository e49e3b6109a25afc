/** Who is given which office and who leaves it (contract: Decision; forms: input.md, Appointments). */
import { describe, expect, test } from "vitest";
import { readDecisions, titleNames } from "../../src/reading/decisions.ts";
import { placesOf, splitOffice } from "../../src/reading/offices.ts";

/** The decisions of paragraphs that follow one another: action, person, office. */
const decide = (paragraphs: readonly string[], known: readonly string[] = []) => {
  const context = {
    mode: null,
    lastPersons: [],
    known: new Set(known),
    openings: new Set<string>(),
    places: [],
  };
  return paragraphs.flatMap((text) => readDecisions(text, context));
};
const rows = (...paragraphs: string[]): (string | null)[][] =>
  decide(paragraphs).map(({ action, person, office }) => [action, person, office]);

describe("readDecisions", () => {
  test("who changes his office is the person before, and no part of the verb", () => {
    expect(rows("免去宋国庆县水利局局长职务，改任主任科员；")).toEqual([
      ["remove", "宋国庆", "县水利局局长"],
      ["appoint", "宋国庆", "主任科员"],
    ]);
  });

  test.each([
    "张建国任县财政局局长",
    "张建国同志任县财政局局长",
    "张建国任县财政局局长；",
    "任命张建国为县财政局局长",
    "任命张建国同志为县财政局局长。",
    "任张建国为县财政局局长",
    "任 张建国 为县财政局局长",
    "聘任张建国为县财政局局长",
    "提名张建国为县财政局局长",
    "提名张建国为县财政局局长人选",
    "张建国担任县财政局局长职务",
    "经研究，决定任命张建国为县财政局局长",
    "经县人民政府研究，决定：任命张建国为县财政局局长",
    "1. 张建国任县财政局局长",
    "（一）任命张建国为县财政局局长",
    "张建国任县财政局局长，任职时间自2021年8月1日起计算",
    "任命张建国县财政局局长职务",
    "推荐张建国为县财政局局长人选",
    "张建国挂职任县财政局局长（时间一年）",
    "张建国转任县财政局局长",
    "张建国晋升为县财政局局长",
    "张建国，男，汉族，1980年生，任县财政局局长",
    "某县人民政府决定任命张建国为县财政局局长",
    "因工作需要，调张建国同志任县财政局局长",
    "聘任张建国同志为县财政局局长（聘期五年）",
    "任命张建国同志为县财政局局长，试用期自2021年3月至2022年3月",
    "张建国任县财政局局长，正科级",
  ])("%s", (text) => {
    expect(rows(text)).toEqual([["appoint", "张建国", "县财政局局长"]]);
  });

  test.each([
    "免去张建国的县财政局局长职务",
    "免去张建国同志的县财政局局长职务",
    "免去张建国县财政局局长职务",
    "免去张建国同志县财政局局长职务；",
    "张建国不再担任县财政局局长职务",
    "张建国同志不再担任县财政局局长职务",
    "张建国不再任县财政局局长",
    "解聘张建国县财政局局长职务",
    "解聘张建国的县财政局局长职务",
    "同意张建国辞去县财政局局长职务",
    "接受张建国辞去县财政局局长职务的请求",
    "免张建国的县财政局局长职务",
    "免去张建国的县财政局局长职务，办理退休手续",
    "免去张建国的县财政局局长职务（到龄退休）",
    "张建国同志免去县财政局局长职务",
  ])("%s", (text) => {
    expect(rows(text)).toEqual([["remove", "张建国", "县财政局局长"]]);
  });

  test.each([
    ["张建为、田科任县财政局局长", "appoint", "县财政局局长", "县财政局局长"],
    ["任命张建为为县财政局局长，田科为县审计局局长", "appoint", "县财政局局长", "县审计局局长"],
    ["张建为任县财政局局长、田科任县审计局局长", "appoint", "县财政局局长", "县审计局局长"],
    ["免去张建为的县财政局局长、田科的县审计局局长职务", "remove", "县财政局局长", "县审计局局长"],
    ["免去张建为县财政局局长职务；免去田科县审计局局长职务", "remove", "县财政局局长", "县审计局局长"],
  ])("%s: names that end in 为 and 科, one decision each", (text, action, first, second) => {
    expect(rows(text)).toEqual([
      [action, "张建为", first],
      [action, "田科", second],
    ]);
  });

  test("one person leaves an office for another", () => {
    expect(rows("张建国同志免去县统计局局长职务，改任四级调研员")).toEqual([
      ["remove", "张建国", "县统计局局长"],
      ["appoint", "张建国", "四级调研员"],
    ]);
    expect(rows("张建国任县财政局局长，免去原任县审计局局长职务")).toEqual([
      ["appoint", "张建国", "县财政局局长"],
      ["remove", "张建国", "县审计局局长"],
    ]);
  });

  test("兼任 is concurrent", () => {
    expect(decide(["张建国兼任县公安局督察长"])).toMatchObject([
      { action: "appoint", concurrent: true, person: "张建国", office: "县公安局督察长" },
    ]);
    expect(decide(["张建国任县公安局督察长"])).toMatchObject([{ concurrent: false }]);
    expect(decide(["任命张建国兼任县公安局督察长"])).toMatchObject([
      { concurrent: true, office: "县公安局督察长" },
    ]);
    expect(decide(["张建国不再兼任县公安局督察长职务"])).toMatchObject([
      { action: "remove", office: "县公安局督察长" },
    ]);
  });

  test.each([
    ["任命张建国为县财政局局长（试用期一年）", "试用期一年"],
    ["张建国任县财政局局长（试用期1年）；", "试用期1年"],
    ["张建国任县财政局局长，试用期一年", "试用期一年"],
    ["张建国任县财政局局长（试用期六个月）", "试用期六个月"],
    ["张建国任县财政局局长", null],
  ])("%s: probation as printed", (text, probation) => {
    expect(decide([text])).toMatchObject([{ person: "张建国", office: "县财政局局长", probation }]);
  });

  test.each([
    ["任命张建国、王小明为县财政局副局长"],
    ["任命张建国 王小明为县财政局副局长"],
    ["张建国、王小明任县财政局副局长"],
    ["任命张建国和王小明为县财政局副局长"],
  ])("%s: several people make one decision each", (text) => {
    expect(rows(text)).toEqual([
      ["appoint", "张建国", "县财政局副局长"],
      ["appoint", "王小明", "县财政局副局长"],
    ]);
  });

  test("several people leave one office", () => {
    expect(rows("免去张建国、王小明的县财政局副局长职务")).toEqual([
      ["remove", "张建国", "县财政局副局长"],
      ["remove", "王小明", "县财政局副局长"],
    ]);
  });

  test("a place of the gazette's own opens the office", () => {
    const context = {
      mode: null,
      lastPersons: [],
      known: new Set<string>(),
      openings: new Set<string>(),
      places: placesOf("平罗县人民政府公报"),
    };
    expect(readDecisions("免去田婷平罗县公安局局长职务", context)).toMatchObject([
      { person: "田婷", office: "平罗县公安局局长" },
    ]);
    expect(readDecisions("免去田婷婷平罗工业园区管委会主任职务", context)).toMatchObject([
      { person: "田婷婷", office: "平罗工业园区管委会主任" },
    ]);
    expect(readDecisions("免去田婷婷浙江第一中学校长职务", context)).toMatchObject([
      { person: "田婷婷", office: "浙江第一中学校长" },
    ]);
  });

  test("an office may follow the one before", () => {
    expect(rows("任命张建国为县财政局局长；", "兼任县税务局局长。")).toEqual([
      ["appoint", "张建国", "县财政局局长"],
      ["appoint", "张建国", "县税务局局长"],
    ]);
  });

  test("a removal without a name keeps what is printed", () => {
    expect(rows("免去县财政局局长职务")).toEqual([["remove", null, "县财政局局长"]]);
  });

  test("其 is the person before", () => {
    expect(rows("任命张建国为县财政局局长，免去其县审计局局长职务。")).toEqual([
      ["appoint", "张建国", "县财政局局长"],
      ["remove", "张建国", "县审计局局长"],
    ]);
    expect(rows("任命张建国为县财政局局长；", "免去其县审计局局长职务。")).toEqual([
      ["appoint", "张建国", "县财政局局长"],
      ["remove", "张建国", "县审计局局长"],
    ]);
  });

  test("all in one sentence", () => {
    expect(
      rows("任命张建国为县财政局局长；免去王小明县审计局局长职务，赵大力不再担任县水务局局长职务。"),
    ).toEqual([
      ["appoint", "张建国", "县财政局局长"],
      ["remove", "王小明", "县审计局局长"],
      ["remove", "赵大力", "县水务局局长"],
    ]);
  });

  test("two offices in one decision are one office in full", () => {
    expect(rows("任命张建国为县政府办公室主任、县信访局局长")).toEqual([
      ["appoint", "张建国", "县政府办公室主任、县信访局局长"],
    ]);
  });

  test("a heading gives its verb to the lines below it", () => {
    expect(
      rows(
        "任命：",
        "张建国为县财政局局长；",
        "王小明　县审计局局长；",
        "免去：",
        "赵大力县水务局局长职务；",
      ),
    ).toEqual([
      ["appoint", "张建国", "县财政局局长"],
      ["appoint", "王小明", "县审计局局长"],
      ["remove", "赵大力", "县水务局局长"],
    ]);
  });

  test.each([
    ["免去陈东升县公安局督察长职务", "陈东升", "县公安局督察长"],
    ["免去陆波县自然资源局副局长职务", "陆波", "县自然资源局副局长"],
    ["免去欧阳明县财政局局长职务", "欧阳明", "县财政局局长"],
    ["免去欧阳明月县财政局局长职务", "欧阳明月", "县财政局局长"],
    ["免去田婷婷宁夏平罗工业园区管委会副主任职务", "田婷婷", "宁夏平罗工业园区管委会副主任"],
    ["免去买买提·艾力县民宗局局长职务", "买买提·艾力", "县民宗局局长"],
  ])("%s: no mark between person and office", (text, person, office) => {
    expect(rows(text)).toEqual([["remove", person, office]]);
  });

  test("the title's names decide where person and office part", () => {
    expect(decide(["免去于海洋渔业局局长职务"], ["于海"])).toMatchObject([
      { person: "于海", office: "洋渔业局局长" },
    ]);
    expect(decide(["免去于海洋渔业局局长职务"], ["于海洋"])).toMatchObject([
      { person: "于海洋", office: "渔业局局长" },
    ]);
  });

  test("names with dots and of letter-spaced characters", () => {
    expect(rows("任命买买提·艾力为县民宗局局长")).toEqual([["appoint", "买买提·艾力", "县民宗局局长"]]);
    expect(rows("任命张 三、李四光为县财政局副局长")).toEqual([
      ["appoint", "张三", "县财政局副局长"],
      ["appoint", "李四光", "县财政局副局长"],
    ]);
  });

  test("按期转正 confirms who holds the office", () => {
    expect(rows("张建国任县财政局副局长职务试用期满，按期转正")).toEqual([
      ["appoint", "张建国", "县财政局副局长"],
    ]);
  });

  test("the text is the printed clause, its place known", () => {
    const text = "经研究，决定：免去张建国县财政局局长职务；";
    const [decision] = decide([text]);
    expect(decision?.text).toBe("免去张建国县财政局局长职务");
    expect(text.slice(decision?.start, decision?.end)).toBe("免去张建国县财政局局长职务");
  });

  test.each([
    "请各单位抓好节水工作。",
    "根据县委平党干字〔2021〕52号文件精神，经县人民政府研究，决定：",
    "各单位要落实责任，完成任务。",
    "",
  ])("%j decides nothing", (text) => {
    expect(rows(text)).toEqual([]);
  });
});

describe("splitOffice", () => {
  test.each([
    ["县公安局督察长", "县公安局", "督察长"],
    ["县财政局副局长", "县财政局", "副局长"],
    ["县政府办公室党组成员", "县政府办公室", "党组成员"],
    ["宁夏平罗工业园区管委会审批服务管理局副局长", "宁夏平罗工业园区管委会审批服务管理局", "副局长"],
    ["县中学校长", "县中学", "校长"],
    ["县人民法院审判员", "县人民法院", "审判员"],
    ["四级调研员", null, "四级调研员"],
    ["副县长", null, "副县长"],
  ])("%s", (office, organization, post) => {
    expect(splitOffice(office)).toEqual({ organization, post });
  });

  test("an office without a known post has neither part", () => {
    expect(splitOffice("县财政局")).toEqual({ organization: null, post: null });
  });
});

describe("placesOf", () => {
  test.each([
    ["平罗县人民政府公报", ["平罗县", "平罗"]],
    ["恩施土家族苗族自治州人民政府公报", ["恩施土家族苗族自治州", "恩施"]],
    ["公报", []],
  ])("%s", (title, places) => {
    expect(placesOf(title)).toEqual(places);
  });
});

describe("titleNames", () => {
  test.each([
    ["关于李建江等同志职务任免的通知", ["李建江"]],
    ["关于田婷婷同志免职的通知", ["田婷婷"]],
    ["某县人民政府关于张建国、王小明任职的通知", ["张建国", "王小明"]],
    ["关于张建国等5名同志任免职务的通知", ["张建国"]],
    ["关于节水工作的通知", []],
  ])("%s", (title, names) => {
    expect(titleNames(title)).toEqual(names);
  });
});

describe("phrasings of people's congresses and of older lists", () => {
  test("who sits in the organ of a court has a post of the court", () => {
    expect(splitOffice("某县人民法院副院长、审判委员会委员、审判员")).toEqual({
      organization: "某县人民法院",
      post: "副院长、审判委员会委员、审判员",
    });
    expect(splitOffice("某县人民检察院检察委员会委员")).toEqual({
      organization: "某县人民检察院",
      post: "检察委员会委员",
    });
  });

  test.each([
    ["免去陈国镇同志的县轻工业局局长职务，离职休养", ["remove", "陈国镇", "县轻工业局局长"]],
    ["接受王小民同志辞去某县副县长职务的请求，报县人民代表大会备案。", ["remove", "王小民", "某县副县长"]],
    ["赵六平的县财政局局长职务自然免除。", ["remove", "赵六平", "县财政局局长"]],
  ])("%s", (text, row) => {
    expect(rows(text)).toEqual([row]);
  });

  test("who passed the time on trial stands in a sentence before the colon", () => {
    expect(rows("李嘉等2名同志试用期满，按期转正：李嘉任县统计局副局长，王芳任县审计局总审计师。")).toEqual([
      ["appoint", "李嘉", "县统计局副局长"],
      ["appoint", "王芳", "县审计局总审计师"],
    ]);
  });

  test("a line may say who decides and when, and give its verb to those below", () => {
    expect(
      rows(
        "县政府2021年7月20日任命：",
        "王树林为县司法局副局长；",
        "县政府2021年7月20日免去：",
        "张树文县农委副主任职务；",
      ),
    ).toEqual([
      ["appoint", "王树林", "县司法局副局长"],
      ["remove", "张树文", "县农委副主任"],
    ]);
  });

  test("其 is the person before", () => {
    expect(rows("免去张建国的县财政局局长职务，聘任其为县城投公司总经理。")).toEqual([
      ["remove", "张建国", "县财政局局长"],
      ["appoint", "张建国", "县城投公司总经理"],
    ]);
  });

  test("offices that end by themselves and are not named give no decision", () => {
    expect(rows("免去张建国的县财政局局长职务。", "其原任职务自然免除。")).toEqual([
      ["remove", "张建国", "县财政局局长"],
    ]);
  });
});
