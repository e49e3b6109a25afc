/** All that a document prints, piece by piece in printed order, from its JSON alone: what every text format must say. */
import { expect } from "vitest";
import type { Leading } from "../../src/corpus/gazette.ts";
import type { Block, IssueDocument, TableDocument } from "../../src/document/schema.ts";

type Tables = ReadonlyMap<string, TableDocument>;
type Printed = string | number | null | undefined;

export function printedTexts(document: Leading, tables: Tables): string[] {
  if (document.type === "chronicle") return said(document.title, ...document.entries.map(({ text }) => text));
  const notes = document.type === "notice" ? document.attachmentNotes : [];
  const signatory = document.type === "notice" ? document.signatory : null;
  const parts = document.type === "notice" ? partsOf(document) : [];
  return said(
    document.heading,
    document.documentNumber?.text,
    ...document.recipients,
    ...blockTexts(document.children, tables),
    ...notes.flatMap(({ number, title }) => [number, title]),
    document.issuer,
    signatory?.title,
    signatory?.name,
    document.date,
    document.disclosure,
    ...parts.flatMap(({ label, title, children }) => [label, title, ...blockTexts(children, tables)]),
  );
}

function partsOf({ enclosure, attachments }: Extract<Leading, { type: "notice" }>) {
  return [...(enclosure === null ? [] : [{ label: null, ...enclosure }]), ...attachments];
}

/** What the issue itself prints, its documents aside. A heading of the 目录 is said once, above its entries. */
export function issueTexts(issue: IssueDocument): string[] {
  const { title, year, number, serial, frequency, date, permit, front, about, board, colophon, contents } =
    issue;
  const none: Tables = new Map();
  return said(
    ...[title, year, number, serial, frequency, date, permit],
    ...blockTexts(front, none),
    ...blockTexts(about, none),
    ...board.flatMap(({ role, members }) => [role, ...members]),
    ...Object.values(colophon).flat(),
    ...contents.flatMap((entry, at) => [
      entry.section === contents[at - 1]?.section || entry.section === entry.title ? null : entry.section,
      entry.title,
      entry.documentNumber,
      entry.page,
    ]),
  );
}

function blockTexts(blocks: readonly Block[], tables: Tables): Printed[] {
  return blocks.flatMap((block) => textsOf(block, tables));
}

function textsOf(block: Block, tables: Tables): Printed[] {
  switch (block.type) {
    case "section":
      return [block.marker, block.title, block.delimiter, ...blockTexts(block.children, tables)];
    case "paragraph":
      return [block.text];
    case "list":
      return block.items.flatMap(({ marker, text }) => [marker, text]);
    case "form":
      return block.fields.flatMap(({ label, value }) => [label, value]);
    case "roster":
      return block.groups.flatMap(({ role, members }) => [
        role,
        ...members.flatMap(({ name, title }) => [name, title]),
      ]);
    case "table": {
      const table = tables.get(block.ref);
      return [
        table?.title,
        table?.unitNote,
        ...(table?.columns ?? []).map(({ text }) => text),
        ...(table?.rows ?? []).flatMap(({ cells }) => cells.map(({ text }) => text)),
      ];
    }
  }
}

function said(...texts: Printed[]): string[] {
  return texts.flatMap((text) => (text === null || text === undefined ? [] : [String(text)]));
}

/** Every anchor of a document's page: parts, blocks, tables and their rows, entries of a chronicle. */
export function anchorsOf(document: Leading, tables: Tables): string[] {
  if (document.type === "chronicle")
    return document.entries.map(({ id }) => id.slice(document.id.length + 1));
  const parts = document.type === "notice" ? partsOf(document) : [];
  return [
    ...blockAnchors(document.children, tables),
    ...parts.flatMap((part) => [
      "anchor" in part ? part.anchor : "enclosure",
      ...blockAnchors(part.children, tables),
    ]),
  ];
}

function blockAnchors(blocks: readonly Block[], tables: Tables): string[] {
  return blocks.flatMap((block) => {
    if (block.type === "section") return [block.anchor, ...blockAnchors(block.children, tables)];
    const table = block.type === "table" ? tables.get(block.ref) : undefined;
    if (table === undefined) return [block.anchor];
    const slug = table.id.slice(table.issue.length + 1);
    return [block.anchor, slug, ...table.rows.map((_row, at) => `${slug}-r${at + 1}`)];
  });
}

/** Each text stands in `said` after the one before it, blanks and layout aside. */
export function expectInOrder(said: string, texts: readonly string[], where: string): void {
  const close = (words: string) => words.replace(/\s+/gu, "");
  const whole = close(said);
  let at = 0;
  for (const words of texts) {
    const found = whole.indexOf(close(words), at);
    expect(found, `${where}: ${words}`).toBeGreaterThanOrEqual(at);
    at = found + close(words).length;
  }
}
