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

/** A name and what it is of. */
interface KnownName {
  kind: NameKind;
  name: string;
}

/** Names in lists by their first two characters, the longest first. */
export interface Lexicon {
  /** By {@link hashOf} two characters, 1 where a name may begin so. Most pairs of a text are asked. */
  opens: Uint8Array;
  /** By the codes of the first and the second character. */
  lists: Map<number, Map<number, KnownName[]>>;
}

const HASHES = 0x1000;
/** A small number for two characters. */
const hashOf = (first: number, second: number): number => (first * 31 + second) & (HASHES - 1);

/** Builds a lexicon; a name given twice keeps its first kind. */
export function buildLexicon(names: Iterable<readonly [NameKind, string]>): Lexicon {
  const lexicon: Lexicon = { opens: new Uint8Array(HASHES), lists: new Map() };
  const { opens, lists } = lexicon;
  const seen = new Set<string>();
  for (const [kind, name] of names) {
    if (name.length < 2 || seen.has(name)) continue;
    seen.add(name);
    const first = name.charCodeAt(0);
    opens[hashOf(first, name.charCodeAt(1))] = 1;
    const bySecond = lists.get(first) ?? new Map<number, KnownName[]>();
    lists.set(first, bySecond);
    const list = bySecond.get(name.charCodeAt(1));
    if (list) list.push({ kind, name });
    else bySecond.set(name.charCodeAt(1), [{ kind, name }]);
  }
  for (const bySecond of lists.values())
    for (const list of bySecond.values()) list.sort((a, b) => b.name.length - a.name.length);
  return lexicon;
}

/** The first name of a list that stands at a place of a text. */
function nameAt(text: string, at: number, list: readonly KnownName[] = []): KnownName | undefined {
  for (const known of list) if (text.startsWith(known.name, at)) return known;
  return undefined;
}

/** Adds every name of the lexicon in a text to what was found there, the longest at each place, not overlapping. */
export function addNames(text: string, lexicon: Lexicon, hits: (NameHit | { kind: string })[]): void {
  const { opens, lists } = lexicon;
  let second = text.charCodeAt(0);
  for (let at = 0; at + 1 < text.length; at++) {
    const first = second;
    second = text.charCodeAt(at + 1);
    if (opens[hashOf(first, second)] === 0) continue;
    const known = nameAt(text, at, lists.get(first)?.get(second));
    if (known === undefined) continue;
    const { kind, name } = known;
    hits.push({ kind, start: at, end: at + name.length, name });
    at += name.length - 1;
    second = text.charCodeAt(at + 1);
  }
}
