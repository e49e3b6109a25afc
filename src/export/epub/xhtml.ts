/** hast → XHTML: only what a book needs of a page, and nothing that a reader of XML would refuse. */
import type { Element, ElementContent } from "hast";
import { x } from "xastscript";
import { holdable, pieces, REPLACEMENT, type XmlElement, xmlFile } from "../xml.ts";

/** The attributes that stay, by their names in hast. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  id: "id",
  className: "class",
  href: "href",
  dateTime: "datetime",
  rowSpan: "rowspan",
  colSpan: "colspan",
  scope: "scope",
  role: "role",
  ariaLevel: "aria-level",
  ariaLabelledBy: "aria-labelledby",
  ariaLabel: "aria-label",
  epubType: "epub:type",
};

/** Controls of the page that a book has no use for: marks to cite by, counts of rows. */
const CONTROLS = ["mark", "size"];

type Content = XmlElement["children"][number];

function contentOf(node: ElementContent): Content[] {
  if (node.type === "text") return pieces(node.value).map(textOf);
  if (node.type !== "element" || isControl(node)) return [];
  return [elementOf(node)];
}

function textOf(piece: string | { replaced: string }): Content {
  if (typeof piece === "string") return { type: "text", value: piece };
  return x("span", { class: "character", title: piece.replaced }, REPLACEMENT);
}

function isControl({ properties }: Element): boolean {
  return CONTROLS.some((name) => namesOf(properties["className"]).includes(name));
}

function namesOf(value: Element["properties"][string]): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function elementOf({ tagName, properties, children }: Element): XmlElement {
  const attributes = Object.entries(properties).flatMap(([name, value]) => {
    const attribute = ATTRIBUTES[name];
    if (attribute === undefined) return [];
    return [[attribute, holdable(Array.isArray(value) ? value.join(" ") : String(value))]];
  });
  return x(tagName, Object.fromEntries(attributes), children.flatMap(contentOf));
}

/** A page of the book, as its file. */
export function xhtmlPage(title: string, body: readonly Element[]): string {
  const head = x(
    "head",
    {},
    x("title", {}, holdable(title)),
    x("link", { rel: "stylesheet", type: "text/css", href: "style.css" }),
  );
  return xmlFile(
    x(
      "html",
      {
        xmlns: "http://www.w3.org/1999/xhtml",
        "xmlns:epub": "http://www.idpf.org/2007/ops",
        lang: "zh-CN",
        "xml:lang": "zh-CN",
      },
      head,
      x("body", {}, body.map(elementOf)),
    ),
    "<!DOCTYPE html>\n",
  );
}
