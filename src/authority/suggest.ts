/** Names that a gazette's documents carry and the authority does not know, with the nearest that it knows. */

import { BODY_ENDING, LEVEL } from "../terms/organizations.ts";
import { type Authority, canonicalName } from "./authority.ts";
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

const ENDING = new RegExp(`${BODY_ENDING}$`);

/** What tells a body from others, its level and ending aside: 审批服务管理 of 县审批服务管理局. */
export function coreOfBody(name: string): string {
  const core = name.replace(LEVEL, "").replace(ENDING, "");
  return core.length >= 2 ? core : name;
}

/** The unknown among names, the most frequent first; names are compared by their cores. */
export function suggest(
  seen: readonly Seen[],
  authority: Authority,
  coreOf: (name: string) => string = (name) => name,
): Suggestion[] {
  const { byName } = authority;
  const cores = new Map<string, string>();
  for (const name of byName.keys()) if (!cores.has(coreOf(name))) cores.set(coreOf(name), name);
  return seen
    .filter(({ name }) => !byName.has(name))
    .sort((a, b) => b.places - a.places || (a.name < b.name ? -1 : 1))
    .map((one) => {
      const core = nearest(coreOf(one.name), cores.keys());
      const by = core === null ? null : (cores.get(core) as string);
      return { ...one, by, near: by === null ? null : canonicalName(authority, by) };
    });
}
