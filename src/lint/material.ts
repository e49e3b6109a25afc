/** What lint rules look at. */
import type { VFile } from "vfile";
import type { AccountedIssue } from "../document/compile.ts";
import type { CorpusIndex } from "../document/corpusIndex.ts";
import type { IssueData } from "../structure/index.ts";
import type { Source } from "../tree/build.ts";
import { indexPassages, type PassageIndex } from "./passages.ts";

/** An issue with its texts and where they stand. */
export interface Material extends PassageIndex {
  issue: AccountedIssue;
  source: Source;
  /** What the structure transformers doubted on their way. */
  doubts: IssueData["doubts"];
  /** The documents of the other issues; null where the issue is read by itself. */
  corpus: CorpusIndex | null;
}

/** Lays out an issue for the rules. */
export function materialOf(issue: AccountedIssue, file: VFile, source: Source): Material {
  const { doubts } = file.data["issue"] as IssueData;
  const corpus = (file.data["corpus"] as CorpusIndex | undefined) ?? null;
  return { issue, source, doubts, corpus, ...indexPassages(issue, source) };
}
