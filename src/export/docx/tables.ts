/** A printed table as a Word table: its head repeated on every page, no row torn, a wide one on a page of its own turned round. */
import { AlignmentType, BorderStyle, TableLayoutType, VerticalAlignTable, WidthType } from "docx";
import type { TableDocument } from "../../document/schema.ts";
import type { Cell, Row, Table } from "./content.ts";
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
    { build: () => ({ style: style.spacer }), landscape },
  ];
}

function tableElement({ columns }: TableDocument, { rows, width }: Grid, total: number): Table {
  const size = sizeFor(width);
  const heads = Array.from({ length: width }, (_, column) => columns[column]?.text ?? "");
  const widths = columnWidths(heads, rows, total, size * 10);
  const sized = { size, widths };
  const headed = columns.some(({ text }) => text !== "");
  return {
    width: { size: total, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: MARGIN, right: MARGIN, top: 20, bottom: 20, marginUnitType: WidthType.DXA },
    borders: BORDERS,
    rows: [...(headed ? [headRow(columns, sized)] : []), ...bodyRows(rows, sized)],
  };
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

function headRow(columns: TableDocument["columns"], { size, widths }: Sized): Row {
  return {
    tableHeader: true,
    cantSplit: true,
    cells: widths.map((width, column) => ({
      width,
      verticalAlign: VerticalAlignTable.CENTER,
      children: [{ style: style.tableHead, children: runs(columns[column]?.text ?? "", { size }) }],
    })),
  };
}

/** From so many lines on a row may go on on the next page: kept whole it would leave half a page empty. */
const TALL = 16;

/** The rows, with the cells of those above that go on in them. */
function bodyRows(rows: readonly PlacedCell[][], sized: Sized): Row[] {
  let above: Standing[] = [];
  return rows.map((row) => {
    const own = row.map((cell): Standing => ({ ...cell, made: bodyCell(cell, sized) }));
    const standing = [...own, ...above].sort((one, other) => one.column - other.column);
    above = standing.filter(({ rowSpan }) => rowSpan > 1).map(goingOn);
    const lines = row.map((cell) => widthOf(cell.text) / roomIn(cell, sized));
    return { cantSplit: Math.max(0, ...lines) < TALL, cells: standing.map(({ made }) => made) };
  });
}

/** A cell in one of its rows; `rowSpan` counts from there. */
interface Standing extends Pick<PlacedCell, "column" | "rowSpan"> {
  made: Cell;
}

/** As the library has a cell in the rows below its first: without its text, which stands there only. */
function goingOn({ column, rowSpan, made }: Standing): Standing {
  const { rowSpan: _, ...options } = made;
  const children = made.children.map(({ alignment }) => (alignment === undefined ? {} : { alignment }));
  return { column, rowSpan: rowSpan - 1, made: { ...options, continued: true, children } };
}

/** Characters on a line of a cell. */
function roomIn(cell: PlacedCell, sized: Sized): number {
  return (widthIn(cell, sized) - 2 * MARGIN) / (sized.size * 10);
}

function widthIn({ column, colSpan }: PlacedCell, { widths }: Sized): number {
  return widths.slice(column, column + colSpan).reduce((total, one) => total + one, 0);
}

function bodyCell(cell: PlacedCell, sized: Sized): Cell {
  const { text, rowSpan, colSpan } = cell;
  // What fits on one line stands in the middle of its cell; a longer text begins at its left.
  const short = widthOf(text) <= roomIn(cell, sized);
  return {
    width: widthIn(cell, sized),
    verticalAlign: VerticalAlignTable.CENTER,
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(colSpan > 1 ? { columnSpan: colSpan } : {}),
    children: [
      {
        style: style.cell,
        alignment: short ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: runs(text, { size: sized.size }),
      },
    ],
  };
}
