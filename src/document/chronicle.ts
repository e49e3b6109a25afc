/** 大事记 as a document: its entries with their dates and people. */
import type { EntryPeople } from "../reading/knownNames.ts";
import { distinctPeople, type PersonReading } from "../reading/people.ts";
import type { Chronicle, ChronicleEntry, Leaf } from "../tree/nodes.ts";
import { value } from "../tree/parts.ts";
import { citationsOf, mentionsOf, type SharedContext } from "./blocks.ts";
import { schemaOf } from "./head.ts";
import type { ChronicleDocument, Mention } from "./schema.ts";

/** What an entry names: its persons where they were read, and what else is known by name. */
function entryMentions(leaf: Leaf, people: readonly PersonReading[], shared: SharedContext): Mention[] {
  const cited = citationsOf(leaf, { ...shared, citations: [] });
  const others = mentionsOf(leaf.value, cited, shared.names).filter(
    (mention) =>
      mention.kind !== "person" ||
      !people.some(({ start, end }) => start < mention.end && mention.start < end),
  );
  const own = people.map(({ name, start, end }): Mention => ({ kind: "person", start, end, name }));
  return [...others, ...own].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Compiles the chronicle; entries of one day count from 1. */
export function compileChronicle(
  chronicle: Chronicle,
  issueId: string,
  people: EntryPeople,
  shared: SharedContext,
): ChronicleDocument {
  const counts = new Map<string, number>();
  const id = `${issueId}/chronicle`;
  const entries = chronicle.children.filter((child): child is ChronicleEntry => child.type === "entry");
  return {
    ...schemaOf("chronicle"),
    id,
    issue: issueId,
    title: value(chronicle, "title") as string,
    entries: entries.map((entry) => {
      const leaf = entry.children[0] as Leaf;
      const key = entry.date ?? "undated";
      const n = (counts.get(key) ?? 0) + 1;
      counts.set(key, n);
      const named = people.get(entry) as readonly PersonReading[];
      return {
        id: `${id}/${key}-${n}`,
        date: entry.date,
        endDate: entry.endDate,
        text: leaf.value,
        people: distinctPeople(named),
        mentions: entryMentions(leaf, named, shared),
        position: entry.position,
      };
    }),
  };
}

/** Several chronicles of an issue are one document, under the first title. */
export function mergeChronicles(chronicles: readonly Chronicle[]): Chronicle {
  const [first, ...rest] = chronicles as [Chronicle, ...Chronicle[]];
  return { ...first, children: [...first.children, ...rest.flatMap(({ children }) => children)] };
}
