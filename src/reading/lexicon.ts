/** Names known in an issue, found again wherever its texts print them. */

/** What a name is of. */
export type NameKind = "organization" | "person";

/** A name found in a text, by offsets. */
export interface NameHit {
  kind: NameKind;
  start: number;
  end: number;
  name: string;
}

/** Names by the code of their first character, the longest first. */
export type Lexicon = ReadonlyMap<number, readonly { kind: NameKind; name: string }[]>;

/** Builds a lexicon; a name given twice keeps its first kind. */
export function buildLexicon(names: Iterable<readonly [NameKind, string]>): Lexicon {
  const lexicon = new Map<number, { kind: NameKind; name: string }[]>();
  const seen = new Set<string>();
  for (const [kind, name] of names) {
    if (name.length < 2 || seen.has(name)) continue;
    seen.add(name);
    const first = name.charCodeAt(0);
    const list = lexicon.get(first) ?? [];
    list.push({ kind, name });
    lexicon.set(first, list);
  }
  for (const list of lexicon.values()) list.sort((a, b) => b.name.length - a.name.length);
  return lexicon;
}

/** Every name of the lexicon in a text, the longest at each place, not overlapping. */
export function findNames(text: string, lexicon: Lexicon): NameHit[] {
  const hits: NameHit[] = [];
  for (let at = 0; at < text.length; at++) {
    const candidates = lexicon.get(text.charCodeAt(at));
    if (candidates === undefined) continue;
    for (const { kind, name } of candidates) {
      if (!text.startsWith(name, at)) continue;
      hits.push({ kind, start: at, end: at + name.length, name });
      at += name.length - 1;
      break;
    }
  }
  return hits;
}
