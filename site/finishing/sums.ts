/** Sizes and hashes of files, from those who wrote them to the manifest, which then need not read them again. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ManifestFile } from "../../src/export/manifest.ts";

/** In a site until it is finished, also in a part of one: a file from each who wrote. */
const SUMS = ".gongbao-sums";

/** Leaves them in a site, from those who wrote files of a kind. */
export function leaveSums(site: string, kind: "data" | "pages", files: readonly ManifestFile[]): void {
  const sums = files.map(({ path, bytes, sha256 }): ManifestFile => ({ path, bytes, sha256 }));
  const folder = path.join(site, SUMS);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${kind}.json`), JSON.stringify(sums));
}

/** Takes them out of a site, by path; none where none were left. */
export function takeSums(site: string): Map<string, ManifestFile> {
  const folder = path.join(site, SUMS);
  if (!existsSync(folder)) return new Map();
  const sums = readdirSync(folder).flatMap(
    (file) => JSON.parse(readFileSync(path.join(folder, file), "utf8")) as ManifestFile[],
  );
  rmSync(folder, { recursive: true });
  return new Map(sums.map((sum) => [sum.path, sum]));
}
