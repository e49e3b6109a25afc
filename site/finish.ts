/**
 * What makes a site of Astro's pages: the search index, then the manifest of every file. A process of its own, so
 * that what the pages took of memory is given back before the engine takes its share.
 */
import { fileURLToPath } from "node:url";
import { ENGINE_FOLDER, FILES_FOLDER } from "../src/search/write.ts";
import { listFiles, writeManifest } from "./finishing/manifest.ts";
import { indexSite } from "./finishing/search.ts";
import { distFolder } from "./folders.ts";

const site = fileURLToPath(distFolder);
/** What the indexing writes. */
const INDEXED = [`${ENGINE_FOLDER}/**`, `${FILES_FOLDER}/**`, "search/index.html"];

const [records, files] = await Promise.all([indexSite(site), listFiles(site, ["**"], INDEXED)]);
files.push(...(await listFiles(site, INDEXED, [])));
const signed = await writeManifest(site, files);
console.log(`${records} records, ${files.length} files${signed ? ", signed" : ""}`);
