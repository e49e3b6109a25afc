/** What a Word file must say: every printed text of a document in its order, read from the document alone. */
import type { Gazette, Leading } from "../../src/corpus/gazette.ts";
import type { Block, TableDocument } from "../../src/document/schema.ts";

type Titles = readonly (string | null)[];

/** All words, without the breaks and tabs that are layout in Word. */
export function printedWords(document: Leading, gazette: Gazette): string {
  return printedTexts(document, gazette)
    .map((text) => text ?? "")
    .join("")
    .replaceAll(/[\n\t]/g, "");
}

function printedTexts(document: Leading, gazette: Gazette): (string | null)[] {
  if (document.type === "chronicle") return [document.title, ...document.entries.map(({ text }) => text)];
  const notice = document.type === "notice" ? document : null;
  const { issuer, documentNumber, recipients, date, disclosure } = document;
  const order = notice?.genre === "令" && document.heading === `${issuer}令`;
  const signatory = notice?.signatory ?? null;
  const texts = (blocks: readonly Block[], titles: Titles) =>
    blocks.flatMap((block) => blockTexts(block, gazette, titles));
  return [
    ...(issuer === null ? [] : [...issuer.split("、"), order ? "令" : documentNumber?.agency ? "文件" : ""]),
    documentNumber?.text ?? null,
    order ? null : document.heading,
    recipients.length > 0 ? `${recipients.join("、")}：` : null,
    ...texts(document.children, []),
    ...(notice?.attachmentNotes ?? []).map(
      ({ number, title }, at) => `${at === 0 ? "附件：" : ""}${number === null ? "" : `${number}.`}${title}`,
    ),
    ...(issuer?.split("、") ?? []),
    signatory && `${signatory.title ?? ""}${signatory.name}`,
    date?.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日") ?? null,
    disclosure && `（${disclosure}）`,
    ...(notice?.enclosure
      ? [notice.enclosure.title, ...texts(notice.enclosure.children, [notice.enclosure.title])]
      : []),
    ...(notice?.attachments ?? []).flatMap(({ label, title, children }) => [
      label,
      title,
      ...texts(children, [title]),
    ]),
    ...corrected(document, gazette),
  ];
}

function corrected(document: Exclude<Leading, { type: "chronicle" }>, gazette: Gazette): string[] {
  const tables = document.type === "notice" ? document.tables.map((id) => gazette.tableById.get(id)) : [];
  const corrections = [document, ...tables].flatMap((each) => each?.corrections ?? []);
  const lines = corrections.map(
    ({ printed, corrected: now, reason }) =>
      `公报印作“${printed}”，更正为“${now}”${reason === "" ? "" : `：${reason}`}`,
  );
  return lines.length === 0 ? [] : ["更正", ...lines];
}

function blockTexts(block: Block, gazette: Gazette, titles: Titles): (string | null)[] {
  switch (block.type) {
    case "section":
      return [
        block.marker,
        block.title,
        block.title === null ? null : block.delimiter,
        ...block.children.flatMap((child) => blockTexts(child, gazette, [...titles, block.title])),
      ];
    case "paragraph":
      return [block.text];
    case "list":
      return block.items.flatMap(({ marker, text }) => [marker, text]);
    case "form":
      return block.fields.flatMap(({ label, value }) => [label, value]);
    case "roster":
      return block.groups.flatMap(({ role, members }) => [
        role !== null && titles.includes(role) ? null : role,
        ...members.flatMap(({ name, title }) => [name, title]),
      ]);
    case "table": {
      const table = gazette.tableById.get(block.ref);
      return table === undefined ? [] : tableTexts(table, titles);
    }
  }
}

function tableTexts({ title, unitNote, columns, rows }: TableDocument, titles: Titles): (string | null)[] {
  return [
    title !== null && titles.includes(title) ? null : title,
    unitNote,
    ...columns.map(({ text }) => text),
    ...rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
  ];
}
