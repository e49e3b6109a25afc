/** Finds the document that a citation means among those known: by number first, by exact title else. */
import { comparable } from "../language/titles.ts";
import type { CitationReading } from "../reading/citations.ts";

const numberKey = (agency: string | null, year: number | null, serial: number | null): string =>
  `${agency}|${year}|${serial}`;

/** What is known of the documents that may be cited. */
export interface CorpusIndex {
  byNumber: Map<string, string>;
  /** Null where several documents carry the title. */
  byTitle: Map<string, string | null>;
}

/** A document as others may cite it. */
export interface Citable {
  id: string;
  documentNumber: { agency: string | null; year: number | null; serial: number | null } | null;
  titles: string[];
}

export const emptyIndex = (): CorpusIndex => ({ byNumber: new Map(), byTitle: new Map() });

/** Adds a document; the first with a number keeps it. */
export function addToIndex(index: CorpusIndex, { id, documentNumber, titles }: Citable): void {
  if (documentNumber?.agency) {
    const key = numberKey(documentNumber.agency, documentNumber.year, documentNumber.serial);
    if (!index.byNumber.has(key)) index.byNumber.set(key, id);
  }
  for (const title of new Set(titles.map(comparable))) {
    if (title.length < 6) continue;
    const known = index.byTitle.get(title);
    index.byTitle.set(title, known === undefined || known === id ? id : null);
  }
}

/** The id of the document that a citation means, in the first of the indexes that knows one, or null. */
export function resolveCitation(
  indexes: readonly CorpusIndex[],
  { documentNumber, title }: CitationReading,
): string | null {
  if (documentNumber?.agency) {
    const key = numberKey(documentNumber.agency, documentNumber.year, documentNumber.serial);
    for (const { byNumber } of indexes) if (byNumber.has(key)) return byNumber.get(key) as string;
    return null;
  }
  if (title === null) return null;
  const key = comparable(title);
  for (const { byTitle } of indexes) {
    const found = byTitle.get(key);
    if (found != null) return found;
  }
  return null;
}
