/** Lighthouse's four marks for a page, on a phone as Lighthouse simulates one. */
import type { Browser } from "playwright-core";
import { launchBrowser } from "../browser.ts";

export type Marks = { path: string; marks: Record<string, number>; lost: string[] };

const PORT = 9333;

export async function lighthouseMarks(origin: string, paths: string[]): Promise<Marks[]> {
  const { default: lighthouse } = await import("lighthouse");
  let browser: Browser | undefined;
  const all: Marks[] = [];
  try {
    browser = await launchBrowser([`--remote-debugging-port=${PORT}`]);
    // A fresh tab reads the machine's fonts with its first page: not that page's doing, so it is measured again.
    for (const [turn, path] of [...paths.slice(0, 1), ...paths].entries()) {
      const result = await lighthouse(`${origin}${path}`, { port: PORT, logLevel: "silent", output: "json" });
      if (turn === 0 || result === undefined) continue;
      const { categories, audits } = result.lhr;
      const marks = Object.fromEntries(
        Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]),
      );
      const lost = Object.values(categories).flatMap(({ auditRefs }) =>
        auditRefs
          .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
          .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ""}`.trim()),
      );
      all.push({ path, marks, lost });
    }
  } finally {
    await browser?.close();
  }
  return all;
}
