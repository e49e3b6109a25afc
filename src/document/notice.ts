/** A notice and its kin (公文) as a document, with its tables and task tables. */
import { readContacts } from "../reading/contacts.ts";
import {
  listsRepealed,
  mayCommence,
  readCommencement,
  readExpiry,
  repealStretches,
} from "../reading/effect.ts";
import { splitRecipients } from "../reading/recipients.ts";
import { holdsCue, type Source, sourceOffsets } from "../tree/build.ts";
import type { Leaf, Block as Node, OfficialDocument, Row } from "../tree/nodes.ts";
import { labelledTexts, leaves, parts, statements, value } from "../tree/parts.ts";
import { type BlockContext, claim, compileBlocks, type SharedContext } from "./blocks.ts";

import { schemaOf } from "./head.ts";
import type { NamedReading } from "./named.ts";
import type { Citation, NoticeDocument, TableDocument, TaskTableDocument } from "./schema.ts";
import { shelvingContext, type TableShelf } from "./tableShelf.ts";
import { compileTaskTable, type PlacedTask, type TaskTableSource } from "./tables.ts";

/** The task tables of a notice in printed order: the inline tasks as one, and one for each table that shares out work. */
function compileTaskTables(
  { id, slug, inline, tables }: NamedReading,
  issueId: string,
  { anchorOf }: BlockContext,
  shelf: TableShelf,
): TaskTableDocument[] {
  const found: Omit<TaskTableSource, "id">[] = [];
  const shared = { issue: issueId, notice: id };
  if (inline.length > 0) {
    const tasks = inline.map((reading) => ({
      reading,
      anchor: anchorOf.get(reading.node as Node) as string,
    }));
    found.push({ ...shared, title: null, origin: "inline", table: null, tasks, totals: null });
  }
  for (const { table, title, tasks } of tables) {
    if (!tasks) continue;
    const place = shelf.places.get(table) as number;
    const rows = table.children.filter((child): child is Row => child.type === "row" && !child.header);
    const rowNumbers = new Map(rows.map((row, index) => [row, index + 1]));
    const placed = tasks.tasks.map((reading) => ({
      reading,
      anchor: `${slug}-table-${place + 1}-r${rowNumbers.get(reading.node as Row)}`,
    }));
    found.push({
      ...shared,
      title,
      origin: "table",
      table: (shelf.documents[place] as TableDocument).id,
      tasks: placed,
      totals: tasks.totals,
    });
  }
  const startOf = ({ tasks }: Omit<TaskTableSource, "id">): number =>
    (tasks[0] as PlacedTask).reading.position.start.offset;
  found.sort((a, b) => startOf(a) - startOf(b));
  return found.map((one, index) => compileTaskTable({ ...one, id: `${id}-tasks-${index + 1}` }));
}

/** The attachments of a notice in printed order; `enter` is told which one the compiler stands in. */
function compileAttachments(
  node: OfficialDocument,
  context: BlockContext,
  enter: (anchor: string | null) => void,
): NoticeDocument["attachments"] {
  return parts(node, "attachment").map((attachment, index) => {
    const anchor = claim(context.anchors, `a${attachment.number ?? index + 1}`);
    enter(anchor);
    const label = (value(attachment, "label") ?? "").replace(/^[【（(]|[：:】）)]$/g, "");
    const children = compileBlocks(attachment.children, anchor, context);
    enter(null);
    return { anchor, label, number: attachment.number, title: value(attachment, "title"), children };
  });
}

/** Compiles a notice with its tables and task tables. */
export function compileNotice(
  reading: NamedReading,
  issueId: string,
  shared: SharedContext,
): { notice: NoticeDocument; tables: TableDocument[]; taskTables: TaskTableDocument[] } {
  const { node, id } = reading;
  const shelf: TableShelf = { documents: [], places: new Map() };
  let inAttachment: string | null = null;
  const context = shelvingContext(reading, issueId, shared, shelf, () => inAttachment);
  const letter = compileBlocks(node.children, "", context);
  const [enclosed] = parts(node, "enclosure");
  const enclosure = enclosed
    ? { title: value(enclosed, "title"), children: compileBlocks(enclosed.children, "e", context) }
    : null;
  const attachments = compileAttachments(node, context, (anchor) => {
    inAttachment = anchor;
  });
  const taskTables = compileTaskTables(reading, issueId, context, shelf);
  const said = statements(node.children);
  const paragraphs = said.filter(({ type }) => type === "text");
  const notes = leaves(node, "note").map((leaf) => leaf.value);
  const notice: NoticeDocument = {
    ...schemaOf("notice"),
    id,
    issue: issueId,
    section: node.section,
    heading: reading.heading,
    title: reading.title,
    genre: reading.genre,
    issuer: reading.signed.issuers.join("、") || null,
    signatory: reading.signed.signatory,
    documentNumber: reading.number,
    recipients: splitRecipients(value(node, "recipients") ?? ""),
    date: reading.date,
    disclosure: disclosureOf(notes),
    effect: {
      ...readEffect(paragraphs, reading.date, shared.source),
      repeals: readRepeals(said, context.citations, shared.source),
    },
    children: letter,
    enclosure,
    attachmentNotes: parts(node, "attachmentNote").map((note) => ({
      number: note.number,
      title: value(note, "title") as string,
    })),
    attachments,
    contacts: readContacts([...labelledTexts(node.children), ...notes]),
    citations: context.citations,
    taskTables: taskTables.map((one) => one.id),
    tables: shelf.documents.map((one) => one.id),
    position: node.position,
  };
  return { notice, tables: shelf.documents, taskTables };
}

/** 附注 less its brackets; a note of contacts is none of disclosure, nor is （附件略）. */
export function disclosureOf(notes: readonly string[]): string | null {
  const own = notes
    .filter((note) => !/联系|电话|^[（(]?附[件表]/.test(note))
    .map((note) => note.replace(/^[（(]|[）)]$/g, ""));
  return own.length > 0 ? own.join("；") : null;
}

/** Of 有效期, 失效, 废止, 作废, 停止执行, 试行期 and 至…日止 each has one of them. */
const FORCE = "废失执效试止";

function readEffect(
  paragraphs: readonly Leaf[],
  date: string | null,
  source: Source,
): { commencement: NoticeDocument["effect"]["commencement"]; expiry: NoticeDocument["effect"]["expiry"] } {
  let commencement: NoticeDocument["effect"]["commencement"] = null;
  let expiry: NoticeDocument["effect"]["expiry"] = null;
  const dated = paragraphs.filter(({ value: text }) => mayCommence(text));
  for (const verb of [true, false])
    for (const { value: text } of dated) commencement ??= readCommencement(text, date, verb);
  // A term may be printed above the day from which it runs; where that day is not known, its end is not either.
  const from = commencement === null ? date : commencement.date;
  for (const { value: text, spans } of paragraphs)
    if (expiry === null && holdsCue(source, spans, FORCE)) expiry = readExpiry(text, from);
  return { commencement, expiry };
}

/** An item of a list that names a document without 《》: 某县人民政府关于…的通知（某政〔1992〕15号）, …的布告（1983年10月9日）. */
const ENDS_IN_NUMBER = /(?:号|日|发布|公布|印发|修[正订])[）)][；;。]?$/;

/** The citations that stand in clauses which end a document's force. */
function readRepeals(
  paragraphs: readonly Leaf[],
  citations: readonly Citation[],
  source: Source,
): Citation[] {
  const repeals: Citation[] = [];
  let isListed = false;
  for (const leaf of paragraphs) {
    isListed &&= leaf.value.startsWith("《") || ENDS_IN_NUMBER.test(leaf.value);
    if (!isListed && !holdsCue(source, leaf.spans, FORCE)) continue;
    const wasListed = isListed;
    const stretches = isListed ? [{ start: 0, end: leaf.value.length }] : repealStretches(leaf.value);
    isListed ||= listsRepealed(leaf.value);
    if (stretches.length === 0) continue;
    const offsets = sourceOffsets(source, leaf);
    // 批转省交通厅《…的报告》的通知（某政〔1985〕101号）: what the title of an item quotes is not what ends.
    const byNumber = wasListed && !leaf.value.startsWith("《");
    for (const { start, end } of stretches) {
      const from = offsets(start);
      const to = offsets(end);
      repeals.push(
        ...citations.filter(
          ({ position, documentNumber }) =>
            position.start.offset >= from &&
            position.end.offset <= to &&
            !(byNumber && documentNumber === null),
        ),
      );
    }
  }
  return repeals;
}
