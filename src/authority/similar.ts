/** How alike two names are, and the nearest of many. */

/** The fewest characters to add, drop or change that make one text of another. */
export function editDistance(from: string, to: string): number {
  const a = [...from];
  const b = [...to];
  let row = b.map((_, index) => index + 1);
  a.forEach((left, i) => {
    let diagonal = i;
    let last = i + 1;
    row = b.map((right, j) => {
      const above = row[j] as number;
      last = Math.min(above + 1, last + 1, diagonal + (left === right ? 0 : 1));
      diagonal = above;
      return last;
    });
  });
  return row.at(-1) ?? a.length;
}

/** The length of the longest common subsequence: characters that a short form took over in their order. */
export function sharedInOrder(from: string, to: string): number {
  const b = [...to];
  let row: number[] = b.map(() => 0);
  for (const left of from) {
    let diagonal = 0;
    let last = 0;
    row = b.map((right, j) => {
      const above = row[j] as number;
      last = left === right ? diagonal + 1 : Math.max(above, last);
      diagonal = above;
      return last;
    });
  }
  return row.at(-1) ?? 0;
}

/**
 * Likeness from 0 to 1. A Chinese short form drops characters and keeps the order of the rest (县审批服务管理局,
 * 县审批局), so that what matters is how much of the shorter name the longer one holds; names of like length
 * (县教体局, 县教育局) are compared by what must be changed.
 */
export function likeness(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return 0;
  const held = sharedInOrder(short, long) / short.length;
  const kept = 1 - editDistance(a, b) / long.length;
  return held === 1 && short.length >= 2 && short.length * 3 >= long.length
    ? Math.max(kept, 0.7 + 0.3 * (short.length / long.length))
    : kept;
}

/** The known name nearest to one, if any is near: at least `least` alike. */
export function nearest(name: string, known: Iterable<string>, least = 0.6): string | null {
  let best: string | null = null;
  let most = least;
  for (const one of known) {
    const now = likeness(name, one);
    if (now < most || (now === most && best !== null)) continue;
    best = one;
    most = now;
  }
  return best;
}
