/** Which lines make up one table, over page breaks too. */
import type { Line } from "../tree/nodes.ts";
import { filledFrom } from "./lines.ts";

/** True where a line can only be part of a table. */
export const isRow = (line: Line | undefined): boolean => line?.kind === "row" || line?.kind === "html";

/** One line of text between two rows, no blank around it: a cell over all columns that heads the rows below. */
function isHeadingRow(lines: readonly Line[], at: number): boolean {
  const line = lines[at] as Line;
  return (
    line.kind === "text" &&
    isRow(lines[at - 1]) &&
    isRow(lines[at + 1]) &&
    line.value.length <= 50 &&
    !/[。；]/.test(line.value)
  );
}

/** The lines of a table that begins at `from`, and the index after them. */
export function tableLines(
  lines: readonly Line[],
  from: number,
): { taken: Line[]; gaps: Set<Line>; to: number } {
  const taken: Line[] = [];
  const gaps = new Set<Line>();
  let at = from;
  let openHtml = 0;
  let width = 0;
  while (at < lines.length) {
    const line = lines[at] as Line;
    if (line.kind === "html" || openHtml > 0) {
      openHtml +=
        (line.value.match(/<table\b/gi)?.length ?? 0) - (line.value.match(/<\/table>/gi)?.length ?? 0);
      taken.push(line);
      at++;
      if (openHtml <= 0 && !isRow(lines[at])) break;
      continue;
    }
    if (
      line.kind === "row" ||
      (line.tabbed && line.kind === "text" && (taken.length > 0 || isRow(lines[at + 1])))
    ) {
      width ||= line.value.split("\t").length;
      taken.push(line);
      at++;
      continue;
    }
    if (isHeadingRow(lines, at)) {
      taken.push(line);
      at++;
      continue;
    }
    const next = filledFrom(lines, at);
    const isGap = next > at;
    const following = lines[next];
    if (isGap && isRow(following) && (following as Line).kind === taken.at(-1)?.kind) {
      gaps.add(following as Line);
      at = next;
      continue;
    }
    // The rest of a cut cell: one line of text between rows, after a gap, where the row above lacks its end.
    const above = taken.at(-1);
    const after = filledFrom(lines, next + 1);
    const isRest =
      isGap &&
      following?.kind === "text" &&
      above !== undefined &&
      taken.length > 1 &&
      (lines[after] as Line | undefined)?.kind === "row" &&
      above.value.split("\t").length === width &&
      after === next + 1 &&
      following.value.length < 60;
    if (!isRest) break;
    gaps.add(following);
    taken.push(following);
    at = next + 1;
  }
  return { taken, gaps, to: at };
}
