/** What the tools answer from: the gazette, its bodies and people, its places, its search. */
import type { Canonical } from "../corpus/authority.ts";
import { collectGazette, type Gazette } from "../corpus/gazette.ts";
import { collectOrganizations, type Organization } from "../corpus/organizations.ts";
import { collectPeople, type Person } from "../corpus/people.ts";
import { collectPlaces, type Places } from "../corpus/places.ts";
import type { AnyDocument } from "../document/schema.ts";
import type { Library } from "../search/library.ts";
import { libraryInMemory, recordsByDocument } from "../search/memory.ts";
import { collectRecords, type SearchRecord } from "../search/records.ts";

export type Archive = {
  gazette: Gazette;
  canonical: Canonical;
  organizations: Map<string, Organization>;
  people: Map<string, Person>;
  places: Places;
  /** Made when it is first asked for. */
  search: () => Promise<{ library: Library; documents: SearchRecord[][] }>;
  /** The address of a path from the site's root. */
  address: (path: string) => string;
};

/** `site` is where the pages stand (`https://example.gov.cn/gongbao/`); where it is not known, addresses are paths. */
export function openArchive(
  documents: Iterable<AnyDocument>,
  canonical: Canonical,
  site: string | null,
): Archive {
  const gazette = collectGazette(documents);
  let search: ReturnType<Archive["search"]> | undefined;
  const open = async () => {
    const records = collectRecords(gazette);
    return { library: await libraryInMemory(records), documents: recordsByDocument(records) };
  };
  return {
    gazette,
    canonical,
    organizations: collectOrganizations(gazette, canonical),
    people: collectPeople(gazette),
    places: collectPlaces(gazette),
    search: () => {
      search ??= open();
      return search;
    },
    address: (path) => `${(site ?? "").replace(/(?<!\/)\/+$/u, "")}${path}`,
  };
}
