/** Every format in which the gazette can be had; each is listed on `/data/`. */
import { aknOfIssue, akomaNtoso } from "./akn/index.ts";
import { csv, printedTables } from "./csv.ts";
import { datapackage } from "./datapackage.ts";
import { word } from "./docx/word.ts";
import { epub, epubOfIssue } from "./epub/index.ts";
import type { ExportContext, ExportFile, Format, MadeFile } from "./format.ts";
import { hashOf } from "./hash.ts";
import type { IssueContext } from "./issue.ts";
import { documentFiles, json } from "./json.ts";
import { catalogue, catalogueFiles } from "./linked/catalogue.ts";
import type { Description } from "./linked/distributions.ts";
import { linked, linkedOfIssue } from "./linked/index.ts";
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

/** Those that tell of the files of single issues, and so come after them. */
const TELLING: ReadonlySet<Format> = new Set([json, word, text, csv, datapackage]);

/** A format with the files it made. */
export interface Exported<File extends MadeFile = ExportFile & MadeFile> {
  format: Description;
  files: readonly File[];
}

/** A file with its size and hash; its body, which may be made when it is read, is read once and is bytes from then on. */
export function measured({ path, title, body }: ExportFile): ExportFile & MadeFile & { body: Uint8Array } {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  return {
    path,
    ...(title === undefined ? {} : { title }),
    body: bytes,
    bytes: bytes.length,
    sha256: hashOf(bytes),
  };
}

/** The files of an issue that show nothing but its own documents; `context` is of it alone. */
export async function filesAlone(context: ExportContext): Promise<ExportFile[]> {
  return [
    ...documentFiles(context),
    ...(await word.files(context)),
    ...(await text.files(context)),
    ...printedTables(context).map(({ file }) => file),
  ];
}

/** The files of an issue that show what others say of what it names. */
export function filesAmongOthers(context: IssueContext): ExportFile[] {
  return [...epubOfIssue(context), ...aknOfIssue(context), ...linkedOfIssue(context)];
}

/** Makes the files of every format, and the catalogue of them all. */
export function exportAll(context: ExportContext): Promise<Exported[]> {
  return exportEach(context, (file) => file, new Map());
}

/**
 * The same, a format after the other; `keep` takes each file in hand and gives what is to be known of it later. Files
 * that are `known` by their paths are not made again. Those of single issues may become known until `issues` is there.
 */
export async function exportEach<File extends MadeFile>(
  context: ExportContext,
  keep: (file: ExportFile & MadeFile) => File,
  known: ReadonlyMap<string, File>,
  issues: Promise<unknown> = Promise.resolve(),
): Promise<Exported<File>[]> {
  const made = new Map<Format, File[]>();
  const make = async (format: Format): Promise<void> => {
    made.set(format, await filesOf(format, context, known, keep));
  };
  for (const format of formats) if (!TELLING.has(format)) await make(format);
  await issues;
  for (const format of TELLING) await make(format);
  const whole = formats.map((format) => ({ format, files: made.get(format) ?? [] }));
  const told = catalogueFiles(context, whole).map((file) => keep(measured(file)));
  return [...whole, { format: catalogue, files: told }];
}

async function filesOf<File extends MadeFile>(
  format: Format,
  context: ExportContext,
  known: ReadonlyMap<string, File>,
  keep: (file: ExportFile & MadeFile) => File,
): Promise<File[]> {
  // Word files are not made when they are read but all at once.
  const paths = format === word ? word.paths(context) : [];
  const present = paths.flatMap((path) => known.get(path) ?? []);
  if (paths.length > 0 && present.length === paths.length) return present;
  return (await format.files(context)).map((file) => known.get(file.path) ?? keep(measured(file)));
}
