/** What the terms of the files mean, said in each file: nothing need be fetched to read one. */
import type { Node } from "./node.ts";

const iri = { "@type": "@id" };
const date = { "@type": "http://www.w3.org/2001/XMLSchema#date" };

/** schema.org under the IRIs of its own context; what is an IRI or a date is said to be one. */
const SCHEMA_ORG: Node = {
  "@vocab": "http://schema.org/",
  contentUrl: iri,
  license: iri,
  url: iri,
  datePublished: date,
  endDate: date,
  expires: date,
  legislationDate: date,
  legislationDateOfApplicability: date,
  startDate: date,
};

/** A file of schema.org nodes. */
export function schemaOrgFile(graph: Node[]): string {
  return file(SCHEMA_ORG, graph);
}

export function file(context: Node, graph: Node[]): string {
  return `${JSON.stringify({ "@context": context, "@graph": graph }, null, 2)}\n`;
}
