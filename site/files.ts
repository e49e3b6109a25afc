/** Where a document's data stands to be downloaded. */
import type { AnyDocument } from "../src/document/schema.ts";
import { dataFile } from "../src/export/json.ts";

/** From the site's root: `/data/2021-03/notices/pzf-2021-56.json`. */
export function dataPath(document: AnyDocument): string {
  return `/data/${dataFile(document)}`;
}
