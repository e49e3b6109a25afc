/** The tokenizer: text to a flat tree of lines and marks. It says only what stands where. */
import { isBlankCode } from "../language/blanks.ts";
import { characters, opensWith } from "../language/characters.ts";
import { furniture, isTight, rawOf, type Source, trimSpan } from "../tree/build.ts";
import type { Furniture, Line, LineKind, Root, Span } from "../tree/nodes.ts";
import { findMarkup, nextSuspect } from "./markup.ts";
import { findSpacedRows } from "./spacedRows.ts";
import { findTabbedRosters } from "./tabbedRosters.ts";

const LINE_FEED = 10;
const RETURN = 13;
const IMAGE = /^!\[[^\]]*\]\([^)]*\)$/;
const PIPE_ROW = /^\|.*\|$/;
const HTML_TABLE = /^<\/?(?:table|thead|tbody|tfoot|tr|td|th|colgroup|col|caption)\b/i;
/** A list hyphen or heading sign of Markdown; not the hyphens around a page number. */
const LINE_MARK = /^(?:[-*+][ \t\u00a0\u3000]+(?=\S)(?![\d０-９\s]*[-—–]\s*$)|#{1,6}[ \t\u00a0\u3000]+)/;

const NONE: readonly Span[] = [];
const OPENS_MARK = characters("-*+#");

const isLineEnd = (code: number): boolean => code === LINE_FEED || code === RETURN;

function kindOf(value: string): LineKind {
  if (value === "") return "blank";
  const first = value[0];
  if (value.includes("\t") || (first === "|" && value.length > 2 && PIPE_ROW.test(value))) return "row";
  return first === "<" && HTML_TABLE.test(value) ? "html" : "text";
}

const PIPE = /(?<!\\)\|/g;
/** Pipes that part cells in a line of text, less those at its edges; 0 for a line of labels, 主办：某局 | 编辑：某室. */
function innerPipes({ kind, value, heading }: Line): number {
  if (kind === "blank" || heading || !value.includes("|") || value.includes("\t")) return 0;
  const bare = value.startsWith("|") ? value.replace(/^\||\|$/g, "") : value;
  return bare.split("|").every((cell) => /[：:]/.test(cell)) ? 0 : (bare.match(PIPE)?.length ?? 0);
}

/**
 * Rows parted by pipes that do not stand at both edges: two lines at least side by side with the pipes of the first,
 * blank cells at their end aside, three where that is one.
 */
function findPipeRows(lines: readonly Line[]): void {
  for (let from = 0; from < lines.length; from++) {
    const count = innerPipes(lines[from] as Line);
    if (count === 0) continue;
    let to = from + 1;
    const isBeside = (line: Line): boolean => {
      const pipes = innerPipes(line);
      return pipes === count || (count > 1 && pipes > 0 && pipes <= count + 1);
    };
    while (to < lines.length && isBeside(lines[to] as Line)) to++;
    if (to - from >= (count > 1 ? 2 : 3))
      for (const line of lines.slice(from, to)) if (line.kind === "text" && !line.bullet) line.kind = "row";
    from = to - 1;
  }
}

/** `span` without the marks, and the marks as furniture. */
function takeMarks(source: Source, span: Span, marks: readonly Span[], out: Furniture[]): Span[] {
  const spans: Span[] = [];
  let at = span.start;
  for (const mark of marks) {
    spans.push({ start: at, end: span.start + mark.start });
    at = span.start + mark.end;
    out.push(furniture(source, "markup", trimSpan(source.text, { start: span.start + mark.start, end: at })));
  }
  spans.push({ start: at, end: span.end });
  return spans.filter(({ start, end }) => trimSpan(source.text, { start, end }).end > start);
}

/** Reads a text into a root whose children are its lines, with the marks among them as furniture. */
export function scan(source: Source): Root {
  const { text, lineStarts } = source;
  const lines: Line[] = [];
  const marks: Furniture[] = [];
  let suspect = nextSuspect(text, 0);
  for (let index = 0; index < lineStarts.length; index++) {
    const origin = lineStarts[index] as number;
    let limit = lineStarts[index + 1] ?? text.length;
    while (limit > origin && isLineEnd(text.charCodeAt(limit - 1))) limit--;
    let start = origin;
    let end = limit;
    while (start < end && isBlankCode(text.charCodeAt(start))) start++;
    while (end > start && isBlankCode(text.charCodeAt(end - 1))) end--;
    const tabbed = end - start < limit - origin && text.slice(origin, limit).includes("\t");
    let value = text.slice(start, end);
    let bullet = false;
    let heading = false;
    if (value.startsWith("!") && IMAGE.test(value)) {
      marks.push(furniture(source, "image", { start, end }));
      value = "";
      start = end;
    }
    const mark = opensWith(value, OPENS_MARK) ? value.match(LINE_MARK)?.[0] : undefined;
    if (mark !== undefined) {
      marks.push(furniture(source, "markup", trimSpan(text, { start, end: start + mark.length })));
      heading = mark.startsWith("#");
      bullet = !heading;
      start += mark.length;
      value = value.slice(mark.length);
    }
    let found = NONE;
    if (suspect < limit) {
      found = findMarkup(value);
      suspect = nextSuspect(text, limit);
    }
    const spans =
      found.length > 0
        ? takeMarks(source, { start, end }, found, marks)
        : end > start
          ? [{ start, end }]
          : [];
    if (found.length > 0) value = rawOf(text, spans);
    const kind = kindOf(value);
    const spaced = !isTight(source, spans);
    lines.push({
      type: "line",
      number: index + 1,
      origin,
      limit,
      spans: kind === "blank" ? [] : spans,
      value,
      kind,
      bullet,
      heading,
      tabbed,
      spaced,
    });
  }
  if (text.includes("|")) findPipeRows(lines);
  if (text.includes("\t")) findTabbedRosters(lines);
  findSpacedRows(source, lines);
  return { type: "root", children: [...lines, ...marks] };
}
