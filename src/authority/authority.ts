/** Authority files (规范名录): the one name of each body and person, and the other names that print gives them. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Problem, readYaml, YamlFileError } from "../source/yamlFile.ts";

/** A canonical name with the others that mean the same. */
export interface Authorized {
  name: string;
  aliases: string[];
  /** What editors want to be said of it. */
  note: string | null;
}

/** The names of one kind; every name or alias leads to what it means. */
export interface Authority {
  entries: Authorized[];
  byName: ReadonlyMap<string, Authorized>;
}

const name = z.string().trim().min(1);
const aliases = z.array(name);

/** `县审批服务管理局: [县审批局]`, or `{aliases: […], note: …}` where there is more to say; nothing for a name alone. */
const schema = z.record(
  name,
  aliases
    .or(z.strictObject({ aliases: aliases.default([]), note: z.string().min(1).optional() }))
    .or(z.literal("")),
);

/** Reads an authority file. @throws YamlFileError where it cannot be read, or where a name stands twice */
export function readAuthority(text: string, file: string): Authority {
  const { value, placeOf } = readYaml(text.trim() === "" ? "{}" : text, file, schema, { words: true });
  const byName = new Map<string, Authorized>();
  const problems: Problem[] = [];
  const entries = Object.entries(value).map(([canonical, given]): Authorized => {
    if (given === "") return { name: canonical, aliases: [], note: null };
    if (Array.isArray(given)) return { name: canonical, aliases: given, note: null };
    return { name: canonical, aliases: given.aliases, note: given.note ?? null };
  });
  const add = (word: string, entry: Authorized, path: readonly PropertyKey[]): void => {
    const known = byName.get(word);
    if (known === undefined) byName.set(word, entry);
    else
      problems.push({ ...placeOf(path), reason: `“${word}”已经是“${known.name}”的名称，一个名称只能指一处` });
  };
  // Canonical names first, so that an alias that is one is told where the alias stands.
  for (const entry of entries) add(entry.name, entry, [entry.name]);
  for (const entry of entries)
    entry.aliases.forEach((alias, index) => {
      const inner = Array.isArray(value[entry.name]) ? [index] : ["aliases", index];
      add(alias, entry, [entry.name, ...inner]);
    });
  if (problems.length > 0) throw new YamlFileError(file, problems);
  return { entries, byName };
}

/** The canonical name of a printed one; itself where the authority does not know it. */
export function canonicalName({ byName }: Authority, printed: string): string {
  return byName.get(printed)?.name ?? printed;
}

/** The kinds of names, and the file that has each. */
export const AUTHORITY_FILES = { organizations: "organizations.yaml", people: "people.yaml" } as const;
export type AuthorityKind = keyof typeof AUTHORITY_FILES;

/** Reads the authority of a kind from its folder; a missing file has no names. @throws YamlFileError */
export function openAuthority(folder: string, kind: AuthorityKind): Authority {
  const file = join(folder, AUTHORITY_FILES[kind]);
  return readAuthority(existsSync(file) ? readFileSync(file, "utf8") : "", file);
}
