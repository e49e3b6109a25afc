/** Where a document's data stands to be downloaded: the same names as in `content/`. */
import type { AnyDocument } from "../src/document/schema.ts";

const FOLDERS = {
  notice: "notices",
  appointment: "appointments",
  table: "tables",
  "task-table": "task-tables",
} as const;

export type Published = Exclude<AnyDocument, { type: "report" }>;

/** The path below `/data/`, without its ending. */
export function dataFile(document: Published): string {
  if (document.type === "issue") return `${document.id}/issue`;
  if (document.type === "chronicle") return `${document.issue}/chronicle`;
  return `${document.issue}/${FOLDERS[document.type]}/${document.id.slice(document.issue.length + 1)}`;
}

/** The bytes that are written, the same as in `content/`. */
export function dataText(document: Published): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** From the site's root: `/data/2021-03/notices/pzf-2021-56.json`. */
export function dataPath(document: Published): string {
  return `/data/${dataFile(document)}.json`;
}
