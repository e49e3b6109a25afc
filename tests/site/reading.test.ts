/** Reading without scripts, by keyboard and with the switches on; another county's gazette; what stands beside the pages. */
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { Browser } from "playwright-core";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { walkByKeyboard } from "../../scripts/audit/keyboard.ts";
import { KINDS } from "../../scripts/audit/kinds.ts";
import { checkLinks } from "../../scripts/audit/links.ts";
import { axeViolations, goTo, openPage, sideways } from "../../scripts/audit/visit.ts";
import { sayBytes } from "../../site/words.ts";
import { formats as exportFormats } from "../../src/export/index.ts";
import { openSite } from "../support/site.ts";
import { builtSample } from "./built.ts";

const site = openSite();

const reading = KINDS.filter((kind) => kind.reading).map((kind) => kind.path);
const open = (...rest: Parameters<typeof openPage> extends [Browser, string, ...infer More] ? More : never) =>
  openPage(site.browser, site.origin, ...rest);

describe("without scripts", () => {
  it("every reading page says the same words", async () => {
    const [bare, full] = [await open({ javaScriptEnabled: false }), await open()];
    // What a script adds of its own: display switches, filters, what a page's age is to today.
    const words = (own: typeof bare) =>
      own.page.locator("main").evaluate((main) => {
        const copy = main.cloneNode(true) as HTMLElement;
        for (const part of copy.querySelectorAll(".scripted, .due-state")) part.remove();
        return (copy.textContent ?? "").replace(/\s+/g, "");
      });
    for (const place of reading) {
      await bare.page.goto(site.origin + place);
      await full.page.goto(site.origin + place);
      expect(await words(bare), place).toBe(await words(full));
    }
    await bare.page.goto(`${site.origin}/tasks/`);
    expect(await bare.page.locator("li.task:visible").count()).toBe(
      await bare.page.locator("li.task").count(),
    );
    expect(await bare.page.locator("form[data-filter]:visible").count()).toBe(0);
    await bare.page.context().close();
    await full.page.context().close();
  });
});

describe("the tasks", () => {
  it("are filtered by body and role, and the address keeps it", async () => {
    const { page, wrong } = await open();
    await goTo(page, `${site.origin}/tasks/`);
    const shown = () => page.locator("li.task:visible").count();
    await page.getByLabel("单位", { exact: true }).selectOption("县财政局");
    const all = await shown();
    await page.getByLabel("角色").selectOption("supports");
    const supports = await shown();
    await page.getByLabel("角色").selectOption("leads");
    expect((await shown()) + supports).toBe(all);
    expect(new URL(page.url()).search).toBe("?organization=%E5%8E%BF%E8%B4%A2%E6%94%BF%E5%B1%80&role=leads");
    await page.getByLabel("单位", { exact: true }).selectOption("");
    await page.getByLabel("时限").selectOption("2022");
    const year = await shown();
    expect(year).toBeGreaterThan(0);
    await page.getByLabel("组别").selectOption({ index: 2 });
    const now = await shown();
    expect(now).toBeLessThan(year);
    await page.reload();
    expect(await shown()).toBe(now);
    await page.getByRole("button", { name: "清除" }).click();
    await page.waitForFunction(() => location.search === "");
    await page.goBack();
    expect(await shown()).toBe(now);
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it("of a body stand by deadline and role", async () => {
    const { page } = await open();
    await goTo(page, `${site.origin}/organizations/xian-cai-zheng-ju/`);
    const leads = page.locator("#leads");
    expect(await leads.locator("h3").first().textContent()).toContain("2023年底前");
    expect(await leads.locator(".due-state").first().textContent()).toBe("时限已过");
    expect(await leads.locator(".duties > li").count()).toBe(
      Number(/\d+/.exec((await leads.locator("h2 .note").textContent()) ?? "")?.[0]),
    );
    expect(await page.locator("#supports .duties > li").count()).toBeGreaterThan(0);
    await page.context().close();
  });
});

describe("for everyone", () => {
  it("the switches are kept, harm nothing, and nothing moves", async () => {
    const { page, wrong, shift } = await open(
      { viewport: { width: 360, height: 740 } },
      { large: true, contrast: true },
    );
    for (const place of ["/", "/tasks/", "/2021-03/pzbf-2021-40/", "/organizations/xian-cai-zheng-ju/"]) {
      await goTo(page, site.origin + place);
      expect(await shift(), place).toBe(0);
      expect(await sideways(page), place).toBe(0);
      expect(await axeViolations(page), place).toEqual([]);
    }
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it("a mark that is not seen takes no room and breaks no line", async () => {
    const { page } = await open({ viewport: { width: 360, height: 740 } });
    for (const place of ["/2021-03/pzgf-2021-12/", "/2021-03/pzf-2021-56/", "/2021-03/pzbf-2021-40/"]) {
      await goTo(page, site.origin + place);
      const heights = () =>
        page
          .locator("main :is(p, td):has(> .mark.quiet)")
          .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
      const before = await heights();
      expect(before.length).toBeGreaterThan(2);
      await page.locator(".mark.quiet").evaluateAll((marks) => {
        for (const mark of marks) (mark as HTMLElement).style.display = "none";
      });
      expect(await heights(), place).toEqual(before);
      expect(await sideways(page), place).toBe(0);
    }
    await page.context().close();
  });

  it("every part is reached by keyboard and seen when it is", async () => {
    const { page } = await open();
    for (const place of ["/", "/2021-03/pzbf-2021-52/", "/tasks/"]) {
      await goTo(page, site.origin + place);
      const walk = await walkByKeyboard(page);
      expect(walk.missed, place).toEqual([]);
      expect(walk.stops, place).toBeGreaterThan(20);
    }
    await page.context().close();
  });
});

describe("another county", () => {
  const settings = {
    name: "青禾县人民政府公报",
    publisher: "青禾县人民政府办公室",
    description: "青禾县人民政府公报全文。",
    base: "/gongbao/",
    address: "https://gazette.example",
    examples: [],
    terms: { name: "开放许可", text: "注明出处即可使用。", address: "https://gazette.example/terms" },
    contact: {
      organization: "青禾县人民政府办公室",
      address: "青禾县人民路1号",
      phone: "0000-0000000",
      website: "https://gazette.example",
    },
  };

  it("has a gazette of its own from settings and documents alone, under its base path", async () => {
    const out = await builtSample(settings);
    const names = await readdir(out, { recursive: true });
    const pages = names.filter((name) => name.endsWith(".html"));
    expect((await checkLinks(out, settings.base)).broken).toEqual([]);
    for (const name of pages) {
      const html = await readFile(path.join(out, name), "utf8");
      // Editors' own pages are theirs to change.
      if (/^(?:about|accessibility)\//.test(name)) continue;
      expect(html, name).not.toContain("平罗");
    }
    const data = await readFile(path.join(out, "data/index.html"), "utf8");
    expect(data).toContain("注明出处即可使用。");
    expect(data).toContain('<a href="https://gazette.example/terms">开放许可</a>');
    expect(data).not.toContain("著作权法");
    const page = await readFile(path.join(out, "2022-01/qzf-2022-3/index.html"), "utf8");
    expect(page).toContain(
      '<link rel="canonical" href="https://gazette.example/gongbao/2022-01/qzf-2022-3/">',
    );
    expect(page).toContain('aria-label="本页地址二维码"');
    const map = await readFile(path.join(out, "sitemap.xml"), "utf8");
    expect(map).toContain("<loc>https://gazette.example/gongbao/tasks/2022-01/</loc>");
    const places: string[] = [];
    const parser = new SaxesParser();
    parser.on("error", (error) => {
      throw error;
    });
    parser.on("text", (text) => {
      if (text.startsWith("https://")) places.push(text);
    });
    parser.write(map).close();
    // Every page once; the search, and what stands for a missing page, are no places to come in by.
    const listed = pages.filter((name) => name !== "404.html" && name !== "search/index.html");
    expect(places.sort()).toEqual(
      listed.map((name) => `https://gazette.example/gongbao/${name.replace(/index\.html$/u, "")}`).sort(),
    );
    expect(await readFile(path.join(out, "robots.txt"), "utf8")).toContain(
      "https://gazette.example/gongbao/sitemap.xml",
    );
  });
});

describe("what can be downloaded", () => {
  it("is said with its size, and is there", async () => {
    const { page } = await open();
    await page.goto(`${site.origin}/data/2021-03/`);
    const said = await page
      .locator(".downloads .files a")
      .evaluateAll((links) =>
        links.map((link) => [
          link.getAttribute("href") ?? "",
          link.querySelector(".note")?.textContent ?? "",
        ]),
      );
    expect(said.length).toBeGreaterThan(30);
    for (const [place = "", size] of said)
      expect(sayBytes((await stat(path.join(site.folder, place))).size), place).toBe(size);
    await page.context().close();
  });

  it("is shown by the first lines of a file of each format, with its terms", async () => {
    const { page } = await open();
    await page.goto(`${site.origin}/data/`);
    const formats = await page.locator(".format").all();
    // JSON stands there for each of six kinds too; the catalogue of all files is made last, Markdown and two kinds of
    // feeds beside the pages.
    expect(formats.length).toBe(exportFormats.length + 6 + 1 + 3);
    for (const format of formats) {
      if ((await format.locator("details").count()) === 0) continue;
      const file = await format.locator("details a").getAttribute("href");
      const text = await readFile(path.join(site.folder, file ?? ""), "utf8");
      const [first = ""] = ((await format.locator("pre").textContent()) ?? "").split("\n");
      expect(text.startsWith(first.replace(/…$/, ""))).toBe(true);
      expect(await format.locator('a[href="#terms"]').count()).toBe(1);
    }
    await page.context().close();
  });
});

describe("beside the pages", () => {
  it("stand no invented addresses where none is configured", async () => {
    const names = await readdir(site.folder);
    expect(names).not.toContain("sitemap.xml");
    const page = await readFile(path.join(site.folder, "2021-03/pzf-2021-56/index.html"), "utf8");
    expect(page).not.toMatch(/rel="canonical"|og:url|二维码/);
    for (const name of ["SiteName", "ColumnName", "ArticleTitle", "PubDate", "ContentSource"])
      expect(page).toContain(`<meta name="${name}"`);
    expect(page).toContain('"@type":"Legislation"');
  });

  it("stand feeds of all, of each kind and of each body, twins, and what language models are told", async () => {
    const read = (name: string) => readFile(path.join(site.folder, name), "utf8");
    for (const name of ["feeds/all", "feeds/documents", "organizations/xian-cai-zheng-ju/feed"]) {
      const atom = await read(`${name}.xml`);
      expect(atom).toMatch(/<id>urn:uuid:[\da-f-]{36}<\/id>/);
      expect(atom.match(/<entry>/g)?.length ?? 0).toBeGreaterThan(0);
      const json = JSON.parse(await read(`${name}.json`)) as { version: string; items: { id: string }[] };
      expect(json.version).toBe("https://jsonfeed.org/version/1.1");
      expect(new Set(json.items.map(({ id }) => id)).size).toBe(json.items.length);
    }
    expect(await read("2021-03/pzbf-2021-52.md")).toContain("| 序号 | 部门 |");
    expect(await read("llms.txt")).toContain("(/2021-03/pzbf-2021-52.md)");
  });
});
