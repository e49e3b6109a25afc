/** Everything the pages show, read once: the gazette, its bodies and people, who cites whom, and where each has its page. */
import { getLiveCollection } from "astro:content";
import { organizationPath, pagePath, personPath } from "../src/corpus/addresses.ts";
import { type Canonical, readAuthority } from "../src/corpus/authority.ts";
import { type Citing, citedBy } from "../src/corpus/citations.ts";
import { collectGazette, type Gazette } from "../src/corpus/gazette.ts";
import { collectNumbers, type NumberSeries } from "../src/corpus/numbers.ts";
import { collectOrganizations, type Organization } from "../src/corpus/organizations.ts";
import { collectPeople, type Person } from "../src/corpus/people.ts";
import type { Links } from "../src/html/links.ts";
import { href } from "./address.ts";
import { authorityText } from "./folders.ts";
import { onceForABuild } from "./once.ts";

export type Library = {
  gazette: Gazette;
  organizations: Map<string, Organization>;
  /** The name under which a printed name's body stands in `organizations`. */
  canonical: Canonical;
  people: Map<string, Person>;
  citing: Map<string, Citing[]>;
  numbers: NumberSeries[];
  links: Links;
};

export const readLibrary = onceForABuild(read);

async function read(): Promise<Library> {
  const { entries = [], error } = await getLiveCollection("documents");
  if (error !== undefined) throw error;
  const gazette = collectGazette(entries.map(({ data }) => data));
  const canonical = readAuthority(authorityText());
  const organizations = collectOrganizations(gazette, canonical);
  const people = collectPeople(gazette);
  const links: Links = {
    document: (id) => (gazette.leading.has(id) ? href(pagePath(id)) : null),
    organization: (name) => addressOf(organizations.get(canonical(name)), organizationPath),
    person: (name) => addressOf(people.get(name), personPath),
    place: href,
  };
  return {
    gazette,
    organizations,
    canonical,
    people,
    citing: citedBy(gazette),
    numbers: collectNumbers(gazette),
    links,
  };
}

function addressOf(known: { slug: string } | undefined, path: (slug: string) => string): string | null {
  return known === undefined ? null : href(path(known.slug));
}
