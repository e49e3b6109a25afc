/** The columns of a task table that hold figures, and the measures of its rows. */

import { squeeze } from "../../language/blanks.ts";
import { type Column, cellText, filledCells, type Grid, type GridRow } from "../grid.ts";
import { headYear, type MeasureReading, plainNumber, readMeasure, splitUnit } from "../measures.ts";
import { type Layout, unitColumn, withoutNumber } from "./columns.ts";

/** The columns that hold figures, the year that the head of each names, and the column of units, -1 for none. */
interface Figures {
  columns: number[];
  years: (number | null)[];
  unit: number;
}

/** Numbers that measure nothing: 联系电话 6012345, 开工时间 2022.03. */
const NAMES_NO_FIGURE =
  /电话|手机|号码|传真|邮编|代码|文号|编号|(?<!持续|服务|运行)时间$|日期$|年月$|(?<![\d０-９])年[度份]$/;

/** What an indicator counts for where work is scored, and no figure of its own. */
const WEIGHS = /^(?:分值|权重|标准分|满分|得分|赋分|基础分|评分|分数)/;

/** Heads of what indicators are to reach, beside the unit of each. */
const OF_TARGETS = /目标|预期|计划|基数|基期|现状|实际|完成|全年|半年|季度|指标值|任务数/;

/** Columns that 单位：万元 beside their table says nothing of: 户数, 占比. */
const COUNTED_OTHERWISE = /[数率比幅]$|比例|百分/;

/** Columns that hold figures: those with a unit or a year, or with numbers and no other meaning. */
export function figuresOf(grid: Grid, layout: Layout): Figures {
  const hasUnits = unitColumn(grid, layout.meanings) >= 0;
  const columns = grid.columns.flatMap((column, index) => {
    if (WEIGHS.test(column.name) && layout.meanings.includes("indicator")) return [];
    if (layout.meanings[index] !== null || (column.unit === null && NAMES_NO_FIGURE.test(column.name)))
      return [];
    const filled = filledCells(grid, index);
    const numbers = filled.filter((text) => plainNumber(text) !== null).length;
    const hasYear = headYear(column.text) !== null;
    if (numbers > 0 && (column.unit !== null || hasYear || layout.isAllocation)) return [index];
    const mayBeTarget = hasYear || (hasUnits && OF_TARGETS.test(column.name));
    if (numbers === 0 && !mayBeTarget) return [];
    // 85以上, 93以上 under 2010年 or 全年目标: targets, though none is a plain number.
    const targets = filled.filter((text) => !/^[-—–－/／]+$/.test(text));
    const isTarget =
      mayBeTarget &&
      targets.length > 0 &&
      targets.every((text) => text.length <= 12 && /[\d０-９]/.test(text));
    return isTarget || (numbers > 0 && numbers === targets.length) ? [index] : [];
  });
  const years = columns.map((index) => headYear((grid.columns[index] as Column).text));
  return { columns, years, unit: unitColumn(grid, layout.meanings) };
}

/** The measures of a row: under an indicator named for it and the head's year, else named for the head. */
export function measuresOf(grid: Grid, layout: Layout, row: GridRow, figures: Figures): MeasureReading[] {
  if (figures.columns.length === 0) return [];
  const hasIndicator = layout.title >= 0 && layout.meanings[layout.title] === "indicator";
  const indicator = hasIndicator ? splitUnit(withoutNumber(layout, cellText(row.cells[layout.title]))) : null;
  // 农村道路（公里）: the unit of all figures of its row.
  const named = layout.title < 0 ? layout.text : layout.title;
  const rowUnit = named < 0 || hasIndicator ? null : splitUnit(cellText(row.cells[named])).unit;
  const ownUnit = squeeze(cellText(row.cells[figures.unit])) || null;
  const measures: MeasureReading[] = [];
  figures.columns.forEach((index, place) => {
    const { name, unit } = grid.columns[index] as Column;
    const year = figures.years[place] as number | null;
    const measure = indicator
      ? readMeasure(
          squeeze(indicator.name),
          indicator.unit ?? ownUnit ?? unit,
          cellText(row.cells[index]),
          year,
        )
      : readMeasure(
          name,
          unit ?? rowUnit ?? (COUNTED_OTHERWISE.test(name) ? null : grid.unit),
          cellText(row.cells[index]),
          year,
        );
    if (measure) measures.push(measure);
  });
  return measures;
}
