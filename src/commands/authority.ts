/** `gongbao authority suggest`: names seen in content/ that the authority files do not have. */
import { join } from "node:path";
import { AUTHORITY_FILES, type AuthorityKind, openAuthority } from "../authority/authority.ts";
import { coreOfBody, type Seen, type Suggestion, suggest } from "../authority/suggest.ts";
import { collectGazette, type Gazette } from "../corpus/gazette.ts";
import { collectOrganizations } from "../corpus/organizations.ts";
import { collectPeople } from "../corpus/people.ts";
import { readContent } from "./content.ts";
import { inputErrorOf } from "./errors.ts";
import { type Language, say } from "./words.ts";

/** Bodies by name with the number of places that name them; collectives (各乡镇) are no single body. */
function bodiesIn(gazette: Gazette): Seen[] {
  return [...collectOrganizations(gazette).values()]
    .filter(({ collective }) => !collective)
    .map(({ name, tasks, decisions, issued, contacts, entries, namings }) => ({
      name,
      places: [tasks, decisions, issued, contacts, entries, namings].reduce(
        (sum, { length }) => sum + length,
        0,
      ),
    }));
}

/** Persons by name with the number of places that name them. */
function personsIn(gazette: Gazette): Seen[] {
  return [...collectPeople(gazette).values()].map(({ name, decisions, entries, rosters, signed, board }) => ({
    name,
    places: [decisions, entries, rosters, signed, board].reduce((sum, { length }) => sum + length, 0),
  }));
}

function told(kind: AuthorityKind, found: readonly Suggestion[], language: Language): string {
  const title = say(kind === "organizations" ? "机构" : "人员", language);
  const file = `content/authority/${AUTHORITY_FILES[kind]}`;
  const colon = language === "zh" ? "：" : ": ";
  if (found.length === 0) return `${title}${colon}${say("都在名录里", language)}\n`;
  const lines = found.map(({ name, places, near, by }) => {
    const form = by !== null && by !== near ? `（${by}）` : "";
    const guess = near === null ? "" : `  ${say(["可能是 {0}", `${near}${form}`], language)}`;
    return `  ${name}${say(["（{0} 处）", places], language)}${guess}\n`;
  });
  return `${title}${colon}${say(["{0} 个名称不在 {1} 里", found.length, file], language)}\n${lines.join("")}`;
}

/** The suggestions for both files. @throws InputError where an authority file cannot be read */
export function suggestCommand(content: string, language: Language): string {
  const gazette = collectGazette(readContent(content));
  const seen: Record<AuthorityKind, Seen[]> = {
    organizations: bodiesIn(gazette),
    people: personsIn(gazette),
  };
  const folder = join(content, "authority");
  try {
    return (["organizations", "people"] as const)
      .map((kind) => {
        const core = kind === "organizations" ? coreOfBody : undefined;
        return told(kind, suggest(seen[kind], openAuthority(folder, kind), core), language);
      })
      .join("\n");
  } catch (error) {
    throw inputErrorOf(error, folder);
  }
}
