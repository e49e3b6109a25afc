/** What is written beside the engine's index, made from the records. */
import { createHash } from "node:crypto";
import type { EnginePage } from "./engineIndex.ts";
import {
  type Catalogue,
  type Facets,
  KINDS,
  ledgerFile,
  type PlaceList,
  type PlaceRow,
  placesFile,
  RECORDS_IN_LEDGER,
  TEXTS_IN_FILE,
  type Texts,
  textsFile,
} from "./layout.ts";
import { encodeLedger, type LedgerRow } from "./ledger.ts";
import { packPlaces } from "./postings.ts";
import type { SearchRecord } from "./records.ts";
import { addText, type Cut, openRows, placesInRows } from "./tokens.ts";

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

/** Characters above which a gazette is stored by pairs: some thirty issues. */
const LARGE = 2_000_000;

export function cutFor(records: SearchRecord[]): Cut {
  const characters = records.reduce((sum, { text }) => sum + text.length, 0);
  return characters > LARGE ? "pairs" : "characters";
}

/** Cuts the records into pages for the engine and files for the reader; records of a document stand together. */
export function searchFiles(records: SearchRecord[], cut: Cut = cutFor(records)): SearchFiles {
  const documents = [...Map.groupBy(records, ({ documentId }) => documentId).values()];
  const issues = [...Map.groupBy(documents, ([first]) => (first as SearchRecord).issue)];
  const volumes = issues.map(([id, own], number) => {
    const [[{ issueName: name }]] = own as [[SearchRecord]];
    return { id, name, ...volumeOf(own.flat(), cut, number) };
  });
  const lengths = new Map(volumes.flatMap((volume) => [...volume.lengths]));
  const issueNumbers = numbered(issues.map(([id]) => id));
  const issuers = [...new Set(records.flatMap(({ issuer }) => issuer ?? []))];
  const issuerNumbers = numbered(issuers);
  const files = new Map<string, string | Uint8Array>();
  const columns: Catalogue["columns"] = {
    issue: [],
    issuer: [],
    date: [],
    records: [],
    words: [],
    ledger: [],
  };
  let shelf: LedgerRow[] = [];
  let ledger = 0;
  const closeLedger = () => {
    files.set(ledgerFile(ledger), encodeLedger(shelf));
    shelf = [];
    ledger += 1;
  };
  for (const [number, own] of documents.entries()) {
    const [first] = own as [SearchRecord];
    let words = 0;
    for (const record of own) {
      const length = lengths.get(record) as number;
      shelf.push({ length, kind: KINDS.indexOf(record.kind) });
      words += length;
    }
    columns.issue.push(issueNumbers.get(first.issue) as number);
    columns.issuer.push(issuerNumbers.get(first.issuer ?? "") ?? -1);
    columns.date.push(dateNumber(own));
    columns.records.push(own.length);
    columns.words.push(words);
    columns.ledger.push(ledger);
    addShown(files, number, own);
    if (shelf.length >= RECORDS_IN_LEDGER) closeLedger();
  }
  if (shelf.length > 0) closeLedger();
  const facets = JSON.stringify(facetsOf(documents.flat()));
  files.set("facets.json", facets);
  const catalogue: Catalogue = {
    version: "",
    cut,
    issues: volumes.map(({ id, name, pages }) => ({ id, name, pages: pages.map((page) => page.name) })),
    issuers,
    columns,
    facetBytes: facets.length,
  };
  const pages = volumes.flatMap((volume) => volume.pages);
  return { pages, words: pages.reduce((sum, { length }) => sum + length, 0), files, catalogue };
}

/** The pages of an issue, one for each row of words, and how many words stand for each record. */
function volumeOf(
  records: readonly SearchRecord[],
  cut: Cut,
  issue: number,
): { pages: EnginePage[]; lengths: Map<SearchRecord, number> } {
  const rows = openRows(cut);
  const lengths = new Map(records.map((record) => [record, addText(rows, record.text)]));
  const { length } = rows;
  const pages = placesInRows(rows).map(
    (places, row): EnginePage => ({ name: pageName(row, issue), length, postings: packPlaces(places) }),
  );
  return { pages, lengths };
}

const numbered = (names: readonly string[]): Map<string, number> =>
  new Map(names.map((name, number) => [name, number]));

function addShown(files: Map<string, string | Uint8Array>, number: number, own: SearchRecord[]): void {
  const [{ title, page: path }] = own as [SearchRecord];
  const places = own.map(
    ({ url, place, date }): PlaceRow => [
      url.startsWith(path) ? url.slice(path.length) : url,
      place,
      date ?? "",
    ],
  );
  const list: PlaceList = { title, path, records: places };
  files.set(placesFile(number), JSON.stringify(list));
  for (let from = 0; from < own.length; from += TEXTS_IN_FILE) {
    const texts: Texts = own.slice(from, from + TEXTS_IN_FILE).map(({ text }) => text);
    files.set(textsFile(number, from), JSON.stringify(texts));
  }
}

/** The newest date in a document, as 20210331. */
function dateNumber(records: SearchRecord[]): number {
  const dates = records.map(({ date }) => Number((date ?? "").replaceAll("-", "")));
  return Math.max(0, ...dates);
}

function facetsOf(records: SearchRecord[]): Facets {
  const responsible: Record<string, number[]> = {};
  const people: Record<string, number[]> = {};
  for (const [number, record] of records.entries()) {
    for (const name of new Set(record.responsible)) note(responsible, name, number);
    for (const name of new Set(record.people)) note(people, name, number);
  }
  return { responsible: differences(responsible), people: differences(people) };
}

function note(facet: Record<string, number[]>, name: string, number: number): void {
  const numbers = facet[name];
  if (numbers === undefined) facet[name] = [number];
  else numbers.push(number);
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
