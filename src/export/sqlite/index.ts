/** The gazette as one SQLite database: the tables, foreign keys, views and a full-text index. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type ExportContext, type Format, fileOnRead } from "../format.ts";
import type { Cell } from "../tables/column.ts";
import { type Filled, fillTables } from "../tables/index.ts";
import { datasette } from "./datasette.ts";
import { createIndexes, createTable, FULL_TEXT, VIEWS } from "./schema.ts";

/**
 * The same gazette gives the same bytes: pages are laid in one order, and what is unused in them is zeros. It grows in a
 * file, since in memory that of an archive would stand there twice.
 */
function toDatabase(context: ExportContext): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "gongbao-sqlite-"));
  const file = join(folder, "gongbao.sqlite");
  try {
    fillDatabase(file, context);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fillDatabase(file: string, context: ExportContext): void {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  database.exec("PRAGMA page_size = 4096; PRAGMA secure_delete = ON; PRAGMA encoding = 'UTF-8'");
  // What is half written is thrown away: there is nothing to go back to.
  database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN");
  const filled = fillTables(context);
  for (const { table } of filled) database.exec(createTable(table));
  for (const each of filled) insert(database, each);
  for (const { table } of filled) for (const sql of createIndexes(table)) database.exec(sql);
  for (const sql of [...FULL_TEXT, ...VIEWS]) database.exec(sql);
  database.exec("COMMIT; ANALYZE; VACUUM");
  database.close();
}

function insert(database: DatabaseSync, { table, rows }: Filled): void {
  const marks = table.columns.map(() => "?").join(", ");
  const statement = database.prepare(`INSERT INTO ${table.name} VALUES (${marks})`);
  const flags = table.columns.some(({ type }) => type === "boolean");
  for (const cells of rows)
    statement.run(...(flags ? cells.map(bound) : (cells as Exclude<Cell, boolean>[])));
}

/** SQLite has no truth values of its own. */
const bound = (cell: Cell): Exclude<Cell, boolean> => (typeof cell === "boolean" ? Number(cell) : cell);

export const sqlite: Format = {
  id: "sqlite",
  name: "SQLite",
  summary:
    "整个语料一个数据库文件：同样的表、外键、视图和三字起的全文索引；可用 Datasette 打开（datasette gongbao.sqlite -m datasette.json）。",
  mediaType: "application/vnd.sqlite3",
  specification: "https://www.sqlite.org/fileformat2.html",
  schema: null,
  files: (context) => [
    fileOnRead({ path: "data/gongbao.sqlite", title: "数据库" }, () => toDatabase(context)),
    { path: "data/datasette.json", title: "Datasette 的说明文件", body: datasette(context.publication) },
  ],
};
