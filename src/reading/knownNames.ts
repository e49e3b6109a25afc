/** The bodies and persons that an issue gives by name, to be marked wherever its texts name them. */
import { squeeze } from "../language/blanks.ts";
import { BODY_ENDING } from "../terms/organizations.ts";
import type { Chronicle, ChronicleEntry, Leaf } from "../tree/nodes.ts";
import { value } from "../tree/parts.ts";
import type { DocumentReading } from "./document.ts";
import { buildLexicon, type Lexicon, type NameKind } from "./lexicon.ts";
import { isCollective } from "./parties.ts";
import { learnNames, type NameLexicon, type PersonReading, readKnown, readPeople } from "./people.ts";

const BODY_NAME = new RegExp(`${BODY_ENDING}$`);

/** The persons of each entry of the chronicles; names printed between marks help with the others. */
export type EntryPeople = ReadonlyMap<ChronicleEntry, readonly PersonReading[]>;

/** Reads the persons of all entries, first learning the names whose length is certain. */
export function readEntryPeople(chronicles: readonly Chronicle[]): EntryPeople {
  const entries = chronicles.flatMap(({ children }) =>
    children.filter((child): child is ChronicleEntry => child.type === "entry"),
  );
  const certain: NameLexicon = new Map();
  const textOf = (entry: ChronicleEntry): string => (entry.children[0] as Leaf).value;
  for (const entry of entries) learnNames(textOf(entry), certain);
  const readings = entries.map((entry) => readPeople(textOf(entry), certain));
  const titled = new Set(readings.flat().flatMap(({ name, title }) => (title === null ? [] : [name])));
  return new Map(
    entries.map((entry, index) => [
      entry,
      readKnown(textOf(entry), titled, readings[index] as PersonReading[]),
    ]),
  );
}

/** The bodies that a document's own facts give: who signs, who is responsible, whose offices change. */
function bodiesOf({ inline, tables, signed, decisions }: DocumentReading): string[] {
  const tasks = [...inline, ...tables.flatMap((table) => table.tasks?.tasks ?? [])];
  return [
    ...signed.issuers,
    ...decisions.flatMap(({ reading }) => reading.organization ?? []),
    ...tasks.flatMap(({ duty, groupLead }) =>
      [...duty.responsible, ...duty.supporting, ...groupLead].map(({ name }) => name),
    ),
  ];
}

/** The members of rosters under nodes. */
function membersOf(nodes: readonly { type: string }[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === "table" || !("children" in node)) return [];
    const { children } = node as { type: string; children: { type: string }[] };
    return node.type === "member" ? squeeze(value({ children }, "name") ?? "") : membersOf(children);
  });
}

/** A name of two characters may be part of another word: only longer ones are looked for everywhere. */
const SAFE_LENGTH = 3;

/** The names known in an issue. */
export function knownNames(documents: readonly DocumentReading[], people: EntryPeople): Lexicon {
  const bodies = new Set(documents.flatMap(bodiesOf));
  const persons = new Set([
    ...documents.flatMap(({ node }) => membersOf(node.children)),
    ...documents.flatMap(({ decisions }) => decisions.flatMap(({ reading }) => reading.person ?? [])),
    ...[...people.values()].flatMap((readings) => readings.map(({ name }) => name)),
  ]);
  const isBody = (name: string): boolean =>
    name.length >= SAFE_LENGTH && !isCollective(name) && BODY_NAME.test(name);
  return buildLexicon([
    ...[...bodies].filter(isBody).map((name): [NameKind, string] => ["organization", name]),
    ...[...persons]
      .filter((name) => name.length >= SAFE_LENGTH)
      .map((name): [NameKind, string] => ["person", name]),
  ]);
}
