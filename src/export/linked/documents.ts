/** Documents as schema.org's Legislation (the terms of ELI); the chronicle as a work of dated parts. */
import { entryPath } from "../../corpus/addresses.ts";
import { citationsOf } from "../../corpus/citations.ts";
import type { Leading, Lookup } from "../../corpus/gazette.ts";
import type {
  AppointmentDocument,
  ChronicleDocument,
  Citation,
  DocumentNumber,
  IssueDocument,
  NoticeDocument,
} from "../../document/schema.ts";
import type { ExportContext } from "../format.ts";
import { dataFile } from "../json.ts";
import { decisionNodes } from "./appointments.ts";
import {
  bodyStub,
  identifiers,
  issueStub,
  type LinkedContext,
  pageId,
  periodicalStub,
  personStub,
  type StubContext,
} from "./names.ts";
import { type Node, node, reference } from "./node.ts";

/** What a page says of its document, in one object. */
export function legislation(
  context: StubContext,
  issue: IssueDocument,
  document: NoticeDocument | AppointmentDocument,
): Node {
  const { id, heading, documentNumber, date, issuer } = document;
  return node({
    "@id": pageId(context, id),
    "@type": "Legislation",
    identifier: identifiers(context, id),
    name: heading,
    legislationIdentifier: documentNumber?.text,
    legislationType: document.type === "notice" ? document.genre : null,
    legislationDate: date,
    datePublished: issue.date,
    legislationPassedBy: issuer?.split("、").map((name) => bodyStub(context, name)),
    about: document.type === "appointment" ? decisionNodes(context, document) : null,
    isPartOf: { ...issueStub(context, issue), isPartOf: periodicalStub(context) },
    inLanguage: "zh-CN",
    url: pageId(context, id),
  });
}

/**
 * All that the file of a document says: what its page says, and whom and what it names; `named` has the bodies that
 * it gives tasks to or names.
 */
export function documentNode(
  context: LinkedContext & { named: Lookup<readonly string[]> },
  issue: IssueDocument,
  document: Leading,
): Node {
  if (document.type === "chronicle") return chronicleNode(context, issue, document);
  const effect = document.type === "notice" ? document.effect : null;
  return node({
    ...legislation(context, issue, document),
    legislationDateOfApplicability: effect?.commencement?.date,
    expires: effect?.expiry?.date,
    legislationRepeals: citedNodes(context, effect?.repeals ?? []),
    citation: citedNodes(context, citationsOf(document)),
    audience: document.recipients.map((name) => ({ "@type": "Audience", name })),
    mentions: context.named.get(document.id)?.map((name) => bodyStub(context, name)),
    encoding: encodings(context, document),
  });
}

/** Each cited work once: one of this gazette by its name, another by what the citation prints. */
function citedNodes(context: LinkedContext, citations: Citation[]): Node[] {
  const cited = citations.map(({ document, documentNumber, title, text }) => {
    if (document !== null) return reference(pageId(context, document));
    const number = documentNumber === null ? null : wholeNumber(documentNumber);
    return node({
      "@type": number === null ? "CreativeWork" : "Legislation",
      name: title ?? number ?? text,
      legislationIdentifier: number,
    });
  });
  return [...new Map(cited.map((one) => [JSON.stringify(one), one])).values()];
}

/** `平党干字〔2021〕57、60号` is the number of two documents, of which each has its own. */
function wholeNumber({ text, agency, year, serial }: DocumentNumber): string {
  return agency === null || year === null || serial === null ? text : `${agency}〔${year}〕${serial}号`;
}

/** By document id: the names of the bodies that it gives tasks to or names, in the order of all bodies. */
export function namedBodies(organizations: ExportContext["organizations"]): Map<string, string[]> {
  const made = new Map<string, string[]>();
  for (const { name, tasks, namings } of organizations.values()) {
    const ids = [...tasks.map(({ table }) => table.notice), ...namings.map(({ document }) => document.id)];
    for (const id of new Set(ids)) {
      const names = made.get(id);
      if (names === undefined) made.set(id, [name]);
      else names.push(name);
    }
  }
  return made;
}

function encodings({ address }: LinkedContext, document: Leading): Node[] {
  const object = (path: string, encodingFormat: string) => ({
    "@type": document.type === "chronicle" ? "MediaObject" : "LegislationObject",
    contentUrl: address(path),
    encodingFormat,
  });
  return [
    object(`/data/${dataFile(document)}`, "application/json"),
    object(`/${document.id}.md`, "text/markdown"),
  ];
}

function chronicleNode(context: LinkedContext, issue: IssueDocument, document: ChronicleDocument): Node {
  const { id, title, entries } = document;
  return node({
    "@id": pageId(context, id),
    "@type": "CreativeWork",
    identifier: identifiers(context, id),
    name: title,
    datePublished: issue.date,
    isPartOf: { ...issueStub(context, issue), isPartOf: periodicalStub(context) },
    hasPart: entries.map((entry) =>
      node({
        "@id": context.address(entryPath(entry.id)),
        "@type": "CreativeWork",
        text: entry.text,
        temporalCoverage: [entry.date, entry.endDate].filter((date) => date !== null).join("/") || null,
        mentions: entry.people.map(({ name }) => personStub(context, name)),
      }),
    ),
    inLanguage: "zh-CN",
    url: pageId(context, id),
    encoding: encodings(context, document),
  });
}
