/** The tables made of pieces, one an issue, that stay as long as the issue does: files are joined, not filled anew. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { csvHead, csvLine, tableFile } from "./csv.ts";
import type { ExportContext, ExportFile } from "./format.ts";
import { linesOf } from "./lines.ts";
import { ndjsonLine } from "./ndjson.ts";
import { ParquetFile, type RowGroup } from "./parquet.ts";
import {
  databaseFile,
  finishDatabase,
  insertAll,
  insertFrom,
  openDatabase,
  rowsDatabase,
  temporaryFile,
} from "./sqlite/index.ts";
import { type Cell, isNumbered, type Printed } from "./tables/column.ts";
import { byIssue, type Filled, fillTables } from "./tables/index.ts";

/** What the tables hold of one issue; rows are numbered from 1. */
export interface Piece {
  tables: readonly TablePiece[];
  /** The rows, as a database. */
  database: Uint8Array;
}

/** Lines as their bytes; where rows are numbered, each without its number. */
interface TablePiece {
  rows: number;
  csv: Uint8Array | readonly string[];
  ndjson: Uint8Array | readonly string[];
}

/** What each table has of an issue. */
export const rowsOf = (issue: Printed): Cell[][][] => byIssue.map((table) => table.rows(issue));

/** The piece of an issue, from its rows. */
export function pieceOf(rows: readonly Cell[][][]): Piece {
  const filled = byIssue.map((table, at) => ({ table, rows: rows[at] ?? [] }));
  return { tables: filled.map(tablePiece), database: rowsDatabase(filled) };
}

function tablePiece({ table, rows }: Filled): TablePiece {
  const json = ndjsonLine(table);
  if (!isNumbered(table))
    return { rows: rows.length, csv: linesOf(rows, csvLine), ndjson: linesOf(rows, json) };
  const opening = jsonOpening(table).length;
  return {
    rows: rows.length,
    csv: rows.map((cells) => csvLine(cells.slice(1))),
    ndjson: rows.map((cells) => json(cells).slice(opening + String(cells[0]).length)),
  };
}

/** What stands before the number of a line. */
const jsonOpening = ({ columns }: Filled["table"]): string => `{${JSON.stringify(columns[0]?.name)}:`;

/** The bytes of a piece's lines, after `before` others: with their numbers, where they have such. */
function bytesOf(
  lines: Uint8Array | readonly string[],
  number: (at: number) => string,
  before: number,
): Uint8Array {
  return lines instanceof Uint8Array ? lines : linesOf(lines, (line, at) => number(before + at + 1) + line);
}

/** An issue whose rows are to be joined; `rows` makes them where more is asked than its piece holds. */
export interface Joining {
  issue: string;
  piece: () => Promise<Piece>;
  rows: () => readonly Cell[][][];
}

/** What takes the bytes of a file as they come. */
export interface Sink {
  append: (bytes: Uint8Array) => void;
  end: () => void;
}

/** What joining needs of who keeps files and row groups. */
export interface Keeping {
  open: (file: Omit<ExportFile, "body">) => Sink;
  /** The row group of a table and a year: what was kept for the same lines, or what `make` gives. */
  group: (name: string, lines: string, make: () => RowGroup) => Promise<RowGroup>;
}

/**
 * Writes the files of all tables whose rows are of issues, and the database. The issues come the oldest first. What is
 * of one issue goes to the files at once, so that no more than a year's lines stand in memory.
 */
export async function joinTables(
  context: ExportContext,
  issues: readonly Joining[],
  keeping: Keeping,
): Promise<void> {
  const files = byIssue.map((table) => new TableFiles(table, keeping));
  const { file, remove } = temporaryFile();
  try {
    const database = openDatabase(file);
    for (const own of Map.groupBy(issues, ({ issue }) => issue.slice(0, 4)).values()) {
      for (const { piece } of own) {
        const { tables, database: rows } = await piece();
        const part = `${file}.piece`;
        writeFileSync(part, rows);
        insertFrom(database, part, files);
        for (const [at, table] of tables.entries()) files[at]?.add(table);
      }
      // Made for all tables at once, and only where one is missing.
      let made: (readonly Cell[][][])[] | undefined;
      const rows = (at: number): Cell[][] => {
        made ??= own.map((issue) => issue.rows());
        return made.flatMap((tables) => tables[at] ?? []);
      };
      for (const [at, table] of files.entries())
        await table.endYear(own[0]?.issue.slice(0, 4) ?? "", () => rows(at));
    }
    insertAll(
      database,
      fillTables(context).filter(({ table: { name } }) => !files.some(({ table }) => table.name === name)),
    );
    for (const each of files) each.end();
    const sink = keeping.open(databaseFile);
    sink.append(finishDatabase(database, file));
    sink.end();
  } finally {
    remove();
  }
}

/** The files of a table while they grow. */
class TableFiles {
  readonly table: Filled["table"];
  /** How many rows there are. */
  before = 0;
  readonly #keeping: Keeping;
  readonly #csv: Sink;
  readonly #ndjson: Sink;
  readonly #parquet: ParquetFile;
  #year = { before: 0, hash: createHash("sha256") };

  constructor(table: Filled["table"], keeping: Keeping) {
    this.table = table;
    this.#keeping = keeping;
    this.#csv = this.#open("csv");
    this.#csv.append(csvHead(table.columns.map(({ name }) => name)));
    this.#ndjson = this.#open("ndjson");
    this.#parquet = new ParquetFile(table);
  }

  #open(ending: string): Sink {
    return this.#keeping.open({ path: tableFile(this.table.name, ending), title: this.table.title });
  }

  add({ rows, csv, ndjson }: TablePiece): void {
    const opening = jsonOpening(this.table);
    const lines = bytesOf(csv, (number) => `${number},`, this.before);
    this.#csv.append(lines);
    this.#year.hash.update(lines);
    this.#ndjson.append(bytesOf(ndjson, (number) => opening + number, this.before));
    this.before += rows;
  }

  /** Adds the group of the rows that came since the last; the lines of a CSV tell all that is in them. */
  async endYear(year: string, rows: () => Cell[][]): Promise<void> {
    const { before, hash } = this.#year;
    this.#year = { before: this.before, hash: createHash("sha256") };
    if (before === this.before) return;
    const make = (): RowGroup => {
      const file = new ParquetFile(this.table);
      file.rows(
        isNumbered(this.table) ? rows().map((cells, at) => [before + at + 1, ...cells.slice(1)]) : rows(),
      );
      return file.taken();
    };
    this.#parquet.group(await this.#keeping.group(`${this.table.name}-${year}`, hash.digest("hex"), make));
  }

  end(): void {
    this.#csv.end();
    this.#ndjson.end();
    const sink = this.#open("parquet");
    sink.append(this.#parquet.bytes());
    sink.end();
  }
}
