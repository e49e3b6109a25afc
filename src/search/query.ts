/** What a reader typed, read into phrases that must occur and phrases that must not. */
import { normalise } from "./normalise.ts";

export type Query = {
  /** Phrases that a hit holds, all of them. */
  all: string[];
  /** Phrases after `-`, which a hit does not hold. */
  none: string[];
};

/** Terms stand between blanks, full-width ones too; `-词` excludes; quotation marks keep blanks together. */
export function readQuery(text: string): Query {
  const query: Query = { all: [], none: [] };
  for (const [, sign, quoted, bare] of text.matchAll(/(-?)(?:"([^"]*)"|(\S+))/gu)) {
    const term = (quoted ?? bare) as string;
    if (normalise(term) === "") continue;
    (sign === "-" ? query.none : query.all).push(term);
  }
  return query;
}
