/** Gazettes to export: the issue in `content/`, synthetic ones from the generator, and one made by hand. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { drawGazette } from "../../scripts/generator/compose/gazette.ts";
import { printGazette } from "../../scripts/generator/print.ts";
import { citedBy } from "../../src/corpus/citations.ts";
import { collectGazette } from "../../src/corpus/gazette.ts";
import { collectOrganizations } from "../../src/corpus/organizations.ts";
import { collectPeople } from "../../src/corpus/people.ts";
import type { AnyDocument } from "../../src/document/schema.ts";
import type { ExportContext } from "../../src/export/format.ts";
import { readGazette } from "../../src/pipeline.ts";
import { citation, issue, notice, paragraph, sampleDocuments, section, table } from "../site/gazette.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");

/** What formats draw on, for these documents; the site's address is not known. */
export function contextOf(documents: readonly AnyDocument[]): ExportContext {
  const gazette = collectGazette(documents);
  return {
    gazette,
    organizations: collectOrganizations(gazette),
    canonical: (name) => name,
    people: collectPeople(gazette),
    citing: citedBy(gazette),
    publication: {
      name: "青禾县人民政府公报",
      publisher: "青禾县人民政府办公室",
      description: "全文",
      licence: { text: "可自由使用", url: null },
    },
    address: (place) => place,
  };
}

/** The documents of `content/<issue>/`. */
export function printedDocuments(issue = "2021-03"): AnyDocument[] {
  const folder = path.join(ROOT, "content", issue);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file): AnyDocument => JSON.parse(readFileSync(path.join(folder, file), "utf8")));
}

/** The documents of a synthetic gazette; the same seed draws the same one. */
function syntheticDocuments(seed: number): AnyDocument[] {
  const { text } = printGazette(drawGazette(seed));
  const { compiled } = readGazette(Buffer.from(text), `${seed}.txt`);
  const { issue, notices, taskTables, tables, appointments, chronicle } = compiled;
  return [
    issue,
    ...notices,
    ...taskTables,
    ...tables,
    ...appointments,
    ...(chronicle === null ? [] : [chronicle]),
  ];
}

/** Text that would break markup, and characters that XML 1.0 forbids or its readers change. */
const HOSTILE = "甲<b>&amp;]]>\u0000\u0008\u000b\u001f\ufffe\uffff\ud800乙\r\n\t\u0085\u{1f600}\"'\ufffd";

export const stray = (words: string) => paragraph("x", words);

/** Every shape of block that the schema allows, empty ones too, and hostile text everywhere. */
export function oddDocuments(): AnyDocument[] {
  const at = stray("").position;
  const own = { ...table().position, start: { ...table().position.start, offset: 5 } };
  return [
    issue("2022-01", {
      title: HOSTILE,
      date: null,
      permit: HOSTILE,
      serial: 7,
      frequency: "季刊",
      front: [
        section("front-s1", "一、", [stray(HOSTILE)], { delimiter: "。" }),
        section("front-s2", "二、", [], { title: null }),
      ],
      contents: [],
      documents: [{ type: "notice", id: "2022-01/odd", title: "奇" }],
    }),
    notice("2022-01/odd", {
      heading: HOSTILE,
      title: HOSTILE,
      issuer: null,
      date: null,
      disclosure: null,
      documentNumber: null,
      recipients: [HOSTILE],
      signatory: null,
      children: [
        section("s1", "一、", [
          paragraph("s1-p1", "先"),
          section("s1-1", "（一）", [], { depth: 2, title: null }),
          paragraph("s1-p2", "间"),
          paragraph("s1-p3", "间又"),
          section("s1-2", "（二）", [paragraph("s1-2-p1", HOSTILE)], {
            depth: 2,
            title: HOSTILE,
            delimiter: "：",
          }),
          paragraph("s1-p4", "后"),
        ]),
        { type: "list", anchor: "l1", position: at, items: [] },
        { type: "list", anchor: "l2", position: at, items: [{ marker: "⒈", text: HOSTILE }] },
        { type: "form", anchor: "f1", position: at, fields: [] },
        { type: "form", anchor: "f2", position: at, fields: [{ label: HOSTILE, value: "" }] },
        { type: "roster", anchor: "r1", position: at, groups: [] },
        {
          type: "roster",
          anchor: "r2",
          position: at,
          groups: [
            { role: "成员", members: [] },
            { role: null, members: [{ name: HOSTILE, title: HOSTILE }] },
          ],
        },
        { type: "table", anchor: "t1", position: at, ref: "2022-01/odd-table-1" },
        { type: "table", anchor: "t2", position: at, ref: "2022-01/odd-table-2" },
        {
          type: "paragraph",
          anchor: "m1",
          position: at,
          text: "《青禾县政府公报》与乙",
          mentions: [
            { kind: "document", start: 0, end: 9, ref: null },
            { kind: "organization", start: 1, end: 6, name: "青禾县政府" },
            { kind: "document", start: 1, end: 4, ref: "2022-01/odd" },
            { kind: "person", start: 5, end: 10, name: "跨越" },
            { kind: "document", start: 9, end: 10, ref: "2022-01/missing" },
          ],
        },
      ],
      enclosure: { title: null, children: [] },
      attachments: [{ anchor: "a1", label: "附件", number: null, title: null, children: [] }],
      citations: [
        citation("《水法》", "2022-01/odd", { position: own }),
        citation("《水法》", "2022-01/odd", { position: own }),
        citation("", null, { position: own }),
      ],
      corrections: [
        { anchor: "s1-p1", field: null, printed: "先先", corrected: "先", reason: "衍字", position: at },
        { anchor: null, field: "title", printed: "甲", corrected: HOSTILE, reason: "误字", position: at },
      ],
    }),
    table({
      id: "2022-01/odd-table-1",
      notice: "2022-01/odd",
      title: null,
      unitNote: null,
      columns: [{ name: "列1", unit: null, text: "" }],
      rows: [],
      records: [],
    }),
    table({
      id: "2022-01/odd-table-2",
      notice: "2022-01/odd",
      position: own,
      rows: [
        { cells: [] },
        {
          cells: [
            { text: `甲\n乙${HOSTILE}`, rowSpan: 2, colSpan: 2 },
            { text: "见《水法》、《水法》", rowSpan: 1, colSpan: 1 },
          ],
        },
      ],
    }),
  ];
}

const SYNTHETIC = Array.from({ length: 20 }, (_, at) => at + 1);
/** All of them by name. */
export const corpora: [string, () => AnyDocument[]][] = [
  ["content/2021-03", printedDocuments],
  ["the made-up gazette", sampleDocuments],
  ["odd and hostile documents", oddDocuments],
  ...SYNTHETIC.map((seed): [string, () => AnyDocument[]] => [
    `synthetic gazette ${seed}`,
    () => syntheticDocuments(seed),
  ]),
];
