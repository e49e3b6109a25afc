/** Who cites whom: every citation that resolves to a document of the gazette, seen from the cited one. */
import type { Citation } from "../document/schema.ts";
import type { Gazette, Leading } from "./gazette.ts";

export type Citing = { from: Leading; citation: Citation };

/** What one document cites: the letter's and cells' citations, or the basis of an appointment. */
export function citationsOf(document: Leading): Citation[] {
  if (document.type === "notice") return document.citations;
  if (document.type === "appointment") return document.basis?.citations ?? [];
  return [];
}

/** For each cited document of the gazette, the citations that lead to it, without those from itself. */
export function citedBy(gazette: Gazette): Map<string, Citing[]> {
  const graph = new Map<string, Citing[]>();
  for (const from of gazette.leading.values()) {
    for (const citation of citationsOf(from)) {
      if (citation.document === null || citation.document === from.id) continue;
      const list = graph.get(citation.document) ?? [];
      list.push({ from, citation });
      graph.set(citation.document, list);
    }
  }
  return graph;
}

/** The same work cited several times in one document, once: by number where there is one, else by title. */
export function distinctCitations(citations: Citation[]): Citation[] {
  const seen = new Map<string, Citation>();
  for (const citation of citations) {
    const key = citation.document ?? citation.documentNumber?.text ?? citation.title ?? citation.text;
    if (!seen.has(key)) seen.set(key, citation);
  }
  return [...seen.values()];
}
