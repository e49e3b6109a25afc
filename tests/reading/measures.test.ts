/** Numbers with their units (contract: Measure, table columns). */
import { describe, expect, test } from "vitest";
import { headYear, plainNumber, readMeasure, splitUnit } from "../../src/reading/measures.ts";

describe("splitUnit", () => {
  test.each([
    ["补助资金 (万元)", "补助资金", "万元"],
    ["农药使用估量（吨）", "农药使用估量", "吨"],
    ["面积(m ²)", "面积", "m²"],
    ["覆盖率（%）", "覆盖率", "%"],
    ["标准（元/吨）", "标准", "元/吨"],
    ["示范点 (个)", "示范点", "个"],
    ["金额（单位：万元）", "金额", "万元"],
  ])("%s", (text, name, unit) => {
    expect(splitUnit(text)).toEqual({ name, unit });
  });

  test.each(["证明出具单位（人员）", "乡（镇）", "责任单位", "名称（全称）", ""])(
    "%j has no unit",
    (text) => {
      expect(splitUnit(text)).toEqual({ name: text, unit: null });
    },
  );
});

describe("plainNumber", () => {
  test.each([
    ["2.11", 2.11],
    ["92.30", 92.3],
    ["1,234.5", 1234.5],
    ["12，345", 12345],
    ["-3", -3],
    ["−3", -3],
    ["１２", 12],
    ["85%", 85],
    ["12 345", 12345],
    ["0", 0],
  ])("%s is %d", (text, value) => {
    expect(plainNumber(text)).toBe(value);
  });

  test.each(["91 以上", "≤ 50", "3—5", "", "县水务局", "2021年", "1.2.3", "近视率 ≤ 51.9"])(
    "%j is no plain number",
    (text) => {
      expect(plainNumber(text)).toBeNull();
    },
  );
});

describe("readMeasure", () => {
  test("has the printed text beside the value", () => {
    expect(readMeasure("补助资金", "万元", "2.10", null)).toEqual({
      name: "补助资金",
      text: "2.10",
      value: 2.1,
      unit: "万元",
      year: null,
    });
  });
  test("a text that is no plain number has no value", () => {
    expect(readMeasure("普及率", "%", "91 以上", 2025)).toEqual({
      name: "普及率",
      text: "91 以上",
      value: null,
      unit: "%",
      year: 2025,
    });
  });
  test("a unit printed in the cell counts where the head has none", () => {
    expect(readMeasure("普及率", null, "91%", 2025)).toMatchObject({ value: 91, unit: "%" });
    expect(readMeasure("普及率", null, "91％", null)).toMatchObject({ value: 91, unit: "%" });
  });
  test("a blank cell is no measure", () => {
    expect(readMeasure("普及率", "%", " ", 2025)).toBeNull();
  });
});

describe("headYear", () => {
  test.each([
    ["2025年", 2025],
    ["2025年目标值", 2025],
    ["２０２２年", 2022],
    ["1998年", 1998],
    ["目标", null],
    ["12025", null],
    ["备注", null],
  ])("%s", (head, year) => {
    expect(headYear(head)).toBe(year);
  });
});
