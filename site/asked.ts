/**
 * What a page may ask of the gazette beyond what its route hands it. Each question is noted with the page that asks, so
 * that the page is rendered again when the answer is another; `library.ts` has the whole, for pages that show it.
 */
import { pagePath } from "../src/corpus/addresses.ts";
import type { Canonical } from "../src/corpus/authority.ts";
import { documentsOf, type Leading, type Lookup } from "../src/corpus/gazette.ts";
import type { Organization } from "../src/corpus/organizations.ts";
import type { Person } from "../src/corpus/people.ts";
import type { IssueDocument, TableDocument, TaskTableDocument } from "../src/document/schema.ts";
import type { StubContext } from "../src/export/linked/names.ts";
import type { Links } from "../src/html/links.ts";
import { href } from "./address.ts";
import { digestOf, noteShared } from "./keeping/digest.ts";
import { answerWith, noteQuestion, untraced } from "./keeping/traces.ts";
import { type Library, readLibrary } from "./library.ts";
import { numberPath } from "./lists.ts";
import { publishing } from "./publication.ts";
import { readSource } from "./source.ts";

/** What is said of a document where another leads to it. */
type Titled = Pick<Leading, "id" | "title">;
type NamedIssue = Pick<IssueDocument, "id" | "year" | "number" | "serial">;

const titled = (document: Leading | undefined): Titled | null =>
  document === undefined ? null : { id: document.id, title: document.title };

const namedIssue = (issue: IssueDocument | undefined): NamedIssue | null =>
  issue === undefined ? null : { id: issue.id, year: issue.year, number: issue.number, serial: issue.serial };

/** The questions, each of one thing by its id or name; an answer is plain data. */
const QUESTIONS = {
  issue: ({ gazette }: Library, id: string): IssueDocument | undefined => gazette.issueById.get(id),
  document: ({ gazette }: Library, id: string): Leading | undefined => gazette.leading.get(id),
  table: ({ gazette }: Library, id: string): TableDocument | undefined => gazette.tableById.get(id),
  taskTable: ({ gazette }: Library, id: string): TaskTableDocument | undefined =>
    gazette.taskTableById.get(id),
  hasPage: ({ gazette }: Library, id: string): boolean => gazette.leading.has(id),
  canonical: ({ canonical }: Library, name: string): string => canonical(name),
  body: (
    { organizations }: Library,
    name: string,
  ): Pick<Organization, "name" | "slug" | "collective"> | undefined => {
    const body = organizations.get(name);
    return body === undefined ? undefined : { name: body.name, slug: body.slug, collective: body.collective };
  },
  bodyPath: ({ links }: Library, name: string): string | null => links.organization(name),
  person: ({ people }: Library, name: string): Pick<Person, "slug"> | undefined => {
    const person = people.get(name);
    return person === undefined ? undefined : { slug: person.slug };
  },
  personPath: ({ links }: Library, name: string): string | null => links.person(name),
  /** Those that cite a document, each once. */
  citing: ({ citing }: Library, id: string): Titled[] =>
    [...new Set((citing.get(id) ?? []).map(({ from }) => from))].map(({ id, title }) => ({ id, title })),
  /** Where a document's own number stands in the lists of numbers. */
  numberPath: (library: Library, id: string): string | null => numberPath(library, id),
  /** The documents before and after one, as printed in its issue. */
  neighbours: ({ gazette }: Library, id: string): { before: Titled | null; after: Titled | null } => {
    const issue = gazette.issueById.get(id.slice(0, id.indexOf("/")));
    const documents = issue === undefined ? [] : documentsOf(gazette, issue);
    const at = documents.findIndex((document) => document.id === id);
    return { before: titled(documents[at - 1]), after: at < 0 ? null : titled(documents[at + 1]) };
  },
  /** The issues before and after one. */
  issuesBeside: (
    { gazette }: Library,
    id: string,
  ): { earlier: NamedIssue | null; later: NamedIssue | null } => {
    const at = gazette.issues.findIndex((issue) => issue.id === id);
    return { earlier: namedIssue(gazette.issues[at + 1]), later: namedIssue(gazette.issues[at - 1]) };
  },
  /** How much an issue holds. */
  countsOf: ({ gazette }: Library, id: string) => {
    const count = <T extends { issue: string }>(list: T[], of: (item: T) => number): number =>
      list.reduce((sum, item) => sum + (item.issue === id ? of(item) : 0), 0);
    return {
      notices: count(gazette.notices, () => 1),
      tasks: count(gazette.taskTables, ({ tasks }) => tasks.length),
      tables: count(gazette.tables, () => 1),
      decisions: count(gazette.appointments, ({ decisions }) => decisions.length),
      entries: count(gazette.chronicles, ({ entries }) => entries.length),
    };
  },
  taskTablesOf: ({ gazette }: Library, issue: string): TaskTableDocument[] =>
    gazette.taskTables.filter((table) => table.issue === issue),
  /** The lines of an issue's source; null where it is not at hand. */
  source: ({ gazette }: Library, issue: string): string[] | null => {
    const printed = gazette.issueById.get(issue);
    return printed === undefined ? null : readSource(printed.source);
  },
  hasSource: (library: Library, issue: string): boolean => QUESTIONS.source(library, issue) !== null,
} as const;

type Question = keyof typeof QUESTIONS;
type Answer<Q extends Question> = ReturnType<(typeof QUESTIONS)[Q]>;
type Ask = { [Q in Question]: (key: string) => Answer<Q> };

/** The answers, and the same as the library has them, so that what works on the whole works on what is asked. */
export type Asked = Pick<
  Ask,
  | "neighbours"
  | "issuesBeside"
  | "countsOf"
  | "taskTablesOf"
  | "source"
  | "hasSource"
  | "numberPath"
  | "citing"
> &
  StubContext & {
    gazette: {
      issueById: Lookup<IssueDocument>;
      leading: Lookup<Leading>;
      tableById: Lookup<TableDocument>;
      taskTableById: Lookup<TaskTableDocument>;
    };
    canonical: Canonical;
    links: Links;
  };

/** For the pages of single documents, issues, bodies and people; the same for each of a build. */
export async function askLibrary(): Promise<Asked> {
  const library = await untraced(readLibrary);
  const present = known.get(library);
  if (present !== undefined) return present;
  const made = askedOf(library);
  known.set(library, made);
  return made;
}

const known = new WeakMap<Library, Asked>();

function askedOf(library: Library): Asked {
  const ask = <Q extends Question>(question: Q): ((key: string) => Answer<Q>) => {
    // The question is noted as one string each time: that is compared and hashed once.
    const answers = new Map<string, { noted: string; answer: Answer<Q> }>();
    return (key) => {
      let known = answers.get(key);
      if (known === undefined) {
        known = { noted: `${question} ${key}`, answer: answerOf(library, question, key) };
        answers.set(key, known);
      }
      noteQuestion(known.noted);
      return known.answer;
    };
  };
  const lookup = <Q extends Question>(question: Q) => ({ get: ask(question) });
  const hasPage = ask("hasPage");
  return {
    neighbours: ask("neighbours"),
    issuesBeside: ask("issuesBeside"),
    countsOf: ask("countsOf"),
    taskTablesOf: ask("taskTablesOf"),
    source: ask("source"),
    hasSource: ask("hasSource"),
    numberPath: ask("numberPath"),
    citing: ask("citing"),
    gazette: {
      issueById: lookup("issue"),
      leading: lookup("document"),
      tableById: lookup("table"),
      taskTableById: lookup("taskTable"),
    },
    canonical: ask("canonical"),
    organizations: lookup("body"),
    people: lookup("person"),
    links: {
      document: (id) => (hasPage(id) ? href(pagePath(id)) : null),
      organization: ask("bodyPath"),
      person: ask("personPath"),
      place: href,
    },
    ...publishing,
  };
}

function answerOf<Q extends Question>(library: Library, question: Q, key: string): Answer<Q> {
  return untraced(() => QUESTIONS[question](library, key) as Answer<Q>);
}

answerWith(async () => {
  const library = await untraced(readLibrary);
  noteShared(library.organizations.values());
  noteShared(library.people.values());
  noteShared(library.numbers);
  noteShared(library.numbers.flatMap(({ years }) => years));
  const digests = digestsOf.get(library) ?? new Map<string, string>();
  digestsOf.set(library, digests);
  return {
    digestOf: (noted) => {
      const at = noted.indexOf(" ");
      const digest =
        digests.get(noted) ??
        digestOf(answerOf(library, noted.slice(0, at) as Question, noted.slice(at + 1)));
      digests.set(noted, digest);
      return digest;
    },
    digestOfProps,
  };
});

/** By question: an answer of a library stays what it is. */
const digestsOf = new WeakMap<Library, Map<string, string>>();

/** Null where a page is handed what has no digest. */
function digestOfProps(props: unknown): string | null {
  try {
    return digestOf(props);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
