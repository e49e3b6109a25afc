/** The blocks of a text as paragraphs: headings in Word's own ranks with their printed markers, never numbered anew. */
import { AlignmentType, type IRunPropertiesOptions, TabStopType } from "docx";
import type { Block, Section, TableDocument } from "../../document/schema.ts";
import { headline, type Piece, paragraph } from "./flow.ts";
import { fonts } from "./fonts.ts";
import { characters, TYPE_WIDTH, widthOf } from "./measure.ts";
import { rosterPieces } from "./roster.ts";
import { FIRST_LINE, headingStyle, style } from "./styles.ts";
import { tablePieces } from "./tables.ts";
import { gapped, runs, tab } from "./text.ts";

export interface BlockContext {
  tables: ReadonlyMap<string, TableDocument>;
  /** The titles of the part and sections around: what a table or a roster is called too is not printed twice. */
  titles: readonly (string | null)[];
}

export function blockPieces(blocks: readonly Block[], context: BlockContext): Piece[] {
  return blocks.flatMap((block) =>
    block.type === "section" ? sectionPieces(block, context) : leafPieces(block, context),
  );
}

function leafPieces(block: Exclude<Block, Section>, { tables, titles }: BlockContext): Piece[] {
  switch (block.type) {
    case "paragraph":
      return [paragraph({ style: style.body, children: runs(block.text) })];
    case "list":
      return block.items.map(({ marker, text }) =>
        paragraph({ style: style.body, children: runs(`${marker ?? ""}${text}`) }),
      );
    case "roster":
      return rosterPieces(block.groups, titles);
    case "form":
      return block.fields.map(fieldPiece);
    case "table": {
      const table = tables.get(block.ref);
      return table === undefined ? [] : tablePieces(table, titles);
    }
  }
}

/** A blank form's line: what is asked, and a rule to write on where nothing is filled in. */
function fieldPiece({ label, value }: { label: string; value: string }): Piece {
  const from = characters(Math.min(14, Math.max(8, widthOf(label) + 1)));
  const stops = [
    { type: TabStopType.LEFT, position: characters(2) + from },
    { type: TabStopType.RIGHT, position: TYPE_WIDTH, leader: "underscore" as const },
  ];
  return paragraph({
    style: style.line,
    indent: { left: characters(2) },
    tabStops: stops,
    children: [...runs(label), tab(), ...(value === "" ? [tab()] : runs(value))],
  });
}

/** 第一章, 第二节: titles in the middle of the line. */
const CHAPTER = /^第.+[编章节]$/u;
/** 第三条: in 黑体, a blank between it and its text. */
const ARTICLE = /^第.+条$/u;

function sectionPieces(section: Section, context: BlockContext): Piece[] {
  const { title, runIn, children, depth, delimiter } = section;
  const [first, ...rest] = children;
  const inside = { ...context, titles: [...context.titles, title] };
  if (title === null) {
    const text = first?.type === "paragraph" ? first.text : "";
    const line = { style: style.body, children: [...markerRuns(section, text !== ""), ...runs(text)] };
    return [
      text === "" ? headline(line) : paragraph(line),
      ...blockPieces(first?.type === "paragraph" ? rest : children, inside),
    ];
  }
  const words = [...markerRuns(section, true), ...runs(`${title}${delimiter ?? ""}`, chapterFont(section))];
  const head = { style: headingStyle(depth), children: words };
  if (runIn && first?.type === "paragraph")
    return [
      // Word's style separator: the heading ends here for its outline, but its line goes on.
      headline({ ...head, run: { vanish: true, specVanish: true } }),
      ...blockPieces(children, inside),
    ];
  const centred = CHAPTER.test(section.marker)
    ? { alignment: AlignmentType.CENTER, indent: { firstLine: 0, firstLineChars: 0 } }
    : { indent: FIRST_LINE };
  return [headline({ ...head, ...centred }), ...blockPieces(children, inside)];
}

function markerRuns(section: Section, followed: boolean) {
  const { marker } = section;
  const law = ARTICLE.test(marker) || CHAPTER.test(marker);
  return law && followed ? gapped(marker, 1, { font: fonts.hei }) : runs(marker, chapterFont(section));
}

/** Chapters stand in 黑体 at whatever depth. */
function chapterFont({ marker }: Section): IRunPropertiesOptions {
  return CHAPTER.test(marker) ? { font: fonts.hei } : {};
}
