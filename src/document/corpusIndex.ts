/** Finds the document that a citation means among those known: by number first, by exact title else. */
import { comparable } from "../language/titles.ts";
import type { CitationReading } from "../reading/citations.ts";
import type { AppointmentDocument, DocumentNumber, NoticeDocument } from "./schema.ts";

/** What is known of the documents that may be cited, to look up in. */
export interface CorpusIndex {
  byNumber: Pick<ReadonlyMap<string, string>, "get">;
  /** Null where several documents carry the title. */
  byTitle: Pick<ReadonlyMap<string, string | null>, "get">;
}

/** The same while it is filled. */
export interface GrowingIndex extends CorpusIndex {
  byNumber: Map<string, string>;
  byTitle: Map<string, string | null>;
}

/** A document as others may cite it. */
export interface Citable {
  id: string;
  documentNumber: Omit<DocumentNumber, "text"> | null;
  titles: string[];
}

/** One of the ways to name a document; those of a citation and of the document that it means are equal. */
export interface CitationKey {
  by: "number" | "title";
  key: string;
}

/** A shorter title may be anything. */
const SHORTEST_TITLE = 6;

export const emptyIndex = (): GrowingIndex => ({ byNumber: new Map(), byTitle: new Map() });

/** A document as others may cite it: under its heading, its title, and the title of the plan that it issues. */
export function citableOf(document: NoticeDocument | AppointmentDocument): Citable {
  const { id, documentNumber: number, heading, title } = document;
  const issued = document.type === "notice" ? document.enclosure?.title : null;
  return {
    id,
    documentNumber: number && { agency: number.agency, year: number.year, serial: number.serial },
    titles: [heading, title, ...(issued ? [issued] : [])],
  };
}

/** The number without which a code says nothing: null for 第5号 of an order. */
function numberKey(number: Citable["documentNumber"]): CitationKey | null {
  if (!number?.agency) return null;
  return { by: "number", key: `${number.agency}|${number.year}|${number.serial}` };
}

/** Every way to name a document: its number where it has a code, and its titles. */
export function citableKeys({ documentNumber, titles }: Omit<Citable, "id">): CitationKey[] {
  const number = numberKey(documentNumber);
  const named = [...new Set(titles.map(comparable))]
    .filter((title) => title.length >= SHORTEST_TITLE)
    .map((key): CitationKey => ({ by: "title", key }));
  return number === null ? named : [number, ...named];
}

/** The way in which a citation names its document: by number where it gives one with a code, else by title. */
export function citationKey({
  documentNumber,
  title,
}: Pick<CitationReading, "documentNumber" | "title">): CitationKey | null {
  return numberKey(documentNumber) ?? (title === null ? null : { by: "title", key: comparable(title) });
}

/** Adds a document; the first with a number keeps it. */
export function addToIndex(index: GrowingIndex, { id, ...named }: Citable): void {
  for (const { by, key } of citableKeys(named)) {
    if (by === "number") {
      if (!index.byNumber.has(key)) index.byNumber.set(key, id);
    } else {
      const known = index.byTitle.get(key);
      index.byTitle.set(key, known === undefined || known === id ? id : null);
    }
  }
}

/** The id of the document that a citation means, as an index knows it, or null. */
export function resolveCitation(index: CorpusIndex, citation: CitationReading): string | null {
  const named = citationKey(citation);
  return named && ((named.by === "number" ? index.byNumber : index.byTitle).get(named.key) ?? null);
}

/** What the reading of one issue looked up, with the answers: with the same answers it would read the same. */
export interface Lookups {
  byNumber: Map<string, string | undefined>;
  byTitle: Map<string, string | null | undefined>;
}

export const noLookups = (): Lookups => ({ byNumber: new Map(), byTitle: new Map() });

/** An index that notes what is looked up in it. */
export function noting(index: CorpusIndex, { byNumber, byTitle }: Lookups): CorpusIndex {
  const noted = <Answer>(from: { get: (key: string) => Answer }, notes: Map<string, Answer>) => ({
    get: (key: string): Answer => {
      const answer = from.get(key);
      notes.set(key, answer);
      return answer;
    },
  });
  return { byNumber: noted(index.byNumber, byNumber), byTitle: noted(index.byTitle, byTitle) };
}

/** True where an index answers as before. */
export function answersAlike(index: CorpusIndex, { byNumber, byTitle }: Lookups): boolean {
  return (
    [...byNumber].every(([key, answer]) => index.byNumber.get(key) === answer) &&
    [...byTitle].every(([key, answer]) => index.byTitle.get(key) === answer)
  );
}
