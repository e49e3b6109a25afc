/** The documents of content/ and what the export formats draw on, as the site has them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import glob from "fast-glob";
import { type AnyDocument, schemas } from "../../src/document/schema.ts";
import { contextOf } from "../../src/export/context.ts";
import type { ExportContext, Publication } from "../../src/export/format.ts";

const content = join(import.meta.dirname, "../../content");

/** The files of content/ with their texts, by path. */
export function contentFiles(): Map<string, string> {
  const paths = glob.sync("[0-9]*/**/*.json", { cwd: content }).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(content, path), "utf8")]));
}

/** The documents of content/. */
export function contentDocuments(): AnyDocument[] {
  return [...contentFiles().values()].map((text) => {
    const data = JSON.parse(text) as { type: keyof typeof schemas };
    return schemas[data.type].parse(data);
  });
}

export const publication: Publication = {
  name: "平罗县人民政府公报",
  publisher: "平罗县人民政府办公室",
  description: "平罗县人民政府公报全文。",
  licence: { text: "以印刷本为准。", url: null },
};

/** What the formats draw on, for these documents. */
export const exportContext = (
  documents: Iterable<AnyDocument> = contentDocuments(),
  address?: (path: string) => string,
): ExportContext => contextOf(documents, { publication, ...(address === undefined ? {} : { address }) });
