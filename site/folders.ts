/** Where the site finds documents and sources; a test or another county names other folders. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { cacheFolderOf, openCache } from "../src/cache/cache.ts";
import { Sums } from "../src/cache/sums.ts";

const root = process.cwd();
const folder = (name: string) => pathToFileURL(`${path.resolve(root, name)}/`);

/** Folders of one issue each, as the compiler writes them. */
export const contentFolder = folder(process.env.GONGBAO_CONTENT ?? "content");

/** Markdown by editors. */
export const pagesFolder = folder(process.env.GONGBAO_PAGES ?? "content/pages");

/** Where the site is built. */
export const distFolder = folder(process.env.GONGBAO_DIST ?? "dist");

/**
 * The site that was built before, from which files may be taken over, and where these come to stand: never among those that
 * are made, since who writes over a link writes into the earlier site.
 */
export interface Earlier {
  site: string;
  kept: string;
}

/** Null where none is to be. */
export const earlier: Earlier | null =
  process.env.GONGBAO_EARLIER === undefined
    ? null
    : {
        site: path.resolve(root, process.env.GONGBAO_EARLIER),
        kept: `${path.resolve(fileURLToPath(distFolder))}-kept`,
      };

/** Where a file of the site stands while that is built: made anew, or taken over. */
export function standingPlace(file: string): string {
  const made = path.join(fileURLToPath(distFolder), file);
  return earlier === null || existsSync(made) ? made : path.join(earlier.kept, file);
}

/** What a build keeps for the next one; it may be deleted. */
export const cacheFolder = cacheFolderOf(root);

/** The sums of documents' files, as the compiler left them where it wrote these. */
export const openSums = (): Sums => new Sums(openCache(cacheFolder, root));

/** The source text of an issue, looked for as its file is named and in the folder of seeds; null if it is not there. */
export function sourcePath(file: string): string | null {
  const seeds = process.env.GONGBAO_SEEDS ?? "seeds";
  const places = [path.resolve(root, seeds, path.basename(file)), path.resolve(root, file)];
  return places.find((place) => existsSync(place)) ?? null;
}

/** Which printed names are one body, in YAML; empty where editors keep no such file. */
export function authorityText(): string {
  const file = new URL("authority/organizations.yaml", contentFolder);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
