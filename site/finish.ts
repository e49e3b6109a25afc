/** What makes a site of Astro's pages and of the index beside them: that is moved in, and the manifest lists every file. */
import { fileURLToPath } from "node:url";
import { listFiles, writeManifest } from "./finishing/manifest.ts";
import { moveIndexIn } from "./finishing/search.ts";
import { distFolder } from "./folders.ts";

const site = fileURLToPath(distFolder);
const others = listFiles(site);
const { records, files } = await moveIndexIn(site);
const signed = await writeManifest(site, [...files, ...others]);
console.log(`${records} records, ${files.length + others.length} files${signed ? ", signed" : ""}`);
