/** The pages of the book: a document each, as hast. */
import type { Element } from "hast";
import { lastPart, pagePath } from "../../corpus/addresses.ts";
import { sayDate } from "../../corpus/cite.ts";
import type { Leading } from "../../corpus/gazette.ts";
import { type Part, partsOf } from "../../corpus/walk.ts";
import type { NoticeDocument } from "../../document/schema.ts";
import { blockElements } from "../../html/blocks.ts";
import { type Child, h } from "../../html/element.ts";
import { type Links, noLinks } from "../../html/links.ts";
import { textWithMentions } from "../../html/text.ts";
import type { IssueContext } from "../issue.ts";

/** The file of a document's page. */
export function pageFile({ id }: { id: string }): string {
  return `${lastPart(id)}.xhtml`;
}

/** Within the book a document is its page, what it issues its own part; others are where the site has them, if it is known. */
function linksFrom(from: Leading, { leading, address }: IssueContext): Links {
  const issues = from.type === "notice" && from.enclosure !== null;
  return {
    ...noLinks,
    document: (id) => {
      if (id === from.id) return issues ? "#enclosure" : null;
      const cited = leading.get(id);
      if (cited === undefined) return null;
      if (cited.issue === from.issue) return pageFile(cited);
      const outside = address(pagePath(id));
      return /^https?:/u.test(outside) ? outside : null;
    },
  };
}

/** What stands on the page of a document. */
export function documentPage(document: Leading, context: IssueContext): Element[] {
  const links = linksFrom(document, context);
  if (document.type === "chronicle")
    return [
      h("h1", {}, document.title),
      ...document.entries.map(({ id, text, mentions }) =>
        h("p", { id: lastPart(id) }, ...textWithMentions(text, mentions, links)),
      ),
    ];
  const { heading, documentNumber, recipients, issuer, date, disclosure } = document;
  const [letter, ...others] = partsOf(document);
  const blocks = (part: Part, rank: number) =>
    blockElements(part.children, { links, part, tables: context.gazette.tableById, rank });
  return [
    h("h1", {}, heading),
    ...line("number", documentNumber?.text ?? null),
    ...line("recipients", recipients.length === 0 ? null : `${recipients.join("、")}：`),
    ...(letter === undefined ? [] : blocks(letter, 1)),
    ...(document.type === "notice" ? attachmentNotes(document) : []),
    ...line("signature", issuer),
    ...(document.type === "notice" ? line("signature", signatoryOf(document)) : []),
    ...line("signature", date === null ? null : h("time", { dateTime: date }, sayDate(date))),
    ...line("disclosure", disclosure === null ? null : `（${disclosure}）`),
    ...others.map((part) =>
      h("section", { id: part.anchor ?? part.kind, className: ["part"] }, partHead(part), ...blocks(part, 2)),
    ),
  ];
}

function line(kind: string, words: Child | null): Element[] {
  return words === null ? [] : [h("p", { className: [kind] }, words)];
}

function signatoryOf({ signatory }: NoticeDocument): string | null {
  return signatory === null
    ? null
    : `${signatory.title === null ? "" : `${signatory.title}　`}${signatory.name}`;
}

/** Each note leads to the attachment of its number, or to the one in its place. */
function attachmentNotes({ attachmentNotes: notes, attachments }: NoticeDocument): Element[] {
  if (notes.length === 0) return [];
  const items = notes.map(({ number, title }, at) => {
    const target = attachments.find((one) => one.number === number) ?? attachments[at];
    const words = `${number === null ? "" : `${number}. `}${title}`;
    return h("li", {}, target === undefined ? words : h("a", { href: `#${target.anchor}` }, words));
  });
  return [h("p", {}, "附件："), h("ul", { className: ["attachment-notes"] }, ...items)];
}

function partHead({ label, title }: Part): Element {
  const words = [...(label === null ? [] : [h("span", { className: ["label"] }, label), " "]), title ?? ""];
  return h("h2", {}, ...(label === null && title === null ? ["正文"] : words));
}
