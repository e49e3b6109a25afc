/** Chance that can be repeated: a seeded source of numbers, and the few ways the generator draws from it. */

/** A source of chance; the same seed gives the same draws. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** True in `share` of the draws. */
  chance(share: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Several different items, in the order drawn; fewer where there are not so many. */
  sample<T>(items: readonly T[], count: number): T[];
  /** One of the values, each as often as its weight says. */
  weighted<T>(choices: readonly (readonly [weight: number, value: T])[]): T;
}

/** mulberry32: small, fast, good enough for text. */
export function createRandom(seed: number): Random {
  let state = (seed * 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new Error("Nothing to pick from");
    return item;
  };
  const sample = <T>(items: readonly T[], count: number): T[] => {
    const rest = [...items];
    const drawn: T[] = [];
    while (drawn.length < count && rest.length > 0) {
      const [item] = rest.splice(integer(0, rest.length - 1), 1);
      if (item !== undefined) drawn.push(item);
    }
    return drawn;
  };
  const weighted = <T>(choices: readonly (readonly [weight: number, value: T])[]): T => {
    let place = next() * choices.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, value] of choices) {
      place -= weight;
      if (place < 0) return value;
    }
    return pick(choices)[1];
  };
  return { next, integer, chance: (share) => next() < share, pick, sample, weighted };
}
