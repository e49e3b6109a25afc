/** A small Word document for tests: paragraphs and tables in a ZIP. */
import { entryOf, zipOf } from "../../src/export/zip.ts";

const TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** A ZIP of texts by path. */
const zip = (files: Record<string, string>): Buffer =>
  Buffer.from(zipOf(Object.entries(files).map(([path, text]) => entryOf(path, text))));

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** A paragraph of Word's XML. */
export const paragraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

/** A table of cells, each with the XML of its properties. */
export const table = (rows: readonly (readonly [text: string, properties?: string])[][]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map(([text, properties = ""]) => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;

/** A document of these blocks. */
export function word(blocks: readonly string[]): Buffer {
  return zip({
    "[Content_Types].xml": TYPES,
    "_rels/.rels": RELATIONS,
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${blocks.join("")}</w:body></w:document>`,
  });
}
