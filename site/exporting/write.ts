/** Writes files to download into the site that is being built. */
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ExportFile, MadeFile } from "../../src/export/format.ts";
import type { Sink } from "../../src/export/pieces.ts";
import { distFolder } from "../folders.ts";

const root = fileURLToPath(distFolder);
const folders = new Set<string>();

/** Opens a file that is written piece by piece; `end` is told of it. */
export function openFile({ path, title }: Omit<ExportFile, "body">, end: (made: MadeFile) => void): Sink {
  const file = openSync(placeOf(path), "w");
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    append: (part) => {
      writeSync(file, part);
      hash.update(part);
      bytes += part.length;
    },
    end: () => {
      closeSync(file);
      end({ path, ...(title === undefined ? {} : { title }), bytes, sha256: hash.digest("hex") });
    },
  };
}

/** Writes a file; gives what is to be told of it. */
export function write({ body, ...made }: ExportFile & MadeFile): MadeFile {
  writeFileSync(placeOf(made.path), body);
  return made;
}

/** Where a file is to stand; its folder is there. */
function placeOf(path: string): string {
  const place = join(root, path);
  const folder = dirname(place);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  return place;
}
