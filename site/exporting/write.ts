/** Writes files to download into the site that is being built. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ExportFile, MadeFile } from "../../src/export/format.ts";
import { distFolder } from "../folders.ts";

/** Writes a file; gives what is to be told of it. */
export function write({ body, ...made }: ExportFile & MadeFile): MadeFile {
  const place = new URL(made.path.split("/").map(encodeURIComponent).join("/"), distFolder);
  mkdirSync(fileURLToPath(new URL(".", place)), { recursive: true });
  writeFileSync(place, body);
  return made;
}
