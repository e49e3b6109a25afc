/** The documents as they stand in content/, and the catalogue that leads to them. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { catalogueSchema } from "../../src/export/catalogue/schema.ts";
import type { ExportContext } from "../../src/export/format.ts";
import { json } from "../../src/export/json.ts";
import { sampleDocuments } from "../site/gazette.ts";
import { contentFiles, exportContext } from "../support/corpus.ts";

async function filesOf(context: ExportContext): Promise<Map<string, string>> {
  const files = await json.files(context);
  return new Map(files.map(({ path, body }) => [path, body.toString()]));
}

const catalogueIn = (files: ReadonlyMap<string, string>) =>
  catalogueSchema.parse(JSON.parse(files.get("data/index.json") ?? "null"));

const files = await filesOf(exportContext());
const catalogue = catalogueIn(files);
const [issue] = catalogue.issues;

test("every file of content/ is published, byte for byte", () => {
  const { ["data/index.json"]: _, ...published } = Object.fromEntries(files);
  const expected = [...contentFiles()].map(([path, text]) => [`data/${path}`, text]);
  expect(published).toEqual(Object.fromEntries(expected));
});

describe("the catalogue", () => {
  test("lists every file once, with its size and the hash of its bytes", () => {
    const listed = catalogue.issues.flatMap(({ report, documents, ...own }) => [
      own,
      ...(report === null ? [] : [report]),
      ...documents,
    ]);
    expect(listed.map(({ data }) => data).sort()).toEqual(
      [...contentFiles().keys()].map((path) => `/data/${path}`).sort(),
    );
    for (const { data, bytes, sha256 } of listed) {
      const text = files.get(data.slice(1)) ?? "";
      expect(bytes).toBe(Buffer.byteLength(text));
      expect(sha256).toBe(createHash("sha256").update(text).digest("hex"));
    }
  });

  test("has the facts of the masthead", () => {
    expect(issue).toMatchObject({
      id: "2021-03",
      title: "平罗县人民政府公报",
      year: 2021,
      number: 3,
      serial: 15,
      date: "2021-11-25",
      page: "/2021-03/",
      data: "/data/2021-03/issue.json",
      report: { data: "/data/2021-03/report.json" },
    });
  });

  test("has documents in printed order, a notice's tables after it", () => {
    const at = issue?.documents.findIndex(({ id }) => id === "2021-03/pzf-2021-56") ?? -1;
    expect(issue?.documents.slice(at, at + 3)).toMatchObject([
      {
        type: "notice",
        date: "2021-09-09",
        documentNumber: { text: "平政发〔2021〕56号", year: 2021, serial: 56 },
        notice: null,
        page: "/2021-03/pzf-2021-56/",
        data: "/data/2021-03/notices/pzf-2021-56.json",
      },
      {
        type: "table",
        id: "2021-03/pzf-2021-56-table-1",
        notice: "2021-03/pzf-2021-56",
        documentNumber: null,
        page: "/2021-03/pzf-2021-56/#pzf-2021-56-table-1",
      },
      {
        type: "task-table",
        id: "2021-03/pzf-2021-56-tasks-1",
        data: expect.stringContaining("/task-tables/"),
      },
    ]);
    const chronicle = issue?.documents.find(({ type }) => type === "chronicle");
    expect(chronicle).toMatchObject({ id: "2021-03/chronicle", date: null, documentNumber: null });
  });
});

test("a corpus of two issues: the newer first, whole addresses where the site has one, no report where there is none", async () => {
  const context = exportContext(
    sampleDocuments().filter(({ type }) => type !== "report"),
    (path) => `https://example.cn/gongbao${path}`,
  );
  const { issues } = catalogueIn(await filesOf(context));
  expect(issues.map(({ id, report }) => ({ id, report }))).toEqual(
    context.gazette.issues.map(({ id }) => ({ id, report: null })),
  );
  expect(issues.length).toBeGreaterThan(1);
  expect(issues.map(({ id }) => id)).toEqual(
    issues
      .map(({ id }) => id)
      .toSorted()
      .reverse(),
  );
  expect(issues[0]?.data).toBe(`https://example.cn/gongbao/data/${issues[0]?.id}/issue.json`);
});
