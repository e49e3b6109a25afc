/** A gazette of many issues: its lists stay light, hold everything without scripts, and are filtered as one where a reader asks. */
import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { checkLinks } from "../../scripts/audit/links.ts";
import { axeViolations, openPage, sideways } from "../../scripts/audit/visit.ts";
import { overweight, weigh } from "../../scripts/audit/weights.ts";
import { openSite } from "../support/site.ts";
import { builtSample } from "./built.ts";
import { manyIssues } from "./gazette.ts";

const ISSUES = 8;
const site = openSite(() => builtSample({}, manyIssues(ISSUES)));

describe("a gazette of many issues", () => {
  it("has no list heavier than a page may be, and no broken link", async () => {
    const names = await readdir(site.folder, { recursive: true });
    const lists = names.filter((name) =>
      /^(?:documents|tasks|appointments|chronicle|organizations|people|numbers|data)\/(?:.*\/)?index\.html$/.test(
        name,
      ),
    );
    expect(lists.length).toBeGreaterThan(30);
    const weights = await Promise.all(
      lists.map((name) =>
        weigh(site.folder, { name, path: `/${name.slice(0, -"index.html".length)}`, reading: true }),
      ),
    );
    expect(weights.flatMap((weight) => overweight({ ...weight, text: 0 }))).toEqual([]);
    expect((await checkLinks(site.folder)).broken).toEqual([]);
  });

  it("shows each task once over the pages of all issues, without scripts", async () => {
    const { page } = await openPage(site.browser, site.origin, { javaScriptEnabled: false });
    await page.goto(`${site.origin}/tasks/`);
    const pages = await page
      .locator("nav[aria-label=分页] a")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    const seen: string[] = [];
    for (const address of pages) {
      await page.goto(address);
      seen.push(...(await page.locator(".task-title").allTextContents()));
    }
    expect(seen).toHaveLength(ISSUES * 130);
    expect(new Set(seen).size).toBe(seen.length);
    await page.context().close();
  });

  it("shows each person and each number once over the pages of their indexes, without scripts", async () => {
    const { page } = await openPage(site.browser, site.origin, { javaScriptEnabled: false });
    const onAllPages = async (index: string, item: string) => {
      await page.goto(site.origin + index);
      const pages = await page
        .locator("nav[aria-label=分页] a")
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      expect(pages.length).toBeGreaterThan(1);
      const seen: string[] = [];
      for (const address of pages) {
        await page.goto(address);
        seen.push(...(await page.locator(item).allTextContents()));
      }
      expect(await page.locator("h1").count()).toBe(1);
      expect(await sideways(page)).toBe(0);
      return seen;
    };
    const people = await onAllPages("/people/", ".names-list .name");
    expect(people.filter((name) => /^\p{Script=Han}芳\d/u.test(name))).toHaveLength(480);
    expect(new Set(people).size).toBe(people.length);
    const bodies = await onAllPages("/organizations/", ".names-list .name");
    expect(bodies.filter((name) => name.endsWith("合作社"))).toHaveLength(260);
    expect(new Set(bodies).size).toBe(bodies.length);
    const numbers = await onAllPages("/numbers/", ".series-year .cited");
    expect(numbers.filter((number) => /^\d{4}号$/.test(number))).toHaveLength(ISSUES * 120);
    await page.goto(`${site.origin}/2020-01/qzgf-2022-1/`);
    await page.getByRole("link", { name: "青政干发" }).first().click();
    await page.waitForURL("**/numbers/2022/**");
    await page.context().close();
  });

  it.each(["people", "organizations"])("has %s by initial, for everyone, at every width", async (index) => {
    const initials = await readdir(`${site.folder}/${index}/initials`);
    expect(initials.length).toBeGreaterThan(8);
    for (const place of ["", `initials/${initials[0]}/`, "initials/w/"])
      for (const [width, switches] of [
        [360, {}],
        [360, { large: true, contrast: true }],
        [1280, { dark: true }],
      ] as const) {
        const viewport = { width, height: 740 };
        const { page, wrong } = await openPage(site.browser, site.origin, { viewport }, switches);
        await page.goto(`${site.origin}/${index}/${place}`);
        expect(await axeViolations(page), place).toEqual([]);
        expect(await sideways(page)).toBe(0);
        expect(wrong).toEqual([]);
        await page.context().close();
      }
  });

  it("filters one page, and all pages where a reader asks for them, which the address keeps", async () => {
    const { page, wrong } = await openPage(site.browser, site.origin, {
      viewport: { width: 360, height: 740 },
    });
    for (const [place, item, total] of [
      ["chronicle", "li[data-filter-item]", ISSUES * 80],
      ["appointments", "tr[data-filter-item]", ISSUES * 120],
      ["documents", "li[data-filter-item]", ISSUES * 2],
    ] as const) {
      await page.goto(`${site.origin}/${place}/2021/`);
      const shown = () => page.locator(`${item}:visible`).count();
      const here = await shown();
      expect(here).toBeLessThan(total);
      expect(await page.getByLabel("年份").isVisible()).toBe(false);
      await page.getByLabel("也列在这里").check();
      await page.locator("form[data-filter]:not([aria-busy]) [name=all]:disabled").waitFor();
      expect(await shown()).toBe(total);
      expect(new URL(page.url()).search).toBe("?all=1");
      expect(await axeViolations(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
    }
    await page.goto(`${site.origin}/chronicle/2021/?year=2020&month=02&all=1`);
    await page.locator("form[data-filter]:not([aria-busy]) [name=all]:disabled").waitFor();
    expect(await page.locator("li[data-filter-item]:visible").count()).toBe(80);
    expect(await page.getByLabel("年份").locator("option:checked").textContent()).toBe("2020年（320）");
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it("lists more hits as a reader comes to the end, each once, and a new search is not mixed with them", async () => {
    const { page, wrong } = await openPage(site.browser, site.origin);
    const done = () => page.waitForFunction(() => document.documentElement.dataset.search === "done");
    await page.goto(`${site.origin}/search/?q=项`);
    await done();
    const hits = () =>
      page.locator("a[data-hit]").evaluateAll((all) => all.map((hit) => (hit as HTMLAnchorElement).href));
    const count = async () => Number(await page.locator("[data-hit-count]").textContent());
    const first = (await hits()).length;
    expect(first).toBeLessThan(await count());
    // The end moves on while what comes into view takes its height.
    await page.waitForFunction((listed) => {
      scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
      return document.querySelectorAll("a[data-hit]").length > listed;
    }, first);
    await done();
    const all = await hits();
    expect(all.length).toBe(await count());
    expect(new Set(all).size).toBe(all.length);
    await page.getByLabel("年份").selectOption("2020");
    await done();
    expect((await hits()).length).toBe(await count());
    expect((await hits()).every((hit) => hit.includes("/2020-"))).toBe(true);
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it("shows a body's tasks due last, and leads to all of them", async () => {
    const { page, wrong } = await openPage(site.browser, site.origin);
    await page.goto(`${site.origin}/organizations/xian-shui-wu-ju/`);
    expect(await page.locator("#leads .duties > li").count()).toBeLessThan(ISSUES * 130);
    await page.getByRole("link", { name: `全部 ${ISSUES * 130} 项` }).click();
    await page.waitForURL("**/xian-shui-wu-ju/leads/");
    let seen = await page.locator(".duties > li").count();
    for (let next = page.locator("a[rel=next]").first(); (await next.count()) > 0; ) {
      await next.click();
      await page.waitForLoadState();
      seen += await page.locator(".duties > li").count();
    }
    expect(seen).toBe(ISSUES * 130);
    expect(await axeViolations(page)).toEqual([]);
    expect(wrong).toEqual([]);
    await page.context().close();
  });
});
