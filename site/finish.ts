/**
 * What makes a site of Astro's pages: the search index, then the manifest of every file. A process of its own: a
 * build starts it beside the pages, and it waits for them with the index at hand.
 */
import { fileURLToPath } from "node:url";
import { listFilesBeside, writeManifest } from "./finishing/manifest.ts";
import { indexAside } from "./finishing/search.ts";
import { distFolder } from "./folders.ts";
import { ready } from "./ready.ts";

const site = fileURLToPath(distFolder);
const indexing = indexAside(site);
const [others, { records, files }] = await Promise.all([
  ready().then(() => listFilesBeside(site)),
  indexing.then(async (index) => {
    await ready();
    return index.moveIn();
  }),
]);
const signed = await writeManifest(site, [...files, ...others]);
console.log(`${records} records, ${files.length + others.length} files${signed ? ", signed" : ""}`);
