/** Sizes and hashes of data files, from those who wrote them to the manifest, which then need not read them again. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { MadeFile } from "../../src/export/format.ts";
import type { ManifestFile } from "../../src/export/manifest.ts";

/** In a site until it is finished, also in a part of one. */
const SUMS = ".gongbao-sums.json";

/** Leaves them in a site. */
export function leaveSums(site: string, files: readonly MadeFile[]): void {
  const sums = files.map(({ path, bytes, sha256 }): ManifestFile => ({ path, bytes, sha256 }));
  writeFileSync(path.join(site, SUMS), JSON.stringify(sums));
}

/** Takes them out of a site, by path; none where none were left. */
export function takeSums(site: string): Map<string, ManifestFile> {
  const file = path.join(site, SUMS);
  if (!existsSync(file)) return new Map();
  const sums = JSON.parse(readFileSync(file, "utf8")) as ManifestFile[];
  rmSync(file);
  return new Map(sums.map((sum) => [sum.path, sum]));
}
