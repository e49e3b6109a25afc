/** 目录 that gives no pages: it ends where the title of its first entry is printed again. */
import { squeeze } from "../language/blanks.ts";
import { isDateLine } from "../language/dates.ts";
import { readNumberLine } from "../language/documentNumbers.ts";
import { comparable } from "../language/titles.ts";
import { SECTION_HEADING } from "../terms/genres.ts";
import { ISSUER_ENDING } from "../terms/organizations.ts";
import type { Line } from "../tree/nodes.ts";
import { filledBefore, filledFrom } from "./lines.ts";

/** No contents have more lines. */
const MOST_LINES = 200;
const LONGEST_ENTRY = 120;
/** No title is spread over more lines. */
const MOST_TITLE_LINES = 5;
/** A shorter title may stand anywhere. */
const SHORTEST_TITLE = 8;

/** A bullet or a number before an entry, and the number of its document after it. */
const AROUND_ENTRY =
  /^(?:[◆●■★◇○▲△◎※☆►▶•·]+|[\d]{1,3}[.、])|\((?:\p{Script=Han}{1,14}[[〔(]\d{2,4}[\]〕)]|第)\d{1,5}号\)$/gu;

/** A title as the contents and the text are compared, without the number beside it. */
function keyOf(text: string): string {
  const parts = text.trim().split(/[\s　]+/);
  if (parts.length > 1 && readNumberLine(parts.at(-1) as string) !== null) parts.pop();
  if (parts.length > 1 && readNumberLine(parts[0] as string) !== null) parts.shift();
  return comparable(parts.join("")).replace(AROUND_ENTRY, "");
}

/** A title from 关于 on: the contents and the text may name who issues it or not. */
const aboutOf = (text: string): string => text.slice(Math.max(0, text.indexOf("关于")));

/** True where the lines from `at` on open with `title`, its issuer aside. */
function isPrintedAt(lines: readonly Line[], at: number, title: string): boolean {
  const about = aboutOf(title);
  let text = "";
  for (let line = at, seen = 0; line < lines.length && seen < MOST_TITLE_LINES; seen++) {
    text += keyOf((lines[line] as Line).value);
    if (aboutOf(text).startsWith(about)) return true;
    // Who issues it may stand on a line of its own.
    const isBegun = text.includes("关于") ? about.startsWith(aboutOf(text)) : ISSUERS.test(text);
    if (!isBegun) return false;
    line = filledFrom(lines, line + 1);
  }
  return false;
}
const ISSUERS = new RegExp(`^\\p{Script=Han}{2,30}${ISSUER_ENDING}$`, "u");

const isSection = ({ value }: Line): boolean =>
  value.length <= 20 && SECTION_HEADING.test(squeeze(value).replace(/[】〗·•]$/, ""));

/** True for a line that no contents have: a sentence, a date, a document's number by itself, a row. */
const isOfText = ({ kind, value }: Line): boolean =>
  kind !== "text" ||
  value.length > LONGEST_ENTRY ||
  /。$/.test(value.trimEnd()) ||
  isDateLine(value) ||
  (readNumberLine(value) !== null && !/^[（(]/.test(value.trim()));

/** The line after the last one of contents without pages that open at `from`; `from + 1` where these are none. */
export function endWithoutPages(lines: readonly Line[], from: number): number {
  let first = filledFrom(lines, from + 1);
  while (first < lines.length && isSection(lines[first] as Line)) first = filledFrom(lines, first + 1);
  const title = keyOf(lines[first]?.value ?? "");
  if (title.length < SHORTEST_TITLE) return from + 1;
  for (let at = first; at < lines.length && at - from < MOST_LINES; at = filledFrom(lines, at + 1)) {
    if (isOfText(lines[at] as Line)) return from + 1;
    if (at === first || !isPrintedAt(lines, at, title)) continue;
    // The name of the section over the first document is no entry: the contents have it already.
    const above = filledBefore(lines, at - 1);
    const name = squeeze((lines[above] as Line).value);
    const isRepeated = lines.slice(from, above).some(({ value }) => squeeze(value).includes(name));
    return above > first && isSection(lines[above] as Line) && isRepeated ? above : at;
  }
  return from + 1;
}
