/** The columns with which every row can be traced: its page, and its place in the source text. */
import type { Position } from "../../document/schema.ts";
import { columnsFor, type ReadColumn, to } from "./column.ts";

/** Where a row comes from. */
export interface Placed {
  issue: string;
  /** The page and the place in it, from the site's root: `/2021-03/pzf-2021-56/#2-1`. */
  path: string;
  position: Position | null;
}

/** The issue that a row was printed in. */
export function issueColumn<Row extends { issue: string }>(): ReadColumn<Row> {
  const { always } = columnsFor<Row>();
  return always.text("issue", "期号", "年份和当年第几期。", "issue.id", ({ issue }) => issue, to("issues"));
}

/** Page and place; `what` says whose lines and columns they are, where it is not the row's own. */
export function placeColumns<Row extends Placed>(what = "本行内容"): ReadColumn<Row>[] {
  const { always, maybe } = columnsFor<Row>();
  const said = (which: string) => `${what}在原文文件中${which}，从 1 起；原文文件见 issues.source_file。`;
  return [
    always.text("path", "网页地址", "从网站根起的路径和页内锚点。", "见地址规则", ({ path }) => path),
    maybe.text(
      "anchor",
      "锚点",
      "页内锚点，即路径中 # 之后的部分；整页则空。",
      "anchor",
      ({ path }) => path.split("#")[1] ?? null,
    ),
    maybe.integer(
      "line_start",
      "起始行",
      said("开始的行"),
      "position.start.line",
      ({ position }) => position?.start.line ?? null,
    ),
    maybe.integer(
      "column_start",
      "起始列",
      said("开始的列"),
      "position.start.column",
      ({ position }) => position?.start.column ?? null,
    ),
    maybe.integer(
      "line_end",
      "结束行",
      said("结束的行"),
      "position.end.line",
      ({ position }) => position?.end.line ?? null,
    ),
    maybe.integer(
      "column_end",
      "结束列",
      said("结束的列（不含）"),
      "position.end.column",
      ({ position }) => position?.end.column ?? null,
    ),
  ];
}

/** From the first of what stands in printed order to the last; null for nothing. */
export function hull(positions: readonly Position[]): Position | null {
  const [first, last] = [positions[0], positions.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
