/** What Datasette says beside the database: titles and meanings of tables and columns. */
import type { Publication } from "../format.ts";
import { tableDefinitions } from "../tables/index.ts";

/** The metadata file, for the database named `gongbao`. */
export function datasette({ name, description, publisher, licence }: Publication): string {
  const tables = tableDefinitions.map((table) => [
    table.name,
    {
      title: table.title,
      description: table.description,
      columns: Object.fromEntries(
        table.columns.map((column) => [column.name, `${column.title}：${column.description}`]),
      ),
    },
  ]);
  const metadata = {
    title: name,
    description,
    source: publisher,
    license: licence.text,
    license_url: licence.url ?? undefined,
    databases: { gongbao: { tables: Object.fromEntries(tables) } },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}
