/** What is written beside the engine's index, made from the records. */
import { createHash } from "node:crypto";
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
import type { SearchRecord } from "./records.ts";
import { type Cut, recordRows } from "./tokens.ts";

/** A page of the engine: the words of one issue, since an engine keeps what is said of a word once a page. */
export type EnginePage = { url: string; content: string };

export type SearchFiles = {
  pages: EnginePage[];
  /** Words the engine stores, for the size of its pieces. */
  words: number;
  /** By name, what is written as it is; the catalogue still lacks the engine's names of the pages. */
  files: Map<string, string | Uint8Array>;
  catalogue: Catalogue;
};

/** The address under which the engine knows an issue's page, by the row of words that stands in it. */
const pageUrl = (row: number, issue: number): string => `${row}/${issue}`;

/** Characters above which a gazette is stored by pairs: some thirty issues. */
const LARGE = 2_000_000;

export function cutFor(records: SearchRecord[]): Cut {
  const characters = records.reduce((sum, { text }) => sum + text.length, 0);
  return characters > LARGE ? "pairs" : "characters";
}

/** Cuts the records into pages for the engine and files for the reader; records of a document stand together. */
export function searchFiles(records: SearchRecord[], cut: Cut = cutFor(records)): SearchFiles {
  const documents = [...Map.groupBy(records, ({ documentId }) => documentId).values()];
  const issues = distinct(records.map(({ issue }) => issue));
  const issuers = distinct(records.flatMap(({ issuer }) => issuer ?? []));
  /** The words of each issue, by row. */
  const volumes: string[][][] = issues.map(() => []);
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
  let words = 0;
  const closeLedger = () => {
    files.set(ledgerFile(ledger), encodeLedger(shelf));
    shelf = [];
    ledger += 1;
  };
  for (const [number, own] of documents.entries()) {
    const [first] = own as [SearchRecord];
    const issue = issues.indexOf(first.issue);
    const rows = volumes[issue] as string[][];
    let length = 0;
    for (const { text, kind } of own) {
      const made = recordRows(text, cut);
      for (const [row, more] of made.entries()) {
        rows[row] ??= [];
        if (more.length > 0) rows[row].push(more.join(" "));
        words += more.length;
      }
      const size = made[0]?.length ?? 0;
      shelf.push({ length: size, kind: KINDS.indexOf(kind) });
      length += size;
    }
    columns.issue.push(issue);
    columns.issuer.push(first.issuer === null ? -1 : issuers.indexOf(first.issuer));
    columns.date.push(dateNumber(own));
    columns.records.push(own.length);
    columns.words.push(length);
    columns.ledger.push(ledger);
    addShown(files, number, own);
    if (shelf.length >= RECORDS_IN_LEDGER) closeLedger();
  }
  if (shelf.length > 0) closeLedger();
  const facets = JSON.stringify(facetsOf(documents.flat()));
  files.set("facets.json", facets);
  const names = new Map(records.map(({ issue, issueName }) => [issue, issueName]));
  const catalogue: Catalogue = {
    version: "",
    cut,
    issues: issues.map((id) => ({ id, name: names.get(id) as string, pages: [] })),
    issuers,
    columns,
    facetBytes: facets.length,
  };
  const pages = volumes.flatMap((rows, issue) =>
    rows.map((content, row) => ({ url: pageUrl(row, issue), content: content.join(" ") })),
  );
  return { pages, words, files, catalogue };
}

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

function distinct(values: string[]): string[] {
  return [...new Set(values)];
}

/** A name for a state of the files. */
export function versionOf(files: Map<string, string | Uint8Array>, { issues, columns }: Catalogue): string {
  const hash = createHash("sha256").update(JSON.stringify([issues, columns]));
  for (const [name, content] of files) hash.update(name).update(content);
  return hash.digest("hex").slice(0, 10);
}

/** Notes in a catalogue how the engine calls its pages. */
export function namePages(
  { issues }: Catalogue,
  pages: readonly EnginePage[],
  nameOf: (url: string) => string,
): void {
  for (const { url } of pages) {
    const [row, issue] = url.split("/").map(Number) as [number, number];
    const named = issues[issue];
    if (named !== undefined) named.pages[row] = nameOf(url);
  }
}
