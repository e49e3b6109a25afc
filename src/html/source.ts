/** 原文对照: the lines of the source in stretches, each with what it was read as. */
import { lastPart } from "../corpus/addresses.ts";
import type { Leading, Lookup } from "../corpus/gazette.ts";
import { blockText, walkDocument } from "../corpus/walk.ts";
import type { Position, TableDocument } from "../document/schema.ts";

export type SourceLine = { number: number; text: string };
export type Reading = { anchor: string; kind: string; text: string };
/** Lines from the source with what they were read as; nothing where they are heads, page numbers, signatures. */
export type Stretch = { lines: SourceLine[]; readings: Reading[] };

type Span = { from: number; to: number; reading: Reading };

/** Every line of the document that is not blank, in order and once; blocks of one line share its stretch. */
export function alignLines(document: Leading, tables: Lookup<TableDocument>, source: string[]): Stretch[] {
  const spans = spansOf(document, tables).sort((a, b) => a.from - b.from || a.to - b.to);
  const whole = extent(document, spans);
  const stretches: Stretch[] = [];
  let line = whole.from;
  const take = (to: number, readings: Reading[]) => {
    const lines = source
      .slice(line - 1, Math.max(line - 1, to))
      .map((text, at) => ({ number: line + at, text }))
      .filter(({ text }) => text.trim() !== "");
    line = Math.max(line, to + 1);
    const last = stretches.at(-1);
    if (lines.length > 0) stretches.push({ lines, readings });
    else last?.readings.push(...readings);
  };
  for (const { from, to, reading } of spans) {
    take(from - 1, []);
    take(to, [reading]);
  }
  take(whole.to, []);
  return stretches;
}

function extent(document: Leading, spans: Span[]): { from: number; to: number } {
  if (document.type !== "chronicle")
    return { from: document.position.start.line, to: document.position.end.line };
  return { from: spans[0]?.from ?? 1, to: spans.at(-1)?.to ?? 0 };
}

function spansOf(document: Leading, tables: Lookup<TableDocument>): Span[] {
  if (document.type === "chronicle") {
    return document.entries.map(({ id, text, position }) =>
      span(position, { anchor: lastPart(id), kind: "大事记", text }),
    );
  }
  return [...walkDocument(document)].map(({ block }) => {
    const table = block.type === "table" ? tables.get(block.ref) : undefined;
    const text = table === undefined ? blockText(block) : (table.title ?? "");
    const position =
      block.type === "section" ? headOf(block.position, block.children[0]?.position) : block.position;
    return span(position, { anchor: block.anchor, kind: KINDS[block.type], text });
  });
}

const KINDS = {
  section: "标题",
  paragraph: "段落",
  list: "列表",
  roster: "名单",
  form: "表单",
  table: "表格",
} as const;

/** A section's position holds its children's; its head ends before the first of them. */
function headOf(position: Position, first: Position | undefined): Position {
  if (first === undefined || first.start.line <= position.start.line)
    return { start: position.start, end: position.start };
  return { start: position.start, end: { ...position.start, line: first.start.line - 1 } };
}

function span(position: Position, reading: Reading): Span {
  return { from: position.start.line, to: position.end.line, reading };
}
