/** The printed texts of an issue, one after another, for the rules that read characters. */
import type { CompiledIssue } from "../document/compile.ts";
import type { Block, NoticeDocument, TableDocument } from "../document/schema.ts";
import type { Source } from "../tree/build.ts";
import { findBefore, finder, type Placer, placer, placersInOrder, shifted } from "./places.ts";

/** A text as printed. `part` names what it belongs to: a letter, an enclosure, an attachment, a table. */
export interface Passage {
  kind: "heading" | "caption" | "title" | "paragraph" | "item" | "cell" | "entry" | "contents";
  part: string;
  text: string;
  place: Placer;
}

/** A table with where each of its cells stands, row by row. */
export interface PlacedTable {
  table: TableDocument;
  heads: readonly Passage[];
  rows: readonly (readonly Passage[])[];
}

/** What the texts are made from. */
interface Context {
  source: Source;
  tables: ReadonlyMap<string, PlacedTable>;
}

/** Texts of which only the order is known, in a stretch. */
function inOrder(
  source: Source,
  kind: Passage["kind"],
  part: string,
  texts: readonly string[],
  start: number,
  end: number,
): Passage[] {
  return placersInOrder(source, texts, start, end).map((place, at) => ({
    kind,
    part,
    text: texts[at] as string,
    place,
  }));
}

/** A table's column heads and cells. */
function placeTable(source: Source, table: TableDocument): PlacedTable {
  const { start, end } = table.position;
  const heads = table.columns.map(({ text }) => text);
  const cells = table.rows.flatMap((row) => row.cells.map(({ text }) => text));
  const passages = inOrder(source, "cell", table.id, [...heads, ...cells], start.offset, end.offset);
  let next = heads.length;
  const rows = table.rows.map((row) => {
    const from = next;
    next += row.cells.length;
    return passages.slice(from, next);
  });
  return { table, heads: passages.slice(0, heads.length), rows };
}

/** The texts of blocks and of what stands under them. */
function* ofBlocks(blocks: readonly Block[], part: string, context: Context): Generator<Passage> {
  const { source, tables } = context;
  for (const block of blocks) {
    const { start, end } = block.position;
    const ordered = (texts: (string | null)[]): Passage[] =>
      inOrder(
        source,
        "item",
        part,
        texts.filter((text) => text !== null),
        start.offset,
        end.offset,
      );
    switch (block.type) {
      case "paragraph": {
        const place = placer(source, block.text, start.offset, end.offset);
        yield { kind: "paragraph", part, text: block.text, place };
        break;
      }
      case "section": {
        const { marker, title } = block;
        if (title !== null) {
          const place = placer(source, marker + title, start.offset, end.offset);
          yield { kind: "title", part, text: title, place: shifted(place, marker.length) };
        }
        yield* ofBlocks(block.children, part, context);
        break;
      }
      case "list":
        yield* ordered(block.items.map(({ text }) => text));
        break;
      case "roster":
        yield* ordered(
          block.groups.flatMap(({ members }) => members.flatMap(({ name, title }) => [name, title])),
        );
        break;
      case "form":
        yield* ordered(block.fields.flatMap(({ label, value }) => [label, value]));
        break;
      case "table": {
        // A table of the masthead has no document of its own.
        const placed = tables.get(block.ref);
        if (!placed) break;
        yield* placed.heads;
        for (const row of placed.rows) yield* row;
      }
    }
  }
}

/** The heading of a document, at its start. */
function headingOf(
  source: Source,
  { id, heading, position }: Pick<NoticeDocument, "id" | "heading" | "position">,
): Passage {
  const { start, end } = position;
  return {
    kind: "heading",
    part: id,
    text: heading,
    place: placer(source, heading, start.offset, end.offset),
  };
}

/** A title that stands before the first of its blocks; none where it is not found there. */
function titleBefore(
  source: Source,
  title: string | null,
  [first]: readonly Block[],
  part: string,
  from: number,
): Passage[] {
  if (title === null || first === undefined) return [];
  const to = first.position.start.offset;
  const start = findBefore(source, title, from, to);
  return start === null
    ? []
    : [{ kind: "caption", part, text: title, place: placer(source, title, start, to) }];
}

/** 附件： in its letter, before the list of what is attached. */
const NOTES = /附[\s　]*件[\s　]*[：:]/g;
/** How far after it the first of them may stand. */
const NEAR = 20;

/** The lines that list what is attached, in order; none where they are not found. */
function notesOf(source: Source, { id, attachmentNotes, position }: NoticeDocument): Passage[] {
  const titles = attachmentNotes.map(({ title }) => title);
  const [first] = titles;
  if (first === undefined) return [];
  const { start, end } = position;
  const length = titles.reduce((sum, title) => sum + 2 * title.length + 20, 100);
  for (const match of source.text.slice(start.offset, end.offset).matchAll(NOTES)) {
    const from = start.offset + match.index;
    const to = Math.min(end.offset, from + length);
    const at = finder(source, from, to)(first);
    if (at !== null && at - from < NEAR) return inOrder(source, "item", id, titles, from, to);
  }
  return [];
}

/** The texts of a notice: its heading, its letter, what it issues, what is attached. */
function* ofNotice(notice: NoticeDocument, context: Context): Generator<Passage> {
  const { source } = context;
  const { id, children, enclosure, attachments, position } = notice;
  const from = position.start.offset;
  yield headingOf(source, notice);
  yield* ofBlocks(children, id, context);
  if (enclosure) {
    const part = `${id}#enclosure`;
    yield* titleBefore(source, enclosure.title, enclosure.children, part, from);
    yield* ofBlocks(enclosure.children, part, context);
  }
  for (const { anchor, title, children: blocks } of attachments) {
    const part = `${id}#${anchor}`;
    yield* titleBefore(source, title, blocks, part, from);
    yield* ofBlocks(blocks, part, context);
  }
}

/** Every printed text of an issue, in order, and those that rules ask for by name. */
export interface PassageIndex {
  passages: readonly Passage[];
  /** Headings by document, titles of enclosures and attachments by their part. */
  titles: ReadonlyMap<string, Passage>;
  /** The lines that list the attachments, by notice. */
  notes: ReadonlyMap<string, readonly Passage[]>;
  contents: readonly Passage[];
  tables: ReadonlyMap<string, PlacedTable>;
}

/** Where the first document begins: what stands before it is masthead and contents. */
function bodyStart({ notices, appointments, chronicle }: CompiledIssue, source: Source): number {
  const starts = [...notices, ...appointments, ...(chronicle?.entries ?? [])].map(
    ({ position }) => position.start.offset,
  );
  return starts.reduce((least, start) => Math.min(least, start), source.text.length);
}

/** Gathers the printed texts of an issue. */
export function indexPassages(issue: CompiledIssue, source: Source): PassageIndex {
  const tables = new Map(issue.tables.map((table) => [table.id, placeTable(source, table)]));
  const context: Context = { source, tables };
  const contents = inOrder(
    source,
    "contents",
    issue.id,
    issue.issue.contents.map(({ title }) => title),
    0,
    bodyStart(issue, source),
  );
  const passages = [
    ...ofBlocks([...issue.issue.front, ...issue.issue.about], issue.id, context),
    ...contents,
  ];
  const notes = new Map<string, Passage[]>();
  for (const notice of issue.notices) {
    const listed = notesOf(source, notice);
    notes.set(notice.id, listed);
    passages.push(...listed);
    for (const passage of ofNotice(notice, context)) passages.push(passage);
  }
  for (const appointment of issue.appointments) {
    passages.push(headingOf(source, appointment));
    for (const passage of ofBlocks(appointment.children, appointment.id, context)) passages.push(passage);
  }
  for (const { text, position } of issue.chronicle?.entries ?? []) {
    const { start, end } = position;
    passages.push({
      kind: "entry",
      part: `${issue.id}/chronicle`,
      text,
      place: placer(source, text, start.offset, end.offset),
    });
  }
  const titles = new Map<string, Passage>();
  for (const passage of passages)
    if (passage.kind === "heading" || passage.kind === "caption") titles.set(passage.part, passage);
  return { passages, titles, notes, contents, tables };
}
