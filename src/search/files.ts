/** What is written beside the engine's index, put together from the volumes. */
import { createHash } from "node:crypto";
import type { EnginePage } from "./engineIndex.ts";
import {
  type Catalogue,
  type Facets,
  ledgerFile,
  placesFile,
  RECORDS_IN_LEDGER,
  TEXTS_IN_FILE,
  textsFile,
} from "./layout.ts";
import type { Volume, VolumeDocument } from "./volume.ts";

export type SearchFiles = {
  pages: EnginePage[];
  /** Words and gaps of all pages, for the size of the engine's pieces. */
  words: number;
  /** By name, what is written as it is; the catalogue is not among them, nor does it have its version yet. */
  files: Map<string, string | Uint8Array>;
  catalogue: Catalogue;
};

/** The engine's name of a page of an issue, by the row of words that stands in it. */
const pageName = (row: number, issue: number): string => `${issue}.${row}`;

/** Pages for the engine and files for the reader; documents have numbers as they come. */
export function searchFiles(volumes: readonly Volume[]): SearchFiles {
  const issuers = [...new Set(volumes.flatMap((volume) => volume.issuers))];
  const issuerNumbers = new Map(issuers.map((name, number) => [name, number]));
  const files = new Map<string, string | Uint8Array>();
  const columns: Catalogue["columns"] = {
    issue: [],
    issuer: [],
    date: [],
    records: [],
    words: [],
    ledger: [],
  };
  let shelf: Uint8Array[] = [];
  let shelved = 0;
  let ledger = 0;
  const closeLedger = () => {
    files.set(ledgerFile(ledger), Buffer.concat(shelf));
    shelf = [];
    shelved = 0;
    ledger += 1;
  };
  for (const [issue, { documents }] of volumes.entries())
    for (const document of documents) {
      columns.issue.push(issue);
      columns.issuer.push(issuerNumbers.get(document.issuer ?? "") ?? -1);
      columns.date.push(document.date);
      columns.records.push(document.records);
      columns.words.push(document.words);
      columns.ledger.push(ledger);
      addShown(files, columns.issue.length - 1, document);
      shelf.push(document.ledger);
      shelved += document.records;
      if (shelved >= RECORDS_IN_LEDGER) closeLedger();
    }
  if (shelved > 0) closeLedger();
  const facets = JSON.stringify(facetsOf(volumes));
  files.set("facets.json", facets);
  const pages = volumes.map(({ rows, length }, issue) =>
    rows.map((postings, row): EnginePage => ({ name: pageName(row, issue), length, postings })),
  );
  const catalogue: Catalogue = {
    version: "",
    cut: volumes[0]?.cut ?? "characters",
    issues: volumes.map(({ id, name }, issue) => ({
      id,
      name,
      pages: (pages[issue] as EnginePage[]).map((page) => page.name),
    })),
    issuers,
    columns,
    facetBytes: facets.length,
  };
  const all = pages.flat();
  return { pages: all, words: all.reduce((sum, { length }) => sum + length, 0), files, catalogue };
}

function addShown(
  files: Map<string, string | Uint8Array>,
  number: number,
  { places, texts }: VolumeDocument,
): void {
  files.set(placesFile(number), places);
  for (const [at, text] of texts.entries()) files.set(textsFile(number, at * TEXTS_IN_FILE), text);
}

function facetsOf(volumes: readonly Volume[]): Facets {
  const responsible: Record<string, number[]> = {};
  const people: Record<string, number[]> = {};
  let before = 0;
  for (const volume of volumes) {
    note(responsible, volume.responsible, before);
    note(people, volume.people, before);
    before += volume.documents.reduce((sum, { records }) => sum + records, 0);
  }
  return { responsible: differences(responsible), people: differences(people) };
}

/** Notes the numbers of a volume, before which so many records stand. */
function note(facet: Record<string, number[]>, own: Volume["people"], before: number): void {
  for (const [name, numbers] of own) {
    facet[name] ??= [];
    for (const number of numbers) facet[name].push(before + number);
  }
}

function differences(facet: Record<string, number[]>): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(facet).map(([name, numbers]) => [
      name,
      numbers.map((number, at) => number - (numbers[at - 1] ?? 0)),
    ]),
  );
}

/** A name for a state of the files. */
export function versionOf(files: Map<string, string | Uint8Array>, { issues, columns }: Catalogue): string {
  const hash = createHash("sha256").update(JSON.stringify([issues, columns]));
  for (const [name, content] of files) hash.update(name).update(content);
  return hash.digest("hex").slice(0, 10);
}
