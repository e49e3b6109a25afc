/** Makes the catalogue of the corpus, issue by issue as printed. */
import { pagePath, tablePath } from "../../corpus/addresses.ts";
import { documentsOf, type Leading } from "../../corpus/gazette.ts";
import type {
  AnyDocument,
  IssueDocument,
  ReportDocument,
  TableDocument,
  TaskTableDocument,
} from "../../document/schema.ts";
import type { ExportContext } from "../format.ts";
import type { Catalogue, CatalogueEntry } from "./schema.ts";

/** What the catalogue says of a file. */
export type CataloguedFile = Pick<CatalogueEntry, "data" | "bytes" | "sha256">;
type FileOf = (document: AnyDocument) => CataloguedFile;

/** The catalogue; `fileOf` tells of the JSON file of a document. */
export function catalogueOf(context: ExportContext, fileOf: FileOf): Catalogue {
  const { gazette, publication } = context;
  const contents: Contents = {
    reports: new Map(gazette.reports.map((report) => [report.issue, report])),
    tables: Map.groupBy([...gazette.tables, ...gazette.taskTables], ({ notice }) => notice),
  };
  return {
    $schema: "/data/schema/v1/catalogue.json",
    schemaVersion: "1.0",
    type: "catalogue",
    title: publication.name,
    publisher: publication.publisher,
    issues: gazette.issues.map((issue) => issueEntry(issue, context, contents, fileOf)),
  };
}

/** Reports by their issue, tables by their notice. */
interface Contents {
  reports: ReadonlyMap<string, ReportDocument>;
  tables: ReadonlyMap<string, (TableDocument | TaskTableDocument)[]>;
}

function issueEntry(
  issue: IssueDocument,
  { gazette, address }: ExportContext,
  { reports, tables }: Contents,
  fileOf: FileOf,
): Catalogue["issues"][number] {
  const { id, title, year, number, serial, date } = issue;
  const report = reports.get(id);
  return {
    id,
    title,
    year,
    number,
    serial,
    date,
    page: address(pagePath(id)),
    ...fileOf(issue),
    report: report === undefined ? null : fileOf(report),
    documents: documentsOf(gazette, issue).flatMap((document) => [
      leadingEntry(document, address, fileOf),
      ...(tables.get(document.id) ?? []).map((table) => tableEntry(table, address, fileOf)),
    ]),
  };
}

function leadingEntry(document: Leading, address: ExportContext["address"], fileOf: FileOf): CatalogueEntry {
  const { type, id, title } = document;
  const dated = document.type === "chronicle" ? { date: null, documentNumber: null } : document;
  return {
    type,
    id,
    title,
    date: dated.date,
    documentNumber: dated.documentNumber,
    notice: null,
    page: address(pagePath(id)),
    ...fileOf(document),
  };
}

function tableEntry(
  table: TableDocument | TaskTableDocument,
  address: ExportContext["address"],
  fileOf: FileOf,
): CatalogueEntry {
  const { type, id, title, notice } = table;
  const page = address(tablePath(table));
  return { type, id, title, date: null, documentNumber: null, notice, page, ...fileOf(table) };
}
