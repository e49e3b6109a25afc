/** What a build does with one seed, in whichever thread: asked and answered in plain data. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize } from "node:v8";
import type { CompiledIssue } from "../document/compile.ts";
import {
  type Citable,
  type CorpusIndex,
  citableOf,
  type Lookups,
  noLookups,
  noting,
} from "../document/corpusIndex.ts";
import type { ReportDocument } from "../document/schema.ts";
import { exceptionsOf, type Settings, settingsFor } from "./configuration.ts";
import { InputError, type ToldError } from "./errors.ts";
import { digestOfFiles, digestOfFolder, type Files, stageFolder } from "./output.ts";
import { documentFiles, readIssue, type Sought, surveyIssue } from "./readFile.ts";

/** What an issue has that others may cite, appointments apart: they come after the notices of all. */
export interface Citables {
  notices: Citable[];
  appointments: Citable[];
}

/** What is known of a seed before others are. */
export interface Survey {
  id: string;
  errata: Sought[];
  citables: Citables;
}

/** A seed as read, without its documents. */
export interface Reading extends Survey {
  /** SHA-256 of its bytes. */
  sha256: string;
  /** What settings say of its issue, as {@link settingsFor} has it. */
  settings: string;
  /** Which of the exceptions of its issue have excused something, by their places among them. */
  excused: number[];
  lookups: Lookups;
  /** How many doubts there are, and the first of those that are errors. */
  messages: number;
  error: ToldError | null;
  /** What does not fit the data model. */
  misfit: ToldError | null;
  /** The hash of its files. */
  digest: string;
  /** True where `content/` did not have them: they are staged. */
  changed: boolean;
}

/** What is asked of a seed. */
export type Task =
  | { kind: "survey"; path: string }
  | { kind: "read"; path: string; content: string; work: string; corpus: string; settings: Settings };

/** The answer, or what is wrong with the input. */
export type Answer<Value> = { value: Value } | { wrong: ToldError };

function citablesOf({ notices, appointments }: CompiledIssue): Citables {
  return { notices: notices.map(citableOf), appointments: appointments.map(citableOf) };
}

let loaded: { file: string; corpus: CorpusIndex } | null = null;

/** What all issues may be cited by, read once from the file that has it. */
function corpusAt(file: string): CorpusIndex {
  if (loaded?.file !== file) loaded = { file, corpus: deserialize(readFileSync(file)) as CorpusIndex };
  return loaded.corpus;
}

function errorIn(path: string, { messages }: ReportDocument): ToldError | null {
  const found = messages.find(({ severity }) => severity === "error");
  if (found === undefined) return null;
  const { reason, place } = found;
  return new InputError(
    path,
    reason,
    "用 gongbao check 看全部问题",
    place.start.line,
    place.start.column,
  ).told();
}

/** The files of an issue, or why they do not fit the data model. */
function filesOf(path: string, compiled: CompiledIssue, report: ReportDocument): Files | ToldError {
  try {
    return documentFiles(path, compiled, report);
  } catch (error) {
    if (error instanceof InputError) return error.told();
    throw error;
  }
}

function read({ path, content, work, corpus, settings }: Extract<Task, { kind: "read" }>): Reading {
  const lookups = noLookups();
  // Their own copies, to tell what was used here.
  const exceptions = settings.exceptions.map((exception) => ({ ...exception, used: false }));
  const { compiled, report, errata } = readIssue(path, noting(corpusAt(corpus), lookups), {
    ...settings,
    exceptions,
  });
  const { id } = compiled;
  const reading: Reading = {
    id,
    errata,
    citables: citablesOf(compiled),
    sha256: compiled.issue.source.sha256,
    settings: settingsFor(settings, id),
    excused: exceptionsOf({ exceptions }, id).flatMap(({ used }, at) => (used ? [at] : [])),
    lookups,
    messages: report.messages.length,
    error: errorIn(path, report),
    misfit: null,
    digest: "",
    changed: false,
  };
  if (reading.error) return reading;
  const files = filesOf(path, compiled, report);
  if ("place" in files) return { ...reading, misfit: files };
  const digest = digestOfFiles(files);
  const changed = digest !== digestOfFolder(join(content, id));
  if (changed) stageFolder({ work }, id, files);
  return { ...reading, digest, changed };
}

/** Does what is asked of a seed. */
export function seedTask(task: Task): Answer<Survey | Reading> {
  try {
    if (task.kind === "read") return { value: read(task) };
    const { compiled, errata } = surveyIssue(task.path);
    return { value: { id: compiled.id, errata, citables: citablesOf(compiled) } };
  } catch (error) {
    if (error instanceof InputError) return { wrong: error.told() };
    throw error;
  }
}
