/** `npm run bench:search`: what the search finds, how fast and at what weight, beside the engine as it comes. */
import { cp, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { buildSite } from "../site/build.ts";
import { searchIssues } from "../src/search/issues.ts";
import { ENGINE_FOLDER, FILES_FOLDER } from "../src/search/layout.ts";
import type { SearchRecord } from "../src/search/records.ts";
import { writeSearch } from "../src/search/write.ts";
import { serve } from "./audit/serve.ts";
import { launchBrowser } from "./browser.ts";
import { ask, openSearchPage, searchAddress, weigh } from "./search/browse.ts";
import { addresses, endEngine, indexAsItComes } from "./search/default.ts";
import { drawQueries, plainSearch, readRecords } from "./search/truth.ts";

const MANY_RECORDS = 5000;
const MANY_ISSUES = 100;
const QUERIES = 2400;

/** Queries of different weight: rare, common, a number, a name. */
const TYPICAL = ["农药包装废弃物", "平政发〔2021〕56号", "寇学文", "工作", "0952-6095358", "优化营商环境"];

/** The page itself and its looks, which a reader has before searching. */
const PAGE_ITSELF = /\/search\/(?:\?|$)|\.css$|preferences\.js|favicon/;

const folder = await mkdtemp(path.join(tmpdir(), "gongbao-bench-"));
const within = (...names: string[]) => path.join(folder, ...names);
async function reportIndexing(records: SearchRecord[]): Promise<void> {
  const many = replicated(records, Math.ceil(MANY_RECORDS / records.length)).slice(0, MANY_RECORDS);

  // In turns, and the best of three: what else the machine does then weighs on both alike.
  const [own, plain] = await inTurns(
    () => writeSearch(searchIssues(many), within("many")),
    () => indexAsItComes(many, within("many-default")),
  );
  row("", "this search", "Pagefind's default");
  row(
    `indexing ${MANY_RECORDS} records`,
    seconds(own),
    `${seconds(plain)} (ratio ${(own / plain).toFixed(2)})`,
  );
  row(
    "index on disk",
    kilobytes(
      (await sizeOf(within("many", ENGINE_FOLDER, "index"))) + (await sizeOf(within("many", FILES_FOLDER))),
    ),
    kilobytes(
      (await sizeOf(within("many-default", "index"))) + (await sizeOf(within("many-default", "fragment"))),
    ),
  );
}

async function reportSearching(records: SearchRecord[]): Promise<void> {
  await buildSite({ out: within("one") });
  await indexAsItComes(records, within("one", "default"));
  await endEngine();
  const site = await serve(within("one"));
  await exactness(site.origin, records);
  for (const query of TYPICAL) {
    const weight = await weighFirst(browser, site.origin, query);
    const other = await weighDefault(browser, site.origin, query);
    row(`first “${query}”, one issue`, kilobytes(weight), kilobytes(other));
  }
  await site.close();

  await cp(within("one"), within("hundred"), { recursive: true });
  for (const name of [ENGINE_FOLDER, FILES_FOLDER]) await rm(within("hundred", name), { recursive: true });
  const hundred = replicated(records, MANY_ISSUES);
  const long = await timed(() => writeSearch(searchIssues(hundred), within("hundred")));
  row(`indexing ${hundred.length} records`, seconds(long), "–");
  const archive = await serve(within("hundred"));
  for (const query of TYPICAL)
    row(
      `first “${query}”, ${MANY_ISSUES} issues`,
      kilobytes(await weighFirst(browser, archive.origin, query)),
      "–",
    );
  await sameManyTimes(archive.origin, records);
  await latency(browser, archive.origin);
  await archive.close();
}

/** The same records under other issues, newest first. */
function replicated(records: SearchRecord[], times: number): SearchRecord[] {
  return Array.from({ length: times }, (_, copy) => {
    const year = String(2021 - Math.floor(copy / 4));
    const issue = `${year}-${String(4 - (copy % 4)).padStart(2, "0")}`;
    return records.map((record) => ({
      ...record,
      url: record.url.replace(record.issue, issue),
      page: record.page.replace(record.issue, issue),
      documentId: record.documentId.replace(record.issue, issue),
      date: record.date?.replace(record.year, year) ?? null,
      year,
      issue,
      issueName: `${year}年第${4 - (copy % 4)}期`,
    }));
  }).flat();
}

async function exactness(origin: string, records: SearchRecord[]): Promise<void> {
  const truth = plainSearch(records);
  const names = [...new Set(records.flatMap(({ people, responsible }) => [...people, ...responsible]))];
  const queries = drawQueries(records, names, QUERIES).filter((query) => truth(query).length > 0);
  const page = await openSearchPage(browser, origin, queries[0] as string);
  const found = await ask(page, queries);
  await page.close();
  const own = { found: 0, right: 0, wanted: 0 };
  let same = 0;
  for (const [at, query] of queries.entries()) {
    const wanted = new Set(truth(query));
    const { count, exact, hits } = found[at] as (typeof found)[number];
    // What is not listed at once is counted: a number too high or too low counts as wrong or missing.
    const wrong = exact ? hits.filter((hit) => !wanted.has(hit)).length : count;
    const right = Math.min(count - wrong, wanted.size);
    own.found += count;
    own.right += right;
    own.wanted += wanted.size;
    if (right === wanted.size && count === wanted.size) same += 1;
  }
  const byUrl = await addresses(path.join(folder, "one", "default"));
  const asTyped = await scoreDefault(origin, queries, byUrl, truth, (query) => query);
  const quoted = await scoreDefault(origin, queries, byUrl, truth, (query) => `"${query}"`);
  row(
    `recall over ${queries.length} queries`,
    (own.right / own.wanted).toFixed(3),
    `${asTyped.recall} (quoted ${quoted.recall})`,
  );
  row("precision", (own.right / own.found).toFixed(3), `${asTyped.precision} (quoted ${quoted.precision})`);
  row("queries answered exactly", `${same} of ${queries.length}`, `${asTyped.same} (quoted ${quoted.same})`);
  const times = found.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  row("time of an answer, one issue", `${at(times, 0.5)} / ${at(times, 0.95)} ms (median / 95 %)`, "–");
}

/** The large gazette is stored by pairs: a query is found there as often as in one issue, times the issues. */
async function sameManyTimes(origin: string, records: SearchRecord[]): Promise<void> {
  const truth = plainSearch(records);
  const queries = drawQueries(records, [], 200).filter((query) => truth(query).length > 0);
  const page = await openSearchPage(browser, origin, queries[0] as string);
  const found = await ask(page, queries);
  await page.close();
  const same = queries.filter((query, at) => found[at]?.count === truth(query).length * MANY_ISSUES).length;
  row(`counted exactly, ${MANY_ISSUES} issues`, `${same} of ${queries.length}`, "–");
}

async function scoreDefault(
  origin: string,
  queries: string[],
  byUrl: Record<string, string>,
  truth: (query: string) => string[],
  typed: (query: string) => string,
) {
  const page = await browser.newPage();
  await page.goto(`${origin}/search/`);
  const found = await page.evaluate(
    async ([address, typedQueries]) => {
      const engine = await import(address as string);
      const all: string[][] = [];
      for (const query of typedQueries as string[]) {
        const { results } = (await engine.search(query)) as { results: { id: string }[] };
        all.push(results.map(({ id }) => id));
      }
      return all;
    },
    ["/default/pagefind.js", queries.map(typed)] as const,
  );
  await page.close();
  let [right, returned, wanted, same] = [0, 0, 0, 0];
  for (const [index, query] of queries.entries()) {
    const expected = new Set(truth(query));
    const got = (found[index] as string[]).map((id) => byUrl[id] as string);
    const good = got.filter((url) => expected.has(url)).length;
    right += good;
    returned += got.length;
    wanted += expected.size;
    if (good === expected.size && got.length === expected.size) same += 1;
  }
  return { recall: (right / wanted).toFixed(3), precision: (right / returned).toFixed(3), same };
}

function weighFirst(browser: Browser, origin: string, query: string): Promise<number> {
  return weigh(
    browser,
    async (page) => {
      await page.goto(searchAddress(origin, query));
      await page.waitForFunction(() => document.documentElement.dataset.search === "done");
    },
    PAGE_ITSELF,
  );
}

/** The default loads a fragment for every hit it lists: here the first twenty. */
function weighDefault(browser: Browser, origin: string, query: string): Promise<number> {
  return weigh(
    browser,
    async (page) => {
      await page.goto(`${origin}/search/`);
      await page.evaluate(
        async ([address, text]) => {
          const engine = await import(address as string);
          const { results } = (await engine.search(text)) as { results: { data: () => Promise<unknown> }[] };
          await Promise.all(results.slice(0, 20).map((result) => result.data()));
        },
        ["/default/pagefind.js", query] as const,
      );
    },
    new RegExp(`${PAGE_ITSELF.source}|_astro`),
  );
}

/** How often every key is typed, each time on a fresh page. */
const ROUNDS = 5;

/** Keys typed on a slow machine: from the key to the first hits that hold it, each at its best, since the machine does more than this. */
async function latency(browser: Browser, origin: string): Promise<void> {
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await openSearchPage(browser, origin, "平罗");
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    // A reader's cursor stands in the box before the first key.
    await page.locator("[data-search-page] [data-search-box]").focus();
    await page.waitForLoadState("networkidle");
    for (const query of TYPICAL) {
      for (let length = 3; length <= Array.from(query).length; length += 1) {
        const typed = Array.from(query).slice(0, length).join("");
        const time = await page.evaluate(firstHits, typed);
        best.set(typed, Math.min(time, best.get(typed) ?? Number.POSITIVE_INFINITY));
      }
      await page.evaluate(firstHits, "");
    }
    await page.close();
  }
  const times = [...best.values()].sort((a, b) => a - b);
  row(
    `key to first hits shown, ${MANY_ISSUES} issues, 4× slower`,
    `${at(times, 0.5)} / ${at(times, 0.95)} ms (median / 95 %)`,
    "–",
  );
}

/** Until the screen with them is drawn. */
async function firstHits(text: string): Promise<number> {
  const root = document.documentElement;
  const box = document.querySelector("[data-search-page] [data-search-box]") as HTMLInputElement;
  const part = document.querySelector("[data-search-page]") as HTMLElement;
  box.focus();
  box.value = text;
  const start = performance.now();
  let time = 0;
  let drawing = false;
  const watch = new MutationObserver(() => {
    watch.disconnect();
    drawing = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        time = performance.now() - start;
        drawing = false;
      }),
    );
  });
  watch.observe(part.querySelector("[data-hits]") as HTMLElement, { childList: true });
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  while (root.dataset.search !== "done" || drawing) await new Promise((resolve) => setTimeout(resolve, 5));
  return time || performance.now() - start;
}

async function inTurns(
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
): Promise<[number, number]> {
  let best: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let turn = 0; turn < 3; turn += 1) {
    // The engine writes no file that is there already.
    await rm(within("many-default"), { recursive: true, force: true });
    best = [Math.min(best[0], await timed(first)), Math.min(best[1], await timed(second))];
    await endEngine();
  }
  return best;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

async function sizeOf(place: string): Promise<number> {
  const names = await readdir(place, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => (await stat(path.join(place, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const at = (sorted: number[], share: number): string =>
  (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0);
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} KB`;

function row(...cells: string[]): void {
  const widths = [40, 30, 40];
  console.log(
    cells
      .map((cell, column) => cell.padEnd(widths[column] as number))
      .join("  ")
      .trimEnd(),
  );
}

const records = await readRecords(fileURLToPath(new URL("../content", import.meta.url)));
// Before there is a browser, which would take its share of the machine.
await reportIndexing(records);
const browser = await launchBrowser();
try {
  await reportSearching(records);
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
