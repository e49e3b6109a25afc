/** Every format in which the gazette can be had; each is listed on `/data/`. */
import { akomaNtoso } from "./akn/index.ts";
import { csv } from "./csv.ts";
import { datapackage } from "./datapackage.ts";
import { word } from "./docx/word.ts";
import { epub } from "./epub/index.ts";
import type { ExportContext, ExportFile, Format } from "./format.ts";
import { json } from "./json.ts";
import { catalogue, catalogueFiles } from "./linked/catalogue.ts";
import type { Description } from "./linked/distributions.ts";
import { linked } from "./linked/index.ts";
import { ndjson } from "./ndjson.ts";
import { openApi } from "./openApi.ts";
import { parquet } from "./parquet.ts";
import { jsonSchema } from "./schema/format.ts";
import { sqlite } from "./sqlite/index.ts";
import { text } from "./text.ts";

/** The formats, in the order in which readers see them. */
export const formats: readonly Format[] = [
  json,
  word,
  text,
  epub,
  csv,
  ndjson,
  parquet,
  datapackage,
  sqlite,
  akomaNtoso,
  linked,
  jsonSchema,
  openApi,
];

export { json };

/** A format with the files it made. */
export interface Exported {
  format: Description;
  files: readonly ExportFile[];
}

/** Makes the files of every format, and the catalogue of them all. */
export async function exportAll(context: ExportContext): Promise<Exported[]> {
  const made = await Promise.all(
    formats.map(async (format) => ({ format, files: await format.files(context) })),
  );
  return [...made, { format: catalogue, files: catalogueFiles(context, made) }];
}
