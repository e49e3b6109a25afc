/** A build after edits, and one made in parts, give the bytes of a build from nothing. */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Sites } from "./sites.ts";

/** How many pages a build rendered. */
const rendered = (told: string): number => Number(/(\d+) page\(s\) built/u.exec(told)?.[1]);

test("a build with what the last one kept, and one of parts, give the same bytes as one from nothing", () => {
  const sites = new Sites();
  // Of two years, so that each part has pages.
  for (const year of [2021, 2022]) sites.issue(year, 1);
  const all = rendered(sites.build("kept"));
  const again = (clean: string): void => {
    // What somebody wrote into the earlier site never gets into the next one.
    writeFileSync(join(sites.root, "kept/dist/2022-01/index.html"), "x");
    sites.damage("kept", "search-");
    expect(rendered(sites.build("kept"))).toBeLessThan(all * 0.8);
    sites.expectListed("kept");
    sites.build(clean);
    sites.expectSame("kept", clean);
  };

  sites.edit("2022-01.txt", "工作", "任务");
  const lines = readFileSync(join(sites.root, "seeds/2021-01.txt"), "utf8").split("\n");
  const at = lines.findLastIndex((line) => line.split("工作").length === 2);
  sites.seed("2021-01.errata.yaml", `- at: ${at + 1}\n  find: 工作\n  replace: 职责\n  reason: 试\n`);
  again("edited");

  // Where no document changed, no data file is made again.
  const database = (): number => statSync(join(sites.root, "kept/dist/data/gongbao.sqlite")).ino;
  const before = database();
  sites.build("kept");
  expect(database()).toBe(before);
  sites.expectSame("kept", "edited");

  sites.remove("2021-01.errata.yaml");
  sites.remove("2021-01.txt");
  for (const number of [2, 3]) sites.issue(2021, number, 2);
  const names = ["kept", "added", "parts"];
  for (const name of names) sites.authority(name, "县财政局: [县水务局, 县农业农村局]\n");
  again("added");

  for (const shard of ["1/2", "2/2"]) sites.build("parts", "--shard", shard);
  sites.build("parts", "--join", "2");
  sites.expectSame("parts", "added");
}, 600_000);
