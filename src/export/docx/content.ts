/**
 * What stands on the pages of a Word file, as the library's options; `components.ts` has the library's own components of it,
 * `written.ts` their XML.
 */
import type {
  IParagraphOptions,
  IRunPropertiesOptions,
  ITableCellOptions,
  ITableOptions,
  ITableRowOptions,
} from "docx";

/** Text of one look within a line; `null` is a tab. */
export interface Run {
  properties: IRunPropertiesOptions;
  /** Whether it begins a new line. */
  breaks: boolean;
  pieces: readonly (string | null)[];
}

export interface Paragraph extends Omit<IParagraphOptions, "children" | "text"> {
  children?: readonly Run[];
}

/** A cell that is merged down rows stands again in each of them, `continued`. */
export interface Cell extends Pick<ITableCellOptions, "verticalAlign" | "rowSpan" | "columnSpan"> {
  /** In twips. */
  width: number;
  continued?: boolean;
  children: readonly Paragraph[];
}

export interface Row extends Pick<ITableRowOptions, "tableHeader" | "cantSplit"> {
  cells: readonly Cell[];
}

export interface Table extends Omit<ITableOptions, "rows"> {
  rows: readonly Row[];
}

/** What stands below one another. */
export type Child = Paragraph | Table;

export const isTable = (child: Child): child is Table => "rows" in child;
