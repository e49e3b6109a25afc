/** A document as Markdown: the same words in the same order, for readers and programs that want no page. */
import type { Leading, Lookup } from "../corpus/gazette.ts";
import { type Part, partsOf } from "../corpus/walk.ts";
import type { Block, NoticeDocument, Section, TableDocument } from "../document/schema.ts";

/** Characters that would be markup where they stand in a line. */
const MARKUP = /[\\`*_[\]<>|#~]/gu;

/** A line that opens as an item of a list does: `1. `, `- `. */
const ITEM = /^([^\S\r\n\u2028\u2029]*\d*)([-+.)])(?=\s|$)/gmu;

export function escapeMarkdown(text: string): string {
  return text.replace(MARKUP, "\\$&").replace(ITEM, "$1\\$2");
}

/** `tables` are those of the gazette by id; the text ends with a line break. */
export function markdownTwin(document: Leading, tables: Lookup<TableDocument>): string {
  const head = "heading" in document ? document.heading : document.title;
  const number = "documentNumber" in document ? (document.documentNumber?.text ?? null) : null;
  return joined([
    `# ${escapeMarkdown(head)}`,
    number === null ? null : escapeMarkdown(number),
    ...(document.type === "chronicle"
      ? document.entries.map(({ text }) => escapeMarkdown(text))
      : documentLines(document, tables)),
  ]);
}

function documentLines(
  document: Exclude<Leading, { type: "chronicle" }>,
  tables: Lookup<TableDocument>,
): (string | null)[] {
  const [letter, ...others] = partsOf(document);
  const { recipients, issuer, date, disclosure } = document;
  return [
    recipients.length === 0 ? null : `${escapeMarkdown(recipients.join("、"))}：`,
    ...(letter === undefined ? [] : blockLines(letter.children, 2, tables)),
    ...(document.type === "notice" ? noticeTail(document) : []),
    issuer === null ? null : escapeMarkdown(issuer),
    date,
    disclosure === null ? null : `（${escapeMarkdown(disclosure)}）`,
    ...others.flatMap((part) => [partHead(part), ...blockLines(part.children, 3, tables)]),
  ];
}

/** 附件说明 and 签署人, which only notices have. */
function noticeTail({ attachmentNotes, signatory }: NoticeDocument): (string | null)[] {
  const notes = attachmentNotes.map(({ number, title }) => `${number === null ? "" : `${number}. `}${title}`);
  return [
    notes.length === 0 ? null : `附件：\n\n${itemLines(notes)}`,
    signatory === null ? null : escapeMarkdown([signatory.title, signatory.name].filter(Boolean).join("　")),
  ];
}

function partHead({ label, title }: Part): string {
  return `## ${escapeMarkdown([label, title].filter((name) => name !== null).join(" ") || "正文")}`;
}

function blockLines(blocks: Block[], rank: number, tables: Lookup<TableDocument>): string[] {
  return blocks.flatMap((block) =>
    block.type === "section" ? sectionLines(block, rank, tables) : leafLines(block, tables),
  );
}

function leafLines(block: Exclude<Block, Section>, tables: Lookup<TableDocument>): string[] {
  switch (block.type) {
    case "paragraph":
      return [escapeMarkdown(block.text)];
    case "list":
      return [itemLines(block.items.map(({ marker, text }) => `${marker ?? ""}${text}`))];
    case "form":
      return [itemLines(block.fields.map(({ label, value }) => `${label}${value}`))];
    case "roster":
      return block.groups.map(({ role, members }) => {
        const names = members.map(({ name, title }) =>
          [name, title].filter((word) => word !== null).join(" "),
        );
        return `${role === null ? "" : `**${escapeMarkdown(role)}**\n\n`}${itemLines(names)}`;
      });
    case "table": {
      const table = tables.get(block.ref);
      return table === undefined ? [] : tableLines(table);
    }
  }
}

function itemLines(texts: string[]): string {
  return texts.map((text) => `- ${escapeMarkdown(text)}`).join("\n");
}

/** A run-in head is strong in its paragraph, as in print; one that has no words is the paragraph's number. */
function sectionLines(section: Section, rank: number, tables: Lookup<TableDocument>): string[] {
  const { marker, title, delimiter, runIn, children } = section;
  const [first, ...rest] = children;
  const head = escapeMarkdown(`${marker}${title ?? ""}`);
  const deeper = Math.min(rank + 1, 6);
  if (first?.type === "paragraph" && (runIn || title === null)) {
    const line =
      title === null
        ? escapeMarkdown(`${marker}${first.text}`)
        : `**${head}${escapeMarkdown(delimiter ?? "")}**${escapeMarkdown(first.text)}`;
    return [line, ...blockLines(rest, deeper, tables)];
  }
  return [title === null ? head : `${"#".repeat(rank)} ${head}`, ...blockLines(children, deeper, tables)];
}

/** A table by itself. */
export function tableMarkdown(table: TableDocument): string {
  return joined(tableLines(table));
}

/** Markdown has no spans: every row says all its cells, as its record has them. */
function tableLines({ title, unitNote, columns, rows, records }: TableDocument): string[] {
  const cell = (text: string) => escapeMarkdown(text).replaceAll("\n", "<br>");
  const line = (texts: string[]) => `| ${texts.map(cell).join(" | ")} |`;
  const body = rows.map(({ cells }, at) => {
    const record = records[at] ?? null;
    return line(
      record === null ? cells.map(({ text }) => text) : columns.map(({ name }) => record[name] ?? ""),
    );
  });
  const head = [line(columns.map(({ text }) => text)), `|${" --- |".repeat(columns.length)}`];
  const above = [title, unitNote].filter((text) => text !== null).map(escapeMarkdown);
  return [...(above.length === 0 ? [] : [above.join("　")]), [...head, ...body].join("\n")];
}

function joined(parts: (string | null)[]): string {
  return `${parts.filter((part) => part !== null && part !== "").join("\n\n")}\n`;
}
