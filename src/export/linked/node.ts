/** Nodes of a JSON-LD graph: plain objects, nested where they are said, flat where a file lists them. */

export type Value = string | number | boolean | Node | Value[];
export type Node = { [property: string]: Value };

/** A node of what is known: properties that are null, undefined or empty lists are left out. */
export function node(properties: Record<string, Value | null | undefined>): Node {
  return Object.fromEntries(
    Object.entries(properties).filter(
      (entry): entry is [string, Value] =>
        entry[1] !== null && entry[1] !== undefined && !(Array.isArray(entry[1]) && entry[1].length === 0),
    ),
  );
}

/** Another node, named and not described. */
export function reference(id: string): Node {
  return { "@id": id };
}

/**
 * Each named node once, in the order of first mention, with all that is said of it anywhere; where it is nested in
 * another, its name is left. Two sayings of one property are joined where they differ.
 */
export function flatten(nodes: Iterable<Node>): Node[] {
  const known = new Map<string, Node>();
  const place = (value: Value): Value => {
    if (Array.isArray(value)) return value.map(place);
    if (typeof value !== "object") return value;
    const id = value["@id"];
    if (typeof id !== "string") return inner(value);
    if (Object.keys(value).length > 1) {
      const own = known.get(id) ?? { "@id": id };
      known.set(id, own);
      for (const [property, said] of Object.entries(inner(value)))
        own[property] = joined(own[property], said);
    }
    return reference(id);
  };
  const inner = (value: Node): Node =>
    Object.fromEntries(Object.entries(value).map(([property, said]) => [property, place(said)]));
  for (const one of nodes) place(one);
  return [...known.values()];
}

function joined(before: Value | undefined, more: Value): Value {
  if (before === undefined) return more;
  const all = new Map([before, more].flat().map((value) => [JSON.stringify(value), value]));
  const values = [...all.values()];
  const [only] = values;
  return values.length === 1 && only !== undefined && !Array.isArray(before) ? only : values;
}
