/** People: offices, appointments and chronicle entries that the gazette prints of them, nothing more. */
import type { IssueDocument } from "../document/schema.ts";
import { entryPath, pagePath } from "./addresses.ts";
import { compareText, type Gazette, type Leading, oldestFirst } from "./gazette.ts";
import type { DecisionIn, Naming } from "./organizations.ts";
import { assignSlugs } from "./slugs.ts";
import { placeName, walkDocument } from "./walk.ts";

/** An office printed beside the name, and where. */
export type Office = { title: string; path: string; date: string | null };

export type Person = {
  name: string;
  slug: string;
  offices: Office[];
  decisions: DecisionIn[];
  entries: (Naming & { date: string | null; title: string | null })[];
  rosters: { role: string | null; title: string | null; path: string; document: Leading; place: string }[];
  signed: { title: string | null; document: Leading }[];
  board: { role: string; issue: IssueDocument }[];
};

/** All people by name, in the order of their first printing, oldest issue first. */
export function collectPeople(gazette: Gazette): Map<string, Person> {
  const people = new Map<string, Person>();
  const person = (name: string): Person => {
    const present = people.get(name);
    if (present !== undefined) return present;
    const made: Person = {
      name,
      slug: "",
      offices: [],
      decisions: [],
      entries: [],
      rosters: [],
      signed: [],
      board: [],
    };
    people.set(name, made);
    return made;
  };
  // Issue by issue, its board and then its documents: a later issue comes after them all.
  const boards = gazette.issues.map((issue) => ({ issue: issue.id, add: () => addBoard(issue, person) }));
  const documents = [...gazette.leading.values()].map((document) => ({
    issue: document.issue,
    add: () => addDocument(document, person),
  }));
  for (const { add } of oldestFirst([...boards, ...documents])) add();
  for (const [name, slug] of assignSlugs(people.keys(), "person")) person(name).slug = slug;
  return people;
}

type Register = (name: string) => Person;

function addBoard(issue: IssueDocument, person: Register): void {
  for (const { role, members } of issue.board)
    for (const name of members) person(name).board.push({ role, issue });
}

function addDocument(document: Leading, person: Register): void {
  if (document.type === "chronicle") {
    for (const { id, date, text, people } of document.entries) {
      const path = entryPath(id);
      for (const { name, title } of people) {
        const known = person(name);
        known.entries.push({ path, document, text, date, title });
        noteOffice(known, title, path, date);
      }
    }
    return;
  }
  const path = pagePath(document.id);
  if (document.type === "appointment") {
    for (const [at, decision] of document.decisions.entries()) {
      if (decision.person !== null)
        person(decision.person).decisions.push({ decision, number: at + 1, document });
    }
  } else if (document.signatory !== null) {
    const { name, title } = document.signatory;
    person(name).signed.push({ title, document });
    noteOffice(person(name), title, path, document.date);
  }
  for (const { block, part, sections } of walkDocument(document)) {
    if (block.type !== "roster") continue;
    const place = placeName(part, sections);
    for (const { role, members } of block.groups) {
      for (const { name, title } of members) {
        if (name === null) continue;
        const at = `${path}#${block.anchor}`;
        person(name).rosters.push({ role, title, path: at, document, place });
        noteOffice(person(name), title, at, document.date);
      }
    }
  }
}

/** An office is listed once, where it is printed first. */
function noteOffice(person: Person, title: string | null, path: string, date: string | null): void {
  if (title === null || person.offices.some((office) => office.title === title)) return;
  person.offices.push({ title, path, date });
}

/** By how often they are printed, then by slug. */
export function rankedPeople(people: Iterable<Person>): Person[] {
  const weight = (person: Person) =>
    person.decisions.length +
    person.entries.length +
    person.rosters.length +
    person.signed.length +
    person.board.length;
  return [...people].sort((a, b) => weight(b) - weight(a) || compareText(a.slug, b.slug));
}
