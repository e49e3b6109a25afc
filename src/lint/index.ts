/** Runs every rule over an issue; what they doubt becomes messages of the file, in source order. */
import type { VFile } from "vfile";
import type { AccountedIssue } from "../document/compile.ts";
import type { Position } from "../document/schema.ts";
import type { Source } from "../tree/build.ts";
import { attachmentTitle } from "./attachment-title.ts";
import { chronicleDate } from "./chronicle-date.ts";
import { citationTitle } from "./citation-title.ts";
import { contentsUnresolved } from "./contents-unresolved.ts";
import { dateOrder } from "./date-order.ts";
import { deadlineOrder } from "./deadline-order.ts";
import { deadlineUnread } from "./deadline-unread.ts";
import { decisionUnread } from "./decision-unread.ts";
import { documentIncomplete } from "./document-incomplete.ts";
import { doubledCharacter } from "./doubled-character.ts";
import { doubledWord } from "./doubled-word.ts";
import { duplicateNumber } from "./duplicate-number.ts";
import { groupNumber } from "./group-number.ts";
import { hiddenCharacter } from "./hidden-character.ts";
import { htmlInText } from "./html-in-text.ts";
import { impossibleDate } from "./impossible-date.ts";
import { markupRemnant } from "./markup-remnant.ts";
import { materialOf } from "./material.ts";
import { numbering } from "./numbering.ts";
import { partyUnread } from "./party-unread.ts";
import { recipientsUnread } from "./recipients-unread.ts";
import { repeatedParagraph } from "./repeated-paragraph.ts";
import { type Doubt, type Rule, report } from "./rule.ts";
import { strayLatin } from "./stray-latin.ts";
import { tableRowSparse } from "./table-row-sparse.ts";
import { tableRowWidth } from "./table-row-width.ts";
import { totals } from "./totals.ts";
import { traditionalCharacter } from "./traditional-character.ts";
import { truncated } from "./truncated.ts";
import { unaccounted } from "./unaccounted.ts";
import { unbalanced } from "./unbalanced.ts";

/** All rules, by id; the file of each is named by it. */
export const rules: readonly Rule[] = [
  attachmentTitle,
  chronicleDate,
  citationTitle,
  contentsUnresolved,
  dateOrder,
  deadlineOrder,
  deadlineUnread,
  decisionUnread,
  documentIncomplete,
  doubledCharacter,
  doubledWord,
  duplicateNumber,
  groupNumber,
  hiddenCharacter,
  htmlInText,
  impossibleDate,
  markupRemnant,
  numbering,
  partyUnread,
  recipientsUnread,
  repeatedParagraph,
  strayLatin,
  tableRowSparse,
  tableRowWidth,
  totals,
  traditionalCharacter,
  truncated,
  unaccounted,
  unbalanced,
];

/** How often one rule is told in an issue: past that the file, not its words, is what is wrong. */
const LIMIT = 1000;

/** Where a message stands; no doubt is told without a place. */
const offsetOf = ({ place }: VFile["messages"][number]): number => (place as Position).start.offset;

/** Lints an issue. */
export function lint(compiled: AccountedIssue, file: VFile, source: Source): void {
  const material = materialOf(compiled, file, source);
  for (const { id, severity, check } of rules) {
    let count = 0;
    let beyond: Doubt | undefined;
    check(material, (doubt) => {
      if (++count <= LIMIT) report(file, { ruleId: id, severity, ...doubt });
      else beyond ??= doubt;
    });
    if (beyond)
      report(file, {
        ruleId: id,
        severity,
        reason: `同类问题还有 ${count - LIMIT} 处，从这里起不再逐一列出`,
        place: beyond.place,
      });
  }
  file.messages.sort((a, b) => offsetOf(a) - offsetOf(b));
}
