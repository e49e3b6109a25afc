/** What a lint rule is, and how its doubts become messages of the file. */
import type { VFile } from "vfile";
import type { Position } from "../document/schema.ts";
import type { Material } from "./material.ts";

export type Severity = "error" | "warning" | "info";

/** A doubt: what was found and what was expected, at a place; `cause` is the other place, if there is one. */
export interface Doubt {
  reason: string;
  place: Position;
  severity?: Severity;
  cause?: { reason: string; place: Position };
}

/**
 * One rule. Its file is named by its id; the docstring there says what it warns of, when, and why, with
 * examples that the tests run.
 */
export interface Rule {
  id: string;
  severity: Severity;
  /** What it warns of, in a few words for editors. */
  summary: string;
  check: (material: Material, doubt: (doubt: Doubt) => void) => void;
}

/** Adds a message to the file. */
export function report(
  file: VFile,
  { ruleId, severity = "warning", reason, place, cause }: Doubt & { ruleId: string },
): void {
  const message = file.message(reason, { place, ruleId, source: "gongbao" });
  message.fatal = severity === "error" ? true : severity === "warning" ? false : undefined;
  if (cause)
    message.note = `${cause.reason}（第 ${cause.place.start.line} 行第 ${cause.place.start.column} 列）`;
}
