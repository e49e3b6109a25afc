/** The Word files say what the documents say: every character, in its order, whatever it is. */
import { Document, Packer } from "docx";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { afterEach, describe, expect, it, vi } from "vitest";
import { drawGazette } from "../../scripts/generator/compose/gazette.ts";
import { printGazette } from "../../scripts/generator/print.ts";
import { collectGazette, type Gazette } from "../../src/corpus/gazette.ts";
import type { AnyDocument } from "../../src/document/schema.ts";
import { componentOf } from "../../src/export/docx/components.ts";
import { pagesOf } from "../../src/export/docx/page.ts";
import { documentSheets } from "../../src/export/docx/parts.ts";
import { styles } from "../../src/export/docx/styles.ts";
import { word } from "../../src/export/docx/word.ts";
import type { ExportFile } from "../../src/export/format.ts";
import * as sample from "../site/gazette.ts";
import { readBytes } from "../support/read.ts";
import { bodyOf, bytesOf, partOf, partsOf, words } from "./docxReader.ts";
import { exportWord, printed } from "./wordContext.ts";
import { printedWords } from "./wordText.ts";

const files = await exportWord(printed);

/** What says whose a file is, and what the library is made to write otherwise. */
const MENDED = new Set(["docProps/core.xml", "docProps/custom.xml", "word/styles.xml", "word/fontTable.xml"]);

async function expectWords(gazette: Gazette, files: readonly ExportFile[]): Promise<void> {
  expect(files).toHaveLength(gazette.leading.size);
  for (const [at, document] of [...gazette.leading.values()].entries())
    expect(words(bodyOf(files[at] as ExportFile)), document.id).toBe(printedWords(document, gazette));
}

/** Cells that go on over rows and columns side by side, tabs, line breaks, and a mark of two issuers. */
function joined(): Gazette {
  const cell = (text: string, rowSpan = 1, colSpan = 1) => ({ text, rowSpan, colSpan });
  const rows = [
    [cell("甲\n乙\t丙", 3), cell("一", 2, 2), cell("“引”")],
    [cell("", 2)],
    [cell("二"), cell("三")],
    [cell("四"), cell("五"), cell("六"), cell("七")],
  ];
  const table = sample.table({
    rows: rows.map((cells, at) => ({ ...(sample.table().rows[0] as Row), anchor: `r${at + 1}`, cells })),
    records: rows.map(() => null),
  });
  const letter = { issuer: "甲县人民政府、乙县人民政府", heading: "联合\t通知" };
  return collectGazette([{ ...sample.fullNotice(), ...letter }, table, sample.issue()]);
}

type Row = ReturnType<typeof sample.table>["rows"][number];

afterEach(() => {
  vi.useRealTimers();
  delete process.env["TZ"];
});

describe("the text of the Word files", () => {
  it("is that of every document of 2021-03", async () => {
    await expectWords(printed, files);
    expect(files.map(({ path }) => path)).toEqual(
      [...printed.leading.keys()].map((id) => `data/2021-03/docx/${id.slice(8)}.docx`),
    );
  });

  it("is that of the made-up gazette, markup and all", async () => {
    const gazette = collectGazette(sample.sampleDocuments());
    const files = await exportWord(gazette);
    await expectWords(gazette, files);
    expect(files.some((file) => words(bodyOf(file)).includes(sample.HOSTILE))).toBe(true);
  });

  it("is that of synthetic gazettes", async () => {
    for (let seed = 1; seed <= 8; seed++) {
      const read = readBytes(printGazette(drawGazette(seed)).bytes);
      const gazette = collectGazette([...read.files.values()].map((text): AnyDocument => JSON.parse(text)));
      await expectWords(gazette, await exportWord(gazette));
    }
  });

  it("is what another reader of Word files finds", async () => {
    for (const [at, document] of [...printed.leading.values()].entries()) {
      const { value } = await mammoth.extractRawText({
        buffer: Buffer.from(bytesOf(files[at] as ExportFile)),
      });
      expect(value.replaceAll(/[\n\t]/g, ""), document.id).toBe(printedWords(document, printed));
    }
  });

  it("shows what XML cannot hold", async () => {
    const hostile = "甲\u0000乙\u000b丙\u001b丁\ud800戊\ufffe己\r庚]]>&amp;\n辛\t壬";
    const shown = "甲␀乙␋丙␛丁�戊�己␍庚]]>&amp;辛壬";
    const notice = sample.notice("2022-01/qzf-2022-3", {
      heading: hostile,
      issuer: hostile,
      children: [sample.paragraph("p1", hostile)],
    });
    const [file] = await exportWord(collectGazette([notice, sample.issue()]));
    const text = words(bodyOf(file as ExportFile));
    // The mark, the title, the paragraph and the signature.
    expect(text.split(shown)).toHaveLength(5);
    const core = partOf(file as ExportFile, "docProps/core.xml");
    expect(JSON.stringify(core)).toContain("甲␀乙␋丙␛丁�戊�己␍庚]]>&amp;");
  });

  it("has no title twice: a table or a roster called as what it stands in", async () => {
    const gazette = collectGazette(sample.sampleDocuments());
    const text = words(
      bodyOf((await exportWord(gazette)).find(({ path }) => path.includes("qzf-2022-6")) as ExportFile),
    );
    // Once among the notes, once above the table.
    expect(text.split("任务分配表")).toHaveLength(3);
  });

  it("ends with what editors have corrected, tables included", async () => {
    const correction = {
      anchor: null,
      field: "title",
      printed: "春耕",
      corrected: "秋收",
      reason: "排印之误",
      position: sample.table().position,
    };
    const gazette = collectGazette([
      { ...sample.fullNotice(), corrections: [correction] },
      sample.table({ corrections: [{ ...correction, printed: "2.50", corrected: "2.5", reason: "" }] }),
      sample.appointment({ corrections: [correction] }),
      sample.chronicle(),
      sample.issue(),
    ]);
    const files = await exportWord(gazette);
    await expectWords(gazette, files);
    expect(words(bodyOf(files[0] as ExportFile))).toMatch(
      /更正公报印作“春耕”，更正为“秋收”：排印之误公报印作“2.50”，更正为“2.5”$/,
    );
  });
});

describe("the files", () => {
  it("are part by part what the library makes of a whole file, but for what it has no option for", async () => {
    const all: [Gazette, readonly ExportFile[]][] = [[printed, files]];
    for (const gazette of [collectGazette(sample.sampleDocuments()), joined()])
      all.push([gazette, await exportWord(gazette)]);
    for (const [gazette, made] of all)
      for (const [at, document] of [...gazette.leading.values()].entries()) {
        const whole = new Document({
          styles,
          sections: documentSheets(document, gazette.tableById).map((sheet, place) => ({
            ...pagesOf(sheet, place),
            children: sheet.children.map(componentOf),
          })),
          evenAndOddHeaderAndFooters: true,
          customProperties: [],
        });
        const parts = unzipSync(await Packer.toBuffer(whole));
        const ours = unzipSync(bytesOf(made[at] as ExportFile));
        expect(Object.keys(ours)).toEqual(Object.keys(parts));
        for (const [path, bytes] of Object.entries(parts))
          if (!MENDED.has(path)) expect(strFromU8(ours[path] as Uint8Array), path).toBe(strFromU8(bytes));
      }
  });

  it("are well-formed in every part", async () => {
    for (const file of files) expect(partsOf(file).size).toBeGreaterThan(10);
  });

  it("are the same bytes on another day, in another zone, in another order", async () => {
    vi.useFakeTimers({ now: new Date("2031-05-06T07:08:09Z"), toFake: ["Date"] });
    process.env["TZ"] = "Asia/Shanghai";
    await exportWord(collectGazette(sample.sampleDocuments()));
    const after = await exportWord(printed);
    for (const [at, file] of files.entries())
      expect(Buffer.compare(bytesOf(file), bytesOf(after[at] as ExportFile)), file.path).toBe(0);
  });

  it("say whose they are, of which day, and where they come from", async () => {
    const file = files.find(({ path }) => path.includes("pzf-2021-56")) as ExportFile;
    const core = JSON.stringify(partOf(file, "docProps/core.xml"));
    const notice = printed.leading.get("2021-03/pzf-2021-56");
    if (notice?.type !== "notice") throw new Error("not in content");
    expect(core).toContain(`"${notice.heading}"`);
    expect(core).toContain('"平政发〔2021〕56号"');
    expect(core).toContain('"平罗县人民政府"');
    expect(core).toContain(`"${notice.date}T00:00:00Z"`);
    const custom = JSON.stringify(partOf(file, "docProps/custom.xml"));
    expect(custom).toContain(`"${notice.position.start.line}-${notice.position.end.line}"`);
    expect(custom).toContain(printed.issues[0]?.source.sha256);
    expect(custom).toContain("https://example.org/2021-03/pzf-2021-56/");
  });

  it("have the issue's day where a document has none, and none where neither has", async () => {
    const chronicle = sample.chronicle();
    const dated = collectGazette([chronicle, sample.issue()]);
    const undated = collectGazette([
      chronicle,
      sample.notice("2022-01/qzf-2022-3", { date: null, issuer: null }),
    ]);
    const [first] = await exportWord(dated);
    expect(JSON.stringify(partOf(first as ExportFile, "docProps/core.xml"))).toContain(
      "2022-03-31T00:00:00Z",
    );
    for (const file of await exportWord(undated))
      expect(JSON.stringify(partOf(file, "docProps/core.xml"))).not.toContain('dcterms:created"');
  });

  it("are made of Word's media type", () => {
    expect(word.mediaType).toBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  });
});
