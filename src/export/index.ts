/** Every format in which the gazette can be had; each is listed on `/data/`. */
import type { ExportContext, ExportFile, Format } from "./format.ts";
import { json } from "./json.ts";
import { catalogue, catalogueFiles } from "./linked/catalogue.ts";
import type { Description } from "./linked/distributions.ts";
import { linked } from "./linked/index.ts";

/** The formats, in the order in which readers see them. */
export const formats: readonly Format[] = [json, linked];

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
