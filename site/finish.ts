/**
 * What makes a site of Astro's pages: the search index, then the manifest of every file. A process of its own, so
 * that what the pages took of memory is given back before the engine takes its share.
 */
import { fileURLToPath } from "node:url";
import { listFilesBeside, writeManifest } from "./finishing/manifest.ts";
import { indexSite } from "./finishing/search.ts";
import { distFolder } from "./folders.ts";

const site = fileURLToPath(distFolder);
const [{ records, files }, others] = await Promise.all([indexSite(site), listFilesBeside(site)]);
const signed = await writeManifest(site, [...files, ...others]);
console.log(`${records} records, ${files.length + others.length} files${signed ? ", signed" : ""}`);
