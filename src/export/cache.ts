/** Results kept by the hash of what they were made from: safe to delete, never trusted across versions of the program. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";

/** A folder of results, and what stands for the program that makes them. */
export interface Cache {
  folder: string;
  version: string;
}

/** The hash of a program: its sources, the versions of what it stands on, the runtime. */
function versionOf(root: string): string {
  const hash = createHash("sha256").update(process.version).update(process.arch);
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
  const files = sources.filter((name) => name.endsWith(".ts")).map((name) => join("src", name));
  for (const file of [...files.sort(), "package-lock.json"])
    if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/** The cache of the program at a root. */
export const openCache = (folder: string, root: string): Cache => ({ folder, version: versionOf(root) });

/** What was kept under a name for the same beginnings, or what `make` gives, which takes the place of it. */
export async function kept<Value>(
  { folder, version }: Cache,
  name: string,
  from: Iterable<string | Uint8Array>,
  make: () => Promise<Value>,
): Promise<Value> {
  const hash = createHash("sha256").update(version);
  for (const part of from) hash.update(`${part.length} `).update(part);
  const file = `${name}.${hash.digest("hex").slice(0, 32)}`;
  const known = readKept<Value>(join(folder, file));
  if (known !== null) return known.value;
  const value = await make();
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder).filter((each) => each.startsWith(`${name}.`)))
    rmSync(join(folder, old), { force: true });
  // By rename, so that nobody finds half of it.
  const fresh = join(folder, `.${file}.${process.pid}`);
  writeFileSync(fresh, serialize(value));
  renameSync(fresh, join(folder, file));
  return value;
}

/** Null where nothing is kept, or what is cannot be read. */
function readKept<Value>(file: string): { value: Value } | null {
  try {
    return { value: deserialize(readFileSync(file)) as Value };
  } catch {
    return null;
  }
}
