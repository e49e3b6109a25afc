/** The tables as Parquet, with typed columns, for DuckDB, pandas, R and the like. */
import { ByteWriter, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import { tableFile } from "./csv.ts";
import { type Format, fileOnRead } from "./format.ts";
import type { Cell, Column, ColumnType, Table } from "./tables/column.ts";
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

/**
 * How many rows stand in each group of a file: those of one year, the oldest first, so that a query of some years reads
 * no others. Its columns say the least and the greatest of each group. Bodies and people are of no year.
 */
function rowsByYear({ table: { name, columns }, rows }: Filled): number[] {
  const at = columns.findIndex((column) => column.name === (name === "issues" ? "id" : "issue"));
  const sizes: number[] = [];
  let last: string | undefined;
  for (const cells of rows) {
    const year = String(cells[at] ?? "").slice(0, 4);
    if (year !== last) sizes.push(0);
    sizes[sizes.length - 1] = (sizes.at(-1) as number) + 1;
    last = year;
  }
  return sizes.length === 0 ? [1] : sizes;
}

function toParquet(filled: Filled): Uint8Array {
  const { table, rows } = filled;
  const file = new ParquetFile(table);
  file.rows(rows, rowsByYear(filled));
  return file.bytes();
}

/** The rows of one year as bytes, and what the file's end says of them: offsets are from the group's own start. */
export interface RowGroup {
  bytes: Uint8Array;
  rows: number;
  said: ParquetWriter["row_groups"];
  indexes: ParquetWriter["pendingIndexes"];
}

/** Where the first group of a file starts: after its magic number. */
const START = 4;

/** A table's file while it grows. */
export class ParquetFile {
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;
  readonly #columns: Table["columns"];

  constructor({ columns }: Pick<Table, "columns">) {
    this.#columns = columns;
    const schema = [{ name: "root", num_children: columns.length }, ...columns.map(schemaElement)];
    this.#writer = new ParquetWriter({ writer: this.#bytes, createdBy: "gongbao", schema });
  }

  rows(rows: Filled["rows"], sizes: number[] = [Math.max(rows.length, 1)]): void {
    const columnData = this.#columns.map(({ name, type }, at) => ({
      name,
      data: rows.map((cells) => typed(type, cells[at] ?? null)),
    }));
    void this.#writer.write({ columnData, rowGroupSize: sizes });
  }

  /** Adds a group that was made before. */
  group({ bytes, rows, said, indexes }: RowGroup): void {
    const shift = this.#bytes.offset - START;
    this.#bytes.appendBytes(bytes);
    this.#writer.num_rows += BigInt(rows);
    // The index of a chunk's pages names the chunk itself.
    for (const { columns } of said) for (const chunk of columns) shiftChunk(chunk, shift);
    for (const { offsetIndex } of indexes)
      for (const page of offsetIndex?.page_locations ?? []) page.offset += BigInt(shift);
    this.#writer.row_groups.push(...said);
    this.#writer.pendingIndexes.push(...indexes);
  }

  /** What was written until now, as groups to be added to a file. */
  taken(): RowGroup {
    return {
      bytes: this.#bytes.getBytes().slice(START),
      rows: Number(this.#writer.num_rows),
      said: this.#writer.row_groups,
      indexes: this.#writer.pendingIndexes,
    };
  }

  /** The whole file. */
  bytes(): Uint8Array {
    void this.#writer.finish();
    return this.#bytes.getBytes();
  }
}

function shiftChunk(chunk: ParquetWriter["row_groups"][number]["columns"][number], shift: number): void {
  const by = BigInt(shift);
  chunk.file_offset += by;
  const said = chunk.meta_data;
  if (said === undefined) return;
  said.data_page_offset += by;
  if (said.dictionary_page_offset !== undefined) said.dictionary_page_offset += by;
}

/** A cell as the writer takes it: dates as dates, all else as it is. */
function typed(type: ColumnType, cell: Cell): Cell | Date {
  return type === "date" && typeof cell === "string" ? new Date(`${cell}T00:00:00Z`) : cell;
}

export const parquet: Format = {
  id: "parquet",
  name: "Parquet",
  summary: "同样的表，列有类型（日期、整数、小数、真假），按年分组存放，DuckDB、pandas、R 可直接查询。",
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
