/** Names that a caller gives, found or answered with the nearest that there are. */
import type { Organization } from "../corpus/organizations.ts";
import type { Person } from "../corpus/people.ts";
import type { NameRow } from "../search/layout.ts";
import { initials } from "../search/names.ts";
import { completions, nearestNames } from "../search/suggest.ts";
import type { Archive } from "./archive.ts";

/** The body of a printed or canonical name, or what to ask for instead. */
export function findBody({ organizations, canonical }: Archive, name: string): Organization | string {
  return organizations.get(canonical(name)) ?? missing(name, "单位", [...organizations.keys()]);
}

export function findPerson({ people }: Archive, name: string): Person | string {
  return people.get(name) ?? missing(name, "人", [...people.keys()]);
}

function missing(name: string, kind: string, known: string[]): string {
  const rows = known.map((one): NameRow => [one, initials(one), "机构"]);
  const near = [...new Set([...completions(rows, name, 5).map(([one]) => one), ...nearestNames(rows, name)])];
  const advice =
    near.length === 0 ? "请用公报所印的名称" : `相近的有：${near.join("、")}；请用其中一个名称再问`;
  return `没有叫“${name}”的${kind}。${advice}，或用 search 查“${name}”在哪里出现。`;
}
