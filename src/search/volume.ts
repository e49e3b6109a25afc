/** An issue as the search has it, whatever other issues there are: its words, and what is shown of its records. */
import { KINDS, type PlaceList, type PlaceRow, TEXTS_IN_FILE, type Texts } from "./layout.ts";
import { encodeLedger } from "./ledger.ts";
import { type Postings, packPlaces } from "./postings.ts";
import type { SearchRecord } from "./records.ts";
import { addText, type Cut, openRows, placesInRows } from "./tokens.ts";

export type Volume = {
  id: string;
  name: string;
  cut: Cut;
  /** Words and gaps in each of its rows. */
  length: number;
  rows: Postings[];
  documents: VolumeDocument[];
  issuers: string[];
  /** For each name its records, by their numbers in the volume. */
  responsible: Map<string, number[]>;
  people: Map<string, number[]>;
};

/** A document: how it stands in the catalogue, its part of the ledger, and its files. */
export type VolumeDocument = {
  issuer: string | null;
  /** The newest date in it, as 20210331; 0 for none. */
  date: number;
  records: number;
  words: number;
  ledger: Uint8Array;
  places: string;
  texts: string[];
};

/** Characters above which a gazette is stored by pairs: some thirty issues. */
const LARGE = 2_000_000;

/** The cut for a gazette of so many characters. */
export const cutFor = (characters: number): Cut => (characters > LARGE ? "pairs" : "characters");

export const charactersOf = (records: readonly SearchRecord[]): number =>
  records.reduce((sum, { text }) => sum + text.length, 0);

/** The volumes of records, one an issue; those of an issue stand together. */
export function volumesOf(records: readonly SearchRecord[], cut = cutFor(charactersOf(records))): Volume[] {
  return Array.from(Map.groupBy(records, ({ issue }) => issue).values(), (own) => volumeOf(own, cut));
}

/** The volume of the records of an issue. */
export function volumeOf(records: readonly SearchRecord[], cut: Cut): Volume {
  const [{ issue: id, issueName: name }] = records as [SearchRecord];
  const byDocument = [...Map.groupBy(records, ({ documentId }) => documentId).values()];
  const rows = openRows(cut);
  const lengths = new Map(records.map((record) => [record, addText(rows, record.text)]));
  const inOrder = byDocument.flat();
  return {
    id,
    name,
    cut,
    length: rows.length,
    rows: placesInRows(rows).map(packPlaces),
    documents: byDocument.map((own) =>
      documentOf(
        own,
        own.map((record) => lengths.get(record) as number),
      ),
    ),
    issuers: [...new Set(records.flatMap(({ issuer }) => issuer ?? []))],
    responsible: numbersOf(inOrder.map((record) => record.responsible)),
    people: numbersOf(inOrder.map((record) => record.people)),
  };
}

function documentOf(own: readonly SearchRecord[], lengths: readonly number[]): VolumeDocument {
  const [{ title, page: path, issuer }] = own as [SearchRecord];
  const places = own.map(
    ({ url, place, date }): PlaceRow => [
      url.startsWith(path) ? url.slice(path.length) : url,
      place,
      date ?? "",
    ],
  );
  const list: PlaceList = { title, path, records: places };
  const texts: string[] = [];
  for (let from = 0; from < own.length; from += TEXTS_IN_FILE) {
    const some: Texts = own.slice(from, from + TEXTS_IN_FILE).map(({ text }) => text);
    texts.push(JSON.stringify(some));
  }
  return {
    issuer,
    date: dateNumber(own),
    records: own.length,
    words: lengths.reduce((sum, length) => sum + length, 0),
    ledger: encodeLedger(
      own.map(({ kind }, at) => ({ length: lengths[at] as number, kind: KINDS.indexOf(kind) })),
    ),
    places: JSON.stringify(list),
    texts,
  };
}

function dateNumber(records: readonly SearchRecord[]): number {
  const dates = records.map(({ date }) => Number((date ?? "").replaceAll("-", "")));
  return Math.max(0, ...dates);
}

/** For each name the numbers of those who have it. */
function numbersOf(namesOfEach: readonly string[][]): Map<string, number[]> {
  const numbers = new Map<string, number[]>();
  for (const [number, names] of namesOfEach.entries())
    for (const name of new Set(names)) {
      const own = numbers.get(name);
      if (own === undefined) numbers.set(name, [number]);
      else own.push(number);
    }
  return numbers;
}
