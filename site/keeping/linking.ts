/** A thread that has files stand in a site as they stand in the earlier one, while the others are made: folders take their time. */
import { parentPort, workerData } from "node:worker_threads";
import type { Look } from "../../src/cache/sums.ts";
import type { Earlier } from "../folders.ts";
import { standAlso } from "./looks.ts";

/** The files by their paths under both places, with their looks. */
export type Links = { earlier: Earlier; files: [file: string, look: Look][] };

const { earlier, files } = workerData as Links;

/** How each looks now. */
const looks = files.map(([file, look]) => standAlso(earlier, file, look));
parentPort?.postMessage(looks);
