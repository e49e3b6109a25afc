/** XML for readers that trust nothing: what XML 1.0 cannot hold is told apart from text, and what is written is well-formed. */
import { toXml } from "xast-util-to-xml";
import type { Result } from "xastscript";

export type XmlElement = Extract<Result, { type: "element" }>;

/** Characters that no XML 1.0 document may hold, not even by reference: controls, lone surrogates, two noncharacters. */
const FORBIDDEN = /(?![\t\n\r]|[\u007f-\u009f])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** What stands in the place of a forbidden character. */
export const REPLACEMENT = "\ufffd";

/** A text in pieces: what XML can hold, and `{ replaced: "U+0008" }` for each character that it cannot. */
export type Piece = string | { replaced: string };

export function pieces(text: string): Piece[] {
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
  return text.replace(FORBIDDEN, REPLACEMENT);
}

/** The file of a tree; `doctype` stands before it. The tree holds only what XML can hold: `pieces` and `holdable` see to that. */
export function xmlFile(root: XmlElement, doctype = ""): string {
  const xml = toXml(root, { closeEmptyElements: true, tightClose: true });
  // Neither is escaped by the writer: the first may not stand in text, the second would be read as a line feed.
  const safe = xml.replaceAll("]]>", "]]&gt;").replaceAll("\r", "&#13;");
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}${safe}\n`;
}
