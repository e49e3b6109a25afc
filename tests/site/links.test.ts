/** No link of the built site leads nowhere, every id stands once a page, and no page is heavier than it may be. */
import { beforeAll, describe, expect, it } from "vitest";
import { KINDS } from "../../scripts/audit/kinds.ts";
import { checkLinks, type LinkReport } from "../../scripts/audit/links.ts";
import { overweight, weigh } from "../../scripts/audit/weights.ts";
import { builtSite } from "./built.ts";

let folder: string;
let report: LinkReport;

beforeAll(async () => {
  folder = await builtSite();
  report = await checkLinks(folder);
});

describe("the built site", () => {
  it("has no broken link and no broken anchor", () => {
    expect(report.links).toBeGreaterThan(1000);
    expect(report.broken.slice(0, 20)).toEqual([]);
  });

  it("has every id once a page", () => {
    expect(report.twice.slice(0, 20)).toEqual([]);
  });

  it("keeps its pages within their budgets", async () => {
    const reading = KINDS.filter((kind) => kind.reading);
    const weights = await Promise.all(reading.map((kind) => weigh(folder, kind)));
    expect(weights.flatMap(overweight)).toEqual([]);
  });
});
