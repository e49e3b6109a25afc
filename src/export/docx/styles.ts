/** The paragraph styles: one for each element (要素) of a document that GB/T 9704-2012 names, and the headings. */
import {
  AlignmentType,
  type IFontAttributesProperties,
  type IIndentAttributesProperties,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
} from "docx";
import { fonts } from "./fonts.ts";
import { BODY_SIZE, characters, LINE, SQUEEZE } from "./measure.ts";

/** Style ids, by what they are for. */
export const style = {
  body: "Body",
  title: "Title",
  issuerMark: "IssuerMark",
  number: "DocumentNumber",
  recipients: "Recipients",
  partTitle: "PartTitle",
  attachmentLabel: "AttachmentLabel",
  attachmentNote: "AttachmentNote",
  signature: "Signature",
  line: "Line",
  caption: "TableTitle",
  unit: "TableUnit",
  tableHead: "TableHead",
  cell: "TableText",
  spacer: "Spacer",
  pageNumber: "PageNumber",
} as const;

/** Word has nine ranks of headings. */
const RANKS = 9;

/** The style of a heading at a depth from 1: 一、 in 黑体, （一） in 楷体, deeper ones in 仿宋. */
export function headingStyle(depth: number): string {
  return `Heading${Math.min(depth, RANKS)}`;
}

/** Lines of a fixed height, so that 22 of them fill a page with whatever font. */
const exactly = (line: number, more: { before?: number; after?: number } = {}) => ({
  line,
  lineRule: LineRuleType.EXACT,
  before: 0,
  after: 0,
  ...more,
});

/** Two characters in, also for readers that measure in twips only. */
export const FIRST_LINE: IIndentAttributesProperties = {
  firstLine: characters(2),
  firstLineChars: 200,
};

const TITLE_LINE = 660;
const CELL_LINE = 320;
const RED = "FF0000";

function heading(rank: number): IParagraphStyleOptions {
  const faces: IFontAttributesProperties[] = [fonts.hei, fonts.kai];
  return {
    id: headingStyle(rank),
    name: `heading ${rank}`,
    basedOn: "Normal",
    next: style.body,
    quickFormat: true,
    paragraph: { keepNext: true, outlineLevel: rank - 1, indent: FIRST_LINE },
    run: { font: faces[rank - 1] ?? fonts.body },
  };
}

const based = (id: string, name: string, rest: Partial<IParagraphStyleOptions>): IParagraphStyleOptions => ({
  id,
  name,
  basedOn: "Normal",
  quickFormat: true,
  ...rest,
});

const titled = { alignment: AlignmentType.CENTER, keepNext: true, keepLines: true };

/** Titles stand on the third line of the page or of what is left below the red rule, a blank line below them. */
const titleSpacing = exactly(TITLE_LINE, { before: 2 * LINE, after: LINE });

export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: fonts.body,
        size: BODY_SIZE,
        sizeComplexScript: BODY_SIZE,
        characterSpacing: SQUEEZE,
        snapToGrid: false,
        language: { value: "en-US", eastAsia: "zh-CN" },
      },
      paragraph: { alignment: AlignmentType.BOTH, spacing: exactly(LINE) },
    },
  },
  paragraphStyles: [
    // The grid is reckoned from the size of this style.
    { id: "Normal", name: "Normal", quickFormat: true, run: { font: fonts.body, size: BODY_SIZE } },
    based(style.body, "公文正文", { paragraph: { indent: FIRST_LINE } }),
    {
      ...based(style.title, "Title", { next: style.body }),
      paragraph: { ...titled, spacing: titleSpacing },
      run: { font: fonts.title, size: 44 },
    },
    based(style.issuerMark, "发文机关标志", {
      paragraph: titled,
      run: { font: fonts.title, color: RED },
    }),
    based(style.number, "发文字号", { paragraph: { ...titled, spacing: exactly(LINE) } }),
    based(style.recipients, "主送机关", {}),
    ...Array.from({ length: RANKS }, (_, at) => heading(at + 1)),
    based(style.partTitle, "印发件与附件标题", {
      next: style.body,
      paragraph: { ...titled, spacing: { ...titleSpacing, before: LINE }, outlineLevel: 0 },
      run: { font: fonts.title, size: 44 },
    }),
    based(style.attachmentLabel, "附件序号", {
      paragraph: { keepNext: true, alignment: AlignmentType.LEFT },
      run: { font: fonts.hei },
    }),
    based(style.attachmentNote, "附件说明", { paragraph: { alignment: AlignmentType.LEFT } }),
    based(style.signature, "署名与成文日期", {
      paragraph: { alignment: AlignmentType.RIGHT, keepLines: true },
    }),
    based(style.line, "名单与填报项", { paragraph: { alignment: AlignmentType.LEFT } }),
    based(style.caption, "表格标题", {
      paragraph: { ...titled, spacing: exactly(LINE, { before: LINE / 2 }) },
      run: { font: fonts.hei },
    }),
    based(style.unit, "表格单位", {
      paragraph: { alignment: AlignmentType.RIGHT, keepNext: true },
      run: { size: 24 },
    }),
    based(style.tableHead, "表头", {
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: exactly(CELL_LINE) },
      run: { font: fonts.hei },
    }),
    based(style.cell, "表格文字", { paragraph: { spacing: exactly(CELL_LINE) } }),
    based(style.spacer, "表后", { paragraph: { spacing: exactly(20) }, run: { size: 2 } }),
    based(style.pageNumber, "页码", {
      paragraph: { spacing: exactly(280) },
      run: { font: fonts.song, size: 28 },
    }),
  ],
};
