/** Akoma Ntoso: well-formed, valid where the schema is at hand, and word for word and anchor for anchor the JSON. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Leading } from "../../src/corpus/gazette.ts";
import type { Section } from "../../src/document/schema.ts";
import { hierarchyElement } from "../../src/export/akn/hierarchy.ts";
import { akomaNtoso } from "../../src/export/akn/index.ts";
import type { ExportContext } from "../../src/export/format.ts";
import {
  appointment,
  chronicle,
  fullNotice,
  issue,
  notice,
  sampleDocuments,
  section,
} from "../site/gazette.ts";
import { contextOf, corpora, printedDocuments, stray } from "./corpora.ts";
import { anchorsOf, issueTexts, printedTexts } from "./printed.ts";

/** What a reader of XML finds in a file: the text outside `meta`, eIds with where they stand, and each element with its attributes. */
interface Read {
  text: string;
  /** The same with the characters that XML cannot hold put back. */
  restored: string;
  eIds: string[];
  metaIds: string[];
  elements: { name: string; attributes: Record<string, string>; text: string }[];
}

function read(xml: string): Read {
  const found: Read = { text: "", restored: "", eIds: [], metaIds: [], elements: [] };
  const open: Read["elements"] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    open.push({ name, attributes, text: "" });
    found.elements.push(open.at(-1) as Read["elements"][number]);
    const { eId } = attributes;
    if (eId !== undefined) (open.some((one) => one.name === "meta") ? found.metaIds : found.eIds).push(eId);
  });
  parser.on("text", (text) => {
    for (const element of open) element.text += text;
    if (open.length === 0 || open.some(({ name }) => name === "meta")) return;
    found.text += text;
    const around = open.at(-1);
    const code = around?.attributes["name"] === "character" ? around.attributes["title"] : undefined;
    found.restored += code === undefined ? text : String.fromCharCode(Number.parseInt(code.slice(2), 16));
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(xml).close();
  return found;
}

async function filesOf(context: ExportContext): Promise<Map<string, string>> {
  const files = await akomaNtoso.files(context);
  return new Map(files.map(({ path: file, body }) => [file, String(body)]));
}

const fileOf = ({ id, issue: of }: Leading) => `data/${of}/akn/${id.slice(of.length + 1)}.xml`;

describe.each(corpora)("%s", (name, documents) => {
  const context = contextOf(documents());
  const { gazette } = context;
  let files = new Map<string, string>();
  beforeAll(async () => {
    files = await filesOf(context);
  });
  const reading = (file: string) => read(files.get(file) ?? "");

  it("is a file a document and a file an issue", () => {
    expect([...files.keys()].sort()).toEqual(
      [
        ...gazette.issues.map(({ id }) => `data/${id}/akn/issue.xml`),
        ...[...gazette.leading.values()].map(fileOf),
      ].sort(),
    );
    if (name !== "the made-up gazette") expect(files.size).toBeGreaterThan(1);
  });

  it("says every printed text of each document, in order and nothing else", () => {
    for (const document of gazette.leading.values()) {
      const { restored } = reading(fileOf(document));
      expect(restored, document.id).toBe(printedTexts(document, gazette.tableById).join(""));
    }
    for (const one of gazette.issues)
      expect(reading(`data/${one.id}/akn/issue.xml`).restored, one.id).toBe(issueTexts(one).join(""));
  });

  it("has our anchors for eIds, each once", () => {
    for (const document of gazette.leading.values()) {
      const { eIds, metaIds } = reading(fileOf(document));
      expect(eIds, document.id).toEqual(anchorsOf(document, gazette.tableById));
      const all = [...eIds, ...metaIds];
      expect(new Set(all).size, document.id).toBe(all.length);
    }
  });

  it("points only to what is there", () => {
    for (const xml of files.values()) {
      const { elements, eIds, metaIds } = read(xml);
      const known = new Set([...eIds, ...metaIds].map((id) => `#${id}`));
      for (const { attributes } of elements)
        for (const key of ["refersTo", "source", "href", "placementBase"])
          if (attributes[key]?.startsWith("#")) expect(known, attributes[key]).toContain(attributes[key]);
    }
  });
});

describe("what is known of the printed issue", () => {
  const context = contextOf(printedDocuments());
  let files = new Map<string, string>();
  beforeAll(async () => {
    files = await filesOf(context);
  });
  const elementsOf = (slug: string) => read(files.get(`data/2021-03/akn/${slug}.xml`) ?? "").elements;

  it("identifies a notice by its number, date, issuer and issue", () => {
    const elements = elementsOf("pzf-2021-60");
    const first = (name: string) => elements.find((element) => element.name === name)?.attributes;
    expect(first("FRBRthis")?.["value"]).toBe("/akn/cn/doc/notice/2021-09-17/2021-03-pzf-2021-60/!main");
    expect(first("FRBRalias")?.["value"]).toBe("关于印发《深入开展爱国卫生运动实施方案》的通知");
    expect(first("FRBRdate")?.["date"]).toBe("2021-09-17");
    expect(first("FRBRcountry")?.["value"]).toBe("cn");
    expect(first("FRBRnumber")?.["value"]).toBe("平政发〔2021〕60号");
    expect(first("FRBRlanguage")?.["language"]).toBe("zho");
    expect(first("publication")).toMatchObject({
      date: "2021-11-25",
      name: "平罗县人民政府公报",
      number: "3",
    });
    const author = first("FRBRauthor")?.["href"];
    const organization = elements.find(({ attributes }) => `#${attributes["eId"]}` === author);
    expect(organization).toMatchObject({ name: "TLCOrganization", attributes: { showAs: "平罗县人民政府" } });
  });

  it("refers to the cited document of the gazette by its work, to others by an entry that names them", () => {
    const elements = elementsOf("pzf-2021-60");
    const hrefOf = (text: string) =>
      elements.find((element) => element.name === "ref" && element.text === text)?.attributes["href"];
    expect(hrefOf("《深入开展爱国卫生运动实施方案》")).toBe(
      "/akn/cn/doc/notice/2021-09-17/2021-03-pzf-2021-60",
    );
    const other = hrefOf("《国务院关于深入开展爱国卫生运动的意见》（国发〔2020〕15号）");
    const entry = elements.find(({ attributes }) => `#${attributes["eId"]}` === other);
    expect(entry?.attributes["showAs"]).toBe("《国务院关于深入开展爱国卫生运动的意见》（国发〔2020〕15号）");
  });

  it("marks the works that the cells of a table cite", () => {
    const { elements } = read(files.get("data/2021-03/akn/pzbf-2021-36.xml") ?? "");
    const cells = elements.filter(
      ({ name, text }) => name === "td" && text.includes("《中华人民共和国公路法》"),
    );
    const refs = elements.filter(({ name, text }) => name === "ref" && text === "《中华人民共和国公路法》");
    expect(cells.length).toBeGreaterThan(0);
    expect(refs.length).toBeGreaterThanOrEqual(cells.length);
  });

  it("lists the documents of the issue as printed", () => {
    const elements = elementsOf("issue");
    const [printed] = context.gazette.issues;
    const titles = elements
      .filter(({ name }) => name === "documentRef")
      .map(({ attributes }) => attributes["showAs"]);
    expect(titles).toEqual(printed?.documents.map(({ title }) => title));
  });
});

describe("numbered parts", () => {
  const numbered = (marker: string, depth: number): Section => section("s", marker, [], { depth });

  it("are what they call themselves, else as deep as they stand", () => {
    const article = numbered("第五条", 2);
    expect(hierarchyElement(numbered("第一编", 1), [])).toBe("part");
    expect(hierarchyElement(numbered("第十二章", 1), [])).toBe("chapter");
    expect(hierarchyElement(numbered("第二节", 2), [])).toBe("section");
    expect(hierarchyElement(article, [numbered("第一章", 1)])).toBe("article");
    expect(hierarchyElement(numbered("（一）", 3), [numbered("第一章", 1), article])).toBe("point");
    expect(hierarchyElement(numbered("1.", 4), [article, numbered("（一）", 3)])).toBe("indent");
    expect(hierarchyElement(numbered("①", 5), [article, numbered("（一）", 3), numbered("1.", 4)])).toBe(
      "indent",
    );
    const byDepth = ["一、", "（一）", "1.", "（1）", "①", "1.1", "1.1.1"].map((marker, at) =>
      hierarchyElement(numbered(marker, at + 1), []),
    );
    expect(byDepth).toEqual([
      "section",
      "subsection",
      "paragraph",
      "subparagraph",
      "point",
      "indent",
      "indent",
    ]);
  });
});

describe("characters that XML forbids", () => {
  it("stand as U+FFFD with their code beside it", async () => {
    const files = await filesOf(
      contextOf([
        issue("2022-01", { documents: [{ type: "notice", id: "2022-01/qzf-2022-3", title: "" }] }),
        notice("2022-01/qzf-2022-3", { children: [stray("甲\u0008乙]]>")] }),
      ]),
    );
    const xml = files.get("data/2022-01/akn/qzf-2022-3.xml") ?? "";
    expect(xml).toContain('甲<inline name="character" title="U+0008">\ufffd</inline>乙]]&gt;');
  });

  it("never change the bytes from one making to the next", async () => {
    const context = contextOf([...sampleDocuments(), appointment(), chronicle(), fullNotice()]);
    expect([...(await filesOf(context))]).toEqual([...(await filesOf(context))]);
  });
});

const SCHEMA = path.join(import.meta.dirname, "..", "..", "..", "shared", "standards", "akomantoso30.xsd");

function hasXmllint(): boolean {
  try {
    execFileSync("xmllint", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!existsSync(SCHEMA) || !hasXmllint())("the schema of OASIS", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "akn-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("holds of every file", async () => {
    const written: string[] = [];
    for (const [at, [, documents]] of corpora.entries()) {
      for (const [file, xml] of await filesOf(contextOf(documents()))) {
        const to = path.join(folder, `${at}-${file.replaceAll("/", "-")}`);
        writeFileSync(to, xml);
        written.push(to);
      }
    }
    expect(() =>
      execFileSync("xmllint", ["--noout", "--schema", SCHEMA, ...written], {
        stdio: ["ignore", "ignore", "pipe"],
      }),
    ).not.toThrow();
  });
});
