/** What stands for the program that makes pages, and for all that it reads beside documents and sources. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Cache, versionOf } from "../../src/cache/cache.ts";
import { cacheFolder, pagesFolder } from "../folders.ts";

/** The settings that a build is given by its environment. */
const GIVEN = ["GONGBAO_SETTINGS", "NODE_ENV"];

/** The cache of pages: of this program, these settings, and these pages of editors. */
export function openPageCache(root: string): Cache {
  const hash = createHash("sha256").update(versionOf(root));
  for (const name of GIVEN) hash.update(`${name}=${process.env[name]}\n`);
  for (const folder of [join(root, "site"), fileURLToPath(pagesFolder)])
    for (const file of filesUnder(folder)) hash.update(file).update(readFileSync(join(folder, file)));
  for (const file of ["astro.config.mjs", "tsconfig.json", "package.json"])
    hash.update(file).update(readFileSync(join(root, file)));
  return { folder: cacheFolder, version: hash.digest("hex") };
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length))
    .sort();
}
