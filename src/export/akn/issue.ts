/** An issue as an Akoma Ntoso `officialGazette`: its masthead, its printed contents, and a reference to each document. */
import { lastPart } from "../../corpus/addresses.ts";
import { documentsOf } from "../../corpus/gazette.ts";
import type { Block, IssueDocument } from "../../document/schema.ts";
import type { IssueContext } from "../issue.ts";
import type { XmlElement } from "../xml.ts";
import { type BlockContext, bodyElements } from "./blocks.ts";
import { blockContext, NAMESPACE } from "./document.ts";
import { a, type Child } from "./element.ts";
import { person } from "./inline.ts";
import { corrections, identification, references } from "./meta.ts";
import { componentOf, namesOf, workOf, workOfIssue } from "./names.ts";

/** The whole file's tree. */
export function issueElement(issue: IssueDocument, context: IssueContext): XmlElement {
  const inner = blockContext(context, null);
  const { title, number, serial, date } = issue;
  const parts = [
    preface(issue),
    a(
      "collectionBody",
      {},
      plain("front", leaves(issue.front, inner)),
      plain("about", leaves(issue.about, inner)),
      plain("board", board(issue, inner)),
      plain("colophon", colophon(issue)),
      contents(issue),
      documents(issue, context),
    ),
  ];
  const identity = {
    names: namesOf(workOfIssue(issue), date),
    component: "main",
    title,
    subtype: null,
    number: String(serial ?? number),
    date,
    published: date,
    authors: [],
  };
  const meta = a(
    "meta",
    {},
    identification(identity),
    references(context.publication.publisher, inner.references.elements()),
    corrections(issue.corrections ?? []),
  );
  return a(
    "akomaNtoso",
    { xmlns: NAMESPACE },
    a("officialGazette", { name: "gazette", contains: "originalVersion" }, meta, parts),
  );
}

/** 刊头: what the title page says, a line each. */
function preface({ title, year, number, serial, frequency, date, permit }: IssueDocument): XmlElement {
  const line = (kind: string, words: Child) => (words === null ? null : a("p", { class: kind }, words));
  return a(
    "preface",
    {},
    line("title", a("docTitle", {}, title)),
    line("year", String(year)),
    line("number", a("docNumber", {}, String(number))),
    line("serial", serial === null ? null : String(serial)),
    line("frequency", frequency),
    line("date", date === null ? null : a("docDate", { date }, date)),
    line("permit", permit),
  );
}

/** A part of the issue that is no document. */
function plain(eId: string, blocks: readonly XmlElement[]): XmlElement {
  return a("component", { eId }, a("interstitial", {}, blocks));
}

/** What the covers say has no numbered parts; where it has, they are said line by line. */
function leaves(blocks: readonly Block[], context: BlockContext): XmlElement[] {
  return blocks.flatMap((block) =>
    block.type === "section"
      ? [
          a("p", { eId: block.anchor }, `${block.marker}${block.title ?? ""}${block.delimiter ?? ""}`),
          ...leaves(block.children, context),
        ]
      : bodyElements([block], context),
  );
}

/** 编辑委员会. */
function board({ board: roles }: IssueDocument, context: BlockContext): XmlElement[] {
  return roles.map(({ role, members }) =>
    a(
      "blockContainer",
      { class: "board" },
      a("p", {}, role),
      members.map((name) => a("p", {}, person(name, context))),
    ),
  );
}

/** 版权页: `class` says which field a line is. */
function colophon({ colophon: fields }: IssueDocument): XmlElement[] {
  return Object.entries(fields).flatMap(([field, value]) =>
    [value].flat().flatMap((words) => (words === null ? [] : [a("p", { class: field }, words)])),
  );
}

/** 目录 as printed: a heading where a new one begins, then its entries with number and page. */
function contents({ contents: entries }: IssueDocument): XmlElement | null {
  const items = entries.flatMap(({ section, title, documentNumber, page, document }, at) => {
    const href = document === null ? "#contents" : `#${lastPart(document)}`;
    const heads = section !== null && section !== entries[at - 1]?.section && section !== title;
    const words = [
      title,
      documentNumber === null ? null : a("docNumber", {}, documentNumber),
      page === null ? null : a("span", { class: "page" }, String(page)),
    ];
    return [
      ...(heads ? [a("tocItem", { class: "section", level: 1, href }, section)] : []),
      a("tocItem", { level: 2, href }, words),
    ];
  });
  return items.length === 0 ? null : a("component", { eId: "contents" }, a("toc", {}, items));
}

/** A reference to each document, in printed order. */
function documents(issue: IssueDocument, { gazette }: IssueContext): XmlElement[] {
  return documentsOf(gazette, issue).map((document) => {
    const { work } = componentOf(namesOf(workOf(document), issue.date), "main");
    const showAs = document.title;
    return a("component", { eId: lastPart(document.id) }, a("documentRef", { href: work, showAs }));
  });
}
