/** How wide the columns of a table are set: what each needs, and the rest where it makes the rows lowest. */
import type { PlacedCell } from "./grid.ts";
import { highest, sum, widthOf } from "./measure.ts";

/** No column is narrower than so many characters, its texts being longer, and no word may ask for more than the other. */
const NARROWEST = 3;
const WIDEST_WORD = 9;
/** Left and right of a cell's text, in characters. */
const MARGINS = 0.75;
/** Width is given away in steps of so many characters. */
const STEP = 0.5;

/** A column with what its cells ask of it; `width` is what it gets, in characters. */
interface Column {
  head: string;
  cells: Need[];
  width: number;
}

/** A cell's text as a whole, its longest line and its longest word, in characters. */
interface Need {
  column: Column;
  area: number;
  line: number;
  word: number;
}

/** The columns' widths, which add up to `total`; both it and `character` are in the same unit. */
export function columnWidths(
  heads: readonly string[],
  rows: readonly PlacedCell[][],
  total: number,
  character: number,
): number[] {
  const columns = heads.map((head): Column => ({ head, cells: [], width: 0 }));
  const needs = rows.map((row) => row.flatMap((cell) => needsOf(cell, columns)));
  for (const need of needs.flat()) need.column.cells.push(need);
  const room = total / character - MARGINS * columns.length;
  for (const column of columns) column.width = fullWidth(column);
  if (sum(columns.map(({ width }) => width)) > room) {
    for (const column of columns) column.width = leastWidth(column);
    grow(columns, needs, room);
  }
  return scaled(
    columns.map(({ width }) => width + MARGINS),
    total,
  );
}

/** A cell over several columns asks nothing of any one of them. */
function needsOf({ column: at, text, rowSpan, colSpan }: PlacedCell, columns: Column[]): Need[] {
  const column = columns[at];
  if (column === undefined || colSpan > 1) return [];
  const words = text.match(/[\u0021-\u02ff]+/gu) ?? [];
  return [
    {
      column,
      area: widthOf(text) / rowSpan,
      line: highest(text.split("\n").map(widthOf)),
      word: highest(words.map(widthOf)),
    },
  ];
}

/** All on one line. */
function fullWidth({ head, cells }: Column): number {
  return highest([2, widthOf(head), ...cells.map(({ line }) => line)]);
}

/** What cannot be parted, and a head in at most three lines. */
function leastWidth({ head, cells }: Column): number {
  const word = Math.min(WIDEST_WORD, highest(cells.map((cell) => cell.word)));
  const line = Math.min(NARROWEST, highest(cells.map((cell) => cell.line)));
  return Math.max(2, line, word, Math.ceil(widthOf(head) / 3));
}

/** A step at a time to the column that lowers the rows the most: the one with the highest cells. */
function grow(columns: readonly Column[], rows: readonly Need[][], room: number): void {
  const height = ({ area, column }: Need) => area / column.width;
  for (let left = room - sum(columns.map(({ width }) => width)); left > 0; left -= STEP) {
    const gains = new Map(columns.map((column) => [column, 0]));
    for (const row of rows) {
      const top = greatest(row, height);
      if (top !== undefined)
        gains.set(top.column, sum([gains.get(top.column), height(top) / top.column.width]));
    }
    const best = greatest([...gains], ([, gain]) => gain);
    if (best !== undefined) best[0].width += STEP;
  }
}

/** The first of those that are greatest by a measure. */
function greatest<Item>(items: readonly Item[], by: (item: Item) => number): Item | undefined {
  let [best, most] = [items[0], Number.NEGATIVE_INFINITY];
  for (const item of items) {
    const measure = by(item);
    if (measure > most) [best, most] = [item, measure];
  }
  return best;
}

/** In whole units; what is lost by rounding goes to the first. */
function scaled(widths: number[], total: number): number[] {
  const all = sum(widths);
  const shares = widths.map((width) => Math.floor((width / all) * total));
  const lost = total - sum(shares);
  return shares.map((share, at) => (at === 0 ? share + lost : share));
}
