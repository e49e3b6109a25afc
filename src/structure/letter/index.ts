/** The parts of an official document: head, addressees, letter, signature, enclosure, attachments (GB/T 9704-2012 §7). */

import { squeeze } from "../../language/blanks.ts";
import { isDateOnTop, readDate } from "../../language/dates.ts";
import {
  dateBesideNumber,
  isRegistrationCode,
  numberAfterName,
  numberAtEnd,
} from "../../language/documentNumbers.ts";
import { ISSUER_ENDING } from "../../terms/organizations.ts";
import { hull } from "../../tree/build.ts";
import type {
  Attachment,
  AttachmentNote,
  Block,
  Enclosure,
  Leaf,
  Line,
  OfficialDocument,
} from "../../tree/nodes.ts";
import { readBlocks } from "../blocks.ts";
import { type Context, leafOf, leafOfLines, setAside, sliceSpans } from "../context.ts";
import type { Head } from "../heads/head.ts";
import { bareText, filledBefore, filledFrom } from "../lines.ts";
import {
  findAttachments,
  isLabel,
  isRosterBelow,
  isTextBelow,
  readAttachment,
  readUnlabelled,
  unlabelledStarts,
  withoutOwnContents,
} from "./attachments.ts";
import { endOfCopies, isOpenness, isOwnDisclosure, readDisclosure, startOfCopies } from "./closing.ts";
import { findIssuedTitle, ISSUES, issuedTitles, moreIssued, sentTitles } from "./issued.ts";
import { isNoteLine, readAttachmentNotes, takeNotes } from "./notes.ts";
import { dateInBrackets, findRecipients, findSpeaker, numberLeaves, partAddressees } from "./opening.ts";
import { findSignature, issuerLeaf, ORGANIZATION, type Signature, signatureLeaves } from "./signature.ts";
import { issuedKey, titleLines } from "./titles.ts";

/** Reads the lines of a document from its head to the line before the next one. */
export function readDocument(
  context: Context,
  lines: readonly Line[],
  head: Head,
  to: number,
  section: string | null,
): OfficialDocument {
  const children: OfficialDocument["children"] = [];
  const { titleLines: titleSpanLines, numberLine } = linesOfHead(lines, head);
  const title = leafOfLines(context, "title", titleSpanLines);
  children.push(title);
  const dateBeside = numberLine === null ? null : dateBesideNumber(numberLine.value);
  if (numberLine !== null) children.push(...numberLeaves(context, numberLine, dateBeside));
  const lowest = filledBefore(lines, to - 1);
  const openness = lowest > head.to && isOpenness(lines[lowest] as Line) ? (lines[lowest] as Line) : null;
  const whole = lines.slice(head.to, openness === null ? to : lowest);
  const copiesFrom = startOfCopies(whole);
  const all = whole.slice(0, copiesFrom);
  let below = filledFrom(all, 0);
  // XXDR-2021-00001: the code of registration is no part of the text.
  const code = all[below];
  let top = 0;
  if (code !== undefined && isRegistrationCode(bareText(code))) {
    setAside(context, "heading", code.spans);
    top = below + 1;
    below = filledFrom(all, top);
  }
  let topDate = below < all.length && isDateOnTop((all[below] as Line).value) ? (all[below] as Line) : null;
  const speaker = findSpeaker(all, below);
  if (speaker !== null && speaker.date !== null) topDate = all[speaker.date] as Line;
  const start = speaker?.to ?? (topDate === null ? top : below + 1);
  let redHead: Line | null = null;
  for (let at = head.from; at < head.to; at++) {
    const line = lines[at] as Line;
    if (line.kind === "blank" || at === head.number || head.title.includes(at)) continue;
    if (topDate === null && isDateOnTop(line.value)) topDate = line;
    else if (redHead === null && RED_HEAD.test(bareText(line))) redHead = line;
    else setAside(context, "heading", line.spans);
  }
  if (speaker !== null) {
    if (speaker.occasion !== null) children.push(...readBlocks(context, [all[speaker.occasion] as Line]));
    children.push(leafOfLines(context, "issuer", [all[speaker.person] as Line]));
  }
  if (topDate !== null) children.push(dateInBrackets(context, topDate));
  const genre = title.value.match(/(公告|通告|布告|公示|命令|令|公报)(?:[（(].{0,40}[）)])?$/)?.[1] ?? "";
  partAddressees(all, start, genre);
  const bodyFrom = findRecipients(all, start, genre);
  if (bodyFrom > start)
    children.push(
      leafOfLines(
        context,
        "recipients",
        all.slice(start, bodyFrom).filter(({ kind }) => kind === "text"),
      ),
    );
  const isDatedAbove = topDate !== null || dateBeside !== null;
  const printedAbove =
    topDate?.value ??
    (dateBeside === null ? null : numberLine?.value.slice(dateBeside.start, dateBeside.end));
  const found = speaker === null ? findSignature(all, bodyFrom, title.value, genre.endsWith("令")) : null;
  const signature =
    !isDatedAbove || (found !== null && repeatsDate(all, found, printedAbove ?? "")) ? found : null;
  const issued =
    ISSUES.test(title.value) || genre.endsWith("令")
      ? [...issuedTitles(squeeze(title.value)), ...sentTitles(all, bodyFrom)]
      : [];
  const firstLabel = all.findIndex(
    (line, index) => index >= bodyFrom && isLabel(line) && !isNoteLine(all, index),
  );
  // A text issued above the signature stands under its own title.
  const limit = signature ? signature.first : firstLabel < 0 ? all.length : firstLabel;
  const inner = issued.length > 0 ? findIssuedTitle(all.slice(0, limit), bodyFrom, issued) : -1;
  const signed =
    signature !== null && (firstLabel < 0 || signature.date < firstLabel || signature.issuer.length > 0)
      ? signature
      : null;
  const end = signed ? signed.first : limit;
  const labelInLetter = firstLabel >= 0 && firstLabel < end ? firstLabel : -1;
  const letterEnd = inner >= 0 ? inner : labelInLetter >= 0 ? labelInLetter : end;
  // Where the date stands above, the signature is the last line alone.
  const last = filledBefore(all, letterEnd - 1);
  const isSigned = isDatedAbove && signed === null && last > bodyFrom && isBody(all[last] as Line);
  // Some print the 附注 between the text and the signature.
  const isNoteAbove = !isSigned && signed !== null && last > bodyFrom && isOwnDisclosure(all[last] as Line);
  const letter = takeNotes(context, all.slice(bodyFrom, isSigned || isNoteAbove ? last : letterEnd));
  children.push(...readBlocks(context, letter.body), ...letter.notes);
  if (isNoteAbove) children.push(leafOfLines(context, "note", [all[last] as Line]));
  if (isSigned) children.push(issuerLeaf(context, all[last] as Line));
  const beforeSignature = all.slice(letterEnd, end);
  let rest: Line[];
  if (signed) {
    children.push(...signatureLeaves(context, all, signed));
    const disclosure = readDisclosure(context, all, signed.last + 1);
    children.push(...disclosure.notes);
    const copiedTo = endOfCopies(all, disclosure.to);
    children.push(...readBlocks(context, all.slice(disclosure.to, copiedTo)));
    rest = [...beforeSignature, ...all.slice(copiedTo)];
  } else rest = all.slice(letterEnd);
  // Signed and dated right under the title, the text below is the document's own and no enclosure.
  const isOwnText =
    signed !== null && inner < 0 && bodyFrom === start && filledFrom(letter.body, 0) >= letter.body.length;
  children.push(...readRest(context, rest, letter.notes, isOwnText, issued.map(issuedKey)));
  children.push(...readBlocks(context, whole.slice(copiesFrom)));
  if (openness !== null) children.push(leafOfLines(context, "note", [openness]));
  if (redHead !== null) children.push(...issuerOfRedHead(context, redHead, children));
  const kind = "notice";
  return { type: "document", kind, section, children, position: hull(children) };
}

const isBody = (line: Line): boolean => ORGANIZATION.test(bareText(line));

/** True where a body signs with the day that is printed above already. */
function repeatsDate(
  lines: readonly Line[],
  { issuer, date, dateFrom, dateTo }: Signature,
  above: string,
): boolean {
  const day = readDate((lines[date] as Line).value.slice(dateFrom, dateTo));
  return issuer.length > 0 && day !== null && day === readDate(above.replace(/[（()）]/g, ""));
}

/** 某县人民政府文件, 某县人民政府通知 over the number: it tells who issues where neither title nor signature do. */
const RED_HEAD = new RegExp(
  `^[\\p{Script=Han}、]{2,40}${ISSUER_ENDING}(?:文件|通知|通报|函|批复|决定|意见|请示|报告|公告|通告)$`,
  "u",
);
const KIND_OF_PAPER =
  /(?:文[\s　]*件|通[\s　]*知|通[\s　]*报|函|批[\s　]*复|决[\s　]*定|意[\s　]*见|请[\s　]*示|报[\s　]*告|[公通][\s　]*告)[\s　]*$/;

/** The issuer that the red head names, where nobody signs; the rest of it is set aside. */
function issuerOfRedHead(context: Context, line: Line, children: readonly { type: string }[]): Leaf[] {
  const isSigned = children.some(({ type }) => type === "issuer");
  const to = isSigned ? 0 : line.value.search(KIND_OF_PAPER);
  setAside(context, "heading", sliceSpans(line.spans, to, line.value.length));
  return to > 0 ? [leafOf(context, "issuer", sliceSpans(line.spans, 0, to))] : [];
}

/** The lines of title and number; where one line has both, each has its part of it: 某市人民政府令 | 第18号, …的通知 | （某政发〔2021〕5号）. */
function linesOfHead(
  lines: readonly Line[],
  { title, number }: Head,
): { titleLines: Line[]; numberLine: Line | null } {
  const numberLine = number === null ? null : (lines[number] as Line);
  const start =
    numberLine === null || !title.includes(number as number)
      ? undefined
      : (numberAfterName(numberLine.value) ?? numberAtEnd(numberLine.value))?.start;
  if (numberLine === null || start === undefined)
    return { titleLines: title.map((at) => lines[at] as Line), numberLine };
  const part = (from: number, to: number): Line => ({
    ...numberLine,
    value: numberLine.value.slice(from, to),
    spans: sliceSpans(numberLine.spans, from, to),
  });
  const above = title.filter((at) => at !== number).map((at) => lines[at] as Line);
  return { titleLines: [...above, part(0, start)], numberLine: part(start, numberLine.value.length) };
}

/** What follows the letter: the text it issues, and the attachments. */
function readRest(
  context: Context,
  rest: readonly Line[],
  noted: readonly AttachmentNote[],
  isOwnText: boolean,
  issued: readonly string[],
): (Block | Enclosure | Attachment | AttachmentNote)[] {
  const out: (Block | Enclosure | Attachment | AttachmentNote)[] = [];
  const first = filledFrom(rest, 0);
  if (first >= rest.length) return out;
  const noteAt =
    noted.length > 0
      ? -1
      : rest.findIndex(
          (line, index) =>
            line.kind === "text" &&
            isNoteLine(rest, index) &&
            !isRosterBelow(rest, index) &&
            !isTextBelow(rest, index),
        );
  const notes = noteAt < 0 ? null : readAttachmentNotes(context, rest, noteAt);
  const attachments = findAttachments(rest, notes?.to ?? 0, notes?.notes ?? noted);
  const stop = attachments[0]?.from ?? rest.length;
  // 附：某协议书 and right below it the agreement under its title: the attachment has no label of its own.
  const belowNotes =
    notes && attachments.length === 0 ? unlabelledStarts(rest.slice(notes.to), notes.notes) : [];
  if (notes && belowNotes.length > 0)
    return [
      ...readRest(context, rest.slice(0, noteAt), noted, isOwnText, issued),
      ...notes.notes,
      ...belowNotes.map((from, index) =>
        readUnlabelled(context, rest.slice(notes.to).slice(from, belowNotes[index + 1] ?? rest.length)),
      ),
    ];
  const enclosed = notes ? [...rest.slice(0, noteAt), ...rest.slice(notes.to, stop)] : rest.slice(0, stop);
  const unlabelled =
    isOwnText || attachments.length > 0 ? [] : unlabelledStarts(enclosed, notes?.notes ?? noted);
  if (isOwnText) out.push(...readBlocks(context, enclosed));
  else if (unlabelled.length > 0)
    unlabelled.forEach((from, index) => {
      out.push(readUnlabelled(context, enclosed.slice(from, unlabelled[index + 1] ?? enclosed.length)));
    });
  else if (filledFrom(enclosed, 0) < enclosed.length) {
    const more = moreIssued(enclosed, issued);
    const text = enclosed.slice(0, more[0] ?? enclosed.length);
    const title = titleLines(enclosed, 0, issued);
    const bodyFrom = title.length > 0 ? enclosed.indexOf(title.at(-1) as Line) + 1 : 0;
    const children = [
      ...(title.length > 0 ? [leafOfLines(context, "title", title)] : []),
      ...readBlocks(context, withoutOwnContents(context, text.slice(bodyFrom), title)),
    ];
    if (children.length > 0) out.push({ type: "enclosure", children, position: hull(children) });
    more.forEach((from, index) => {
      out.push(readUnlabelled(context, enclosed.slice(from, more[index + 1] ?? enclosed.length)));
    });
  }
  out.push(...(notes?.notes ?? []));
  attachments.forEach((start, index) => {
    out.push(readAttachment(context, rest, start, attachments[index + 1]?.from ?? rest.length));
  });
  return out;
}
