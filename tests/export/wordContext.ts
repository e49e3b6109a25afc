/** What the Word format draws on, for tests. */
import { globSync, readFileSync } from "node:fs";
import { collectGazette, type Gazette } from "../../src/corpus/gazette.ts";
import type { AnyDocument } from "../../src/document/schema.ts";
import { word } from "../../src/export/docx/word.ts";
import type { ExportFile } from "../../src/export/format.ts";

/** The issue in `content/`. */
export const printed = collectGazette(
  globSync("content/2021-03/**/*.json")
    .sort()
    .map((file): AnyDocument => JSON.parse(readFileSync(file, "utf8"))),
);

export async function exportWord(gazette: Gazette): Promise<ExportFile[]> {
  return word.files({
    gazette,
    organizations: new Map(),
    canonical: (name) => name,
    people: new Map(),
    citing: new Map(),
    publication: {
      name: "某县人民政府公报",
      publisher: "某县人民政府办公室",
      description: "",
      licence: { text: "", url: null },
    },
    address: (path) => `https://example.org${path}`,
  });
}
