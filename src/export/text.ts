/** Each document as plain text, laid out as a letter: two blanks before a paragraph, tables as lines with tabs. */
import { lastPart } from "../corpus/addresses.ts";
import { sayDate } from "../corpus/cite.ts";
import type { Leading } from "../corpus/gazette.ts";
import { type Part, partsOf } from "../corpus/walk.ts";
import type { Block, NoticeDocument, Section, TableDocument } from "../document/schema.ts";
import { type Format, fileOnRead } from "./format.ts";
import { spannedGrid } from "./spannedGrid.ts";

type Tables = ReadonlyMap<string, TableDocument>;

/** 首行空两字. */
const INDENT = "　　";

export const text: Format = {
  id: "text",
  name: "纯文本",
  summary: "每件文件一个 UTF-8 文本文件，段首空两字，表格每行一行、各格以制表符隔开，任何软件都能打开。",
  mediaType: "text/plain; charset=utf-8",
  specification: null,
  schema: null,
  files: ({ gazette }) =>
    [...gazette.leading.values()].map((document) =>
      fileOnRead(
        { path: `data/${document.issue}/text/${lastPart(document.id)}.txt`, title: document.title },
        () => plainText(document, gazette.tableById),
      ),
    ),
};

/** `tables` are those of the gazette by id; the text ends with a line break. */
export function plainText(document: Leading, tables: Tables): string {
  const groups = document.type === "chronicle" ? chronicleGroups(document) : letterGroups(document, tables);
  return `${groups
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** Lines that stand together; a blank line parts one group from the next. */
type Groups = string[][];

function chronicleGroups({ title, entries }: Extract<Leading, { type: "chronicle" }>): Groups {
  return [[title], entries.map(({ text }) => `${INDENT}${text}`)];
}

function letterGroups(document: Exclude<Leading, { type: "chronicle" }>, tables: Tables): Groups {
  const [letter, ...others] = partsOf(document);
  const { heading, documentNumber, recipients, issuer, date, disclosure } = document;
  return [
    [heading],
    documentNumber === null ? [] : [documentNumber.text],
    [
      ...(recipients.length === 0 ? [] : [`${recipients.join("、")}：`]),
      ...blockLines(letter?.children ?? [], tables),
    ],
    document.type === "notice" ? noteLines(document) : [],
    [
      ...(issuer === null ? [] : [`${INDENT}${issuer}`]),
      ...(document.type === "notice" ? signatoryLines(document) : []),
      ...(date === null ? [] : [`${INDENT}${sayDate(date)}`]),
    ],
    disclosure === null ? [] : [`（${disclosure}）`],
    ...others.flatMap((part) => partGroups(part, tables)),
  ];
}

function noteLines({ attachmentNotes }: NoticeDocument): string[] {
  return attachmentNotes.map(
    ({ number, title }, at) =>
      `${INDENT}${at === 0 ? "附件：" : INDENT}${number === null ? "" : `${number}. `}${title}`,
  );
}

function signatoryLines({ signatory }: NoticeDocument): string[] {
  if (signatory === null) return [];
  const { title, name } = signatory;
  return [`${INDENT}${title === null ? "" : `${title}　`}${name}`];
}

function partGroups({ label, title, children }: Part, tables: Tables): Groups {
  const head = [label, title].flatMap((line) => (line === null || line === "" ? [] : [line]));
  return [head, blockLines(children, tables)];
}

function blockLines(blocks: readonly Block[], tables: Tables): string[] {
  return blocks.flatMap((block) =>
    block.type === "section" ? sectionLines(block, tables) : leafLines(block, tables),
  );
}

/** A run-in head, and the number of a sentence, stand in the line of their text, as in print. */
function sectionLines({ marker, title, delimiter, runIn, children }: Section, tables: Tables): string[] {
  const head = `${marker}${title ?? ""}${delimiter ?? ""}`;
  const [first, ...rest] = children;
  if (first?.type === "paragraph" && (runIn || title === null))
    return [`${INDENT}${head}${first.text}`, ...blockLines(rest, tables)];
  return [`${INDENT}${head}`, ...blockLines(children, tables)];
}

function leafLines(block: Exclude<Block, Section>, tables: Tables): string[] {
  switch (block.type) {
    case "paragraph":
      return [`${INDENT}${block.text}`];
    case "list":
      return block.items.map(({ marker, text }) => `${INDENT}${marker ?? ""}${text}`);
    case "form":
      return block.fields.map(({ label, value }) => `${INDENT}${label}${value}`);
    case "roster":
      return block.groups.flatMap(({ role, members }) => [
        ...(role === null ? [] : [`${INDENT}${role}`]),
        ...members.map(
          ({ name, title }) =>
            `${INDENT}${INDENT}${[name, title].filter((word) => word !== null).join("　")}`,
        ),
      ]);
    case "table": {
      const table = tables.get(block.ref);
      return table === undefined ? [] : tableLines(table);
    }
  }
}

/** A line break within a cell is a blank: each line is a row. */
function tableLines(table: TableDocument): string[] {
  const { title, unitNote, columns } = table;
  const line = (cells: readonly string[]) => cells.map((cell) => cell.replaceAll(/[\t\n]/gu, " ")).join("\t");
  const head = columns.map(({ text }) => text);
  return [
    ...(title === null ? [] : [title]),
    ...(unitNote === null ? [] : [unitNote]),
    ...(head.every((name) => name === "") ? [] : [line(head)]),
    ...spannedGrid(table).map(line),
  ];
}
