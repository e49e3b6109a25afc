/** Counting facts: how many were asked of each kind, how many were right, and examples of what was wrong. */

export interface Example {
  seed: number;
  /** The document, table or line it was asked of. */
  where: string;
  expected: string;
  got: string;
}

export interface Count {
  asked: number;
  right: number;
  wrong: Example[];
}

export type Score = Record<string, Count>;

/** Where the facts of one gazette are counted. */
export interface Tally {
  seed: number;
  score: Score;
}

const shown = (value: unknown): string =>
  typeof value === "string" ? value : (JSON.stringify(value) ?? "undefined");

/** The count of a kind, begun if it was not. */
function countOf(score: Score, kind: string): Count {
  const count = score[kind] ?? { asked: 0, right: 0, wrong: [] };
  score[kind] = count;
  return count;
}

/** Counts one fact. */
export function note(
  { seed, score }: Tally,
  kind: string,
  right: boolean,
  where: string,
  expected: unknown,
  got: unknown,
): void {
  const count = countOf(score, kind);
  count.asked++;
  if (right) count.right++;
  else count.wrong.push({ seed, where, expected: shown(expected), got: shown(got) });
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};

/** Counts one fact that is right where both say the same. */
export const same = (tally: Tally, kind: string, where: string, expected: unknown, got: unknown): void =>
  note(tally, kind, JSON.stringify(sorted(expected)) === JSON.stringify(sorted(got)), where, expected, got);

/** Without blanks of any kind: where the contract leaves open which blanks are layout. */
export const squeeze = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : text.replace(/[\s\u3000\u200b\u00a0]/gu, "");

/** Adds one score to another. */
export function add(total: Score, more: Score): void {
  for (const [kind, { asked, right, wrong }] of Object.entries(more)) {
    const count = countOf(total, kind);
    count.asked += asked;
    count.right += right;
    count.wrong.push(...wrong);
  }
}
