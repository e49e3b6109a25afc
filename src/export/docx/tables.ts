/** A printed table as a Word table: its head repeated on every page, no row torn, a wide one on a page of its own turned round. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { TableDocument } from "../../document/schema.ts";
import { headline, type Piece } from "./flow.ts";
import { type Grid, gridOf, type PlacedCell } from "./grid.ts";
import { TYPE_HEIGHT, TYPE_WIDTH, widthOf } from "./measure.ts";
import { style } from "./styles.ts";
import { runs } from "./text.ts";
import { columnWidths } from "./widths.ts";

/** From so many columns on a table is set on a page that is turned. */
const WIDE = 8;

/** Left and right of a cell's text, in twips. */
const MARGIN = 70;

/** Half-points by the number of columns: 小四, 五号, 小五, 六号. */
function sizeFor(columns: number): number {
  if (columns <= 4) return 24;
  if (columns <= 10) return 21;
  return columns <= 14 ? 18 : 15;
}

/** The table with its title and unit; `titles` are those that stand above it already. */
export function tablePieces(table: TableDocument, titles: readonly (string | null)[]): Piece[] {
  const { title, unitNote } = table;
  const grid = gridOf(table);
  const landscape = grid.width >= WIDE;
  return [
    ...(title === null || titles.includes(title)
      ? []
      : [headline({ style: style.caption, children: runs(title) })]),
    ...(unitNote === null ? [] : [headline({ style: style.unit, children: runs(unitNote) })]),
    { build: () => tableElement(table, grid, landscape ? TYPE_HEIGHT : TYPE_WIDTH), landscape },
    // Two tables in a row would be one without a paragraph between them.
    { build: () => new Paragraph({ style: style.spacer }), landscape },
  ];
}

function tableElement({ columns }: TableDocument, { rows, width }: Grid, total: number): Table {
  const size = sizeFor(width);
  const heads = Array.from({ length: width }, (_, column) => columns[column]?.text ?? "");
  const widths = columnWidths(heads, rows, total, size * 10);
  const sized = { size, widths };
  const headed = columns.some(({ text }) => text !== "");
  return new Table({
    width: { size: total, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: MARGIN, right: MARGIN, top: 20, bottom: 20, marginUnitType: WidthType.DXA },
    borders: BORDERS,
    rows: [...(headed ? [headRow(columns, sized)] : []), ...rows.map((row) => bodyRow(row, sized))],
  });
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: "auto" };
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};

type Sized = { size: number; widths: number[] };

function headRow(columns: TableDocument["columns"], { size, widths }: Sized): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: widths.map(
      (width, column) =>
        new TableCell({
          width: { size: width, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            new Paragraph({ style: style.tableHead, children: runs(columns[column]?.text ?? "", { size }) }),
          ],
        }),
    ),
  });
}

/** From so many lines on a row may go on on the next page: kept whole it would leave half a page empty. */
const TALL = 16;

function bodyRow(row: PlacedCell[], sized: Sized): TableRow {
  const lines = row.map((cell) => widthOf(cell.text) / roomIn(cell, sized));
  return new TableRow({
    cantSplit: Math.max(0, ...lines) < TALL,
    children: row.map((cell) => bodyCell(cell, sized)),
  });
}

/** Characters on a line of a cell. */
function roomIn(cell: PlacedCell, sized: Sized): number {
  return (widthIn(cell, sized) - 2 * MARGIN) / (sized.size * 10);
}

function widthIn({ column, colSpan }: PlacedCell, { widths }: Sized): number {
  return widths.slice(column, column + colSpan).reduce((total, one) => total + one, 0);
}

function bodyCell(cell: PlacedCell, sized: Sized): TableCell {
  const { text, rowSpan, colSpan } = cell;
  // What fits on one line stands in the middle of its cell; a longer text begins at its left.
  const short = widthOf(text) <= roomIn(cell, sized);
  return new TableCell({
    width: { size: widthIn(cell, sized), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(colSpan > 1 ? { columnSpan: colSpan } : {}),
    children: [
      new Paragraph({
        style: style.cell,
        alignment: short ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: runs(text, { size: sized.size }),
      }),
    ],
  });
}
