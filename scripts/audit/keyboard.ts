/** Walks a page by Tab from the first stop to the last: every interactive part is reached, seen, and says its name. */
import type { Page } from "playwright-core";

export type Walk = { stops: number; missed: string[] };

const STOPS = "a[href], button, input, select, textarea, summary, [tabindex]";
/** No page has more stops than this; a walk that takes longer goes round in a trap. */
const MOST = 3000;

export async function walkByKeyboard(page: Page): Promise<Walk> {
  const expected = await page.evaluate((stops) => {
    const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const list = [...document.querySelectorAll<HTMLElement>(stops)].filter(
      (element) => element.tabIndex >= 0 && shown(element) && !element.matches(":disabled"),
    );
    for (const [at, element] of list.entries()) element.dataset.stop = String(at);
    document.body.focus();
    return list.length;
  }, STOPS);
  const reached = new Set<string>();
  const missed: string[] = [];
  for (let turn = 0; turn < Math.min(MOST, expected + 1); turn += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (element === null || element === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return {
        at: element.dataset.stop ?? "",
        html: element.outerHTML.slice(0, 120),
        visible: outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0,
      };
    });
    if (stop === null) break;
    if (!stop.visible) missed.push(`no visible focus: ${stop.html}`);
    reached.add(stop.at);
  }
  const unreached = await page.evaluate(
    (seen) =>
      [...document.querySelectorAll<HTMLElement>("[data-stop]")]
        .filter(({ dataset }) => !seen.includes(dataset.stop ?? ""))
        .map((element) => `not reached: ${element.outerHTML.slice(0, 120)}`),
    [...reached],
  );
  return { stops: reached.size, missed: [...missed, ...unreached] };
}
