/** The SQL that makes the tables of the database, from the same definitions as all other formats. */
import type { Column, ColumnType, Table } from "../tables/column.ts";

const TYPES: Record<ColumnType, string> = {
  string: "TEXT",
  integer: "INTEGER",
  number: "REAL",
  boolean: "INTEGER",
  date: "TEXT",
};

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** `CREATE TABLE`, with what each column says as a comment, which SQLite keeps. */
export function createTable({ name, title, primaryKey, columns }: Table): string {
  const keys = [
    `PRIMARY KEY (${primaryKey.join(", ")})`,
    ...columns.flatMap(({ name, references }) =>
      references === null
        ? []
        : [`FOREIGN KEY (${name}) REFERENCES ${references.table} (${references.column})`],
    ),
  ];
  const lines = [
    ...columns.map((column) => `  ${columnLine(column)}, -- ${column.title}：${column.description}`),
    ...keys.map((key, at) => `  ${key}${at < keys.length - 1 ? "," : ""}`),
  ];
  return `CREATE TABLE ${name} ( -- ${title}\n${lines.join("\n")}\n) STRICT`;
}

function columnLine({ name, type, required, unique, values }: Column): string {
  const allowed = type === "boolean" ? ["0", "1"] : values?.map(text);
  return [
    name,
    TYPES[type],
    required ? "NOT NULL" : "",
    unique ? "UNIQUE" : "",
    allowed === undefined ? "" : `CHECK (${name} IN (${allowed.join(", ")}))`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** An index for each column that names a row of another table, the issue aside: joins and Datasette's links need them. */
export function createIndexes({ name, columns, primaryKey }: Table): string[] {
  return columns
    .filter(
      (column) => column.references !== null && column.name !== "issue" && column.name !== primaryKey[0],
    )
    .map((column) => `CREATE INDEX ${name}_${column.name} ON ${name} (${column.name})`);
}

const MEGABYTE = 1024 * 1024;
/** How many bytes of words are gathered before they are written: with SQLite's own megabyte it takes twice as long. */
const gather = (bytes: number): string =>
  `INSERT INTO passages_fts (passages_fts, rank) VALUES ('hashsize', ${bytes})`;

/** The full text, for `MATCH` on three characters and more. */
export const FULL_TEXT = [
  `CREATE VIRTUAL TABLE passages_fts USING fts5(text, content="passages", content_rowid="id", tokenize='trigram')`,
  gather(16 * MEGABYTE),
  `INSERT INTO passages_fts (passages_fts) VALUES ('rebuild')`,
  `INSERT INTO passages_fts (passages_fts) VALUES ('optimize')`,
  // Who adds to the database finds it as usual.
  gather(MEGABYTE),
];

/** Questions that are asked often, as views. */
export const VIEWS = [
  `CREATE VIEW duties AS -- 各单位的任务：谁、做什么、何时完成、出自哪件文件
SELECT p.organization, p.role, p.leads, t.deadline_end, t.deadline_text, t.ongoing, t.title, t.text,
  d.number_text, d.title AS document_title, t.id AS task_id, t.path
FROM task_parties p JOIN tasks t ON t.id = p.task_id JOIN documents d ON d.id = t.document_id`,
  `CREATE VIEW money AS -- 各单位的金额（合计不在内）
SELECT m.organization, o.township, m.name, m.value, m.unit, m.year, m.text,
  d.number_text, d.title AS document_title, m.task_id, m.path
FROM measures m JOIN documents d ON d.id = m.document_id LEFT JOIN organizations o ON o.name = m.organization
WHERE m.unit LIKE '%元' AND NOT m.is_total`,
  `CREATE VIEW cited_documents AS -- 最常被引的文件
SELECT coalesce(number_text, title, text) AS cited, cited_document_id, count(*) AS times, count(DISTINCT document_id) AS documents
FROM citations GROUP BY 1, 2`,
];
