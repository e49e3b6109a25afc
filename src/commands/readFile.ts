/** Reads one gazette for a command, with the errata beside it. */
import { hash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import type { VFile } from "vfile";
import type { CompiledIssue } from "../document/compile.ts";
import type { CorpusIndex } from "../document/corpusIndex.ts";
import { filesOf } from "../document/json.ts";
import { reportOf } from "../document/report.ts";
import type { ReportDocument } from "../document/schema.ts";
import {
  type CompiledGazette,
  compileFile,
  openFile,
  type ReadGazette,
  readCompiled,
  readGazette,
} from "../pipeline.ts";
import { type ErrataFile, readErrata } from "../source/errata.ts";
import { applySettings, type Settings } from "./configuration.ts";
import { inputErrorOf } from "./errors.ts";

/** Errata that were looked for beside a gazette: the name of the file, and the hash of its text, null where there is none. */
export interface Sought {
  name: string;
  hash: string | null;
}

/** A gazette as read, with its report. */
export interface ReadIssue {
  path: string;
  compiled: CompiledIssue;
  file: VFile;
  report: ReportDocument;
  /** The last of them was applied, where there is any. */
  errata: Sought[];
}

/** What the name of an errata file ends with. */
export const ERRATA_ENDING = ".errata.yaml";

/** What stands now where errata are looked for. */
export function seek(folder: string, name: string): { sought: Sought; text: string | null } {
  const path = join(folder, name);
  const text = existsSync(path) ? readFileSync(path, "utf8") : null;
  return { sought: { name, hash: text === null ? null : hash("sha256", text) }, text };
}

/** Reads bytes with the errata that are named like the file, or else like its issue; without them as `plain` does. */
function readWithErrata<Read extends CompiledGazette>(
  bytes: Uint8Array,
  path: string,
  plain: () => Read,
  corpus?: CorpusIndex,
): { read: Read | ReadGazette; errata: Sought[] } {
  const errata: Sought[] = [];
  const errataOf = (name: string): ErrataFile | null => {
    const { sought, text } = seek(dirname(path), name + ERRATA_ENDING);
    errata.push(sought);
    return text === null ? null : readErrata(text, join(dirname(path), sought.name));
  };
  const name = basename(path, extname(path));
  const own = errataOf(name);
  if (own) return { read: readGazette(bytes, path, corpus, own), errata };
  const read = plain();
  const { id } = read.compiled;
  const ofIssue = id === name ? null : errataOf(id);
  return { read: ofIssue ? readGazette(bytes, path, corpus, ofIssue) : read, errata };
}

/** What `read` gives. @throws InputError for what it throws of the input */
function reading<Value>(path: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw inputErrorOf(error, path);
  }
}

/** A gazette that was read, with its report; with settings, its doubts are as the editors set them. */
function reported(
  path: string,
  { compiled, file }: ReadGazette,
  errata: Sought[],
  settings?: Settings,
): ReadIssue {
  if (settings) applySettings(file, compiled, settings);
  return { path, compiled, file, report: reportOf(compiled, file), errata };
}

/**
 * Reads a file; with settings, its doubts are as the editors set them.
 * @throws InputError where it is missing, empty, binary, or has no masthead, or where its errata do not fit
 */
export const readIssue = (path: string, corpus?: CorpusIndex, settings?: Settings): ReadIssue =>
  reading(path, () => {
    const bytes = readFileSync(path);
    const { read, errata } = readWithErrata(bytes, path, () => readGazette(bytes, path, corpus), corpus);
    return reported(path, read, errata, settings);
  });

/** A gazette as read before others are known: nothing is doubted, what it cites of others is open. */
export interface SurveyedIssue extends Pick<ReadIssue, "path" | "errata"> {
  gazette: CompiledGazette;
}

/** Reads a file for what it has. @throws InputError as above */
export const surveyIssue = (path: string): SurveyedIssue =>
  reading(path, () => {
    const bytes = readFileSync(path);
    const { read, errata } = readWithErrata(bytes, path, () => compileFile(openFile(bytes, path)));
    return { path, gazette: read, errata };
  });

/** True where reading may go on from what was surveyed: errata are laid over a text that has been read whole. */
export const mayGoOn = ({ errata }: SurveyedIssue): boolean => errata.every(({ hash }) => hash === null);

/** Goes on reading where {@link surveyIssue} stopped. @throws InputError as above */
export const readSurveyed = (
  { path, gazette, errata }: SurveyedIssue,
  corpus: CorpusIndex,
  settings: Settings,
): ReadIssue => reading(path, () => reported(path, readCompiled(gazette, corpus), errata, settings));

/** The documents of a file as the texts of their files. @throws InputError where they do not fit the data model */
export function documentFiles(
  path: string,
  compiled: CompiledIssue,
  report: ReportDocument,
): Map<string, string> {
  return reading(path, () => filesOf(compiled, report));
}
