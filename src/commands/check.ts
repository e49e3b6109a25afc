/** `gongbao check [file…]`: what the rules doubt, with line and column. */
import { relative } from "node:path";
import { reporter } from "vfile-reporter";
import type { Settings } from "./configuration.ts";
import { type Format, formatted } from "./format.ts";
import { type ReadIssue, readIssue } from "./readFile.ts";

/** How doubts are told. */
export interface CheckOptions {
  format: Format;
  color: boolean;
  settings?: Settings;
}

/** What a check found, and whether one of the doubts is an error. */
export interface Checking {
  text: string;
  failed: boolean;
  issues: string[];
}

/** A path from where the command runs, with slashes; one elsewhere stays as it was given. */
function shown(path: string): string {
  const here = relative(process.cwd(), path);
  return (here.startsWith("..") ? path : here).replaceAll("\\", "/");
}

/** The doubts of files, in vfile-reporter's form or in one for other tools. */
export function checkCommand(
  files: readonly string[],
  { format, color, settings }: CheckOptions = { format: "text", color: false },
): Checking {
  const read: ReadIssue[] = files.map((file) => readIssue(file, undefined, settings));
  const checked = read.map(({ path, compiled, report }) => ({
    path: shown(path),
    issue: compiled.id,
    messages: report.messages,
  }));
  return {
    text:
      format === "text"
        ? reporter(
            read.map(({ file }) => file),
            { color },
          )
        : formatted(checked, format),
    failed: checked.some(({ messages }) => messages.some(({ severity }) => severity === "error")),
    issues: checked.map(({ issue }) => issue),
  };
}
