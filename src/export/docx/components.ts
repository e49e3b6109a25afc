/** The library's components of what stands on the pages. */
import {
  type IRunOptions,
  Paragraph as ParagraphComponent,
  Tab,
  TableCell as TableCellComponent,
  Table as TableComponent,
  TableRow as TableRowComponent,
  TextRun,
  WidthType,
} from "docx";
import { type Cell, type Child, isTable, type Paragraph, type Row, type Run, type Table } from "./content.ts";

export function runComponent({ properties, breaks, pieces }: Run): TextRun {
  const children: IRunOptions["children"] = pieces.map((piece) => piece ?? new Tab());
  return new TextRun({ ...properties, ...(breaks ? { break: 1 } : {}), children });
}

export function paragraphComponent({ children = [], ...options }: Paragraph): ParagraphComponent {
  return new ParagraphComponent({ ...options, children: children.map(runComponent) });
}

export function cellComponent({ width, continued = false, children, ...options }: Cell): TableCellComponent {
  return new TableCellComponent({
    ...options,
    width: { size: width, type: WidthType.DXA },
    ...(continued ? { verticalMerge: "continue" } : {}),
    children: children.map(paragraphComponent),
  });
}

export function rowComponent({ cells, ...options }: Row): TableRowComponent {
  // The library itself adds the cells that go on in the rows below.
  const own = cells.filter(({ continued }) => !continued);
  return new TableRowComponent({ ...options, children: own.map(cellComponent) });
}

export function tableComponent({ rows, ...options }: Table): TableComponent {
  return new TableComponent({ ...options, rows: rows.map(rowComponent) });
}

export const componentOf = (child: Child): ParagraphComponent | TableComponent =>
  isTable(child) ? tableComponent(child) : paragraphComponent(child);
