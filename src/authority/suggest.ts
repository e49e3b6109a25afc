/** Names that a gazette's documents carry and the authority does not know, with the nearest that it knows. */
import type { Authority } from "./authority.ts";
import { nearest } from "./similar.ts";

/** A name seen in documents, and in how many places. */
export interface Seen {
  name: string;
  places: number;
}

/** An unknown name; `near` is the canonical name that it most likely means, and `by` the form that it is near to. */
export interface Suggestion extends Seen {
  near: string | null;
  by: string | null;
}

/** The unknown among names, the most frequent first. */
export function suggest(seen: readonly Seen[], { byName }: Authority): Suggestion[] {
  return seen
    .filter(({ name }) => !byName.has(name))
    .sort((a, b) => b.places - a.places || (a.name < b.name ? -1 : 1))
    .map((one) => {
      const by = nearest(one.name, byName.keys());
      return { ...one, by, near: by === null ? null : (byName.get(by)?.name ?? null) };
    });
}
