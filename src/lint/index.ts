/** Runs every rule over an issue; what they doubt becomes messages of the file, in source order. */
import type { VFile } from "vfile";
import type { CompiledIssue } from "../document/compile.ts";
import type { Source } from "../tree/build.ts";
import { materialOf } from "./material.ts";
import { type Rule, report } from "./rule.ts";

/** All rules, by id. */
import { doubledCharacter } from "./doubled-character.ts";
export const rules: readonly Rule[] = [doubledCharacter];

/** Lints an issue. */
export function lint(compiled: CompiledIssue, file: VFile, source: Source): void {
  const material = materialOf(compiled, file, source);
  for (const { id, severity, check } of rules)
    check(material, (doubt) => report(file, { ruleId: id, severity, ...doubt }));
  file.messages.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
