/** A document as the bytes of a Word file, the same at every build. */
import { Body, Paragraph } from "docx";
import { zipOf } from "../zip.ts";
import { componentOf } from "./components.ts";
import { type Frame, frameFor, type Said } from "./frame.ts";
import { pagesOf, type Sheet } from "./page.ts";
import { visible } from "./text.ts";

export async function wordFile(sheets: readonly Sheet[], { core, custom, date }: Said): Promise<Uint8Array> {
  const said: Said = { core: shown(core), custom: shown(custom), date };
  const frame = await frameFor(said);
  return zipOf(frame.parts(said, bodyOf(sheets, frame)));
}

/** Stands in the library's text for all that a sheet has above its last paragraph or table: no style is called so. */
const ABOVE = new Paragraph({ style: "above" });

/** `<w:body>…</w:body>`: the library ties the measures of a sheet's pages to what is last on it; the rest is written beside. */
function bodyOf(sheets: readonly Sheet[], { document, writer }: Frame): string {
  const body = new Body();
  const [odd, even] = document.Footers;
  for (const [at, sheet] of sheets.entries()) {
    const { properties, footers } = pagesOf(sheet, at);
    const numbered = footers !== undefined && odd !== undefined && even !== undefined;
    body.addSection({ ...properties, ...(numbered ? { footerWrapperGroup: { default: odd, even } } : {}) });
    body.push(ABOVE);
    for (const child of sheet.children.slice(-1)) body.push(componentOf(child));
  }
  const [before = "", ...parts] = writer.component(body).split(writer.component(ABOVE));
  return (
    before + parts.map((part, at) => writer.children(sheets[at]?.children.slice(0, -1) ?? []) + part).join("")
  );
}

function shown<Key extends string>(texts: Readonly<Record<Key, string>>): Record<Key, string>;
function shown(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, visible(text)]));
}
