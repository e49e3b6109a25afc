/** Where colons stand: most lines have none, and no label without one. */

import { characters, isIn } from "./characters.ts";

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

const OTHER = characters("，。、；！？（）《》“”,;!?()0123456789");

/** Which mark or digit a text has first: a colon, another, or none. */
export function firstMark(text: string): "colon" | "other" | null {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === WIDE || code === NARROW) return "colon";
    if (isIn(OTHER, code)) return "other";
  }
  return null;
}
