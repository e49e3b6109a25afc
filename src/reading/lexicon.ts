/** Names known in an issue, found again wherever its texts print them. */

/** A name found in a text. */
export interface NameHit {
  start: number;
  end: number;
  name: string;
}

/** Names by their first character, the longest first. */
export type Lexicon = Map<string, { printed: string; name: string }[]>;

/** Builds a lexicon from printed forms and the names they stand for. */
export function buildLexicon(entries: Iterable<readonly [printed: string, name: string]>): Lexicon {
  const lexicon: Lexicon = new Map();
  const seen = new Set<string>();
  for (const [printed, name] of entries) {
    if (printed.length < 2 || seen.has(printed)) continue;
    seen.add(printed);
    const first = printed[0] as string;
    const list = lexicon.get(first);
    if (list) list.push({ printed, name });
    else lexicon.set(first, [{ printed, name }]);
  }
  for (const list of lexicon.values()) list.sort((a, b) => b.printed.length - a.printed.length);
  return lexicon;
}

/** Every name of the lexicon in a text, the longest at each place, not overlapping. */
export function findNames(text: string, lexicon: Lexicon): NameHit[] {
  const hits: NameHit[] = [];
  for (let at = 0; at < text.length; at++) {
    const candidates = lexicon.get(text[at] as string);
    if (candidates === undefined) continue;
    const found = candidates.find(({ printed }) => text.startsWith(printed, at));
    if (found === undefined) continue;
    hits.push({ start: at, end: at + found.printed.length, name: found.name });
    at += found.printed.length - 1;
  }
  return hits;
}
