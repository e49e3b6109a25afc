/** The printed forms of one gazette: everything that is layout and not text. */
import type { Random } from "../random.ts";

export interface Style {
  encoding: "utf-8" | "utf-8-bom" | "gb18030" | "utf-16le";
  lineEnd: "\n" | "\r\n";
  /** A blank line between paragraphs, or none. */
  spacing: "blank" | "tight";
  /** What opens a paragraph. */
  indent: "" | "　　" | "    " | "\u00a0\u00a0\u00a0\u00a0";
  /** Titles and signatures are set off by blanks. */
  centred: boolean;
  page: PageStyle;
  /** Between an Arabic marker and its text. */
  markerGap: "" | " ";
  /** How a title is broken. */
  titles: "whole" | "blank" | "lines";
  /** Blanks within short labels and names: 主　编. */
  spaced: boolean;
  /** The blank used for it. */
  gap: "　" | " ";
  table: "tabs" | "pipes" | "html";
  /** Empty cells at a line's end are left out. */
  ragged: boolean;
  colon: "：" | ":";
  /** Digits of the cover, of dates in signatures and of pages. */
  wideDigits: boolean;
  /** Bold marks of Markdown left round run-in heads, hashes before titles. */
  markdown: "none" | "bold" | "hash";
  signature: "lines" | "line";
  /** One line of a title, and heads of columns, are set with a blank between their characters. */
  letterSpaced: boolean;
  /** The colophon stands on the last page, not before the first document. */
  colophonLast: boolean;
  contents: ContentsStyle;
}

export interface PageStyle {
  /** Characters to a page. */
  size: number;
  number: "none" | "plain" | "dashes" | "hyphens" | "dots";
  head: "none" | "title-issue" | "issue-title" | "section";
  image: boolean;
  /** The head of a table is printed again on a new page. */
  repeatHead: boolean;
  /** The group cell is printed again on a new page. */
  repeatGroup: boolean;
  /** Without anything printed on a page, its end leaves a blank line, or no more than the end of the line. */
  silent: "blank" | "line";
  /** Pages may end within a row. */
  cutRows: boolean;
}

export interface ContentsStyle {
  mark: "◆" | "●" | "【】" | "";
  leader: "……" | "dots" | "points" | "ellipses" | "blanks" | "tab";
  brackets: boolean;
  /** Where the number stands. */
  number: "inline" | "own-line";
  /** Long titles run over lines of so many characters; 0 for one line. */
  width: number;
  /** The word 目录 is printed twice, the second time in the middle. */
  twice: boolean;
  columns: boolean;
}

export function drawStyle(random: Random): Style {
  const spacing = random.chance(0.6) ? "blank" : "tight";
  return {
    encoding: random.weighted([
      [12, "utf-8"],
      [2, "utf-8-bom"],
      [3, "gb18030"],
      [1, "utf-16le"],
    ] as const),
    lineEnd: random.chance(0.2) ? "\r\n" : "\n",
    spacing,
    indent: random.weighted([
      [5, ""],
      [4, "　　"],
      [1, "    "],
      [0.3, "\u00a0\u00a0\u00a0\u00a0"],
    ] as const),
    centred: random.chance(0.25),
    page: drawPageStyle(random),
    markerGap: random.chance(0.35) ? " " : "",
    titles: random.weighted([
      [4, "whole"],
      [2, "blank"],
      [4, "lines"],
    ] as const),
    spaced: random.chance(0.4),
    gap: random.chance(0.7) ? "　" : " ",
    table: random.weighted([
      [6, "tabs"],
      [2, "pipes"],
      [2, "html"],
    ] as const),
    ragged: random.chance(0.5),
    colon: random.chance(0.1) ? ":" : "：",
    wideDigits: random.chance(0.07),
    markdown: random.weighted([
      [20, "none"],
      [1, "bold"],
      [1, "hash"],
    ] as const),
    letterSpaced: random.chance(0.06),
    colophonLast: random.chance(0.1),
    signature: random.chance(0.12) ? "line" : "lines",
    contents: drawContentsStyle(random),
  };
}

const drawPageStyle = (random: Random): PageStyle => ({
  size: random.weighted([
    [2, 500],
    [3, 900],
    [2, 1500],
  ] as const),
  number: random.weighted([
    [4, "none"],
    [2, "plain"],
    [2, "dashes"],
    [1, "hyphens"],
    [1, "dots"],
  ] as const),
  head: random.weighted([
    [6, "none"],
    [2, "title-issue"],
    [1, "issue-title"],
    [1, "section"],
  ] as const),
  image: random.chance(0.06),
  repeatHead: random.chance(0.6),
  repeatGroup: random.chance(0.5),
  silent: random.chance(0.2) ? "line" : "blank",
  cutRows: random.chance(0.15),
});

const drawContentsStyle = (random: Random): ContentsStyle => ({
  mark: random.pick(["◆", "●", "【】", ""] as const),
  leader: random.pick(["……", "dots", "points", "ellipses", "blanks", "tab"] as const),
  brackets: random.chance(0.25),
  number: random.chance(0.3) ? "own-line" : "inline",
  width: random.weighted([
    [5, 0],
    [2, 18],
    [2, 26],
  ] as const),
  twice: random.chance(0.08),
  columns: random.chance(0.05),
});
