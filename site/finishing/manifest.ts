/** The manifest of every file of a built site, and its signature where the editor has a key. */
import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { setImmediate as pause } from "node:timers/promises";
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
import { contentFolder, sourcePath } from "../folders.ts";

/** Size and hash of the files that a pattern finds but those that `except` finds. */
export async function listFiles(site: string, pattern: string[], except: string[]): Promise<ManifestFile[]> {
  const names = await glob(pattern, { cwd: site, dot: true, ignore: [...UNLISTED, PUBLIC_KEY, ...except] });
  const files: ManifestFile[] = [];
  // One after the other: a system has only so many files open at a time. What goes on meanwhile gets its turns.
  for (const name of names) {
    files.push(listed(name, readFileSync(path.join(site, name))));
    await pause();
  }
  return files;
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
