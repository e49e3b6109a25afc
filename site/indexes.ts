/** What the indexes of bodies and people list, and what each says beside a name. */
import { type Organization, rankedOrganizations } from "../src/corpus/organizations.ts";
import { rankedPeople } from "../src/corpus/people.ts";
import type { Named } from "./initials.ts";
import type { Library } from "./library.ts";

export function bodyIndex({ organizations }: Library): (Named & { collective: boolean })[] {
  return rankedOrganizations(organizations.values()).map((body) => ({
    name: body.name,
    slug: body.slug,
    note: figuresOf(body),
    collective: body.collective,
  }));
}

function figuresOf({ tasks, decisions, issued, namings }: Organization): string {
  return [
    issued.length > 0 ? `发文 ${issued.length}` : "",
    tasks.length > 0 ? `任务 ${tasks.length}` : "",
    decisions.length > 0 ? `任免 ${decisions.length}` : "",
    namings.length > 0 ? `提及 ${namings.length}` : "",
  ]
    .filter((part) => part !== "")
    .join("　");
}

export function personIndex({ people }: Library): Named[] {
  return rankedPeople(people.values()).map((person) => ({
    name: person.name,
    slug: person.slug,
    note: person.offices[0]?.title ?? person.decisions[0]?.decision.office ?? "",
  }));
}
