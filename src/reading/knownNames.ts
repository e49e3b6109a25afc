/** The bodies and persons that an issue gives by name, to be marked wherever its texts name them. */
import { squeeze } from "../language/blanks.ts";
import { BODY_ENDING } from "../terms/organizations.ts";
import type { Chronicle, ChronicleEntry, Leaf } from "../tree/nodes.ts";
import { value } from "../tree/parts.ts";
import type { DocumentReading } from "./document.ts";
import { buildLexicon, type Lexicon, type NameKind } from "./lexicon.ts";
import { isCollective } from "./parties.ts";
import {
  knownPersons,
  learnNames,
  type NameLexicon,
  type PersonReading,
  readKnown,
  readPeople,
} from "./people.ts";
import type { TaskReading } from "./tasks/task.ts";

const BODY_NAME = new RegExp(`${BODY_ENDING}$`);
/** Words for bodies of a kind, and no names: 办公室 of a committee's own. */
const NO_BODY_NAME =
  /^(?:办公室|办公厅|委员会|常委会|指挥部|管委会|领导小组|人民政府|政府办公室|服务中心|秘书处)$/;

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
  const titled = knownPersons(
    new Set(readings.flat().flatMap(({ name, title }) => (title === null ? [] : [name]))),
  );
  return new Map(
    entries.map((entry, index) => [
      entry,
      readKnown(textOf(entry), titled, readings[index] as PersonReading[]),
    ]),
  );
}

/** Adds the bodies that a document's own facts give: who signs, who is responsible, whose offices change. */
function addBodies({ inline, tables, signed, decisions }: DocumentReading, bodies: Set<string>): void {
  const addTasks = (tasks: readonly TaskReading[]): void => {
    for (const { duty, groupLead } of tasks) {
      for (const { name } of duty.responsible) bodies.add(name);
      for (const { name } of duty.supporting) bodies.add(name);
      for (const { name } of groupLead) bodies.add(name);
    }
  };
  for (const issuer of signed.issuers) bodies.add(issuer);
  for (const { reading } of decisions) if (reading.organization !== null) bodies.add(reading.organization);
  addTasks(inline);
  for (const { tasks } of tables) if (tasks !== null) addTasks(tasks.tasks);
}

/** True for what has members of rosters in it. */
const holdsMembers = (type: string): boolean =>
  type === "section" ||
  type === "roster" ||
  type === "rosterGroup" ||
  type === "attachment" ||
  type === "enclosure";

/** Adds the members of rosters under nodes. */
function addMembers(nodes: readonly { type: string }[], members: Set<string>): void {
  for (const node of nodes) {
    const { type, children } = node as { type: string; children: { type: string }[] };
    if (type === "member") members.add(squeeze(value({ children }, "name") ?? ""));
    else if (holdsMembers(type)) addMembers(children, members);
  }
}

/** A name of two characters may be part of another word: only longer ones are looked for everywhere. */
const SAFE_LENGTH = 3;

/** The names known in an issue. */
export function knownNames(documents: readonly DocumentReading[], people: EntryPeople): Lexicon {
  const bodies = new Set<string>();
  const persons = new Set<string>();
  for (const document of documents) {
    addBodies(document, bodies);
    addMembers(document.node.children, persons);
  }
  for (const { decisions } of documents)
    for (const { reading } of decisions) if (reading.person !== null) persons.add(reading.person);
  for (const readings of people.values()) for (const { name } of readings) persons.add(name);
  const isBody = (name: string): boolean =>
    name.length >= SAFE_LENGTH && !isCollective(name) && !NO_BODY_NAME.test(name) && BODY_NAME.test(name);
  return buildLexicon([
    ...[...bodies].filter(isBody).map((name): [NameKind, string] => ["organization", name]),
    ...[...persons]
      .filter((name) => name.length >= SAFE_LENGTH)
      .map((name): [NameKind, string] => ["person", name]),
  ]);
}
