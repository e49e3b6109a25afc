/** A document of the gazette as an Akoma Ntoso `doc`: preface, body, conclusions, and what is attached as documents of their own. */

import { lastPart } from "../../corpus/addresses.ts";
import { citationsOf } from "../../corpus/citations.ts";
import type { Leading } from "../../corpus/gazette.ts";
import { type Part, partsOf } from "../../corpus/walk.ts";
import type { IssueDocument, NoticeDocument } from "../../document/schema.ts";
import type { IssueContext } from "../issue.ts";
import type { XmlElement } from "../xml.ts";
import { type BlockContext, bodyElements } from "./blocks.ts";
import { a, type Child, orBlank } from "./element.ts";
import { organization, organizations, person, role, textWith } from "./inline.ts";
import { corrections, type Identity, identification, publication, references } from "./meta.ts";
import { namesOf, workOf } from "./names.ts";
import { createReferences } from "./references.ts";

export const NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

type Letter = Exclude<Leading, { type: "chronicle" }>;

/** What its blocks need, for a document or an issue. */
export function blockContext(context: IssueContext, document: Leading | null): BlockContext {
  return {
    tables: context.gazette.tableById,
    citations: document === null ? [] : citationsOf(document),
    references: createReferences(context),
    work: (id) => {
      const cited = context.leading.get(id);
      return cited === undefined ? null : workOf(cited);
    },
  };
}

/** The whole file's tree. */
export function documentElement(document: Leading, issue: IssueDocument, context: IssueContext): XmlElement {
  const inner = blockContext(context, document);
  const identity = identityOf(document, issue, inner);
  const [letter, ...others] = partsOf(document);
  const parts =
    document.type === "chronicle"
      ? [a("preface", {}, a("p", { class: "title" }, a("docTitle", {}, document.title)))]
      : [preface(document, inner)];
  const body =
    document.type === "chronicle"
      ? document.entries.map(({ id, text, mentions }) =>
          a("p", { eId: lastPart(id) }, textWith(text, mentions, inner)),
        )
      : bodyElements(letter?.children ?? [], inner);
  parts.push(a("mainBody", {}, orBlank(body)));
  if (document.type !== "chronicle") parts.push(...conclusions(document, inner));
  if (others.length > 0)
    parts.push(
      a(
        "attachments",
        {},
        others.map((part) => attachment(part, identity, inner)),
      ),
    );
  const meta = a(
    "meta",
    {},
    identification(identity),
    publication(issue),
    references(context.publication.publisher, inner.references.elements()),
    corrections(document.corrections ?? []),
  );
  return a(
    "akomaNtoso",
    { xmlns: NAMESPACE },
    a("doc", { name: document.type, contains: "originalVersion" }, meta, parts),
  );
}

function identityOf(document: Leading, issue: IssueDocument, { references: to }: BlockContext): Identity {
  const letter = document.type === "chronicle" ? null : document;
  const issuers = letter?.issuer?.split("、") ?? [];
  return {
    names: namesOf(workOf(document), issue.date),
    component: "main",
    title: document.title,
    subtype: document.type,
    number: letter?.documentNumber?.text ?? null,
    date: letter === null ? issue.date : letter.date,
    published: issue.date,
    authors: issuers.map((name) => to.to("organization", name)),
  };
}

/** 标题, 发文字号, 主送机关. */
function preface({ heading, documentNumber, recipients }: Letter, context: BlockContext): XmlElement {
  const names = recipients.map((name) => a("p", {}, organization(name, context)));
  return a(
    "preface",
    {},
    a("p", { class: "title" }, a("docTitle", {}, heading)),
    documentNumber === null ? null : a("p", { class: "number" }, a("docNumber", {}, documentNumber.text)),
    names.length === 0 ? null : a("container", { name: "recipients" }, names),
  );
}

/** 附件说明, 发文机关署名, 签署人, 成文日期, 附注, as far as they are printed. */
function conclusions(document: Letter, context: BlockContext): XmlElement[] {
  const { issuer, date, disclosure } = document;
  const line = (kind: string, ...words: Child[]) => a("p", { class: kind }, ...words);
  const children = [
    ...(document.type === "notice" ? attachmentNotes(document) : []),
    ...(issuer === null ? [] : [line("issuer", a("docAuthority", {}, organizations(issuer, context)))]),
    ...(document.type === "notice" ? signatory(document, context) : []),
    ...(date === null ? [] : [line("date", a("docDate", { date }, date))]),
    ...(disclosure === null ? [] : [line("disclosure", disclosure)]),
  ];
  return children.length === 0 ? [] : [a("conclusions", {}, children)];
}

function attachmentNotes({ attachmentNotes: notes }: NoticeDocument): XmlElement[] {
  if (notes.length === 0) return [];
  const items = notes.map(({ number, title }) =>
    a("item", {}, number === null ? null : a("num", {}, String(number)), a("p", {}, title)),
  );
  return [a("blockList", { class: "attachment-notes" }, items)];
}

function signatory({ signatory: signed }: NoticeDocument, context: BlockContext): XmlElement[] {
  if (signed === null) return [];
  const words = [role(signed.title, context), person(signed.name, context)];
  return [a("p", { class: "signatory" }, a("signature", {}, words))];
}

/** What the letter issues, or an attachment: a document within the document, under the letter's name. */
function attachment(
  { kind, anchor, label, title, children }: Part,
  whole: Identity,
  context: BlockContext,
): XmlElement {
  const eId = anchor ?? kind;
  const meta = a(
    "meta",
    {},
    identification({ ...whole, component: eId, title, subtype: null, number: null }),
  );
  return a(
    "attachment",
    { eId },
    label === null ? null : a("heading", {}, label),
    title === null ? null : a("subheading", {}, title),
    a(
      "doc",
      { name: kind, contains: "originalVersion" },
      meta,
      a("mainBody", {}, orBlank(bodyElements(children, context))),
    ),
  );
}
