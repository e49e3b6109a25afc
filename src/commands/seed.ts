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
import { digestOf, digestOfFolder, type Files, stageFolder, sumsOf } from "./output.ts";
import {
  documentFiles,
  mayGoOn,
  type ReadIssue,
  readIssue,
  readSurveyed,
  type Sought,
  type SurveyedIssue,
  surveyIssue,
} from "./readFile.ts";

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
  /** The hash of its files, and that of each. */
  digest: string;
  sums: string[];
  /** True where `content/` did not have them: they are staged. */
  changed: boolean;
}

/** What is asked of a seed: where it is kept when it is surveyed, the same reader need not read it again from its bytes. */
export type Task =
  | { kind: "survey"; path: string; keep: boolean }
  | { kind: "read"; path: string; content: string; work: string; corpus: string; settings: Settings };

/** The answer, or what is wrong with the input. */
export type Answer<Value> = { value: Value } | { wrong: ToldError };

function citablesOf({ notices, appointments }: CompiledIssue): Citables {
  return { notices: notices.map(citableOf), appointments: appointments.map(citableOf) };
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

/** What is known of an issue that was read; its files are staged where content has others. */
function readingOf(
  { path, compiled, report, errata }: ReadIssue,
  lookups: Lookups,
  exceptions: Settings["exceptions"],
  { content, work, settings }: Extract<Task, { kind: "read" }>,
): Reading {
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
    sums: [],
    changed: false,
  };
  if (reading.error) return reading;
  const files = filesOf(path, compiled, report);
  if ("place" in files) return { ...reading, misfit: files };
  const sums = sumsOf(files);
  const digest = digestOf(sums);
  const changed = digest !== digestOfFolder(join(content, id));
  if (changed) stageFolder({ work }, id, files);
  return { ...reading, digest, sums: sums.map(([, sum]) => sum), changed };
}

/** Does what is asked of seeds, one after the other. */
export type SeedReader = (task: Task) => Answer<Survey | Reading>;

/** A reader for one build, which keeps what it is told to keep until it is asked to read it. */
export function openSeedReader(): SeedReader {
  const surveyed = new Map<string, SurveyedIssue>();
  let loaded: { file: string; corpus: CorpusIndex } | null = null;

  /** What all issues may be cited by, read once from the file that has it. */
  const corpusAt = (file: string): CorpusIndex => {
    if (loaded?.file !== file) loaded = { file, corpus: deserialize(readFileSync(file)) as CorpusIndex };
    return loaded.corpus;
  };
  const survey = ({ path, keep }: Extract<Task, { kind: "survey" }>): Survey => {
    const issue = surveyIssue(path);
    if (keep && mayGoOn(issue)) surveyed.set(path, issue);
    const { compiled } = issue.gazette;
    return { id: compiled.id, errata: issue.errata, citables: citablesOf(compiled) };
  };
  const read = (task: Extract<Task, { kind: "read" }>): Reading => {
    const lookups = noLookups();
    const corpus = noting(corpusAt(task.corpus), lookups);
    // Their own copies, to tell what was used here.
    const exceptions = task.settings.exceptions.map((exception) => ({ ...exception, used: false }));
    const settings = { ...task.settings, exceptions };
    const begun = surveyed.get(task.path);
    surveyed.delete(task.path);
    const issue = begun ? readSurveyed(begun, corpus, settings) : readIssue(task.path, corpus, settings);
    return readingOf(issue, lookups, exceptions, task);
  };
  return (task) => {
    try {
      return { value: task.kind === "read" ? read(task) : survey(task) };
    } catch (error) {
      if (error instanceof InputError) return { wrong: error.told() };
      throw error;
    }
  };
}
