/** Tables whose columns stand apart by blanks alone: a head of known columns, and rows aligned under it. */
import { isBlankCode, squeeze } from "../language/blanks.ts";
import { isHanCode } from "../language/han.ts";
import { isNotedColumnName } from "../terms/columns.ts";
import type { Source } from "../tree/build.ts";
import type { Line, Span } from "../tree/nodes.ts";

/** A cell with where it begins on the page, in half widths. */
interface Piece extends Span {
  column: number;
}

const APART = /[ \u00a0]{2}|\u3000{2}|[ \u00a0]\u3000|\u3000[ \u00a0]/;
const mayBeRow = ({ kind, spaced, bullet, heading, value }: Line): boolean =>
  kind === "text" && spaced && !bullet && !heading && APART.test(value);

/** The pieces of a line that two blanks at least set apart. */
function piecesOf({ text }: Source, { origin, limit }: Line): Piece[] {
  const pieces: Piece[] = [];
  let column = 0;
  let blanks = 2;
  for (let at = origin; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (isBlankCode(code)) blanks += code === 0x3000 ? 2 : 1;
    else {
      if (blanks >= 2) pieces.push({ start: at, end: at + 1, column });
      (pieces.at(-1) as Piece).end = at + 1;
      blanks = 0;
    }
    column += code > 0x2e7f ? 2 : 1;
  }
  return withNames(text, pieces);
}

/** 王  勇: two single characters side by side are one name. */
function withNames(text: string, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const isOne = ({ start, end }: Span): boolean => end - start === 1 && isHanCode(text.charCodeAt(start));
    if (last !== undefined && isOne(last) && isOne(piece)) last.end = piece.end;
    else joined.push({ ...piece });
  }
  return joined;
}

const isHeadCell = (cell: string): boolean => cell.length <= 14 && !/^[\d.]|[。；;：:，,《]/.test(cell);

/** The cells of a row under the pieces of a head, a blank one for what it leaves out; null where they do not align. */
function cellsUnder(head: readonly Piece[], row: readonly Piece[]): Span[] | null {
  if (row.length === head.length) return [...row];
  if (row.length > head.length || row.length < 2) return null;
  const cells: Span[] = [];
  let next = 0;
  head.forEach(({ column }, index) => {
    const piece = row[next];
    const until = head[index + 1]?.column ?? Number.POSITIVE_INFINITY;
    if (piece !== undefined && piece.column >= column - 2 && piece.column < until - 2) {
      cells.push(piece);
      next++;
    } else cells.push({ start: head[index]?.start ?? 0, end: head[index]?.start ?? 0 });
  });
  if (next === row.length) return cells;
  // The same blanks between all cells align nothing: what is left out stands at the end.
  return new Set(row.slice(1).map(({ start }, index) => start - (row[index] as Piece).end)).size === 1
    ? [...row]
    : null;
}

/** Makes rows of lines that stand as a table by their blanks: a head and two rows under it at least. */
export function findSpacedRows(source: Source, lines: readonly Line[]): void {
  const { text } = source;
  const printed = (piece: Span): string => squeeze(text.slice(piece.start, piece.end));
  for (let from = 0; from < lines.length; from++) {
    if (!mayBeRow(lines[from] as Line)) continue;
    const head = piecesOf(source, lines[from] as Line);
    const names = head.map(printed);
    if (head.length < 3 || !names.every(isHeadCell) || names.filter(isNotedColumnName).length < 2) continue;
    const rows: Span[][] = [head];
    let whole = 0;
    for (let at = from + 1; at < lines.length && mayBeRow(lines[at] as Line); at++) {
      const pieces = piecesOf(source, lines[at] as Line);
      const cells = cellsUnder(head, pieces);
      if (cells === null) break;
      if (pieces.length >= head.length - 1) whole++;
      rows.push(cells);
    }
    if (whole < 2) continue;
    rows.forEach((cells, index) => {
      const line = lines[from + index] as Line;
      line.kind = "row";
      line.cells = cells;
      line.value = cells.map(({ start, end }) => text.slice(start, end)).join("\t");
    });
    from += rows.length - 1;
  }
}
