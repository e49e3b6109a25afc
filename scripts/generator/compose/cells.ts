/** Cells, columns and tasks of tables, as every table here makes them. */
import type { Cell, Column, Party, Task } from "../model.ts";
import type { Author } from "./author.ts";

export const cell = (text: string, rowSpan = 1, colSpan = 1): Cell => ({ text, rowSpan, colSpan });
export const column = (name: string, unit: string | null = null, above: string | null = null): Column => ({
  name,
  unit,
  text: unit === null ? name : `${name}（${unit}）`,
  above,
});

interface Bearers {
  responsible: Party[];
  supporting: Party[];
}

/** A task with nothing in it but what is given. */
export const task = (stated: Partial<Task> & Bearers): Task => ({
  number: null,
  group: null,
  groupLead: [],
  title: null,
  text: null,
  responsibility: null,
  deadline: null,
  measures: [],
  extra: {},
  ...stated,
});

/** A figure: whole, or with two places. */
export const amount = (author: Author, whole: boolean): string => {
  const { random } = author;
  return whole ? String(random.integer(1, 900)) : `${random.integer(0, 99)}.${random.integer(10, 99)}`;
};
