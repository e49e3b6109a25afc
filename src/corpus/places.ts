/** Every addressed place of a gazette: how it is cited, and the lines of the source that it was printed in. */
import type { Block, IssueDocument, Position, Section, TaskTableDocument } from "../document/schema.ts";
import { decisionAnchor, entryPath, lastPart, pagePath, rowAnchor } from "./addresses.ts";
import {
  citationOf,
  citePlace,
  decisionPlace,
  entryPlace,
  paragraphPlace,
  rowPlace,
  sayGazette,
  taskPlace,
} from "./cite.ts";
import { documentsOf, type Gazette, type Leading } from "./gazette.ts";
import { type Part, partsOf, placeName, runInParagraph } from "./walk.ts";

/** Lines of a source, counted from 1, both ends included. */
export type Lines = { start: number; end: number };

/** `lines` are the narrowest known: those of the place, else of the table or document it stands in; null where none are. */
export type Place = { citation: string; lines: Lines | null; issue: IssueDocument };

/** By path from the site's root, anchor and all: `/2021-03/pzf-2021-56/#e-2-1`. */
export type Places = ReadonlyMap<string, Place>;

type Note = (path: string, said: string, lines: Lines | null) => void;

export function collectPlaces(gazette: Gazette): Places {
  const places = new Map<string, Place>();
  for (const issue of gazette.issues) {
    const whole = { start: 1, end: issue.source.lines };
    places.set(pagePath(issue.id), { citation: sayGazette(issue), lines: whole, issue });
    for (const document of documentsOf(gazette, issue)) {
      const citation = citationOf(issue, document);
      notePlaces(gazette, document, (path, said, lines) => {
        places.set(path, { citation: citePlace(citation, said), lines, issue });
      });
    }
  }
  return places;
}

function linesAt({ start, end }: Position): Lines {
  return { start: start.line, end: end.line };
}

/** From the first line of all to the last. */
function hull(all: Lines[]): Lines | null {
  const [first] = all;
  if (first === undefined) return null;
  return all.reduce((a, b) => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }), first);
}

function notePlaces(gazette: Gazette, document: Leading, note: Note): void {
  const page = pagePath(document.id);
  if (document.type === "chronicle") {
    note(page, "", hull(document.entries.map(({ position }) => linesAt(position))));
    for (const { id, date, position } of document.entries)
      note(entryPath(id), entryPlace(date), linesAt(position));
    return;
  }
  note(page, "", linesAt(document.position));
  for (const part of partsOf(document)) {
    if (part.anchor !== null)
      note(
        `${page}#${part.anchor}`,
        placeName(part, []) || (part.title ?? ""),
        hull(part.children.map(({ position }) => linesAt(position))),
      );
    noteBlocks(page, part, part.children, [], note);
  }
  if (document.type === "appointment") {
    for (const [at, { position }] of document.decisions.entries())
      note(`${page}#${decisionAnchor(at + 1)}`, decisionPlace(at + 1), linesAt(position));
    return;
  }
  const taskLists = document.taskTables.flatMap((id) => gazette.taskTableById.get(id) ?? []);
  noteTables(gazette, document.tables, page, rowLines(taskLists), note);
  for (const table of taskLists) noteTasks(table, note);
}

/** A paragraph that its section's head runs into is cited as the section. */
function noteBlocks(page: string, part: Part, blocks: Block[], sections: Section[], note: Note): void {
  let paragraphs = 0;
  const runIn = runInParagraph(sections.at(-1));
  for (const block of blocks) {
    const path = `${page}#${block.anchor}`;
    if (block.type === "section") {
      const within = [...sections, block];
      note(path, placeName(part, within), linesAt(block.position));
      noteBlocks(page, part, block.children, within, note);
    } else if (block === runIn) {
      note(path, placeName(part, sections), linesAt(block.position));
    } else {
      paragraphs += 1;
      note(path, paragraphPlace(part, sections, paragraphs), linesAt(block.position));
    }
  }
}

/** A task table has a page of its own, where each task is again. */
function noteTasks(table: TaskTableDocument, note: Note): void {
  const page = pagePath(table.id);
  note(page, table.title ?? "", linesAt(table.position));
  for (const task of table.tasks)
    note(`${page}#${task.anchor}`, taskPlace(table, task), linesAt(task.position));
}

/** Rows have no lines of their own in the documents, but the tasks read from them do. */
function rowLines(taskLists: TaskTableDocument[]): Map<string, Lines> {
  return new Map(
    taskLists.flatMap(({ tasks }) => tasks.map(({ anchor, position }) => [anchor, linesAt(position)])),
  );
}

function noteTables(
  gazette: Gazette,
  ids: string[],
  page: string,
  known: Map<string, Lines>,
  note: Note,
): void {
  for (const table of ids.flatMap((id) => gazette.tableById.get(id) ?? [])) {
    const whole = linesAt(table.position);
    note(`${page}#${lastPart(table.id)}`, table.title ?? "表格", whole);
    for (const at of table.rows.keys()) {
      const anchor = rowAnchor(table.id, at + 1);
      note(`${page}#${anchor}`, rowPlace(table, at + 1), known.get(anchor) ?? whole);
    }
  }
}
