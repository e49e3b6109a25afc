/** What closes a letter after its signature: 附注, and the 版记 with 抄送. */

import { FULL_DATE } from "../../language/dates.ts";
import type { Leaf, Line } from "../../tree/nodes.ts";
import { type Context, leafOfLines } from "../context.ts";
import { filledBefore, filledFrom } from "../lines.ts";
import { DISCLOSURE } from "./patterns.ts";

/** A 附注 that tells itself by its words, wherever it stands: （此件发至村）. */
const OWN_DISCLOSURE = /^[（(][\s　]*(?:此件|本件|此文)[^（()）]{2,40}[）)]$/;

/** 公开方式：主动公开: the same as 此件公开发布 on a line with a label. */
const OPENNESS =
  /^(?:政府|政务)?(?:信息)?公开(?:方式|属性|选项|类别|类型|形式)[\s　]*[：:][\s　]*\p{Script=Han}{2,12}$/u;
/** True for such a line, which may stand at the very end of a document too. */
export const isOpenness = ({ kind, value }: Line): boolean =>
  kind === "text" && value.includes("公开") && OPENNESS.test(value.trim());

/** What closes the letter after its date: 附注. */
export function readDisclosure(
  context: Context,
  lines: readonly Line[],
  from: number,
): { notes: Leaf[]; to: number } {
  const notes: Leaf[] = [];
  let to = from;
  for (;;) {
    const at = filledFrom(lines, to);
    const line = lines[at];
    if (line?.kind !== "text" || line.value.length > 80) break;
    const text = line.value.trim();
    const rest = OPEN_NOTE.test(text) ? filledFrom(lines, at + 1) : lines.length;
    if (closesNote(lines[rest])) {
      notes.push(leafOfLines(context, "note", [line, lines[rest] as Line]));
      to = rest + 1;
      continue;
    }
    if (!DISCLOSURE.test(text) && !isOpenness(line) && !BARE_DISCLOSURE.test(text)) break;
    // A bracket of history under the title of a 令's text is no 附注; it stands after the title.
    notes.push(leafOfLines(context, "note", [line]));
    to = at + 1;
  }
  return { notes, to };
}

/** （联系人：张三，电 / 话：…）: a bracket that a page break leaves open, and its rest. */
const OPEN_NOTE = /^[（(](?:此件|本件|此文|联系)[^（()）。]*$/;
const closesNote = (line: Line | undefined): boolean =>
  line?.kind === "text" && line.value.length <= 80 && /^[^（()）。]*[）)]$/.test(line.value.trim());

export const isOwnDisclosure = ({ kind, value }: Line): boolean =>
  kind === "text" && OWN_DISCLOSURE.test(value.trim());

/** Below the date the words need no brackets. */
const BARE_DISCLOSURE = /^(?:此件|本件|此文)\p{Script=Han}{2,16}[。]?$/u;

/** 版记 and what stands with it: 主题词, 抄送, whom to call, who printed it and when. */
const COPIES =
  /^(?:主[\s　]*题[\s　]*词|抄[\s　]*[送报]|主[\s　]*送|分[\s　]*送|发[\s　]*送|联[\s　]*系[\s　]*(?:人|电话|单位|部门|方式)(?:[及和](?:联系)?(?:人|电话|方式))?)[\s　]*[：:]/;
const PRINTED_ON = new RegExp(
  `^\\p{Script=Han}{4,30}[\\s　]+${FULL_DATE.source}[\\s　]*印发?$|^[（(]?共印[\\s　]*[\\d０-９]+[\\s　]*份[）)]?$`,
  "u",
);

const OPENS_COPIES = /^[\s　]*抄[\s　]*[送报]/;
/** 市人大常委会办公室，市政协办公室，市法院，市检察院。: more of those who get copies. */
const COPIED_BODIES = /^[^的了应须将：:]{2,200}[。，、]$/;

/** Where the 版记 begins that closes lines, 主题词 or 抄送 first; their number where none does. */
export function startOfCopies(lines: readonly Line[]): number {
  const last = filledBefore(lines, lines.length - 1);
  for (let at = last, seen = 0; at >= 0 && seen < MOST_LINES; seen++, at = filledBefore(lines, at - 1)) {
    const { kind, value } = lines[at] as Line;
    if (kind !== "text") break;
    if (!FIRST_OF_COPIES.test(value)) continue;
    const top = filledBefore(lines, at - 1);
    const opens = top >= 0 && FIRST_OF_COPIES.test((lines[top] as Line).value) ? top : at;
    return endOfCopies(lines, opens) > last ? opens : lines.length;
  }
  return lines.length;
}
const MOST_LINES = 8;
const FIRST_OF_COPIES = /^[\s　]*(?:主[\s　]*题[\s　]*词|抄[\s　]*[送报])[\s　]*[：:]/;

/** The index after the lines of the 版记 that stand at \`from\`; each may run on in the next. */
export function endOfCopies(lines: readonly Line[], from: number): number {
  let to = from;
  let open = false;
  for (;;) {
    const at = filledFrom(lines, to);
    const line = lines[at];
    if (line?.kind !== "text") return to;
    const opens = COPIES.test(line.value);
    const goesOn: boolean = open && at === to && COPIED_BODIES.test(line.value);
    if (!opens && !PRINTED_ON.test(line.value) && !goesOn) return to;
    open = opens ? OPENS_COPIES.test(line.value) || !line.value.endsWith("。") : goesOn;
    to = at + 1;
  }
}
