/** The Word files are laid out as GB/T 9704-2012 says: page, grid, styles, headings, tables, signature, page numbers. */
import { describe, expect, it } from "vitest";
import { collectGazette, type Gazette } from "../../src/corpus/gazette.ts";
import type { AnyDocument, Block, Section, TableDocument } from "../../src/document/schema.ts";
import type { ExportFile } from "../../src/export/format.ts";
import * as sample from "../site/gazette.ts";
import { all, bodyOf, first, paragraphs, partOf, value, words, type Xml } from "./docxReader.ts";
import { exportWord, printed } from "./wordContext.ts";

const files = await exportWord(printed);
const fileOf = (slug: string, of: readonly ExportFile[] = files): ExportFile => {
  const file = of.find(({ path }) => path.endsWith(`/${slug}.docx`));
  if (file === undefined) throw new Error(`no ${slug}`);
  return file;
};

async function written(...documents: AnyDocument[]): Promise<ExportFile[]> {
  return exportWord(collectGazette(documents));
}

/** Millimetres of twips, as Word shows them. */
const millimetres = (twips: string | undefined) => Math.round((Number(twips) / 1440) * 254) / 10;
const styleOf = (file: ExportFile, id: string): Xml => {
  const style = [...all(partOf(file, "word/styles.xml"), "w:style")].find(
    (each) => each.attributes["w:styleId"] === id,
  );
  if (style === undefined) throw new Error(`no style ${id}`);
  return style;
};
const sectionsOf = (file: ExportFile) => [...all(bodyOf(file), "w:sectPr")];
const linesOf = (file: ExportFile, style: string) =>
  paragraphs(bodyOf(file)).filter((each) => each.style === style);

describe("the page", () => {
  it("is A4 with the type area of 156 × 225 mm on a grid of 22 lines and 28 characters", () => {
    for (const file of files)
      for (const section of sectionsOf(file)) {
        const size = first(section, "w:pgSz")?.attributes ?? {};
        const margins = first(section, "w:pgMar")?.attributes ?? {};
        const grid = first(section, "w:docGrid")?.attributes ?? {};
        const [top, right, bottom, left] = ["top", "right", "bottom", "left"].map((side) =>
          millimetres(margins[`w:${side}`]),
        );
        const landscape = size["w:orient"] === "landscape";
        expect([size["w:w"], size["w:h"]].map(millimetres)).toEqual(landscape ? [297, 210] : [210, 297]);
        expect([top, right, bottom, left]).toEqual(landscape ? [28, 37, 26, 35] : [37, 26, 35, 28]);
        expect(grid["w:type"]).toBe("linesAndChars");
        expect(Math.floor(((225 / 25.4) * 1440) / Number(grid["w:linePitch"]))).toBe(22);
        const character = 16 + Number(grid["w:charSpace"]) / 4096;
        expect(Math.floor(((156 / 25.4) * 72) / character)).toBe(28);
      }
  });

  it("is turned for a table of eight columns and more, its label and title with it, and only for it", () => {
    const turned = files.filter((file) =>
      sectionsOf(file).some((section) => first(section, "w:pgSz")?.attributes["w:orient"] === "landscape"),
    );
    const wide = printed.tables.filter(({ columns }) => columns.length >= 8).map(({ notice }) => notice);
    expect(wide).toEqual(["2021-03/pzbf-2021-36"]);
    expect(turned.map(({ path }) => path)).toEqual(wide.map((id) => `data/2021-03/docx/${id.slice(8)}.docx`));
    const file = fileOf("pzbf-2021-36");
    // The letter, the plan, three attachments.
    expect(sectionsOf(file).map((section) => first(section, "w:pgSz")?.attributes["w:orient"])).toEqual([
      "portrait",
      "portrait",
      "portrait",
      "landscape",
      "portrait",
    ]);
    const texts = paragraphs(bodyOf(file));
    const before = texts.findIndex(({ text }) => text === "附件2");
    expect(first(texts[before - 1]?.xml as Xml, "w:sectPr")).toBeDefined();
  });

  it("turns back where text follows", async () => {
    const notice = sample.notice("2022-01/qzf-2022-3", {
      children: [
        sample.section("s1", "一、", [
          { type: "table", anchor: "t1", position: sample.table().position, ref: "2022-01/wide" },
          sample.paragraph("p1", "表后。"),
        ]),
      ],
    });
    const columns = Array.from({ length: 12 }, (_, at) => ({ name: `列${at}`, unit: null, text: `列${at}` }));
    const file = fileOf("qzf-2022-3", await written(notice, sample.table({ id: "2022-01/wide", columns })));
    const orientations = sectionsOf(file).map((section) => first(section, "w:pgSz")?.attributes["w:orient"]);
    expect(orientations).toEqual(["portrait", "landscape", "portrait"]);
  });

  it("has its number at the right of odd pages and at the left of even ones", () => {
    const file = fileOf("pzf-2021-56");
    expect(first(partOf(file, "word/settings.xml"), "w:evenAndOddHeaders")).toBeDefined();
    const footers = ["word/footer1.xml", "word/footer2.xml"].map((path) => partOf(file, path));
    expect(footers.map((footer) => value(footer, "w:jc"))).toEqual(["right", "left"]);
    for (const footer of footers) {
      expect(words(footer)).toBe("—  —");
      expect(JSON.stringify(footer)).toContain("PAGE");
    }
    expect([...all(bodyOf(file), "w:footerReference")].map(({ attributes }) => attributes["w:type"])).toEqual(
      ["default", "even"],
    );
    expect(value(styleOf(file, "PageNumber"), "w:sz")).toBe("28");
  });
});

describe("the styles", () => {
  const file = fileOf("pzf-2021-56");
  const faces = (id: string) => first(styleOf(file, id), "w:rFonts")?.attributes["w:eastAsia"];

  it("have the typefaces and sizes of the standard", () => {
    const defaults = first(partOf(file, "word/styles.xml"), "w:docDefaults") as Xml;
    expect(first(defaults, "w:rFonts")?.attributes["w:eastAsia"]).toBe("仿宋_GB2312");
    expect(value(defaults, "w:sz")).toBe("32");
    expect(first(defaults, "w:snapToGrid")).toBeDefined();
    expect(["Title", "PartTitle"].map(faces)).toEqual(["方正小标宋简体", "方正小标宋简体"]);
    expect(["Heading1", "Heading2", "Heading3", "Heading4"].map(faces)).toEqual([
      "黑体",
      "楷体_GB2312",
      "仿宋_GB2312",
      "仿宋_GB2312",
    ]);
    expect([faces("AttachmentLabel"), value(styleOf(file, "Title"), "w:sz")]).toEqual(["黑体", "44"]);
    expect(value(styleOf(file, "Title"), "w:jc")).toBe("center");
    expect(first(styleOf(file, "Body"), "w:ind")?.attributes["w:firstLineChars"]).toBe("200");
    expect(value(styleOf(file, "IssuerMark"), "w:color")).toBe("FF0000");
  });

  it("name what to take where a typeface is not installed", () => {
    const names = [...all(partOf(file, "word/fontTable.xml"), "w:font")].map((font) => [
      font.attributes["w:name"],
      value(font, "w:altName"),
    ]);
    expect(names).toContainEqual(["仿宋_GB2312", "仿宋,FangSong"]);
    expect(names).toContainEqual(["Times New Roman", undefined]);
  });

  it("are all defined", () => {
    for (const each of files) {
      const defined = new Set(
        [...all(partOf(each, "word/styles.xml"), "w:style")].map((style) => style.attributes["w:styleId"]),
      );
      for (const { style } of paragraphs(bodyOf(each)))
        if (style !== undefined) expect(defined).toContain(style);
    }
  });
});

/** Sections with a title, in order, as the outline must show them. */
function headings(blocks: readonly Block[]): Section[] {
  return blocks.flatMap((block) =>
    block.type === "section" ? [...(block.title === null ? [] : [block]), ...headings(block.children)] : [],
  );
}

describe("headings", () => {
  it("are Word's own, at their depth, with the printed marker", () => {
    for (const notice of printed.notices) {
      const file = fileOf(notice.id.slice(8));
      const expected = [
        notice.children,
        notice.enclosure?.children ?? [],
        ...notice.attachments.map(({ children }) => children),
      ]
        .flatMap(headings)
        .map(({ depth, marker, title, delimiter }) => [
          `Heading${depth}`,
          `${marker}${title}${delimiter ?? ""}`,
        ]);
      const found = paragraphs(bodyOf(file))
        .filter(({ style }) => style?.startsWith("Heading"))
        .map(({ style, text }) => [style, text]);
      expect(found).toEqual(expected);
      expect(first(bodyOf(file), "w:numPr")).toBeUndefined();
    }
    const levels = Array.from({ length: 9 }, (_, at) =>
      value(styleOf(fileOf("pzf-2021-56"), `Heading${at + 1}`), "w:outlineLvl"),
    );
    expect(levels).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8"]);
  });

  it("that run into their text end in Word's style separator", () => {
    const runIn = printed.notices
      .flatMap(({ enclosure }) => headings(enclosure?.children ?? []))
      .filter((each) => each.runIn);
    const separators = files.flatMap((file) => [...all(bodyOf(file), "w:specVanish")]);
    const inAttachments = printed.notices
      .flatMap(({ attachments }) => attachments.flatMap(({ children }) => headings(children)))
      .filter((each) => each.runIn);
    expect(separators).toHaveLength(runIn.length + inAttachments.length);
    expect(runIn.length).toBeGreaterThan(20);
  });

  it("of laws stand in the middle, and an article's number apart from its text", async () => {
    const article = sample.section("s1-1", "第一条", [sample.paragraph("p", "为了节约用水。")], {
      title: null,
      depth: 2,
    });
    const bare = sample.section("s1-2", "第二条", [], { title: null, depth: 2 });
    const deep = sample.section("s1-3", "①", [], { title: "很深", depth: 12 });
    const chapter = sample.section("s1", "第一章", [article, bare, deep], { title: "总则" });
    const file = fileOf(
      "qzf-2022-3",
      await written(sample.notice("2022-01/qzf-2022-3", { children: [chapter] })),
    );
    const texts = paragraphs(bodyOf(file));
    const centred = texts.find(({ text }) => text === "第一章总则");
    expect([centred?.style, value(centred?.xml as Xml, "w:jc")]).toEqual(["Heading1", "center"]);
    const line = texts.find(({ text }) => text === "第一条为了节约用水。");
    const gaps = [...all(line?.xml as Xml, "w:r")]
      .filter((run) => value(run, "w:spacing") !== undefined)
      .map(words);
    expect([line?.style, gaps]).toEqual(["Body", ["条"]]);
    expect(texts.find(({ text }) => text === "第二条")?.style).toBe("Body");
    expect(texts.find(({ text }) => text === "①很深")?.style).toBe("Heading9");
  });
});

describe("the head", () => {
  it("is the red mark, the number and a red rule below it", () => {
    const file = fileOf("pzf-2021-56");
    const [mark, number, title, recipients] = paragraphs(bodyOf(file));
    expect([mark?.style, mark?.text]).toEqual(["IssuerMark", "平罗县人民政府文件"]);
    expect([number?.style, number?.text]).toEqual(["DocumentNumber", "平政发〔2021〕56号"]);
    expect(first(number?.xml as Xml, "w:bottom")?.attributes["w:color"]).toBe("FF0000");
    expect(title?.style).toBe("Title");
    expect([recipients?.style, recipients?.text.at(-1)]).toEqual(["Recipients", "："]);
    // As large as fits on a line of 156 mm.
    expect(Number(value(mark?.xml as Xml, "w:sz")) / 2).toBe(48);
  });

  it("is not red where nobody issues, and has a name alone where there is no number", async () => {
    const id = "2022-01/qzf-2022-3";
    const [nobody] = await written(sample.notice(id, { issuer: null }));
    const [nameless] = await written(sample.notice(id, { issuer: null, documentNumber: null }));
    const [unnumbered] = await written(sample.notice(id, { documentNumber: null }));
    const heads = [nobody, nameless, unnumbered].map((file) =>
      paragraphs(bodyOf(file as ExportFile))
        .slice(0, 2)
        .map(({ style, text }) => [style, text]),
    );
    const title = ["Title", "青禾县人民政府关于春耕工作的通知"];
    expect(heads).toEqual([
      [["DocumentNumber", "青政发〔2022〕3号"], title],
      [title, ["Recipients", "各乡镇、县直各部门："]],
      [
        ["IssuerMark", "青禾县人民政府"],
        ["DocumentNumber", ""],
      ],
    ]);
    expect(first(bodyOf(nobody as ExportFile), "w:pBdr")).toBeUndefined();
  });

  it("of several issuers has them below one another, 文件 beside them", async () => {
    const [joint] = await written(sample.fullNotice());
    const table = first(bodyOf(joint as ExportFile), "w:tbl") as Xml;
    expect([...all(table, "w:tc")].map((cell) => paragraphs(cell).map(({ text }) => text))).toEqual([
      ["青禾县人民政府", "青禾县水务局"],
      ["文件"],
    ]);
    const [unnumbered] = await written({ ...sample.fullNotice(), documentNumber: null });
    expect(linesOf(unnumbered as ExportFile, "IssuerMark").map(({ text }) => text)).toEqual([
      "青禾县人民政府",
      "青禾县水务局",
    ]);
    expect(first(bodyOf(unnumbered as ExportFile), "w:tbl")).toBeUndefined();
  });

  it("of an order is its title", async () => {
    const [order] = await written(
      sample.notice("2022-01/ling-5", {
        heading: "青禾县人民政府令",
        genre: "令",
        documentNumber: { text: "第5号", agency: null, year: null, serial: 5 },
        signatory: { title: "县长", name: "李静" },
      }),
    );
    expect(
      paragraphs(bodyOf(order as ExportFile))
        .slice(0, 2)
        .map(({ text }) => text),
    ).toEqual(["青禾县人民政府令", "第5号"]);
    expect(linesOf(order as ExportFile, "Title")).toEqual([]);
    const signature = linesOf(order as ExportFile, "Signature");
    expect(signature.map(({ text }) => text)).toEqual(["青禾县人民政府", "县长李静", "2022年2月18日"]);
    // Four characters from the right (§7.3.5.3).
    for (const { xml } of signature)
      expect(Math.round(Number(first(xml, "w:ind")?.attributes["w:right"]) / 316)).toBe(4);
  });

  it("breaks a long title into lines of about one length", async () => {
    const [file] = await written(sample.notice("2022-01/qzf-2022-3", { heading: "关".repeat(22) }));
    const indent = first(linesOf(file as ExportFile, "Title")[0]?.xml as Xml, "w:ind")?.attributes ?? {};
    const characters = (156 / 25.4) * 72 - (Number(indent["w:left"]) + Number(indent["w:right"])) / 20;
    expect(Math.floor(characters / 22)).toBe(12);
  });
});

describe("what closes a letter", () => {
  const characters = (twips: string | undefined) => Math.round((Number(twips) / 8844) * 28 * 2) / 2;
  const indents = (file: ExportFile) =>
    linesOf(file, "Signature").map(({ text, xml }) => {
      const { "w:left": left, "w:right": right } = first(xml, "w:ind")?.attributes ?? {};
      return [text, left === undefined ? null : characters(left), characters(right)];
    });

  it("is the issuer two characters from the right and the day two right of its beginning", () => {
    const text = linesOf(fileOf("pzbf-2021-52"), "Signature").map(({ text }) => text);
    expect(text[0]).toBe("平罗县人民政府办公室");
    expect(indents(fileOf("pzbf-2021-52"))[0]?.[2]).toBe(2);
    // 28 characters less 2 and the 10 of the name is where the name begins: the day at 18.
    expect(indents(fileOf("pzbf-2021-52"))[1]?.[1]).toBe(18);
  });

  it("moves a short name in below a longer day, and needs no name", async () => {
    const id = "2022-01/qzf-2022-3";
    const [short] = await written(sample.notice(id, { issuer: "县政府", date: "2022-12-18" }));
    expect(indents(short as ExportFile)).toEqual([
      // The day is 7.5 characters wide, and Word leaves six quarters beside its figures.
      ["县政府", null, 9.5],
      ["2022年12月18日", null, 2],
    ]);
    const [dayless] = await written(sample.notice(id, { date: null, disclosure: null }));
    expect(indents(dayless as ExportFile)).toEqual([["青禾县人民政府", null, 2]]);
    const [unsigned] = await written(
      sample.notice(id, { issuer: null, signatory: { title: null, name: "李静" }, date: null }),
    );
    expect(indents(unsigned as ExportFile)).toEqual([["李静", null, 4]]);
  });

  it("never stands on a page without text", () => {
    const lines = paragraphs(bodyOf(fileOf("pzf-2021-60")));
    const from = lines.findIndex(({ text }) => text.startsWith("现将"));
    const disclosure = lines.findIndex(({ text }) => text === "（此件公开发布）");
    const kept = lines.slice(from, disclosure).filter(({ xml }) => first(xml, "w:keepNext") !== undefined);
    expect(kept.map(({ text }) => text.slice(0, 5))).toEqual([
      "现将《深入",
      "附件：主要",
      "平罗县人民",
      "2021年",
    ]);
  });

  it("lists the attachments by their numbers, names below names", () => {
    const notes = linesOf(fileOf("pzbf-2021-36"), "AttachmentNote");
    expect(notes.map(({ text }) => text.slice(0, 5))).toEqual(["附件：1.", "2.平罗县", "3.平罗县"]);
    expect(new Set(notes.map(({ xml }) => first(xml, "w:ind")?.attributes["w:left"])).size).toBe(1);
  });

  it("begins every attachment on a new page, its label in 黑体 above its title", () => {
    const notice = printed.leading.get("2021-03/pzbf-2021-40");
    if (notice?.type !== "notice") throw new Error("not in content");
    const file = fileOf("pzbf-2021-40");
    expect(linesOf(file, "AttachmentLabel").map(({ text }) => text)).toEqual(
      notice.attachments.map(({ label }) => label),
    );
    expect(linesOf(file, "PartTitle").map(({ text }) => text)).toEqual([
      notice.enclosure?.title,
      ...notice.attachments.map(({ title }) => title),
    ]);
    expect(sectionsOf(file)).toHaveLength(2 + notice.attachments.length);
  });

  it("puts a label without a title into the outline", async () => {
    const [file] = await written(sample.fullNotice());
    const levels = linesOf(file as ExportFile, "AttachmentLabel").map(({ xml }) =>
      value(xml, "w:outlineLvl"),
    );
    expect(levels).toEqual([undefined, "0"]);
  });
});

const tablesOf = (file: ExportFile) => [...all(bodyOf(file), "w:tbl")];
const rowsOf = (table: Xml) => [...all(table, "w:tr")];

/** The grid of a Word table: how many columns each row fills. */
const columnsOf = (row: Xml) =>
  [...all(row, "w:tc")].reduce((sum, cell) => sum + Number(value(cell, "w:gridSpan") ?? 1), 0);

describe("tables", () => {
  const byNotice = (gazette: Gazette, id: string) => gazette.tables.filter(({ notice }) => notice === id);

  it("are those of the document, with a head that is repeated and rows that are kept whole", () => {
    for (const { id } of printed.notices) {
      const tables = tablesOf(fileOf(id.slice(8)));
      const expected = byNotice(printed, id);
      expect(tables).toHaveLength(expected.length);
      for (const [at, table] of tables.entries()) {
        const { columns, rows } = expected[at] as TableDocument;
        const headed = columns.some(({ text }) => text !== "");
        expect(rowsOf(table)).toHaveLength(rows.length + Number(headed));
        const heads = rowsOf(table).filter((row) => first(row, "w:tblHeader") !== undefined);
        expect(heads).toHaveLength(Number(headed));
        if (headed) expect(heads[0]).toBe(rowsOf(table)[0]);
        const kept = rowsOf(table).filter((row) => {
          const split = first(row, "w:cantSplit");
          return split !== undefined && split.attributes["w:val"] !== "false";
        });
        // A row of a text longer than half a page may be torn: it would leave half a page empty.
        expect(rowsOf(table).length - kept.length).toBeLessThanOrEqual(
          rows.filter(({ cells }) => cells.some(({ text }) => text.length > 90)).length,
        );
        expect(kept.length).toBeGreaterThan(0);
      }
    }
  });

  it("are as wide as the type area, all rows of as many columns", () => {
    for (const table of files.flatMap(tablesOf)) {
      const widths = [...all(table, "w:gridCol")].map(({ attributes }) => Number(attributes["w:w"]));
      const total = widths.reduce((sum, width) => sum + width, 0);
      expect([156, 225]).toContain(Math.round((total / 1440) * 25.4));
      expect(new Set(rowsOf(table).map(columnsOf))).toEqual(new Set([widths.length]));
      expect(Math.min(...widths)).toBeGreaterThan(300);
    }
  });

  const cell = (text: string, rowSpan = 1, colSpan = 1) => ({ text, rowSpan, colSpan });
  const withTable = async (table: Partial<TableDocument>) => {
    const [file] = await written(sample.fullNotice(), sample.table(table));
    return tablesOf(file as ExportFile).at(-1) as Xml;
  };

  it("have spans, and blank cells where a row is short", async () => {
    const table = await withTable({
      rows: [
        { cells: [cell("甲", 3), cell("乙", 1, 2)] },
        { cells: [cell("丙"), cell("丁"), cell("戊"), cell("己")] },
        { cells: [] },
        { cells: [cell("庚", 9)] },
      ],
    });
    const rows = rowsOf(table).slice(1);
    expect(rows.map((row) => [...all(row, "w:tc")].map((each) => words(each)))).toEqual([
      ["甲", "乙", "", ""],
      ["", "丙", "丁", "戊", "己"],
      ["", "", "", "", ""],
      ["庚", "", "", "", ""],
    ]);
    expect([...all(rows[1] as Xml, "w:vMerge")].map(({ attributes }) => attributes["w:val"])).toEqual([
      "continue",
    ]);
    expect(new Set(rows.map(columnsOf))).toEqual(new Set([5]));
  });

  it("have no head where none is printed, and a row at least", async () => {
    const blank = { name: "列1", unit: null, text: "" };
    const table = await withTable({ columns: [blank, blank], rows: [{ cells: [cell("甲"), cell("乙")] }] });
    expect([...all(table, "w:tblHeader")]).toEqual([]);
    const bare = await withTable({ columns: [{ ...blank, text: "甲" }], rows: [] });
    expect(rowsOf(bare)).toHaveLength(1);
  });

  it("give a long text the room, and a short one what it needs", async () => {
    const names = ["序号", "内容", "单位"].map((text) => ({ name: text, unit: null, text }));
    const table = await withTable({
      columns: names,
      rows: [
        { cells: [cell("1"), cell("长".repeat(300)), cell("县水务局")] },
        { cells: [cell("2"), cell("短"), cell("县财政局")] },
      ],
    });
    const [number, text, body] = [...all(table, "w:gridCol")].map(({ attributes }) =>
      Number(attributes["w:w"]),
    ) as [number, number, number];
    expect(text).toBeGreaterThan(4 * body);
    expect(number).toBeLessThan(body + 1);
  });

  it("are set smaller the more columns they have", async () => {
    const sizes: (string | undefined)[] = [];
    for (const count of [4, 6, 12, 20]) {
      const columns = Array.from({ length: count }, (_, at) => ({
        name: `${at}`,
        unit: null,
        text: `${at}`,
      }));
      sizes.push(value(await withTable({ columns }), "w:sz"));
    }
    expect(sizes).toEqual(["24", "21", "18", "15"]);
  });

  it("have a unit above, and a title of their own where it is not that of what they stand in", async () => {
    const [file] = await written(sample.fullNotice(), sample.table({ title: "另一表" }));
    expect(linesOf(file as ExportFile, "TableTitle").map(({ text }) => text)).toEqual(["另一表"]);
    expect(linesOf(file as ExportFile, "TableUnit").map(({ text }) => text)).toEqual(["单位：万元"]);
    const [untitled] = await written(sample.fullNotice(), sample.table({ title: null, unitNote: null }));
    expect(linesOf(untitled as ExportFile, "TableTitle")).toEqual([]);
  });
});

describe("rosters and forms", () => {
  const rosterOf = async (groups: Extract<Block, { type: "roster" }>["groups"], title = "名单") => {
    const roster: Block = { type: "roster", anchor: "r1", position: sample.table().position, groups };
    const children = [sample.section("s1", "一、", [roster], { title })];
    const [file] = await written(sample.notice("2022-01/qzf-2022-3", { children }));
    return linesOf(file as ExportFile, "Line");
  };

  it("set role, name and post below one another, names of two characters as wide as of three", () => {
    const [chief, deputy] = linesOf(fileOf("pzbf-2021-36"), "Line");
    expect([chief?.text, deputy?.text.slice(0, 5)]).toEqual([
      "组长寇学文县委常委、政府常务副县长",
      "副组长冯斌",
    ]);
    expect([...all(chief?.xml as Xml, "w:tab")].length).toBeGreaterThan(3);
    const spread = [...all(deputy?.xml as Xml, "w:r")].filter((run) => value(run, "w:spacing") !== undefined);
    expect(spread.map(words)).toEqual(["冯"]);
  });

  it("have a long role on a line of its own, and one that is the heading above not again", async () => {
    const members = [{ name: "李静", title: null }];
    const lines = await rosterOf(
      [
        { role: "乡村振兴领导小组组长", members },
        { role: "部门委员", members },
        { role: "秘书", members: [] },
        { role: null, members: [{ name: "买买提·艾力", title: "县长" }] },
      ],
      "部门委员",
    );
    expect(lines.map(({ text }) => text)).toEqual([
      "乡村振兴领导小组组长",
      "李静",
      "李静",
      "秘书",
      "买买提·艾力县长",
    ]);
  });

  it("need no role at all", async () => {
    const lines = await rosterOf([{ role: null, members: [{ name: "李静", title: "县长" }] }]);
    expect(lines.map(({ text }) => text)).toEqual(["李静县长"]);
  });

  it("rule a line to write on where nothing is filled in", async () => {
    const form: Block = {
      type: "form",
      anchor: "f1",
      position: sample.table().position,
      fields: [
        { label: "姓名", value: "" },
        { label: "日期", value: "年 月 日" },
      ],
    };
    const [file] = await written(sample.notice("2022-01/qzf-2022-3", { children: [form] }));
    const lines = linesOf(file as ExportFile, "Line");
    expect(lines.map(({ text }) => text)).toEqual(["姓名", "日期年 月 日"]);
    const tabs = lines.map(({ xml }) => [...all(xml, "w:r")].flatMap((run) => [...all(run, "w:tab")]).length);
    expect(tabs).toEqual([2, 1]);
    expect(first(lines[0]?.xml as Xml, "w:tabs")?.children).toHaveLength(2);
  });
});
