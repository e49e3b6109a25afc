/** The identifiers of linked data, and the short descriptions that others give of what they name. */
import { decisionAnchor, organizationPath, pagePath, personPath } from "../../corpus/addresses.ts";
import { sayIssue } from "../../corpus/cite.ts";
import type { Lookup } from "../../corpus/gazette.ts";
import { identityOf } from "../../corpus/identity.ts";
import type { Organization } from "../../corpus/organizations.ts";
import type { Person } from "../../corpus/people.ts";
import type { IssueDocument } from "../../document/schema.ts";
import type { ExportContext } from "../format.ts";
import { type Node, node } from "./node.ts";

/** What short descriptions draw on: of documents, bodies and people only what they are called. */
export interface StubContext extends Pick<ExportContext, "canonical" | "publication" | "address"> {
  organizations: Lookup<Pick<Organization, "name" | "slug" | "collective">>;
  people: Lookup<Pick<Person, "slug">>;
}

/** What descriptions draw on. */
export interface LinkedContext extends StubContext {
  people: Lookup<Pick<Person, "name" | "slug">>;
}

/**
 * Documents, issues, bodies and people are named by the addresses of their pages, which never change:
 * `/{issue}/{slug}/`, as ELI would have it. Parts are named by their anchors.
 */
export const pageId = ({ address }: StubContext, id: string): string => address(pagePath(id));

export function decisionId(context: StubContext, document: string, number: number): string {
  return `${pageId(context, document)}#${decisionAnchor(number)}`;
}

/** By its permanent id, and by a URN that stays when the site moves. */
export function identifiers({ publication }: StubContext, id: string): string[] {
  return [id, identityOf(publication.name, pagePath(id))];
}

export function periodicalStub({ address, publication }: StubContext): Node {
  return { "@id": address("/#gazette"), "@type": "Periodical", name: publication.name };
}

export function issueStub(context: StubContext, issue: IssueDocument): Node {
  return {
    "@id": pageId(context, issue.id),
    "@type": "PublicationIssue",
    name: `${issue.title} ${sayIssue(issue)}`,
    issueNumber: issue.number,
  };
}

/** Firms, banks and unions bear tasks too, but govern nothing. */
const NOT_GOVERNMENT = /(?:公司|集团|银行|支行|分行|信用社|联社|合作社|协会|学会|商会|基金会|企业)$/u;

/** A body by any printed name; one that has no page is described without a name of its own. */
export function bodyStub({ organizations, canonical, address }: StubContext, printed: string): Node {
  const body = organizations.get(canonical(printed));
  const name = body?.name ?? printed;
  const government = body?.collective !== true && !NOT_GOVERNMENT.test(name);
  return node({
    "@id": body === undefined ? null : address(organizationPath(body.slug)),
    "@type": government ? "GovernmentOrganization" : "Organization",
    name,
  });
}

export function personStub({ people, address }: StubContext, name: string): Node {
  const person = people.get(name);
  return node({
    "@id": person === undefined ? null : address(personPath(person.slug)),
    "@type": "Person",
    name,
  });
}
