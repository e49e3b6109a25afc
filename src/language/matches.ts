/** All matches of a pattern, as `matchAll` gives them, without the copy of the pattern that it makes at each call. */

/**
 * The matches of a global pattern in a text, in order.
 * @param pattern global, and never matching nothing; nobody else may be in the middle of a search with it.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) matches.push(match);
  return matches;
}
