/** The published documents satisfy their schemas, and what does not is refused. */
import { describe, expect, test } from "vitest";
import { filesOf, SchemaError, toJson } from "../src/document/json.ts";
import { type AnyDocument, schemas } from "../src/document/schema.ts";
import { noticeWith, readText } from "./support/read.ts";

const read = readText(
  `${noticeWith("请抓好节水工作。（县水务局负责）\n\n序号\t任务内容\t责任单位\n1\t巡查\t县水务局")}
某县人民政府关于张建国同志任职的通知

某政干发〔2021〕1号

各乡镇：

经研究，决定：
任命张建国为县财政局局长。

某县人民政府
2021年9月10日

政府大事记

7月5日，县长张建国主持召开会议。
`,
);
const documents: AnyDocument[] = [
  read.issue,
  ...read.notices,
  ...read.tables,
  ...read.taskTables,
  ...read.appointments,
  ...(read.chronicle ? [read.chronicle] : []),
  read.report,
];

describe("schemas", () => {
  test("there is one of every type here", () => {
    expect(new Set(documents.map(({ type }) => type))).toEqual(new Set(Object.keys(schemas)));
  });

  test.each(documents.map((document) => [document.type, document] as const))(
    "%s: what is written is what was read",
    (_, document) => {
      const json = toJson(document);
      expect(JSON.parse(json)).toEqual(document);
      expect(json.endsWith("\n")).toBe(true);
      expect(
        json.startsWith(
          `{\n  "$schema": "/data/schema/v1/${document.type}.json",\n  "schemaVersion": "1.0",\n  "type": "${document.type}"`,
        ),
      ).toBe(true);
    },
  );

  test.each(documents.map((document) => [document.type, document] as const))(
    "%s: keys stand in schema order, however they came",
    (_, document) => {
      const reversed = Object.fromEntries(Object.entries(document).reverse()) as unknown as AnyDocument;
      expect(toJson(reversed)).toBe(toJson(document));
    },
  );

  test.each([
    ["an unknown field", { extra: 1 }],
    ["a date that is none", { date: "2021-9-9" }],
    ["an id of no issue", { id: "mzf-2021-5" }],
    ["a missing field", { citations: undefined }],
    ["a wrong type", { recipients: "各乡镇" }],
  ])("%s is refused, named by its place", (_, change) => {
    const broken = { ...read.notices[0], ...change } as AnyDocument;
    expect(() => toJson(broken)).toThrow(SchemaError);
  });

  test("the error names the document and the field", () => {
    const broken = { ...read.notices[0], recipients: "各乡镇" } as unknown as AnyDocument;
    expect(() => toJson(broken)).toThrow(/^2021-03\/mzf-2021-5: recipients: /);
    const report = { ...read.report, counts: null } as unknown as AnyDocument;
    expect(() => toJson(report)).toThrow(/^report: counts: /);
  });
});

describe("files", () => {
  test("stand where the contract puts them", () => {
    expect([...filesOf(read, read.report).keys()]).toEqual([
      "issue.json",
      "notices/mzf-2021-5.json",
      "task-tables/mzf-2021-5-tasks-1.json",
      "task-tables/mzf-2021-5-tasks-2.json",
      "tables/mzf-2021-5-table-1.json",
      "appointments/mzgf-2021-1.json",
      "chronicle.json",
      "report.json",
    ]);
  });

  test("the report counts what there is", () => {
    expect(read.report.counts).toEqual({
      notices: 1,
      taskTables: 2,
      tasks: 2,
      tables: 1,
      appointments: 1,
      decisions: 1,
      chronicleEntries: 1,
    });
    expect(read.report.coverage).toMatchObject({ characters: read.coverage.characters, unaccounted: 0 });
  });
});
