/** All that the written search has of an issue, whatever other issues there are: it may be kept while the issue stays. */
import type { NameRow } from "./layout.ts";
import { collectNames, printedVariants } from "./names.ts";
import type { SearchRecord } from "./records.ts";
import { charactersOf, cutFor, type Volume, volumeOf } from "./volume.ts";

export type SearchIssue = {
  volume: Volume;
  names: NameRow[];
  /** Numbers of traditional characters, see {@link printedVariants}. */
  variants: number[];
};

/** The issues of records; those of an issue stand together. */
export function searchIssues(
  records: readonly SearchRecord[],
  cut = cutFor(charactersOf(records)),
): SearchIssue[] {
  return Array.from(Map.groupBy(records, ({ issue }) => issue).values(), (own) => ({
    volume: volumeOf(own, cut),
    names: collectNames(own),
    variants: printedVariants(own),
  }));
}
