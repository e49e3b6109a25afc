/** Tables: rows of cells under a head, whole over page breaks, with the cells that group rows spanning them. */
import { squeeze } from "../language/blanks.ts";
import { NEVER_GROUPS, TOTAL_ROW } from "../terms/columns.ts";
import { hull, rangeOf, trimSpan } from "../tree/build.ts";
import type { Cell, Leaf, Line, Row, Span, Table } from "../tree/nodes.ts";
import { type Context, leafOf, setAside } from "./context.ts";

/** A row as read: the spans of each cell, empty for a blank one. */
interface RawRow {
  cells: Span[][];
  /** Spans that the source states by rowspan/colspan, beside each cell. */
  spans?: { rowSpan: number; colSpan: number; head: boolean }[];
  afterGap: boolean;
  line: Line;
}

const textOf = (context: Context, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => context.source.text.slice(start, end)).join("");
const keyOf = (context: Context, spans: readonly Span[]): string =>
  squeeze(textOf(context, spans)).replace(/[（]/g, "(").replace(/[）]/g, ")");

/** The stretch `from`–`to` of a line less its marks, trimmed. */
function cellSpans(context: Context, line: Line, from: number, to: number): Span[] {
  const parts: Span[] = [];
  for (const span of line.spans) {
    const trimmed = trimSpan(context.source.text, {
      start: Math.max(span.start, from),
      end: Math.min(span.end, to),
    });
    if (trimmed.end > trimmed.start) parts.push(trimmed);
  }
  return parts;
}

/** Cells parted by tabs; blank ones at the line's end are none. */
function tabCells(context: Context, line: Line): Span[][] {
  const { text } = context.source;
  const cells: Span[][] = [];
  let from = line.origin;
  for (let at = line.origin; at <= line.limit; at++) {
    if (at < line.limit && text.charCodeAt(at) !== 9) continue;
    cells.push(cellSpans(context, line, from, at));
    from = at + 1;
  }
  return withoutBlankEnd(cells);
}

function withoutBlankEnd(cells: Span[][]): Span[][] {
  while (cells.length > 1 && (cells.at(-1) as Span[]).length === 0) cells.pop();
  return cells;
}

/** Cells parted by pipes; the pipes are marks. */
function pipeCells(context: Context, line: Line): Span[][] | null {
  const { text } = context.source;
  const start = (line.spans[0] as Span).start;
  const end = (line.spans.at(-1) as Span).end;
  if (/^[|\s:.-]+$/.test(line.value) && line.value.includes("-")) {
    setAside(context, "markup", line.spans);
    return null;
  }
  const cells: Span[][] = [];
  let from = start + 1;
  setAside(context, "markup", [{ start, end: from }]);
  for (let at = from; at < end; at++) {
    if (text[at] !== "|" || text[at - 1] === "\\") continue;
    cells.push(cellSpans(context, line, from, at));
    setAside(context, "markup", [{ start: at, end: at + 1 }]);
    from = at + 1;
  }
  return withoutBlankEnd(cells);
}

const HTML_PART =
  /<(\/?)(table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col|p|br|span|div|b|strong|font)\b([^<>]*)>/gi;

/** Rows of an HTML table that stands on `lines`; the tags are marks. */
function htmlRows(context: Context, lines: readonly Line[]): RawRow[] {
  const { text } = context.source;
  const rows: RawRow[] = [];
  const first = lines[0] as Line;
  const start = first.origin;
  const end = (lines.at(-1) as Line).limit;
  const source = text.slice(start, end);
  let cell: Span[] | null = null;
  let at = 0;
  const take = (to: number): void => {
    if (cell === null) return;
    const span = trimSpan(text, { start: start + at, end: start + to });
    if (span.end > span.start) cell.push(span);
  };
  for (const match of source.matchAll(HTML_PART)) {
    const [tag, slash = "", name = "", attributes = ""] = match;
    take(match.index);
    at = match.index + tag.length;
    const kind = name.toLowerCase();
    const line = lines.find(({ limit }) => start + match.index < limit) ?? first;
    if (kind === "tr" && slash === "") rows.push({ cells: [], spans: [], afterGap: false, line });
    else if (kind === "td" || kind === "th") {
      const row = rows.at(-1);
      if (slash === "/" || row === undefined) cell = null;
      else {
        cell = [];
        row.cells.push(cell);
        const spanOf = (side: string): number =>
          Math.min(
            Math.max(
              Number(attributes.match(new RegExp(`${side}\\s*=\\s*["']?(\\d{1,4})`, "i"))?.[1] ?? 1),
              1,
            ),
            1000,
          );
        row.spans?.push({ rowSpan: spanOf("rowspan"), colSpan: spanOf("colspan"), head: kind === "th" });
      }
    }
  }
  return rows.filter((row) => row.cells.length > 0);
}

/** Tags are marks: sets those of HTML lines aside and narrows the lines to the text between. */
function setTagsAside(context: Context, lines: readonly Line[]): void {
  for (const line of lines)
    for (const match of context.source.text.slice(line.origin, line.limit).matchAll(HTML_PART)) {
      const start = line.origin + match.index;
      const inSpans = line.spans.some((span) => start >= span.start && start < span.end);
      if (inSpans) setAside(context, "markup", [{ start, end: start + match[0].length }]);
    }
}

const NUMERIC = /^[\d０-９.,，%％+\-—–~～≤≥<>=＜＞\s]+(?:以[上下内])?$/;
const HAN = /\p{Script=Han}/u;

/** True where a row can be a head: short words in every cell, no sentence, no figure. */
function canBeHead(context: Context, row: RawRow): boolean {
  return (
    row.cells.length >= 2 &&
    row.cells.every((spans) => {
      const text = squeeze(textOf(context, spans));
      return text !== "" && text.length <= 24 && !/[。；;]/.test(text) && !/^[\d.%]+$/.test(text);
    })
  );
}

/** True where `second` fills the blanks of `first`: together they are a head of two rows. */
function isSecondHead(context: Context, first: RawRow, second: RawRow): boolean {
  const width = Math.max(first.cells.length, second.cells.length);
  const filled = (row: RawRow, column: number): boolean => (row.cells[column]?.length ?? 0) > 0;
  if (filled(second, 0) || !filled(first, 0)) return false;
  let fills = 0;
  for (let column = 0; column < width; column++) {
    const opensGroup = filled(first, column) && !filled(first, column + 1);
    if (!filled(first, column) && !filled(second, column)) return false;
    if (filled(second, column)) {
      if (filled(first, column) && !opensGroup) return false;
      const text = squeeze(textOf(context, second.cells[column] as Span[]));
      if (text.length > 20 || /[。；]/.test(text)) return false;
      fills++;
    }
  }
  return fills >= 2;
}

/** A leaf of a cell, or none where it is blank. */
const cellLeaves = (context: Context, spans: Span[]): Leaf[] =>
  spans.length > 0 ? [leafOf(context, "text", spans)] : [];

const cellNode = (context: Context, spans: Span[], column: number, rowSpan = 1, colSpan = 1): Cell => ({
  type: "cell",
  rowSpan,
  colSpan,
  column,
  children: cellLeaves(context, spans),
});

function rowNode(context: Context, cells: Cell[], header: boolean, line: Line): Row {
  const leaves = cells.flatMap((cell) => cell.children);
  const position = leaves.length > 0 ? hull(leaves) : rangeOf(context.source, line.origin, line.limit);
  return { type: "row", header, children: cells, position };
}

/** Rows whose cells are stated with their spans, placed in the grid as HTML lays them out. */
function statedRows(context: Context, raws: readonly RawRow[]): Row[] {
  const taken: number[] = [];
  return raws.map((raw, index) => {
    let column = 0;
    const cells = raw.cells.map((spans, at) => {
      while ((taken[column] ?? 0) > 0) column++;
      const stated = raw.spans?.[at] ?? { rowSpan: 1, colSpan: 1, head: false };
      const rowSpan = Math.min(stated.rowSpan, raws.length - index);
      const cell = cellNode(context, spans, column, rowSpan, stated.colSpan);
      for (let offset = 0; offset < stated.colSpan; offset++) taken[column + offset] = rowSpan;
      column += stated.colSpan;
      return cell;
    });
    for (let at = 0; at < taken.length; at++) taken[at] = Math.max((taken[at] as number) - 1, 0);
    const isHead = raw.spans?.every(({ head }) => head) === true;
    return rowNode(context, cells, isHead, raw.line);
  });
}

/** The head of an HTML table: its `th` rows, or the first row with those its cells span into. */
function markStatedHead(rows: Row[]): void {
  if (rows.some(({ header }) => header)) return;
  const [first] = rows;
  if (!first) return;
  const depth = Math.max(...first.children.map(({ rowSpan }) => rowSpan));
  const isHead =
    first.children.length >= 2 &&
    first.children.every((cell) => (cell.children[0]?.value.length ?? 0) <= 24 && cell.children.length > 0);
  if (isHead && rows.length > depth) for (const row of rows.slice(0, depth)) row.header = true;
}

/** Columns in which a blank cell can belong to the one above: text, not figures, not remarks. */
function groupingColumns(
  context: Context,
  head: RawRow | null,
  body: readonly RawRow[],
  width: number,
): boolean[] {
  return Array.from({ length: width }, (_, column) => {
    const name = squeeze(textOf(context, head?.cells[column] ?? []));
    if (NEVER_GROUPS.test(name)) return false;
    const texts = body.map((row) => squeeze(textOf(context, row.cells[column] ?? []))).filter(Boolean);
    const figures = texts.filter((text) => NUMERIC.test(text) || !HAN.test(text)).length;
    return texts.length > 0 && figures * 2 < texts.length;
  });
}

/** A row that is one cell and heads those below it: 一、知识产权保护方面（共5项）. */
function isSpanningRow(context: Context, row: RawRow, width: number): boolean {
  if (row.cells.length !== 1 || width < 2) return false;
  const text = squeeze(textOf(context, row.cells[0] as Span[]));
  return HAN.test(text) && !TOTAL_ROW.test(text);
}

const withoutMarker = (text: string): string =>
  text.replace(/^(?:\([^)]{1,4}\)|[一二三四五六七八九十]+、|\d+[.．、])/, "");

/** Rows of plain cells: finds the head, drops its repetitions, and lets group cells span. */
function plainRows(context: Context, raws: readonly RawRow[]): Row[] {
  const [first, second] = raws as [RawRow, RawRow | undefined];
  const isDouble = second !== undefined && isSecondHead(context, first, second);
  const hasHead = raws.length > 1 && (isDouble || canBeHead(context, first));
  const head = hasHead ? first : null;
  const headRows = hasHead ? (isDouble ? [first, second as RawRow] : [first]) : [];
  const width = Math.max(...(hasHead ? headRows : raws).map((row) => row.cells.length));
  const headKeys = headRows.map((row) => row.cells.map((cell) => keyOf(context, cell)).join("\t"));
  const rows: Row[] =
    headRows.length === 2
      ? doubleHead(context, headRows as [RawRow, RawRow], width)
      : headRows.map((row) =>
          rowNode(
            context,
            row.cells.map((spans, column) => cellNode(context, spans, column)),
            true,
            row.line,
          ),
        );
  const body: RawRow[] = [];
  let wasHead = false;
  for (const raw of raws.slice(headRows.length)) {
    if (headKeys.includes(raw.cells.map((cell) => keyOf(context, cell)).join("\t"))) {
      for (const cell of raw.cells) setAside(context, "repeated-head", cell);
      wasHead = true;
      continue;
    }
    body.push({ ...raw, afterGap: raw.afterGap || wasHead });
    wasHead = false;
  }
  const groups = groupingColumns(context, head, body, width);
  const owners: (Cell | null)[] = Array.from({ length: width }, () => null);
  let totalled = false;
  for (const raw of body) {
    const isTotal = raw.cells.some((cell) => TOTAL_ROW.test(squeeze(textOf(context, cell))));
    totalled ||=
      isTotal &&
      rows.length > headRows.length + 1 &&
      !raw.cells.some((cell) => squeeze(textOf(context, cell)) === "小计");
    if (isSpanningRow(context, raw, width)) {
      rows.push(rowNode(context, [cellNode(context, raw.cells[0] as Span[], 0, 1, width)], false, raw.line));
      owners.fill(null);
      continue;
    }
    const isBlankRow =
      raw.cells.every((cell, column) => cell.length === 0 || groups[column] !== true) && !isTotal;
    const cells: Cell[] = [];
    raw.cells.forEach((spans, column) => {
      const owner = owners[column] ?? null;
      const mayJoin = groups[column] === true && owner !== null && !isTotal && !totalled;
      if (spans.length === 0 && mayJoin && !isBlankRow) owner.rowSpan++;
      else if (
        spans.length > 0 &&
        mayJoin &&
        raw.afterGap &&
        column === firstGroup(groups) &&
        isSameGroup(context, owner, spans)
      ) {
        owner.rowSpan++;
        setAside(context, "repeated-group", spans);
      } else {
        const cell = cellNode(context, spans, column);
        cells.push(cell);
        owners[column] = spans.length > 0 ? cell : isBlankRow ? null : owner;
      }
    });
    for (let column = raw.cells.length; column < width; column++) owners[column] = null;
    rows.push(rowNode(context, cells, false, raw.line));
  }
  return rows;
}

const firstGroup = (groups: readonly boolean[]): number => groups.indexOf(true);

/** The group cell of `owner` is printed again after a break, perhaps under another number. */
function isSameGroup(context: Context, owner: Cell, spans: Span[]): boolean {
  const mine = squeeze(owner.children[0]?.value ?? "")
    .replace(/（/g, "(")
    .replace(/）/g, ")");
  const again = keyOf(context, spans);
  if (mine === again) return true;
  const same =
    withoutMarker(mine) === withoutMarker(again) &&
    withoutMarker(mine) !== "" &&
    withoutMarker(mine) !== mine;
  if (same)
    context.doubts.push({
      ruleId: "group-number",
      reason: `分组“${textOf(context, spans).trim()}”在换页后重印，序号与前面的“${owner.children[0]?.value}”不同；按同一组读取，请核对印本`,
      start: (spans[0] as Span).start,
      end: (spans.at(-1) as Span).end,
    });
  return same;
}

/** A head of two rows: cells of the first span the columns they head, or both rows. */
function doubleHead(context: Context, [upper, lower]: [RawRow, RawRow], width: number): Row[] {
  const top: Cell[] = [];
  for (let column = 0; column < width; column++) {
    const spans = upper.cells[column] ?? [];
    const below = (lower.cells[column]?.length ?? 0) > 0;
    const previous = top.at(-1);
    if (spans.length === 0 && below && previous) previous.colSpan++;
    else top.push(cellNode(context, spans, column, below ? 1 : 2));
  }
  const bottom = lower.cells
    .map((spans, column) => cellNode(context, spans, column))
    .filter((cell) => cell.children.length > 0);
  return [rowNode(context, top, true, upper.line), rowNode(context, bottom, true, lower.line)];
}

/** Joins a row that a page break cut: the part after the gap completes the number of columns. */
function healRows(raws: RawRow[]): RawRow[] {
  const width = raws[0]?.cells.length ?? 0;
  const healed: RawRow[] = [];
  for (const raw of raws) {
    const last = healed.at(-1);
    const isCut =
      last !== undefined &&
      healed.length > 1 &&
      raw.afterGap &&
      last.cells.length < width &&
      raw.cells.length < width;
    if (last !== undefined && raw.line.kind === "text" && !raw.line.tabbed)
      (last.cells.at(-1) as Span[]).push(...(raw.cells[0] as Span[]));
    else if (
      isCut &&
      last.cells.length + raw.cells.length - 1 === width &&
      (last.cells.at(-1) as Span[]).length > 0 &&
      (raw.cells[0] as Span[]).length > 0
    ) {
      (last.cells.at(-1) as Span[]).push(...(raw.cells[0] as Span[]));
      last.cells.push(...raw.cells.slice(1));
    } else healed.push({ ...raw, cells: raw.cells.map((cell) => [...cell]) });
  }
  return healed;
}

/** Lines of one table, with those that a gap stands before. */
export interface TableLines {
  lines: Line[];
  gaps: ReadonlySet<Line>;
}

/** Reads the lines of a table; `leaves` are its caption and unit note. */
export function readTable(context: Context, { lines, gaps }: TableLines, leaves: Leaf[]): Table {
  const isHtml = lines.some(({ kind }) => kind === "html");
  let rows: Row[];
  if (isHtml) {
    setTagsAside(context, lines);
    rows = statedRows(context, htmlRows(context, lines));
    markStatedHead(rows);
  } else {
    const raws: RawRow[] = [];
    for (const line of lines) {
      const cells =
        line.kind === "row" && line.value.startsWith("|") && !line.value.includes("\t")
          ? pipeCells(context, line)
          : tabCells(context, line);
      if (cells) raws.push({ cells, afterGap: gaps.has(line), line });
    }
    rows = raws.length > 0 ? plainRows(context, healRows(raws)) : [];
  }
  const children = [...leaves, ...rows];
  const position =
    children.length > 0
      ? hull(children)
      : rangeOf(context.source, (lines[0] as Line).origin, (lines.at(-1) as Line).limit);
  return { type: "table", children, position };
}
