/** The table of citations, one row each time that a document names another. */
import { lastPart, pagePath } from "../../corpus/addresses.ts";
import { citationsOf } from "../../corpus/citations.ts";
import type { Leading } from "../../corpus/gazette.ts";
import { walkDocument } from "../../corpus/walk.ts";
import type { Block, Citation, Position } from "../../document/schema.ts";
import { columnsFor, defineTable, to } from "./column.ts";
import { documentsInOrder } from "./documents.ts";
import { issueColumn, type Placed, placeColumns } from "./place.ts";

interface CitationRow extends Placed {
  citation: Citation;
  document: Leading;
  sequence: number;
  repeals: boolean;
}

const { always, maybe } = columnsFor<CitationRow>();
const number = ({ citation }: CitationRow) => citation.documentNumber;

export const citations = defineTable<CitationRow>({
  name: "citations",
  title: "引用",
  description: "每处《…》或〔…〕号，每次一行；任免通知为其依据。",
  primaryKey: ["document_id", "sequence"],
  columns: [
    always.text(
      "document_id",
      "引用者",
      "哪件文件引用。",
      "notice.id",
      ({ document }) => document.id,
      to("documents"),
    ),
    always.integer(
      "sequence",
      "次序",
      "在这件文件中第几处，从 1 起。",
      "notice.citations[]",
      ({ sequence }) => sequence,
    ),
    issueColumn(),
    always.text("text", "引用原文", "照印。", "notice.citations[].text", ({ citation }) => citation.text),
    maybe.text(
      "title",
      "被引标题",
      "书名号内的标题。",
      "notice.citations[].title",
      ({ citation }) => citation.title,
    ),
    maybe.text(
      "number_text",
      "被引文号",
      "照印。",
      "notice.citations[].documentNumber.text",
      (row) => number(row)?.text ?? null,
    ),
    maybe.text(
      "number_agency",
      "机关代字",
      "被引文号中的代字。",
      "notice.citations[].documentNumber.agency",
      (row) => number(row)?.agency ?? null,
    ),
    maybe.integer(
      "number_year",
      "发文年份",
      "被引文号中的年份。",
      "notice.citations[].documentNumber.year",
      (row) => number(row)?.year ?? null,
    ),
    maybe.integer(
      "number_serial",
      "发文序号",
      "被引文号中的序号。",
      "notice.citations[].documentNumber.serial",
      (row) => number(row)?.serial ?? null,
    ),
    maybe.text(
      "cited_document_id",
      "被引文件",
      "被引的是本公报所载文件时其编号。",
      "notice.citations[].document",
      ({ citation }) => citation.document,
      to("documents"),
    ),
    always.flag(
      "repeals",
      "废止",
      "引在废止、停止执行的条款里。",
      "notice.effect.repeals[]",
      ({ repeals }) => repeals,
    ),
    ...placeColumns<CitationRow>("引文"),
  ],
  rows: ({ gazette }) => documentsInOrder(gazette).flatMap(citationRows),
});

function citationRows(document: Leading): CitationRow[] {
  const cited = citationsOf(document);
  if (cited.length === 0) return [];
  const repealed = document.type === "notice" ? document.effect.repeals : [];
  const blocks = [...walkDocument(document)].map(({ block }) => block);
  return cited.map((citation, at) => ({
    citation,
    document,
    sequence: at + 1,
    repeals: repealed.some((one) => one.position.start.offset === citation.position.start.offset),
    issue: document.issue,
    path: pagePath(document.id) + anchorAround(blocks, citation.position),
    position: citation.position,
  }));
}

/** The innermost block in which a place stands: blocks come before those that they hold. */
function anchorAround(blocks: readonly Block[], place: Position): string {
  const around = blocks.findLast(
    ({ position: { start, end } }) => start.offset <= place.start.offset && place.end.offset <= end.offset,
  );
  if (around === undefined) return "";
  return `#${around.type === "table" ? lastPart(around.ref) : around.anchor}`;
}
