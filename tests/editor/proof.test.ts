import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, test, vi } from "vitest";
import type { OpenIssue } from "../../site/proof/read.ts";
import { type Proof, proofOf } from "../../site/proof/rows.ts";
import { collectGazette } from "../../src/corpus/gazette.ts";
import { reportOf } from "../../src/document/report.ts";
import { readGazette } from "../../src/pipeline.ts";
import { readErrata } from "../../src/source/errata.ts";
import { emptyFolder, gongbao, ISSUE, put } from "./workplace.ts";

const seed = readFileSync(join(import.meta.dirname, "../../seeds/2021-03.txt"), "utf8");

function open(text: string, errata = ""): OpenIssue {
  const { compiled, file } = readGazette(
    Buffer.from(text),
    "2021-03.txt",
    undefined,
    readErrata(errata, "e.yaml"),
  );
  const report = reportOf(compiled, file);
  const { issue, notices, appointments, tables, taskTables, chronicle } = compiled;
  const documents = [
    issue,
    report,
    ...notices,
    ...appointments,
    ...tables,
    ...taskTables,
    ...(chronicle ? [chronicle] : []),
  ];
  return { issue, report, gazette: collectGazette(documents), lines: text.split("\n") };
}

let proof: Proof;
beforeAll(() => {
  proof = proofOf(open(seed, "- {at: 710, find: 2020年, replace: 2021年, reason: 年份误排}\n"));
});

test("every line of the source stands in its row, as printed", () => {
  expect(proof.rows.map(({ pieces }) => pieces.map(({ text }) => text).join("")).join("\n")).toBe(seed);
});

test("every doubt is marked where it stands", () => {
  const marked = proof.rows.flatMap(({ pieces }) => pieces.flatMap(({ doubt }) => doubt ?? []));
  const lines = proof.doubts.map(({ place }) => place.start);
  for (const { number, place } of proof.doubts) {
    const row = proof.rows[place.start.line - 1];
    // Two doubts of one stretch share the first one's mark.
    const shared = lines.filter(({ line }) => line === place.start.line).length > 1;
    expect(shared || row?.pieces.some(({ doubt }) => doubt === number), `doubt ${number}`).toBe(true);
  }
  expect(marked.length).toBeGreaterThan(3);
});

test("what a line became stands beside it: texts, rows of tables, tasks, decisions, entries", () => {
  const misplaced: string[] = [];
  const kinds = new Set<string>();
  for (const { items, pieces, number } of proof.rows) {
    const line = pieces
      .map(({ text }) => text)
      .join("")
      .replace(/\s/gu, "");
    for (const { kind, cells, text, fact } of items) {
      kinds.add(kind.replace(/\d+/, "n"));
      const first = (cells?.find((cell) => cell.length > 1) ?? text).replace(/\s/gu, "").slice(0, 3);
      if (!fact && !["附件", "印发的文件"].includes(kind) && !line.includes(first))
        misplaced.push(`${number} ${kind} ${first}`);
    }
  }
  expect([...kinds]).toEqual(
    expect.arrayContaining([
      "刊头",
      "公文",
      "要素",
      "标题",
      "段落",
      "表头",
      "第 n 行",
      "任务",
      "任免",
      "大事",
      "附件",
      "印发的文件",
    ]),
  );
  const all = proof.rows.reduce((sum, { items }) => sum + items.length, 0);
  expect(misplaced.length / all, misplaced.slice(0, 10).join("\n")).toBeLessThan(0.02);
});

test("corrections are marked in the source and listed once", () => {
  expect(proof.corrections).toHaveLength(1);
  const corrected = proof.rows[709]?.pieces.find(({ correction }) => correction !== null);
  expect(corrected).toMatchObject({ text: "2020年", correction: { corrected: "2021年" } });
});

test("an issue is opened from disk as it is now", async () => {
  const root = emptyFolder();
  put(root, "seeds/2021-03.txt", ISSUE);
  put(root, "content/pages/about.md", "");
  await gongbao(root, "build");
  vi.resetModules();
  vi.stubEnv("GONGBAO_CONTENT", join(root, "content"));
  vi.stubEnv("GONGBAO_SEEDS", join(root, "seeds"));
  const { issueIds, openIssue } = (await import(
    pathToFileURL(join(import.meta.dirname, "../../site/proof/read.ts")).href
  )) as typeof import("../../site/proof/read.ts");
  expect(issueIds()).toEqual(["2021-03"]);
  expect(openIssue("../seeds")).toBeNull();
  expect(openIssue("2021-04")).toBeNull();
  expect(openIssue("2021-03")?.lines).toEqual(ISSUE.split("\n"));
  vi.unstubAllEnvs();
});
