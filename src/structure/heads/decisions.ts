/** Decisions on offices under a heading alone, 6月份人事任免, with no title of a document. */
import type { Line } from "../../tree/nodes.ts";
import { filledFrom } from "../lines.ts";

/** How such headings end. */
export const TELLS_DECISIONS = /(?:人事|干部)?任免(?:事项)?$/;

const VERB = /任命|任免|免去|聘任/;
/** 张三任县商务局局长；, or a verb that opens the list. */
const DECIDES = /任命|任免|免去|聘任|^[\p{Script=Han}·]{2,10}(?:同志)?任.{4}/u;
const COLON = /[:：]/;

/** The day of the decisions below, 7月10日. */
const DAY = /^(?:[\d０-９]{4}年)?[\d０-９]{1,2}月[\d０-９]{1,2}日[：:]?$/;

/** True where the decisions themselves stand below a line: 任命张三为…；, or 县政府研究决定： over them. */
export function opensDecisions(lines: readonly Line[], index: number): boolean {
  let below = filledFrom(lines, index + 1);
  if (DAY.test(lines[below]?.value.trim() ?? "")) below = filledFrom(lines, below + 1);
  const next = lines[below];
  if (next?.kind !== "text") return false;
  const text = next.value.trim();
  if (!/[：:；;。]$/.test(text) || COLON.test(text.slice(0, -1))) return false;
  if (VERB.test(text)) return true;
  const second = lines[filledFrom(lines, below + 1)];
  return /决定[：:]$/.test(text) && second?.kind === "text" && DECIDES.test(second.value.trim());
}

/** 任命： and the like, or 任命张三为…. */
const OPENS_WITH_VERB = /^(?:决定)?(?:任命|任免|免去|聘任|任职|免职)(?:[：:]|.{4})/;

/** True where decisions follow a line at once, as below the number of a document that has no title. */
export function decidesBelow(lines: readonly Line[], index: number): boolean {
  const next = lines[filledFrom(lines, index + 1)];
  return next?.kind === "text" && (OPENS_WITH_VERB.test(next.value.trim()) || opensDecisions(lines, index));
}
