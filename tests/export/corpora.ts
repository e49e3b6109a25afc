/** Gazettes to export: the issue in `content/`, synthetic ones from the generator, and one made by hand. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { drawGazette } from "../../scripts/generator/compose/gazette.ts";
import { printGazette } from "../../scripts/generator/print.ts";
import { citedBy } from "../../src/corpus/citations.ts";
import { collectGazette } from "../../src/corpus/gazette.ts";
import { collectOrganizations } from "../../src/corpus/organizations.ts";
import { collectPeople } from "../../src/corpus/people.ts";
import type { AnyDocument } from "../../src/document/schema.ts";
import type { ExportContext } from "../../src/export/format.ts";
import { readGazette } from "../../src/pipeline.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");

/** What formats draw on, for these documents; the site's address is not known. */
export function contextOf(documents: readonly AnyDocument[]): ExportContext {
  const gazette = collectGazette(documents);
  return {
    gazette,
    organizations: collectOrganizations(gazette),
    canonical: (name) => name,
    people: collectPeople(gazette),
    citing: citedBy(gazette),
    publication: {
      name: "青禾县人民政府公报",
      publisher: "青禾县人民政府办公室",
      description: "全文",
      licence: { text: "可自由使用", url: null },
    },
    address: (place) => place,
  };
}

/** The documents of `content/<issue>/`. */
export function printedDocuments(issue = "2021-03"): AnyDocument[] {
  const folder = path.join(ROOT, "content", issue);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file): AnyDocument => JSON.parse(readFileSync(path.join(folder, file), "utf8")));
}

/** The documents of a synthetic gazette; the same seed draws the same one. */
export function syntheticDocuments(seed: number): AnyDocument[] {
  const { text } = printGazette(drawGazette(seed));
  const { compiled } = readGazette(Buffer.from(text), `${seed}.txt`);
  const { issue, notices, taskTables, tables, appointments, chronicle } = compiled;
  return [
    issue,
    ...notices,
    ...taskTables,
    ...tables,
    ...appointments,
    ...(chronicle === null ? [] : [chronicle]),
  ];
}
