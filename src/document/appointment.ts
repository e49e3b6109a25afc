/** 人事任免 as a document: its decisions, their basis, and the text. */
import { splitRecipients } from "../reading/recipients.ts";
import { placeAt, sourceOffsets } from "../tree/build.ts";
import { leaves, texts, value } from "../tree/parts.ts";
import { citationsOf, compileBlocks, type SharedContext } from "./blocks.ts";
import { schemaOf } from "./head.ts";
import type { NamedReading } from "./named.ts";
import { disclosureOf } from "./notice.ts";
import type { AppointmentDocument, Decision, TableDocument } from "./schema.ts";
import { shelvingContext, type TableShelf } from "./tableShelf.ts";

/** Compiles a document of appointments with its tables. */
export function compileAppointment(
  prepared: NamedReading,
  issueId: string,
  base: SharedContext,
): { appointment: AppointmentDocument; tables: TableDocument[] } {
  const { node, id } = prepared;
  const shelf: TableShelf = { documents: [], places: new Map() };
  const context = shelvingContext(prepared, issueId, base, shelf, () => null);
  const decisions: Decision[] = prepared.decisions.map(({ reading, leaf }) => {
    const offsets = sourceOffsets(base.source, leaf);
    const start = offsets(reading.start);
    const end = offsets(reading.end - 1) + 1;
    return {
      action: reading.action,
      concurrent: reading.concurrent,
      probation: reading.probation,
      person: reading.person,
      office: reading.office,
      organization: reading.organization,
      post: reading.post,
      text: reading.text,
      position: { start: placeAt(base.source, start), end: placeAt(base.source, end) },
    };
  });
  const basisLeaf = texts(node.children).find((leaf) => /根据|按照|依据|研究|决定|会议/.test(leaf.value));
  const basisText =
    basisLeaf?.value.match(
      /^.*?(?:[：:]|(?=(?:任命|免去|聘任|(?!定|正式)[\p{Script=Han}]{2,3}(?:任(?![免职期命])|不再))))/su,
    )?.[0] ?? basisLeaf?.value;
  const appointment: AppointmentDocument = {
    ...schemaOf("appointment"),
    id,
    issue: issueId,
    section: node.section,
    heading: prepared.heading,
    title: prepared.title,
    issuer: prepared.signed.issuers.join("、") || null,
    documentNumber: prepared.number,
    recipients: splitRecipients(value(node, "recipients") ?? ""),
    date: prepared.date,
    disclosure: disclosureOf(leaves(node, "note").map((leaf) => leaf.value)),
    basis:
      basisLeaf && basisText
        ? {
            text: basisText,
            citations: citationsOf(basisLeaf, { ...base, citations: [] })
              .filter(({ reading }) => reading.end <= basisText.length)
              .map(({ citation }) => citation),
          }
        : null,
    decisions,
    children: compileBlocks(node.children, "", context),
    position: node.position,
  };
  return { appointment, tables: shelf.documents };
}
