/** Writes files to download into the site that is being built. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ExportFile, MadeFile } from "../../src/export/format.ts";
import { distFolder } from "../folders.ts";

const root = fileURLToPath(distFolder);
const folders = new Set<string>();

/** Writes a file; gives what is to be told of it. */
export function write({ body, ...made }: ExportFile & MadeFile): MadeFile {
  const place = join(root, made.path);
  const folder = dirname(place);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  writeFileSync(place, body);
  return made;
}
