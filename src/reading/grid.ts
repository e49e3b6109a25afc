/** A table's grid resolved: columns by name, every row with a cell for every column. */
import { hasBlank, squeeze } from "../language/blanks.ts";
import { isTotal, mayTotal, UNIT_LABEL } from "../terms/columns.ts";
import type { Cell, Leaf, Row, Table } from "../tree/nodes.ts";
import { splitUnit } from "./measures.ts";

export interface Column {
  name: string;
  unit: string | null;
  text: string;
}

export interface GridRow {
  row: Row;
  /** The cell that covers each column; null for a blank or missing one. */
  cells: (Cell | null)[];
  /** True where the row has more cells than the head: nothing can be said of its columns. */
  misfit: boolean;
  /** True for a row that is one cell over all columns. */
  spanning: boolean;
  total: boolean;
}

export interface Grid {
  columns: Column[];
  rows: GridRow[];
  /** The one unit that a note beside the table gives to all its figures; null where it names none or several. */
  unit: string | null;
}

/** The text of a cell, empty for a blank one. */
export const cellText = (cell: Cell | null | undefined): string => cell?.children[0]?.value ?? "";

/** A column head as printed: blanks in it stand for layout. */
const headText = (cell: Cell | undefined): string => {
  const raw = cellText(cell);
  if (!hasBlank(raw)) return raw;
  return raw
    .replace(/(?<![\s　])[\s　]+(?=\p{Script=Han})/gu, "")
    .replace(/(?<=\p{Script=Han})[\s　]+(?=[（(])/gu, " ");
};

/** Places the cells of rows in columns, each cell in all that it spans. */
function place(rows: readonly Row[], width: number): (Cell | null)[][] {
  const grid: (Cell | null)[][] = rows.map(() => new Array<Cell | null>(width).fill(null));
  rows.forEach((row, index) => {
    for (const cell of row.children)
      for (let down = 0; down < cell.rowSpan && index + down < rows.length; down++)
        for (let across = 0; across < cell.colSpan; across++) {
          const line = grid[index + down] as (Cell | null)[];
          if (cell.column + across < width) line[cell.column + across] = cell;
        }
  });
  return grid;
}

const widthOf = (rows: readonly Row[]): number =>
  rows.reduce(
    (width, row) => row.children.reduce((most, cell) => Math.max(most, cell.column + cell.colSpan), width),
    0,
  );

/** True where a column holds figures, so that a bracket in its head is a unit: 补助资金（万元）, not 出具单位（人）. */
function holdsFigures(cells: readonly (Cell | null)[][], column: number): boolean {
  const filled = cells.map((line) => cellText(line[column])).filter(Boolean);
  return (
    filled.length === 0 ||
    filled.filter((text) => /^[^\p{Script=Han}]*[\d０-９]/u.test(text)).length * 2 >= filled.length
  );
}

/** What has a unit of its own, or none, below a head with one: 增速 under 固定资产投资（亿元）. */
const OWN_UNIT = /(?:增速|增幅|增长|比重|占比|比例|排名|[^效频功]率)$/;

/** The heads over a column as one name, and the unit that the last or the one above it carries: 投资（万元） over 本年计划. */
function splitHeads(heads: readonly string[]): { name: string; unit: string | null } {
  const own = splitUnit(heads.join(""));
  const upper = heads.length > 1 && own.unit === null ? splitUnit(heads[0] as string) : own;
  if (upper === own || upper.unit === null || OWN_UNIT.test(heads.at(-1) as string)) return own;
  return { name: upper.name + heads.slice(1).join(""), unit: upper.unit };
}

function columnsOf(heads: readonly Row[], width: number, body: readonly (Cell | null)[][]): Column[] {
  if (heads.length === 0)
    return Array.from({ length: width }, (_, at) => ({ name: `列${at + 1}`, unit: null, text: "" }));
  const grid = place(heads, width);
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, at) => {
    const cells = [...new Set(grid.map((line) => line[at] ?? null).filter((cell) => cell !== null))];
    const text = cells.map((cell) => headText(cell as Cell)).join("");
    const split = splitHeads(cells.map((cell) => headText(cell as Cell)));
    const { name: bare, unit } =
      split.unit === null || holdsFigures(body, at) ? split : { name: text, unit: null };
    const base = squeeze(bare) === "" ? `列${at + 1}` : squeeze(bare);
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return { name: count === 1 ? base : `${base}#${count}`, unit, text };
  });
}

/** A longer text adds nothing up, however widely it is spaced. */
const LONGEST_TOTAL = 20;
const addsUp = (text: string): boolean =>
  text.length <= LONGEST_TOTAL && mayTotal(text) && isTotal(squeeze(text));

/** 全县 at the edge of a table of places stands for all of them. */
const isWholePlace = ({ children }: Row): boolean =>
  /^全[省市县区州旗]$/.test(squeeze(cellText(children.find((cell) => cellText(cell) !== ""))));

const NOTED_UNIT = new RegExp(`^[（(]?${UNIT_LABEL}([^：:（）()、，,；;/]{1,8})[）)]?$`);
/** 单位：万元 → 万元. */
function unitOfNote(note: string | null): string | null {
  const unit = note === null ? undefined : squeeze(note).match(NOTED_UNIT)?.[1];
  return unit === undefined ? null : splitUnit(`数（${unit}）`).unit;
}

/** Resolves the grid of a table. */
export function readGrid(table: Table): Grid {
  const rows = table.children.filter((child): child is Row => child.type === "row");
  const heads = rows.filter(({ header }) => header);
  const body = rows.filter(({ header }) => !header);
  const width = heads.length > 0 ? widthOf(heads) : widthOf(body);
  const cells = place(body, width);
  const columns = columnsOf(heads, width, cells);
  return {
    columns,
    unit: unitOfNote(tableLeaf(table, "unitNote")),
    rows: body.map((row, index) => ({
      row,
      cells: cells[index] as (Cell | null)[],
      misfit: widthOf([row]) > width,
      spanning: row.children.length === 1 && (row.children[0] as Cell).colSpan === width && width > 1,
      total:
        row.children.some((cell) => addsUp(cellText(cell))) ||
        ((index === 0 || index === body.length - 1) && body.length > 2 && isWholePlace(row)),
    })),
  };
}

/** What stands in the cells of a column, blanks and the heads of rows aside. */
export const filledCells = ({ rows }: Grid, column: number): string[] =>
  rows.flatMap(({ cells, spanning }) => (spanning ? [] : cellText(cells[column]) || []));

/** The caption or unit note of a table, or null. */
export function tableLeaf(table: Table, type: "caption" | "unitNote"): string | null {
  return table.children.find((child): child is Leaf => child.type === type)?.value ?? null;
}
