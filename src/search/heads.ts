/** What is printed around the texts: the head and foot of a document, and what an issue says of itself. */
import { contentsAnchor } from "../corpus/addresses.ts";
import type { AppointmentDocument, IssueDocument, NoticeDocument } from "../document/schema.ts";
import { normalise } from "./normalise.ts";

/** Lines that are there. */
export function lines(parts: (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== "").join("\n");
}

/** Heading, number, addressees, the list of attachments, and the signature under the text. */
export function headingText(document: NoticeDocument | AppointmentDocument): string {
  const notice = document.type === "notice" ? document : null;
  const signatory = notice?.signatory ?? null;
  return lines([
    document.heading,
    document.documentNumber?.text,
    ...document.recipients,
    ...(notice?.attachmentNotes ?? []).map(({ title }) => title),
    document.issuer,
    signatory === null ? null : `${signatory.title ?? ""}${signatory.name}`,
    printedDate(document.date),
    document.disclosure,
  ]);
}

/** `2021-09-09` is printed as 2021年9月9日. */
function printedDate(date: string | null): string | null {
  if (date === null) return null;
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** A text on the page of an issue, and what stands in it. */
type IssueText = {
  anchor: string;
  kind?: "标题";
  place: string;
  text: string;
  people: string[];
};

/** Masthead, the heads of its contents, the editorial board and the imprint. */
export function issueTexts(issue: IssueDocument): IssueText[] {
  const { colophon, board, contents } = issue;
  const sections = [...new Set(contents.map(({ section }) => section))];
  const serial = issue.serial === null ? "" : `（总第${issue.serial}期）`;
  const masthead = lines([
    issue.title,
    `${issue.year}年第${issue.number}期${serial}`,
    issue.frequency,
    printedDate(issue.date),
  ]);
  const imprint = lines([
    issue.permit,
    ...colophon.chiefEditors,
    ...colophon.editors,
    colophon.supervisor,
    colophon.sponsor,
    colophon.publisher,
    colophon.address,
    colophon.phone,
    colophon.fax,
    colophon.website,
  ]);
  const texts: IssueText[] = [
    { anchor: "", kind: "标题", place: "", text: masthead, people: [] },
    { anchor: "#contents-title", place: "目录", text: lines(sections), people: [] },
    {
      anchor: "#board-title",
      place: "编辑委员会",
      text: lines(board.flatMap(({ role, members }) => [role, ...members])),
      people: board.flatMap(({ members }) => members),
    },
    {
      anchor: "#imprint-title",
      place: "版权页",
      text: imprint,
      people: [...colophon.chiefEditors, ...colophon.editors],
    },
  ];
  return texts.filter(({ text }) => text !== "");
}

/**
 * The entries of the contents that print other words than the document they lead to; `headsOf` gives what is printed at
 * its head. An entry in the same words is no place of its own: whoever looks for the title wants the document.
 */
export function contentsTexts(
  issue: IssueDocument,
  headsOf: (document: string | null) => string[],
): IssueText[] {
  const sections = issue.contents.flatMap(({ section }) => section ?? []);
  return issue.contents.flatMap(({ title, documentNumber, document }, at) => {
    const heads = [...sections, ...headsOf(document)].map(normalise);
    const own = [title, documentNumber].filter(
      (line) => line !== null && !heads.some((head) => head.includes(normalise(line))),
    );
    return own.length === 0
      ? []
      : [{ anchor: `#${contentsAnchor(at + 1)}`, place: "目录", text: lines(own), people: [] }];
  });
}
