/**
 * Looks at the built site (`dist/`) as site.md's figures ask, in a real browser, and prints what it found as a table.
 * `npm run audit` after `npm run build`; `npm run audit -- --only axe,links` for some of it.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { checkHtml } from "./audit/html.ts";
import { walkByKeyboard } from "./audit/keyboard.ts";
import { KINDS } from "./audit/kinds.ts";
import { lighthouseMarks } from "./audit/lighthouse.ts";
import { checkLinks } from "./audit/links.ts";
import { type Server, serve } from "./audit/serve.ts";
import { axeViolations, goTo, openPage, type Switches, sideways } from "./audit/visit.ts";
import { overweight, weigh } from "./audit/weights.ts";
import { launchBrowser } from "./browser.ts";

/** One line of the table; no `faults` and not `skipped` is a pass. */
type Finding = { check: string; seen: string; faults: string[]; skipped?: boolean };
type Place = { browser: Browser; origin: string; folder: string };

const WIDTHS = [360, 1280];
const SCHEMES = ["light", "dark"] as const;
const SWITCHES: Switches[] = [{}, { large: true, contrast: true }];

const checks: Record<string, (place: Place) => Promise<Finding[]>> = {
  async axe({ browser, origin }) {
    const found = {
      axe: [] as string[],
      sideways: [] as string[],
      wrong: [] as string[],
      shift: [] as string[],
    };
    let runs = 0;
    for (const width of WIDTHS) {
      for (const colorScheme of SCHEMES) {
        for (const switches of SWITCHES) {
          const view = { viewport: { width, height: 800 }, colorScheme };
          const { page, wrong, shift } = await openPage(browser, origin, view, switches);
          const label = `${width} ${colorScheme}${switches.large ? " large contrast" : ""}`;
          for (const { path: place } of KINDS) {
            const note = (list: string[], faults: string[]) =>
              list.push(...faults.map((fault) => `${place} (${label}): ${fault}`));
            await goTo(page, origin + place);
            note(found.shift, (await shift()) > 0 ? [`shifts by ${await shift()}`] : []);
            note(found.sideways, (await sideways(page)) > 0 ? ["scrolls sideways"] : []);
            note(found.axe, await axeViolations(page));
            note(found.wrong, wrong.splice(0));
            runs += 1;
          }
          await page.context().close();
        }
      }
    }
    const seen = `${KINDS.length} kinds, ${runs} views`;
    return [
      { check: "axe (WCAG 2.2 A, AA, best practices)", seen, faults: found.axe },
      { check: "no page scrolls sideways", seen, faults: found.sideways },
      { check: "console, policy, requests to elsewhere", seen, faults: found.wrong },
      { check: "layout shift", seen, faults: found.shift },
    ];
  },

  async keyboard({ browser, origin }) {
    const { page } = await openPage(browser, origin, { viewport: { width: 1280, height: 800 } });
    const faults: string[] = [];
    let stops = 0;
    for (const { path: place } of KINDS) {
      await goTo(page, origin + place);
      const walk = await walkByKeyboard(page);
      stops += walk.stops;
      faults.push(...walk.missed.map((fault) => `${place}: ${fault}`));
    }
    await page.context().close();
    return [{ check: "keyboard walk", seen: `${KINDS.length} kinds, ${stops} stops`, faults }];
  },

  async links({ folder }) {
    const { pages, links, broken, twice } = await checkLinks(folder);
    return [
      { check: "links, anchors, ids", seen: `${pages} pages, ${links} links`, faults: [...broken, ...twice] },
    ];
  },

  async weights({ folder }) {
    const weights = await Promise.all(KINDS.map((kind) => weigh(folder, kind)));
    const say = (bytes: number) => (bytes / 1024).toFixed(1);
    console.log("\npage                              html   text  script  style   sum (KB, gzip)");
    for (const { kind, html, text, script, style } of weights) {
      const numbers = [html, text, script, style, html + script + style].map((size) => say(size).padStart(7));
      console.log(`${kind.path.padEnd(32)}${numbers.join("")}`);
    }
    const most = Math.max(...weights.map(({ html, script, style }) => html + script + style));
    return [{ check: "weights", seen: `heaviest ${say(most)} KB`, faults: weights.flatMap(overweight) }];
  },

  async html({ folder }) {
    const faults = await checkHtml(folder);
    const check = "Nu HTML checker";
    return [
      faults === null
        ? { check, seen: "no Java on this machine", faults: [], skipped: true }
        : { check, seen: "all pages", faults },
    ];
  },

  async lighthouse({ origin }) {
    const names = ["首页", "期", "文件（最长，82 行表）", "任务表（文中）", "检索"];
    const paths = KINDS.filter(({ name }) => names.includes(name)).map(({ path: place }) => place);
    const marks = await lighthouseMarks(origin, paths);
    return marks.map(({ path: place, marks: own, lost }) => ({
      check: `Lighthouse ${place}`,
      seen: Object.values(own).join(" / "),
      faults: Object.entries(own)
        .filter(([, mark]) => mark < 99)
        .map(([name, mark]) => [`${name} ${mark}`, ...lost].join(", ")),
    }));
  },
};

const { values } = parseArgs({ options: { only: { type: "string" }, dist: { type: "string" } } });
const folder = path.resolve(values.dist ?? fileURLToPath(new URL("../dist", import.meta.url)));
if (!existsSync(path.join(folder, "index.html")))
  throw new Error(`${folder} holds no site: run "npm run build" first`);

const wanted = values.only?.split(",") ?? Object.keys(checks);
const server: Server = await serve(folder);
const browser = await launchBrowser();
const findings: Finding[] = [];
try {
  for (const name of wanted) {
    const check = checks[name];
    if (check === undefined)
      throw new Error(`no check "${name}"; there are ${Object.keys(checks).join(", ")}`);
    findings.push(...(await check({ browser, origin: server.origin, folder })));
  }
} finally {
  await browser.close();
  await server.close();
}

/** Enough to see what is wrong; a fault of the layout is on every page. */
const SHOWN = 12;
for (const { check, faults } of findings) {
  if (faults.length > 0)
    console.log(
      `\n${check}:\n${faults
        .slice(0, SHOWN)
        .map((fault) => `  ${fault}`)
        .join("\n")}`,
    );
}
console.log(`\n${"check".padEnd(44)}${"seen".padEnd(30)}result`);
for (const { check, seen, faults, skipped } of findings) {
  const result = skipped === true ? "skipped" : faults.length === 0 ? "pass" : `${faults.length} faults`;
  console.log(`${check.padEnd(44)}${seen.padEnd(30)}${result}`);
}
process.exitCode = findings.some(({ faults }) => faults.length > 0) ? 1 : 0;
