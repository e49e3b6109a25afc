/** Opens pages as readers do, and remembers what went wrong on the way. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** The display switches, as the site keeps them. */
export type Switches = { large?: boolean; contrast?: boolean; dark?: boolean };
export type Visit = { page: Page; wrong: string[]; shift: () => Promise<number> };
type Watched = typeof globalThis & { shifted?: number };

/** A page in a context of its own; `wrong` gathers console errors, refused styles and scripts, requests to elsewhere. */
export async function openPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
  switches: Switches = {},
): Promise<Visit> {
  const context = await browser.newContext(options);
  await context.addInitScript(watchShifts);
  await context.addInitScript((kept) => {
    if (kept !== "{}") localStorage.setItem("display", kept);
  }, JSON.stringify(switches));
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) wrong.push(`request to ${request.url()}`);
  });
  return { page, wrong, shift: () => page.evaluate(() => (globalThis as Watched).shifted ?? 0) };
}

function watchShifts(): void {
  const watched = globalThis as Watched;
  watched.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value } = entry as PerformanceEntry & { value: number };
      watched.shifted = (watched.shifted ?? 0) + value;
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** Loads a page; the search page is there once its search is done. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: "load" });
  if (new URL(address).pathname.endsWith("/search/"))
    await page.waitForFunction(() => document.documentElement.dataset.search === "done");
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
let source: Promise<string> | undefined;

/** What axe finds against WCAG 2.2 A and AA and its best practices. */
export async function axeViolations(page: Page): Promise<string[]> {
  source ??= readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
  await page.evaluate(await source);
  return page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }, TAGS);
}

/** How far a page can be scrolled sideways: never, is the answer wanted. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}
