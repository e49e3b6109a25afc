/** The data package (Frictionless Data Package 2.0): what each CSV file holds, column by column. */
import { compareText } from "../corpus/gazette.ts";
import { type CsvFile, corpusTables, printedTables } from "./csv.ts";
import type { ExportContext, Format, Publication } from "./format.ts";
import type { Column, Table } from "./tables/column.ts";

const PROFILES = "https://datapackage.org/profiles/2.0";
const LICENCE = "licence.txt";

function field({ name, type, title, description, source, required, unique, values }: Column) {
  return {
    name,
    type,
    title,
    description,
    /** Not of the specification: where the values stand in the JSON documents. */
    source,
    // A text that is always there may be empty: a blank cell is a blank cell, not a missing one.
    ...(required && type === "string" ? { missingValues: [] } : {}),
    constraints: {
      required,
      ...(unique ? { unique } : {}),
      ...(values === null ? {} : { enum: values }),
    },
  };
}

function tableSchema({ columns, primaryKey }: Pick<Table, "columns" | "primaryKey">) {
  const foreignKeys = columns.flatMap(({ name, references }) =>
    references === null
      ? []
      : [{ fields: [name], reference: { resource: references.table, fields: [references.column] } }],
  );
  return {
    $schema: `${PROFILES}/tableschema.json`,
    fields: columns.map(field),
    missingValues: [""],
    primaryKey,
    ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
  };
}

/** A printed table says nothing of its types: all is text, as printed. */
function printedSchema(head: readonly string[]) {
  return {
    $schema: `${PROFILES}/tableschema.json`,
    fields: head.map((name) => ({ name, type: "string" })),
    missingValues: [],
  };
}

/** What every CSV resource says of its file; `path` is told from the package's own folder. */
function resource({ path, told }: CsvFile) {
  const { bytes, sha256 } = told();
  return {
    $schema: `${PROFILES}/dataresource.json`,
    type: "table",
    path: path.slice("data/".length),
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    dialect: { $schema: `${PROFILES}/tabledialect.json`, lineTerminator: "\r\n" },
    bytes,
    hash: `sha256:${sha256}`,
  };
}

function licenceOf({ licence }: Publication) {
  return licence.url === null
    ? { path: LICENCE, title: licence.text }
    : { path: licence.url, title: licence.text };
}

function dataPackage(context: ExportContext) {
  const { gazette, publication, address } = context;
  const home = address("/");
  return {
    $schema: `${PROFILES}/datapackage.json`,
    name: "gongbao",
    title: publication.name,
    description: `${publication.description}各表另有 NDJSON 和 Parquet（tables/ 下同名文件），全部在 gongbao.sqlite 一个数据库里。日期一律 ISO 8601（年-月-日）。`,
    ...(/^https?:/.test(home) ? { homepage: home } : {}),
    licenses: [licenceOf(publication)],
    contributors: [{ title: publication.publisher, roles: ["publisher"] }],
    sources: gazette.issues
      .toSorted((a, b) => compareText(a.id, b.id))
      .map(({ id, title, year, number }) => ({
        title: `${title}${year}年第${number}期`,
        path: `${id}/issue.json`,
      })),
    resources: [
      ...corpusTables(context).map(({ table, file }) => ({
        name: table.name,
        title: table.title,
        description: table.description,
        ...resource(file),
        schema: tableSchema(table),
      })),
      ...printedTables(context).map(({ table, head, file }) => ({
        name: table.id.replace("/", "-"),
        title: file.title,
        ...resource(file),
        schema: printedSchema(head),
      })),
    ],
  };
}

export const datapackage: Format = {
  id: "datapackage",
  name: "Data Package",
  summary: "Frictionless 数据包：说明每个 CSV 的每一列的类型、含义、出处、主键、外键，和文件的校验值。",
  mediaType: "application/json",
  specification: "https://datapackage.org/standard/data-package/",
  schema: `${PROFILES}/datapackage.json`,
  files: (context) => [
    {
      path: "data/datapackage.json",
      title: "数据包",
      body: `${JSON.stringify(dataPackage(context), null, 2)}\n`,
    },
    ...(context.publication.licence.url === null
      ? [{ path: `data/${LICENCE}`, title: "许可", body: `${context.publication.licence.text}\n` }]
      : []),
  ],
};
