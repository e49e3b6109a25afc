/** What the package offers: a gazette's bytes to documents, the schemas they satisfy, the formats made of them. */
import { reportOf } from "./document/report.ts";
import type { AnyDocument, ReportDocument } from "./document/schema.ts";
import { readGazette } from "./pipeline.ts";
import { readErrata } from "./source/errata.ts";

export {
  type AnyDocument,
  type AppointmentDocument,
  type Block,
  type ChronicleDocument,
  type Citation,
  type Correction,
  type Deadline,
  type Decision,
  type DocumentNumber,
  type IssueDocument,
  type Measure,
  type Mention,
  type NoticeDocument,
  type Party,
  type Position,
  type ReportDocument,
  schemas,
  type TableDocument,
  type Task,
  type TaskTableDocument,
} from "./document/schema.ts";
export { type ContextOptions, contextOf } from "./export/context.ts";
export type { ExportContext, ExportFile, Format, Publication } from "./export/format.ts";
export { formats } from "./export/index.ts";
export { DecodeError } from "./source/decode.ts";
export { YamlFileError } from "./source/yamlFile.ts";
export { MastheadError } from "./structure/mastheadError.ts";

/** How a gazette is read. */
export interface ParseOptions {
  /** The name of the source file, as `issue.source.file` says it. */
  file?: string;
  /** The text of its errata file (YAML), with the corrections that editors have made. */
  errata?: string;
}

/** A gazette as read. */
export interface ParsedGazette {
  /** The issue, its notices, appointments and chronicle, their tables and task tables, and the report. */
  documents: AnyDocument[];
  report: ReportDocument;
}

/**
 * Reads a printed gazette from its bytes (UTF-8, GB18030 or UTF-16, told by content).
 * @throws DecodeError where this is no text, MastheadError where no masthead is found, YamlFileError for bad errata
 */
export function parseGazette(
  bytes: Uint8Array,
  { file: name = "gazette.txt", errata }: ParseOptions = {},
): ParsedGazette {
  const corrections = errata === undefined ? undefined : readErrata(errata, name);
  const { compiled, file } = readGazette(bytes, name, undefined, corrections);
  const report = reportOf(compiled, file);
  const { issue, notices, taskTables, tables, appointments, chronicle } = compiled;
  const leading = [...notices, ...appointments, ...(chronicle === null ? [] : [chronicle])];
  return { documents: [issue, ...leading, ...tables, ...taskTables, report], report };
}
