/** A document as sheets: the letter, what it issues, each attachment on a new page, and what editors have corrected. */
import type { Leading } from "../../corpus/gazette.ts";
import { type Part, partsOf } from "../../corpus/walk.ts";
import type { Block, Correction, TableDocument } from "../../document/schema.ts";
import { type BlockContext, blockPieces } from "./blocks.ts";
import { headline, type Piece, paragraph, sheetsOf } from "./flow.ts";
import { headPieces, titlePiece } from "./head.ts";
import { LINE } from "./measure.ts";
import type { Sheet } from "./page.ts";
import { disclosurePieces, notePieces, signaturePieces } from "./signature.ts";
import { style } from "./styles.ts";
import { runs } from "./text.ts";

type Tables = ReadonlyMap<string, TableDocument>;

export function documentSheets(document: Leading, tables: Tables): Sheet[] {
  const [, ...others] = partsOf(document);
  const first = document.type === "chronicle" ? chroniclePieces(document) : letterPieces(document, tables);
  return [
    first,
    ...others.map((part) => partPieces(part, tables)),
    correctionPieces(document, tables),
  ].flatMap(sheetsOf);
}

function chroniclePieces({ title, entries }: Extract<Leading, { type: "chronicle" }>): Piece[] {
  return [
    titlePiece(title, style.title),
    ...entries.map(({ text }) => paragraph({ style: style.body, children: runs(text) })),
  ];
}

function letterPieces(letter: Exclude<Leading, { type: "chronicle" }>, tables: Tables): Piece[] {
  return [
    ...headPieces(letter),
    ...closingPieces(letter.children, { tables, titles: [] }),
    ...(letter.type === "notice" ? notePieces(letter.attachmentNotes) : []),
    ...signaturePieces(letter),
    ...disclosurePieces(letter.disclosure),
  ];
}

/** The text of a letter; its last lines go with the signature, which never stands on a page without text. */
function closingPieces(blocks: readonly Block[], context: BlockContext): Piece[] {
  const last = blocks.at(-1);
  if (last?.type !== "paragraph") return blockPieces(blocks, context);
  return [
    ...blockPieces(blocks.slice(0, -1), context),
    paragraph({ style: style.body, keepNext: true, children: runs(last.text) }),
  ];
}

/** 附件 and its number in 黑体 on the first line, the title below; without a title the label stands in the outline. */
function partPieces({ label, title, children }: Part, tables: Tables): Piece[] {
  const context: BlockContext = { tables, titles: [title] };
  const outline = title === null ? { outlineLevel: 0, spacing: { after: LINE } } : {};
  return [
    ...(label === null
      ? []
      : [headline({ style: style.attachmentLabel, ...outline, children: runs(label) })]),
    ...(title === null ? [] : [titlePiece(title, style.partTitle)]),
    ...blockPieces(children, context),
  ];
}

/** 更正: what the print has, and what this file has instead; those of a document's tables with its own. */
function correctionPieces(document: Leading, tables: Tables): Piece[] {
  const ids = document.type === "notice" ? document.tables : [];
  const corrections = [document, ...ids.map((id) => tables.get(id))].flatMap(
    (each) => each?.corrections ?? [],
  );
  if (corrections.length === 0) return [];
  return [titlePiece("更正", style.partTitle), ...corrections.map(correctionPiece)];
}

function correctionPiece({ printed, corrected, reason }: Correction): Piece {
  const because = reason === "" ? "" : `：${reason}`;
  return paragraph({
    style: style.body,
    children: runs(`公报印作“${printed}”，更正为“${corrected}”${because}`),
  });
}
