/** XML for readers that trust nothing: what XML 1.0 cannot hold is told apart from text, and what is written is well-formed. */
import { toXml } from "xast-util-to-xml";
import type { Result } from "xastscript";

export type XmlElement = Extract<Result, { type: "element" }>;

/** Characters that no XML 1.0 document may hold, not even by reference: controls, lone surrogates, two noncharacters. */
const FORBIDDEN = /(?![\t\n\r]|[\u007f-\u009f])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** Finds them all, surrogates in pairs too, and faster: most texts have none. */
const SUSPECT = /[^\t\n\r -\ud7ff\ue000-\ufffd]/;

/** What stands in the place of a forbidden character. */
export const REPLACEMENT = "\ufffd";

/** A text in pieces: what XML can hold, and `{ replaced: "U+0008" }` for each character that it cannot. */
export type Piece = string | { replaced: string };

export function pieces(text: string): Piece[] {
  if (text !== "" && !SUSPECT.test(text)) return [text];
  const found: Piece[] = [];
  let at = 0;
  for (const { 0: character, index } of text.matchAll(FORBIDDEN)) {
    if (index > at) found.push(text.slice(at, index));
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    found.push({ replaced: `U+${code}` });
    at = index + 1;
  }
  if (at < text.length) found.push(text.slice(at));
  return found;
}

/** The text for an attribute: each forbidden character is U+FFFD. */
export function holdable(text: string): string {
  return SUSPECT.test(text) ? text.replace(FORBIDDEN, REPLACEMENT) : text;
}

/** The file of a tree; `doctype` stands before it. The tree holds only what XML can hold: `pieces` and `holdable` see to that. */
export function xmlFile(root: XmlElement, doctype = ""): string {
  // The first may not stand in text, the second would be read as a line feed.
  const safe = elementXml(root).replaceAll("]]>", "]]&gt;").replaceAll("\r", "&#13;");
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}${safe}\n`;
}

/** An element as `toXml` writes it, which makes a regular expression for each attribute. */
function elementXml({ name, attributes, children }: XmlElement): string {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) open += ` ${key}="${escaped(value ?? "")}"`;
  let content = "";
  for (const child of children)
    if (child.type === "element") content += elementXml(child);
    else content += child.type === "text" ? child.value.replace(/[&<]/g, reference) : toXml(child);
  return content === "" ? `${open}/>` : `${open}>${content}</${name}>`;
}

const escaped = (text: string): string => text.replace(/[&<"]/g, reference);

const reference = (mark: string): string => `&#x${mark.charCodeAt(0).toString(16).toUpperCase()};`;
