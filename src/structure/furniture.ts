/** Page numbers and running heads: what every page carries and no document does. */
import { squeeze } from "../language/blanks.ts";
import { characters, closesWith, opensWith } from "../language/characters.ts";
import { halfWidth } from "../language/numerals.ts";
import { isWithin } from "../language/titles.ts";
import { SECTION_HEADING } from "../terms/genres.ts";
import type { Line } from "../tree/nodes.ts";
import { type Context, setAside } from "./context.ts";
import { bareText } from "./lines.ts";

const DASHES = "—–\\-−―－·•.~～_*/";
/** `12`, `— 12 —`, `·12·`, `第 12 页`, `第12页 共80页`, `12/80`. */
const PAGE_NUMBER = new RegExp(
  `^[${DASHES}]*(?:第?[0-9０-９]{1,4}页?(?:[,，/／]?共?[0-9０-９]{1,4}页?)?|[ivxlcIVXLC]{1,6})[${DASHES}]*$`,
);
/** What a page number can open with. */
const OPENS_PAGE = characters("—–-−―－·•.~～_*/第共,，／0123456789０１２３４５６７８９ivxlcIVXLC页");
const PARTS =
  /(?:[0-9０-９]{4}年?[·.•]?)?第[0-9０-９]{1,3}[期号]|[（(]?总第?[0-9０-９]{1,5}[期号][)）]?|[0-9０-９]{4}[.·•/／][0-9０-９]{1,2}(?![0-9０-９])|[0-9０-９]{4}年(?:[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?)?|第[0-9]{1,4}页(?:[,，/／]?共[0-9]{1,4}页)?/g;

/** What may stand beside the parts of a running head: a page number, and what parts them. */
const NOTHING_ELSE = new RegExp(`^[${DASHES}|｜()（）0-9０-９]*$`);

/** What running heads repeat: the gazette's title without blanks, and the issue's numbers. */
export interface RunningHeads {
  title: string;
  year: number;
  number: number;
  serial: number | null;
}

/** True where a line is a page number and nothing else. */
function isPageNumber(value: string): boolean {
  return value.length < 20 && opensWith(value, OPENS_PAGE) && PAGE_NUMBER.test(squeeze(value));
}

const NAME = "(\\p{Script=Han}{2,28})(?:公报|政报)";
const SHORT_TITLE = new RegExp(`^[${DASHES}|｜()（）0-9]*${NAME}[${DASHES}|｜()（）0-9]*$`, "u");
/** No name of a place and its government is shorter: 某县政府公报. */
const SHORTEST_NAME = 3;

/** True where a text is the name of the gazette in fewer words or more: 某县政府公报 for 某市某县人民政府公报. */
function isOtherName(text: string, title: string): boolean {
  const name = text.match(SHORT_TITLE)?.[1] ?? "";
  const full = title.slice(0, -2);
  return name.length >= SHORTEST_NAME && (isWithin(name, full) || isWithin(full, name));
}

/** What the number of a page and the marks around it are made of. */
const IN_PAGE = characters("—–-−―－·•.~～_*/0123456789０１２３４５６７８９");
const PAGE_AT_EDGE = new RegExp(`^[${DASHES}0-9０-９]+|(?<![${DASHES}0-9０-９])[${DASHES}0-9０-９]+$`, "g");

/** True where a line repeats the gazette's title, its issue, or both, with or without a page number. */
function isRunningHead(value: string, { title, year, number, serial }: RunningHeads): boolean {
  if (!value.includes("期") && !value.includes("报")) return false;
  const text = squeeze(halfWidth(value));
  const hasIssue = text.includes("期") && /第\d+期/.test(text);
  if (!hasIssue && !text.includes("公报") && !text.includes("政报")) return false;
  const own = new Set([year, number, serial]);
  const bare = text.replace(PARTS, (part) =>
    /[月页]/.test(part) || (part.match(/\d+/g) ?? []).every((digits) => own.has(Number(digits))) ? "" : part,
  );
  // 某县政府公报: the title may be shorter there than in the masthead, or longer.
  if (isOtherName(bare, title)) return true;
  if (!hasIssue && !text.includes(title)) return false;
  const rest = bare.replace(title, "");
  return (
    rest !== text &&
    (NOTHING_ELSE.test(rest) ||
      (hasIssue && SHORT_TITLE.test(rest)) ||
      isSectionName(rest.replace(PAGE_AT_EDGE, "")))
  );
}

const LONGEST_SECTION = 16;
const isSectionName = (text: string): boolean => text.length <= LONGEST_SECTION && SECTION_HEADING.test(text);

/** True where a line is the name of a section with the number of the page: 县人民政府文件　15. */
function isSectionWithPage(line: Line, sections: ReadonlySet<string>): boolean {
  const { value } = line;
  if (value.length > 30 || !(opensWith(value, IN_PAGE) || closesWith(value, IN_PAGE))) return false;
  const text = bareText(line);
  const bare = text.replace(PAGE_AT_EDGE, "");
  return bare !== text && sections.has(bare);
}

/** A row of a table; one with its last cells cut off may have a tab at its start alone. */
const isRow = (line: Line | undefined): boolean =>
  line !== undefined && (line.kind === "row" || line.kind === "html" || line.tabbed);

const isFurniture = (line: Line | undefined): boolean =>
  line !== undefined && (line.kind === "blank" || isPageNumber(line.value));

/** The index of the nearest line from `at` on in steps of `step` that is no blank and no page number. */
function besideFurniture(lines: readonly Line[], at: number, step: 1 | -1): number {
  let index = at + step;
  while (isFurniture(lines[index])) index += step;
  return index;
}

/** True where a line is the name of a section and a table goes on around it: 县政府办公室文件 between two rows. */
function isSectionInTable(lines: readonly Line[], at: number): boolean {
  if (!isSectionName(bareText(lines[at] as Line))) return false;
  if (!isFurniture(lines[at - 1])) return false;
  const below = besideFurniture(lines, at, 1);
  // The rest of a cut cell may stand before the next row.
  const goesOn = isRow(lines[below]) || isRow(lines[below + 1]);
  return goesOn && isRow(lines[besideFurniture(lines, at, -1)]);
}

/** 续表, 表1（续） above the rest of a table on a new page. */
const CONTINUED =
  /^[（(]?(?:续上?表|接上[页表])[\s　]*[0-9０-９一二三四五六七八九十]*[）)]?$|[（(]续表?[）)]$/;

/** True where a line says that the table above it goes on below. */
function isContinuation(lines: readonly Line[], at: number): boolean {
  const { value } = lines[at] as Line;
  return (
    value.includes(value.includes("续") ? "续" : "接上") &&
    CONTINUED.test(value.trim()) &&
    isRow(lines[besideFurniture(lines, at, 1)]) &&
    isRow(lines[besideFurniture(lines, at, -1)])
  );
}

/** A rule drawn in characters, or the star on the red line of a letterhead. */
const RULE = /^[\s　]*(?:[★☆]|[—―─━═]{4,}|-{4,}|={4,})[\s　]*$/;
const OPENS_RULE = characters("★☆—―─━═-= 　");

/** Sets page numbers and running heads aside and gives back the other lines; a line set aside becomes a blank one. */
export function setFurnitureAside(
  context: Context,
  lines: Line[],
  heads: RunningHeads,
  sections: ReadonlySet<string>,
): void {
  for (const [at, line] of lines.entries()) {
    if (line.kind !== "text" || line.tabbed || line.value.length > 60) continue;
    const kind = isPageNumber(line.value)
      ? "page-number"
      : isRunningHead(line.value, heads) ||
          isSectionWithPage(line, sections) ||
          isSectionInTable(lines, at) ||
          isContinuation(lines, at)
        ? "running-head"
        : opensWith(line.value, OPENS_RULE) && RULE.test(line.value)
          ? "markup"
          : null;
    if (kind === null) continue;
    setAside(context, kind, line.spans);
    line.kind = "blank";
    line.spans = [];
    line.value = "";
  }
}
