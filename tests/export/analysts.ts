/** What the tests of the tables for analysts start from: a context of real or made-up documents, and its files. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { filesUnder } from "../../src/commands/output.ts";
import { readAuthority } from "../../src/corpus/authority.ts";
import { citedBy } from "../../src/corpus/citations.ts";
import { collectGazette } from "../../src/corpus/gazette.ts";
import { collectOrganizations } from "../../src/corpus/organizations.ts";
import { collectPeople } from "../../src/corpus/people.ts";
import { type AnyDocument, schemas } from "../../src/document/schema.ts";
import type { ExportContext, ExportFile, Format } from "../../src/export/format.ts";

export const root = join(import.meta.dirname, "../..");

/** The documents of an issue as they stand in `content/`. */
export function contentOf(issue: string): AnyDocument[] {
  const folder = join(root, "content", issue);
  return filesUnder(folder).map((name) => {
    const read: { type: AnyDocument["type"] } = JSON.parse(readFileSync(join(folder, name), "utf8"));
    return schemas[read.type].parse(read);
  });
}

export const authority = (): string =>
  readFileSync(join(root, "content/authority/organizations.yaml"), "utf8");

export function contextOf(documents: readonly AnyDocument[], names = "", address = "/"): ExportContext {
  const gazette = collectGazette(documents);
  const canonical = readAuthority(names);
  return {
    gazette,
    canonical,
    organizations: collectOrganizations(gazette, canonical),
    people: collectPeople(gazette),
    citing: citedBy(gazette),
    publication: {
      name: "某县人民政府公报",
      publisher: "某县人民政府办公室",
      description: "全文。",
      licence: { text: "引用时请注明出处。", url: null },
    },
    address: (path) => address + path.slice(1),
  };
}

/** Issue 2021-03 with the names that editors have settled. */
export const printed = (): ExportContext => contextOf(contentOf("2021-03"), authority());

export async function filesOf(context: ExportContext, formats: readonly Format[]): Promise<ExportFile[]> {
  const made = await Promise.all(formats.map((format) => format.files(context)));
  return made.flat();
}

/** Writes files as they are published and gives the folder. */
export function publish(files: readonly ExportFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), "gongbao-export-"));
  for (const { path, body } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), body);
  }
  return folder;
}
