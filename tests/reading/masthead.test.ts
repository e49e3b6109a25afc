/** Names and labels of the masthead (contract: issue.board, issue.colophon). */
import { describe, expect, test } from "vitest";
import {
  isColophonLine,
  isMastheadLabel,
  readBareLabels,
  readLabels,
  splitNames,
} from "../../src/structure/mastheadLabels.ts";
import { COLOPHON_LABELS } from "../../src/terms/labels.ts";

describe("splitNames", () => {
  test.each([
    ["寇学文", ["寇学文"]],
    ["何建如 刘俊杰", ["何建如", "刘俊杰"]],
    ["高 波 高梦丹", ["高波", "高梦丹"]],
    ["高　波　马　莉", ["高波", "马莉"]],
    ["张三、李四，王五", ["张三", "李四", "王五"]],
    ["高梦丹 高", ["高梦丹", "高"]],
    ["", []],
  ])("%s", (text, names) => {
    expect(splitNames(text)).toEqual(names);
  });
});

describe("readLabels", () => {
  const labels = (text: string) =>
    readLabels(text, (label) => label in COLOPHON_LABELS || label === "编委").map(
      ({ label, valueFrom, to }) => [label, text.slice(valueFrom, to).trim()],
    );

  test.each([
    ["主 编：马亚西", [["主编", "马亚西"]]],
    [
      "电话：0952-1 传真：0952-2",
      [
        ["电话", "0952-1"],
        ["传真", "0952-2"],
      ],
    ],
    [
      "地址：某县中山街1号　电话：6095358",
      [
        ["地址", "某县中山街1号"],
        ["电话", "6095358"],
      ],
    ],
    [
      "主办：某县人民政府电话：6095358",
      [
        ["主办", "某县人民政府"],
        ["电话", "6095358"],
      ],
    ],
    ["编　委（按姓氏笔画为序）：高波", [["编委", "高波"]]],
    ["《某县人民政府公报》编辑部　地址：某县中山街1号", [["地址", "某县中山街1号"]]],
    ["备注：无", []],
  ])("%s", (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  test("a line of the colophon opens with its label", () => {
    expect(isColophonLine("主　办　某县人民政府")).toBe(true);
    expect(isColophonLine("《某县人民政府公报》编辑部　地址：某县中山街1号")).toBe(true);
    expect(isColophonLine("主 管：某县人民政府")).toBe(true);
    expect(isColophonLine("请拨打电话：6095358")).toBe(false);
  });
});

describe("readBareLabels", () => {
  const labels = (text: string) =>
    readBareLabels(text, isMastheadLabel).map(({ label, valueFrom, to }) => [
      label,
      text.slice(valueFrom, to).trim(),
    ]);

  test.each([
    ["主办　某县人民政府", [["主办", "某县人民政府"]]],
    [
      "主　管　　某县人民政府　　承办单位　某县人民政府办公室",
      [
        ["主管", "某县人民政府"],
        ["承办单位", "某县人民政府办公室"],
      ],
    ],
    ["责任编辑　高　波　高梦丹", [["责任编辑", "高　波　高梦丹"]]],
    ["电话 0952-6095358", [["电话", "0952-6095358"]]],
    ["准印证号　宁新出管字(2021)第022号", [["准印证号", "宁新出管字(2021)第022号"]]],
    ["副 主 任　李四光　王　刚", [["副主任", "李四光　王　刚"]]],
    ["出版日期　2021年9月9日", [["出版日期", "2021年9月9日"]]],
    ["刊期　季刊", [["刊期", "季刊"]]],
    ["主任　县政府办公室工作人员", []],
    ["出版　发行", []],
    ["地址　另行通知", []],
    ["电话　保持畅通，随时待命", []],
    ["主办　单位要做好工作", []],
  ])("%s", (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });
});
