/** What the examples of the rules leave open: other issues, broken tables, hostile texts. */
import { VFile } from "vfile";
import { describe, expect, it } from "vitest";
import { addToIndex, emptyIndex } from "../../src/document/corpusIndex.ts";
import { lint } from "../../src/lint/index.ts";
import { readGazette } from "../../src/pipeline.ts";
import { sourceOf } from "../../src/syntax/source.ts";

const MASTHEAD = "某县人民政府公报　2021年第3期（总第15期）\n\n";
const HEAD = "某县人民政府关于加强管理的通知\n某政发〔2021〕1号\n各乡镇：\n";
const TAIL = "某县人民政府\n2021年9月9日\n";

/** What one rule says of a text: severity, line and reason. */
function said(ruleId: string, text: string, corpus = emptyIndex()): string[] {
  const bytes = text.isWellFormed() ? Buffer.from(text) : Buffer.from(`\ufeff${text}`, "utf16le");
  const { file } = readGazette(bytes, "test.txt", corpus);
  return file.messages
    .filter((message) => message.ruleId === ruleId)
    .map(
      ({ fatal, line, reason }) => `${fatal === true ? "E" : fatal === false ? "W" : "I"}${line} ${reason}`,
    );
}
const letter = (ruleId: string, body: string): string[] => said(ruleId, `${MASTHEAD}${HEAD}${body}\n${TAIL}`);
const table = (ruleId: string, rows: string[], end = "\n"): string[] =>
  said(ruleId, `${MASTHEAD}${HEAD}请认真执行。\n${TAIL}附件\n分配表\n${rows.join("\n")}${end}`);

describe("attachment-title", () => {
  it("takes unnumbered lines by their order", () => {
    const text = `${MASTHEAD}${HEAD}请认真执行。\n附件：任务清单\n联络员信息表\n${TAIL}附件\n任务清单\n各乡镇要落实。\n`;
    expect(said("attachment-title", text)).toEqual([]);
  });
  it("says nothing where the printed title was not found", () => {
    const text = `${MASTHEAD}${HEAD}请认真执行。\n附件：1. 任务清单\n${TAIL}附件1\n序号\t任务\t单位\n1\t甲\t县政府办\n`;
    expect(said("attachment-title", text)).toEqual([]);
  });
});

describe("chronicle-date", () => {
  it("tells an entry without a date", () => {
    const text = `${MASTHEAD}政府大事记\n13月5日，县长主持召开常务会议。\n7月6日，县长调研农业工作。\n`;
    expect(said("chronicle-date", text)).toEqual(["W4 这一条没有读到日期"]);
  });
});

describe("citation-title", () => {
  const corpus = emptyIndex();
  const documentNumber = { agency: "某政发", year: 2020, serial: 9 };
  addToIndex(corpus, { id: "2020-04/mzf-2020-9", documentNumber, titles: ["关于做好防汛工作的通知"] });
  const other = { agency: "某政发", year: 2020, serial: 8 };
  addToIndex(corpus, { id: "2020-04/mzf-2020-8", documentNumber: other, titles: ["关于做好抗旱工作的通知"] });
  const citing = (title: string): string[] =>
    said("citation-title", `${MASTHEAD}${HEAD}按照《${title}》（某政发〔2020〕9号）执行。\n${TAIL}`, corpus);

  it("compares with the documents of other issues", () => {
    expect(citing("关于做好防汛工作的通知")).toEqual([]);
    expect(citing("关于做好抗旱工作的通知")).toEqual([
      "W6 某政发〔2020〕9号在库中是另一份文件，这里引作“关于做好抗旱工作的通知”",
    ]);
  });
  it("does not judge a title that the corpus does not know", () => {
    expect(citing("关于做好防火工作的通知")).toEqual([]);
  });
});

describe("duplicate-number", () => {
  it("looks at other issues", () => {
    const corpus = emptyIndex();
    const documentNumber = { agency: "某政发", year: 2021, serial: 1 };
    addToIndex(corpus, { id: "2021-02/mzf-2021-1", documentNumber, titles: [] });
    expect(said("duplicate-number", `${MASTHEAD}${HEAD}请认真执行。\n${TAIL}`, corpus)).toEqual([
      "W3 “某县人民政府关于加强管理的通知”的文号某政发〔2021〕1号已有文件用过：2021-02/mzf-2021-1",
    ]);
  });
});

describe("doubled-character", () => {
  it("knows pairs of pairs, turns and the given name of a whole cell", () => {
    expect(letter("doubled-character", "要清清楚楚、认认真真，可以以书面形式报送，参与与社会治理。")).toEqual(
      [],
    );
    expect(table("doubled-character", ["序号\t姓名\t单位", "1\t杨元元\t县政府办"])).toEqual([]);
  });
  it("tells a character printed many times once", () => {
    expect(letter("doubled-character", "要认真的的的的落实。")).toHaveLength(1);
  });
});

describe("doubled-word", () => {
  it("leaves alone what is no word", () => {
    expect(letter("doubled-word", "支持创业创新，分级分类，AABBAABB。")).toEqual([]);
  });
});

describe("hidden-character", () => {
  it("tells half a surrogate pair", () => {
    expect(letter("hidden-character", `请认真\ud83d执行${"，落实责任".repeat(40)}。`)).toEqual([
      "W6 这里有不成对的代理字符 U+D83D，原字已经丢失",
    ]);
  });
  it("tells what stands in a last line without an end", () => {
    expect(
      said("hidden-character", `${MASTHEAD}${HEAD}请认真执行。\n${TAIL}（此件公开\u200b发布）`),
    ).toHaveLength(1);
  });
});

describe("numbering", () => {
  it("tells numbers that go back, and the span of those missing", () => {
    expect(letter("numbering", "一、甲\n二、乙\n六、丙\n五、丁")).toEqual([
      "W8 “六、”前面是“二、”，缺序号 3—5",
      "W9 “五、”倒退了，前面是“六、”",
    ]);
  });
  it("reads decimals by their own head, and leaves inserted articles alone", () => {
    const decimals =
      "1　总则\n1.1　目的\n规范工作。\n1.2　依据\n依据法律。\n2　职责\n2.1　机构\n设立机构。\n2.3　分工\n明确分工。";
    expect(letter("numbering", decimals)).toEqual(["W14 “2.3”前面是“2.1”，缺序号 2"]);
    expect(
      letter(
        "numbering",
        "第一条　为了规范，制定本规定。\n第二条　各单位应当执行。\n第二条之一　各乡镇应当执行。\n第三条　自公布之日起施行。",
      ),
    ).toEqual([]);
  });
  it("counts numbers that stand inside the text before", () => {
    expect(letter("numbering", "说明：1. 名称要一致；\n2. 依据要明确。")).toEqual([]);
    expect(
      letter(
        "numbering",
        "说明如下：（一）名称要一致，（二）依据要明确。\n（三）材料要齐全。\n十二、其他事项。",
      ),
    ).toEqual(["W8 “十二、”是这里的第一个，前面缺序号 1—11"]);
    expect(letter("numbering", "一、甲项。一要落实。二、乙项要落实。\n三、丙")).toEqual([]);
  });
  it("begins anew after a row that stands for others", () => {
    expect(table("numbering", ["序号\t乡镇\t资金", "1\t甲镇\t1", "……\t……\t……", "9\t乙镇\t2"])).toEqual([]);
  });
});

describe("totals", () => {
  it("leaves alone what does not add up by its nature", () => {
    expect(table("totals", ["乡镇\t资金\t说明", "甲镇\t1\t一次", "合计\t9\t9", "乙镇\t2\t两次"])).toEqual([]);
    expect(table("totals", ["乡镇\t资金\t数量", "甲镇\t约1\t-1", "乙镇\t2\t-2", "合计\t9\t-3"])).toEqual([]);
    expect(
      table("totals", ["乡镇\t资金\t数量", "甲镇\t1\t1", "小计\t1\t1", "乙镇\t2\t2", "合计\t3\t3"]),
    ).toEqual([]);
  });
  it("writes sums below zero and above what is printed", () => {
    expect(table("totals", ["乡镇\t增减\t数量", "甲镇\t-1.5\t30", "乙镇\t0.2\t50", "合计\t-9\t70"])).toEqual([
      "W14 “增减”合计 -9，各行相加是 -1.3，相差 7.7",
      "W14 “数量”合计 70，各行相加是 80，相差 10",
    ]);
  });
});

describe("traditional-character", () => {
  it("leaves a traditional text alone", () => {
    expect(letter("traditional-character", "題詞：學習為國為民，發展經濟。")).toEqual([]);
  });
});

describe("truncated", () => {
  it("tells a short last row only where the file does not end its line", () => {
    const rows = ["序号\t任务\t单位", "1\t甲项\t县政府办", "2\t乙项\t县财政局", "3\t丙项\t县教育局", "4\t丁"];
    expect(table("truncated", rows)).toEqual([]);
    expect(table("truncated", rows, "")).toEqual(["E15 文件在这里断了：表格最后一行没有完"]);
  });
  it("tells a last sentence that is short where the file does not end its line", () => {
    const text = `${MASTHEAD}${HEAD}请认真执行。\n请落实责任。\n请加强宣传。\n请按时报`;
    expect(said("truncated", text)).toEqual(["E9 文件在这里断了：最后“请按时报”没有说完"]);
    expect(said("truncated", `${text}\n`)).toEqual([]);
  });
  it("does not take the custom of a chronicle for a cut", () => {
    const entries = [
      "7月5日，县长主持召开会议",
      "7月6日，县长调研农业，副县长陪同",
      "7月7日，县长赴外地考察，副县长陪同",
    ];
    expect(said("truncated", `${MASTHEAD}政府大事记\n${entries.join("\n")}\n`)).toEqual([]);
    expect(said("truncated", `${MASTHEAD}政府大事记\n${entries.join("。\n")}\n`)).toHaveLength(1);
  });
  it("leaves an issue alone that ends with its colophon", () => {
    const colophon = "主编：张三\n主管：某县人民政府\n主办：某县人民政府办公室\n";
    expect(said("truncated", `${MASTHEAD}${HEAD}请认真执行。\n${TAIL}\n${colophon}`)).toEqual([]);
  });
  it("leaves alone what ends with those who bear it", () => {
    const text = `${MASTHEAD}${HEAD}请认真执行。\n请落实责任。\n一、检修管网（县住建局负责）\n`;
    expect(said("truncated", text)).toEqual([]);
    const labelled = `${MASTHEAD}${HEAD}请认真执行。\n请落实责任，检修管网。责任单位：县住建局，县水务局\n`;
    expect(said("truncated", labelled)).toEqual([]);
  });
  it("leaves a list of bare heads alone", () => {
    expect(said("truncated", `${MASTHEAD}${HEAD}请认真执行。\n一、甲项\n二、乙项\n`)).toEqual([]);
  });
});

describe("unbalanced", () => {
  it("tells quotation marks and apostrophes apart", () => {
    expect(letter("unbalanced", "推进放管服”改革，学习 Xi’an 经验。")).toEqual(["W6 后引号”前面没有前引号“"]);
  });
  it("bears a text that only opens", () => {
    expect(letter("unbalanced", "（".repeat(400))).toHaveLength(400);
  });
});

describe("places", () => {
  it("points past what a page break puts into a sentence", () => {
    const text = `${MASTHEAD}${HEAD}各单位要加强组织领导，切实落实责任，方便企业\n\n— 12 —\n\n![](images/3.jpg)\n\n and 群众办事，确保各项工作取得实效。\n${TAIL}`;
    expect(said("stray-latin", text)).toEqual(["W12 中文里夹着“and”，疑是误读，前后是“企业and 群众”"]);
  });
  it("points to the row of a pipe table and of an HTML table", () => {
    const pipes = ["| 序号 | 事项 | 单位 |", "| --- | --- | --- |", "| 1 | 企业 and 群众 | 县政府办 |"];
    expect(table("stray-latin", pipes)).toEqual(["W13 中文里夹着“and”，疑是误读，前后是“企业 and 群众”"]);
    const html = [
      "<table>",
      "<tr><td>序号</td><td>事项</td></tr>",
      "<tr><td>1</td><td>企业 and 群众</td></tr>",
      "</table>",
    ];
    expect(table("stray-latin", html)).toEqual(["W13 中文里夹着“and”，疑是误读，前后是“企业 and 群众”"]);
  });
});

describe("all rules", () => {
  it("bear a table before the first document", () => {
    const text = `${MASTHEAD}简介\n本刊为季刊。\n栏目\t页数\n文件\t12\n人事\t3\n\n${HEAD}请认真执行。\n${TAIL}`;
    expect(said("stray-latin", text)).toEqual([]);
  });
  it("tell characters that belong nowhere or to two", () => {
    const text = `${MASTHEAD}${HEAD}请认真执行。\n${TAIL}`;
    const { compiled } = readGazette(Buffer.from(text), "test.txt");
    const file = new VFile(text);
    file.data["issue"] = { facts: {}, doubts: [{ ruleId: "another", reason: "…", start: 0, end: 1 }] };
    const coverage = { ...compiled.coverage, lost: [{ start: 0, end: 2 }], doubled: [{ start: 3, end: 5 }] };
    lint({ ...compiled, coverage }, file, sourceOf(text));
    expect(file.messages.map(({ ruleId, fatal, reason }) => [ruleId, fatal, reason])).toEqual([
      ["unaccounted", true, "这些字没有归入任何文件"],
      ["unaccounted", true, "这些字被归入了两处"],
    ]);
  });
  it("stop counting where a file is wrong all over", () => {
    const told = letter("stray-latin", "企业and群众，".repeat(1200));
    expect(told).toHaveLength(1001);
    expect(told.at(-1)).toBe("W6 同类问题还有 200 处，从这里起不再逐一列出");
  });
  it("take time that grows with the text and no faster, on repeats made to hurt", () => {
    for (const unit of [
      "（",
      "”",
      "“（",
      "的",
      "申报",
      "<",
      "附件：",
      "$\\",
      "a",
      "&",
      "》",
      "，",
      "１",
      "。 ",
    ]) {
      const text = `${MASTHEAD}${HEAD}${unit.repeat(5_000)}\n${TAIL}`;
      const start = performance.now();
      said("unbalanced", text);
      expect(performance.now() - start).toBeLessThan(10_000);
    }
  });
});
