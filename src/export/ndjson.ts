/** The tables as NDJSON: one JSON object a line, for scripts and streams. */
import { tableFile } from "./csv.ts";
import { type Format, fileOnRead } from "./format.ts";
import { linesOf } from "./lines.ts";
import type { Table } from "./tables/column.ts";
import { type Filled, fillTables } from "./tables/index.ts";

export const ndjson: Format = {
  id: "ndjson",
  name: "NDJSON",
  summary: "同样的表，每行一个 JSON 对象，便于脚本逐行读取；空值为 null。",
  mediaType: "application/x-ndjson",
  specification: "https://github.com/ndjson/ndjson-spec",
  schema: "/data/datapackage.json",
  files: (context) =>
    fillTables(context).map(({ table, rows }) =>
      fileOnRead({ path: tableFile(table.name, "ndjson"), title: table.title }, () => toNdjson(table, rows)),
    ),
};

function toNdjson({ columns }: Table, rows: Filled["rows"]): Buffer {
  const names = columns.map(({ name }, at) => `${at === 0 ? "{" : ","}${JSON.stringify(name)}:`);
  return linesOf(rows, (cells) => {
    let line = "";
    for (const [at, name] of names.entries()) line += name + JSON.stringify(cells[at]);
    return `${line}}\n`;
  });
}
