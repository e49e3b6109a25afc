/** `gongbao check [file…]`: what the rules doubt, with line and column. */
import type { VFile } from "vfile";
import { reporter } from "vfile-reporter";
import { type ReadIssue, readIssue } from "./readFile.ts";

/** The doubts of files in vfile-reporter's form, and whether one of them is an error. */
export function checkCommand(files: readonly string[], color: boolean): { text: string; failed: boolean } {
  const issues: ReadIssue[] = files.map((file) => readIssue(file));
  const reported: VFile[] = issues.map(({ file }) => file);
  return {
    text: reporter(reported, { color }),
    failed: issues.some(({ report }) => report.messages.some(({ severity }) => severity === "error")),
  };
}
