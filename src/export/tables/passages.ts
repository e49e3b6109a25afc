/** The table of the whole text: every heading, paragraph, row, task, decision and entry that can be linked to. */
import { decisionAnchor, entryPath, pagePath, rowAnchor, tablePath } from "../../corpus/addresses.ts";
import type { Gazette, Leading } from "../../corpus/gazette.ts";
import { walkDocument } from "../../corpus/walk.ts";
import type { Position } from "../../document/schema.ts";
import { collectRecords, type SearchRecord } from "../../search/records.ts";
import { columnsFor, defineTable, to } from "./column.ts";
import { documentsInOrder, positionOf } from "./documents.ts";
import { hull, issueColumn, type Placed, placeColumns } from "./place.ts";

interface PassageRow extends Placed {
  id: number;
  record: SearchRecord;
  /** False for what an issue prints outside its documents. */
  inDocument: boolean;
}

const { always, maybe } = columnsFor<PassageRow>();

export const passages = defineTable<PassageRow>({
  name: "passages",
  title: "全文",
  description:
    "公报全文，一行一段：标题、自然段、表格的行、任务、任免、大事记；每期先各件文件，后刊头、目录、版权页和简介。",
  primaryKey: ["id"],
  columns: [
    always.integer("id", "序号", "从第一期起的次序。", "依次编号", ({ id }) => id),
    issueColumn(),
    maybe.text(
      "document_id",
      "所在文件",
      "刊头、目录、版权页等不属于文件的空。",
      "notice.id",
      ({ record, inDocument }) => (inDocument ? record.documentId : null),
      to("documents"),
    ),
    always.text(
      "kind",
      "类别",
      "是标题、正文、任务、表格、任免还是大事记。",
      "依所在处",
      ({ record }) => record.kind,
      {
        values: ["标题", "正文", "任务", "表格", "任免", "大事记"],
      },
    ),
    always.text(
      "place",
      "位置",
      "法律文书的说法：附件2，二（一）1；没有则为空文本。",
      "依所在处",
      ({ record }) => record.place,
    ),
    always.text("text", "文字", "照印；几格、几项以换行相连。", "text", ({ record }) => record.text),
    ...placeColumns<PassageRow>("本段（表格的行为整张表格，任务除外）"),
  ],
  rows: ({ gazette }) => {
    const issues = new Set(gazette.issues.map(({ id }) => id));
    const positions = positionsIn(gazette);
    const records = Map.groupBy(collectRecords(gazette), ({ issue }) => issue);
    return [...records.values()]
      .toReversed()
      .flat()
      .map((record, at) => ({
        id: at + 1,
        record,
        inDocument: !issues.has(record.documentId),
        issue: record.issue,
        path: record.url,
        position: positions.get(record.url) ?? null,
      }));
  },
});

/** By path: where each thing stands that has a place in the source. The more exact place is set last. */
function positionsIn(gazette: Gazette): Map<string, Position> {
  const found = new Map<string, Position>();
  const set = (path: string, position: Position | null) => {
    if (position !== null) found.set(path, position);
  };
  for (const { id, front, about } of gazette.issues) {
    for (const { anchor, position } of [...front, ...about]) set(`${pagePath(id)}#${anchor}`, position);
  }
  for (const document of documentsInOrder(gazette)) {
    set(pagePath(document.id), positionOf(document));
    for (const [anchor, position] of partsIn(document)) set(`${pagePath(document.id)}#${anchor}`, position);
  }
  for (const { entries } of gazette.chronicles) {
    for (const { id, position } of entries) set(entryPath(id), position);
  }
  for (const table of gazette.tables) {
    set(tablePath(table), table.position);
    for (const at of table.rows.keys())
      set(`${pagePath(table.notice)}#${rowAnchor(table.id, at + 1)}`, table.position);
  }
  for (const { id, notice, tasks } of gazette.taskTables) {
    for (const { anchor, position } of tasks) {
      set(`${pagePath(notice)}#${anchor}`, position);
      set(`${pagePath(id)}#${anchor}`, position);
    }
  }
  return found;
}

/** The anchors of a document's parts, blocks and decisions. */
function* partsIn(document: Leading): Generator<[string, Position | null]> {
  for (const { block, part, sections } of walkDocument(document)) {
    if (part.anchor !== null && sections.length === 0)
      yield [part.anchor, hull(part.children.map(({ position }) => position))];
    yield [block.anchor, block.position];
  }
  if (document.type !== "appointment") return;
  for (const [at, { position }] of document.decisions.entries()) yield [decisionAnchor(at + 1), position];
}
