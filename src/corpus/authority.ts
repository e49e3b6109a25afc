/** The authority file of bodies (规范名称) as the site asks it: which printed names are one body, as editors have decided. */
import { AUTHORITY_FILES, canonicalName, readAuthority as readFile } from "../authority/authority.ts";

/** The name a body goes by on the site; the printed name itself where no authority says otherwise. */
export type Canonical = (name: string) => string;

/** Reads `县卫健局: [卫健局, 县卫生健康局]`, or `{aliases: […], note: …}`. @throws YamlFileError */
export function readAuthority(yaml: string): Canonical {
  const authority = readFile(yaml, AUTHORITY_FILES.organizations);
  return (name) => canonicalName(authority, name);
}
