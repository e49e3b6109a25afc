/** What is kept of an issue is made anew whenever it would be other bytes: by its own documents, or by what others answer. */
import { deserialize, serialize } from "node:v8";
import { describe, expect, it } from "vitest";
import { drawGazette } from "../../scripts/generator/compose/gazette.ts";
import { printGazette } from "../../scripts/generator/print.ts";
import type { AnyDocument } from "../../src/document/schema.ts";
import { contextOf } from "../../src/export/context.ts";
import type { ExportContext, ExportFile } from "../../src/export/format.ts";
import { exportAll, exportEach, filesAlone, filesAmongOthers, measured } from "../../src/export/index.ts";
import { issueContexts, noting, stillSaid } from "../../src/export/issue.ts";
import { joinTables, pieceOf, rowsOf } from "../../src/export/pieces.ts";
import { byIssue } from "../../src/export/tables/index.ts";
import * as sample from "../site/gazette.ts";
import { publication } from "../support/corpus.ts";
import { readBytes } from "../support/read.ts";

const options = { publication, address: (path: string) => `https://example.org${path}` };

/** Issues of a synthetic gazette, and one that cites and names what stands in another. */
const ISSUE = "2022-01";
const CITED = "2021-04/czf-2021-9";
const CITING = "2022-01/czf-2022-77";
function documentsOf(more: { date?: string; title?: string } = {}, ...others: AnyDocument[]): AnyDocument[] {
  const read = readBytes(printGazette(drawGazette(3)).bytes);
  const cited = sample.notice(CITED, { issue: "2021-04", date: "2021-12-01", ...more });
  const text = "按照《办法》和张三的意见办理。";
  const mention = { kind: "document", start: 2, end: 6, ref: CITED } as const;
  const person = { kind: "person", start: 7, end: 9, name: "张三" } as const;
  const paragraph = { ...sample.paragraph("p1", text), mentions: [mention, person] };
  return [
    ...[...read.files.values()].map((file): AnyDocument => JSON.parse(file)),
    ...sample.sampleDocuments(),
    sample.notice(CITING, { children: [paragraph] }),
    cited,
    ...others,
  ].map(
    (document): AnyDocument =>
      document.type === "issue" && document.id === ISSUE
        ? { ...document, documents: [...document.documents, { id: CITING, type: "notice", title: "通知" }] }
        : document,
  );
}

const bytesOf = (files: readonly ExportFile[]): Map<string, string> =>
  new Map(files.map((file) => [file.path, measured(file).sha256]));

/** What an issue asked, and its files. */
function made(context: ExportContext, id: string) {
  const own = issueContexts(context).get(id);
  if (own === undefined) throw new Error(id);
  const { context: asked, answers } = noting(own);
  return { own, files: bytesOf(filesAmongOthers(asked)), answers };
}

describe("the files of an issue among others", () => {
  const before = made(contextOf(documentsOf(), options), ISSUE);

  it("are what the formats make of it", async () => {
    const all = new Map(
      (await exportAll(contextOf(documentsOf(), options))).flatMap(({ files }) => [...bytesOf(files)]),
    );
    for (const [path, hash] of before.files) expect(all.get(path), path).toBe(hash);
  });

  it("stay while others change in what it asks nothing of", () => {
    for (const documents of [
      documentsOf({ title: "另一题" }),
      documentsOf({}, sample.notice("2021-04/czf-2021-10", { issue: "2021-04" })),
    ]) {
      const after = made(contextOf(documents, options), ISSUE);
      expect(stillSaid(after.own, before.answers)).toBe(true);
      expect(after.files).toEqual(before.files);
    }
  });

  it("are made anew when an answer is another, or there is none any more", () => {
    const gone = documentsOf().filter((document) => !("id" in document) || document.id !== CITED);
    const person = sample.appointment({
      id: "2021-04/rzf-2021-1",
      issue: "2021-04",
      decisions: sample.appointment().decisions.map((decision) => ({ ...decision, person: "张三" })),
    });
    const authority = "县水务总局: [县水务局]\n";
    for (const context of [
      contextOf(documentsOf({ date: "2021-12-02" }), options),
      contextOf(gone, options),
      contextOf(documentsOf({}, person), options),
      contextOf(documentsOf(), { ...options, authority }),
    ]) {
      const after = made(context, ISSUE);
      const same = stillSaid(after.own, before.answers);
      if (same) expect(after.files).toEqual(before.files);
      expect(same).toBe(false);
    }
  });
});

it("the tables joined of pieces, made or kept, are those of the formats", async () => {
  const context = contextOf(documentsOf(), options);
  const whole = new Map((await exportAll(context)).flatMap(({ files }) => [...bytesOf(files)]));
  const pieces = new Map<string, unknown>();
  const through = <Value>(name: string, make: () => Value): Value => {
    const present = pieces.get(name) ?? serialize(make());
    pieces.set(name, present);
    return deserialize(present as Buffer) as Value;
  };
  // With the second of its issues unknown, those after it are numbered anew; then with all made; then with all kept.
  for (const gone of ["2021-04", "", ""]) {
    const files = new Map<string, string>();
    const joining = [...issueContexts(context)]
      .filter(([issue]) => issue !== gone)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([issue, own]) => ({
        issue,
        piece: async () => through(issue, () => pieceOf(rowsOf(own))),
        rows: () => rowsOf(own),
      }));
    await joinTables(context, joining, {
      open: ({ path }) => {
        const parts: Uint8Array[] = [];
        return {
          append: (bytes) => parts.push(Buffer.from(bytes)),
          end: () => files.set(path, measured({ path, body: Buffer.concat(parts) }).sha256),
        };
      },
      group: async (name, lines, make) => through(`${name} ${lines}`, make),
    });
    expect(files.size).toBe(3 * byIssue.length + 1);
    if (gone === "") for (const [path, hash] of files) expect(hash, path).toBe(whole.get(path));
    else expect(files.get("data/tables/passages.csv")).not.toBe(whole.get("data/tables/passages.csv"));
  }
});

it("files that are made by issues are those of all formats, and the catalogue tells of them", async () => {
  const documents = documentsOf();
  const context = contextOf(documents, options);
  const known = new Map<string, ReturnType<typeof measured>>();
  const note = (files: readonly ExportFile[]): void => {
    for (const file of files) known.set(file.path, measured(file));
  };
  const later = (async () => {
    for (const id of issueContexts(context).keys()) {
      const own = documents.filter(
        (document) => (document.type === "issue" ? document.id : document.issue) === id,
      );
      note(await filesAlone(contextOf(own, options)));
    }
  })();
  for (const own of issueContexts(context).values()) note(filesAmongOthers(own));
  const telling = { ...context, made: (path: string) => known.get(path) };
  const byIssues = await exportEach(telling, (file) => file, known, later);
  const whole = await exportAll(contextOf(documents, options));
  expect(byIssues.map(({ format }) => format.id)).toEqual(whole.map(({ format }) => format.id));
  for (const [at, { files }] of whole.entries())
    expect([...bytesOf(byIssues[at]?.files ?? [])]).toEqual([...bytesOf(files)]);
});
