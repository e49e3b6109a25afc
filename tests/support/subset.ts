/** Partial matching: only the facts that an expectation names are compared. */

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * What of `actual` the expectation speaks of: the same keys of objects, every element of arrays (a missing or
 * extra one shows), other values as they are. A fact holds where this equals the expectation.
 */
export function facts(actual: unknown, expected: unknown): unknown {
  if (Array.isArray(expected) && Array.isArray(actual))
    return actual.map((item, index) => (index < expected.length ? facts(item, expected[index]) : item));
  if (isRecord(expected) && isRecord(actual))
    return Object.fromEntries(Object.keys(expected).map((key) => [key, facts(actual[key], expected[key])]));
  return actual;
}
