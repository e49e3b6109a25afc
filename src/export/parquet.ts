/** The tables as Parquet, with typed columns, for DuckDB, pandas, R and the like. */
import { ByteWriter, parquetWrite, type SchemaElement } from "hyparquet-writer";
import { tableFile } from "./csv.ts";
import { type Format, fileOnRead } from "./format.ts";
import type { Cell, Column, ColumnType } from "./tables/column.ts";
import { type Filled, fillTables } from "./tables/index.ts";

const TYPES: Record<ColumnType, Pick<SchemaElement, "type" | "converted_type" | "logical_type">> = {
  string: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
  date: { type: "INT32", converted_type: "DATE", logical_type: { type: "DATE" } },
};

function schemaElement({ name, type, required }: Column): SchemaElement {
  return { name, repetition_type: required ? "REQUIRED" : "OPTIONAL", ...TYPES[type] };
}

function toParquet({ table: { columns }, rows }: Filled): Uint8Array {
  const writer = new ByteWriter();
  parquetWrite({
    writer,
    createdBy: "gongbao",
    schema: [{ name: "root", num_children: columns.length }, ...columns.map(schemaElement)],
    columnData: columns.map(({ name, type }, at) => ({
      name,
      data: rows.map((cells) => typed(type, cells[at] ?? null)),
    })),
  });
  return writer.getBytes();
}

/** A cell as the writer takes it: dates as dates, all else as it is. */
function typed(type: ColumnType, cell: Cell): Cell | Date {
  return type === "date" && typeof cell === "string" ? new Date(`${cell}T00:00:00Z`) : cell;
}

export const parquet: Format = {
  id: "parquet",
  name: "Parquet",
  summary: "同样的表，列有类型（日期、整数、小数、真假），DuckDB、pandas、R 可直接查询。",
  mediaType: "application/vnd.apache.parquet",
  specification: "https://parquet.apache.org/docs/file-format/",
  schema: "/data/datapackage.json",
  files: (context) =>
    fillTables(context).map((filled) =>
      fileOnRead({ path: tableFile(filled.table.name, "parquet"), title: filled.table.title }, () =>
        toParquet(filled),
      ),
    ),
};
