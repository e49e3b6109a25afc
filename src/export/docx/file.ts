/** A document as the bytes of a Word file, the same at every build. */
import { Document, Packer } from "docx";
import { strToU8, zipSync } from "fflate";
import { fontTable } from "./fonts.ts";
import { pagesOf, type Sheet } from "./page.ts";
import { styles } from "./styles.ts";
import { visible } from "./text.ts";

/** What a file says of itself: Word shows it under 属性. */
export interface Properties {
  title: string;
  subject: string;
  creator: string;
  keywords: string;
  description: string;
  /** ISO, or null where no day is known. */
  date: string | null;
  /** Where the text comes from, by name. */
  custom: Readonly<Record<string, string>>;
}

export async function wordFile(sheets: readonly Sheet[], properties: Properties): Promise<Uint8Array> {
  const { date, custom, ...core } = properties;
  const document = new Document({
    ...shown(core),
    lastModifiedBy: visible(core.creator),
    customProperties: Object.entries(shown(custom)).map(([name, value]) => ({ name, value })),
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: sheets.map(pagesOf),
  });
  // What the packer zips, before it zips it: zipped twice, a file took half as long again.
  const files = Packer["compiler"].compile(document, undefined, [
    { path: "word/fontTable.xml", data: fontTable() },
  ]);
  const parts = [...files].map(([path, data]) => [path, strToU8(mended(path, String(data), date))] as const);
  // A package notes when its files were made; the first day that ZIP can say, in the machine's own zone, is always that.
  return zipSync(Object.fromEntries(parts), { level: 9, mtime: new Date(1980, 0, 1) });
}

function shown<Key extends string>(texts: Readonly<Record<Key, string>>): Record<Key, string>;
function shown(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, visible(text)]));
}

/** What the library has no option for. */
function mended(path: string, text: string, date: string | null): string {
  if (path === "docProps/core.xml") return withDate(text, date);
  return path === "word/styles.xml" ? offGrid(text) : text;
}

/** The document's own day where the library notes the time of the build. */
function withDate(text: string, date: string | null): string {
  return text.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(<[^>]*>)/g, (_, open, close) =>
    date === null ? "" : `${open}${date}T00:00:00Z${close}`,
  );
}

/**
 * Paragraphs are not laid on the grid but have its measures of themselves: LibreOffice gives a character that is
 * wider than the grid's two places.
 */
function offGrid(text: string): string {
  const from = "<w:pPrDefault><w:pPr>";
  return text.replace(from, `${from}<w:snapToGrid w:val="0"/>`);
}
