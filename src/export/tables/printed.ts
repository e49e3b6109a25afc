/** The tables of the printed tables and of their cells. */
import { rowAnchor, tablePath } from "../../corpus/addresses.ts";
import { oldestFirst } from "../../corpus/gazette.ts";
import type { TableDocument } from "../../document/schema.ts";
import { gridOf } from "../grid.ts";
import { columnsFor, defineTable, to } from "./column.ts";
import { issueColumn, type Placed, placeColumns } from "./place.ts";

interface TableRow extends Placed {
  table: TableDocument;
}

const one = columnsFor<TableRow>();

export const tables = defineTable<TableRow>({
  name: "tables",
  title: "表格",
  description: "公报所印的每张表格；每张另有一个 CSV 文件。",
  primaryKey: ["id"],
  columns: [
    one.always.text("id", "表格编号", "文件编号加 -table- 和序号。", "table.id", ({ table }) => table.id),
    issueColumn(),
    one.always.text(
      "document_id",
      "所在文件",
      "表格印在哪件公文里。",
      "table.notice",
      ({ table }) => table.notice,
      to("documents"),
    ),
    one.maybe.text(
      "attachment",
      "所在附件",
      "附件的锚点；不在附件中则空。",
      "table.attachment",
      ({ table }) => table.attachment,
    ),
    one.maybe.text("title", "表题", "照印。", "table.title", ({ table }) => table.title),
    one.maybe.text(
      "unit_note",
      "单位说明",
      "照印，如单位：万元。",
      "table.unitNote",
      ({ table }) => table.unitNote,
    ),
    one.always.integer(
      "column_count",
      "列数",
      "表头的列数。",
      "table.columns[]",
      ({ table }) => table.columns.length,
    ),
    one.always.integer(
      "row_count",
      "行数",
      "表头以下的行数。",
      "table.rows[]",
      ({ table }) => table.rows.length,
    ),
    one.always.integer(
      "misfit_row_count",
      "不合表头的行数",
      "单元格比表头多、照读出的样子保留的行数。",
      "table.records[]",
      ({ table }) => table.records.filter((record) => record === null).length,
    ),
    ...placeColumns<TableRow>("整张表格"),
  ],
  rows: ({ gazette }) =>
    oldestFirst(gazette.tables).map((table) => ({
      table,
      issue: table.issue,
      path: tablePath(table),
      position: table.position,
    })),
});

interface CellRow extends Placed {
  table: string;
  row: number;
  column: number;
  name: string | null;
  unit: string | null;
  text: string;
}

const { always, maybe } = columnsFor<CellRow>();

export const cells = defineTable<CellRow>({
  name: "cells",
  title: "单元格",
  description: "各表格的每一格，一行一格；跨行的格在所跨各行重复。",
  primaryKey: ["table_id", "row_number", "column_number"],
  columns: [
    always.text("table_id", "表格编号", "哪张表格。", "table.id", ({ table }) => table, to("tables")),
    issueColumn(),
    always.integer("row_number", "行号", "表头以下第几行，从 1 起。", "table.records[]", ({ row }) => row),
    always.integer("column_number", "列号", "第几列，从 1 起。", "table.columns[]", ({ column }) => column),
    maybe.text(
      "column_name",
      "列名",
      "表头，不连单位；所在的行不合表头时空，因为不能断定属于哪一列。",
      "table.columns[].name",
      ({ name }) => name,
    ),
    maybe.text("unit", "单位", "表头所印的单位。", "table.columns[].unit", ({ unit }) => unit),
    always.text("text", "内容", "照印；空格则为空文本。", "table.records[]", ({ text }) => text),
    ...placeColumns<CellRow>("整张表格（不是这一格）"),
  ],
  rows: ({ gazette }) => oldestFirst(gazette.tables).flatMap(cellsOf),
});

function cellsOf(table: TableDocument): CellRow[] {
  const { rows } = gridOf(table);
  return rows.flatMap(({ texts, fits }, row) =>
    texts.map((text, at): CellRow => {
      const column = fits ? table.columns[at] : undefined;
      return {
        table: table.id,
        issue: table.issue,
        row: row + 1,
        column: at + 1,
        name: column?.name ?? null,
        unit: column?.unit ?? null,
        text,
        path: `${tablePath(table).split("#")[0]}#${rowAnchor(table.id, row + 1)}`,
        position: table.position,
      };
    }),
  );
}
