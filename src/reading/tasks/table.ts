/** Work that a table shares out, row by row. */

import { squeeze } from "../../language/blanks.ts";
import { toNumber } from "../../language/numerals.ts";
import { type ColumnMeaning, isGroupNumber, isRowNumber, isSubtotal } from "../../terms/columns.ts";
import { readDeadline } from "../deadlines.ts";
import { type Column, cellText, type Grid, type GridRow } from "../grid.ts";
import { type MeasureReading, plainNumber } from "../measures.ts";
import { isName } from "../names.ts";
import { type Duty, leadFirst, readDuty, readParties, saysFirstLeads } from "../parties.ts";
import { type Layout, layoutOf, withoutNumber } from "./columns.ts";
import { figuresOf, measuresOf } from "./figures.ts";
import { splitGroupLead } from "./groups.ts";
import { NO_DUTY, type TaskReading, type TaskTableReading } from "./task.ts";

/** The number that opens a task cell; a cell of several numbered items keeps them. */
const CELL_NUMBER =
  /^[\d０-９]{1,3}[\s　]*[.．、](?![\d０-９])[\s　]*(?!.*[；;。]\s*[\d０-９]{1,2}[.．、])|^[（(][\d０-９]{1,3}[）)][\s　]*(?!.*[；;。]\s*[（(][\d０-９]{1,2}[）)])/su;
const NUMBERED_CELL = /^([\d０-９]{1,3})[\s　]*[.．、][\s　]*(?=\S)([^。；！？]{2,40})。(?=\S)/;

const OPENING_NUMBER = /^[（(]?([\d０-９]{1,3})(?:(?<=[（(][\d０-９]{1,3})[）)]|[\s　]*[.．、](?![\d０-９]))/;

/** The digits of a number cell, or those that open a text. */
function numberOf(layout: Layout, row: GridRow): number | null {
  const column = layout.meanings.indexOf("number");
  const cell = column < 0 ? "" : cellText(row.cells[column]);
  const own = squeeze(cell).match(/^[^\d０-９]{0,2}([\d０-９]{1,4})[^\d０-９]{0,2}$/)?.[1];
  if (own !== undefined) return toNumber(own);
  const opening = [layout.text, layout.title]
    .map((at) => (at < 0 ? "" : cellText(row.cells[at])).match(OPENING_NUMBER)?.[1])
    .find((digits) => digits !== undefined);
  return opening === undefined ? null : toNumber(opening);
}

/** A cell under 责任单位及责任人 without the persons: 县工信局 王亮. */
const withoutPersons = ({ name }: Column, text: string): string =>
  /责任人|负责人/.test(name)
    ? text
        .split(/([\s　、，；]+)/)
        .filter((part, index) => index % 2 === 1 || !isName(part))
        .join("")
    : text;

/** What each column of bodies said last, for the cells below that say 同上. */
type Above = Map<number, string>;

const SAME_AS_ABOVE = /^同[上前]$/;

/** The bodies of a cell: those of the cell above where it says 同上. */
function bodiesOf({ cells }: GridRow, column: number, above: Above): string {
  const text = cellText(cells[column]);
  if (SAME_AS_ABOVE.test(text)) return above.get(column) ?? text;
  above.set(column, text);
  return text;
}

/** The duty of a row from its columns of bodies. */
function dutyOf(
  grid: Grid,
  layout: Layout,
  row: GridRow,
  above: Above,
): { duty: Duty; responsibility: string | null } {
  const filled = layout.who.filter((column) => cellText(row.cells[column]) !== "");
  if (filled.length === 0) return { duty: NO_DUTY, responsibility: null };
  if (layout.isAllocation) {
    const text = cellText(row.cells[filled[0] as number]);
    const bodies = bodiesOf(row, filled[0] as number, above);
    return { duty: { responsible: readParties(bodies), supporting: [] }, responsibility: text };
  }
  if (filled.length === 1) {
    const [column] = filled as [number];
    const text = cellText(row.cells[column]);
    const { name } = grid.columns[column] as Column;
    const bodies = withoutPersons(grid.columns[column] as Column, bodiesOf(row, column, above));
    const duty = readDuty(bodies, saysFirstLeads(name));
    const isSupport = layout.meanings[column] === "support";
    return {
      duty: isSupport ? { responsible: [], supporting: [...duty.responsible, ...duty.supporting] } : duty,
      responsibility: text,
    };
  }
  const labels: Partial<Record<ColumnMeaning, string>> = {
    lead: "牵头单位",
    duty: "责任单位",
    support: "配合单位",
  };
  const read = filled
    .map(
      (column) =>
        `${labels[layout.meanings[column] as ColumnMeaning]}：${withoutPersons(grid.columns[column] as Column, bodiesOf(row, column, above))}`,
    )
    .join("\n");
  const printed = filled
    .map((column) => `${grid.columns[column]?.name}：${cellText(row.cells[column])}`)
    .join("\n");
  // 责任单位（列第一位的为牵头单位） beside 配合单位: the note holds for its own column, which comes first.
  const isNoted = saysFirstLeads(grid.columns[filled[0] as number]?.name ?? "");
  const duty = readDuty(read);
  return { duty: isNoted ? leadFirst(duty) : duty, responsibility: printed };
}

/** 一 | 稳增长方面: a row of a Chinese number and a name, sums aside, heads the rows below it; null for any other row. */
function numberedHead(grid: Grid, { meanings }: Layout, { cells, misfit }: GridRow): string | null {
  if (meanings[0] !== "number" || !isGroupNumber(squeeze(cellText(cells[0])))) return null;
  const filled = cells.filter((cell) => cellText(cell) !== "");
  const [number, name] = filled.map(cellText);
  const isHead =
    !misfit &&
    meanings.length > 3 &&
    (filled.length === 2 ||
      (filled.length > 2 &&
        filled.slice(2).every((cell) => plainNumber(cellText(cell)) !== null) &&
        grid.rows.some((row) => isRowNumber(squeeze(cellText(row.cells[0]))))));
  return isHead ? `${number} ${name}` : null;
}

/** The tasks of a table; null where it shares out no work. `year` is that of the document's date. */
export function readTableTasks(grid: Grid, title: string, year: number | null): TaskTableReading | null {
  const layout = layoutOf(grid, title);
  if (!layout) return null;
  const figures = figuresOf(grid, layout);
  const deadlineColumn = layout.meanings.indexOf("deadline");
  const known = new Set([
    layout.group,
    layout.title,
    layout.text,
    deadlineColumn,
    figures.unit,
    ...layout.who,
    ...figures.columns,
    layout.meanings.indexOf("number"),
  ]);
  const tasks: TaskReading[] = [];
  const above: Above = new Map();
  let totals: MeasureReading[] | null = null;
  let spanningHead: string | null = null;
  for (const row of grid.rows) {
    if (row.spanning) {
      spanningHead = cellText(row.row.children[0]);
      continue;
    }
    const numbered = numberedHead(grid, layout, row);
    if (numbered !== null) {
      spanningHead = numbered;
      continue;
    }
    if (row.total) {
      if (row.row.children.some((cell) => isSubtotal(squeeze(cellText(cell))))) continue;
      totals ??= measuresOf(grid, layout, row, figures);
      continue;
    }
    if (row.misfit) {
      tasks.push(misfitTask(layout, row));
      continue;
    }
    const { duty, responsibility } = dutyOf(grid, layout, row, above);
    const cell = layout.text < 0 ? "" : cellText(row.cells[layout.text]);
    const heading = layout.title < 0 ? "" : withoutNumber(layout, cellText(row.cells[layout.title]));
    if (cell === "" && heading === "" && responsibility === null) continue;
    const numberedCell = heading === "" ? cell.match(NUMBERED_CELL) : null;
    const rawGroup = layout.group < 0 ? spanningHead : cellText(row.cells[layout.group]) || spanningHead;
    const { group, lead } = splitGroupLead(rawGroup ?? "");
    const extra: Record<string, string> = {};
    grid.columns.forEach(({ name }, index) => {
      if (!known.has(index)) extra[name] = cellText(row.cells[index]);
    });
    tasks.push({
      node: row.row,
      number: numberOf(layout, row),
      group: group === "" ? null : group,
      groupLead: lead,
      title: numberedCell?.[2] ?? (heading === "" ? null : heading),
      text: numberedCell ? cell.slice(numberedCell[0].length).trim() : cell.replace(CELL_NUMBER, "") || null,
      responsibility,
      duty,
      deadline: deadlineColumn < 0 ? null : readDeadline(cellText(row.cells[deadlineColumn]), year),
      measures: measuresOf(grid, layout, row, figures),
      extra,
      position: row.row.position,
    });
  }
  return tasks.length > 0 ? { tasks, totals } : null;
}

/** A row that does not fit its head: its number, and the name beside it, are certain; the cells after are not. */
function misfitTask(layout: Layout, row: GridRow): TaskReading {
  const number = numberOf(layout, row);
  const isBeside = number !== null && layout.title === layout.meanings.indexOf("number") + 1;
  return {
    node: row.row,
    number,
    group: null,
    groupLead: [],
    title: isBeside ? cellText(row.cells[layout.title]) : null,
    text: null,
    responsibility: null,
    duty: NO_DUTY,
    deadline: null,
    measures: [],
    extra: {},
    position: row.row.position,
  };
}
