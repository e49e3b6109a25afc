/** A thread that has files stand in a site as they stand in the earlier one, while the others are made: folders take their time. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import type { Look } from "../../src/cache/sums.ts";
import { standAlso } from "./looks.ts";

/** The two sites, and the files by their paths under both, with their looks. */
export type Links = { earlier: string; site: string; files: [file: string, look: Look][] };

const { earlier, site, files } = workerData as Links;
const made = new Set<string>();

/** How each looks now. */
const looks = files.map(([file, look]) => {
  const to = path.join(site, file);
  const folder = path.dirname(to);
  if (!made.has(folder)) mkdirSync(folder, { recursive: true });
  made.add(folder);
  return standAlso(path.join(earlier, file), to, look);
});
parentPort?.postMessage(looks);
