/** The tables as NDJSON: one JSON object a line, for scripts and streams. */
import { tableFile } from "./csv.ts";
import { type Format, fileOnRead } from "./format.ts";
import { linesOf } from "./lines.ts";
import type { Cell, Table } from "./tables/column.ts";
import { fillTables } from "./tables/index.ts";

export const ndjson: Format = {
  id: "ndjson",
  name: "NDJSON",
  summary: "同样的表，每行一个 JSON 对象，便于脚本逐行读取；空值为 null。",
  mediaType: "application/x-ndjson",
  specification: "https://github.com/ndjson/ndjson-spec",
  schema: "/data/datapackage.json",
  files: (context) =>
    fillTables(context).map((filled) =>
      fileOnRead({ path: tableFile(filled.table.name, "ndjson"), title: filled.table.title }, () =>
        linesOf(filled.rows, ndjsonLine(filled.table)),
      ),
    ),
};

/** Makes the line of a row. */
export function ndjsonLine({ columns }: Pick<Table, "columns">): (cells: readonly Cell[]) => string {
  const names = columns.map(({ name }, at) => `${at === 0 ? "{" : ","}${JSON.stringify(name)}:`);
  return (cells) => {
    let line = "";
    for (let at = 0; at < names.length; at++) line += names[at] + jsonOf(cells[at] ?? null);
    return `${line}}\n`;
  };
}

/** Most texts have nothing to escape: looking for it is cheaper than to have each escaped. */
const ESCAPED = /["\\\p{Cc}\p{Cs}]/u;
const jsonOf = (cell: Cell): string =>
  typeof cell === "string" && !ESCAPED.test(cell) ? `"${cell}"` : JSON.stringify(cell);
