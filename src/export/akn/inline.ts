/** Text with what it names as inline elements: bodies, people, dates, documents. */
import type { Citation, Mention } from "../../document/schema.ts";
import type { XmlElement } from "../xml.ts";
import { a, type Child } from "./element.ts";
import type { References } from "./references.ts";

/** What inline elements point to. */
export interface InlineContext {
  references: References;
  /** The work of a document of the gazette by its id, or null. */
  work: (id: string) => string | null;
}

/** Mentions may stand in one another, 《平罗县人民政府公报》; one that straddles the end of another is left as text. */
export function textWith(text: string, mentions: readonly Mention[], context: InlineContext): Child[] {
  const sorted = mentions.toSorted((one, other) => one.start - other.start || other.end - one.end);
  return within(text, 0, text.length, sorted, context);
}

function within(
  text: string,
  start: number,
  end: number,
  mentions: readonly Mention[],
  context: InlineContext,
): Child[] {
  const children: Child[] = [];
  let at = start;
  for (const [index, mention] of mentions.entries()) {
    if (mention.start < at || mention.end > end) continue;
    // What a reference says is one work: none stands in another.
    const others = mentions
      .slice(index + 1)
      .filter(({ kind }) => kind !== "document" || mention.kind !== "document");
    const inner = within(text, mention.start, mention.end, others, context);
    children.push(text.slice(at, mention.start), named(mention, text, inner, context));
    at = mention.end;
  }
  return [...children, text.slice(at, end)];
}

function named(mention: Mention, text: string, words: Child[], context: InlineContext): XmlElement {
  switch (mention.kind) {
    case "date":
      return a("date", { date: mention.date }, words);
    case "document":
      return a("ref", { href: cited(mention.ref, text.slice(mention.start, mention.end), context) }, words);
    case "organization":
    case "person":
      return a(mention.kind, { refersTo: context.references.to(mention.kind, mention.name) }, words);
  }
}

/** A document of the gazette by its work; any other by an entry of the references, which claims no address for it. */
function cited(id: string | null, text: string, { references, work }: InlineContext): string {
  return (id === null ? null : work(id)) ?? references.to("reference", text);
}

/** Where a text names these works, as mentions: the words of a citation are one wherever they stand. */
export function citedIn(text: string, citations: readonly Citation[]): Mention[] {
  const works = new Map(citations.map(({ text: words, document }) => [words, document]));
  works.delete("");
  return [...works].flatMap(([words, ref]) => {
    const found: Mention[] = [];
    for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length))
      found.push({ kind: "document", start: at, end: at + words.length, ref });
    return found;
  });
}

/** A body by its printed name. */
export function organization(name: string, { references }: InlineContext): XmlElement {
  return a("organization", { refersTo: references.to("organization", name) }, name);
}

/** Several bodies as they sign, `甲、乙`, each by itself. */
export function organizations(names: string, context: InlineContext): Child[] {
  return names.split("、").flatMap((name, at) => [at === 0 ? "" : "、", organization(name, context)]);
}

/** A person with their office, name first or office first as it is printed. */
export function person(name: string | null, { references }: InlineContext): XmlElement | null {
  return name === null ? null : a("person", { refersTo: references.to("person", name) }, name);
}

export function role(title: string | null, { references }: InlineContext): XmlElement | null {
  return title === null ? null : a("role", { refersTo: references.to("role", title) }, title);
}
