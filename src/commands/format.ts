/** Doubts in the forms that others read: JSON, SARIF 2.1.0, annotations of GitHub. */
import { rules } from "../lint/index.ts";
import type { Severity } from "../lint/rule.ts";
import type { ReadIssue } from "./readFile.ts";

type Message = ReadIssue["report"]["messages"][number];

/** The forms in which `check` tells doubts. */
export const FORMATS = ["text", "json", "sarif", "github"] as const;
export type Format = (typeof FORMATS)[number];

/** A file with its doubts, its path as it is to be shown. */
export interface Checked {
  path: string;
  issue: string;
  messages: readonly Message[];
}

const json = (value: unknown): string => JSON.stringify(value, null, 2);

function jsonOf(files: readonly Checked[]): string {
  return json(
    files.flatMap(({ path, issue, messages }) =>
      messages.map((message) => ({ file: path, issue, ...message })),
    ),
  );
}

const LEVELS = { error: "error", warning: "warning", info: "note" } as const satisfies Record<
  Severity,
  string
>;

function sarifOf(files: readonly Checked[]): string {
  const results = files.flatMap(({ path, messages }) =>
    messages.map(({ ruleId, severity, reason, place: { start, end } }) => ({
      ruleId,
      level: LEVELS[severity],
      message: { text: reason },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: path.split("/").map(encodeURIComponent).join("/") },
            region: {
              startLine: start.line,
              startColumn: start.column,
              endLine: end.line,
              endColumn: end.column,
              charOffset: start.offset,
              charLength: end.offset - start.offset,
            },
          },
        },
      ],
    })),
  );
  return json({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        columnKind: "utf16CodeUnits",
        tool: {
          driver: {
            name: "gongbao",
            rules: rules.map(({ id, severity, summary }) => ({
              id,
              shortDescription: { text: summary },
              defaultConfiguration: { level: LEVELS[severity] },
            })),
          },
        },
        results,
      },
    ],
  });
}

const COMMANDS = { error: "error", warning: "warning", info: "notice" } as const satisfies Record<
  Severity,
  string
>;

const data = (text: string): string => text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
const property = (text: string): string => data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");

function githubOf(files: readonly Checked[]): string {
  return files
    .flatMap(({ path, messages }) =>
      messages.map(({ ruleId, severity, reason, place: { start, end } }) => {
        const where = `file=${property(path)},line=${start.line},endLine=${end.line},col=${start.column}`;
        return `::${COMMANDS[severity]} ${where},title=${property(ruleId)}::${data(reason)}`;
      }),
    )
    .join("\n");
}

/** Doubts in a form for other tools. */
export function formatted(files: readonly Checked[], format: Exclude<Format, "text">): string {
  switch (format) {
    case "json":
      return jsonOf(files);
    case "sarif":
      return sarifOf(files);
    case "github":
      return githubOf(files);
  }
}
