/** The authority file of bodies (规范名称): which printed names are one body, as editors have decided. */
import { parse } from "yaml";
import { z } from "zod";

/** The name a body goes by on the site; the printed name itself where no authority says otherwise. */
export type Canonical = (name: string) => string;

const authority = z.record(z.string(), z.array(z.string()).nullable()).nullable();

/**
 * Reads `县卫健局: [卫健局, 县卫生健康局]`. Throws where the file has another shape, or where one printed name
 * is said to be two bodies: which one it is nobody could know.
 */
export function readAuthority(yaml: string): Canonical {
  const names = new Map<string, string>();
  for (const [canonical, aliases] of Object.entries(authority.parse(parse(yaml)) ?? {})) {
    for (const alias of aliases ?? []) {
      const other = names.get(alias);
      if (other !== undefined && other !== canonical)
        throw new Error(`${alias} is an alias of both ${other} and ${canonical}: keep one of them`);
      names.set(alias, canonical);
    }
  }
  return (name) => names.get(name) ?? name;
}
