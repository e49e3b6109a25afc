/** The book of an issue: a container as EPUB wants it, pages that any reader of XML takes, links that lead somewhere. */
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { epub } from "../../src/export/epub/index.ts";
import type { ExportContext } from "../../src/export/format.ts";
import { fullNotice, issue, notice, paragraph, sampleDocuments } from "../site/gazette.ts";
import { contextOf, corpora, oddDocuments, printedDocuments } from "./corpora.ts";
import { expectInOrder, printedTexts } from "./printed.ts";

/** The characters of the hostile text that XML cannot hold. */
const FORBIDDEN = ["\0", "\b", "\v", "\u001f", "\ufffe", "\uffff", "\ud800"];

interface Page {
  text: string;
  ids: string[];
  hrefs: string[];
  elements: { name: string; attributes: Record<string, string> }[];
}

function read(xml: string): Page {
  const page: Page = { text: "", ids: [], hrefs: [], elements: [] };
  const parser = new SaxesParser();
  let body = false;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    page.elements.push({ name, attributes });
    body ||= name === "body";
    if (attributes["id"] !== undefined) page.ids.push(attributes["id"]);
    if (attributes["href"] !== undefined) page.hrefs.push(attributes["href"]);
  });
  parser.on("text", (text) => {
    if (body) page.text += text;
  });
  parser.write(xml).close();
  return page;
}

/** The books of a gazette by issue, each with its entries. */
async function booksOf(context: ExportContext): Promise<Map<string, Record<string, Uint8Array>>> {
  const files = await epub.files(context);
  return new Map(files.map(({ path, body }) => [path, typeof body === "string" ? {} : unzipSync(body)]));
}

const pageOf = (book: Record<string, Uint8Array> | undefined, file: string) =>
  read(strFromU8(book?.[`EPUB/${file}`] ?? new Uint8Array()));

describe.each(corpora)("%s", (_name, documents) => {
  const context = contextOf(documents());
  const { gazette } = context;

  it("has a page a document, with every printed text in order", async () => {
    const books = await booksOf(context);
    expect([...books.keys()]).toEqual(gazette.issues.map(({ id }) => `data/${id}/${id}.epub`));
    for (const one of gazette.issues) {
      const book = books.get(`data/${one.id}/${one.id}.epub`);
      for (const { id } of one.documents) {
        const document = gazette.leading.get(id);
        if (document === undefined) continue;
        const page = pageOf(book, `${id.slice(one.id.length + 1)}.xhtml`);
        const printed = printedTexts(document, gazette.tableById).map((words) =>
          FORBIDDEN.reduce(
            (text, character) => text.replaceAll(character, "\ufffd"),
            words.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/u, "$1年$2月$3日"),
          ),
        );
        expectInOrder(page.text, printed, id);
        expect(new Set(page.ids).size, id).toBe(page.ids.length);
      }
    }
  });

  it("links to pages and places that are there", async () => {
    for (const book of (await booksOf(context)).values()) {
      const pages = Object.keys(book).filter((file) => file.endsWith(".xhtml"));
      const places = new Map(pages.map((file) => [file, read(strFromU8(book[file] ?? new Uint8Array()))]));
      for (const [file, { hrefs }] of places) {
        for (const href of hrefs) {
          const [target = "", place] = href.split("#");
          const there = target === "" ? file : `EPUB/${target}`;
          expect(Object.keys(book), href).toContain(there);
          if (place !== undefined) expect(places.get(there)?.ids, href).toContain(place);
        }
      }
    }
  });
});

describe("the container", () => {
  it("begins with its kind, not compressed, and is the same each time", async () => {
    const context = contextOf(printedDocuments());
    const [first] = await epub.files(context);
    const bytes = first?.body;
    if (typeof bytes !== "object") throw new Error("a book is bytes");
    expect(strFromU8(bytes.slice(30, 38))).toBe("mimetype");
    expect([...bytes.slice(8, 10)]).toEqual([0, 0]);
    expect(strFromU8(bytes.slice(38, 58))).toBe("application/epub+zip");
    const [second] = await epub.files(context);
    expect(second?.body).toEqual(bytes);
  });

  it("lists all that it holds, in the order of print", async () => {
    const context = contextOf(printedDocuments());
    const [printed] = context.gazette.issues;
    const [book] = (await booksOf(context)).values();
    const { elements } = pageOf(book, "package.opf");
    const items = new Map(
      elements
        .filter(({ name }) => name === "item")
        .map(({ attributes }) => [attributes["id"], attributes["href"]]),
    );
    const held = Object.keys(book ?? {}).filter(
      (file) => file.startsWith("EPUB/") && file !== "EPUB/package.opf",
    );
    expect([...items.values()].map((href) => `EPUB/${href}`).sort()).toEqual(held.sort());
    const spine = elements
      .filter(({ name }) => name === "itemref")
      .map(({ attributes }) => items.get(attributes["idref"]));
    expect(spine).toEqual([
      "issue.xhtml",
      ...(printed?.documents ?? []).map(({ id }) => `${id.slice("2021-03/".length)}.xhtml`),
    ]);
  });

  it("says what it is", async () => {
    const [book] = (await booksOf(contextOf(printedDocuments()))).values();
    const opf = strFromU8(book?.["EPUB/package.opf"] ?? new Uint8Array());
    expect(opf).toContain("<dc:title>平罗县人民政府公报 2021年第3期（总第15期）</dc:title>");
    expect(opf).toContain("<dc:date>2021-11-25</dc:date>");
    expect(opf).toContain('<meta property="dcterms:modified">2021-11-25T00:00:00Z</meta>');
    expect(opf).toMatch(/urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}</u);
    expect(opf).not.toContain("dc:source");
    const { text } = pageOf(book, "issue.xhtml");
    for (const words of ["季刊", "2021年11月25日", "宁平新出管字(2021)第022号", "寇学文", "高波、高梦丹"])
      expect(text).toContain(words);
  });

  it("says no more than is known", async () => {
    const bare = contextOf(oddDocuments());
    const context = { ...bare, publication: { ...bare.publication, licence: { text: "", url: null } } };
    const [book] = (await booksOf(context)).values();
    const opf = strFromU8(book?.["EPUB/package.opf"] ?? new Uint8Array());
    expect(opf).not.toContain("dc:date");
    expect(opf).not.toContain("dc:rights");
    expect(opf).toContain("2022-01-01T00:00:00Z");
    expect(strFromU8(book?.["EPUB/odd.xhtml"] ?? new Uint8Array())).toContain(
      '<span class="character" title="U+0008">\ufffd</span>',
    );
  });

  it("shows nothing of the controls of a web page", async () => {
    const [book] = (await booksOf(contextOf(printedDocuments()))).values();
    for (const [file, bytes] of Object.entries(book ?? {})) expect(strFromU8(bytes), file).not.toContain("¶");
  });
});

describe("links out of a page", () => {
  const linking = (id: string, refs: (string | null)[], more = {}) =>
    notice(id, {
      children: refs.map((ref, at) =>
        paragraph(`p${at}`, "见《规划》", { mentions: [{ kind: "document", start: 1, end: 5, ref }] }),
      ),
      ...more,
    });
  const documents = [
    issue("2022-01", {
      documents: [
        { type: "notice", id: "2022-01/a", title: "" },
        { type: "notice", id: "2022-01/b", title: "" },
      ],
    }),
    linking("2022-01/a", ["2022-01/a", "2022-01/b", "2021-04/c", "2022-01/none"]),
    linking("2022-01/b", ["2022-01/b"], {
      enclosure: { title: null, children: [] },
      signatory: { title: null, name: "李静" },
    }),
    issue("2021-04", { documents: [{ type: "notice", id: "2021-04/c", title: "" }] }),
    linking("2021-04/c", []),
  ];
  const outgoing = async (context: ExportContext, file: string) =>
    pageOf((await booksOf(context)).get("data/2022-01/2022-01.epub"), file).hrefs.filter(
      (href) => href !== "style.css",
    );

  it("lead within the book, and to the site where its address is known", async () => {
    const context = contextOf(documents);
    expect(await outgoing(context, "a.xhtml")).toEqual(["b.xhtml"]);
    expect(await outgoing(context, "b.xhtml")).toEqual(["#enclosure"]);
    const known = { ...context, address: (place: string) => `https://example.gov.cn${place}` };
    expect(await outgoing(known, "a.xhtml")).toEqual(["b.xhtml", "https://example.gov.cn/2021-04/c/"]);
    const book = (await booksOf(known)).get("data/2022-01/2022-01.epub");
    expect(strFromU8(book?.["EPUB/package.opf"] ?? new Uint8Array())).toContain(
      "<dc:source>https://example.gov.cn/2022-01/</dc:source>",
    );
  });

  it("lead from a note of an attachment to it", async () => {
    const book = (await booksOf(contextOf([...sampleDocuments(), fullNotice()]))).get(
      "data/2022-01/2022-01.epub",
    );
    expect(pageOf(book, "qzf-2022-6.xhtml").hrefs).toEqual(
      expect.arrayContaining(["#attachment-1", "#attachment-2"]),
    );
  });

  it("are none where a note has no attachment", async () => {
    const lone = linking("2022-01/a", [], { attachmentNotes: [{ number: 1, title: "名单" }] });
    const context = contextOf([documents[0] ?? lone, lone]);
    expect(await outgoing(context, "a.xhtml")).toEqual([]);
  });
});
