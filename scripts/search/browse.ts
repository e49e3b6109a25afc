/** Asks the search page of a built site in a real browser, as a reader would. */
import type { Browser, Page } from "playwright-core";

/** What the page answered: the number it says, whether the hits are exact, the hits it lists. */
export type Answered = { count: number; exact: boolean; hits: string[]; milliseconds: number };

export const searchAddress = (origin: string, query: string): string =>
  `${origin}/search/?q=${encodeURIComponent(query)}`;

/** Opens the search page with a query and waits until it has finished. */
export async function openSearchPage(browser: Browser, origin: string, query: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(searchAddress(origin, query));
  await page.waitForFunction(() => document.documentElement.dataset.search === "done");
  return page;
}

/** Goes from query to query through the page's address, as the back button does. */
export async function ask(page: Page, queries: string[]): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (let from = 0; from < queries.length; from += 200)
    answers.push(...(await page.evaluate(askInPage, queries.slice(from, from + 200))));
  return answers;
}

async function askInPage(queries: string[]): Promise<Answered[]> {
  const root = document.documentElement;
  const answers: Answered[] = [];
  for (const query of queries) {
    history.pushState(null, "", `?q=${encodeURIComponent(query)}`);
    const start = performance.now();
    dispatchEvent(new PopStateEvent("popstate"));
    while (root.dataset.search !== "done") await new Promise((resolve) => setTimeout(resolve));
    answers.push({
      count: Number(document.querySelector("[data-hit-count]")?.textContent),
      exact: document.querySelector<HTMLElement>("[data-search-page]")?.dataset.way === undefined,
      hits: [...document.querySelectorAll("a[data-hit]")].map((hit) => hit.getAttribute("href") ?? ""),
      milliseconds: performance.now() - start,
    });
  }
  return answers;
}

/** Milliseconds without a request after which nothing more comes. */
const QUIET = 500;

/** Bytes that come over the wire while something is done and what it set going; compressed, without headers. */
export async function weigh(
  browser: Browser,
  act: (page: Page) => Promise<void>,
  skip: RegExp,
): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  let open = 0;
  page.on("request", () => {
    open += 1;
  });
  page.on("requestfailed", () => {
    open -= 1;
  });
  page.on("requestfinished", (request) => {
    open -= 1;
    if (!skip.test(request.url()))
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await act(page);
  for (let seen = -1; open > 0 || seen < sizes.length; ) {
    seen = sizes.length;
    await page.waitForTimeout(QUIET);
  }
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return bytes;
}
