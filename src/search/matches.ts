/** Sets of records: for each document the numbers of its records, ascending. */

export type Matches = Map<number, number[]>;

export function countOf(matches: Matches): number {
  let count = 0;
  for (const records of matches.values()) count += records.length;
  return count;
}

/** Records that stand in all of them. */
export function inAll(sets: Matches[]): Matches {
  const [first = new Map<number, number[]>(), ...others] = sets;
  return others.reduce((left, right) => keep(left, right, true), first);
}

/** Records of the first that do not stand in the second. */
export function without(left: Matches, right: Matches): Matches {
  return keep(left, right, false);
}

function keep(left: Matches, right: Matches, shared: boolean): Matches {
  const kept: Matches = new Map();
  for (const [document, records] of left) {
    const others = new Set(right.get(document));
    const rest = records.filter((record) => others.has(record) === shared);
    if (rest.length > 0) kept.set(document, rest);
  }
  return kept;
}

/** Records that stand in at least one of them. */
export function inAny(sets: Matches[]): Matches {
  return inMost(sets, 1);
}

/** Records that stand in at least so many of them. */
export function inMost(sets: Matches[], least: number): Matches {
  const kept: Matches = new Map();
  for (const document of new Set(sets.flatMap((set) => [...set.keys()]))) {
    const counts = new Map<number, number>();
    for (const set of sets)
      for (const record of set.get(document) ?? []) counts.set(record, (counts.get(record) ?? 0) + 1);
    const records = [...counts].flatMap(([record, count]) => (count >= least ? [record] : []));
    if (records.length > 0)
      kept.set(
        document,
        records.sort((a, b) => a - b),
      );
  }
  return kept;
}
