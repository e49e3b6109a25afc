/** The metadata of a document: identification after FRBR, publication, references, corrections. */
import type { Correction, IssueDocument } from "../../document/schema.ts";
import type { XmlElement } from "../xml.ts";
import { a } from "./element.ts";
import { componentOf, type Names } from "./names.ts";

/** A date that is not known, where the schema wants one: what readers of Akoma Ntoso take for none. */
const NO_DATE = "0001-01-01";

/** Who made the file, as `references` name them. */
const PUBLISHER = "#publisher";

export interface Identity {
  names: Names;
  component: string;
  /** What the work is called. */
  title: string | null;
  subtype: string | null;
  number: string | null;
  /** When the work was made, and when this text of it was published. */
  date: string | null;
  published: string | null;
  /** References to those who made the work. */
  authors: readonly string[];
}

export function identification(identity: Identity): XmlElement {
  const { names, component, title, subtype, number, date, published, authors } = identity;
  const part = componentOf(names, component);
  const level = (
    level: keyof Names,
    when: string | null,
    by: readonly string[],
    ...aliases: XmlElement[]
  ) => [
    a("FRBRthis", { value: part[level] }),
    a("FRBRuri", { value: names[level] }),
    ...aliases,
    a("FRBRdate", { date: when ?? NO_DATE, name: "Generation" }),
    ...by.map((href) => a("FRBRauthor", { href })),
  ];
  const alias = title === null ? [] : [a("FRBRalias", { name: "title", value: title })];
  return a(
    "identification",
    { source: PUBLISHER },
    a(
      "FRBRWork",
      {},
      level("work", date, authors.length === 0 ? [PUBLISHER] : authors, ...alias),
      a("FRBRcountry", { value: "cn" }),
      subtype === null ? null : a("FRBRsubtype", { value: subtype }),
      number === null ? null : a("FRBRnumber", { value: number }),
    ),
    a(
      "FRBRExpression",
      {},
      level("expression", published, [PUBLISHER]),
      a("FRBRlanguage", { language: "zho" }),
    ),
    a(
      "FRBRManifestation",
      {},
      level("manifestation", published, [PUBLISHER]),
      a("FRBRformat", { value: "application/akn+xml" }),
    ),
  );
}

/** The issue in which a document is printed; the schema wants its date. */
export function publication({ date, title, year, number }: IssueDocument): XmlElement | null {
  if (date === null) return null;
  return a("publication", { date, name: title, number, showAs: `${title} ${year}年第${number}期` });
}

/** The references of a document, the publisher first. */
export function references(publisher: string, others: readonly XmlElement[]): XmlElement {
  const href = `/akn/ontology/organization/cn/${encodeURIComponent(publisher)}`;
  return a(
    "references",
    { source: PUBLISHER },
    a("TLCOrganization", { eId: PUBLISHER.slice(1), href, showAs: publisher }),
    others,
  );
}

/** What editors corrected (更正): a note each with the printed words, those that replace them, and why. */
export function corrections(list: readonly Correction[]): XmlElement | null {
  if (list.length === 0) return null;
  const notes = list.map(({ anchor, printed, corrected, reason }, at) =>
    a(
      "note",
      {
        eId: `correction-${at + 1}`,
        class: "correction",
        placementBase: anchor === null ? null : `#${anchor}`,
      },
      a("p", {}, a("del", {}, printed), a("ins", {}, corrected)),
      a("p", {}, reason),
    ),
  );
  return a("notes", { source: PUBLISHER }, notes);
}
