/** 大事记 as a document: its entries with their dates and people. */
import { buildLexicon } from "../reading/lexicon.ts";
import { distinctPeople, type NameLexicon, readPeople } from "../reading/people.ts";
import type { Chronicle, Leaf } from "../tree/nodes.ts";
import { value } from "../tree/parts.ts";
import { citationsOf, mentionsOf, type SharedContext } from "./blocks.ts";
import { schemaOf } from "./head.ts";
import type { ChronicleDocument } from "./schema.ts";

export function compileChronicle(
  chronicle: Chronicle,
  issueId: string,
  names: NameLexicon,
  base: SharedContext,
): ChronicleDocument {
  const counts = new Map<string, number>();
  const id = `${issueId}/chronicle`;
  return {
    ...schemaOf("chronicle"),
    id,
    issue: issueId,
    title: value(chronicle, "title") ?? "",
    entries: chronicle.children.flatMap((entry) => {
      if (entry.type !== "entry") return [];
      const leaf = entry.children[0] as Leaf;
      const key = entry.date ?? "undated";
      const n = (counts.get(key) ?? 0) + 1;
      counts.set(key, n);
      const cited = citationsOf(leaf, { ...base, citations: [] });
      const people = readPeople(leaf.value, names);
      const own = buildLexicon(people.map(({ name }) => [name, name] as const));
      return [
        {
          id: `${id}/${key}-${n}`,
          date: entry.date,
          endDate: entry.endDate,
          text: leaf.value,
          people: distinctPeople(people),
          mentions: mentionsOf(leaf.value, cited, { bodies: base.bodies, people: own }),
          position: entry.position,
        },
      ];
    }),
  };
}

/** Several chronicles of an issue are one document, under the first title. */
export function mergeChronicles(chronicles: readonly Chronicle[]): Chronicle {
  const [first, ...rest] = chronicles as [Chronicle, ...Chronicle[]];
  return { ...first, children: [...first.children, ...rest.flatMap(({ children }) => children)] };
}
