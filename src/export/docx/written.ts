/**
 * The XML of what stands on the pages, as the library writes it. It makes each kind of run, paragraph, row and cell once: all
 * that are alike differ in their texts and widths, which are put between the parts of that XML.
 */
import type { BaseXmlComponent, Document } from "docx";
import {
  cellComponent,
  paragraphComponent,
  rowComponent,
  runComponent,
  tableComponent,
} from "./components.ts";
import { type Cell, type Child, isTable, type Paragraph, type Row, type Run, type Table } from "./content.ts";
import { escaped, type Preparing, xmlOf } from "./xml.ts";

/** The XML around what varies: one part more than there are such places. */
type Parts = readonly string[];

/** Stands for a text; no text has the character (`visible`). */
const TEXT = "\u{f0000}";
/** Stands for a width: wider than a page, so that nothing else is as wide. */
const WIDTH = 999_999;

const RUN: Run = { properties: {}, breaks: false, pieces: [TEXT] };
const PARAGRAPH: Paragraph = { children: [RUN] };
const CELL: Cell = { width: WIDTH, children: [PARAGRAPH] };
const ROW: Row = { cells: [CELL] };

export class Writer {
  readonly #preparing: Preparing;
  readonly #known = new Map<string, Parts>();

  /** `document` is that which the texts belong to. */
  constructor(document: Document) {
    this.#preparing = { file: document, viewWrapper: document.Document, stack: [] };
  }

  /** What stands below one another. */
  children(children: readonly Child[]): string {
    let text = "";
    for (const child of children) text += isTable(child) ? this.#table(child) : this.#paragraph(child);
    return text;
  }

  /** What the library has made a component of. */
  component(component: BaseXmlComponent): string {
    return xmlOf(component, this.#preparing);
  }

  #table({ rows, ...options }: Table): string {
    const [before, after] = this.#around(tableComponent({ ...options, rows: [ROW] }), rowComponent(ROW));
    let text = before;
    for (const row of rows) text += this.#row(row);
    return text + after;
  }

  #row({ cells, ...options }: Row): string {
    const [before = "", after = ""] = this.#kind("row", options, () =>
      this.#around(rowComponent({ ...options, cells: [CELL] }), cellComponent(CELL)),
    );
    let text = before;
    for (const cell of cells) text += this.#cell(cell);
    return text + after;
  }

  #cell({ width, children, ...options }: Cell): string {
    const [before = "", between = "", after = ""] = this.#kind("cell", options, () => {
      const whole = cellComponent({ ...options, width: WIDTH, children: [PARAGRAPH] });
      const [head, tail] = this.#around(whole, paragraphComponent(PARAGRAPH));
      return [...head.split(String(WIDTH)), tail];
    });
    let text = before + width + between;
    for (const child of children) text += this.#paragraph(child);
    return text + after;
  }

  #paragraph({ children = [], ...options }: Paragraph): string {
    const [before = "", after = ""] = this.#kind("paragraph", options, () =>
      this.#around(paragraphComponent({ ...options, children: [RUN] }), runComponent(RUN)),
    );
    let text = before;
    for (const run of children) text += this.#run(run);
    return text + after;
  }

  #run({ properties, breaks, pieces }: Run): string {
    const kinds = pieces.map((piece) => (piece === null ? null : TEXT));
    const [before = "", ...others] = this.#kind("run", [properties, breaks, kinds], () =>
      this.component(runComponent({ properties, breaks, pieces: kinds })).split(TEXT),
    );
    let text = before;
    let at = 0;
    for (const piece of pieces) if (piece !== null) text += escaped(piece) + others[at++];
    return text;
  }

  #kind(kind: string, options: unknown, make: () => Parts): Parts {
    const key = `${kind} ${JSON.stringify(options)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.#known.set(key, made);
    return made;
  }

  /** The XML of a component before and after that of the one which stands in it. */
  #around(whole: BaseXmlComponent, inner: BaseXmlComponent): [before: string, after: string] {
    const [before = "", after = ""] = this.component(whole).split(this.component(inner));
    return [before, after];
  }
}
