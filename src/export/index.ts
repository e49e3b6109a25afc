/** Every format in which the gazette can be had; each is listed on `/data/`. */
import { word } from "./docx/word.ts";
import type { ExportContext, ExportFile, Format } from "./format.ts";
import { json } from "./json.ts";

/** The formats, in the order in which readers see them. */
export const formats: readonly Format[] = [json, word];

/** A format with the files it made. */
export interface Exported {
  format: Format;
  files: readonly ExportFile[];
}

/** Makes the files of every format. */
export function exportAll(context: ExportContext): Promise<Exported[]> {
  return Promise.all(formats.map(async (format) => ({ format, files: await format.files(context) })));
}
