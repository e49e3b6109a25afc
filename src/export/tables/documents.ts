/** The table of documents: notices, appointments and chronicles. */
import { pagePath } from "../../corpus/addresses.ts";
import { documentsOf, type Gazette, type Leading } from "../../corpus/gazette.ts";
import type { Position } from "../../document/schema.ts";
import { columnsFor, defineTable } from "./column.ts";
import { hull, issueColumn, type Placed, placeColumns } from "./place.ts";

interface DocumentRow extends Placed {
  document: Leading;
  sequence: number;
  /** The page that the contents give. */
  page: number | null;
}

const { always, maybe } = columnsFor<DocumentRow>();
const official = ({ document }: DocumentRow) => (document.type === "chronicle" ? null : document);
const notice = ({ document }: DocumentRow) => (document.type === "notice" ? document : null);
const number = (row: DocumentRow) => official(row)?.documentNumber ?? null;
const effect = (row: DocumentRow) => notice(row)?.effect ?? null;

export const documents = defineTable<DocumentRow>({
  name: "documents",
  title: "文件",
  description: "公文、任免通知和大事记，一行一件，按刊印先后。",
  primaryKey: ["id"],
  columns: [
    always.text("id", "文件编号", "期号和短名，永不改变。", "notice.id", ({ document }) => document.id),
    issueColumn(),
    always.integer(
      "sequence",
      "次序",
      "在本期中第几件，从 1 起。",
      "issue.documents[]",
      ({ sequence }) => sequence,
    ),
    always.text(
      "type",
      "类别",
      "notice 公文、appointment 任免、chronicle 大事记。",
      "type",
      ({ document }) => document.type,
      {
        values: ["notice", "appointment", "chronicle"],
      },
    ),
    maybe.text(
      "section",
      "栏目",
      "目录中的栏目。",
      "notice.section",
      (row) => official(row)?.section ?? null,
    ),
    maybe.text(
      "heading",
      "全题",
      "照印的整个标题，连发文机关。",
      "notice.heading",
      (row) => official(row)?.heading ?? null,
    ),
    always.text("title", "标题", "不连发文机关的标题。", "notice.title", ({ document }) => document.title),
    maybe.text("genre", "文种", "通知、公告、决定等。", "notice.genre", (row) => notice(row)?.genre ?? null),
    maybe.text(
      "issuer",
      "发文机关",
      "照署名；几个机关以顿号相连。",
      "notice.issuer",
      (row) => official(row)?.issuer ?? null,
    ),
    maybe.text(
      "signatory",
      "签署人",
      "由个人签署时的姓名。",
      "notice.signatory.name",
      (row) => notice(row)?.signatory?.name ?? null,
    ),
    maybe.text(
      "number_text",
      "发文字号",
      "照印。",
      "notice.documentNumber.text",
      (row) => number(row)?.text ?? null,
    ),
    maybe.text(
      "number_agency",
      "机关代字",
      "发文字号中的代字。",
      "notice.documentNumber.agency",
      (row) => number(row)?.agency ?? null,
    ),
    maybe.integer(
      "number_year",
      "发文年份",
      "发文字号中的年份。",
      "notice.documentNumber.year",
      (row) => number(row)?.year ?? null,
    ),
    maybe.integer(
      "number_serial",
      "发文序号",
      "发文字号中的序号。",
      "notice.documentNumber.serial",
      (row) => number(row)?.serial ?? null,
    ),
    maybe.date("date", "成文日期", "署名下所印日期。", "notice.date", (row) => official(row)?.date ?? null),
    maybe.text(
      "recipients",
      "主送机关",
      "以顿号相连；没有则空。",
      "notice.recipients[]",
      (row) => official(row)?.recipients.join("、") || null,
    ),
    maybe.text(
      "disclosure",
      "附注",
      "如此件公开发布。",
      "notice.disclosure",
      (row) => official(row)?.disclosure ?? null,
    ),
    maybe.text(
      "enclosure_title",
      "所发文件标题",
      "随文印发的方案、规划等的标题。",
      "notice.enclosure.title",
      (row) => notice(row)?.enclosure?.title ?? null,
    ),
    maybe.text(
      "commencement_text",
      "施行条款",
      "照印。",
      "notice.effect.commencement.text",
      (row) => effect(row)?.commencement?.text ?? null,
    ),
    maybe.date(
      "commencement_date",
      "施行日期",
      "由条款读出。",
      "notice.effect.commencement.date",
      (row) => effect(row)?.commencement?.date ?? null,
    ),
    maybe.text(
      "expiry_text",
      "有效期条款",
      "照印。",
      "notice.effect.expiry.text",
      (row) => effect(row)?.expiry?.text ?? null,
    ),
    maybe.date(
      "expiry_date",
      "有效期止日",
      "由条款读出。",
      "notice.effect.expiry.date",
      (row) => effect(row)?.expiry?.date ?? null,
    ),
    maybe.integer("page", "印刷页码", "目录所印页码。", "issue.contents[].page", ({ page }) => page),
    ...placeColumns<DocumentRow>("整件（大事记为第一条至末一条）"),
  ],
  rows: ({ gazette }) =>
    gazette.issues.toReversed().flatMap((from) =>
      documentsOf(gazette, from).map((document, at) => ({
        document,
        sequence: at + 1,
        page: from.contents.find((entry) => entry.document === document.id)?.page ?? null,
        issue: from.id,
        path: pagePath(document.id),
        position: positionOf(document),
      })),
    ),
});

/** All documents, the oldest issue first, within an issue as printed. */
export function documentsInOrder(gazette: Gazette): Leading[] {
  return gazette.issues.toReversed().flatMap((issue) => documentsOf(gazette, issue));
}

/** Where a whole document stands; a chronicle is its entries. */
export function positionOf(document: Leading): Position | null {
  return document.type === "chronicle"
    ? hull(document.entries.map(({ position }) => position))
    : document.position;
}
