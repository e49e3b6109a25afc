/** How a table for analysts is defined: its columns once, for CSV, NDJSON, Parquet, the data package and SQLite alike. */
import type { ExportContext } from "../format.ts";

/** What a cell holds. Dates are ISO strings here; each format writes them in its own date type. */
export type Cell = string | number | boolean | null;

/** The types of the Table Schema (Data Package 2.0) that the tables use. */
export type ColumnType = "string" | "integer" | "number" | "boolean" | "date";

/** A column as every format describes it. */
export interface Column {
  name: string;
  type: ColumnType;
  /** What readers call it, and what it says. */
  title: string;
  description: string;
  /** Where its values stand in the published JSON (`task-table.tasks[].deadline.end`), or how they are made. */
  source: string;
  /** Never null. */
  required: boolean;
  unique: boolean;
  /** All values there can be. */
  values: readonly string[] | null;
  references: { table: string; column: string } | null;
}

/** What most tables are filled from: the documents of any issues, one or all. */
export type Printed = Pick<ExportContext, "gazette" | "canonical">;

/** A table of all issues: what it is made of is known to `rows` alone. */
export interface Table<From = ExportContext> {
  name: string;
  title: string;
  description: string;
  primaryKey: readonly string[];
  columns: readonly Column[];
  /** A cell for each column; the oldest issue first, so that a new issue only adds rows (bodies and people aside). */
  rows: (from: From) => Cell[][];
}

/** Whether its rows are numbered over all issues, in their first cell. */
export const isNumbered = ({ primaryKey, columns }: Pick<Table, "primaryKey" | "columns">): boolean =>
  primaryKey.length === 1 && columns[0]?.name === primaryKey[0] && columns[0]?.type === "integer";

/** A column that knows how to read its cell from a row. */
export interface ReadColumn<Row> extends Column {
  read: (row: Row) => Cell;
}

/** What may be said of a column besides its name. */
interface More {
  unique?: true;
  values?: readonly string[];
  references?: { table: string; column: string };
}

type Add<Row, Value extends Cell> = (
  name: string,
  title: string,
  description: string,
  source: string,
  read: (row: Row) => Value,
  more?: More,
) => ReadColumn<Row>;

const column =
  <Row, Value extends Cell>(type: ColumnType, required: boolean): Add<Row, Value> =>
  (name, title, description, source, read, { unique = false, values = null, references = null } = {}) => ({
    name,
    type,
    title,
    description,
    source,
    required,
    unique,
    values,
    references,
    read,
  });

/** Makers of columns for rows of one kind: `always` for those that are never null, `maybe` for the others. */
export function columnsFor<Row>() {
  return {
    always: {
      text: column<Row, string>("string", true),
      integer: column<Row, number>("integer", true),
      flag: column<Row, boolean>("boolean", true),
    },
    maybe: {
      text: column<Row, string | null>("string", false),
      integer: column<Row, number | null>("integer", false),
      number: column<Row, number | null>("number", false),
      date: column<Row, string | null>("date", false),
    },
  };
}

/** Puts a table together from its columns and the rows that they read. */
export function defineTable<Row, From = Printed>({
  columns,
  rows,
  ...said
}: Pick<Table, "name" | "title" | "description" | "primaryKey"> & {
  columns: readonly ReadColumn<Row>[];
  rows: (from: From) => Row[];
}): Table<From> {
  return {
    ...said,
    columns: columns.map(({ read: _, ...described }) => described),
    rows: (from) => rows(from).map((row) => columns.map(({ read }) => read(row))),
  };
}

/** The foreign key of a column that names a row of another table. */
export const to = (table: string, column = "id") => ({ references: { table, column } });
