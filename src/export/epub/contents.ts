/** The contents of the book: the documents under the headings of the issue, and their parts, as hast. */
import type { Element } from "hast";
import type { Leading } from "../../corpus/gazette.ts";
import { h } from "../../html/element.ts";
import { type OutlineEntry, outlineOf } from "../../html/outline.ts";
import { pageFile } from "./pages.ts";

export const FRONT_FILE = "issue.xhtml";

export function contentsPage(documents: readonly Leading[]): Element[] {
  const groups: { section: string | null; documents: Leading[] }[] = [];
  for (const document of documents) {
    const section = document.type === "chronicle" ? null : document.section;
    const last = groups.at(-1);
    if (last !== undefined && last.section === section) last.documents.push(document);
    else groups.push({ section, documents: [document] });
  }
  const items = groups.flatMap(({ section, documents: own }) => {
    const entries = own.map(documentItem);
    return section === null ? entries : [h("li", {}, h("span", {}, section), h("ol", {}, entries))];
  });
  const front = h("li", {}, h("a", { href: FRONT_FILE }, "刊首"));
  return [h("nav", { epubType: "toc", id: "toc" }, h("h1", {}, "目录"), h("ol", {}, front, ...items))];
}

function documentItem(document: Leading): Element {
  const file = pageFile(document);
  return h("li", {}, h("a", { href: file }, document.title), list(outlineOf(document), file));
}

/** An empty list is no list. */
function list(entries: readonly OutlineEntry[], file: string): Element[] {
  if (entries.length === 0) return [];
  const items = entries.map(({ anchor, text, children }) =>
    h("li", {}, h("a", { href: `${file}#${anchor}` }, text), list(children, file)),
  );
  return [h("ol", {}, items)];
}
