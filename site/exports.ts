/** The gazette in every format of `src/export/`, made once for the pages that list and serve the files. */
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import type { ExportContext, ExportFile, MadeFile } from "../src/export/format.ts";
import { exportAll, type Exported as Made } from "../src/export/index.ts";
import { developing } from "./developing.ts";
import { writingFiles } from "./exporting/threads.ts";
import { standingPlace } from "./folders.ts";
import { readLibrary } from "./library.ts";
import { onceForABuild } from "./once.ts";
import { publishing } from "./publication.ts";
import { makesShared } from "./shard.ts";

/** A file with its body where it was not written yet. */
export type SiteFile = MadeFile & Partial<ExportFile>;
export type Exported = Made<SiteFile>;

/** While developing the files are made and served on demand; a build writes them in threads beside the pages. */
export const readExports = onceForABuild(async (): Promise<Exported[]> => {
  if (developing) return exportAll(await exportContext());
  return makesShared ? writingFiles() : [];
});

/** The first bytes of a file. */
export function startOf({ body, path: name }: SiteFile, length: number): Buffer {
  if (body !== undefined) return Buffer.from(body).subarray(0, length);
  const file = openSync(standingPlace(name), "r");
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

/** The body of a file, from where it was written. */
export function bodyOf(file: SiteFile): string | Uint8Array {
  return file.body ?? readFileSync(standingPlace(file.path));
}

/** What the formats draw on. */
export async function exportContext(): Promise<ExportContext> {
  const { gazette, organizations, canonical, people, citing } = await readLibrary();
  return { gazette, organizations, canonical, people, citing, ...publishing };
}

// A build's threads start before the first page that asks for its files.
if (!developing) void readExports();
