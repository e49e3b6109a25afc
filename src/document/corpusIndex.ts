/** Finds the document that a citation means among those known: by number first, by exact title else. */
import { comparable } from "../language/titles.ts";
import type { CitationReading } from "../reading/citations.ts";

const numberKey = (agency: string | null, year: number | null, serial: number | null): string =>
  `${agency}|${year}|${serial}`;

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
  documentNumber: { agency: string | null; year: number | null; serial: number | null } | null;
  titles: string[];
}

export const emptyIndex = (): GrowingIndex => ({ byNumber: new Map(), byTitle: new Map() });

/** Adds a document; the first with a number keeps it. */
export function addToIndex(index: GrowingIndex, { id, documentNumber, titles }: Citable): void {
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
    for (const { byNumber } of indexes) {
      const found = byNumber.get(key);
      if (found !== undefined) return found;
    }
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
