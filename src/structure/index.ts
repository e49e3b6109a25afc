/** The structure of an issue: lines become masthead, contents, documents and chronicle, nothing left over. */

import { isBlankCode, squeeze } from "../language/blanks.ts";
import { characters, opensWith } from "../language/characters.ts";
import { numberAfterName, readNumberLine } from "../language/documentNumbers.ts";
import { speechIn } from "../language/titles.ts";
import { APPOINTMENT_HEADING, APPOINTMENT_TITLE } from "../terms/genres.ts";
import { hull, rawOf, type Source } from "../tree/build.ts";
import type {
  Contents,
  Furniture,
  Leaf,
  Line,
  Masthead,
  OfficialDocument,
  Root,
  TopNode,
} from "../tree/nodes.ts";
import { toAppointment } from "./appointments.ts";
import { readChronicle } from "./chronicle.ts";
import { contentsAtEnd, endOfContents, entriesOf, isContentsHeading, readContents } from "./contents.ts";
import { type Context, type Doubt, leafOfLines, setAside } from "./context.ts";
import { setFurnitureAside } from "./furniture.ts";
import { isDocumentNumber } from "./heads/byNumber.ts";
import { decidesBelow } from "./heads/decisions.ts";
import type { Head, SectionLine } from "./heads/head.ts";
import { findHeads } from "./heads/index.ts";
import { sectionName } from "./heads/sections.ts";
import { fullTitle, titleKey } from "./heads/titleLines.ts";
import { isWhole } from "./heal.ts";
import { readDocument } from "./letter/index.ts";
import { bareText, filledBefore } from "./lines.ts";
import { completeFacts, type IssueFacts, noFacts, readMasthead } from "./masthead.ts";
import { MastheadError } from "./mastheadError.ts";
import { isColophonLine } from "./mastheadLabels.ts";

/** What the structure says of an issue beside the tree. */
export interface IssueData {
  facts: IssueFacts;
  doubts: Doubt[];
}

const SPEECH = /^(.{4,60}上的(?:讲话|致辞|致词|发言))(?=[\p{Script=Han}（(])/u;

/** The titles by which the text of a speech may be found whose speaker the contents name, before it or after. */
const speechTitles = (title: string): string[] =>
  [title.match(SPEECH)?.[1], speechIn(title)].flatMap((speech) => speech || []);

/** How many lines may pass before the masthead is complete. */
const MASTHEAD_LIMIT = 400;

/** The first line of the contents, or -1. */
function contentsStart(lines: readonly Line[]): number {
  const at = lines
    .slice(0, MASTHEAD_LIMIT)
    .findIndex(({ kind, value }) => kind === "text" && isContentsHeading(value));
  // A 目录 after the first document is that document's own.
  const above = lines.slice(0, Math.max(at, 0));
  return above.some(({ value }, index) => isDocumentNumber(value) || isOrderNumber(above, index)) ? -1 : at;
}

/** 第12号 below 某市人民代表大会常务委员会公告, or both on one line. */
function isOrderNumber(lines: readonly Line[], index: number): boolean {
  const { kind, value } = lines[index] as Line;
  if (kind !== "text" || !value.includes("号") || readNumberLine(value) === null) return false;
  const above = lines[filledBefore(lines, index - 1)];
  return (
    numberAfterName(value) !== null || (above !== undefined && /(?:令|公告|通告)$/.test(bareText(above)))
  );
}

/** Lines at the end of the issue that are its colophon: at least two labels, one of them of the publisher. */
function colophonTail(lines: readonly Line[]): number {
  let from = lines.length;
  let labels = 0;
  let names = "";
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] as Line;
    if (line.kind === "blank") continue;
    if (line.kind !== "text" || !isColophonLine(line.value)) break;
    names += bareText(line).slice(0, 6);
    labels++;
    from = at;
  }
  return labels >= 2 && /主编|主管|主办|编辑|准印/.test(names) ? from : lines.length;
}

const isAppointment = (document: OfficialDocument): boolean => {
  const title = document.children[0]?.type === "title" ? document.children[0].value : "";
  const inSection = document.section !== null && APPOINTMENT_HEADING.test(document.section);
  return (
    (inSection || APPOINTMENT_TITLE.test(title)) &&
    /(?:同志|任免|任职|免职|任命|聘任|解聘|免去|等|接受[^的]{2,30}辞[去职]|干部职务|职务(?:调整|变动))/.test(
      title,
    ) &&
    !/(?:办法|规定|条例|方案|细则|制度)/.test(title)
  );
};

/** 某某会议补选张三为某县副县长, 接受李四辞去…职务: an announcement of nothing but offices. */
const ANNOUNCES_OFFICE =
  /(?:选举|补选|任命|免去|接受)[\p{Script=Han}·、（）()]{2,40}?(?:为|辞去|的)[^。；]{3,60}(?:[长员]|主任|主席|书记|代表|职务)/u;

/** True for a 公告 without a subject whose text gives or takes offices. */
const announcesOffice = (document: OfficialDocument): boolean => {
  const [title] = document.children;
  if (title?.type !== "title" || !title.value.endsWith("公告") || title.value.includes("关于")) return false;
  const first = document.children.find(({ type }) => type === "paragraph");
  return first?.type === "paragraph" && ANNOUNCES_OFFICE.test((first.children[0] as Leaf).value);
};

/** True for a document that has its number for a title. */
const isTitledByNumber = ({ children: [title] }: OfficialDocument): boolean =>
  title?.type === "title" && isDocumentNumber(title.value);

/** Where the head of a document without contents or number first may stand: after the lines of the masthead. */
function bodyStart(lines: readonly Line[], contentsAt: number): number {
  return contentsAt >= 0 ? endOfContents(lines, contentsAt) : 0;
}

/** 某省人民政府令（第321号）某省养犬办法 */
const ORDER_IN_ENTRY = /令[（(]?(第[0-9０-９〇零一二三四五六七八九十百]{1,8}号)/;

/** Lines whose blanks made them rows are lines of text again where no table can stand. */
function withoutCells({ source }: Context, lines: readonly Line[]): readonly Line[] {
  for (const line of lines)
    if (line.cells !== undefined) {
      line.kind = "text";
      line.value = rawOf(source.text, line.spans);
      delete line.cells;
    }
  return lines;
}

/** The section of each head: the heading between documents, or the one that the contents give its title. */
function sectionsOf(
  lines: readonly Line[],
  heads: readonly Head[],
  headings: readonly SectionLine[],
  contents: Contents | null,
): (string | null)[] {
  const byTitle = new Map<string, string | null>();
  for (const entry of entriesOf(contents)) {
    const title = entry.children.find(({ type }) => type === "title")?.value;
    const number = entry.children.find(({ type }) => type === "number")?.value;
    const order = title?.match(ORDER_IN_ENTRY)?.[1];
    if (order !== undefined && !byTitle.has(order)) byTitle.set(order, entry.section);
    for (const speech of speechTitles(title ?? ""))
      if (!byTitle.has(titleKey(speech))) byTitle.set(titleKey(speech), entry.section);
    if (title !== undefined) byTitle.set(titleKey(title), entry.section);
    if (number !== undefined) byTitle.set(squeeze(number), entry.section);
  }
  return heads.map((head, index) => {
    const printed = headings
      .filter(({ line }) => line < head.from && line >= (heads[index - 1]?.to ?? 0))
      .at(-1);
    const title = head.title.map((at) => (lines[at] as Line).value).join("");
    return byTitle.get(head.reading?.text ?? "") ?? byTitle.get(titleKey(title)) ?? printed?.name ?? null;
  });
}

/** Section names carry on to the documents after the one they stand before. */
function carrySections(
  sections: (string | null)[],
  heads: readonly Head[],
  headings: readonly SectionLine[],
): (string | null)[] {
  let current: string | null = null;
  return sections.map((section, index) => {
    const hasHeading = headings.some(
      ({ line }) => line < (heads[index] as Head).from && line >= (heads[index - 1]?.to ?? 0),
    );
    if (section !== null || hasHeading) current = section;
    return section ?? (headings.length > 0 ? current : null);
  });
}

/** Reads the structure of a scanned source into its root. @throws MastheadError */
export function readStructure(root: Root, source: Source): IssueData {
  const context: Context = { source, furniture: [], doubts: [], dense: false };
  const all = root.children.filter((node): node is Line => node.type === "line");
  const marks = root.children.filter((node): node is Furniture => node.type === "furniture");
  const facts = noFacts();

  const contentsAt = contentsStart(all);
  const closing = contentsAt < 0 ? contentsAtEnd(all) : null;
  const lines = closing === null ? all : [...all.slice(0, closing[0]), ...all.slice(closing[1])];
  const contentsTo = bodyStart(lines, contentsAt);
  const [from, to] = closing ?? [contentsAt, contentsTo];
  const { contents, others } =
    from >= 0
      ? readContents(context, withoutCells(context, all.slice(from, to)))
      : { contents: null, others: [] };
  const known = new Set<string>();
  const sectionNames = new Set<string>();
  for (const entry of entriesOf(contents)) {
    const title = entry.children.find(({ type }) => type === "title");
    if (title) {
      known.add(titleKey(title.value));
      known.add(fullTitle(title.value));
      for (const speech of speechTitles(title.value)) known.add(titleKey(speech));
    }
    const number = title ? undefined : entry.children.find(({ type }) => type === "number");
    if (number) known.add(squeeze(number.value));
    if (entry.section !== null) sectionNames.add(entry.section);
  }

  const tailFrom = Math.max(colophonTail(lines), contentsTo);
  const floor = contentsAt >= 0 ? contentsTo : 0;
  const body = lines.slice(0, tailFrom);
  // The masthead must be known before running heads can be told: it is read up to the first head.
  const opening = findHeads(body.slice(0, floor + MASTHEAD_LIMIT), floor, known, sectionNames, 1);
  const mastheadTo = Math.min(opening.heads[0]?.from ?? tailFrom, opening.headings[0]?.line ?? tailFrom);
  const front =
    contentsAt >= 0
      ? [...lines.slice(0, contentsAt), ...others, ...lines.slice(contentsTo, mastheadTo)]
      : [...lines.slice(0, mastheadTo), ...others];
  const mastheadChildren = readMasthead(context, facts, withoutCells(context, front));
  mastheadChildren.push(...readMasthead(context, facts, withoutCells(context, lines.slice(tailFrom))));
  if (!completeFacts(facts))
    throw new MastheadError(
      facts.title === ""
        ? "找不到刊名（某某公报）"
        : facts.number === 0
          ? "找不到期号（第几期）"
          : "找不到年份",
    );

  setFurnitureAside(context, body.slice(mastheadTo), facts, sectionNames);
  setRepeatedHeadingsAside(context, body, mastheadTo, sectionNames);
  context.dense = standsDense(body, mastheadTo);
  const { heads, headings } = findHeads(body, mastheadTo, known, sectionNames);
  // Lines that the opening took for a title and that stand before the first head belong to the masthead.
  const isHeading = new Set(headings.map(({ line }) => line));
  const beforeFirst = body
    .slice(0, heads[0]?.from ?? tailFrom)
    .filter((_, at) => at >= mastheadTo && !isHeading.has(at));
  mastheadChildren.push(...readMasthead(context, facts, beforeFirst));
  const tops: TopNode[] = [];
  const sections = carrySections(sectionsOf(body, heads, headings, contents), heads, headings);
  const beforeHead = new Set<number>();
  const opensName = characters([...sectionNames].map((name) => name.charAt(0)).join(""));
  heads.forEach((head, index) => {
    const to = heads[index + 1]?.from ?? tailFrom;
    let end = to;
    // Headings that stand right before the next head belong to it, those inside a document are running heads.
    for (let at = to - 1; at >= head.to; at--) {
      if ((body[at] as Line).kind === "blank") continue;
      if (!isHeading.has(at)) break;
      beforeHead.add(at);
      end = at;
    }
    for (let at = head.to; at < end; at++) {
      const line = body[at] as Line;
      if (
        line.kind === "text" &&
        line.value.length <= 40 &&
        (opensWith(line.value, opensName) || isBlankCode(line.value.charCodeAt(0))) &&
        sectionNames.has(bareText(line))
      )
        dropRunningHead(context, line);
    }
    if (head.kind === "chronicle") {
      tops.push(readChronicle(context, body[head.from] as Line, body.slice(head.to, end), facts.year));
      return;
    }
    const document = readDocument(context, body, head, end, sections[index] ?? null);
    if (
      isAppointment(document) ||
      announcesOffice(document) ||
      (isTitledByNumber(document) && decidesBelow(body, head.to - 1))
    ) {
      toAppointment(context, document);
      document.section ??= [...sectionNames].find((name) => APPOINTMENT_HEADING.test(name)) ?? "人事任免";
    }
    tops.push(document);
  });
  for (let at = mastheadTo; at < (heads[0]?.from ?? tailFrom); at++)
    if (isHeading.has(at)) beforeHead.add(at);
  for (const at of beforeHead) tops.push(leafOfLines(context, "caption", [body[at] as Line]));

  if (mastheadChildren.length > 0) {
    const masthead: Masthead = {
      type: "masthead",
      children: mastheadChildren,
      position: hull(mastheadChildren),
    };
    tops.unshift(masthead);
  }
  if (contents) tops.push(contents);
  root.children = [...tops, ...marks, ...context.furniture];
  return { facts, doubts: context.doubts };
}

/** For one paragraph that a blank line follows so many stand right above the next, where none marks their ends. */
const DENSE = 4;

/** True where most paragraphs have the next one right below them. */
function standsDense(lines: readonly Line[], from: number): boolean {
  let below = 0;
  let apart = 0;
  for (let at = from; at + 1 < lines.length; at++) {
    const { kind, value } = lines[at] as Line;
    if (kind !== "text" || !value.endsWith("。")) continue;
    if ((lines[at + 1] as Line).kind === "blank") apart++;
    else below++;
  }
  return below >= DENSE && below >= apart * DENSE;
}

/** A section's name printed again is the head of a page: only the first one opens the section. */
function setRepeatedHeadingsAside(
  context: Context,
  lines: readonly Line[],
  from: number,
  names: ReadonlySet<string>,
): void {
  const seen = new Set<string>();
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (line.kind !== "text" || line.value.length > 40) continue;
    const name = sectionName(line, names);
    if (name === null) continue;
    // The first one opens the section, unless it stands in the middle of a sentence.
    if (seen.has(name) || (names.has(name) && cutsSentence(lines, at))) dropRunningHead(context, line);
    else seen.add(name);
  }
}

/** True where the text above line `at` stops in the middle of a sentence; a line of labels, 附件：某办法, has none. */
function cutsSentence(lines: readonly Line[], at: number): boolean {
  const above = lines[filledBefore(lines, at - 1)];
  return (
    above?.kind === "text" &&
    above.value.length >= 12 &&
    /[，。；]/.test(above.value) &&
    !isWhole(above.value)
  );
}

/** A section's name in the middle of a document is the head of a page; another heading is text of the document. */
function dropRunningHead(context: Context, line: Line): void {
  setAside(context, "running-head", line.spans);
  line.kind = "blank";
  line.spans = [];
  line.value = "";
}
