/** The manifest of every file of a built site, and its signature where the editor has a key. */
import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import glob from "fast-glob";
import { type IssueDocument, schemas } from "../../src/document/schema.ts";
import { hashOf } from "../../src/export/hash.ts";
import {
  listed,
  MANIFEST,
  type ManifestFile,
  type ManifestSource,
  manifestText,
  PUBLIC_KEY,
  SIGNATURE,
  UNLISTED,
} from "../../src/export/manifest.ts";
import { publicKeyOf, signatureOf } from "../../src/export/signature.ts";
import { ENGINE_FOLDER, FILES_FOLDER, SEARCH_PAGE } from "../../src/search/layout.ts";
import { contentFolder, sourcePath } from "../folders.ts";
import { takeSums } from "./sums.ts";
import { filesIn } from "./walk.ts";

/** What is not listed, and what the indexing writes, which tells of its files itself. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...UNLISTED,
  PUBLIC_KEY,
  ENGINE_FOLDER,
  FILES_FOLDER,
  SEARCH_PAGE,
]);

/** Size and hash of the files of a site, those that are kept of the earlier one too, but those that the indexing writes. */
export function listFiles(site: string): ManifestFile[] {
  const files = takeSums(site);
  for (const name of filesIn(site, LEFT_OUT))
    if (!files.has(name)) files.set(name, listed(name, readFileSync(path.join(site, name))));
  return [...files.values()];
}

/** Writes the manifest of these files; true where it is signed. */
export async function writeManifest(site: string, files: ManifestFile[]): Promise<boolean> {
  const key = await privateKey();
  const known = key === null ? [] : [await writeKey(path.join(site, PUBLIC_KEY), publicKeyOf(key))];
  const text = Buffer.from(manifestText([...files, ...known], await sources()));
  await writeFile(path.join(site, MANIFEST), text);
  if (key !== null) await writeFile(path.join(site, SIGNATURE), signatureOf(text, key));
  return key !== null;
}

async function writeKey(file: string, key: string): Promise<ManifestFile> {
  await writeFile(file, key);
  return listed(PUBLIC_KEY, Buffer.from(key));
}

/** The editor's private key, which never gets into the site. */
async function privateKey(): Promise<string | null> {
  const file = process.env.GONGBAO_KEY;
  return file === undefined || file === "" ? null : readFile(file, "utf8");
}

/** The source texts of all issues. @throws where one is no longer what its issue was read from */
async function sources(): Promise<ManifestSource[]> {
  const files = await glob("*/issue.json", { cwd: fileURLToPath(contentFolder), absolute: true });
  return files.map((file) => sourceOf(schemas.issue.parse(JSON.parse(readFileSync(file, "utf8")))));
}

function sourceOf({ id, source }: IssueDocument): ManifestSource {
  const place = sourcePath(source.file);
  const bytes = place === null ? null : readFileSync(place);
  if (bytes !== null && hashOf(bytes) !== source.sha256)
    throw new Error(`${source.file}: 与 content/${id}/issue.json 所记的原文不同；请重新运行 npm run build`);
  return { issue: id, file: source.file, bytes: bytes?.length ?? null, sha256: source.sha256 };
}
