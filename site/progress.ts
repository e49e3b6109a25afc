/**
 * How far the pages of a build are: how many are made of how many, and what time is left by the time so far. Astro's own
 * line for each page is left out meanwhile; what it warns of stays.
 */
import tell from "astro/logger/node";

/** Pages that are being made; milliseconds. */
type Making = { total: number; done: number; start: number; told: number };

// Astro loads its log from this file by itself: it has a copy of this module.
const place = globalThis as { [key: symbol]: Making | undefined };
const key = Symbol.for("gongbao.making");

/** Where there is no terminal, a line is told for each tenth of the pages, if they are this many. */
const MANY = 1000;
const PARTS = 10;
const CLEAR = "\r\u001b[K";

/** Astro's log as the settings name it. */
export default function log(...settings: Parameters<typeof tell>): ReturnType<typeof tell> {
  const destination = tell(...settings);
  return {
    ...destination,
    write: (event) => {
      if (place[key] === undefined || event.level !== "info") destination.write(event);
    },
  };
}

/** So many pages are made from now on. */
export function beginPages(total: number): void {
  place[key] = { total, done: 0, start: performance.now(), told: 0 };
}

/** One more is made. */
export function pageMade(): void {
  const making = place[key];
  if (making === undefined) return;
  making.done += 1;
  const { isTTY: isTerminal } = process.stderr;
  const part = Math.floor((making.done / making.total) * (isTerminal ? 100 : PARTS));
  if (part === making.told || (!isTerminal && making.total < MANY)) return;
  making.told = part;
  process.stderr.write(isTerminal ? `${CLEAR}${said(making)}` : `${said(making)}\n`);
}

/** All are made, or none will be any more. */
export function endPages(): void {
  if (place[key] !== undefined && process.stderr.isTTY) process.stderr.write(CLEAR);
  place[key] = undefined;
}

function said({ total, done, start }: Making): string {
  const left = Math.ceil((((performance.now() - start) / done) * (total - done)) / 1000);
  return `网页 ${done}/${total}${done < total ? `，约剩 ${left} 秒` : ""}`;
}
