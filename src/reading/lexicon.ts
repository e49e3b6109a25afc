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

/** Names in lists by their first two characters, the longest first. */
export interface Lexicon {
  /** By the code of a character, 1 + the index of its lists; 0 where no name begins so. Most characters are asked. */
  listOf: Uint16Array;
  /** By the code of the second character. */
  lists: Map<number, { kind: NameKind; name: string }[]>[];
}

/** Builds a lexicon; a name given twice keeps its first kind. */
export function buildLexicon(names: Iterable<readonly [NameKind, string]>): Lexicon {
  const lexicon: Lexicon = { listOf: new Uint16Array(0x10000), lists: [] };
  const { listOf, lists } = lexicon;
  const seen = new Set<string>();
  for (const [kind, name] of names) {
    if (name.length < 2 || seen.has(name)) continue;
    seen.add(name);
    const first = name.charCodeAt(0);
    if (listOf[first] === 0) listOf[first] = lists.push(new Map());
    const bySecond = lists[(listOf[first] as number) - 1] as Lexicon["lists"][number];
    const list = bySecond.get(name.charCodeAt(1));
    if (list) list.push({ kind, name });
    else bySecond.set(name.charCodeAt(1), [{ kind, name }]);
  }
  for (const bySecond of lists)
    for (const list of bySecond.values()) list.sort((a, b) => b.name.length - a.name.length);
  return lexicon;
}

/** Adds every name of the lexicon in a text to what was found there, the longest at each place, not overlapping. */
export function addNames(text: string, lexicon: Lexicon, hits: (NameHit | { kind: string })[]): void {
  const { listOf, lists } = lexicon;
  for (let at = 0; at < text.length; at++) {
    const index = listOf[text.charCodeAt(at)] as number;
    if (index === 0) continue;
    const list = (lists[index - 1] as Lexicon["lists"][number]).get(text.charCodeAt(at + 1));
    if (list === undefined) continue;
    for (const { kind, name } of list) {
      if (!text.startsWith(name, at)) continue;
      hits.push({ kind, start: at, end: at + name.length, name });
      at += name.length - 1;
      break;
    }
  }
}
