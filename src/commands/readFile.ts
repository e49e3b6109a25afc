/** Reads one gazette for a command. */
import { readFileSync } from "node:fs";
import type { VFile } from "vfile";
import type { CompiledIssue } from "../document/compile.ts";
import type { CorpusIndex } from "../document/corpusIndex.ts";
import { reportOf } from "../document/report.ts";
import type { ReportDocument } from "../document/schema.ts";
import { readGazette } from "../pipeline.ts";
import { inputErrorOf } from "./errors.ts";

/** A gazette as read, with its report. */
export interface ReadIssue {
  path: string;
  compiled: CompiledIssue;
  file: VFile;
  report: ReportDocument;
}

/** Reads a file. @throws InputError where it is missing, empty, binary, or has no masthead. */
export function readIssue(path: string, corpus?: CorpusIndex): ReadIssue {
  try {
    const { compiled, file } = readGazette(readFileSync(path), path, corpus);
    return { path, compiled, file, report: reportOf(compiled, file) };
  } catch (error) {
    throw inputErrorOf(error, path);
  }
}
