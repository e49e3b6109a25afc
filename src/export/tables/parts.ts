/**
 * The tables that can be filled issue by issue, so that an engine can read many issues apart and put their rows
 * together: those for analysts, the search records, and the names by which citations find their documents.
 */
import { citableKeys, citableOf, citationKey } from "../../document/corpusIndex.ts";
import { collectRecords, type SearchRecord } from "../../search/records.ts";
import { appointments } from "./appointments.ts";
import { chronicle, chroniclePeople } from "./chronicle.ts";
import { citations } from "./citations.ts";
import type { Cell, Column, ColumnType, Printed, Table } from "./column.ts";
import { documents } from "./documents.ts";
import { issues } from "./issues.ts";
import { measures } from "./measures.ts";
import { cells, tables } from "./printed.ts";
import { taskExtras, taskParties } from "./taskParts.ts";
import { tasks } from "./tasks.ts";
import { taskTables } from "./taskTables.ts";

/** A column as an engine must know it; `strings` is a list of texts. */
interface PartColumn {
  name: string;
  type: ColumnType | "strings";
  required: boolean;
}

/** A table as it is filled from one issue: rows in printed order, by the names of the columns. */
export interface PartTable {
  name: string;
  columns: readonly PartColumn[];
  rows: (printed: Printed) => Record<string, Cell | readonly string[]>[];
}

const described = ({ name, type, required }: Column): PartColumn => ({ name, type, required });

const byName = (columns: readonly PartColumn[], row: readonly Cell[]): Record<string, Cell> =>
  Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null]));

/** A table for analysts as it is. */
function part({ name, columns, rows }: Table<Printed>): PartTable {
  return {
    name,
    columns: columns.map(described),
    rows: (printed) => rows(printed).map((row) => byName(columns, row)),
  };
}

const KEY_COLUMNS = ["by", "key"] as const;

/** The citations, each with the name by which it calls a document: `by` number or title, and the `key`. */
const named: PartTable = {
  name: citations.name,
  columns: [
    ...citations.columns.map(described),
    ...KEY_COLUMNS.map((name): PartColumn => ({ name, type: "string", required: false })),
  ],
  rows: ({ gazette, canonical }) => {
    const rows = part(citations).rows({ gazette, canonical });
    return rows.map((row) => {
      const found = citationKey({
        title: textIn(row, "title"),
        documentNumber: {
          text: textIn(row, "number_text") ?? "",
          agency: textIn(row, "number_agency"),
          year: integerIn(row, "number_year"),
          serial: integerIn(row, "number_serial"),
        },
      });
      return { ...row, by: found?.by ?? null, key: found?.key ?? null };
    });
  },
};

function textIn(row: Record<string, unknown>, column: string): string | null {
  const value = row[column];
  return typeof value === "string" ? value : null;
}

function integerIn(row: Record<string, unknown>, column: string): number | null {
  const value = row[column];
  return typeof value === "number" ? value : null;
}

/** Every name by which a document can be cited; of two with one number, the first of all notices has it. */
const citables: PartTable = {
  name: "citables",
  columns: ["document_id", "issue", "type", ...KEY_COLUMNS].map((name) => ({
    name,
    type: "string",
    required: true,
  })),
  rows: ({ gazette: { notices, appointments: decided } }) =>
    [...notices, ...decided].flatMap((document) =>
      citableKeys(citableOf(document)).map(({ by, key }) => ({
        document_id: document.id,
        issue: document.issue,
        type: document.type,
        by,
        key,
      })),
    ),
};

/** What a search record has; the compiler sees to it that nothing is missing. */
const RECORD_COLUMNS: Record<keyof SearchRecord, Omit<PartColumn, "name">> = {
  url: { type: "string", required: true },
  kind: { type: "string", required: true },
  title: { type: "string", required: true },
  documentId: { type: "string", required: true },
  page: { type: "string", required: true },
  number: { type: "string", required: false },
  place: { type: "string", required: true },
  text: { type: "string", required: true },
  date: { type: "date", required: false },
  year: { type: "string", required: true },
  issue: { type: "string", required: true },
  issueName: { type: "string", required: true },
  issuer: { type: "string", required: false },
  responsible: { type: "strings", required: true },
  people: { type: "strings", required: true },
};

const recordColumns = Object.keys(RECORD_COLUMNS) as (keyof SearchRecord)[];

const records: PartTable = {
  name: "records",
  columns: recordColumns.map((name) => ({ name, ...RECORD_COLUMNS[name] })),
  rows: ({ gazette }) =>
    collectRecords(gazette).map((record) =>
      Object.fromEntries(recordColumns.map((name) => [name, record[name]])),
    ),
};

/** All such tables. */
export const partTables: readonly PartTable[] = [
  ...[issues, documents, tables, cells, taskTables, tasks, taskParties, taskExtras, measures].map(part),
  ...[appointments, chronicle, chroniclePeople].map(part),
  named,
  citables,
  records,
];
