/** Plain text: every printed text in order, laid out as a letter. */
import { describe, expect, it } from "vitest";
import { spannedGrid } from "../../src/export/spannedGrid.ts";
import { plainText, text } from "../../src/export/text.ts";
import { appointment, chronicle, fullNotice, notice, table } from "../site/gazette.ts";
import { contextOf, corpora } from "./corpora.ts";
import { expectInOrder, printedTexts } from "./printed.ts";

describe.each(corpora)("%s", (_name, documents) => {
  const { gazette } = contextOf(documents());

  it("says every printed text in order; a date as a reader says it", () => {
    for (const document of gazette.leading.values()) {
      const said = plainText(document, gazette.tableById);
      const printed = printedTexts(document, gazette.tableById).map((words) =>
        words.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/u, "$1年$2月$3日"),
      );
      expectInOrder(said, printed, document.id);
    }
  });
});

describe("the layout", () => {
  const tables = new Map([[table().id, table()]]);

  it("is that of a letter", () => {
    const said = plainText(fullNotice(), tables);
    expect(said).toMatch(
      /^青禾县人民政府关于印发《水利规划》的通知\n\n青政发〔2022〕6号\n\n各乡镇、县直各部门：\n　　现将《水利规划》印发给你们。\n\n/u,
    );
    for (const lines of [
      "\n\n　　附件：1. 任务分配表\n　　　　名单\n\n　　青禾县人民政府、青禾县水务局\n　　县长　李静\n　　2022年2月18日\n\n（此件公开发布）\n\n",
      "水利规划\n\n　　一、总体要求\n　　（一）加强领导。各单位要落实责任。\n　　1.应当按期完成80%。\n　　-一项\n　　又一项\n\n",
      "附件1\n任务分配表\n\n任务分配表\n单位：万元\n类别\t部门\t资金（万元）\t亩数（亩）\n水利\t县水务局\t2.50\t1,200\n\t<script>",
      "附件2\n\n　　组长\n　　　　李静　县长\n　　　　县财政局局长\n　　　　王芳\n　　姓名：\n",
    ])
      expect(said).toContain(lines);
  });

  it("keeps to what is printed", () => {
    const bare = { recipients: [], documentNumber: null, issuer: null, date: null, disclosure: null };
    expect(plainText(appointment({ ...bare, children: [] }), tables)).toBe(
      "青禾县人民政府关于王芳同志任职的通知\n",
    );
    expect(
      plainText(
        notice("2022-01/x", { ...bare, signatory: { title: null, name: "李静" }, children: [] }),
        tables,
      ),
    ).toBe("青禾县人民政府关于春耕工作的通知\n\n　　李静\n");
    expect(plainText(chronicle(), tables)).toBe(
      "县政府大事记\n\n　　1月5日至6日，县长李静到县水务局调研。\n　　是月，李静调研。\n",
    );
  });

  it("is a file a document", async () => {
    const files = await text.files(contextOf([fullNotice(), table(), chronicle()]));
    expect(files.map(({ path }) => path).sort()).toEqual([
      "data/2022-01/text/chronicle.txt",
      "data/2022-01/text/qzf-2022-6.txt",
    ]);
  });
});

describe("the grid of a table", () => {
  const cell = (words: string, rowSpan = 1, colSpan = 1) => ({ text: words, rowSpan, colSpan });

  it("says a spanning cell once, where it begins", () => {
    const rows = [
      { cells: [cell("甲", 3), cell("乙", 1, 2), cell("丙", 2)] },
      { cells: [cell("丁"), cell("戊")] },
      { cells: [cell("己")] },
    ];
    expect(spannedGrid({ rows })).toEqual([
      ["甲", "乙", "", "丙"],
      ["", "丁", "戊", ""],
      ["", "己"],
    ]);
  });
});
