/** The documents as they stand in `content/`, byte for byte, and a catalogue of them. */
import { toJson } from "../document/json.ts";
import type { AnyDocument } from "../document/schema.ts";
import { type CataloguedFile, catalogueOf } from "./catalogue/build.ts";
import { type ExportContext, type ExportFile, type Format, fileOnRead, type MadeFile } from "./format.ts";
import { hashOf } from "./hash.ts";

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

const pathOf = (document: AnyDocument): string => `data/${dataFile(document)}`;

/** What the catalogue says of a document's file. */
function catalogued(document: AnyDocument, { address, made }: ExportContext): CataloguedFile {
  const path = pathOf(document);
  const { bytes, sha256 } = made?.(path) ?? weighed(toJson(document));
  return { data: address(`/${path}`), bytes, sha256 };
}

function weighed(text: string): Pick<MadeFile, "bytes" | "sha256"> {
  const body = Buffer.from(text);
  return { bytes: body.length, sha256: hashOf(body) };
}

/** The file of each document. */
export function documentFiles(context: Pick<ExportContext, "gazette" | "written">): ExportFile[] {
  return documentsIn(context).map((document) =>
    fileOnRead({ path: pathOf(document) }, () => context.written?.(document) ?? toJson(document)),
  );
}

export const json: Format = {
  id: "json",
  name: "JSON",
  summary: "每件文件、任务表、表格、任免、大事记各一个文件，字段最全，逐段带原文行列；index.json 是总目。",
  mediaType: "application/json",
  specification: "https://www.rfc-editor.org/rfc/rfc8259",
  // It names the schema of each address.
  schema: "/data/openapi.json",
  files: (context) => [
    fileOnRead({ path: "data/index.json", title: "总目" }, () => {
      const catalogue = catalogueOf(context, (document) => catalogued(document, context));
      return `${JSON.stringify(catalogue, null, 2)}\n`;
    }),
    ...documentFiles(context),
  ],
};
