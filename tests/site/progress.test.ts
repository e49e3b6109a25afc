import { afterEach, beforeEach, expect, test, vi } from "vitest";
import log, { beginPages, endPages, pageMade } from "../../site/progress.ts";

const told: string[] = [];
const wasTerminal = process.stderr.isTTY;

beforeEach(() => {
  told.length = 0;
  vi.useFakeTimers();
  for (const stream of [process.stderr, process.stdout])
    vi.spyOn(stream, "write").mockImplementation((text) => told.push(String(text)) > 0);
});
afterEach(() => {
  endPages();
  process.stderr.isTTY = wasTerminal;
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Makes so many pages, each in a tenth of a second. */
function make(pages: number): void {
  for (let page = 0; page < pages; page += 1) {
    vi.advanceTimersByTime(100);
    pageMade();
  }
}

test("each tenth of many pages is told with what time is left", () => {
  process.stderr.isTTY = false;
  beginPages(2000);
  make(1999);
  expect(told).toHaveLength(9);
  expect(told[0]).toBe("网页 200/2000，约剩 180 秒\n");
  make(1);
  expect(told.at(-1)).toBe("网页 2000/2000\n");
});

test("of few pages nothing is told but on a terminal, where one line stays", () => {
  process.stderr.isTTY = false;
  beginPages(50);
  make(50);
  expect(told).toEqual([]);
  process.stderr.isTTY = true;
  beginPages(50);
  make(2);
  expect(told).toEqual(["\r\u001b[K网页 1/50，约剩 5 秒", "\r\u001b[K网页 2/50，约剩 5 秒"]);
  endPages();
  expect(told.at(-1)).toBe("\r\u001b[K");
});

test("Astro's line for each page is left out, not what it warns of", () => {
  const { write } = log();
  const said = (message: string, level: "info" | "warn" | "error") =>
    write({ label: "build", level, message, newLine: true });
  said("before", "info");
  beginPages(5);
  said("a page", "info");
  said("a doubt", "warn");
  said("a fault", "error");
  endPages();
  said("after", "info");
  expect(
    told.map((line) =>
      ["before", "a page", "a doubt", "a fault", "after"].find((word) => line.includes(word)),
    ),
  ).toEqual(["before", "a doubt", "a fault", "after"]);
});
