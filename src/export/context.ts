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
  /** See `ExportContext`. */
  written?: NonNullable<ExportContext["written"]>;
}

/** Everything that the formats draw on, from documents in any order; what few of them need is collected when it is asked for. */
export function contextOf(
  documents: Iterable<AnyDocument>,
  { publication, authority = "", address = (path) => path, written }: ContextOptions,
): ExportContext {
  const gazette = collectGazette(documents);
  const canonical: Canonical = readAuthority(authority);
  const organizations = once(() => collectOrganizations(gazette, canonical));
  const people = once(() => collectPeople(gazette));
  const citing = once(() => citedBy(gazette));
  return {
    gazette,
    canonical,
    publication,
    address,
    ...(written === undefined ? {} : { written }),
    get organizations() {
      return organizations();
    },
    get people() {
      return people();
    },
    get citing() {
      return citing();
    },
  };
}

/** What `make` gives, made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    if (made === null) made = { value: make() };
    return made.value;
  };
}
