/** The page of GB/T 9704-2012 §5: A4, the type area 156 × 225 mm on a grid, page numbers outside below it. */
import {
  AlignmentType,
  DocumentGridType,
  Footer,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx";
import type { Child } from "./content.ts";
import { fonts } from "./fonts.ts";
import { BODY_SIZE, CHARACTER, LINE, millimetres } from "./measure.ts";
import { style } from "./styles.ts";

/** Pages of one orientation that begin with a new one. */
export interface Sheet {
  landscape: boolean;
  children: Child[];
}

const UPRIGHT = { top: 37, right: 26, bottom: 35, left: 28 };
/** Turned by a quarter, so that the head of a wide table stands at the binding edge. */
const LYING = { top: 28, right: 37, bottom: 26, left: 35 };

/** From the lower edge of the paper to that of the page number: its dashes stand 7 mm below the type area. */
const FOOTER = 25;

/** 四号, and so one character of the page number, in twips. */
const PAGE_NUMBER = 280;

const GRID = {
  type: DocumentGridType.LINES_AND_CHARS,
  linePitch: LINE,
  // By how much a character is wider than its size, in 1/4096 pt.
  charSpace: Math.floor((CHARACTER / 20 - BODY_SIZE / 2) * 4096),
};

/** A section of the file, its text left out; the first has the page numbers, which the others go on with. */
export function pagesOf({ landscape }: Pick<Sheet, "landscape">, at: number): ISectionOptions {
  const { top, right, bottom, left } = landscape ? LYING : UPRIGHT;
  return {
    properties: {
      page: {
        size: {
          width: millimetres(210),
          height: millimetres(297),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: millimetres(top),
          right: millimetres(right),
          bottom: millimetres(bottom),
          left: millimetres(left),
          header: millimetres(15),
          footer: millimetres(Math.min(FOOTER, bottom - 10)),
          gutter: 0,
        },
      },
      grid: GRID,
    },
    ...(at === 0 ? { footers: FOOTERS } : {}),
    children: [],
  };
}

/** `— 1 —`: one character from the right on odd pages, from the left on even ones. */
function pageNumber(odd: boolean): Footer {
  const run = new TextRun({
    font: { ...fonts.song, hint: "eastAsia" },
    children: ["— ", PageNumber.CURRENT, " —"],
  });
  return new Footer({
    children: [
      new Paragraph({
        style: style.pageNumber,
        alignment: odd ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: odd ? { right: PAGE_NUMBER } : { left: PAGE_NUMBER },
        children: [run],
      }),
    ],
  });
}

const FOOTERS = { default: pageNumber(true), even: pageNumber(false) };
