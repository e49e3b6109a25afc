/** Runs every rule over an issue; what they doubt becomes messages of the file, in source order. */
import type { VFile } from "vfile";
import type { CompiledIssue } from "../document/compile.ts";
import type { IssueData } from "../structure/index.ts";
import { rangeOf, type Source } from "../tree/build.ts";
import { type Rule, report } from "./rule.ts";

const RULES: readonly Rule[] = [];

/** Lints an issue. */
export function lint(compiled: CompiledIssue, file: VFile, source: Source): void {
  for (const { start, end } of compiled.coverage.lost)
    report(file, {
      ruleId: "unaccounted",
      severity: "error",
      reason: "这些字没有归入任何文件",
      place: rangeOf(source, start, end),
    });
  for (const { start, end } of compiled.coverage.doubled)
    report(file, {
      ruleId: "unaccounted",
      severity: "error",
      reason: "这些字被归入了两处",
      place: rangeOf(source, start, end),
    });
  for (const { ruleId, reason, start, end } of (file.data["issue"] as IssueData).doubts)
    report(file, { ruleId, severity: "warning", reason, place: rangeOf(source, start, end) });
  for (const rule of RULES)
    rule.check(
      compiled,
      (message) => report(file, { ruleId: rule.id, severity: rule.severity, ...message }),
      source,
    );
  file.messages.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
