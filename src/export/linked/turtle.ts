/** A flat graph of prefixed terms as Turtle (https://www.w3.org/TR/turtle/). */
import type { Node, Value } from "./node.ts";

/** `prefixes` are the name spaces by prefix; every key but JSON-LD's own, and every type, is a prefixed name. */
export function turtle(prefixes: Record<string, string>, graph: Node[]): string {
  const heads = Object.entries(prefixes).map(([prefix, space]) => `@prefix ${prefix}: <${space}> .\n`);
  const subjects = graph.map((one) => `\n${iri(String(one["@id"]))} ${statements(one, "    ")} .\n`);
  return [...heads, ...subjects].join("");
}

function statements(one: Node, indent: string): string {
  const lines = Object.entries(one).flatMap(([property, value]) => {
    if (property === "@id") return [];
    const values = Array.isArray(value) ? value : [value];
    if (property === "@type") return [`a ${values.join(", ")}`];
    return [`${property} ${values.map((said) => object(said, indent)).join(", ")}`];
  });
  return lines.join(` ;\n${indent}`);
}

function object(value: Value, indent: string): string {
  if (typeof value !== "object") return typeof value === "string" ? literal(value) : String(value);
  const { "@id": id, "@value": text, "@type": type, "@language": language } = value as Node;
  if (typeof text === "string")
    return `${literal(text)}${typeof language === "string" ? `@${language}` : `^^${String(type)}`}`;
  if (typeof id === "string") return iri(id);
  return `[ ${statements(value as Node, `${indent}    `)} ]`;
}

/** Characters that an IRI may not hold are percent-encoded (RFC 3987). */
function iri(text: string): string {
  return `<${text.replace(/[\s<>"{}|\\^`]/gu, encodeURIComponent)}>`;
}

function literal(text: string): string {
  return JSON.stringify(text);
}
