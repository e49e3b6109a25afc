/** DuckDB as an analyst has it: SQL over files. */
import { DuckDBInstance } from "@duckdb/node-api";

/** Answers with the rows, each an array of its values; dates as ISO strings, whole numbers as numbers. */
export type Ask = (sql: string) => Promise<unknown[][]>;

export async function openDuckdb(): Promise<Ask> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  return async (sql) => {
    const rows = (await connection.runAndReadAll(sql)).getRowsJson();
    return rows.map((row) => row.map((value) => (isWhole(value) ? Number(value) : value)));
  };
}

/** Large integers come as text. */
const isWhole = (value: unknown): boolean => typeof value === "string" && /^\d{1,9}$/.test(value);
