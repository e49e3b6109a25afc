/** The search page in a real browser: exact over thousands of queries, at its weight, by keyboard, with its state in the address. */
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { type Answered, ask, openSearchPage, searchAddress, weigh } from "../../scripts/search/browse.ts";
import {
  drawQueries,
  plainSearch,
  printedStrings,
  readContent,
  readRecords,
} from "../../scripts/search/truth.ts";
import { normalise } from "../../src/search/normalise.ts";
import { openSite } from "../support/site.ts";

const CONTENT = fileURLToPath(new URL("../../content", import.meta.url));

const site = openSite();

const done = (page: Page) => page.waitForFunction(() => document.documentElement.dataset.search === "done");
const count = async (page: Page) => Number(await page.locator("[data-hit-count]").textContent());
const state = (page: Page) => page.locator("[data-search-state]").textContent();

describe("the search", () => {
  it("finds exactly what is printed: recall and precision are 1", async () => {
    const records = await readRecords(CONTENT);
    const truth = plainSearch(records);
    const names = [...new Set(records.flatMap(({ people, responsible }) => [...people, ...responsible]))];
    const queries = drawQueries(records, names, 2300).filter((query) => truth(query).length > 0);
    expect(queries.length).toBeGreaterThanOrEqual(2000);
    const page = await openSearchPage(site.browser, site.origin, "平罗");
    const wrong: string[] = [];
    for (const [at, { count: said, exact, hits }] of (await ask(page, queries)).entries()) {
      const query = queries[at] as string;
      const wanted = new Set(truth(query));
      const listed = new Set(hits);
      if (
        !exact ||
        said !== wanted.size ||
        listed.size !== wanted.size ||
        !hits.every((hit) => wanted.has(hit))
      )
        wrong.push(query);
    }
    expect(wrong).toEqual([]);
    await page.close();
  });

  it("finds every title, name and paragraph of the content, which is read here by itself", async () => {
    const strings = [
      ...new Set((await readContent(CONTENT)).flatMap((document) => printedStrings(document))),
    ];
    const lines = strings.flatMap((text) => text.split("\n")).filter((line) => normalise(line).length > 1);
    const pieces = [...new Set(lines.map((line) => line.replace(/^-+|[\s"]+/gu, "").slice(0, 12)))];
    const every = pieces.filter((piece, at) => at % 2 === 0 && normalise(piece) !== "");
    const page = await openSearchPage(site.browser, site.origin, "平罗");
    const missing = (await ask(page, every)).flatMap(({ count: said }: Answered, at) =>
      said === 0 ? [every[at] as string] : [],
    );
    expect(missing).toEqual([]);
    await page.close();
  });

  it("costs little, and nothing before it is used", async () => {
    const all = /^$/;
    const page = await weigh(
      site.browser,
      async (opened) => {
        await opened.goto(site.origin);
        const loaded = () =>
          opened.evaluate(
            () =>
              performance.getEntriesByType("resource").filter(({ name }) => /pagefind|search/.test(name))
                .length,
          );
        expect(await loaded()).toBe(0);
        await opened.keyboard.press("/");
        await opened.waitForFunction(() =>
          performance.getEntriesByType("resource").some(({ name }) => name.includes("names.json")),
        );
      },
      all,
    );
    expect(page).toBeLessThan(250_000);
    const queries = [
      "农药包装废弃物",
      "平政发〔2021〕56号",
      "工作",
      "管理",
      "的",
      "，",
      "农药包装废弃物回收与处置实施方案的通知",
      "寇学闻",
      // Nowhere in these words, and more characters than are looked up.
      "自然资源局水务局财政局发改局交通局住建局卫健局教体局民政局司法局审计局统计局信访局档案局气象局",
    ];
    for (const query of queries) {
      const weight = await weigh(
        site.browser,
        async (opened) => {
          await opened.goto(searchAddress(site.origin, query));
          await done(opened);
        },
        /\/search\/\?|\.css$|preferences\.js|favicon/,
      );
      expect(weight, query).toBeLessThan(150_000);
    }
  });
});

describe("the search page", () => {
  const engine = "wasm.unknown.pagefind";

  it("has on their way at once what a query in its address loads, each once", async () => {
    const page = await openSearchPage(site.browser, site.origin, "平罗");
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType("resource").map(({ name }) => name),
    );
    const ahead = await page
      .locator("head link[as=fetch]")
      .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
    expect(ahead.some((address) => address.endsWith(engine))).toBe(true);
    for (const address of ahead) expect(loaded.filter((name) => name === address)).toEqual([address]);
    await page.close();
  });

  it("loads nothing of that without a query", async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.origin}/search/`, { waitUntil: "networkidle" });
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType("resource").map(({ name }) => name),
    );
    expect(loaded.filter((name) => /pagefind|\/search\/index\//.test(name))).toEqual([]);
    await page.close();
  });
});

describe("the list", () => {
  it("holds as many hits as are counted, for a common word too, each with the words it was found by once it is seen", async () => {
    const page = await openSearchPage(site.browser, site.origin, "管理");
    const hits = page.locator("a[data-hit]");
    expect(await hits.count()).toBe(await count(page));
    expect(await page.locator("a[data-said]").count()).toBeLessThan(await count(page));
    await hits.last().scrollIntoViewIfNeeded();
    await hits.last().locator("mark").first().waitFor();
    expect(await hits.last().locator("mark").first().textContent()).toBe("管理");
    await page.close();
  });

  it("shows the first hits, where time runs, before the filters are counted and the rest is listed", async () => {
    const page = await openSearchPage(site.browser, site.origin, "平罗");
    const steps = await page.evaluate(async () => {
      // A slow machine: much time has gone whenever it is asked for.
      let now = 0;
      performance.now = () => {
        now += 50;
        return now;
      };
      const steps: string[] = [];
      const hits = document.querySelector("[data-hits]") as HTMLElement;
      const filters = document.querySelector("[data-search-filters]") as HTMLElement;
      const note = (step: string) => steps.at(-1) !== step && steps.push(step);
      new MutationObserver(() => {
        note(`${hits.querySelectorAll("a[data-hit]").length} hits`);
        requestAnimationFrame(() => note("drawn"));
      }).observe(hits, { childList: true, subtree: true });
      new MutationObserver(() => note("filters")).observe(filters, { childList: true });
      history.pushState(null, "", `?q=${encodeURIComponent("管理")}`);
      dispatchEvent(new PopStateEvent("popstate"));
      while (document.documentElement.dataset.search !== "done")
        await new Promise((resolve) => setTimeout(resolve));
      return steps;
    });
    expect(steps.slice(0, 3)).toEqual(["4 hits", "drawn", "filters"]);
    expect(steps.filter((step) => step.endsWith("hits")).length).toBeGreaterThan(3);
    await page.close();
  });

  it("finds a whole paragraph, longer than what is looked up", async () => {
    const records = await readRecords(CONTENT);
    const long = records.filter(({ text }) => new Set(normalise(text)).size > 60 && !/[\n"]| -/u.test(text));
    const truth = plainSearch(records);
    const page = await openSearchPage(site.browser, site.origin, "平罗");
    const queries = long.map(({ text }) => text.replace(/\s+/gu, "")).slice(0, 40);
    expect(queries).toHaveLength(40);
    for (const [at, { exact, hits }] of (await ask(page, queries)).entries()) {
      expect(exact).toBe(true);
      expect(new Set(hits)).toEqual(new Set(truth(queries[at] as string)));
    }
    await page.close();
  });
});

describe("a reader", () => {
  it("keeps query, filters and order in the address, and the back button takes them back", async () => {
    const page = await openSearchPage(site.browser, site.origin, "农药");
    const before = await count(page);
    await page.getByLabel("种类").selectOption("任务");
    await done(page);
    const after = await count(page);
    expect(after).toBeLessThan(before);
    await page.getByLabel("排序").selectOption("date");
    await done(page);
    const address = new URL(page.url()).searchParams;
    expect(Object.fromEntries(address)).toEqual({ q: "农药", 种类: "任务", sort: "date" });
    await page.reload();
    await done(page);
    expect(await count(page)).toBe(after);
    await page.goBack();
    await page.goBack();
    await done(page);
    expect(await count(page)).toBe(before);
    await page.close();
  });

  it("types, and goes back past all keys of one query at once", async () => {
    const page = await openSearchPage(site.browser, site.origin, "农药");
    const box = page.getByRole("combobox", { name: "检索公报全文" });
    await box.fill("");
    await box.pressSequentially("数字政府");
    await done(page);
    expect(await state(page)).toMatch(/^\d+ 处，见于/);
    await page.goBack();
    await done(page);
    expect(await box.inputValue()).toBe("农药");
    await page.close();
  });

  it("is told where hits are near and what may be meant", async () => {
    const page = await openSearchPage(site.browser, site.origin, "kxw");
    expect(await state(page)).toContain("按拼音首字母检索：寇学文");
    for (const [query, says] of [
      ["農藥包裝廢棄物", "近似结果"],
      ["废弃物农药包装", "近似结果"],
      ["平政发[2021]56号", "按相近写法“平政发〔2021〕56号”检索"],
    ] as const) {
      await page.goto(searchAddress(site.origin, query));
      await done(page);
      expect(await state(page), query).toContain(says);
    }
    await page.goto(searchAddress(site.origin, "寇学闻"));
    await done(page);
    await page.getByRole("link", { name: "寇学文", exact: true }).click();
    await done(page);
    expect(await page.locator("[data-hit-count]").textContent()).not.toBe("0");
    expect(new URL(page.url()).searchParams.get("q")).toBe("寇学文");
    await page.close();
  });

  it("chooses by keyboard from the box, and the hit opens with its words marked", async () => {
    const page = await site.browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.goto(`${site.origin}/about/`);
    await page.keyboard.press("/");
    await page.keyboard.type("回收与处置");
    const options = page.getByRole("option");
    await options.nth(2).waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.keyboard.press("ArrowUp");
    const box = page.getByRole("combobox");
    const active = await box.getAttribute("aria-activedescendant");
    expect(await page.locator(`[id="${active}"]`).getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/2021-03/**");
    expect(await page.locator("main mark").first().textContent()).toBe("回收与处置");
    await page.keyboard.press("/");
    await page.keyboard.type("kxw");
    await options.first().waitFor();
    await page.keyboard.press("Escape");
    expect(await box.getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search/?q=*");
    await done(page);
    expect(new URL(page.url()).searchParams.get("q")).toBe("寇学文");
    await page.close();
  });

  it("without scripts is told how else to search", async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.origin}/search/`);
    for (const name of ["按机构", "按人物", "按年份"])
      expect(await page.getByRole("link", { name }).isVisible()).toBe(true);
    await context.close();
  });
});
