/** The files beside the engine's index: what each holds, and how big they are cut. */
import type { RecordKind } from "./records.ts";
import type { Cut } from "./tokens.ts";

/** The folders under the site: the engine's own, and the files beside it; and the page that searches. */
export const ENGINE_FOLDER = "pagefind";
export const FILES_FOLDER = "search/index";
export const SEARCH_PAGE = "search/index.html";

/** Kinds in the order of their numbers in the ledger. */
export const KINDS: readonly RecordKind[] = ["标题", "正文", "任务", "表格", "任免", "大事记"];

/** Records in one file of texts: few, since a hit needs one of them. */
export const TEXTS_IN_FILE = 12;

/** Records in one file of the ledger: many, since a common word needs all of them. */
export const RECORDS_IN_LEDGER = 8000;

/** The engine's program, which its script asks for only after its list of languages; checked when the index is written. */
export const ENGINE_PROGRAM = "wasm.unknown.pagefind";

/** So few documents are searched faster than a worker starts. */
export const FEW_DOCUMENTS = 300;

/** Names of bodies and people for the filters are read at once below so many bytes, else when they are asked for. */
export const FACETS_AT_ONCE = 150_000;

/** `catalogue.json`: all documents, those of an issue side by side, each as a row across the columns. */
export type Catalogue = {
  /** Changes with the contents, so that no old file is read beside a new one. */
  version: string;
  /** What a word of the index is. */
  cut: Cut;
  /** Each with the engine's names of its pages, one for each row of words. */
  issues: { id: string; name: string; pages: string[] }[];
  issuers: string[];
  columns: {
    /** Its issue and its issuer, by number; -1 for none. */
    issue: number[];
    issuer: number[];
    /** Its date, as 20210331; 0 for none. */
    date: number[];
    /** How many records it has, and how many words stand for them in a page. */
    records: number[];
    words: number[];
    /** In which file of the ledger they stand. */
    ledger: number[];
  };
  /** Bytes of `facets.json` before compression: small ones are read at once. */
  facetBytes: number;
};

/** `texts/<document>-<file>.json`: the texts of a run of records. */
export type Texts = string[];

/** What is shown of a record before its text: its address (an anchor in the document's page, or a path), its place, its own date. */
export type PlaceRow = [address: string, place: string, date: string];

/** `places/<document>.json`: where each record of a document stands; a hit is listed by it before its text is loaded. */
export type PlaceList = {
  /** Title of the document, and the path of its page. */
  title: string;
  path: string;
  records: PlaceRow[];
};

/** `facets.json`: for each name the records, as differences between their numbers in the whole gazette. */
export type Facets = { responsible: Record<string, number[]>; people: Record<string, number[]> };

/** `names.json`: what a reader may mean, with the initials of its pinyin, and what it is. */
export type NameRow = [name: string, initials: string, kind: NameKind];
export type NameKind = "文件" | "文号" | "机构" | "人物";

export function textsFile(document: number, record: number): string {
  return `texts/${document}-${Math.floor(record / TEXTS_IN_FILE)}.json`;
}

export function placesFile(document: number): string {
  return `places/${document}.json`;
}

export function ledgerFile(ledger: number): string {
  return `ledger/${ledger}.bin`;
}
