/** Results kept by the hash of what they were made from: safe to delete, never trusted across versions of the program. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { deserialize, serialize } from "node:v8";
import { crc32 } from "node:zlib";

/** A folder of results, and what stands for the program that makes them. */
export interface Cache {
  folder: string;
  version: string;
}

/** What a program at a root keeps from one run to the next; all of it may be deleted. */
export const cacheFolderOf = (root: string): string =>
  resolve(root, process.env["GONGBAO_CACHE"] ?? "node_modules/.astro", "gongbao");

/** The hash of a program: its sources, the versions of what it stands on, the runtime. */
export function versionOf(root: string): string {
  const hash = createHash("sha256").update(process.version).update(process.arch);
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
  const files = sources.filter((name) => name.endsWith(".ts")).map((name) => join("src", name));
  for (const file of [...files.sort(), "package-lock.json"])
    if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/** The cache of the program at a root. */
export const openCache = (folder: string, root: string): Cache => ({ folder, version: versionOf(root) });

/** The file of what is kept under a name for its beginnings. */
export function fileOf({ version }: Cache, name: string, from: Iterable<string | Uint8Array>): string {
  const hash = createHash("sha256").update(version);
  for (const part of from) hash.update(`${part.length} `).update(part);
  return `${name}.${hash.digest("hex").slice(0, 32)}`;
}

/** Tells of damage, and takes an eighth of the time of a hash that tells of more. */
function checkOf(bytes: Uint8Array): Buffer {
  const check = Buffer.alloc(CHECK);
  check.writeUInt32LE(crc32(bytes));
  return check;
}
const CHECK = 4;

/** What a file keeps; null where there is none, or where it is damaged. */
export function readKept<Value>({ folder }: Cache, file: string): { value: Value } | null {
  try {
    const bytes = readFileSync(join(folder, file));
    const body = bytes.subarray(CHECK);
    return checkOf(body).equals(bytes.subarray(0, CHECK)) ? { value: deserialize(body) as Value } : null;
  } catch {
    return null;
  }
}

/** Keeps a value. Where nothing can be written, nothing is kept: it is made anew the next time. */
export function keep({ folder }: Cache, file: string, value: unknown): void {
  const body = serialize(value);
  // By rename, so that nobody finds half of it.
  const fresh = join(folder, `.${file}.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(fresh, Buffer.concat([checkOf(body), body]));
      renameSync(fresh, join(folder, file));
    } catch {
      rmSync(fresh, { force: true });
    }
  } catch {
    // There is no such folder, nor can there be.
  }
}

/** Deletes the files that nobody needs. */
export function forget({ folder }: Cache, needless: (file: string) => boolean): void {
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder).filter(needless))
    rmSync(join(folder, file), { recursive: true, force: true });
}

/** Keeps a value in the place of what was kept under its name. */
export function replaceKept(cache: Cache, name: string, file: string, value: unknown): void {
  forget(cache, (old) => old.startsWith(`${name}.`));
  keep(cache, file, value);
}

/** What was kept under a name for the same beginnings and still holds, or what `make` gives, which takes its place. */
export async function kept<Value>(
  cache: Cache,
  name: string,
  from: Iterable<string | Uint8Array>,
  make: () => Promise<Value> | Value,
  holds: (value: Value) => boolean = () => true,
): Promise<Value> {
  const file = fileOf(cache, name, from);
  const known = readKept<Value>(cache, file);
  if (known !== null && holds(known.value)) return known.value;
  const value = await make();
  replaceKept(cache, name, file, value);
  return value;
}
