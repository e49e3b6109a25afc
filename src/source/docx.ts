/** A Word document to the text of a seed: a line a paragraph, tables by tabs, or as HTML where cells span. */
import type { Element, ElementContent, Root, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import mammoth from "mammoth";

/** The text of a document, and how many lists in it Word numbers by itself. */
export interface DocxText {
  text: string;
  numberedLists: number;
}

type Node = Root | RootContent | ElementContent;

const isElement = (node: Node): node is Element => node.type === "element";
const childrenOf = (node: Node): Node[] => ("children" in node ? node.children : []);

/** What stands in a node as one line; a break within becomes a blank. */
function lineOf(node: Node): string {
  if (node.type === "text") return node.value;
  if (isElement(node) && node.tagName === "br") return "\n";
  return childrenOf(node).map(lineOf).join("");
}

/** The paragraphs of a cell, each a line. */
function cellLines(cell: Element): string[] {
  const lines = cell.children.map(lineOf).flatMap((text) => text.split("\n"));
  return lines.map((line) => line.replace(/[\t\r]+/g, " ").trim()).filter(Boolean);
}

function elementsIn(node: Node, names: readonly string[]): Element[] {
  return childrenOf(node).flatMap((child) => {
    if (!isElement(child)) return [];
    return names.includes(child.tagName) ? [child] : elementsIn(child, names);
  });
}

const spanOf = (cell: Element, name: "rowSpan" | "colSpan"): number => Number(cell.properties[name] ?? 1);

const escaped = (text: string): string => text.replace(/&/g, "＆").replace(/</g, "＜").replace(/>/g, "＞");

/** A table as tab-separated rows, or as HTML where a cell spans rows or columns. */
function tableLines(table: Element): string[] {
  const rows = elementsIn(table, ["tr"]).map((row) => elementsIn(row, ["td", "th"]));
  const spans = rows.flat().some((cell) => spanOf(cell, "rowSpan") > 1 || spanOf(cell, "colSpan") > 1);
  if (!spans) return rows.map((cells) => cells.map((cell) => cellLines(cell).join(" ")).join("\t"));
  const attribute = (cell: Element, name: "rowSpan" | "colSpan"): string =>
    spanOf(cell, name) > 1 ? ` ${name.toLowerCase()}="${spanOf(cell, name)}"` : "";
  const lines = rows.map((cells) => {
    const written = cells.map(
      (cell) =>
        `<td${attribute(cell, "rowSpan")}${attribute(cell, "colSpan")}>${cellLines(cell).map(escaped).join("<br/>")}</td>`,
    );
    return `<tr>${written.join("")}</tr>`;
  });
  return ["<table>", ...lines, "</table>"];
}

/** A list as lines; Word's numbers are no text and are written anew. */
function listLines(list: Element): string[] {
  const ordered = list.tagName === "ol";
  return list.children.filter(isElement).flatMap((item, index) => {
    const inner = item.children.filter((child) => isElement(child) && /^[ou]l$/.test(child.tagName));
    const own = item.children.filter((child) => !inner.includes(child));
    const mark = ordered ? `${index + 1}. ` : "- ";
    return [mark + own.map(lineOf).join("").trim(), ...inner.flatMap((child) => listLines(child as Element))];
  });
}

function blocksOf(node: Node): string[][] {
  return childrenOf(node).flatMap((child): string[][] => {
    if (!isElement(child)) return [];
    if (child.tagName === "table") return [tableLines(child)];
    if (child.tagName === "ol" || child.tagName === "ul") return [listLines(child)];
    const lines = lineOf(child).split("\n");
    return lines
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line) => [line]);
  });
}

/** Text of the HTML that mammoth makes of a document. */
export function textOfHtml(html: string): DocxText {
  const root = fromHtml(html, { fragment: true });
  const lines = blocksOf(root).map((block) => `${block.join("\n")}\n`);
  return { text: lines.join("\n"), numberedLists: elementsIn(root, ["ol"]).length };
}

/** Reads a Word document; its images are left out. @throws Error where it is none */
export async function readDocx(bytes: Buffer): Promise<DocxText> {
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    { convertImage: mammoth.images.imgElement(async () => ({ src: "" })) },
  );
  return textOfHtml(value);
}
