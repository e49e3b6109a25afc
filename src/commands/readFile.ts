/** Reads one gazette for a command, with the errata beside it. */
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import type { VFile } from "vfile";
import type { CompiledIssue } from "../document/compile.ts";
import type { CorpusIndex } from "../document/corpusIndex.ts";
import { filesOf } from "../document/json.ts";
import { reportOf } from "../document/report.ts";
import type { ReportDocument } from "../document/schema.ts";
import { type ReadGazette, readGazette } from "../pipeline.ts";
import { type ErrataFile, readErrata } from "../source/errata.ts";
import { applySettings, type Settings } from "./configuration.ts";
import { inputErrorOf } from "./errors.ts";

/** A gazette as read, with its report. */
export interface ReadIssue {
  path: string;
  compiled: CompiledIssue;
  file: VFile;
  report: ReportDocument;
  /** The errata that were applied, where the issue has any. */
  errata: string | null;
}

/** What the name of an errata file ends with. */
export const ERRATA_ENDING = ".errata.yaml";

function errataAt(path: string): ErrataFile | null {
  return existsSync(path) ? readErrata(readFileSync(path, "utf8"), path) : null;
}

/** Reads bytes with the errata that are named like the file, or else like its issue. */
function readWithErrata(
  bytes: Uint8Array,
  path: string,
  corpus?: CorpusIndex,
): { read: ReadGazette; errata: ErrataFile | null } {
  const name = basename(path, extname(path));
  const own = errataAt(join(dirname(path), name + ERRATA_ENDING));
  if (own) return { read: readGazette(bytes, path, corpus, own), errata: own };
  const read = readGazette(bytes, path, corpus);
  const { id } = read.compiled;
  const ofIssue = id === name ? null : errataAt(join(dirname(path), id + ERRATA_ENDING));
  return { read: ofIssue ? readGazette(bytes, path, corpus, ofIssue) : read, errata: ofIssue };
}

/**
 * Reads a file; with settings, its doubts are as the editors set them.
 * @throws InputError where it is missing, empty, binary, or has no masthead, or where its errata do not fit
 */
export function readIssue(path: string, corpus?: CorpusIndex, settings?: Settings): ReadIssue {
  try {
    const { read, errata } = readWithErrata(readFileSync(path), path, corpus);
    const { compiled, file } = read;
    if (settings) applySettings(file, compiled, settings);
    return { path, compiled, file, report: reportOf(compiled, file), errata: errata?.file ?? null };
  } catch (error) {
    throw inputErrorOf(error, path);
  }
}

/** The documents of a file as the texts of their files. @throws InputError where they do not fit the data model */
export function documentFiles(
  path: string,
  compiled: CompiledIssue,
  report: ReportDocument,
): Map<string, string> {
  try {
    return filesOf(compiled, report);
  } catch (error) {
    throw inputErrorOf(error, path);
  }
}
