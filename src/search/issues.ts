/** All that the written search has of an issue, whatever other issues there are: it may be kept while the issue stays. */
import type { NameRow } from "./layout.ts";
import { collectNames, printedVariants } from "./names.ts";
import type { SearchRecord } from "./records.ts";
import { charactersOf, cutFor, type Volume, volumesOf } from "./volume.ts";

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
  const own = Map.groupBy(records, ({ issue }) => issue);
  return volumesOf(records, cut).map((volume) => {
    const printed = own.get(volume.id) ?? [];
    return { volume, names: collectNames(printed), variants: printedVariants(printed) };
  });
}
