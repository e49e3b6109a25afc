/** 版头 and 主体's first lines: the red head, the number, the red rule, the title, the recipients (GB/T 9704-2012 §7.2). */
import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  LineRuleType,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { AppointmentDocument, NoticeDocument } from "../../document/schema.ts";
import type { Cell, Paragraph } from "./content.ts";
import { headline, type Piece, paragraph } from "./flow.ts";
import { LINE, millimetres, TYPE_HEIGHT, TYPE_WIDTH, widthOf } from "./measure.ts";
import { style } from "./styles.ts";
import { runs } from "./text.ts";

type Letter = NoticeDocument | AppointmentDocument;

/** 二号, the size of titles. */
const TITLE_CHARACTER = 440;

/** The mark's size in points: as large as fits on a line, but no larger or smaller than looks well. */
const MARK_SIZES = { largest: 48, smallest: 22 };

export function headPieces(letter: Letter): Piece[] {
  const { heading, issuer, recipients } = letter;
  const titled = isOrder(letter) ? [] : [titlePiece(heading, style.title)];
  return [
    ...(issuer === null ? plainNumber(letter) : redHead(letter, issuer)),
    ...titled,
    ...(recipients.length === 0
      ? []
      : [paragraph({ style: style.recipients, children: runs(`${recipients.join("、")}：`) })]),
  ];
}

/** A title in lines of about one length, so that the last is no single character. */
export function titlePiece(title: string, styleId: string): Piece {
  const build = (landscape: boolean): Paragraph => {
    const side = titleIndent(widthOf(title), landscape);
    return { style: styleId, indent: { left: side, right: side }, children: runs(title) };
  };
  return { build, landscape: null };
}

function titleIndent(width: number, landscape: boolean): number {
  const room = Math.floor((landscape ? TYPE_HEIGHT : TYPE_WIDTH) / TITLE_CHARACTER);
  const lines = Math.ceil(width / room);
  const spare = lines < 2 ? 0 : Math.max(0, room - Math.ceil(width / lines) - 1);
  return Math.round((spare / 2) * TITLE_CHARACTER);
}

/** A 令 has for its title the red mark itself: `某县人民政府令`. */
function isOrder({ heading, issuer, genre }: Letter & { genre?: string | null }): boolean {
  return issuer !== null && genre === "令" && heading === `${issuer}令`;
}

function plainNumber({ documentNumber }: Letter): Piece[] {
  return documentNumber === null
    ? []
    : [headline({ style: style.number, children: runs(documentNumber.text) })];
}

/** The rule of the red head, as wide as the type area; 4 mm below the number, which Word says in points. */
const RULE: IBorderOptions = { style: BorderStyle.SINGLE, color: "FF0000", size: 18, space: 11 };

function redHead(letter: Letter, issuer: string): Piece[] {
  const { documentNumber } = letter;
  const number = headline({
    style: style.number,
    // Two blank lines below the mark, and below the rule where no title follows.
    spacing: { before: documentNumber === null ? 0 : 2 * LINE, after: isOrder(letter) ? 2 * LINE : 0 },
    border: { bottom: RULE },
    children: documentNumber === null ? [] : runs(documentNumber.text),
  });
  return [...markOf(letter, issuer.split("、")), number];
}

/** 发文机关标志: the issuer and 文件 where it numbers its documents (…发), else its name alone; a 令 says so itself. */
function markOf(letter: Letter, issuers: string[]): Piece[] {
  const agency = letter.documentNumber?.agency ?? null;
  const kind = isOrder(letter) ? "令" : agency === null ? "" : "文件";
  if (issuers.length > 1 && kind !== "") return [jointMark(issuers, kind)];
  const names = issuers.map((name) => `${name}${kind}`);
  const size = markSize(widest(names));
  return names.map((name, at) => headline(markLine(name, size, at === 0)));
}

/** A line as high as its characters need; the upper edge of the first's stands 35 mm below that of the type area. */
function markLine(text: string, size: number, first: boolean): Paragraph {
  const before = first ? millimetres(35) - size : 0;
  const spacing = { before, line: size * 12, lineRule: LineRuleType.EXACT };
  return { style: style.issuerMark, spacing, children: runs(text, { size }) };
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map(widthOf));
}

/** Half-points of a mark of so many characters. */
function markSize(count: number): number {
  const { largest, smallest } = MARK_SIZES;
  return 2 * Math.max(smallest, Math.min(largest, Math.floor(TYPE_WIDTH / 20 / count)));
}

/** Issuers below one another, 文件 to their right in the middle. */
function jointMark(issuers: string[], kind: string): Piece {
  // A character is left free for the cells' margins.
  const size = markSize(widest(issuers) + widthOf(kind) + 1);
  const right = Math.round((widthOf(kind) + 0.5) * size * 10);
  const cell = (width: number, children: Paragraph[]): Cell => ({
    width,
    verticalAlign: VerticalAlignTable.CENTER,
    children,
  });
  const names = issuers.map((name, at) => ({
    ...markLine(name, size, at === 0),
    alignment: AlignmentType.DISTRIBUTE,
  }));
  const kinds = [markLine(kind, size, true)];
  return {
    landscape: null,
    build: () => ({
      width: { size: TYPE_WIDTH, type: WidthType.DXA },
      columnWidths: [TYPE_WIDTH - right, right],
      borders: NO_BORDERS,
      rows: [{ cells: [cell(TYPE_WIDTH - right, names), cell(right, kinds)] }],
    }),
  };
}

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};
