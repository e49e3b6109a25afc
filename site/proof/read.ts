/** What the proof of an issue shows, read from disk each time: its documents as they are now, and its source in lines. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { collectGazette, type Gazette } from "../../src/corpus/gazette.ts";
import { type IssueDocument, type ReportDocument, schemas } from "../../src/document/schema.ts";
import { contentFolder, sourcePath } from "../folders.ts";

/** An issue laid open: what it became, and what it was made from. */
export type OpenIssue = { issue: IssueDocument; gazette: Gazette; report: ReportDocument; lines: string[] };

const folder = fileURLToPath(contentFolder);
const isIssue = (name: string) => /^\d{4}-\d{2}$/.test(name);

/** The ids of all issues in the content folder, newest first. */
export function issueIds(): string[] {
  return existsSync(folder) ? readdirSync(folder).filter(isIssue).sort().reverse() : [];
}

function jsonFiles(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(path, name));
}

/** The lines of a source, line ends of any kind; a mark of the byte order is no text. */
function linesOf({ file, encoding }: IssueDocument["source"]): string[] {
  const path = sourcePath(file);
  return path === null ? [] : new TextDecoder(encoding).decode(readFileSync(path)).split(/\r\n|\r|\n/u);
}

/** Opens an issue; null where there is none of that id. */
export function openIssue(id: string): OpenIssue | null {
  if (!issueIds().includes(id)) return null;
  const gazette = collectGazette(
    jsonFiles(join(folder, id)).map((file) => {
      const data = JSON.parse(readFileSync(file, "utf8")) as { type: keyof typeof schemas };
      return schemas[data.type].parse(data);
    }),
  );
  const [issue] = gazette.issues;
  const [report] = gazette.reports;
  if (issue === undefined || report === undefined) return null;
  return { issue, gazette, report, lines: linesOf(issue.source) };
}
