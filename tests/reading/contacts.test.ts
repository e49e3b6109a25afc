/** Whom to call (contract: notice.contacts). */
import { describe, expect, test } from "vitest";
import { readContacts } from "../../src/reading/contacts.ts";

const contact = (
  name: string | null,
  organization: string | null,
  phone: string | null,
  email: string | null,
) => ({
  name,
  organization,
  phone,
  email,
});

describe("readContacts", () => {
  test.each([
    [
      ["联系人：丁小慧，电话：6093189，邮箱：nx@163.com。"],
      [contact("丁小慧", null, "6093189", "nx@163.com")],
    ],
    [["（联系人：张三；联系电话：0952-6095358）"], [contact("张三", null, "0952-6095358", null)]],
    [["联 系 人：张三　　联系电话：6095149"], [contact("张三", null, "6095149", null)]],
    [["联系人：张 三 电话：6095149"], [contact("张三", null, "6095149", null)]],
    [
      ["联系人：李广龙（县发改局）", "联系电话：6095149", "电子邮箱：p@163.com"],
      [contact("李广龙", "县发改局", "6095149", "p@163.com")],
    ],
    [
      ["联系人：李广龙（县发改局）", "联系电话：6095149", "联系人：马莉（县审批局）", "联系电话：6095376"],
      [contact("李广龙", "县发改局", "6095149", null), contact("马莉", "县审批局", "6095376", null)],
    ],
    [["联系人：张三 13800000000"], [contact("张三", null, "13800000000", null)]],
    [["联系人：6095149"], [contact(null, null, "6095149", null)]],
    [["咨询电话：12345678"], [contact(null, null, "12345678", null)]],
    [["电子邮箱：p@163.com，电话没有"], [contact(null, null, null, "p@163.com")]],
    [["联系电话:(0952)6095358"], [contact(null, null, "(0952)6095358", null)]],
    [["联系电话：6095149、6095150"], [contact(null, null, "6095149、6095150", null)]],
    [
      ["县财政局联系人：张三平，联系电话：0857-6222345。"],
      [contact("张三平", "县财政局", "0857-6222345", null)],
    ],
    [["联系人及联系方式：李四明，0857-6222346"], [contact("李四明", null, "0857-6222346", null)]],
    [
      ["（联系单位：县财政局，联系人：张三平，电话：0857-6222345）"],
      [contact("张三平", "县财政局", "0857-6222345", null)],
    ],
    [["联系单位及电话：县水务局，0952-7212345"], [contact(null, "县水务局", "0952-7212345", null)]],
    [
      ["县教育局联系电话：6095149；县民政局联系电话：6095150"],
      [contact(null, "县教育局", "6095149", null), contact(null, "县民政局", "6095150", null)],
    ],
    [["联系单位：县水务局", "联系电话：6095149"], [contact(null, "县水务局", "6095149", null)]],
    [["联系单位：县水务局。"], []],
    [
      ["联系人及电话：县资助中心 黄丽娟，0771-5815511；县财政局 韦宁，0771-5331892。"],
      [
        contact("黄丽娟", "县资助中心", "0771-5815511", null),
        contact("韦宁", "县财政局", "0771-5331892", null),
      ],
    ],
    [
      ["监督电话：县教育局6012345、县民政局6012346"],
      [contact(null, "县教育局", "6012345", null), contact(null, "县民政局", "6012346", null)],
    ],
    [["咨询电话：22050800（区教育局基教科）"], [contact(null, "区教育局基教科", "22050800", null)]],
  ])("%j", (texts, expected) => {
    expect(readContacts(texts)).toEqual(expected);
  });

  test("two who share a phone have it both", () => {
    expect(readContacts(["联系人：张三、李四；电话：6095149"])).toEqual([
      contact("张三", null, "6095149", null),
      contact("李四", null, "6095149", null),
    ]);
  });

  test.each([[["请与各单位联系。"]], [["联系人："]], [["联系电话：见附件"]], [["邮箱：无"]], [[]]])(
    "%j names nobody",
    (texts) => {
      expect(readContacts(texts)).toEqual([]);
    },
  );

  test("a text between parts a phone from the name before", () => {
    expect(readContacts(["联系人：张三", "各单位要抓好落实。", "监督电话：12345678"])).toEqual([
      contact("张三", null, null, null),
      contact(null, null, "12345678", null),
    ]);
  });
});
