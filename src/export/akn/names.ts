/** The names of works, expressions and manifestations in the naming convention of Akoma Ntoso (akn-nc-v1.0). */

import { lastPart } from "../../corpus/addresses.ts";
import type { IssueDocument } from "../../document/schema.ts";
import type { Cited } from "../issue.ts";

/** Three names of one thing: what it is, its text as this gazette prints it, the file. `null` names the main part. */
export interface Names {
  work: string;
  expression: string;
  manifestation: string;
}

/**
 * The work of a document: `/akn/cn/doc/notice/2021-09-09/2021-03-pzf-2021-56`. Its last part is our id, which no other
 * document has; what bears no date stands under the year of its issue.
 */
export function workOf(document: Cited): string {
  return `/akn/cn/doc/${document.type}/${document.date ?? document.issue.slice(0, 4)}/${document.issue}-${lastPart(document.id)}`;
}

/** The work of an issue: `/akn/cn/officialGazette/2021-11-25/2021-03`. */
export function workOfIssue({ id, year, date }: IssueDocument): string {
  return `/akn/cn/officialGazette/${date ?? String(year).padStart(4, "0")}/${id}`;
}

/** The names of a whole work; the text is that which the issue of this date printed. */
export function namesOf(work: string, published: string | null): Names {
  const expression = `${work}/zho@${published ?? ""}`;
  return { work, expression, manifestation: `${expression}.xml` };
}

/** The names of a component: `main`, or the anchor of an attachment. */
export function componentOf({ work, expression }: Names, component: string): Names {
  const part = `${expression}/!${component}`;
  return { work: `${work}/!${component}`, expression: part, manifestation: `${part}.xml` };
}
