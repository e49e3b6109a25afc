/** Decisions of appointment documents: a person, a role, the body it is in. */
import type { AppointmentDocument, Decision } from "../../document/schema.ts";
import { bodyStub, decisionId, pageId, personStub, type StubContext } from "./names.ts";
import { type Node, node, reference } from "./node.ts";

/** What a document is about: each decision, in printed order, as a person in a role; without a person the role alone. */
export function decisionNodes(context: StubContext, document: AppointmentDocument): Node[] {
  return document.decisions.map((decision, at) => {
    const role = roleNode(context, document, decision, at + 1);
    return decision.person === null ? role : { ...personStub(context, decision.person), memberOf: role };
  });
}

/** An office is held from the day of the decision, and to the day of the decision that ends it. */
function roleNode(
  context: StubContext,
  document: AppointmentDocument,
  decision: Decision,
  number: number,
): Node {
  const { action, organization, post, office, text } = decision;
  return node({
    "@id": decisionId(context, document.id, number),
    "@type": "OrganizationRole",
    roleName: post ?? office,
    [action === "appoint" ? "startDate" : "endDate"]: document.date,
    memberOf: organization === null ? null : bodyStub(context, organization),
    description: text,
    subjectOf: reference(pageId(context, document.id)),
  });
}
