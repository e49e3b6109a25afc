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
  /** By the low bits of a character's code, 1 where a name may begin so. Most characters are asked. */
  opens: Uint8Array;
  /** By the codes of the first and the second character. */
  lists: Map<number, Map<number, { kind: NameKind; name: string }[]>>;
}

/** The low bits that {@link Lexicon.opens} goes by. */
const LOW = 0x7ff;

/** Builds a lexicon; a name given twice keeps its first kind. */
export function buildLexicon(names: Iterable<readonly [NameKind, string]>): Lexicon {
  const lexicon: Lexicon = { opens: new Uint8Array(LOW + 1), lists: new Map() };
  const { opens, lists } = lexicon;
  const seen = new Set<string>();
  for (const [kind, name] of names) {
    if (name.length < 2 || seen.has(name)) continue;
    seen.add(name);
    const first = name.charCodeAt(0);
    opens[first & LOW] = 1;
    const bySecond = lists.get(first) ?? new Map<number, { kind: NameKind; name: string }[]>();
    lists.set(first, bySecond);
    const list = bySecond.get(name.charCodeAt(1));
    if (list) list.push({ kind, name });
    else bySecond.set(name.charCodeAt(1), [{ kind, name }]);
  }
  for (const bySecond of lists.values())
    for (const list of bySecond.values()) list.sort((a, b) => b.name.length - a.name.length);
  return lexicon;
}

/** Adds every name of the lexicon in a text to what was found there, the longest at each place, not overlapping. */
export function addNames(text: string, lexicon: Lexicon, hits: (NameHit | { kind: string })[]): void {
  const { opens, lists } = lexicon;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (opens[code & LOW] === 0) continue;
    const list = lists.get(code)?.get(text.charCodeAt(at + 1));
    if (list === undefined) continue;
    for (const { kind, name } of list) {
      if (!text.startsWith(name, at)) continue;
      hits.push({ kind, start: at, end: at + name.length, name });
      at += name.length - 1;
      break;
    }
  }
}
