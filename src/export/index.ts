/** Every format in which the gazette can be had; each is listed on `/data/`. */
import { akomaNtoso } from "./akn/index.ts";
import { csv } from "./csv.ts";
import { datapackage } from "./datapackage.ts";
import { word } from "./docx/word.ts";
import { epub } from "./epub/index.ts";
import type { ExportContext, ExportFile, Format, MadeFile } from "./format.ts";
import { hashOf } from "./hash.ts";
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

export { json, word };

/** A format with the files it made. */
export interface Exported<File extends MadeFile = ExportFile & MadeFile> {
  format: Description;
  files: readonly File[];
}

/** A file with its size and hash; its body, which may be made when it is read, is read once. */
function measured({ path, title, body }: ExportFile): ExportFile & MadeFile {
  const bytes = Buffer.from(body);
  return {
    path,
    ...(title === undefined ? {} : { title }),
    body,
    bytes: bytes.length,
    sha256: hashOf(bytes),
  };
}

/** Makes the files of every format, and the catalogue of them all. */
export function exportAll(context: ExportContext): Promise<Exported[]> {
  return exportEach(context, (file) => file);
}

/** The same, a format after the other; `keep` takes each file in hand and gives what is to be known of it later. */
export async function exportEach<File extends MadeFile>(
  context: ExportContext,
  keep: (file: ExportFile & MadeFile) => File,
  /** The files of a format that are kept already, where they are made elsewhere. */
  elsewhere: (format: Format) => Promise<readonly File[]> | undefined = () => undefined,
): Promise<Exported<File>[]> {
  const made: { format: Format; files: Promise<readonly File[]> | readonly File[] }[] = [];
  for (const format of formats)
    made.push({ format, files: elsewhere(format) ?? keptFiles(await format.files(context), keep) });
  const whole = await Promise.all(made.map(async ({ format, files }) => ({ format, files: await files })));
  return [...whole, { format: catalogue, files: keptFiles(catalogueFiles(context, whole), keep) }];
}

/** Measures and keeps the files of a format. */
export function keptFiles<File extends MadeFile>(
  files: readonly ExportFile[],
  keep: (file: ExportFile & MadeFile) => File,
): File[] {
  return files.map((file) => keep(measured(file)));
}
