/** A person's entries in the chronicle: what the person's own page has room for, and the pages that hold all where there are more. */
import { personPath } from "../src/corpus/addresses.ts";
import type { Naming } from "../src/corpus/organizations.ts";
import type { Person } from "../src/corpus/people.ts";
import { weighNaming } from "./bodyLists.ts";
import { runsThatFit } from "./listPages.ts";

/** One page of a person's entries, the `at`-th of `paths`. */
export type EntryPage = { entries: Naming[]; paths: string[]; at: number };

/** Half a page for the entries; offices, appointments and rosters have the rest. */
const ROOM = 22_000;

export function entriesThatFit({ entries }: Person): Naming[] {
  return runsThatFit(entries, weighNaming, ROOM)[0] ?? [];
}

export function entryPages(person: Person): EntryPage[] {
  if (entriesThatFit(person).length === person.entries.length) return [];
  const runs = runsThatFit(person.entries, weighNaming);
  const paths = runs.map((_, at) => entriesPath(person, at));
  return runs.map((entries, at) => ({ entries, paths, at }));
}

export function entriesPath({ slug }: Person, at = 0): string {
  return `${personPath(slug)}entries/${at === 0 ? "" : `${at + 1}/`}`;
}
