/** Places are cited as the marks of the pages cite them, and their lines hold what is printed there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Element, ElementContent } from "hast";
import { describe, expect, it } from "vitest";
import { decisionAnchor, pagePath } from "../../src/corpus/addresses.ts";
import { citationOf, citePlace } from "../../src/corpus/cite.ts";
import { documentsOf } from "../../src/corpus/gazette.ts";
import { collectPlaces } from "../../src/corpus/places.ts";
import { blockText, partsOf, walkDocument } from "../../src/corpus/walk.ts";
import { blockElements } from "../../src/html/blocks.ts";
import { decisionTable } from "../../src/html/decisions.ts";
import { collectRecords } from "../../src/search/records.ts";
import { contentDocuments, contextOf } from "../export/context.ts";
import { sampleDocuments } from "../site/gazette.ts";

const nowhere = () => null;
const links = { document: nowhere, organization: nowhere, person: nowhere, place: (path: string) => path };

/** The marks in elements: what anchor they lead to, what place they say. */
function* marks(nodes: ElementContent[]): Generator<[string, string]> {
  for (const node of nodes) {
    if (node.type !== "element") continue;
    const { href, dataPlace } = node.properties;
    if (typeof dataPlace === "string") yield [String(href), dataPlace];
    yield* marks(node.children);
  }
}

describe.each([
  ["the printed gazette", contextOf(contentDocuments())],
  ["a made-up gazette", contextOf(sampleDocuments())],
])("the places of %s", (_, { gazette }) => {
  const places = collectPlaces(gazette);

  it("are cited as the pages' marks cite them", () => {
    let compared = 0;
    for (const issue of gazette.issues) {
      for (const document of documentsOf(gazette, issue)) {
        const elements: Element[] = partsOf(document).flatMap((part) =>
          blockElements(part.children, { links, part, tables: gazette.tableById, rank: 2 }),
        );
        if (document.type === "appointment") {
          const rows = document.decisions.map((decision, at) => ({ decision, number: at + 1, document }));
          elements.push(decisionTable(rows, { caption: "任免", links, own: true }));
        }
        for (const [anchor, said] of marks(elements)) {
          const place = places.get(`${pagePath(document.id)}${anchor}`);
          expect(place?.citation, anchor).toBe(citePlace(citationOf(issue, document), said));
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(10);
  });

  it("are known for every record that the search finds, on the pages of documents", () => {
    const missing = collectRecords(gazette).filter(
      ({ url, issue }) => !places.has(url) && !url.startsWith(`${pagePath(issue)}#`),
    );
    expect(missing.map(({ url }) => url)).toEqual([]);
  });
});

it("have the lines of the source where their text stands", () => {
  const { gazette } = contextOf(contentDocuments());
  const places = collectPlaces(gazette);
  const source = readFileSync(join(import.meta.dirname, "../../seeds/2021-03.txt"), "utf8").split("\n");
  const at = (path: string): string => {
    const { start, end } = places.get(path)?.lines ?? { start: 1, end: 0 };
    return source
      .slice(start - 1, end)
      .join("")
      .replace(/\s/gu, "");
  };
  let compared = 0;
  for (const document of gazette.leading.values()) {
    const page = pagePath(document.id);
    for (const { block } of walkDocument(document)) {
      if (block.type !== "paragraph" && block.type !== "section") continue;
      const text = blockText(block).replace(/\s/gu, "").slice(0, 12);
      expect(at(`${page}#${block.anchor}`), `${page}#${block.anchor}`).toContain(text);
      compared += 1;
    }
    if (document.type === "appointment")
      for (const [index, { text }] of document.decisions.entries())
        expect(at(`${page}#${decisionAnchor(index + 1)}`)).toContain(text.slice(0, 6));
  }
  expect(compared).toBeGreaterThan(400);
});
