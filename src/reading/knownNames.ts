/** The bodies and persons that an issue gives by name, to be marked wherever its texts name them. */
import { squeeze } from "../language/blanks.ts";
import { BODY_ENDING } from "../terms/organizations.ts";
import type { Chronicle, Leaf } from "../tree/nodes.ts";
import { value } from "../tree/parts.ts";
import type { DocumentReading } from "./document.ts";
import { buildLexicon, type Lexicon } from "./lexicon.ts";
import { isCollective } from "./parties.ts";
import { type NameLexicon, readPeople } from "./people.ts";

const BODY_NAME = new RegExp(`${BODY_ENDING}$`);

/** Names of bodies that the issue's own facts give, to be marked in its texts. */
export function bodyLexicon(documents: readonly DocumentReading[]): Lexicon {
  const entries: [string, string][] = [];
  const add = (printed: string, name: string): void => {
    if (printed.length >= 3 && !isCollective(name) && BODY_NAME.test(name)) entries.push([printed, name]);
  };
  for (const { inline, tables, signed, decisions } of documents) {
    for (const issuer of signed.issuers) add(issuer, issuer);
    for (const { reading } of decisions)
      if (reading.organization !== null) add(reading.organization, reading.organization);
    for (const task of [...inline, ...tables.flatMap(({ tasks }) => tasks?.tasks ?? [])])
      for (const party of [...task.duty.responsible, ...task.duty.supporting, ...task.groupLead]) {
        add(party.name, party.name);
      }
  }
  return buildLexicon(entries);
}

/** Rosters' members, decisions' persons and the chronicle's people, to be marked where they are named. */
export function peopleLexicon(
  documents: readonly DocumentReading[],
  chronicles: readonly Chronicle[],
  names: NameLexicon,
): Lexicon {
  const entries: [string, string][] = [];
  const add = (name: string | null): void => {
    if (name !== null && name.length >= 2) entries.push([name, name]);
  };
  const visit = (nodes: readonly { type: string }[]): void => {
    for (const node of nodes) {
      if (node.type === "member") {
        const printed = value(node as unknown as { children: { type: string }[] }, "name");
        if (printed !== null && squeeze(printed).length >= 3) add(squeeze(printed));
      } else if ("children" in node && node.type !== "table")
        visit((node as { children: { type: string }[] }).children);
    }
  };
  for (const { node, decisions } of documents) {
    visit(node.children);
    for (const { reading } of decisions) add(reading.person);
  }
  for (const chronicle of chronicles)
    for (const entry of chronicle.children)
      if (entry.type === "entry")
        for (const person of readPeople((entry.children[0] as Leaf).value, names))
          if (person.name.length >= 3) add(person.name);
  return buildLexicon(entries);
}
