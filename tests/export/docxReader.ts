/** Reads a Word file back, for tests: its parts, and what stands in them, with no help from what wrote it. */
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import type { ExportFile } from "../../src/export/format.ts";

/** An element with its attributes and children, text among them. */
export interface Xml {
  name: string;
  attributes: Record<string, string>;
  children: (Xml | string)[];
}

/** @throws where the text is not well-formed. */
function parseXml(text: string): Xml {
  const root: Xml = { name: "", attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Xml = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (words) => open.at(-1)?.children.push(words));
  parser.write(text).close();
  return root;
}

/** All elements of a name, in order. */
export function* all(element: Xml, name: string): Generator<Xml> {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    if (child.name === name) yield child;
    yield* all(child, name);
  }
}

export function first(element: Xml, name: string): Xml | undefined {
  return all(element, name).next().value ?? undefined;
}

/** The attribute `w:val` of the first element of a name. */
export function value(element: Xml, name: string): string | undefined {
  return first(element, name)?.attributes["w:val"];
}

/** The words of all `w:t`, nothing between them. */
export function words(element: Xml): string {
  return [...all(element, "w:t")].map(({ children }) => children.join("")).join("");
}

export function bytesOf({ body }: ExportFile): Uint8Array {
  return typeof body === "string" ? Buffer.from(body) : body;
}

/** Every XML part by its path. */
export function partsOf(file: ExportFile): Map<string, Xml> {
  const parts = Object.entries(unzipSync(bytesOf(file)));
  return new Map(parts.map(([path, bytes]) => [path, parseXml(strFromU8(bytes))]));
}

export function partOf(file: ExportFile, path: string): Xml {
  const part = partsOf(file).get(path);
  if (part === undefined) throw new Error(`no ${path}`);
  return part;
}

export const bodyOf = (file: ExportFile): Xml => partOf(file, "word/document.xml");

/** Paragraphs by their style and words. */
export function paragraphs(element: Xml): { style: string | undefined; text: string; xml: Xml }[] {
  return [...all(element, "w:p")].map((xml) => ({ style: value(xml, "w:pStyle"), text: words(xml), xml }));
}
