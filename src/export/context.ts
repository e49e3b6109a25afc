/** What the export formats draw on, made from documents. */
import { type Canonical, readAuthority } from "../corpus/authority.ts";
import { citedBy } from "../corpus/citations.ts";
import { collectGazette } from "../corpus/gazette.ts";
import { collectOrganizations } from "../corpus/organizations.ts";
import { collectPeople } from "../corpus/people.ts";
import type { AnyDocument } from "../document/schema.ts";
import type { ExportContext, Publication } from "./format.ts";

/** How a corpus is published. */
export interface ContextOptions {
  publication: Publication;
  /** The text of `authority/organizations.yaml`: which printed names are one body. */
  authority?: string;
  /** The address of a path of the site; without it, paths stay as they are. */
  address?: (path: string) => string;
}

/** Everything that the formats draw on, from documents in any order. */
export function contextOf(
  documents: Iterable<AnyDocument>,
  { publication, authority = "", address = (path) => path }: ContextOptions,
): ExportContext {
  const gazette = collectGazette(documents);
  const canonical: Canonical = readAuthority(authority);
  return {
    gazette,
    organizations: collectOrganizations(gazette, canonical),
    canonical,
    people: collectPeople(gazette),
    citing: citedBy(gazette),
    publication,
    address,
  };
}
