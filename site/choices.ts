/** The choices of a filter: each value once with how often it stands in the list. */

export type Choice = { value: string; text: string; count: number };
export type Filter = {
  name: string;
  label: string;
  options: Choice[];
  /** The filter whose choice this one looks for in another of an item's lists: by its value's name. */
  narrows?: string;
};

/** The most frequent first. */
export function choices(values: string[], say: (value: string) => string = (value) => value): Choice[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, text: say(value), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** Years, months, issues: the latest first. */
export function latestFirst(options: Choice[]): Choice[] {
  return options.toSorted((a, b) => (a.value > b.value ? -1 : 1));
}
