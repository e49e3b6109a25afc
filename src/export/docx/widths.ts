/** How wide the columns of a table are set: what each needs, and the rest where it makes the rows lowest. */
import type { PlacedCell } from "./grid.ts";
import { widthOf } from "./measure.ts";

/** No column is narrower than so many characters, its texts being longer, and no word may ask for more than the other. */
const NARROWEST = 3;
const WIDEST_WORD = 9;
/** Left and right of a cell's text, in characters. */
const MARGINS = 0.75;
/** Width is given away in steps of so many characters. */
const STEP = 0.5;

/** The columns' widths, which add up to `total`; both it and `character` are in the same unit. */
export function columnWidths(
  heads: readonly string[],
  rows: readonly PlacedCell[][],
  total: number,
  character: number,
): number[] {
  const needs = rows.map((row) => row.filter(({ colSpan }) => colSpan === 1).map(needOf));
  const columns = heads.map((_, column) => needs.flat().filter((need) => need.column === column));
  const least = columns.map((cells, at) => leastWidth(heads[at] ?? "", cells));
  const full = columns.map((cells, at) =>
    Math.max(widthOf(heads[at] ?? ""), ...cells.map(({ line }) => line)),
  );
  const room = total / character - MARGINS * heads.length;
  const text = sum(full) <= room ? full : grown(least, needs, room);
  const wanted = text.map((width) => width + MARGINS);
  const shares = wanted.map((width) => Math.floor((width / sum(wanted)) * total));
  return shares.map((share, at) => (at === 0 ? share + total - sum(shares) : share));
}

/** What a cell asks of its column: all its text, its longest line, its longest word, in characters. */
interface Need {
  column: number;
  area: number;
  line: number;
  word: number;
}

function needOf({ column, text, rowSpan }: PlacedCell): Need {
  const words = text.match(/[\u0021-\u02ff]+/gu) ?? [];
  return {
    column,
    area: widthOf(text) / rowSpan,
    line: Math.max(...text.split("\n").map(widthOf)),
    word: Math.max(0, ...words.map(widthOf)),
  };
}

/** What cannot be parted, and a head in at most three lines. */
function leastWidth(head: string, cells: readonly Need[]): number {
  const word = Math.min(WIDEST_WORD, Math.max(0, ...cells.map((cell) => cell.word)));
  const line = Math.max(1, ...cells.map((cell) => cell.line));
  return Math.max(Math.min(NARROWEST, line), word, Math.ceil(widthOf(head) / 3), 2);
}

/** A step at a time to the column that the highest cells of the most rows are in. */
function grown(least: number[], rows: readonly Need[][], room: number): number[] {
  const widths = [...least];
  for (let left = room - sum(least); left > 0; left -= STEP) {
    const gains = widths.map(() => 0);
    for (const row of rows) {
      const highest = row.reduce<Need | null>(
        (top, cell) => (top && height(top) >= height(cell) ? top : cell),
        null,
      );
      if (highest !== null)
        gains[highest.column] =
          (gains[highest.column] ?? 0) + height(highest) / (widths[highest.column] ?? 1);
    }
    const best = gains.indexOf(Math.max(...gains));
    widths[best] = (widths[best] ?? 0) + STEP;
  }
  return widths;

  function height({ area, column }: Need): number {
    return area / (widths[column] ?? 1);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
