/** Names and titles for what was typed: as it goes on, by the initials of its pinyin, or nearest to it. */
import type { NameRow } from "./layout.ts";
import { normalise } from "./normalise.ts";

/** Names that begin with what was typed, then those that hold it, then those whose pinyin begins so. */
export function completions(names: NameRow[], typed: string, most = 8): NameRow[] {
  const start = normalise(typed);
  if (start === "") return [];
  const ranked = names.flatMap((row) => {
    const rank = completionRank(row, start);
    return rank === null ? [] : [{ row, rank }];
  });
  return ranked
    .toSorted((a, b) => a.rank - b.rank || a.row[0].length - b.row[0].length)
    .slice(0, most)
    .map(({ row }) => row);
}

/** Names are asked for with every key: each is read once. */
const normals = new WeakMap<NameRow, string>();

function normalOf(row: NameRow): string {
  const known = normals.get(row) ?? normalise(row[0]);
  normals.set(row, known);
  return known;
}

function completionRank(row: NameRow, start: string): number | null {
  const normal = normalOf(row);
  const [, initials] = row;
  if (normal.startsWith(start)) return 0;
  if (normal.includes(start)) return 1;
  if (!/^[a-z]{2,}$/u.test(start)) return null;
  if (initials === start) return 2;
  return initials.startsWith(start) ? 3 : null;
}

/** Names whose pinyin has these initials: all of them, or else those that begin so. */
export function namesByInitials(names: NameRow[], typed: string, most = 5): string[] {
  const letters = normalise(typed);
  if (!/^[a-z]{2,}$/u.test(letters)) return [];
  const whole = names.filter(([, initials]) => initials === letters);
  const begun = names.filter(([, initials]) => initials.startsWith(letters));
  return (whole.length > 0 ? whole : begun).slice(0, most).map(([name]) => name);
}

/** 您是不是要找: names that differ in a character or two, titles that share most of their pairs of characters. */
export function nearestNames(names: NameRow[], typed: string, most = 3): string[] {
  const text = normalise(typed);
  const length = [...text].length;
  if (length < 2) return [];
  const allowed = length < 5 ? 1 : 2;
  const scored = names.flatMap(([name]) => {
    const normal = normalise(name);
    if (normal === text) return [];
    const size = [...normal].length;
    const distance =
      Math.abs(size - length) <= allowed ? editDistance([...text], [...normal]) : Number.POSITIVE_INFINITY;
    if (distance <= allowed) return [{ name, score: 1 - distance / (size + 1) }];
    if (length < 4) return [];
    const share = sharedPairs(text, normal);
    return share >= 0.6 ? [{ name, score: share * 0.6 }] : [];
  });
  return scored
    .toSorted((a, b) => b.score - a.score || a.name.length - b.name.length)
    .slice(0, most)
    .map(({ name }) => name);
}

/** Characters to put in, take out or change. */
export function editDistance(a: string[], b: string[]): number {
  let row = b.map((_, at) => at + 1);
  for (const [i, one] of a.entries()) {
    let corner = i;
    let left = i + 1;
    row = row.map((above, at) => {
      const value = Math.min(above + 1, left + 1, corner + Number(one !== b[at]));
      corner = above;
      left = value;
      return value;
    });
  }
  return row.at(-1) ?? a.length;
}

/** How many of a text's pairs of characters another holds. */
function sharedPairs(text: string, other: string): number {
  const characters = [...text];
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  return pairs.filter((pair) => other.includes(pair)).length / pairs.length;
}
