/** The table of appointments and removals, one row a decision. */
import { decisionAnchor, pagePath } from "../../corpus/addresses.ts";
import type { Canonical } from "../../corpus/authority.ts";
import { oldestFirst } from "../../corpus/gazette.ts";
import type { AppointmentDocument, Decision } from "../../document/schema.ts";
import { columnsFor, defineTable, to } from "./column.ts";
import { issueColumn, type Placed, placeColumns } from "./place.ts";

interface DecisionRow extends Placed {
  decision: Decision;
  document: AppointmentDocument;
  sequence: number;
  canonical: Canonical;
}

const { always, maybe } = columnsFor<DecisionRow>();

export const appointments = defineTable<DecisionRow>({
  name: "appointments",
  title: "人事任免",
  description: "每一项任命或免职，一行一项（一人一职）。",
  primaryKey: ["id"],
  columns: [
    always.text(
      "id",
      "任免编号",
      "文件编号加 #decision- 和序号。",
      "appointment.decisions[]",
      ({ document, sequence }) => `${document.id}#${decisionAnchor(sequence)}`,
    ),
    issueColumn(),
    always.text(
      "document_id",
      "所在文件",
      "哪件任免通知。",
      "appointment.id",
      ({ document }) => document.id,
      to("documents"),
    ),
    maybe.date("date", "成文日期", "通知的成文日期。", "appointment.date", ({ document }) => document.date),
    always.text(
      "action",
      "任或免",
      "appoint 任，remove 免。",
      "appointment.decisions[].action",
      ({ decision }) => decision.action,
      { values: ["appoint", "remove"] },
    ),
    always.flag(
      "concurrent",
      "兼任",
      "写明兼任。",
      "appointment.decisions[].concurrent",
      ({ decision }) => decision.concurrent,
    ),
    maybe.text(
      "probation",
      "试用期",
      "照印。",
      "appointment.decisions[].probation",
      ({ decision }) => decision.probation,
    ),
    maybe.text(
      "person",
      "姓名",
      "被任免的人。",
      "appointment.decisions[].person",
      ({ decision }) => decision.person,
      to("people", "name"),
    ),
    maybe.text(
      "office",
      "职务",
      "连机构的职务全称。",
      "appointment.decisions[].office",
      ({ decision }) => decision.office,
    ),
    maybe.text(
      "organization_text",
      "所印机构",
      "职务全称中的机构。",
      "appointment.decisions[].organization",
      ({ decision }) => decision.organization,
    ),
    maybe.text(
      "organization",
      "机构规范名称",
      "机构名录中的名称；名录没有的照印。",
      "机构名录（content/authority/organizations.yaml）",
      ({ decision, canonical }) => (decision.organization === null ? null : canonical(decision.organization)),
      to("organizations", "name"),
    ),
    maybe.text(
      "post",
      "职位",
      "职务全称中机构之后的部分。",
      "appointment.decisions[].post",
      ({ decision }) => decision.post,
    ),
    always.text(
      "text",
      "任免原文",
      "照印。",
      "appointment.decisions[].text",
      ({ decision }) => decision.text,
    ),
    maybe.text(
      "basis",
      "依据",
      "任免所据的文件和决定，照印。",
      "appointment.basis.text",
      ({ document }) => document.basis?.text ?? null,
    ),
    ...placeColumns<DecisionRow>(),
  ],
  rows: ({ gazette, canonical }) =>
    oldestFirst(gazette.appointments).flatMap((document) =>
      document.decisions.map((decision, at) => ({
        decision,
        document,
        sequence: at + 1,
        canonical,
        issue: document.issue,
        path: `${pagePath(document.id)}#${decisionAnchor(at + 1)}`,
        position: decision.position,
      })),
    ),
});
