/** A head of a document, and the heading of a section. */
import type { NumberReading } from "../../language/documentNumbers.ts";

/** The first lines of a document, as indexes into the lines. */
export interface Head {
  kind: "document" | "chronicle";
  /** Lines of the title; empty for a document that opens with its number. */
  title: number[];
  /** The line of the number, or null. */
  number: number | null;
  reading: NumberReading | null;
  /** First line of the head, and the line after its last. */
  from: number;
  to: number;
}

/** A heading between documents, `县人民政府文件`. */
export interface SectionLine {
  line: number;
  name: string;
}

/** No title has more lines. */
export const MAX_TITLE_LINES = 7;

/** Titles of the contents without blanks and without the issuer, to be met again in the text. */
export type KnownTitles = ReadonlySet<string>;

/** The head of a document that only its title tells, up to the line `last`. */
export const head = (title: number[], last: number): Head => ({
  kind: "document",
  title,
  number: null,
  reading: null,
  from: title[0] as number,
  to: last + 1,
});
