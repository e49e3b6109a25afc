/** The package's own functions: what they give is what the command line writes. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  contextOf,
  DecodeError,
  formats,
  MastheadError,
  parseGazette,
  YamlFileError,
} from "../../src/index.ts";
import { contentDocuments, publication } from "../support/corpus.ts";

const seed = readFileSync("seeds/2021-03.txt");
const byId = (documents: readonly { type: string; issue?: string; id?: string }[]) =>
  new Map(documents.map((document) => [`${document.type} ${document.id ?? document.issue}`, document]));

test("a gazette's bytes give the documents of content/", () => {
  const { documents, report } = parseGazette(seed, { file: "2021-03.txt" });
  expect(byId(documents)).toEqual(byId(contentDocuments()));
  expect(documents.at(0)?.type).toBe("issue");
  expect(documents.at(-1)).toBe(report);
});

test("a gazette without a chronicle, with a correction", () => {
  const text =
    "某县人民政府公报\n\n2021年第3期\n\n某县人民政府关于节水的通知\n\n某政发〔2021〕5号\n\n各乡镇：\n\n请抓好节水工做。\n\n某县人民政府\n2021年9月9日\n";
  const errata = "- {at: 11, find: 工做, replace: 工作, reason: 误植}\n";
  const { documents } = parseGazette(Buffer.from(text), { errata });
  expect(documents.map(({ type }) => type)).toEqual(["issue", "notice", "report"]);
  expect(documents[0]).toMatchObject({ source: { file: "gazette.txt" } });
  expect(documents[1]).toMatchObject({
    children: [{ text: "请抓好节水工作。" }],
    corrections: [{ printed: "工做", corrected: "工作", reason: "误植" }],
  });
});

test.each([
  ["bytes that are no text", Buffer.from([0, 1, 2]), undefined, DecodeError],
  ["a text that is no gazette", Buffer.from("某县"), undefined, MastheadError],
  ["errata that are none", seed, "a: 1", YamlFileError],
])("%s are refused", (_, bytes, errata, error) => {
  expect(() => parseGazette(bytes, errata === undefined ? {} : { errata })).toThrow(error);
});

test("every format makes files of the documents, each at an address of its own, the same twice", async () => {
  const make = async () => {
    const context = contextOf(contentDocuments(), { publication, authority: "县财政局: [财政局]\n" });
    const made = await Promise.all(formats.map((format) => format.files(context)));
    return made.flat().map(({ path, body }) => [path, Buffer.from(body).toString("base64")] as const);
  };
  const files = await make();
  expect(new Set(files.map(([path]) => path)).size).toBe(files.length);
  expect(files.every(([path]) => path.startsWith("data/"))).toBe(true);
  expect(await make()).toEqual(files);
});
