/** HTML tables: cells with the spans that the source states. */
import { squeeze } from "../../language/blanks.ts";
import { isRowNumber, isTotal } from "../../terms/columns.ts";
import { rawOf, trimSpan } from "../../tree/build.ts";
import type { Cell, Leaf, Line, Row, Span } from "../../tree/nodes.ts";
import { type Context, leafOf, setAside } from "../context.ts";
import { cellNode, rowNode, widest } from "./nodes.ts";
import { withoutTitleRows } from "./titles.ts";

const TAG =
  /<(\/?)(table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col|p|br|span|div|b|strong|font|em|i|u|a|center|sub|sup|ul|ol|li|h[1-6])\b([^<>]*)>|&(?:nbsp|ensp|emsp|#160|#12288|#xa0|#x3000);|(?<=&)amp;/gi;
const LARGEST_SPAN = 1000;

interface StatedCell {
  spans: Span[];
  rowSpan: number;
  colSpan: number;
  head: boolean;
}

/** The number that an attribute states, 1 where it states none. */
function statedSpan(attributes: string, name: "rowspan" | "colspan"): number {
  const stated = attributes.match(
    name === "rowspan" ? /rowspan\s*=\s*["']?(\d{1,4})/i : /colspan\s*=\s*["']?(\d{1,4})/i,
  )?.[1];
  return Math.min(Math.max(Number(stated ?? 1), 1), LARGEST_SPAN);
}

/** A row of stated cells; `opens` is true for the first of a table that a page break cut off from the one before. */
interface StatedRow {
  cells: StatedCell[];
  line: Line;
  opens: boolean;
}

/** What an HTML table holds: its caption and its rows of stated cells. */
interface StatedTable {
  caption: Span[];
  rows: StatedRow[];
}

/** Reads the tags on lines; they are marks, and text outside every cell belongs to the caption. */
function readTags(context: Context, lines: readonly Line[]): StatedTable {
  const { text } = context.source;
  const table: StatedTable = { caption: [], rows: [] };
  let open: Span[] = table.caption;
  let opens = false;
  for (const line of lines) {
    const source = text.slice(line.origin, line.limit);
    let at = line.origin;
    const take = (to: number): void => {
      for (const span of line.spans) {
        const part = trimSpan(text, { start: Math.max(at, span.start), end: Math.min(to, span.end) });
        if (part.end > part.start) open.push(part);
      }
    };
    for (const match of source.matchAll(TAG)) {
      const [tag, slash, name, attributes] = match as unknown as [string, string, string | undefined, string];
      const start = line.origin + match.index;
      take(start);
      at = start + tag.length;
      if (line.spans.some((span) => start >= span.start && start < span.end))
        setAside(context, "markup", [{ start, end: at }]);
      // &nbsp; stands for a blank, the rest of &amp; for nothing.
      if (name === undefined) continue;
      const kind = name.toLowerCase();
      const isCell = kind === "td" || kind === "th";
      if (kind === "table" && slash === "") opens = table.rows.length > 0;
      if (kind === "tr" && slash === "") {
        table.rows.push({ cells: [], line, opens });
        opens = false;
      }
      if (isCell && slash === "") {
        if (table.rows.length === 0) table.rows.push({ cells: [], line, opens: false });
        const cell = {
          spans: [],
          rowSpan: statedSpan(attributes, "rowspan"),
          colSpan: statedSpan(attributes, "colspan"),
          head: kind === "th",
        };
        table.rows.at(-1)?.cells.push(cell);
        open = cell.spans;
      }
    }
    take(line.limit);
  }
  return { ...table, rows: table.rows.filter(({ cells }) => cells.length > 0) };
}

/** Sets heads that are printed again after a page break aside: rows with the words of the first. */
function withoutRepeatedHeads(context: Context, rows: readonly StatedRow[]): StatedRow[] {
  const keyOf = ({ cells }: StatedTable["rows"][number]): string =>
    cells.map(({ spans }) => squeeze(rawOf(context.source.text, spans))).join("\t");
  const [first, ...rest] = rows;
  if (first === undefined) return [];
  const depth = widest(first.cells.map(({ rowSpan }) => rowSpan));
  const heads = rows.slice(0, depth).map(keyOf);
  let opens = false;
  const kept = [first];
  rest.forEach((row, index) => {
    const at = index + 1 < depth ? -1 : heads.indexOf(keyOf(row));
    opens ||= row.opens;
    if (at >= 0) {
      for (const { spans } of row.cells) setAside(context, "repeated-head", spans);
      return;
    }
    const above = kept.at(-1) as StatedRow;
    if (opens && kept.length > depth && isRestOfCells(context, above, row))
      row.cells.forEach(({ spans }, column) => {
        (above.cells[column] as StatedCell).spans.push(...spans);
      });
    else kept.push(row);
    opens = false;
  });
  return kept;
}

/** One or two cells without a number, right after a page break, go on in those of the numbered row before it. */
function isRestOfCells(context: Context, above: StatedRow, { cells }: StatedRow): boolean {
  const textOf = ({ spans }: StatedCell): string => squeeze(rawOf(context.source.text, spans));
  const isPlain = ({ rowSpan, colSpan }: StatedCell): boolean => rowSpan === 1 && colSpan === 1;
  const filled = cells.filter(({ spans }) => spans.length > 0);
  return (
    cells.length === above.cells.length &&
    filled.length > 0 &&
    filled.length <= 2 &&
    cells[0]?.spans.length === 0 &&
    isRowNumber(textOf(above.cells[0] as StatedCell)) &&
    [...cells, ...above.cells].every(isPlain) &&
    cells.every((cell, column) => {
      const before = textOf(above.cells[column] as StatedCell);
      return cell.spans.length === 0 || (/[^。；]$/.test(before) && !isTotal(textOf(cell)));
    })
  );
}

/** Places stated cells in the grid, as HTML lays them out. */
function placeRows(context: Context, rows: StatedTable["rows"]): Row[] {
  const taken: number[] = [];
  return rows.map(({ cells, line }, index) => {
    let column = 0;
    const placed = cells.map((stated): Cell => {
      while ((taken[column] ?? 0) > 0) column++;
      const rowSpan = Math.min(stated.rowSpan, rows.length - index);
      const cell = cellNode(context, stated.spans, column, rowSpan, stated.colSpan);
      for (let offset = 0; offset < stated.colSpan; offset++) taken[column + offset] = rowSpan;
      column += stated.colSpan;
      return cell;
    });
    for (let at = 0; at < taken.length; at++) taken[at] = Math.max((taken[at] as number) - 1, 0);
    return rowNode(
      context,
      placed,
      cells.every(({ head }) => head),
      line,
    );
  });
}

/** Where no row is of `th`, the first is the head, with those that its cells span into. */
function markHead(rows: Row[]): void {
  const [first] = rows;
  if (first === undefined || rows.some(({ header }) => header)) return;
  const depth = widest(first.children.map(({ rowSpan }) => rowSpan));
  const isHead =
    first.children.length >= 2 &&
    first.children.every(({ children }) => children.length > 0 && (children[0] as Leaf).value.length <= 24);
  if (isHead && rows.length > depth) for (const row of rows.slice(0, depth)) row.header = true;
}

/** Reads an HTML table from its lines. */
export function readHtmlTable(context: Context, lines: readonly Line[]): { caption: Leaf[]; rows: Row[] } {
  const table = readTags(context, lines);
  const caption = table.caption.length > 0 ? [leafOf(context, "caption", table.caption)] : [];
  const cellsOf = ({ cells }: StatedRow): Span[][] => cells.map(({ spans }) => spans);
  const own = withoutTitleRows(context, table.rows, cellsOf, caption);
  const rows = placeRows(context, withoutRepeatedHeads(context, own));
  markHead(rows);
  return { caption, rows };
}
