/** Source and reading side by side: a row for each line, with its marks. */
import type { Correction, ReportDocument } from "../../src/document/schema.ts";
import { type Item, itemsOf } from "./items.ts";
import type { OpenIssue } from "./read.ts";

type Message = ReportDocument["messages"][number];

/** A doubt with its number from 1. */
export type Doubt = Message & { number: number };

/** A piece of a line: plain, doubted, or corrected. */
export type Piece = { text: string; doubt: number | null; correction: Correction | null };

/** A line of the source with what became of it; `held` where the text went into a document. */
export type Row = { number: number; pieces: Piece[]; items: Item[]; held: boolean; blank: boolean };

export type Proof = { rows: Row[]; doubts: Doubt[]; corrections: Correction[] };

type Mark = { from: number; to: number; doubt: number | null; correction: Correction | null };

/** A line cut where marks begin and end; where two meet, the first keeps its stretch. */
function piecesOf(text: string, marks: Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to, doubt, correction } of marks.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const start = Math.max(from, at);
    const end = Math.min(Math.max(to, start), text.length);
    if (start > at) pieces.push({ text: text.slice(at, start), doubt: null, correction: null });
    if (end > start || doubt !== null) pieces.push({ text: text.slice(start, end), doubt, correction });
    at = Math.max(at, end);
  }
  if (at < text.length) pieces.push({ text: text.slice(at), doubt: null, correction: null });
  return pieces;
}

/** The corrections of all documents, each once, in the order of the source. */
function correctionsOf({ issue, gazette }: OpenIssue): Correction[] {
  const documents = [issue, ...gazette.leading.values(), ...gazette.tables, ...gazette.taskTables];
  const byPlace = new Map<number, Correction>();
  for (const { corrections = [] } of documents)
    for (const correction of corrections) byPlace.set(correction.position.start.offset, correction);
  return [...byPlace.values()].sort((a, b) => a.position.start.offset - b.position.start.offset);
}

/** Where a stretch stands on its first line, by units from 0. */
function onLine(line: string, { start, end }: Message["place"]): Pick<Mark, "from" | "to"> {
  return { from: start.column - 1, to: end.line === start.line ? end.column - 1 : line.length };
}

function grouped<T>(list: T[], key: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of list) {
    const known = groups.get(key(item));
    if (known === undefined) groups.set(key(item), [item]);
    else known.push(item);
  }
  return groups;
}

/** Lays an issue out for proofreading. */
export function proofOf(open: OpenIssue): Proof {
  const items = itemsOf(open);
  const doubts = open.report.messages.map((message, index) => ({ ...message, number: index + 1 }));
  const corrections = correctionsOf(open);
  const itemsAt = grouped(items, ({ from }) => from);
  const doubtsAt = grouped(doubts, ({ place }) => place.start.line);
  const correctionsAt = grouped(corrections, ({ position }) => position.start.line);
  const held = new Set<number>();
  for (const { from, to, fact } of items) if (!fact) for (let line = from; line <= to; line++) held.add(line);
  const rows = open.lines.map((text, index): Row => {
    const number = index + 1;
    const marks: Mark[] = [
      ...(doubtsAt.get(number) ?? []).map((doubt) => ({
        ...onLine(text, doubt.place),
        doubt: doubt.number,
        correction: null,
      })),
      ...(correctionsAt.get(number) ?? []).map((correction) => ({
        ...onLine(text, correction.position),
        doubt: null,
        correction,
      })),
    ];
    const blank = text.trim() === "";
    return {
      number,
      pieces: piecesOf(text, marks),
      items: itemsAt.get(number) ?? [],
      held: held.has(number) && !blank,
      blank,
    };
  });
  return { rows, doubts, corrections };
}
