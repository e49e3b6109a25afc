/** What holds in every issue, whatever it prints: references, anchors, offsets, grids (contract: Block, table, task-table, notice). */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Block, NoticeDocument, Position, TableDocument } from "../src/document/schema.ts";
import { squeeze } from "../src/language/blanks.ts";
import { type Reading, readText } from "./support/read.ts";

const fixtures = join(import.meta.dirname, "fixtures");
const texts: [string, string][] = [
  ["seeds/2021-03.txt", readFileSync(join(import.meta.dirname, "../seeds/2021-03.txt"), "utf8")],
  ...readdirSync(fixtures)
    .filter((name) => name.endsWith(".txt"))
    .map((name): [string, string] => [name, readFileSync(join(fixtures, name), "utf8")]),
];

const walk = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.type === "section" ? [block, ...walk(block.children)] : [block]));
const partsOf = (notice: NoticeDocument): (readonly Block[])[] => [
  notice.children,
  notice.enclosure?.children ?? [],
  ...notice.attachments.map(({ children }) => children),
];
const blocksOf = (notice: NoticeDocument): Block[] => partsOf(notice).flatMap(walk);

/** What stands at a place in the source, where no break is in it. */
const printedAt = ({ source }: Reading, { start, end }: Position): string | null => {
  const printed = source.text.slice(start.offset, end.offset);
  return /[\n\r]/.test(printed) ? null : squeeze(printed);
};

/** Every cell of a grid is held by one printed cell; only at a row's end may cells be missing. */
function expectWholeGrid({ rows, id }: TableDocument): void {
  const held = new Map<string, number>();
  rows.forEach(({ cells }, row) => {
    let column = 0;
    for (const cell of cells) {
      while (held.has(`${row},${column}`)) column++;
      for (let down = 0; down < cell.rowSpan; down++)
        for (let across = 0; across < cell.colSpan; across++) {
          const key = `${row + down},${column + across}`;
          expect(held.get(key), `${id} ${key}`).toBeUndefined();
          held.set(key, row);
        }
      column += cell.colSpan;
    }
    expect(row + Math.max(1, ...cells.map(({ rowSpan }) => rowSpan))).toBeLessThanOrEqual(rows.length);
  });
}

describe.each(texts)("%s", (_, text) => {
  const read = readText(text);
  const { notices, tables, taskTables, appointments, chronicle, issue } = read;

  test("anchors are unique in their document, and sections nest by depth", () => {
    for (const notice of notices) {
      const anchors = [...blocksOf(notice), ...notice.attachments].map(({ anchor }) => anchor);
      expect(new Set(anchors).size).toBe(anchors.length);
      for (const block of blocksOf(notice))
        if (block.type === "section")
          for (const child of block.children)
            if (child.type === "section") expect(child.depth).toBeGreaterThan(block.depth);
    }
  });

  test("references are full ids of what is there", () => {
    const ids = new Set(issue.documents.map(({ id }) => id));
    expect([...ids]).toEqual(expect.arrayContaining([...notices, ...appointments].map(({ id }) => id)));
    for (const { document } of issue.contents) if (document !== null) expect(ids).toContain(document);
    for (const notice of notices) {
      const refs = blocksOf(notice).flatMap((block) => (block.type === "table" ? [block.ref] : []));
      expect(refs).toEqual(notice.tables);
      for (const { document } of notice.citations) if (document !== null) expect(ids).toContain(document);
    }
    for (const { table, notice } of taskTables) {
      expect(ids).toContain(notice);
      if (table !== null) expect(tables.map(({ id }) => id)).toContain(table);
    }
  });

  test("tasks are numbered in order, and their anchors are somewhere", () => {
    for (const { id, notice, origin, tasks } of taskTables) {
      expect(tasks.map((task) => task.id)).toEqual(tasks.map((_task, index) => `${id}#${index + 1}`));
      const anchors = new Set(tasks.map(({ anchor }) => anchor));
      expect(anchors.size).toBe(tasks.length);
      if (origin !== "inline") continue;
      const own = notices.find((one) => one.id === notice);
      const blocks = new Set(own ? blocksOf(own).map(({ anchor }) => anchor) : []);
      for (const anchor of anchors) expect(blocks).toContain(anchor);
    }
  });

  test("tables are whole grids, and a record has a text for every column", () => {
    for (const table of tables) {
      expectWholeGrid(table);
      const names = table.columns.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(table.records).toHaveLength(table.rows.length);
      for (const record of table.records)
        if (record !== null) expect(Object.keys(record).sort()).toEqual([...names].sort());
    }
  });

  test("mentions, citations and decisions stand where they say", () => {
    const paragraphs = [
      ...notices.flatMap(blocksOf),
      ...appointments.flatMap(({ children }) => walk(children)),
    ].flatMap((block) => (block.type === "paragraph" ? [block] : []));
    for (const { text: whole, mentions } of [...paragraphs, ...(chronicle?.entries ?? [])]) {
      expect(mentions.map(({ start }) => start)).toEqual(
        mentions.map(({ start }) => start).sort((a, b) => a - b),
      );
      for (const mention of mentions) {
        const printed = whole.slice(mention.start, mention.end);
        expect(printed).not.toBe("");
        if (mention.kind === "person") expect(squeeze(printed)).toBe(mention.name);
        if (mention.kind === "organization") expect(mention.name.endsWith(squeeze(printed))).toBe(true);
      }
    }
    for (const { citations } of notices)
      for (const { text: cited, position } of citations) {
        const printed = printedAt(read, position);
        if (printed !== null)
          expect(printed.replace(/<[^>]*>|\*\*/g, "")).toBe(squeeze(cited).replace(/<[^>]*>|\*\*/g, ""));
      }
    for (const { decisions } of appointments)
      for (const { text: clause, position } of decisions) {
        const printed = printedAt(read, position);
        if (printed !== null) expect(printed).toBe(squeeze(clause));
      }
  });

  test("texts stand without the blanks around them and without line breaks", () => {
    const strings: string[] = [];
    const visit = (value: unknown, key: string): void => {
      if (typeof value === "string" && /^(?:text|title|heading|name|printed)$/.test(key)) strings.push(value);
      else if (Array.isArray(value)) for (const item of value) visit(item, key);
      else if (typeof value === "object" && value !== null)
        for (const [inner, item] of Object.entries(value)) visit(item, inner);
    };
    visit([issue.contents, issue.documents, notices.map(blocksOf), tables, appointments, chronicle], "");
    for (const one of strings) {
      expect(one).toBe(one.trim());
      expect(one).not.toMatch(/[\n\r\t\u200b\ufeff]/);
    }
  });
});
