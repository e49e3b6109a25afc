/** The tables as CSV (RFC 4180) that spreadsheets open: UTF-8 with BOM, every character as printed. */
import { lastPart } from "../corpus/addresses.ts";
import { oldestFirst } from "../corpus/gazette.ts";
import type { TableDocument } from "../document/schema.ts";
import type { ExportContext, ExportFile, Format, MadeFile } from "./format.ts";
import { gridOf, headOf } from "./grid.ts";
import { hashOf } from "./hash.ts";
import { linesOf } from "./lines.ts";
import type { Cell } from "./tables/column.ts";
import { type Filled, fillTables } from "./tables/index.ts";

/**
 * Lines end in CRLF; null is an empty field, an empty text `""`. A cell that opens like a formula stays as it is:
 * this is what was printed, and nothing else is.
 */
export function toCsv(head: readonly string[], rows: readonly (readonly Cell[])[]): Buffer {
  return Buffer.concat([csvHead(head), linesOf(rows, csvLine)]);
}

/** What stands before the rows. */
export const csvHead = (head: readonly string[]): Buffer => Buffer.from(`\ufeff${csvLine(head)}`);

export const csvLine = (cells: readonly Cell[]): string => `${cells.map(field).join()}\r\n`;

/** Written here, since a library that knows all dialects took six times as long. */
function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  return cell === "" || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Where a table stands, in the format that the ending tells. */
export const tableFile = (name: string, ending: string): string => `data/tables/${name}.${ending}`;

/** A CSV file, and what others tell of it: read off its body when that is made, not made for it where it has been. */
export interface CsvFile extends ExportFile {
  told: () => Pick<MadeFile, "bytes" | "sha256">;
}

function csvFile(
  { made }: Pick<ExportContext, "made">,
  { path, title }: Omit<ExportFile, "body">,
  head: string[],
  rows: () => readonly (readonly Cell[])[],
): CsvFile {
  let known: ReturnType<CsvFile["told"]> | undefined;
  const make = (): Buffer => {
    const body = toCsv(head, rows());
    known ??= { bytes: body.length, sha256: hashOf(body) };
    return body;
  };
  return {
    ...(title === undefined ? {} : { title }),
    path,
    get body() {
      return make();
    },
    told: () => {
      known ??= made?.(path);
      if (known === undefined) make();
      return known as ReturnType<CsvFile["told"]>;
    },
  };
}

interface PrintedTable {
  table: TableDocument;
  head: string[];
  file: CsvFile;
}

/** Made once for the formats that write or describe them. */
function once<Made>(make: (context: ExportContext) => Made): (context: ExportContext) => Made {
  const known = new WeakMap<ExportContext, Made>();
  return (context) => {
    const present = known.get(context) ?? make(context);
    known.set(context, present);
    return present;
  };
}

/** Each printed table with its head and its file: `data/2021-03/tables/pzf-2021-56-table-1.csv`. */
export const printedTables = once((context): PrintedTable[] =>
  oldestFirst(context.gazette.tables).map((table) => {
    const head = headOf(table);
    const slug = lastPart(table.id);
    const named = { path: `data/${table.issue}/tables/${slug}.csv`, title: table.title ?? slug };
    const rows = () => gridOf(table).rows.map(({ texts }) => head.map((_, at) => texts[at] ?? ""));
    return { table, head, file: csvFile(context, named, head, rows) };
  }),
);

/** Each table over all issues with its file. */
export const corpusTables = once((context): { table: Filled["table"]; file: CsvFile }[] =>
  fillTables(context).map((filled) => {
    const { table } = filled;
    const head = table.columns.map(({ name }) => name);
    const named = { path: tableFile(table.name, "csv"), title: table.title };
    return { table, file: csvFile(context, named, head, () => filled.rows) };
  }),
);

export const csv: Format = {
  id: "csv",
  name: "CSV",
  summary:
    "各期合在一起的任务、任免、大事记、文件、指标、机构、引用等表，和公报所印的每张表格；电子表格可直接打开。",
  mediaType: "text/csv",
  specification: "https://www.rfc-editor.org/rfc/rfc4180",
  schema: "/data/datapackage.json",
  files: (context) => [...corpusTables(context), ...printedTables(context)].map(({ file }) => file),
};
