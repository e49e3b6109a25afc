/** A document as the bytes of a Word file, the same at every build. */
import { Body } from "docx";
import { zipOf } from "../zip.ts";
import { type Frame, frameFor, type Said } from "./frame.ts";
import { pagesOf, type Sheet } from "./page.ts";
import { visible } from "./text.ts";
import { written } from "./xml.ts";

export async function wordFile(sheets: readonly Sheet[], { core, custom, date }: Said): Promise<Uint8Array> {
  const said: Said = { core: shown(core), custom: shown(custom), date };
  const frame = await frameFor(said);
  return zipOf(frame.parts(said, bodyOf(sheets, frame)));
}

/** The text as the library makes it of its components, `<w:body>…</w:body>`. */
function bodyOf(sheets: readonly Sheet[], { document }: Frame): string {
  const body = new Body();
  const [odd, even] = document.Footers;
  for (const [at, sheet] of sheets.entries()) {
    const { properties, footers } = pagesOf(sheet, at);
    const numbered = footers !== undefined && odd !== undefined && even !== undefined;
    body.addSection({ ...properties, ...(numbered ? { footerWrapperGroup: { default: odd, even } } : {}) });
    for (const child of sheet.children) body.push(child);
  }
  const prepared = body.prepForXml({ file: document, viewWrapper: document.Document, stack: [] });
  return prepared === undefined ? "" : written(prepared);
}

function shown<Key extends string>(texts: Readonly<Record<Key, string>>): Record<Key, string>;
function shown(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, visible(text)]));
}
