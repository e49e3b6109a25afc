/** Runs every rule over an issue; what they doubt becomes messages of the file, in source order. */
import type { VFile } from "vfile";
import type { CompiledIssue } from "../document/compile.ts";
import type { Source } from "../tree/build.ts";
import { attachmentTitle } from "./attachment-title.ts";
import { numbering } from "./numbering.ts";
import { citationTitle } from "./citation-title.ts";
import { unbalanced } from "./unbalanced.ts";
import { contentsUnresolved } from "./contents-unresolved.ts";
import { deadlineOrder } from "./deadline-order.ts";
import { deadlineUnread } from "./deadline-unread.ts";
import { decisionUnread } from "./decision-unread.ts";
import { doubledCharacter } from "./doubled-character.ts";
import { doubledWord } from "./doubled-word.ts";
import { groupNumber } from "./group-number.ts";
import { materialOf } from "./material.ts";
import { partyUnread } from "./party-unread.ts";
import { type Rule, report } from "./rule.ts";
import { strayLatin } from "./stray-latin.ts";
import { tableRowWidth } from "./table-row-width.ts";
import { totals } from "./totals.ts";
import { traditionalCharacter } from "./traditional-character.ts";
import { unaccounted } from "./unaccounted.ts";

/** All rules, by id. */
export const rules: readonly Rule[] = [
  attachmentTitle,
  numbering,
  citationTitle,
  unbalanced,
  contentsUnresolved,
  deadlineOrder,
  deadlineUnread,
  decisionUnread,
  doubledCharacter,
  doubledWord,
  groupNumber,
  partyUnread,
  strayLatin,
  tableRowWidth,
  totals,
  traditionalCharacter,
  unaccounted,
];

/** Lints an issue. */
export function lint(compiled: CompiledIssue, file: VFile, source: Source): void {
  const material = materialOf(compiled, file, source);
  for (const { id, severity, check } of rules)
    check(material, (doubt) => report(file, { ruleId: id, severity, ...doubt }));
  file.messages.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
