/** Hands the words of a query to the page that a hit opens, in this browser alone. */

export const KEPT = "search-marks";

export type Handed = { path: string; hash: string; terms: string[]; time: number };

/** Called as a hit is followed. */
export function handOver(address: string, terms: string[]): void {
  const { pathname, hash } = new URL(address, location.href);
  try {
    localStorage.setItem(KEPT, JSON.stringify({ path: pathname, hash, terms, time: Date.now() }));
  } catch {
    // Storage may be closed; the place then opens without marks.
  }
}
