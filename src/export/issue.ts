/** What the files of one issue draw on, so that they can be kept as long as it stays the same. */
import type { Canonical } from "../corpus/authority.ts";
import { collectGazette, type Gazette, type Leading, type Lookup } from "../corpus/gazette.ts";
import type { Organization } from "../corpus/organizations.ts";
import type { Person } from "../corpus/people.ts";
import type { AnyDocument } from "../document/schema.ts";
import type { ExportContext } from "./format.ts";
import { documentsIn } from "./json.ts";
import { namedBodies } from "./linked/documents.ts";

/** What one issue is told of what all issues say, by name. */
export interface Told {
  canonical: Canonical;
  organizations: Lookup<Pick<Organization, "name" | "slug" | "collective">>;
  people: Lookup<Pick<Person, "name" | "slug">>;
  /** By id: the documents that it cites, and its own. */
  leading: Lookup<Cited>;
  /** By document id: the bodies that it gives tasks to or names. */
  named: Lookup<readonly string[]>;
}

/** What is told of a document to who cites it. */
export type Cited = Pick<Leading, "type" | "id" | "issue"> & { date?: string | null };

/** An issue's own documents, and what it is told of others. */
export interface IssueContext extends Told, Pick<ExportContext, "publication" | "address"> {
  gazette: Gazette;
}

const known = new WeakMap<ExportContext, ReadonlyMap<string, IssueContext>>();

/** Of each issue, by its id. */
export function issueContexts(context: ExportContext): ReadonlyMap<string, IssueContext> {
  const present = known.get(context) ?? makeContexts(context);
  known.set(context, present);
  return present;
}

const issueOf = (document: AnyDocument): string => (document.type === "issue" ? document.id : document.issue);

function makeContexts(context: ExportContext): Map<string, IssueContext> {
  const { publication, address } = context;
  const told = toldBy(context);
  const groups = Map.groupBy(documentsIn(context), issueOf);
  return new Map(
    [...groups].map(([id, documents]) => [
      id,
      { ...told, publication, address, gazette: collectGazette(documents) },
    ]),
  );
}

/** Nothing but what the types say goes from issue to issue: what is not there cannot be left out of what is noted. */
function toldBy({ gazette, canonical, organizations, people }: ExportContext): Told {
  const named = namedBodies(organizations);
  return {
    canonical,
    organizations: some(organizations, ({ name, slug, collective }) => ({ name, slug, collective })),
    people: some(people, ({ name, slug }) => ({ name, slug })),
    leading: some(gazette.leading, (document) => ({
      type: document.type,
      id: document.id,
      issue: document.issue,
      ...("date" in document ? { date: document.date } : {}),
    })),
    named,
  };
}

function some<Whole, Part>(lookup: Lookup<Whole>, part: (whole: Whole) => Part): Lookup<Part> {
  return {
    get: (key) => {
      const found = lookup.get(key);
      return found === undefined ? undefined : part(found);
    },
  };
}

/** What was asked, and what was said, as JSON: by question, `people 张三`. */
export type Answers = ReadonlyMap<string, string>;

/** A context that notes what is asked of it. */
export function noting(context: IssueContext): { context: IssueContext; answers: Answers } {
  const answers = new Map<string, string>();
  const noted = <Value>(kind: Kind, key: string, value: Value): Value => {
    const question = `${kind} ${key}`;
    if (!answers.has(question)) answers.set(question, said(value));
    return value;
  };
  const lookup = <Value>(kind: Kind, from: Lookup<Value>): Lookup<Value> => ({
    get: (key) => noted(kind, key, from.get(key)),
  });
  const { canonical, organizations, people, leading, named } = context;
  return {
    context: {
      ...context,
      canonical: (printed) => noted("canonical", printed, canonical(printed)),
      organizations: lookup("organizations", organizations),
      people: lookup("people", people),
      leading: lookup("leading", leading),
      named: lookup("named", named),
    },
    answers,
  };
}

/** Whether all that was asked is answered as it was. */
export function stillSaid(context: IssueContext, answers: Answers): boolean {
  return answers.entries().every(([question, answer]) => {
    const [kind, key] = [question.slice(0, question.indexOf(" ")), question.slice(question.indexOf(" ") + 1)];
    return said(ask(context, kind as Kind, key)) === answer;
  });
}

type Kind = keyof Told;

function ask(context: Told, kind: Kind, key: string): unknown {
  return kind === "canonical" ? context.canonical(key) : context[kind].get(key);
}

const said = (value: unknown): string => JSON.stringify(value ?? null);
