/** Where colons stand: most lines have none, and no label without one. */

const WIDE = 0xff1a;
const NARROW = 0x3a;

/** The first colon among the first `limit` characters of a text, of either width; -1 where there is none. */
export function colonWithin(text: string, limit: number): number {
  return nextColon(text, 0, Math.min(limit, text.length));
}

/** The first colon of a text between two places, of either width; -1 where there is none. */
export function nextColon(text: string, from: number, to = text.length): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === WIDE || code === NARROW) return at;
  }
  return -1;
}

/** True where a text has a colon of either width. */
export const hasColon = (text: string): boolean => text.includes("：") || text.includes(":");
