/** The built site in a real browser: the way from home to a hit, every kind of page on a phone, without scripts, for everyone. */
import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { KINDS } from "../../scripts/audit/kinds.ts";
import { serve } from "../../scripts/audit/serve.ts";
import { axeViolations } from "../../scripts/audit/visit.ts";
import { openSite } from "../support/site.ts";
import { builtSample } from "./built.ts";

const site = openSite();

/** A page that remembers what went wrong on it. */
async function open(
  options: Parameters<Browser["newPage"]>[0] = {},
  origin = site.origin,
): Promise<{ page: Page; wrong: string[] }> {
  const page = await site.browser.newPage(options);
  const wrong: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("dialog", (dialog) => {
    wrong.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) wrong.push(`request to ${request.url()}`);
  });
  return { page, wrong };
}

async function searched(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset.search === "done");
}

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(site.origin + path, { waitUntil: "load" });
  if (path.startsWith("/search/")) await searched(page);
}

describe("a reader", () => {
  it("goes from home to a notice, its table, and by search to the hit", async () => {
    const { page, wrong } = await open();
    await visit(page, "/");
    await page.getByRole("link", { name: "农药包装废弃物回收与处置实施方案" }).first().click();
    await page.waitForURL("**/2021-03/pzbf-2021-52/");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("农药包装废弃物");
    const table = page.getByRole("region", { name: "农药包装废弃物回收与处置任务分配表" });
    expect(await table.getByRole("row").count()).toBe(16);
    expect(await table.getByRole("cell", { name: "2.11" }).count()).toBe(1);

    await page.keyboard.press("/");
    await page.keyboard.type("农药包装废弃物");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search/?q=*");
    await searched(page);
    const hits = page.locator("a[data-hit]");
    expect(await hits.count()).toBe(Number(await page.locator("[data-hit-count]").textContent()));
    expect(await hits.first().locator("mark").first().textContent()).toBe("农药包装废弃物");
    const anchored = page.locator('a[data-hit][href*="/pzbf-2021-52/#"]').first();
    const address = await anchored.getAttribute("href");
    await anchored.click();
    await page.waitForURL(`**${address}`);
    const anchor = address?.split("#")[1] ?? "";
    expect(await page.locator(`[id="${anchor}"]`).textContent()).toContain("农药包装废弃物");
    expect(wrong).toEqual([]);
    await page.close();
  });

  it("filters tasks by body, and the address keeps it", async () => {
    const { page, wrong } = await open();
    await visit(page, "/tasks/");
    const before = await page.locator("li.task:visible").count();
    await page.getByLabel("单位", { exact: true }).selectOption("县财政局");
    const after = await page.locator("li.task:visible").count();
    expect(after).toBeLessThan(before);
    expect(after).toBeGreaterThan(0);
    await page.reload();
    expect(await page.locator("li.task:visible").count()).toBe(after);
    expect(wrong).toEqual([]);
    await page.close();
  });

  it("keeps large type on the next page", async () => {
    const { page } = await open();
    await visit(page, "/");
    const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    const before = await size();
    await page.getByRole("button", { name: "大字" }).click();
    await visit(page, "/about/");
    expect(await size()).toBeGreaterThan(before);
    await page.close();
  });

  it("copies the citation of a place", async () => {
    const context = await site.browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
    const page = await context.newPage();
    await visit(page, "/2021-03/pzf-2021-56/");
    await page.locator("#enclosure a.mark:not(.quiet)").nth(1).click();
    await page.getByRole("button", { name: "复制引文" }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^《平罗县人民政府公报》2021年第3期，平政发〔2021〕56号，一（一）。http/);
    await context.close();
  });
});

describe("search", () => {
  async function count(query: string): Promise<number> {
    const { page, wrong } = await open();
    await visit(page, `/search/?q=${encodeURIComponent(query)}`);
    const number = await page.locator("a[data-hit]").count();
    expect(wrong).toEqual([]);
    await page.close();
    return number;
  }

  it("finds numbers and telephone numbers as printed, in any width and other brackets", async () => {
    expect(await count("平政发〔2021〕56号")).toBeGreaterThan(0);
    expect(await count("平政发[２０２１]56号")).toBeGreaterThan(0);
    expect(await count("寇学文")).toBeGreaterThanOrEqual(12);
    expect(await count("农药 -包装")).toBeGreaterThan(0);
    expect(await count("县财政局 学校")).toBeLessThan(await count("县财政局"));
  });

  it("is done with nothing found and with nothing asked", async () => {
    expect(await count("查无此语")).toBe(0);
    expect(await count("")).toBe(0);
  });

  it("loads nothing of the engine before it is wanted", async () => {
    const { page } = await open();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await visit(page, "/search/");
    await visit(page, "/");
    expect(requests.filter((url) => url.includes("/pagefind/"))).toEqual([]);
    await page.close();
  });
});

describe.each(KINDS.map(({ path }) => path))("%s", (path) => {
  it("obeys its policy, does not scroll sideways on a phone, and has no axe violation", async () => {
    const { page, wrong } = await open({ viewport: { width: 360, height: 740 } });
    await visit(page, path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await axeViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await axeViolations(page)).toEqual([]);
    expect(wrong.filter((text) => !text.includes("404"))).toEqual([]);
    await page.close();
  });
});

describe("without scripts", () => {
  it("a notice and the lists are complete, and search says what to do", async () => {
    const page = await site.browser.newPage({ javaScriptEnabled: false });
    await visit(page, "/2021-03/pzbf-2021-52/");
    expect(await page.locator("main").innerText()).toContain("通伏乡");
    await page.goto(`${site.origin}/tasks/`);
    expect(await page.locator("li.task:visible").count()).toBe(194);
    expect(await page.locator("form[data-filter]:visible").count()).toBe(0);
    await page.goto(`${site.origin}/search/`);
    expect(await page.locator("main").innerText()).toContain("页内查找");
    await page.close();
  });
});

describe("another gazette under a base path", () => {
  it("stands on its own documents, and its text runs nothing", async () => {
    const folder = await builtSample({ base: "/gongbao/" });
    const own = await serve(folder, "/gongbao/");
    const { page, wrong } = await open({}, own.origin);
    await page.goto(`${own.origin}/gongbao/`);
    await page.getByRole("link", { name: "关于春耕工作的通知" }).click();
    await page.waitForURL("**/gongbao/2022-01/qzf-2022-3/");
    expect(await page.locator("main").innerText()).toContain("<script>alert(1)</script>");
    await page.goto(`${own.origin}/gongbao/2022-01/qzf-2022-6/`);
    await page.goto(`${own.origin}/gongbao/search/?q=alert(1)`);
    await searched(page);
    expect(await page.locator("a[data-hit]").count()).toBe(2);
    await page.locator("a[data-hit]").first().click();
    await page.waitForURL("**/gongbao/2022-01/**");
    expect(wrong).toEqual([]);
    await page.close();
    await own.close();
  });
});
