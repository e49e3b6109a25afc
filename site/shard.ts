/**
 * Which pages this build makes. `GONGBAO_SHARD` as `2/4` makes it the second of four parts: the pages of a run of years.
 * The first also makes what is of no single issue, and the data files. Every part reads all documents, so that each
 * page is what it is in a build of the whole.
 */
import { issueIds } from "./documents.ts";

const [part = 1, parts = 1] = (process.env.GONGBAO_SHARD ?? "1/1").split("/").map(Number);

/** Whether this part makes what is of no single issue. */
export const makesShared = part === 1;

/** The pages to make of those that are of no single issue. */
export const shared = <Page>(pages: Page[]): Page[] => (makesShared ? pages : []);

/** Those that are of issues whose pages this part makes. */
export function ofOurIssues<Item>(items: Item[], issueOf: (item: Item) => string): Item[] {
  if (parts === 1) return items;
  const ours = ourYears();
  return items.filter((item) => ours.has(yearOf(issueOf(item))));
}

const yearOf = (issue: string): string => issue.slice(0, 4);

/** Years in a row that hold as near to an equal share of the issues as years can. */
function ourYears(): Set<string> {
  const years = issueIds().map(yearOf);
  return new Set(
    [...new Set(years)].filter(
      (year) => Math.floor((years.indexOf(year) * parts) / years.length) + 1 === part,
    ),
  );
}
