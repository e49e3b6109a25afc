/** The text that a letter issues: what it calls it, and where that stands. */

import { squeeze } from "../../language/blanks.ts";
import { matchesOf } from "../../language/matches.ts";
import type { Line } from "../../tree/nodes.ts";
import { filledFrom } from "../lines.ts";
import { openBrackets } from "../numbering.ts";
import { issuedKey, standsAsTitle, titleLines } from "./titles.ts";

const QUOTED = /《([^《》]{1,200}|(?:[^《》〈]|〈[^〉]{0,100}〉){1,200})》/g;

/** The titles that a letter says it issues: what stands in 《》 in the title, without blanks. */
export function issuedTitles(title: string): string[] {
  const about =
    title.match(/(?:印发|转发|批转|公布|发布|修订|修改|通过)(.+?)(?:的?(?:通知|函|令|决定|公告))?$/s)?.[1] ??
    "";
  const quoted = matchesOf(title, QUOTED).map((match) => match[1] as string);
  return [...quoted, about.replace(/[《》]/g, "")]
    .map((text) => text.replace(/的$/, ""))
    .filter((text) => text.length >= 4);
}

/** Titles that the letter says it sends, one or several side by side: …《甲办法》《乙办法》…，现印发给你们. */
const SENDS =
  /(?:《[^《》]{4,120}》[、和及]?){1,12}[^《》。]{0,60}(?:批转|转发|印发|发给|公布|颁发|颁布|发布)/g;
/** The letter says what it sends in one of its first lines. */
const FIRST_LINES = 8;
const LONGEST_SENDING_LINE = 600;

export function sentTitles(lines: readonly Line[], from: number): string[] {
  const said = lines
    .slice(from, from + FIRST_LINES)
    .filter(({ value }) => value.length <= LONGEST_SENDING_LINE)
    .map(({ value }) => value)
    .join("");
  if (!said.includes("》")) return [];
  return matchesOf(squeeze(said), SENDS).flatMap(([sent]) =>
    matchesOf(sent, QUOTED).map((match) => match[1] as string),
  );
}

/** The first line after `from` that is the title of the text issued; -1 where it is not found. */
export function findIssuedTitle(lines: readonly Line[], from: number, titles: readonly string[]): number {
  const keys = titles.map(issuedKey);
  for (let at = from; at < lines.length; at++) {
    if (
      !standsAsTitle(lines[at]) ||
      (at > 0 && lines[at - 1]?.kind === "text" && standsAsTitle(lines[at - 1]))
    )
      continue;
    const printed = titleLines(lines, at, keys)
      .map(({ value }) => value)
      .join("");
    const text = issuedKey(printed);
    // 省卫生局《关于…的报告 / 》已经…: a page cuts the letter there.
    if (openBrackets(printed) > 0) continue;
    // 《…的决定》 / 已经…通过: the letter opens with what it issues.
    if (
      printed.startsWith("《") &&
      /^(?:已|经|，)/.test(lines[filledFrom(lines, at + 1)]?.value.trim() ?? "")
    )
      continue;
    if (keys.includes(text) || keys.includes(text.replace(/\([^()]{1,20}\)$/, ""))) return at;
  }
  return -1;
}

/** A letter that says it issues another text. */
export const ISSUES = /印发|转发|批转|公布|发布|颁布|颁发|施行|实施|修改|修订/;

/** Where the second text and those after it begin, of several that a letter issues by their titles: 印发《甲办法》《乙办法》. */
export function moreIssued(lines: readonly Line[], keys: readonly string[]): number[] {
  const titleAt = (at: number): string =>
    issuedKey(
      titleLines(lines, at, keys)
        .map(({ value }) => value)
        .join(""),
    );
  const wanted = new Set(keys);
  if (wanted.size < 2) return [];
  let at = filledFrom(lines, 0);
  if (!standsAsTitle(lines[at]) || !wanted.delete(titleAt(at))) return [];
  const found: number[] = [];
  for (at++; at < lines.length && wanted.size > 0; at++) {
    const above = lines[at - 1] as Line;
    const opens = above.kind !== "text" || /[。；]$/.test(above.value.trimEnd());
    if (opens && standsAsTitle(lines[at]) && wanted.delete(titleAt(at))) found.push(at);
  }
  return found;
}
