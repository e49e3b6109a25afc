/** A printed table as a plain grid: each text where its cell begins, nothing where a cell only goes on. */
import type { TableDocument } from "../document/schema.ts";

/** The texts row by row; a cell that spans rows or columns is said once, the places it covers are `""`. */
export function spannedGrid({ rows }: Pick<TableDocument, "rows">): string[][] {
  /** How many rows a column is still covered from above. */
  const covered: number[] = [];
  return rows.map(({ cells }) => {
    const texts: string[] = [];
    const skip = (): void => {
      for (let left = covered[texts.length] ?? 0; left > 0; left = covered[texts.length] ?? 0) {
        covered[texts.length] = left - 1;
        texts.push("");
      }
    };
    for (const { text, rowSpan, colSpan } of cells) {
      skip();
      const start = texts.length;
      texts.push(text, ...Array.from({ length: colSpan - 1 }, () => ""));
      for (let column = start; column < texts.length; column += 1) covered[column] = rowSpan - 1;
    }
    skip();
    return texts;
  });
}
