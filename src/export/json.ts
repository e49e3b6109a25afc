/** The documents as they stand in `content/`, byte for byte. */
import { type AnyDocument, schemas } from "../document/schema.ts";
import type { ExportContext, Format } from "./format.ts";

const FOLDERS: Partial<Record<AnyDocument["type"], string>> = {
  notice: "notices",
  "task-table": "task-tables",
  table: "tables",
  appointment: "appointments",
};

/** Where a document stands under `/data/`: `2021-03/notices/pzf-2021-56.json`, as under `content/`. */
export function dataFile(document: AnyDocument): string {
  if (document.type === "report") return `${document.issue}/report.json`;
  const [issue, slug] = document.id.split("/") as [string, string | undefined];
  const folder = FOLDERS[document.type];
  return folder === undefined ? `${issue}/${document.type}.json` : `${issue}/${folder}/${slug}.json`;
}

/** Every document of the gazette: issues, notices, appointments, chronicles, tables, task tables, reports. */
export function documentsIn({ gazette }: Pick<ExportContext, "gazette">): AnyDocument[] {
  return [
    ...gazette.issues,
    ...gazette.leading.values(),
    ...gazette.taskTables,
    ...gazette.tables,
    ...gazette.reports,
  ];
}

/** The bytes of a document's file. */
export const jsonText = (document: AnyDocument): string =>
  `${JSON.stringify(schemas[document.type].parse(document), null, 2)}\n`;

export const json: Format = {
  id: "json",
  name: "JSON",
  summary: "每件文件、任务表、表格、任免、大事记各一个文件，字段最全，逐段带原文行列。",
  mediaType: "application/json",
  specification: "https://www.rfc-editor.org/rfc/rfc8259",
  schema: "/data/schema/v1/",
  files: (context) =>
    documentsIn(context).map((document) => ({
      path: `data/${dataFile(document)}`,
      body: jsonText(document),
    })),
};
