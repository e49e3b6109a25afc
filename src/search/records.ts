/** What the search index is made of: one record a place that a reader wants to land on. */

import { decisionAnchor, entryPath, lastPart, pagePath, rowAnchor } from "../corpus/addresses.ts";
import { documentsOf, type Gazette, type Leading } from "../corpus/gazette.ts";
import { blockText, type Part, placeName, walkDocument } from "../corpus/walk.ts";
import type { Block, IssueDocument, Section, TableDocument, TaskTableDocument } from "../document/schema.ts";
import { contentsTexts, headingText, issueTexts, lines } from "./heads.ts";

export type RecordKind = "标题" | "正文" | "任务" | "表格" | "任免" | "大事记";

export type SearchRecord = {
  /** Path and anchor from the site's root. */
  url: string;
  kind: RecordKind;
  /** Title of the document it stands in. */
  title: string;
  documentId: string;
  /** The page of that document. */
  page: string;
  /** Its document number. */
  number: string | null;
  /** Where in the document: `二（一）1`. */
  place: string;
  /** As printed. */
  text: string;
  date: string | null;
  year: string;
  issue: string;
  /** `2021年第3期`. */
  issueName: string;
  issuer: string | null;
  responsible: string[];
  people: string[];
};

type Base = Pick<
  SearchRecord,
  "title" | "documentId" | "page" | "number" | "date" | "year" | "issue" | "issueName" | "issuer"
>;

/** All records of a gazette, issue by issue, document by document, in printed order. */
export function collectRecords(gazette: Gazette): SearchRecord[] {
  return gazette.issues.flatMap((issue) => {
    const own = documentsOf(gazette, issue).flatMap((document) => documentRecords(gazette, issue, document));
    const page = pagePath(issue.id);
    const base: Base = {
      title: `${issue.title}${issueName(issue)}`,
      documentId: issue.id,
      page,
      number: null,
      issueName: issueName(issue),
      date: issue.date,
      year: `${issue.year}`,
      issue: issue.id,
      issuer: null,
    };
    const front = [...issue.front, ...issue.about].flatMap((block) =>
      textRecord(base, page, block, null, []),
    );
    const heads = Map.groupBy(
      own.filter(({ kind }) => kind === "标题"),
      ({ documentId }) => documentId,
    );
    const headsOf = (id: string | null) =>
      (heads.get(id ?? "") ?? []).flatMap(({ text }) => text.split("\n"));
    const printed = [...issueTexts(issue), ...contentsTexts(issue, headsOf)].map(
      ({ anchor, ...more }): SearchRecord => ({ ...empty(base), kind: "正文", url: page + anchor, ...more }),
    );
    return [...own, ...printed, ...front];
  });
}

function issueName({ year, number }: IssueDocument): string {
  return `${year}年第${number}期`;
}

function documentRecords(gazette: Gazette, from: IssueDocument, document: Leading): SearchRecord[] {
  const base = baseOf(document, from);
  const page = pagePath(document.id);
  if (document.type === "chronicle") {
    const heading: SearchRecord = { ...empty(base), url: page, kind: "标题", text: document.title };
    const entries = document.entries.map(
      ({ id, date, text, people }): SearchRecord => ({
        ...empty(base),
        url: entryPath(id),
        kind: "大事记",
        date,
        text,
        people: people.map(({ name }) => name),
      }),
    );
    return [heading, ...entries];
  }
  const heading = headingText(document);
  const records: SearchRecord[] = [{ ...empty(base), url: page, kind: "标题", text: heading }];
  for (const { block, part, sections, index } of walkDocument(document)) {
    records.push(
      ...partHead(base, page, part, sections, index),
      ...textRecord(base, page, block, part, sections),
    );
  }
  if (document.type === "appointment") {
    for (const [at, { text, person }] of document.decisions.entries()) {
      const url = `${page}#${decisionAnchor(at + 1)}`;
      records.push({ ...empty(base), url, kind: "任免", text, people: person === null ? [] : [person] });
    }
    return records;
  }
  for (const id of document.tables) records.push(...tableRecords(base, page, gazette.tableById.get(id)));
  for (const id of document.taskTables) {
    const table = gazette.taskTableById.get(id);
    if (table !== undefined) addTasks(records, base, page, table);
  }
  return records;
}

function baseOf(document: Leading, from: IssueDocument): Base {
  const { id, issue, title } = document;
  const plain = document.type === "chronicle" ? null : document;
  return {
    title,
    documentId: id,
    page: pagePath(id),
    number: plain?.documentNumber?.text ?? null,
    issueName: issueName(from),
    date: plain?.date ?? null,
    year: issue.slice(0, 4),
    issue,
    issuer: plain?.issuer ?? null,
  };
}

function empty(base: Base): Omit<SearchRecord, "url" | "kind" | "text"> {
  return { ...base, place: "", responsible: [], people: [] };
}

/** The title of a part is a record of its own, made where its first block is met. */
function partHead(base: Base, page: string, part: Part, sections: Section[], index: number): SearchRecord[] {
  if (part.anchor === null || sections.length > 0 || index > 1) return [];
  const text = [part.label, part.title].filter((name) => name !== null).join(" ");
  if (text === "") return [];
  return [{ ...empty(base), url: `${page}#${part.anchor}`, kind: "标题", text, place: part.label ?? "" }];
}

function textRecord(
  base: Base,
  page: string,
  block: Block,
  part: Part | null,
  sections: Section[],
): SearchRecord[] {
  if (ranIn(block, sections.at(-1))) return [];
  const text = block.type === "section" ? sectionText(block) : blockText(block);
  if (text === "") return [];
  const within = block.type === "section" ? [...sections, block] : sections;
  return [
    {
      ...empty(base),
      url: `${page}#${block.anchor}`,
      kind: block.type === "section" && !runsIn(block) ? "标题" : "正文",
      text,
      place: part === null ? "" : placeName(part, within),
      people: peopleIn(block),
    },
  ];
}

/** Head and text stand in one printed paragraph: they are one record. */
function runsIn(section: Section): boolean {
  return (section.runIn || section.title === null) && section.children[0]?.type === "paragraph";
}

function sectionText(section: Section): string {
  const first = section.children[0];
  return runsIn(section) && first !== undefined ? blockText(section) + blockText(first) : blockText(section);
}

function ranIn(block: Block, parent: Section | undefined): boolean {
  return parent !== undefined && runsIn(parent) && parent.children[0] === block;
}

function peopleIn(block: Block): string[] {
  const named = block.type === "section" && runsIn(block) ? block.children[0] : block;
  if (named?.type === "paragraph")
    return named.mentions.flatMap((mention) => (mention.kind === "person" ? [mention.name] : []));
  if (named?.type === "roster")
    return named.groups.flatMap(({ members }) => members.flatMap(({ name }) => name ?? []));
  return [];
}

function tableRecords(base: Base, page: string, table: TableDocument | undefined): SearchRecord[] {
  if (table === undefined) return [];
  const place = table.title ?? "";
  const head = lines([table.title, table.unitNote, ...table.columns.map(({ text }) => text)]);
  const url = `${page}#${lastPart(table.id)}`;
  const heads: SearchRecord[] = head === "" ? [] : [{ ...empty(base), url, kind: "表格", text: head, place }];
  const rows = table.rows.map(
    ({ cells }, at): SearchRecord => ({
      ...empty(base),
      url: `${page}#${rowAnchor(table.id, at + 1)}`,
      kind: "表格",
      text: lines(cells.map(({ text }) => text)),
      place,
    }),
  );
  return [...heads, ...rows];
}

/**
 * A task is the place it was read from: the record of that paragraph or row becomes a task's. Only a task whose
 * place has no record is one of its own, in the page of its task table.
 */
function addTasks(records: SearchRecord[], base: Base, page: string, table: TaskTableDocument): void {
  const printed = new Map(records.map((record) => [record.url, record]));
  for (const task of table.tasks) {
    const responsible = [...task.groupLead, ...task.responsible].map(({ name }) => name);
    const place = printed.get(`${page}#${task.anchor}`);
    if (place !== undefined) {
      place.kind = "任务";
      place.responsible = [...new Set([...place.responsible, ...responsible])];
      continue;
    }
    records.push({
      ...empty(base),
      url: `${pagePath(table.id)}#${task.anchor}`,
      kind: "任务",
      text: lines([task.group, task.title, task.text, task.responsibility, task.deadline?.text]),
      place: table.title ?? lastPart(table.id),
      responsible: [...new Set(responsible)],
    });
  }
}
