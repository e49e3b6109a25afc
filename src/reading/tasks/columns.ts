/** Which column of a table says what of its tasks. */

import { squeeze } from "../../language/blanks.ts";
import {
  ALLOCATION_TITLE,
  COLUMN_MEANINGS,
  COLUMN_PATTERNS,
  type ColumnMeaning,
  PART_OF_YEAR,
  TASK_TABLE_TITLE,
} from "../../terms/columns.ts";
import { BODY_ENDING } from "../../terms/organizations.ts";
import { cellText, filledCells, type Grid } from "../grid.ts";
import { plainNumber } from "../measures.ts";

/** What a column's head means; null where no table of terms knows it. */
export function columnMeaning(name: string): ColumnMeaning | null {
  const plain = squeeze(name).replace(/#[\d０-９]+$/, "");
  const own = COLUMN_MEANINGS[plain];
  if (own !== undefined) return own;
  if (PART_OF_YEAR.test(plain)) return null;
  return COLUMN_PATTERNS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** The columns of a table by meaning. */
export interface Layout {
  meanings: (ColumnMeaning | null)[];
  group: number;
  title: number;
  text: number;
  who: number[];
  isAllocation: boolean;
}

/** The name of a task without the number that opens it, 1.地区生产总值, where no column numbers the rows. */
export const withoutNumber = ({ meanings }: Pick<Layout, "meanings">, name: string): string =>
  meanings.includes("number")
    ? name
    : name.replace(/^[\d０-９]{1,3}[\s　]*[.．、][\s　]*(?=\p{Script=Han})/u, "");

const spans = (grid: Grid, column: number): boolean =>
  grid.rows.some(({ cells }) => (cells[column]?.rowSpan ?? 1) > 1);

/** True where every filled cell of a column is a number: 到位资金任务 is an amount, not what is to be done. */
function holdsNumbers(grid: Grid, column: number): boolean {
  const filled = filledCells(grid, column);
  return filled.length > 0 && filled.every((text) => plainNumber(text) !== null);
}

const BODY = new RegExp(
  `(?:${BODY_ENDING}|[省市县区州旗镇乡村]|街道|部门|单位|园区)(?:[（(][^（）()]{1,16}[）)])?$`,
);
/** True where most cells of a column end as names of bodies and places do: 单位 may be that of a quantity. */
function holdsBodies(grid: Grid, column: number): boolean {
  const filled = filledCells(grid, column);
  return filled.filter((text) => BODY.test(squeeze(text))).length * 2 > filled.length;
}

/** The column that gives each indicator its unit, -1 where there is none. */
export const unitColumn = (grid: Grid, meanings: readonly (ColumnMeaning | null)[]): number =>
  meanings.includes("indicator")
    ? grid.columns.findIndex(({ name }) => /^(?:计量)?单位$/.test(squeeze(name)))
    : -1;

/** An award names who did the work: 完成单位 beside 主要完成人. */
const AWARDED = /完成人|获奖|受奖|奖项/;

/** Columns that say of a person what no task is: 姓名, 职务, 联系电话. */
const OF_PERSON = /姓名|职务|职称|领导|电话|手机|联系方式|人员?$/;

/** The column of goals, 年度目标, that says what is to be done where no other does; -1 where none stands there. */
const goalColumn = (grid: Grid, meanings: readonly (ColumnMeaning | null)[]): number =>
  meanings.findIndex(
    (meaning, column) =>
      meaning === null &&
      /目标(?:任务)?$/.test(grid.columns[column]?.name ?? "") &&
      filledCells(grid, column).some((text) => text.length > 4 && plainNumber(text) === null),
  );

/** Heads of no known meaning that tell what is to be done. */
const TELLS = /内容|标准|要求|事项/;

/** Reads which column says what; null where the table shares out no work. */
export function layoutOf(grid: Grid, title: string): Layout | null {
  if (grid.columns.some(({ name }) => AWARDED.test(squeeze(name)))) return null;
  const meanings = grid.columns.map(({ name, unit }, column) => {
    const meaning = unit !== null && !/指标/.test(name) ? null : columnMeaning(name);
    if (meaning !== "text" || !holdsNumbers(grid, column)) return meaning;
    return column === 0 && /^[1１]$/.test(filledCells(grid, 0)[0] as string) ? "number" : null;
  });
  const at = (wanted: ColumnMeaning): number[] =>
    meanings.flatMap((meaning, column) => (meaning === wanted ? [column] : []));
  const isTaskTitle = TASK_TABLE_TITLE.test(title);
  // Beside indicators 单位 is the unit they are counted in.
  const isPlace = (column: number): boolean => column !== unitColumn(grid, meanings);
  const places = ALLOCATION_TITLE.test(title) ? at("place").filter(isPlace) : [];
  const named = [...at("lead"), ...at("duty"), ...at("support")];
  const onlyContractors = named.every((column) => grid.columns[column]?.name === "承办单位");
  const texts = at("text");
  // 单位 | 职责分工: beside what is to be done the column of bodies is who, in a table that shares out work by its title.
  const bodies =
    places.length > 0 || !isTaskTitle || texts.length === 0
      ? places
      : at("place").filter((column) => isPlace(column) && holdsBodies(grid, column));
  // 东江市 | 东源县: a column that spans those of the next one groups them.
  const grouped = bodies.length > 1 && spans(grid, bodies[0] as number) ? bodies.slice(1) : bodies;
  const who = named.length > 0 && (!onlyContractors || isTaskTitle) ? named : grouped;
  if (who.length === 0) return null;
  const isAllocation = who === grouped;
  const indicators = at("indicator");
  const titles = at("title");
  const spanning = [...at("group"), ...texts, ...titles]
    .sort((a, b) => a - b)
    .filter((column) => spans(grid, column));
  // Rows that head those below them are the groups; a column that spans some is then the name of each task.
  const hasHeads = grid.rows.some((row) => row.spanning && !row.total);
  const region = isAllocation && grouped !== bodies ? bodies[0] : undefined;
  // 攻坚战 | 任务: the leftmost column that spans groups, whatever its name.
  const first = Math.min(...texts, ...titles, ...who);
  const unnamed = meanings.findIndex(
    (meaning, column) =>
      !hasHeads && meaning === null && column < first && spans(grid, column) && !holdsNumbers(grid, column),
  );
  const group =
    at("group")[0] ??
    region ??
    (unnamed >= 0 ? unnamed : undefined) ??
    (!hasHeads && texts.length + titles.length > 1 ? (spanning[0] ?? -1) : -1);
  const restTexts = texts.filter((column) => column !== group);
  const text =
    restTexts.length > 1 && titles.length === 0
      ? (restTexts[1] as number)
      : (restTexts[0] ?? goalColumn(grid, meanings));
  const titleColumn =
    titles.filter((column) => column !== group)[0] ??
    indicators[0] ??
    (restTexts.length > 1 ? (restTexts[0] as number) : -1);
  const hasFigures =
    grid.columns.some(({ unit }) => unit !== null) ||
    grid.rows.some(({ cells }) =>
      cells.some((cell, column) => meanings[column] === null && plainNumber(cellText(cell)) !== null),
    );
  if (text < 0 && titleColumn < 0 && !(isAllocation && hasFigures)) {
    // 联系县 | 配合部门: who only helps with what no column names bears no task.
    if (!isTaskTitle || (named.length > 0 && named.length === at("support").length)) return null;
    const free = meanings.flatMap((meaning, column) =>
      meaning === null &&
      column !== group &&
      grid.columns[column]?.unit === null &&
      !OF_PERSON.test(squeeze(grid.columns[column]?.name ?? "")) &&
      filledCells(grid, column).some(
        (cell) =>
          cell.length > 4 || (TELLS.test(grid.columns[column]?.name ?? "") && plainNumber(cell) === null),
      )
        ? [column]
        : [],
    );
    if (free.length === 0 && !(hasFigures && ALLOCATION_TITLE.test(title))) return null;
    // 测评内容 | 具体标准: the first is the name of what the second tells.
    const [name = free[0] ?? -1, told] = free.filter((column) =>
      TELLS.test(grid.columns[column]?.name ?? ""),
    );
    return { meanings, group, title: told === undefined ? -1 : name, text: told ?? name, who, isAllocation };
  }
  return { meanings, group, title: titleColumn, text, who, isAllocation };
}
