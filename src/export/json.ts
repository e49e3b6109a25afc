/** The documents as they stand in `content/`, byte for byte, and a catalogue of them. */
import { toJson } from "../document/json.ts";
import type { AnyDocument } from "../document/schema.ts";
import { type CataloguedFile, catalogueOf } from "./catalogue/build.ts";
import type { ExportContext, ExportFile, Format } from "./format.ts";
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

/** A document as its file, and what the catalogue says of it. */
interface Filed {
  file: ExportFile;
  catalogued: CataloguedFile;
}

function filed(document: AnyDocument, { address }: ExportContext): Filed {
  const path = `data/${dataFile(document)}`;
  const body = toJson(document);
  return {
    file: { path, body },
    catalogued: { data: address(`/${path}`), bytes: Buffer.byteLength(body), sha256: hashOf(body) },
  };
}

/** Files documents, each once however often it is asked for. */
function filing(context: ExportContext): (document: AnyDocument) => Filed {
  const made = new Map<AnyDocument, Filed>();
  return (document) => {
    const known = made.get(document) ?? filed(document, context);
    made.set(document, known);
    return known;
  };
}

export const json: Format = {
  id: "json",
  name: "JSON",
  summary: "每件文件、任务表、表格、任免、大事记各一个文件，字段最全，逐段带原文行列；index.json 是总目。",
  mediaType: "application/json",
  specification: "https://www.rfc-editor.org/rfc/rfc8259",
  // It names the schema of each address.
  schema: "/data/openapi.json",
  files: (context) => {
    const fileOf = filing(context);
    const catalogue = catalogueOf(context, (document) => fileOf(document).catalogued);
    return [
      { path: "data/index.json", body: `${JSON.stringify(catalogue, null, 2)}\n`, title: "总目" },
      ...documentsIn(context).map((document) => fileOf(document).file),
    ];
  },
};
