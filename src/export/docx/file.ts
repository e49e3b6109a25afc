/** A document as the bytes of a Word file, the same at every build. */
import { Document, Packer } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { toXml } from "xast-util-to-xml";
import { x } from "xastscript";
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

/** Where a package notes when a file was made, the first day that ZIP can say. */
const MADE = new Date(1980, 0, 1);

export async function wordFile(sheets: readonly Sheet[], properties: Properties): Promise<Uint8Array> {
  const document = new Document({
    styles,
    evenAndOddHeaderAndFooters: true,
    customProperties: Object.entries(properties.custom).map(([name, value]) => ({
      name,
      value: visible(value),
    })),
    sections: sheets.map(pagesOf),
  });
  const packed = await Packer.toBuffer(document, undefined, [
    { path: "docProps/core.xml", data: coreProperties(properties) },
    { path: "word/fontTable.xml", data: fontTable() },
  ]);
  const parts = Object.entries(unzipSync(packed)).map(
    ([path, bytes]) => [path, path === "word/styles.xml" ? offGrid(bytes) : bytes] as const,
  );
  return zipSync(Object.fromEntries(parts), { level: 9, mtime: MADE });
}

/**
 * Paragraphs are not laid on the grid but have its measures of themselves: LibreOffice gives a character that is
 * wider than the grid's two places. The library has no option for it.
 */
function offGrid(bytes: Uint8Array): Uint8Array {
  const from = "<w:pPrDefault><w:pPr>";
  return strToU8(strFromU8(bytes).replace(from, `${from}<w:snapToGrid w:val="0"/>`));
}

/** `docProps/core.xml`, with the document's own date where the library would note the time of the build. */
function coreProperties({ title, subject, creator, keywords, description, date }: Properties): string {
  const day = (name: string) =>
    date === null ? [] : [x(name, { "xsi:type": "dcterms:W3CDTF" }, `${date}T00:00:00Z`)];
  const namespaces = {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  };
  const root = x("cp:coreProperties", namespaces, [
    x("dc:title", visible(title)),
    x("dc:subject", visible(subject)),
    x("dc:creator", visible(creator)),
    x("cp:keywords", visible(keywords)),
    x("dc:description", visible(description)),
    x("cp:lastModifiedBy", visible(creator)),
    ...day("dcterms:created"),
    ...day("dcterms:modified"),
    x("dc:language", "zh-CN"),
  ]);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${toXml(root)}`;
}
