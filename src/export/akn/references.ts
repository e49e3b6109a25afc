/** What a document refers to, each once: the bodies, people, offices and works of its `references`. */
import type { Told } from "../issue.ts";
import { holdable, type XmlElement } from "../xml.ts";
import { a } from "./element.ts";

/** The kinds of things referred to, by the element of the schema that names one. */
const ELEMENTS = {
  organization: "TLCOrganization",
  person: "TLCPerson",
  role: "TLCRole",
  reference: "TLCReference",
} as const;

export type ReferenceKind = keyof typeof ELEMENTS;

/** A register of one document: eIds are given in the order in which things are first named. */
export interface References {
  /** The reference to a thing by its printed name: `#organization-1`. */
  to: (kind: ReferenceKind, name: string) => string;
  elements: () => XmlElement[];
}

export function createReferences(context: Pick<Told, "organizations" | "people" | "canonical">): References {
  const named = new Map<string, { kind: ReferenceKind; name: string; eId: string }>();
  const count = { organization: 0, person: 0, role: 0, reference: 0 };
  return {
    to: (kind, printed) => {
      const name = kind === "organization" ? context.canonical(printed) : printed;
      const key = `${kind} ${name}`;
      const known = named.get(key);
      if (known !== undefined) return `#${known.eId}`;
      count[kind] += 1;
      const eId = `${kind}-${count[kind]}`;
      named.set(key, { kind, name, eId });
      return `#${eId}`;
    },
    elements: () =>
      [...named.values()].map(({ kind, name, eId }) =>
        a(ELEMENTS[kind], {
          eId,
          ...(kind === "reference" ? { name: "citation" } : {}),
          href: ontology(kind, name, context),
          showAs: name,
        }),
      ),
  };
}

/** The address of a thing in the naming convention: by the slug of its page where it has one, else by its name. */
function ontology(
  kind: ReferenceKind,
  name: string,
  { organizations, people }: Pick<Told, "organizations" | "people">,
): string {
  const known =
    kind === "organization" ? organizations.get(name) : kind === "person" ? people.get(name) : undefined;
  return `/akn/ontology/${kind}/cn/${known?.slug ?? encodeURIComponent(holdable(name))}`;
}
