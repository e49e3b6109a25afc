/** Documents as Markdown: every word, nothing that becomes markup. */
import { describe, expect, it } from "vitest";
import { escapeMarkdown, markdownTwin } from "../../src/html/twin.ts";
import { appointment, chronicle, fullNotice, HOSTILE, notice, paragraph, section, table } from "./gazette.ts";

const tables = new Map([[table().id, table()]]);

describe("text in Markdown", () => {
  it("is escaped where it would be markup", () => {
    expect(escapeMarkdown(HOSTILE)).not.toMatch(/(?<!\\)[<>]/);
    expect(escapeMarkdown("1. 甲*乙_丙|丁")).toBe("1\\. 甲\\*乙\\_丙\\|丁");
    expect(escapeMarkdown("- 甲\n+ 乙")).toBe("\\- 甲\n\\+ 乙");
  });
});

describe("the twin of a notice", () => {
  it("has its head, its parts, its signature", () => {
    const text = markdownTwin(fullNotice(), tables);
    expect(text).toMatch(
      /^# 青禾县人民政府关于印发《水利规划》的通知\n\n青政发〔2022〕6号\n\n各乡镇、县直各部门：\n/,
    );
    for (const line of [
      "附件：\n\n- 1\\. 任务分配表\n- 名单",
      "县长　李静\n\n青禾县人民政府、青禾县水务局\n\n2022-02-18\n\n（此件公开发布）",
      "## 水利规划\n\n### 一、总体要求",
      "**（一）加强领导。**各单位要落实责任。",
      "1.应当按期完成80%。",
      "- -一项\n- 又一项",
      "## 附件1 任务分配表",
      "任务分配表　单位：万元\n\n| 类别 | 部门 | 资金（万元） | 亩数（亩） |\n| --- | --- | --- | --- |\n| 水利 | 县水务局 | 2.50 | 1,200 |",
      "**组长**\n\n- 李静 县长\n- 县财政局局长",
      "- 王芳",
      "- 姓名：",
    ])
      expect(text).toContain(line);
  });

  it("keeps heads without text, rows without a record, and leaves out a table that is not there", () => {
    const odd = notice("2022-01/x", {
      documentNumber: null,
      recipients: [],
      issuer: null,
      date: null,
      disclosure: null,
      signatory: { title: null, name: "李静" },
      children: [
        section("s", "1.", [], { title: null }),
        section("t", "二、", [paragraph("p", "甲")], { title: "乙", runIn: true }),
        { type: "table", anchor: "a", position: paragraph("", "").position, ref: "2022-01/none" },
        { type: "table", anchor: "b", position: paragraph("", "").position, ref: "2022-01/odd" },
      ],
      attachments: [{ anchor: "attachment-1", label: "", number: null, title: null, children: [] }],
    });
    const bare = table({
      id: "2022-01/odd",
      title: null,
      unitNote: null,
      records: [null, { 类别: "甲\n乙" }],
      rows: table().rows.slice(0, 2),
    });
    const text = markdownTwin(odd, new Map([["2022-01/odd", bare]]));
    expect(text).toContain("\n\n1\\.\n\n**二、乙**甲\n\n| 类别");
    expect(text).toContain("| 水利 | 县水务局 | 2.50 | 1,200 |\n| 甲<br>乙 |  |  |  |");
    expect(text).toContain("李静\n\n## 正文");
  });
});

describe("the twins of the others", () => {
  it("are their texts", () => {
    expect(markdownTwin(appointment(), tables)).toContain("王芳任县水务局局长（试用期一年）。");
    const text = markdownTwin(chronicle(), tables);
    expect(text.startsWith("# 县政府大事记\n\n")).toBe(true);
    expect(text.split("\n\n")).toHaveLength(1 + chronicle().entries.length);
  });
});
