/** What formats draw on, from the documents of `content/` and from the made-up gazette. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readAuthority } from "../../src/corpus/authority.ts";
import { citedBy } from "../../src/corpus/citations.ts";
import { collectGazette } from "../../src/corpus/gazette.ts";
import { collectOrganizations } from "../../src/corpus/organizations.ts";
import { collectPeople } from "../../src/corpus/people.ts";
import type { AnyDocument } from "../../src/document/schema.ts";
import type { ExportContext } from "../../src/export/format.ts";

export const CONTENT = join(import.meta.dirname, "../../content");

export function contentDocuments(): AnyDocument[] {
  return readdirSync(CONTENT, { recursive: true, encoding: "utf8" })
    .filter((name) => /^\d{4}-\d{2}\/.*\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(CONTENT, name), "utf8")) as AnyDocument);
}

export function contextOf(documents: AnyDocument[], more: Partial<ExportContext> = {}): ExportContext {
  const gazette = collectGazette(documents);
  const canonical = readAuthority(readFileSync(join(CONTENT, "authority/organizations.yaml"), "utf8"));
  return {
    gazette,
    canonical,
    organizations: collectOrganizations(gazette, canonical),
    people: collectPeople(gazette),
    citing: citedBy(gazette),
    publication: {
      name: "平罗县人民政府公报",
      publisher: "平罗县人民政府办公室",
      description: "公报全文。",
      licence: { text: "引用时请注明出处。", url: null },
    },
    address: (path) => path,
    ...more,
  };
}
