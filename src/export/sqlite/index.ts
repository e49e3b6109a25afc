/** The gazette as one SQLite database: the tables, foreign keys, views and a full-text index. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type ExportContext, type Format, fileOnRead } from "../format.ts";
import { type Cell, isNumbered } from "../tables/column.ts";
import { type Filled, fillTables, tableDefinitions } from "../tables/index.ts";
import { datasette } from "./datasette.ts";
import { createIndexes, createTable, FULL_TEXT, VIEWS } from "./schema.ts";

/**
 * The same gazette gives the same bytes: pages are laid in one order, and what is unused in them is zeros. It grows in a
 * file, since in memory that of an archive would stand there twice.
 */
function toDatabase(context: ExportContext): Uint8Array {
  const { file, remove } = temporaryFile();
  try {
    const database = openDatabase(file);
    insertAll(database, fillTables(context));
    return finishDatabase(database, file);
  } finally {
    remove();
  }
}

/** A place for a file in a folder of its own. */
export function temporaryFile(): { file: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "gongbao-sqlite-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  return { file: join(folder, "gongbao.sqlite"), remove };
}

/** What is half written is thrown away: there is nothing to go back to. */
const open = (file: string): DatabaseSync => {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  database.exec("PRAGMA page_size = 4096; PRAGMA secure_delete = ON; PRAGMA encoding = 'UTF-8'");
  database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
  return database;
};

/** A database with the tables, empty. */
export function openDatabase(file: string): DatabaseSync {
  const database = open(file);
  for (const table of tableDefinitions) database.exec(createTable(table));
  return database;
}

/**
 * Adds what is made of all rows, in whatever order these came, and closes it; gives the bytes of a fresh copy, which
 * tells nothing of how many steps it took.
 */
export function finishDatabase(database: DatabaseSync, file: string): Buffer {
  database.exec("BEGIN");
  for (const table of tableDefinitions) for (const sql of createIndexes(table)) database.exec(sql);
  for (const sql of [...FULL_TEXT, ...VIEWS]) database.exec(sql);
  const fresh = `${file}.fresh`;
  database.exec(`COMMIT; ANALYZE; VACUUM INTO ${quoted(fresh)}`);
  database.close();
  return readFileSync(fresh);
}

const quoted = (path: string): string => `'${path.replaceAll("'", "''")}'`;

/** The rows of some tables as a small database of nothing else, from which SQLite reads faster than from anything here. */
export function rowsDatabase(filled: readonly Filled[]): Uint8Array {
  const { file, remove } = temporaryFile();
  try {
    const database = open(file);
    for (const { table } of filled)
      database.exec(`CREATE TABLE ${table.name} (${table.columns.map(({ name }) => name).join(", ")})`);
    insertAll(database, filled);
    database.close();
    return readFileSync(file);
  } finally {
    remove();
  }
}

/** Adds the rows of such a file; numbered ones come after those that are there. */
export function insertFrom(
  database: DatabaseSync,
  file: string,
  tables: readonly { table: Filled["table"]; before: number }[],
): void {
  database.exec(`ATTACH ${quoted(file)} AS piece; BEGIN`);
  for (const { table, before } of tables) {
    const [first, ...others] = table.columns.map(({ name }) => name);
    const read = [isNumbered(table) ? `${first} + ${before}` : first, ...others].join(", ");
    database.exec(`INSERT INTO main.${table.name} SELECT ${read} FROM piece.${table.name} ORDER BY rowid`);
  }
  database.exec("COMMIT; DETACH piece");
}

/** Adds rows to their tables. */
export function insertAll(database: DatabaseSync, filled: readonly Filled[]): void {
  // A row by itself would take as long as a hundred of these.
  database.exec("BEGIN");
  for (const each of filled) insert(database, each);
  database.exec("COMMIT");
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

export const databaseFile = { path: "data/gongbao.sqlite", title: "数据库" };

export const sqlite: Format = {
  id: "sqlite",
  name: "SQLite",
  summary:
    "整个语料一个数据库文件：同样的表、外键、视图和三字起的全文索引；可用 Datasette 打开（datasette gongbao.sqlite -m datasette.json）。",
  mediaType: "application/vnd.sqlite3",
  specification: "https://www.sqlite.org/fileformat2.html",
  schema: null,
  files: (context) => [
    fileOnRead(databaseFile, () => toDatabase(context)),
    { path: "data/datasette.json", title: "Datasette 的说明文件", body: datasette(context.publication) },
  ],
};
