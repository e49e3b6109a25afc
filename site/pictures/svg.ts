/**
 * As much of a document's tree as Plot draws into: elements, attributes, text. A whole one takes half of
 * the time of a picture.
 */

import { escapeXml } from "../xml.ts";

const SVG = "http://www.w3.org/2000/svg";

/** What stands in an element beside other elements. */
type Child = SvgElement | string;

export class SvgElement {
  readonly namespaceURI = SVG;
  readonly ownerDocument: SvgDocument;
  readonly name: string;
  readonly attributes = new Map<string, string>();
  parentNode: SvgElement | null = null;
  children: Child[] = [];

  constructor(document: SvgDocument, name: string) {
    this.ownerDocument = document;
    this.name = name;
  }

  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.attributes.has(name);
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  appendChild<T extends SvgElement>(child: T): T {
    return this.insertBefore(child, null);
  }

  insertBefore<T extends SvgElement>(child: T, before: SvgElement | null): T {
    const others = child.parentNode?.children;
    others?.splice(others.indexOf(child), 1);
    this.children.splice(before === null ? this.children.length : this.children.indexOf(before), 0, child);
    child.parentNode = this;
    return child;
  }

  set textContent(text: string) {
    this.children = [text];
  }
}

export class SvgDocument {
  readonly documentElement = new SvgElement(this, "svg");

  createElementNS(_namespace: string, name: string): SvgElement {
    return new SvgElement(this, name);
  }
}

/** An element as markup, without what is named in `dropped` and without style sheets; `own` are more attributes of it alone. */
export function markupOf(
  { name, attributes, children }: SvgElement,
  dropped: ReadonlySet<string>,
  own: Readonly<Record<string, string>> = {},
): string {
  let markup = `<${name}`;
  const attribute = (key: string, value: string): void => {
    markup += ` ${key}="${escapeXml(value)}"`;
  };
  for (const [key, value] of attributes) if (!dropped.has(key)) attribute(key, value);
  for (const [key, value] of Object.entries(own)) attribute(key, value);
  markup += ">";
  for (const child of children)
    if (typeof child === "string") markup += escapeXml(child);
    else if (child.name !== "style") markup += markupOf(child, dropped);
  return `${markup}</${name}>`;
}
