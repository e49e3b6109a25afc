/** Every format in which the gazette can be had; each is listed on `/data/`. */
import type { ExportContext, ExportFile, Format } from "./format.ts";
import { json } from "./json.ts";
import { openApi } from "./openApi.ts";
import { jsonSchema } from "./schema/format.ts";

/** The formats, in the order in which readers see them. */
export const formats: readonly Format[] = [json, jsonSchema, openApi];

/** A format with the files it made. */
export interface Exported {
  format: Format;
  files: readonly ExportFile[];
}

/** Makes the files of every format. */
export function exportAll(context: ExportContext): Promise<Exported[]> {
  return Promise.all(formats.map(async (format) => ({ format, files: await format.files(context) })));
}
